/**
 * The numbers of ids: their places in a list.
 *
 * Asked millions of times, mostly with the very strings of the list: the last characters, where serial
 * numbers differ, lead to a guess, and only where it is wrong is the id looked up.
 *
 * @returns the place of an id, `undefined` for one that isn't listed
 */
export function idNumbers(ids: readonly string[]): (id: string) => number | undefined {
  const numbers = new Map(ids.map((id, i) => [id, i]));
  const tail = String(ids.length).length;
  const guesses = new Int32Array(roomFor(ids.length));
  const mask = guesses.length - 1;
  // From the last to the first, so that of several ids with one ending the first is guessed.
  for (let i = ids.length - 1; i >= 0; i--) guesses[ending(ids[i] as string, tail) & mask] = i;
  return (id) => {
    const guess = guesses[ending(id, tail) & mask] as number;
    return ids[guess] === id ? guess : numbers.get(id);
  };
}

/** A power of two, some times as many as there are ids: serial numbers then keep apart. */
function roomFor(ids: number): number {
  let room = 16;
  while (room < 4 * ids) room *= 2;
  return room;
}

/** The last `tail` characters as digits of a decimal number. */
function ending(id: string, tail: number): number {
  let number = 0;
  for (let at = Math.max(0, id.length - tail); at < id.length; at++) {
    number = (Math.imul(number, 10) + id.charCodeAt(at)) | 0;
  }
  return number;
}
