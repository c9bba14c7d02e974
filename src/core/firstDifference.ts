/** A field in which two pieces of plain data differ, as `a.b[3].c`. */
export interface Difference {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** The first field, depth first in the order of `expected`, in which two pieces of plain data differ. */
export function firstDifference(
  expected: unknown,
  found: unknown,
  field = '',
): Difference | undefined {
  const isMixed = Array.isArray(expected) !== Array.isArray(found);
  if (!isTree(expected) || !isTree(found) || isMixed) {
    if (expected === found) return undefined;
    return { field, expected: shown(expected), found: shown(found) };
  }
  if (Array.isArray(expected) && Array.isArray(found)) {
    const length = Math.max(expected.length, found.length);
    for (let i = 0; i < length; i++) {
      const difference = firstDifference(expected[i], found[i], `${field}[${i}]`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const difference = firstDifference(
      (expected as Record<string, unknown>)[key],
      (found as Record<string, unknown>)[key],
      field === '' ? key : `${field}.${key}`,
    );
    if (difference !== undefined) return difference;
  }
  return undefined;
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  // What is found may be anything, so it is shown as it is and not as canonical JSON.
  const text = JSON.stringify(value) ?? '';
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
