/**
 * The same plain data with one of its values changed: a text longer, a number larger, a truth turned
 * round. The argument is not changed.
 *
 * @param place - which value, counted round over all of them
 */
export function changed<T>(data: T, place: number): T {
  const values = pathsOf(data);
  const path = values[place % values.length] ?? [];
  return at(data, path) as T;
}

type Path = readonly string[];

function pathsOf(data: unknown, path: Path = []): Path[] {
  if (typeof data !== 'object' || data === null) return [path];
  return Object.entries(data).flatMap(([key, value]) => pathsOf(value, [...path, key]));
}

function at(data: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return other(data);
  if (Array.isArray(data)) {
    return data.map((value, i) => (String(i) === key ? at(value, rest) : value));
  }
  const record = data as Readonly<Record<string, unknown>>;
  return { ...record, [key]: at(record[key], rest) };
}

function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return `${String(value)}x`;
}
