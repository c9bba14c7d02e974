import { dictionary } from '../core/dictionary.js';
import { growingBytes, growingIntegers, growingWords } from '../core/growing.js';
import type { Issue } from '../core/issue.js';
import { compareBytes } from '../core/order.js';
import { textColumn } from '../core/textColumn.js';
import type { Event } from './nouns.js';

/** Where an event stands: its file and row, and its place inside the row of its entity or -1. */
export interface EventPlace {
  readonly file: string;
  readonly row: number;
  readonly inside: number;
}

/** Events of millions of entities: some forty bytes each and its id, outside of the heap. */
export interface EventColumns {
  /**
   * Adds an event's id and what is known of it: `event` is left out where it is set aside, and still
   * counts where another has its id.
   *
   * @param owner - the number of its entity
   */
  add(owner: number, place: EventPlace, id: string, event: Event | undefined): void;
  /**
   * Brings the events of each entity together.
   *
   * @param owners - how many owners there are
   * @param ownerOf - the one that an owner stands for; -1 leaves an event out
   */
  gather(owners: number, ownerOf: (owner: number, file: string) => number): GatheredEvents;
}

/** Events by entity. */
export interface GatheredEvents {
  /** Events of one entity that share an id, in the order they came: none of them goes on. */
  readonly repeats: readonly {
    readonly id: string;
    readonly first: EventPlace;
    readonly second: EventPlace;
  }[];
  /** Those of an entity that go on, by day and id. */
  of(owner: number): Event[];
  /** How many of an entity go on. */
  count(owner: number): number;
}

/** The fields of an event that say one of few things, days included. */
const WORDS = ['kind', 'on', 'knownOn', 'until', 'repairedOn', 'source'] as const;

/** Nothing, where a word is meant. */
const NONE = 0xffff_ffff;
/** As many events of an entity are compared pair by pair. */
const FEW = 16;

export function eventColumns(): EventColumns {
  const texts = dictionary<string>((text) => text);
  const files = dictionary<string>((file) => file);
  const ids = textColumn();
  const owners = growingWords();
  const isGood = growingBytes();
  const words = WORDS.map(() => growingWords());
  const values = new Map<number, NonNullable<Event['values']>>();
  const fileOf = growingWords();
  const rowOf = growingWords();
  const insideOf = growingIntegers();
  const placeOf = (n: number): EventPlace => ({
    file: files.at(fileOf.at(n)),
    row: rowOf.at(n),
    inside: insideOf.at(n),
  });
  const eventOf = (n: number): Event => {
    const event: Record<string, unknown> = { id: ids.textAt(n) };
    for (let i = 0; i < WORDS.length; i++) {
      const field = WORDS[i] as (typeof WORDS)[number];
      if (field === 'source' && values.has(n)) event['values'] = values.get(n);
      const word = (words[i] as ReturnType<typeof growingWords>).at(n);
      if (word !== NONE) event[field] = texts.at(word);
    }
    return event as unknown as Event;
  };

  return {
    add(owner, { file, row, inside }, id, event) {
      const n = ids.add(id);
      owners.push(owner);
      isGood.push(event === undefined ? 0 : 1);
      for (let i = 0; i < WORDS.length; i++) {
        const word = event?.[WORDS[i] as (typeof WORDS)[number]];
        words[i]?.push(word === undefined ? NONE : texts.numberOf(word));
      }
      if (event?.values !== undefined) values.set(n, event.values);
      fileOf.push(files.numberOf(file));
      rowOf.push(row);
      insideOf.push(inside);
    },
    gather(count, ownerOf) {
      const own = owners.whole().map((owner, n) => {
        const real = ownerOf(owner, files.at(fileOf.at(n)));
        return real < 0 ? NONE : real;
      });
      const { starts, list } = grouped(own, count);
      const good = isGood.whole().slice();
      const found: { readonly n: number; readonly first: number }[] = [];
      for (let owner = 0; owner < count; owner++) {
        const [from, to] = [starts[owner] as number, starts[owner + 1] as number];
        if (to - from > 1) found.push(...repeated(list.subarray(from, to), (n) => ids.textAt(n)));
      }
      for (const { n, first } of found) {
        good[n] = 0;
        good[first] = 0;
      }
      return {
        repeats: found
          .sort((a, b) => a.n - b.n)
          .map(({ n, first }) => ({
            id: ids.textAt(n),
            first: placeOf(first),
            second: placeOf(n),
          })),
        of(owner) {
          const own: Event[] = [];
          for (let i = starts[owner] as number; i < (starts[owner + 1] as number); i++) {
            if (good[list[i] as number] === 1) own.push(eventOf(list[i] as number));
          }
          return own.sort((a, b) => compareBytes(a.on, b.on) || compareBytes(a.id, b.id));
        },
        count(owner) {
          let all = 0;
          for (let i = starts[owner] as number; i < (starts[owner + 1] as number); i++) {
            all += good[list[i] as number] as number;
          }
          return all;
        },
      };
    },
  };
}

/** The numbers of events by owner, in the order they came. */
function grouped(own: Uint32Array, count: number) {
  const starts = new Uint32Array(count + 1);
  for (const owner of own)
    if (owner !== NONE) starts[owner + 1] = (starts[owner + 1] as number) + 1;
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice();
  const list = new Uint32Array(starts[count] as number);
  for (let n = 0; n < own.length; n++) {
    const owner = own[n] as number;
    if (owner === NONE) continue;
    const at = next[owner] as number;
    next[owner] = at + 1;
    list[at] = n;
  }
  return { starts, list };
}

/** Events with the id of an earlier one, each with the first of that id. */
function repeated(list: Uint32Array, idOf: (n: number) => string) {
  const found: { readonly n: number; readonly first: number }[] = [];
  const names = Array.from(list, idOf);
  const firsts = list.length > FEW ? new Map<string, number>() : undefined;
  for (const [i, name] of names.entries()) {
    const n = list[i] as number;
    if (firsts === undefined) {
      const at = names.indexOf(name);
      if (at < i) found.push({ n, first: list[at] as number });
      continue;
    }
    const first = firsts.get(name);
    if (first === undefined) firsts.set(name, n);
    else found.push({ n, first });
  }
  return found;
}

/** The way to an event within its row, as an issue tells it. */
export const wayTo = ({ inside }: EventPlace): Issue['path'] =>
  inside < 0 ? [] : ['events', inside];
