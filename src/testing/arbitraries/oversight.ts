import * as fc from 'fast-check';
import { addDays } from '../../core/day.js';
import type { OfficialDecision, Proposal, VisitOutcome } from '../../oversight/outcome.js';
import type { OversightInput } from '../../oversight/oversightReport.js';
import type { Promised, PromisedDemand, PromisedVisit } from '../../oversight/promised.js';
import { arbitraryDay } from './day.js';

const ENTITIES = ['E1', 'E2', 'E3', 'E4', 'E5'] as const;
const TASKS = [
  { task: 'all', way: 'untargeted', items: ['labels', 'wages'], authority: 'market' },
  { task: 'crowds', way: 'targeted', items: ['exits'], authority: 'fire' },
  { task: 'key', way: 'certain', items: ['exits', 'tanks'], authority: 'emergency' },
] as const;
const YEAR = { from: '2026-01-05', to: '2026-12-20' } as const;

/** A year to look back at: what was promised, and rows about what became of it. */
export type YearDone = OversightInput & {
  readonly decisions: readonly OfficialDecision[];
  readonly proposals: readonly Proposal[];
};

/**
 * Years of supervision to look back at: plans with draws and certain checks, visits made, moved, forgotten
 * and unasked, faults found, decisions reviewed, answers overridden.
 *
 * @example
 * ```ts
 * import { oversightReport } from 'evenhand/oversight';
 * import { arbitraryYearDone } from 'evenhand/testing';
 * import * as fc from 'fast-check';
 *
 * const years = fc.sample(arbitraryYearDone(), { seed: 1, numRuns: 20 });
 * years.every((year) => oversightReport(year).measures.length > 10); // => true
 * ```
 */
export function arbitraryYearDone(): fc.Arbitrary<YearDone> {
  return promised().chain((plan) =>
    fc
      .tuple(
        fc.tuple(...plan.visits.map((visit) => fc.option(madeOf(visit, plan), { nil: undefined }))),
        fc.array(unasked(), { maxLength: 3 }),
        arbitraryDay({ from: '2026-06-01', to: '2026-12-31' }),
      )
      .chain(([made, more, asOf]) => {
        const outcomes = [
          ...made.flatMap((one) => one ?? []),
          ...more.map((one, i) => ({ ...one, visit: `${one.entity}/own#${i}` })),
        ].filter(({ day }) => day <= asOf);
        return fc
          .record({
            decisions: fc.array(decisionOf(outcomes), { maxLength: 4 }),
            proposals: fc.array(proposal(), { maxLength: 5 }),
          })
          .map(
            ({ decisions, proposals }): YearDone => ({
              promised: plan,
              outcomes,
              decisions: decisions.map((one, i) => ({ ...one, id: `d${i}` })),
              proposals: proposals.map((one, i) => ({ ...one, id: `p${i}` })),
              asOf,
            }),
          );
      }),
  );
}

function promised(): fc.Arbitrary<Promised> {
  const chosen = fc.tuple(
    ...TASKS.map(() => fc.subarray([...ENTITIES])),
    arbitraryDay({ from: '2026-05-01', to: YEAR.to }),
  );
  return chosen.map(([all, crowds, key, to]) => {
    const entities = [all, crowds, key] as readonly (readonly string[])[];
    const window = { from: YEAR.from, to: to as string };
    const demands = TASKS.flatMap(({ task, way, items }, i) =>
      (entities[i] as readonly string[]).flatMap((entity) =>
        items.map(
          (item): PromisedDemand => ({
            ...{ id: `${task}/${item}/${entity}`, entity, item, task, way, window },
            ...(way === 'certain' ? { reason: 'list: key' } : { stratum: 's01' }),
          }),
        ),
      ),
    );
    const visits = TASKS.flatMap(({ task, authority }, i) =>
      (entities[i] as readonly string[]).map(
        (entity): PromisedVisit => ({
          ...{ id: `${entity}/${task}`, entity, kind: 'spot-check', day: window.from },
          ...{ lead: authority, partners: [] },
          demands: demands
            .filter((one) => one.task === task && one.entity === entity)
            .map(({ id }) => id),
        }),
      ),
    );
    return {
      ...{ drawId: 'EX-1', year: 2026, demands, visits, deferred: [] },
      strata: TASKS.flatMap(({ task, way }, i) =>
        way === 'certain'
          ? []
          : [{ task, code: 's01', size: 9, drawn: (entities[i] as readonly string[]).length }],
      ),
    };
  });
}

