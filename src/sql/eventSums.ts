import { addDays, type Day } from '../core/day.js';
import { compareBytes } from '../core/order.js';
import { type EventAggregate, holds, windowStart } from '../register/condition.js';
import type { Event } from '../register/nouns.js';
import {
  type CompiledEvents,
  type EventBounds,
  effectOf,
} from '../scoring/constructs/compiledEvents.js';
import type { Dialect } from './dialect.js';
import { columnName, requiredTable, type SqlTables, tableName } from './sqlTables.js';
import { type Step, step } from './step.js';

/** What is added up over the events of each entity, each sum under a name of its own. */
export interface EventSums {
  points(term: CompiledEvents, bounds: EventBounds): string;
  count(aggregate: EventAggregate): string;
  /** How many events in effect are of a kind outside a closed set. */
  unknown(kinds: ReadonlySet<string>): string;
  readonly names: readonly string[];
  /** Every kind that some rule counts. */
  readonly kinds: ReadonlySet<string>;
  /** The steps of the statement that add up; none where nothing is asked. */
  steps(): readonly Step[];
}

interface Asked {
  readonly name: string;
  readonly kinds: readonly string[];
  /** Days before which an event counts otherwise than on and after them. */
  readonly turns: readonly Day[];
  effect(event: Event): number;
}

const FIRST_DAY = '0001-01-01';

/**
 * Sums over events as of a day. What an event counts hangs on its kind, on whether it is repaired, and on
 * which of a few stretches of days it lies in. So the statement carries one small table of integers,
 * in which `effectOf` and `holds` themselves say what one event of each kind and stretch counts, and
 * no engine ever reckons with dates.
 */
export function eventSums(asOf: Day, dialect: Dialect, tables: SqlTables): EventSums {
  const asked: Asked[] = [];
  const byKey = new Map<string, string>();
  const closed: { readonly name: string; readonly kinds: readonly string[] }[] = [];
  const add = (key: unknown, one: Omit<Asked, 'name'>): string => {
    const text = JSON.stringify(key);
    const known = byKey.get(text);
    if (known !== undefined) return known;
    const name = `e${asked.length + 1}`;
    byKey.set(text, name);
    asked.push({ name, ...one });
    return name;
  };
  return {
    points(term, bounds) {
      const { from, to, steps } = bounds;
      const kinds = [...term.rows.keys()];
      return add([term, [...term.rows], bounds], {
        kinds,
        turns: [from, ...(to < asOf ? [addDays(to, 1)] : []), ...steps],
        effect: (event) => effectOf(term, event, asOf, bounds) ?? 0,
      });
    },
    count({ atLeast: _, atMost: __, ...aggregate }) {
      return add(aggregate, {
        kinds: aggregate.kinds,
        turns: aggregate.within === undefined ? [] : [windowStart(asOf, aggregate.within)],
        effect: (event) => {
          const one = { events: { ...aggregate, atLeast: 1 } };
          return holds(one, { facts: {}, lists: [], events: [event] }, asOf) === 'yes' ? 1 : 0;
        },
      });
    },
    unknown(kinds) {
      const sorted = [...kinds].sort(compareBytes);
      const known = closed.find((one) => JSON.stringify(one.kinds) === JSON.stringify(sorted));
      if (known !== undefined) return known.name;
      const name = `u${closed.length + 1}`;
      closed.push({ name, kinds: sorted });
      return name;
    },
    get names() {
      return [...asked, ...closed].map(({ name }) => name);
    },
    get kinds() {
      return new Set(asked.flatMap(({ kinds }) => kinds));
    },
    steps: () =>
      asked.length + closed.length === 0
        ? []
        : [
            ...(asked.length === 0 ? [] : [effectStep(asked, asOf, dialect)]),
            happenedStep(asked, closed, asOf, dialect, tables),
            addedStep(asked, closed, dialect),
          ],
  };
}

/** The first days of the stretches, the latest first. */
function turningDays(asked: readonly Asked[], asOf: Day): readonly Day[] {
  const days = new Set(asked.flatMap(({ turns }) => turns));
  return [...days]
    .filter((day) => day <= asOf && day > FIRST_DAY)
    .sort()
    .reverse();
}

