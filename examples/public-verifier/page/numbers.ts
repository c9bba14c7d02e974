/** A share as people read it, with enough digits that a small one is not none. */
export function percent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0%';
  const share = (100 * part) / whole;
  return `${share >= 9.95 ? share.toFixed(0) : share >= 0.1 ? share.toFixed(1) : share.toPrecision(1)}%`;
}

/** A count with thin groups of three digits. */
export function count(n: number): string {
  return String(n).replaceAll(/\B(?=(\d{3})+$)/g, '\u202f');
}
