/**
 * The codes of `visits`: what is wrong with a demand, with a call, what collides in the documents,
 * and last the reasons why a demand is deferred or a visit stands beyond the cap.
 */
export const VISITS_CODES = [
  'repeated-demand',
  'authority-missing',
  'entity-with-at-sign',
  'bad-demand-weight',
  'window-inverted',
  'window-crosses-years',
  'evidence-missing',
  'cause-not-listed',
  'bad-cap',
  'cap-not-in-force',
  'cap-on-other-scale',
  'bad-floor',
  'floor-over-cap',
  'cap-reached',
  'heavier-set-chosen',
  'cap-over-duty',
  'duty-over-cap',
] as const;

/** A code of `visits`. */
export type VisitsCode = (typeof VISITS_CODES)[number];
