import { requireArgument } from '../core/argument.js';
import { dictionary } from '../core/dictionary.js';
import { mistake } from '../core/error.js';
import { growingBytes, growingWords } from '../core/growing.js';
import { errorAt, type Issue } from '../core/issue.js';
import { textColumn } from '../core/textColumn.js';
import { textIndex } from '../core/textIndex.js';
import { type EventPlace, eventColumns, wayTo } from './eventColumns.js';
import type { Entity, Register } from './nouns.js';
import { headersSeen, rowOpener } from './openRows.js';
import { placed, placeOf, type RawRow } from './rawRow.js';
import { type AroundRows, readAround } from './readAround.js';
import { entityReader, type RawEvent } from './readEntities.js';
import { birthFaults, eventId, eventParser, ownerFault } from './readEvents.js';
import { checkOptions, type RegisterOptions, type RegisterReading } from './registerReading.js';

/** Takes a register's rows one by one and keeps columns of them: all entities first, then events. */
export interface RegisterIntake {
  takeEntity(row: RawRow): void;
  takeEvent(row: RawRow): void;
  done(): IntakeReading;
}

/** What is known of a register once all its rows have been taken. */
export interface IntakeReading {
  readonly register: Omit<Register, 'entities'>;
  /** In the order in which `registerFromRows` tells them. */
  readonly issues: readonly Issue[];
  /** How many go on, and how many rows don't; for events also those inside entities' rows. */
  readonly count: { readonly entities: number; readonly events: number };
  readonly setAside: RegisterReading['setAside'];
  /** Whether some row has this id, good or not. */
  met(id: string): boolean;
  /** Whether an entity goes on. */
  has(id: string): boolean;
  /** The row an id stands in first. */
  rowOf(id: string): Pick<RawRow, 'file' | 'row'> | undefined;
  /**
   * Takes the rows of entities once more, in the same order, and gives each that goes on with its
   * events: the very entities of `registerFromRows`.
   *
   * @throws `rows-changed` where a row is not what it was
   */
  again(): (row: RawRow) => Entity | undefined;
}

/** What stands of an entity's row. */
const HAS_ID = 1;
const IS_GOOD = 2;
const IS_REPEATED = 4;

/**
 * `registerFromRows` for entities and events too many to hold: rows are taken one by one, what is wrong
 * is told at the end, and the entities come when their rows are taken again. In between some forty
 * bytes and its id are kept of an entity, and of an event.
 *
 * @param rows - what stands around the entities
 * @param options - as for `registerFromRows`
 * @throws `no-such-day` for `asOf`; `reserved-fact` for a fact named like a column or of no type
 * @example
 * ```ts
 * import { registerIntake } from 'evenhand/register';
 *
 * const firms = [{ file: 'entities.csv', row: 2, values: { id: 'A', seats: '80' } }];
 * const event = { id: 'e1', entity: 'A', kind: 'award', on: '2025-05-01', source: 'city' };
 * const intake = registerIntake({}, { facts: { seats: 'integer' }, asOf: '2026-01-01' });
 * for (const row of firms) intake.takeEntity(row);
 * intake.takeEvent({ file: 'events.csv', row: 2, values: event });
 * const again = intake.done().again();
 * firms.map((row) => again(row)?.events.length); // => [1]
 * ```
 */
