import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import type { OfficialDecision, VisitOutcome } from '../../oversight/outcome.js';
import { type OversightInput, oversightReport } from '../../oversight/oversightReport.js';
import type { Measure, OversightReport } from '../../oversight/oversightTypes.js';
import { chinaWorkingDays } from '../../schemes/chinaWorkingDays.js';
import { admitVisit } from '../../visits/ledger/admitVisit.js';
import { emptyLedger, type Ledger } from '../../visits/ledger/ledger.js';
import { arbitraryDay } from '../arbitraries/day.js';
import { arbitraryYearDone, type YearDone } from '../arbitraries/oversight.js';
import { changes, differs, type Finding, firstFinding, type Law, law, throughJson } from './law.js';

/** How a platform measures supervision: this library's way, or one of its own. */
export interface OversightPlatform {
  readonly measures?: (input: OversightInput) => readonly Measure[];
}

/**
 * What must hold for measures of supervision: none of them is a quota. A check that nobody asked for and
 * that finds nothing, and a penalty more, make nothing look better; a check that was asked for does count.
 *
 * @param platform - what is tried; this library's own report where left out
 */
export function oversightLaws(platform: OversightPlatform = {}): Law[] {
  requireArgument('oversightLaws', 'platform', platform, 'object');
  const { measures = (input) => oversightReport(input).measures } = platform;
  const measured = (year: OversightInput): readonly Measure[] => measures(withRest(year));
  const years = arbitraryYearDone();
  const useless = uselessVisits();
  return [
    law(
      'makes nothing look better for a check that nobody asked for and that finds nothing',
      fc.tuple(years, fc.array(useless, { minLength: 1, maxLength: 3 })),
      ([year, visits]) => {
        const more = visits.map((one, i) => uselessIn(year, one, i));
        return improved(
          measured(year),
          measured({ ...year, outcomes: [...year.outcomes, ...more] }),
        );
      },
    ),
    law(
      'makes nothing look better for a penalty more, whether it stands or falls',
      fc.tuple(years, fc.array(penalties(), { minLength: 1, maxLength: 3 })),
      ([year, fines]) => {
        const more = fines.map((one, i) => ({ ...one, id: `more-${i}` }));
        return improved(
          measured(year),
          measured({ ...year, decisions: [...year.decisions, ...more] }),
        );
      },
    ),
    law('counts a check that was asked for, once it is done', years, (year) => {
      const made = new Set(year.outcomes.map(({ visit }) => visit));
      const left = year.promised.visits.find(({ id }) => !made.has(id));
      if (left === undefined) return undefined;
      const { id: visit, entity, lead, partners, demands } = left;
      const day = year.promised.demands.find((one) => one.id === demands[0])?.window.from as string;
      const items = demands.map((id) => id.split('/')[1] as string);
      const done = { visit, entity, day, lead, partners, demands, officers: [], answered: items };
      const after = measured({ ...year, outcomes: [...year.outcomes, { ...done, faults: [] }] });
      const raised = measured(year).some((one) => {
        const then = after.find(({ id }) => id === one.id);
        return then !== undefined && one.better === 'more' && compare(then, one) > 0;
      });
      return raised ? undefined : `the visit \`${visit}\` counts nowhere`;
    }),
    law(
      'gives the same for any order of rows',
      years.chain((year) =>
        fc.tuple(
          fc.constant(year),
          fc.shuffledSubarray([...year.outcomes], { minLength: year.outcomes.length }),
          fc.shuffledSubarray([...year.decisions], { minLength: year.decisions.length }),
        ),
      ),
      ([year, outcomes, decisions]) =>
        differs(measured(year), measured({ ...year, outcomes, decisions })),
    ),
    law(
      'has no part above its whole, and every share within its interval',
      years,
      (year) => firstFinding(measured(year), outOfBounds) ?? intervalsHold(oversightReport(year)),
    ),
    law('changes nothing it is given, and survives JSON', years, (year) => {
      const plain = throughJson(year);
      return changes(year, (given) => measured(given)) ?? differs(measured(year), measured(plain));
    }),
  ];
}

