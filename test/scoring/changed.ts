/** A copy of plain data with one value set, or removed where `to` is undefined. */
export function changed<T>(value: T, path: readonly (string | number)[], to: unknown): T {
  const copy = structuredClone(value);
  let place = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as typeof place;
  const last = path.at(-1) as string | number;
  if (to === undefined) delete place[last];
  else place[last] = to;
  return copy;
}
