import type { NoticeA, NoticeB } from '../notices.js';
import type { PlanAmendment } from './amendment.js';
import type { PlanNow } from './planNow.js';

/** An amendment with what it changes. */
export interface Step {
  readonly a: NoticeA;
  readonly b: NoticeB;
  readonly before: PlanNow;
  readonly amendment: PlanAmendment;
  readonly path: string;
}