export function registerIntake(rows: AroundRows, options: RegisterOptions): RegisterIntake {
  requireArgument('registerIntake', 'rows', rows, 'object');
  requireArgument('registerIntake', 'options', options, 'object');
  checkOptions(options);
  const around = readAround(rows, options);
  const { rules } = around;
  const issues: Issue[] = [];
  const headers = headersSeen('entities');
  const open = rowOpener('entities', issues);
  const read = entityReader(rules, issues);
  const files = dictionary<string>((file) => file);
  const days = dictionary<string>((day) => day);
  const ids = textColumn();
  const fileOf = growingWords();
  const rowOf = growingWords();
  const sinceOf = growingWords();
  const stateOf = growingBytes();
  const place = (n: number): RawRow => rowAt({ file: files.at(fileOf.at(n)), row: rowOf.at(n) });

  const insideIssues: InsideIssue[] = [];
  const insideCount = new Map<string, number>();
  const eventIssues: Issue[] = [];
  const events = eventColumns();
  const eventHeaders = headersSeen('events');
  const openEvent = rowOpener('events', eventIssues);
  const parse = eventParser({ asOf: options.asOf, values: options.eventValues ?? {} });
  /** Who has events and no row: owners numbered behind the entities. */
  const strangers = dictionary<string>((id) => id);
  let strangerCount = 0;
  let eventRows = 0;
  let known: ReturnType<typeof settled> | undefined;

  /** Once all entities are there: whose id stands twice, and which file lacks a column. */
  function settled() {
    const missing: Issue[] = [];
    const incomplete = headers.incomplete(missing);
    const index = textIndex(ids);
    const repeats: Issue[] = [];
    const count = ids.count();
    const firstOf = new Int32Array(count).fill(-1);
    const states = stateOf.whole();
    for (let n = 0; n < count; n++) {
      if (incomplete.has(files.at(fileOf.at(n)))) {
        states[n] = 0;
        continue;
      }
      if (((states[n] as number) & HAS_ID) === 0) continue;
      const first = index.put(n);
      firstOf[n] = first;
      if (first === n) continue;
      states[first] = (states[first] as number) | IS_REPEATED;
      states[n] = (states[n] as number) | IS_REPEATED;
      const params = {
        ...{ given: ids.textAt(n), first: placeOf(place(first)), second: placeOf(place(n)) },
      };
      repeats.push(placed(place(n), errorAt('repeated-id', ['id'], params)));
    }
    const goesOn = (n: number): boolean => ((states[n] as number) & ~HAS_ID) === IS_GOOD;
    return { missing, incomplete, index, repeats, firstOf, goesOn };
  }

  function takeInside(owner: number, entity: Entity | undefined, one: RawEvent, i: number): void {
    const { file, row } = one.row;
    insideCount.set(file, (insideCount.get(file) ?? 0) + 1);
    const faults: Issue[] = [];
    const event = parse(one, faults);
    const births =
      entity === undefined || event === undefined
        ? []
        : birthFaults(event, entity.id, entity.since);
    for (const [list, isBirth] of [
      [faults, false],
      [births, true],
    ] as const) {
      for (const fault of list) {
        insideIssues.push({ owner, isBirth, issue: placed(one.row, fault, one.path) });
      }
    }
    const id = eventId(one);
    if (id === undefined || typeof one.entity !== 'string') return;
    const isGood = entity !== undefined && faults.length + births.length === 0;
    events.add(owner, { file, row, inside: i }, id, isGood ? event : undefined);
  }

  return {
    takeEntity(row) {
      if (known !== undefined) throw new Error('an entity came after events');
      headers.see(row);
      const { one, inside } = read(open(row));
      const n = ids.add(one.id ?? '');
      fileOf.push(files.numberOf(row.file));
      rowOf.push(row.row);
      stateOf.push((one.id === undefined ? 0 : HAS_ID) | (one.noun === undefined ? 0 : IS_GOOD));
      sinceOf.push(one.noun?.since === undefined ? 0 : days.numberOf(one.noun.since) + 1);
      for (const [i, event] of inside.entries()) takeInside(n, one.noun, event, i);
    },
    takeEvent(row) {
      known ??= settled();
      const { index, goesOn } = known;
      eventRows++;
      eventHeaders.see(row);
      const { fields, others, owner } = openEvent(row);
      const one: RawEvent = { row, path: [], entity: owner, fields, values: others };
      const faults: Issue[] = [];
      const event = parse(one, faults);
      const n = typeof owner === 'string' ? index.find(owner) : -1;
      if (n < 0 || !goesOn(n)) faults.push(ownerFault(owner, { has: () => n >= 0 }));
      else if (event !== undefined) faults.push(...birthFaults(event, ids.textAt(n), sinceAt(n)));
      for (const fault of faults) eventIssues.push(placed(row, fault));
      const id = eventId(one);
      if (id === undefined || typeof owner !== 'string') return;
      let number = n;
      if (n < 0) {
        const stranger = strangers.numberOf(owner);
        strangerCount = Math.max(strangerCount, stranger + 1);
        number = ids.count() + stranger;
      }
      const place = { file: row.file, row: row.row, inside: -1 };
      events.add(number, place, id, faults.length === 0 ? event : undefined);
    },
    done() {
      known ??= settled();
      const { missing, incomplete, index, repeats, firstOf, goesOn } = known;
      const count = ids.count();
      const lacking: Issue[] = [];
      const unopened = eventHeaders.incomplete(lacking);
      const gathered = events.gather(count + strangerCount, (owner, file) => {
        if (unopened.has(file)) return -1;
        return owner < count ? (firstOf[owner] as number) : owner;
      });
      const kept = { entities: 0, events: 0 };
      for (let n = 0; n < count; n++) {
        if (!goesOn(n)) continue;
        kept.entities++;
        kept.events += gathered.count(n);
      }
      let eventCount = eventRows;
      for (const [file, n] of insideCount) if (!incomplete.has(file)) eventCount += n;
      const isOpened = ({ file = '' }: Issue): boolean => !incomplete.has(file);
      const met = (id: string): boolean => index.find(id) >= 0;
      const rest = around.inspectors(met);
      const all: Issue[] = [];
      for (const list of [
        around.issues,
        missing,
        issues.filter(isOpened),
        repeats,
        insideIssues
          .filter(({ isBirth, owner }) => !isBirth || goesOn(owner))
          .map(({ issue }) => issue)
          .filter(isOpened),
        lacking,
        eventIssues.filter(({ file = '' }) => !unopened.has(file)),
        gathered.repeats.map(({ id, first, second }) => repeatedEvent(id, first, second)),
        rest.issues,
      ]) {
        for (const issue of list) all.push(issue);
      }
      return {
        register: rest.register,
        issues: all,
        count: kept,
        setAside: {
          entities: count - kept.entities,
          events: eventCount - kept.events,
          ...rest.setAside,
        },
        met,
        has(id) {
          const n = index.find(id);
          return n >= 0 && goesOn(n);
        },
        rowOf(id) {
          const n = index.find(id);
          return n < 0 ? undefined : { file: files.at(fileOf.at(n)), row: rowOf.at(n) };
        },
        again() {
          const found: Issue[] = [];
          const openAgain = rowOpener('entities', found);
          const readAgain = entityReader(rules, found);
          let next = 0;
          return (row) => {
            const n = next++;
            if (n < count && !goesOn(n)) return undefined;
            const { noun } = readAgain(openAgain(row)).one;
            found.length = 0;
            if (n >= count || noun === undefined || noun.id !== ids.textAt(n)) throw changed(row);
            return { ...noun, events: gathered.of(n) };
          };
        },
      };
    },
  };

  function sinceAt(n: number): string | undefined {
    const since = sinceOf.at(n);
    return since === 0 ? undefined : days.at(since - 1);
  }
}

/** What is wrong with an event inside a row; before its entity's birth only where that goes on. */
interface InsideIssue {
  readonly owner: number;
  readonly isBirth: boolean;
  readonly issue: Issue;
}

function repeatedEvent(id: string, first: EventPlace, second: EventPlace): Issue {
  const params = { given: id, first: placeOf(rowAt(first)), second: placeOf(rowAt(second)) };
  return placed(rowAt(second), errorAt('repeated-id', [...wayTo(second), 'id'], params));
}

const rowAt = ({ file, row }: Pick<RawRow, 'file' | 'row'>): RawRow => ({ file, row, values: {} });

function changed({ file, row }: RawRow) {
  return mistake(
    'rows-changed',
    `row ${row} of \`${file}\` is not what it was when it was first read; leave the file alone meanwhile`,
    { file, row },
  );
}
