import type { Day } from '../core/day.js';
import type { DocumentReference, LocalText } from '../document/document.js';
import type { Sampling } from '../draw/sampling.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Schedule } from '../matrix/schedule.js';
import type { Condition } from '../register/condition.js';
import type { SchemeAt } from '../scoring/compile.js';
import type { Scheme } from '../scoring/scheme.js';
import type { Cap } from '../visits/cap.js';

/** A document a programme can hold. */
export type ProgrammeDocument = Scheme | Matrix | Schedule | Cap | Sampling;

/** Which document plays which role, by id; the day decides the version. */
export interface Roles {
  readonly credit: string;
  /** The first whose condition holds rates the entity; one without a condition holds for all. */
  readonly risk: readonly { readonly when?: Condition; readonly scheme: string }[];
  readonly matrix: string;
  readonly sampling: string;
  /** The caps on visits; all hold at once. A year is planned by the one that counts its visits. */
  readonly caps: readonly string[];
  /** How often each level is visited, of the credit, the risk or the tier scale. */
  readonly schedules?: readonly ScheduleRole[];
}

/** A schedule and whose visits it counts from: those of one authority, or of any where left out. */
export interface ScheduleRole {
  readonly schedule: string;
  readonly authority?: string;
}

/** What an authority runs, as plain data (监管方案). */
export interface ProgrammeSource {
  readonly schema: 'evenhand/programme/1';
  readonly id: string;
  readonly version: string;
  readonly title?: LocalText;
  /** The body that runs it, as notices name it. */
  readonly organ: string;
  readonly documents: readonly ProgrammeDocument[];
  /** `id@version` → digest: the documents as they were agreed. */
  readonly pins?: Readonly<Record<string, string>>;
  readonly roles: Roles;
}

/** A programme checked and compiled once; open it at a day. */
export interface Programme {
  readonly source: ProgrammeSource;
  readonly reference: DocumentReference;
  at(day: Day): ProgrammeAt;
}

/** The documents of a programme that are in force on a day, ready to answer. */
export interface ProgrammeAt {
  readonly day: Day;
  readonly programme: DocumentReference;
  readonly credit: SchemeAt;
  readonly risk: readonly { readonly when?: Condition; readonly at: SchemeAt }[];
  readonly matrix: Matrix;
  readonly sampling: Sampling;
  readonly caps: readonly Cap[];
  readonly schedules: readonly { readonly schedule: Schedule; readonly authority?: string }[];
  readonly documents: readonly RoleReference[];
  /** `authoritative` only where every document is in force by its own word. */
  readonly mode: 'authoritative' | 'simulation';
}

/** A document in its role. */
export interface RoleReference extends DocumentReference {
  readonly role: 'credit' | 'risk' | 'matrix' | 'sampling' | 'cap' | 'schedule';
}