function madeOf(visit: PromisedVisit, plan: Promised): fc.Arbitrary<VisitOutcome> {
  const items = visit.demands.map(
    (id) => plan.demands.find((one) => one.id === id)?.item as string,
  );
  return fc
    .record({
      day: arbitraryDay(YEAR),
      done: fc.subarray([...visit.demands.keys()]),
      faulty: fc.subarray(items),
      joins: fc.boolean(),
      term: terms(),
    })
    .map(({ day, done, faulty, joins, term }) => {
      const answered = done.map((i) => items[i] as string);
      return {
        ...{ visit: visit.id, entity: visit.entity, day, lead: visit.lead },
        ...{ partners: joins ? ['fire', 'market', 'emergency'] : [], officers: ['JC-000001'] },
        ...{ demands: done.map((i) => visit.demands[i] as string), answered },
        faults: faulty.filter((item) => answered.includes(item)),
        ...term(day),
      };
    });
}

function unasked(): fc.Arbitrary<VisitOutcome> {
  return fc
    .record({
      entity: fc.constantFrom(...ENTITIES),
      day: arbitraryDay(YEAR),
      faults: fc.subarray(['labels']),
      cause: fc.option(fc.constant({ cause: 'complaint', reference: '示例〔2026〕1号' }), {
        nil: undefined,
      }),
      term: terms(),
    })
    .map(({ entity, day, faults, cause, term }) => ({
      ...{ visit: '', entity, day, lead: 'market', partners: [], officers: ['JC-000002'] },
      ...{ demands: [], answered: ['labels'], faults, ...(cause ?? {}), ...term(day) },
    }));
}

/** When a result was fixed, was due to be public, and was: in time, late, or not at all. */
function terms(): fc.Arbitrary<(day: string) => Partial<VisitOutcome>> {
  return fc
    .option(fc.tuple(fc.nat({ max: 20 }), fc.option(fc.nat({ max: 60 }), { nil: undefined })), {
      nil: undefined,
    })
    .map((term) => (day) => {
      if (term === undefined) return {};
      const [after, shown] = term;
      const concludedOn = addDays(day, after);
      return {
        concludedOn,
        publishBy: addDays(concludedOn, 28),
        ...(shown === undefined ? {} : { publishedOn: addDays(concludedOn, shown) }),
      };
    });
}

function decisionOf(outcomes: readonly VisitOutcome[]): fc.Arbitrary<OfficialDecision> {
  const visits = [undefined, ...outcomes.map(({ visit }) => visit)];
  return fc
    .record({
      entity: fc.constantFrom(...ENTITIES),
      authority: fc.constantFrom('market', 'fire'),
      visit: fc.constantFrom(...visits),
      on: arbitraryDay(YEAR),
      outcome: fc.constantFrom('none', 'pending', 'upheld', 'changed', 'overturned'),
    })
    .map(({ visit, on, outcome, ...rest }) => ({
      ...{ ...rest, id: '', on, kind: 'penalty' },
      ...(visit === undefined ? {} : { visit }),
      ...(outcome === 'none'
        ? {}
        : {
            review:
              outcome === 'pending'
                ? { asked: addDays(on, 10) }
                : { asked: addDays(on, 10), on: addDays(on, 50), outcome },
          }),
    })) as fc.Arbitrary<OfficialDecision>;
}

function proposal(): fc.Arbitrary<Proposal> {
  return fc
    .record({
      officer: fc.constantFrom('JC-000001', 'JC-000002'),
      entity: fc.constantFrom(...ENTITIES),
      on: arbitraryDay(YEAR),
      about: fc.constantFrom('visit', 'penalty', 'tier'),
      done: fc.constantFrom('yes', 'no'),
      reason: fc.option(fc.constant('示例理由'), { nil: undefined }),
    })
    .map(({ reason, ...rest }) => ({
      ...{ ...rest, id: '', authority: 'market', proposed: 'yes' },
      ...(reason === undefined ? {} : { reason }),
    })) as fc.Arbitrary<Proposal>;
}
