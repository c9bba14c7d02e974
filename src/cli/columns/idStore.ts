/** Millions of ids by number, in a few long texts: no object and no pointer for each. */
export interface IdStore {
  /** Ids from a number on; those before are there already. */
  add(first: number, ids: readonly string[]): void;
  /** An id that stands apart from the others, in the place of what was added under its number. */
  put(number: number, id: string): void;
  at(number: number): string;
}

/** So many ids are one text: it is taken apart when one of them is asked for. */
const TOGETHER = 8192;

export function idStore(): IdStore {
  const groups: { readonly first: number; readonly text: string }[] = [];
  const apart = new Map<number, string>();
  let opened: { readonly first: number; readonly ids: readonly string[] } | undefined;
  const groupOf = (number: number): { readonly first: number; readonly text: string } => {
    let [low, high] = [0, groups.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((groups[middle]?.first ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    return groups[low] as (typeof groups)[number];
  };
  return {
    add(first, ids) {
      for (let i = 0; i < ids.length; i += TOGETHER) {
        const some = ids.slice(i, i + TOGETHER);
        // An id with a line break is none; whoever asks for it gets what is put apart.
        const text = some.join('\n');
        const isOdd = text.split('\n').length !== some.length;
        groups.push({
          first: first + i,
          text: isOdd ? some.map((id) => (id.includes('\n') ? '' : id)).join('\n') : text,
        });
      }
    },
    put: (number, id) => apart.set(number, id),
    at(number) {
      const own = apart.get(number);
      if (own !== undefined) return own;
      if (
        opened === undefined ||
        number < opened.first ||
        number >= opened.first + opened.ids.length
      ) {
        const { first, text } = groupOf(number);
        opened = { first, ids: text.split('\n') };
      }
      return opened.ids[number - opened.first] as string;
    },
  };
}
