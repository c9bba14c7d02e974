import { dictionary } from '../core/dictionary.js';
import { type Growing, growingWords } from '../core/growing.js';
import { ColumnRows } from '../core/rows.js';
import { type TextColumn, textColumn } from '../core/textColumn.js';
import type { Site } from '../register/nouns.js';
import type { Standing } from './prepared.js';

/** What many entities share of where they stand. */
type Cell = Omit<Standing, 'id' | 'name' | 'district' | 'sites'>;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Nothing, where a number is meant. */
const NONE = 0xffff_ffff;

/** Where entities stand, in the order they come: for each what it shares with others is a number. */
export interface StandingColumns {
  /** Adds the next entity's, or that it has none. */
  add(standing: Standing | undefined): void;
  /** Adds all of others. */
  take(other: StandingColumns): void;
  /** The standing of the entity that came as this number, from 0, and has this id; none where it has none. */
  at(number: number, id: string): Standing | undefined;
  /** Whether it has one. */
  has(number: number): boolean;
  count(): number;
}

/** Columns for millions of standings. */
export function standingColumns(): StandingColumns {
  const cells = dictionary<Cell>((cell) => JSON.stringify(cell));
  const districts = dictionary<string>((district) => district);
  const cellOf: Growing<Uint32Array> = growingWords();
  const districtOf: Growing<Uint32Array> = growingWords();
  const names: TextColumn = textColumn();
  const nameless = new Set<number>();
  const sitesOf = new Map<number, readonly Site[]>();
  const columns: StandingColumns = {
    add(standing) {
      const number = cellOf.count();
      if (standing === undefined) {
        cellOf.push(NONE);
        districtOf.push(NONE);
        names.add('');
        return;
      }
      const { id: _, name, district, sites, ...cell } = standing;
      cellOf.push(cells.numberOf(cell));
      districtOf.push(district === undefined ? NONE : districts.numberOf(district));
      names.add(name ?? '');
      if (name === undefined) nameless.add(number);
      if (sites !== undefined) sitesOf.set(number, sites);
    },
    take(other) {
      for (let i = 0; i < other.count(); i++) {
        columns.add(other.at(i, ''));
      }
    },
    at(number, id) {
      const cell = cellOf.at(number);
      if (cell === NONE) return undefined;
      const district = districtOf.at(number);
      const sites = sitesOf.get(number);
      // Field by field: a literal of spreads takes ten times as long in Node 20.
      const standing: Writable<Pick<Standing, 'id' | 'name' | 'district' | 'sites'>> = { id };
      if (!nameless.has(number)) standing.name = names.textAt(number);
      if (district !== NONE) standing.district = districts.at(district);
      if (sites !== undefined) standing.sites = sites;
      return Object.assign(standing, cells.at(cell));
    },
    has: (number) => cellOf.at(number) !== NONE,
    count: () => cellOf.count(),
  };
  return columns;
}

/** The standings of those that have one, by id. */
export class StandingRows extends ColumnRows<Standing> {
  readonly #ids: TextColumn;
  readonly #columns: StandingColumns;
  readonly #order: Uint32Array;

  /** @param order - the numbers of entities in the order of their ids */
  constructor(ids: TextColumn, columns: StandingColumns, order: Uint32Array) {
    super();
    this.#ids = ids;
    this.#columns = columns;
    this.#order = order.filter((number) => columns.has(number));
  }

  get length(): number {
    return this.#order.length;
  }

  /** Those of these ids, in their order; the others are not made. */
  *named(ids: ReadonlySet<string>): Generator<Standing> {
    for (const [index, number] of this.#order.entries()) {
      if (ids.has(this.#ids.textAt(number))) yield this.row(index);
    }
  }

  protected row(index: number): Standing {
    const number = this.#order[index] as number;
    return this.#columns.at(number, this.#ids.textAt(number)) as Standing;
  }
}
