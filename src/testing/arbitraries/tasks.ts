import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, type DayRange, daysBetween } from '../../core/day.js';
import { QUOTA_RULES } from '../../draw/quota.js';
import type { Sampling } from '../../draw/sampling.js';
import { SHARE_BASES } from '../../draw/subShare.js';
import type { Condition } from '../../register/condition.js';
import {
  CHANCES,
  type Chances,
  type Register,
  type Task,
  type TaskQuota,
  type TaskSpread,
  VISIT_KINDS,
} from '../../register/nouns.js';
import { type AnyProgramme, programmeOf } from '../programmeOf.js';
import { daysInForce } from './day.js';
import { arbitraryRatio } from './ratio.js';
import { readingOf } from './reading.js';

/** How arbitrary tasks are made. */
export interface TasksOptions {
  /** The most tasks, 4 where left out. */
  readonly maxTasks?: number;
  /** All windows lie in it; the year 2026 where left out. */
  readonly span?: DayRange;
}

/**
 * Tasks of a register's authorities: one or several together, targeted by what the programme reads
 * or not, with every kind of quota, in windows that may be a single day.
 */
export function arbitraryTasks(
  programme: AnyProgramme,
  register: Register,
  options: TasksOptions = {},
): fc.Arbitrary<Task[]> {
  requireArgument('arbitraryTasks', 'programme', programme, 'object');
  requireArgument('arbitraryTasks', 'register', register, 'object', 'parseRegister(…)');
  requireArgument('arbitraryTasks', 'options', options, 'object');
  const { maxTasks = 4, span = { from: '2026-01-01', to: '2026-12-31' } } = options;
  const parsed = programmeOf(programme);
  const days = daysInForce(parsed);
  const scopes = days.flatMap(({ from }) => readingOf(parsed.at(from)).fields);
  const methods = days.map(({ from }) => parsed.at(from).sampling);
  const task = arbitraryTask(register, scopes, span, methods);
  return fc
    .array(task, { minLength: 1, maxLength: maxTasks })
    .map((tasks) => tasks.map((one, i) => ({ ...one, id: `task-${i + 1}` })));
}

function arbitraryTask(
  register: Register,
  scopes: readonly Condition[],
  span: DayRange,
  methods: readonly Pick<Sampling, 'method' | 'weight'>[],
): fc.Arbitrary<Task> {
  const ids = register.authorities.map(({ id }) => id);
  const last = daysBetween(span.from, span.to);
  const day = fc.integer({ min: 0, max: last });
  const days = (from: number, to: number): DayRange => ({
    from: addDays(span.from, from),
    to: addDays(span.from, to),
  });
  return fc
    .shuffledSubarray(ids, { minLength: 1 })
    .chain(([lead = '', ...partners]) => {
      const own = register.items.filter(({ authority }) => [lead, ...partners].includes(authority));
      return fc.record({
        lead: fc.constant(lead),
        partners: fc.constant(partners),
        items: fc.subarray(
          own.map(({ id }) => id),
          { minLength: 1 },
        ),
        scope: fc.oneof(
          { weight: 3, arbitrary: fc.constant<Condition>({ all: [] }) },
          {
            weight: 1,
            arbitrary: fc.constantFrom<Condition>({ field: 'district', eq: '110105' }, ...scopes),
          },
        ),
        kind: fc.constantFrom(...VISIT_KINDS),
        quota: arbitraryQuota(
          register.entities.map(({ id }) => id),
          [{ field: 'district', eq: '110105' }, ...scopes],
        ),
        spread: fc.option(fc.constantFrom({ place: 1, of: 2 }, { place: 2, of: 3 }), {
          nil: undefined,
          freq: 4,
        }),
        window: fc.oneof(
          fc.tuple(day, day).map((ends) => days(Math.min(...ends), Math.max(...ends))),
          fc.tuple(day, fc.nat(20)).map(([from, more]) => days(from, Math.min(from + more, last))),
        ),
        chances: fc.constantFrom(undefined, ...CHANCES),
        group: fc.constantFrom('all', 'all', 'apart'),
        teamSize: fc.constantFrom(2, 2, 3),
        duty: fc.boolean(),
      });
    })
    .map(({ spread, chances, ...task }) => ({
      ...{ id: '', ...task },
      ...possibleDraw({ spread, chances }, methods),
    }));
}

/** A draw by weight needs a rule of weights, and has no place that it begins at. */
function possibleDraw(
  {
    spread,
    chances,
  }: { readonly spread: TaskSpread | undefined; readonly chances: Chances | undefined },
  methods: readonly Pick<Sampling, 'method' | 'weight'>[],
): Pick<Task, 'spread' | 'chances'> {
  const apart = spread === undefined ? {} : { spread };
  const stated = chances === undefined ? {} : { chances };
  const isByWeight = methods.some(({ method }) => (chances ?? method) === 'pareto');
  if (!isByWeight) return { ...apart, ...stated };
  if (methods.some(({ weight }) => weight === undefined)) return { ...apart, chances: 'equal' };
  return chances === undefined && spread !== undefined ? { spread, chances: 'equal' } : stated;
}

/**
 * Quotas of every kind.
 *
 * @param ids - entities that earlier parts of a cycle may have drawn
 * @param parts - conditions of parts that may have a least share
 */
export function arbitraryQuota(
  ids: readonly string[] = [],
  parts: readonly Condition[] = [],
): fc.Arbitrary<TaskQuota> {
  requireArgument('arbitraryQuota', 'ids', ids, 'array');
  requireArgument('arbitraryQuota', 'parts', parts, 'array');
  const rule = fc.constantFrom(...QUOTA_RULES);
  const share = fc.record({
    where: fc.constantFrom(...parts, { all: [] }),
    ratio: arbitraryRatio(),
    of: fc.constantFrom(...SHARE_BASES),
  });
  const least = fc
    .option(share, { nil: undefined, freq: 3 })
    .map((one) => (one === undefined ? {} : { least: one }));
  const withLeast = <T extends object>(quota: fc.Arbitrary<T>) =>
    fc.tuple(quota, least).map(([one, more]) => ({ ...one, ...more }));
  const range = { from: '0', to: '1' };
  return fc.oneof(
    fc.constant({ by: 'matrix' as const }),
    withLeast(fc.record({ ratio: arbitraryRatio(), rule })),
    withLeast(
      fc.tuple(arbitraryRatio(), rule).map(([ratio, one]) => ({
        ...{ range, chosen: { ratio, by: 'the organ' }, rule: one },
      })),
    ),
    withLeast(fc.nat(12).map((total) => ({ total }))),
    withLeast(fc.constantFrom('1:2', '3:2').map((staff) => ({ staff }))),
    fc
      .tuple(fc.constantFrom('25%', '1/3', '10%'), fc.integer({ min: 1, max: 4 }), fc.nat())
      .chain(([ratio, count, n]) =>
        fc.record({
          ratio: fc.constant(ratio),
          parts: fc.constant(count),
          part: fc.constant((n % count) + 1),
          drawn: fc.subarray([...ids]),
        }),
      ),
    fc.constant({ all: 'a year of full coverage' }),
  );
}
