/**
 * Any value in a few signs, for a message: text as it stands, the names of an object's parts, how many a list
 * holds. `String` throws at a symbol's template and at an object without prototype, and says `[object Object]`.
 */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return 'function';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[… ${value.length}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const names = Object.keys(value);
  return `{${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''}}`;
}