/** The term of publication, and a ledger in which every visit stands. */
function withRest(year: OversightInput): OversightInput {
  let ledger: Ledger = emptyLedger;
  for (const { visit, entity, day, lead } of year.outcomes.toSorted((a, b) =>
    a.visit < b.visit ? -1 : 1,
  )) {
    const ask = { id: visit, entity, day, lead, kind: 'spot-check', join: false } as const;
    ledger = admitVisit(ledger, { ...ask, at: '2026-01-05' }, []).ledger;
  }
  return { ...year, ledger, term: { workingDays: 20, calendars: [chinaWorkingDays] } };
}

type Useless = Pick<VisitOutcome, 'entity' | 'day' | 'partners'> & {
  readonly repeats: boolean;
  readonly cause: boolean;
};

function uselessVisits(): fc.Arbitrary<Useless> {
  return fc.record({
    entity: fc.constantFrom('E1', 'E2', 'E3', 'E4', 'E5'),
    day: arbitraryDay({ from: '2026-01-05', to: '2026-05-31' }),
    partners: fc.subarray(['fire', 'emergency']),
    repeats: fc.boolean(),
    cause: fc.boolean(),
  });
}

/** A visit that finds nothing; at most it does again what a promised visit has done. */
function uselessIn(year: YearDone, one: Useless, i: number): VisitOutcome {
  const { entity, day, partners, repeats, cause } = one;
  const demands = repeats
    ? year.outcomes.flatMap((done) =>
        done.entity === entity && year.promised.visits.some(({ id }) => id === done.visit)
          ? done.demands
          : [],
      )
    : [];
  return {
    ...{ visit: `${entity}/useless#${i}`, entity, day, lead: 'market', partners },
    ...{ officers: ['JC-000009'], demands, answered: ['labels'], faults: [] },
    ...(cause ? { cause: 'monitoring', reference: '示例' } : {}),
    ...{ concludedOn: day, publishedOn: day },
  };
}

function penalties(): fc.Arbitrary<OfficialDecision> {
  return fc
    .record({
      entity: fc.constantFrom('E1', 'E2'),
      authority: fc.constantFrom('market', 'fire', 'tax'),
      outcome: fc.constantFrom('none', 'upheld', 'changed', 'overturned'),
    })
    .map(({ outcome, ...rest }) => ({
      ...{ ...rest, id: '', kind: 'penalty', on: '2026-02-02' },
      ...(outcome === 'none' ? {} : { review: { asked: '2026-02-10', on: '2026-03-10', outcome } }),
    })) as fc.Arbitrary<OfficialDecision>;
}

function improved(before: readonly Measure[], after: readonly Measure[]): Finding {
  const known = new Map(before.map((one) => [one.id, one]));
  return firstFinding(after, (one) => {
    const then = known.get(one.id);
    if (then === undefined || one.better === 'neither') return undefined;
    const change = compare(one, then);
    const isBetter = one.better === 'more' ? change > 0 : change < 0;
    return isBetter
      ? `\`${one.id}\` goes from ${shown(then)} to ${shown(one)}, better by ${one.better}`
      : undefined;
  });
}

/** Below 0, 0 or above 0, as shares or counts; a share of nothing is 0. */
function compare(a: Measure, b: Measure): number {
  const [p, q] = [BigInt(a.part) * whole(b), BigInt(b.part) * whole(a)];
  return p < q ? -1 : p > q ? 1 : 0;
}

const whole = ({ of = 1 }: Measure): bigint => BigInt(of === 0 ? 1 : of);

const shown = ({ part, of }: Measure): string => (of === undefined ? `${part}` : `${part}/${of}`);

function outOfBounds(one: Measure): Finding {
  const { id, part, of } = one;
  if (of === undefined ? part >= 0 : Math.abs(part) <= of) return undefined;
  return `\`${id}\` is ${shown(one)}`;
}

function intervalsHold({ hits, coverage, overrides }: OversightReport): Finding {
  const shares = [
    ...hits.ways.map(({ hits: part, visits: of, interval }) => ({ part, of, interval })),
    ...coverage.strata.map(({ hits: part, visited: of, interval }) => ({ part, of, interval })),
    ...overrides.officers.map(({ overridden: part, proposals: of, interval }) => ({
      ...{ part, of, interval },
    })),
  ];
  return firstFinding(shares, ({ part, of, interval: { low, high } }) =>
    low * of <= part * 10_000 && part * 10_000 <= high * of
      ? undefined
      : `${part}/${of} lies outside ${low} to ${high}`,
  );
}
