/** A draw id as its series and its number in it: `EX-2026-` and 17 of three digits. */
export interface DrawNumber {
  readonly series: string;
  readonly number: number;
  readonly digits: number;
}

/** The series and number of a draw id; undefined where it does not end in a number. */
export function drawNumber(drawId: string): DrawNumber | undefined {
  const match = /^(.*?)(\d{1,9})$/.exec(drawId);
  if (match === null) return undefined;
  const digits = match[2] as string;
  return { series: match[1] as string, number: Number(digits), digits: digits.length };
}

/** The draw id of a series and number. */
export function drawIdOf({ series, number, digits }: DrawNumber): string {
  return `${series}${String(number).padStart(digits, '0')}`;
}
