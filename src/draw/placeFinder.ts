/** Beyond so many names, or where a smaller part of them is told apart, a map is asked. */
const MANY = 1000;
const TOLD = 0.75;

/**
 * Where a name stands in a list, -1 where it does not.
 *
 * A stream asks this of every row, and often with a text that it cut out of a line a moment ago: a map
 * then reads all of it for a hash (57 ns; 10 where it is the very text that is listed). Three characters
 * and the length tell nearly all codes of strata apart, and one comparison settles the rest (21 and 11 ns).
 *
 * @param names - each different from the others
 */
export function placeFinder(names: readonly string[]): (name: string) => number {
  const positions = names.length > MANY ? undefined : tellingPositions(names);
  if (positions === undefined) {
    const places = new Map(names.map((name, place) => [name, place]));
    return (name) => places.get(name) ?? -1;
  }
  const [p, q, r] = positions;
  let slots = 1;
  while (slots < 4 * names.length) slots *= 2;
  const mask = slots - 1;
  const table = new Int32Array(slots).fill(-1);
  const slotOf = (name: string): number => {
    let mixed = mix(name.length, unitAt(name, p));
    mixed = mix(mixed, unitAt(name, q));
    return mix(mixed, unitAt(name, r)) & mask;
  };
  for (let place = 0; place < names.length; place++) {
    let slot = slotOf(names[place] as string);
    while (table[slot] !== -1) slot = (slot + 1) & mask;
    table[slot] = place;
  }
  return (name) => {
    if (typeof name !== 'string') return -1;
    for (let slot = slotOf(name); ; slot = (slot + 1) & mask) {
      const place = table[slot] as number;
      if (place === -1 || names[place] === name) return place;
    }
  };
}

/** Three positions whose characters, with the length, tell most names apart; undefined where none do. */
function tellingPositions(names: readonly string[]): [number, number, number] | undefined {
  const longest = names.reduce((most, { length }) => Math.max(most, length), 0);
  let mixed = names.map(({ length }) => length);
  let told = 0;
  const positions: [number, number, number] = [0, 0, 0];
  for (let step = 0; step < positions.length; step++) {
    let best = mixed.map((sum, i) => mix(sum, unitAt(names[i] as string, 0)));
    told = new Set(best).size;
    for (let position = 1; position < longest && told < names.length; position++) {
      const next = mixed.map((sum, i) => mix(sum, unitAt(names[i] as string, position)));
      const count = new Set(next).size;
      if (count <= told) continue;
      [best, told, positions[step]] = [next, count, position];
    }
    mixed = best;
  }
  return told < TOLD * names.length ? undefined : positions;
}

const mix = (sum: number, unit: number): number => (Math.imul(sum, 31) + unit) | 0;

const unitAt = (name: string, at: number): number => (at < name.length ? name.charCodeAt(at) : 0);