/** What one event of each kind, repaired or not, counts in each stretch. */
function effectStep(asked: readonly Asked[], asOf: Day, dialect: Dialect): Step {
  const days = turningDays(asked, asOf);
  const last = days.at(-1);
  const typical = [...days, last === undefined ? asOf : addDays(last, -1)];
  const kinds = [...new Set(asked.flatMap((one) => one.kinds))].sort(compareBytes);
  const rows = kinds.flatMap((kind) =>
    [0, 1].flatMap((repaired) =>
      typical.flatMap((on, stretch) => {
        const event = { id: '', kind, on, source: '', ...(repaired ? { repairedOn: asOf } : {}) };
        const effects = asked.map(({ effect }) => effect(event));
        // A row of zeros says what no row says; one is kept, since a table needs a row.
        return effects.some((one) => one !== 0) || (kind === kinds[0] && stretch === 0)
          ? [[dialect.text(kind), String(repaired), String(stretch), ...effects.map(String)]]
          : [];
      }),
    ),
  );
  const columns = [
    { name: 'kind', type: 'text' },
    { name: 'repaired', type: 'number' },
    { name: 'stretch', type: 'number' },
    ...asked.map(({ name }) => ({ name, type: 'number' }) as const),
  ] as const;
  return step('effect', 'what one event of a kind counts, by the stretch of days it lies in', [
    dialect.values(columns, rows),
  ]);
}

/** The events in effect on the day, each with its stretch. */
function happenedStep(
  asked: readonly Asked[],
  closed: readonly { readonly name: string; readonly kinds: readonly string[] }[],
  asOf: Day,
  dialect: Dialect,
  tables: SqlTables,
): Step {
  const events = requiredTable(tables, 'events');
  const column = (field: string): string => `v.${columnName(events, field, dialect)}`;
  const has = (field: string): boolean => Object.hasOwn(events.columns ?? {}, field);
  const today = dialect.day(asOf);
  const on = column('on');
  const days = turningDays(asked, asOf);
  const stretch =
    days.length === 0
      ? '0'
      : `CASE ${days.map((day, i) => `WHEN ${on} >= ${dialect.day(day)} THEN ${i}`).join(' ')} ELSE ${days.length} END`;
  const kind = dialect.bytes(column('kind'));
  return step('happened', 'the events in effect on the day', [
    'SELECT',
    [
      `${dialect.bytes(column('entity'))} AS entity`,
      `${kind} AS kind`,
      `${has('repairedOn') ? `CASE WHEN ${column('repairedOn')} <= ${today} THEN 1 ELSE 0 END` : '0'} AS repaired`,
      `${stretch} AS stretch`,
      ...closed.map(
        ({ name, kinds }) =>
          `CASE WHEN ${kind} IN (${kinds.map(dialect.text).join(', ')}) THEN 0 ELSE 1 END AS ${name}`,
      ),
    ],
    `FROM ${tableName(events, dialect)} v`,
    `WHERE ${on} <= ${today}`,
    ...(has('knownOn')
      ? [`  AND (${column('knownOn')} IS NULL OR ${column('knownOn')} <= ${today})`]
      : []),
    ...(has('until')
      ? [`  AND (${column('until')} IS NULL OR ${column('until')} >= ${today})`]
      : []),
  ]);
}

function addedStep(
  asked: readonly Asked[],
  closed: readonly { readonly name: string }[],
  dialect: Dialect,
): Step {
  return step('added', 'what the events of an entity add up to', [
    'SELECT',
    [
      'h.entity AS entity',
      ...asked.map(({ name }) => ({ sum: `f.${name}`, name })),
      ...closed.map(({ name }) => ({ sum: `h.${name}`, name })),
    ].map((one) =>
      typeof one === 'string' ? one : `${dialect.big(`SUM(${one.sum})`)} AS ${one.name}`,
    ),
    'FROM happened h',
    ...(asked.length === 0
      ? []
      : [
          'LEFT JOIN effect f ON f.kind = h.kind AND f.repaired = h.repaired AND f.stretch = h.stretch',
        ]),
    'GROUP BY h.entity',
  ]);
}
