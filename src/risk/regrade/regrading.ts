import type { DocumentBase } from '../../document/document.js';

/** When entities are rated anew (定期评级、动态调整): which rounds there are, and what each may do. */
export interface Regrading extends DocumentBase {
  readonly schema: 'evenhand/regrading/1';
  readonly kind: 'regrading';
  /** On a day with several rounds the first of them counts. */
  readonly rounds: readonly RegradingRound[];
}

/** One round that comes again every month or every year, on a day clamped to the month's end. */
export interface RegradingRound {
  readonly id: string;
  readonly every: 'month' | 'year';
  /** The month of a yearly round, 1 to 12. */
  readonly month?: number;
  readonly day: number | 'last';
  /** A round that may only go `worse` leaves a better level for one that may do both. */
  readonly may: 'both' | 'worse';
  readonly cite: string;
}
