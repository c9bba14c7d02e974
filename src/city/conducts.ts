/**
 * The kinds of event the example schemes read, and the chance that each happens once more to a firm
 * in three years, by conduct: careful, middling, careless, dishonest. Examples, all of them.
 */
export const EVENT_CHANCES = {
  'penalty-minor': [0.06, 0.35, 0.45, 0.4],
  'penalty-general': [0.01, 0.3, 0.5, 0.55],
  'penalty-serious': [0.0005, 0.004, 0.28, 0.65],
  'report-late': [0.05, 0.38, 0.5, 0.5],
  'list-abnormal': [0.003, 0.002, 0.65, 0.5],
  'list-dishonest': [0, 0, 0.001, 0.55],
  'commitment-kept': [0.3, 0.15, 0.05, 0.02],
  'commitment-broken': [0.004, 0.07, 0.3, 0.45],
  award: [0.05, 0.01, 0, 0],
  'finding-minor': [0.16, 0.4, 0.55, 0.6],
  'finding-serious': [0.03, 0.16, 0.4, 0.5],
  'complaint-upheld': [0.06, 0.22, 0.4, 0.5],
  accident: [0.002, 0.01, 0.03, 0.05],
} as const satisfies Readonly<Record<string, readonly [number, number, number, number]>>;

/** A kind of event of the made-up city. */
export type CityEventKind = keyof typeof EVENT_CHANCES;

/** The grades of the tax authority, and none where it gave none. */
export const TAX_GRADES = ['A', 'B', 'C', 'D', ''] as const;

/**
 * A way to behave: its column of `EVENT_CHANCES`, how many firms in ten thousand behave so, the share
 * of events they repair, and the weights of their tax grades A, B, C, D and none.
 */
export interface Conduct {
  readonly column: 0 | 1 | 2 | 3;
  readonly share: number;
  readonly repaired: number;
  readonly taxGrades: readonly [number, number, number, number, number];
}

/**
 * Careful, middling, careless and dishonest firms. The shares are solved so that the example credit
 * scheme grades the city as `sampleCity` says; every other number is an example.
 */
export const CONDUCTS: readonly Conduct[] = [
  { column: 0, share: 5220, repaired: 0.9, taxGrades: [25, 60, 2, 0, 13] },
  { column: 1, share: 4110, repaired: 0.25, taxGrades: [1, 20, 46, 26, 7] },
  { column: 2, share: 530, repaired: 0.2, taxGrades: [0, 35, 35, 15, 15] },
  { column: 3, share: 140, repaired: 0.06, taxGrades: [0, 15, 25, 45, 15] },
];
