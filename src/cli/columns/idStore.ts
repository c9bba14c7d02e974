import type { ScratchFile } from '../files/scratch.js';

/** Millions of ids by number, in a file: no object and no pointer for each. */
export interface IdStore {
  /** Ids from a number on; those before are there already. */
  add(first: number, ids: readonly string[]): void;
  /** An id that stands apart from the others, in the place of what was added under its number. */
  put(number: number, id: string): void;
  /** Cheap where numbers are asked for in their order; whoever keeps the id keeps what lies beside it. */
  at(number: number): string;
}

/** So many ids are one text: it is read and taken apart when one of them is asked for. */
const TOGETHER = 8192;

interface Group {
  readonly first: number;
  readonly at: number;
  readonly bytes: number;
}

export function idStore(file: ScratchFile): IdStore {
  const groups: Group[] = [];
  const apart = new Map<number, string>();
  let opened: { readonly first: number; readonly ids: readonly string[] } | undefined;
  const groupOf = (number: number): Group => {
    let [low, high] = [0, groups.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((groups[middle]?.first ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    return groups[low] as Group;
  };
  const among = (number: number): string => {
    if (
      opened === undefined ||
      number < opened.first ||
      number >= opened.first + opened.ids.length
    ) {
      const { first, at, bytes } = groupOf(number);
      const text = Buffer.alloc(bytes);
      file.read(text, at);
      opened = { first, ids: text.toString('utf8').split('\n') };
    }
    return opened.ids[number - opened.first] as string;
  };
  return {
    add(first, ids) {
      for (let i = 0; i < ids.length; i += TOGETHER) {
        const some = ids.slice(i, i + TOGETHER);
        // An id with a line break is none; whoever asks for it gets what is put apart.
        const text = some.join('\n');
        const isOdd = text.split('\n').length !== some.length;
        const plain = isOdd ? some.map((id) => (id.includes('\n') ? '' : id)).join('\n') : text;
        const data = Buffer.from(plain);
        groups.push({ first: first + i, at: file.append(data), bytes: data.length });
      }
    },
    put(number, id) {
      if (among(number) !== id) apart.set(number, id);
    },
    at: (number) => apart.get(number) ?? among(number),
  };
}
