import { describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { noticeA } from '../../src/notice/noticeA.js';
import { noticeB } from '../../src/notice/noticeB.js';
import type { OfficialDecision, Proposal, VisitOutcome } from '../../src/oversight/outcome.js';
import { type OversightInput, oversightReport } from '../../src/oversight/oversightReport.js';
import {
  parseDecision,
  parseOutcome,
  parseProposal,
  safeParseDecision,
  safeParseOutcome,
} from '../../src/oversight/parseOutcome.js';
import { type Promised, promisedBy, promisedIn } from '../../src/oversight/promised.js';
import { planYear } from '../../src/plan/planYear.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { chinaWorkingDays } from '../../src/schemes/chinaWorkingDays.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import { oversightText } from '../../src/texts/oversightText.js';
import { admitVisit } from '../../src/visits/ledger/admitVisit.js';
import { emptyLedger } from '../../src/visits/ledger/ledger.js';

const window = { from: '2026-03-01', to: '2026-06-30' };
const demand = (
  task: string,
  item: string,
  entity: string,
  way: 'untargeted' | 'targeted' | 'certain',
) =>
  ({
    ...{ id: `${task}/${item}/${entity}`, entity, item, task, way, window },
    ...(way === 'certain' ? { reason: 'list: key' } : { stratum: 's01' }),
  }) as const;
const visit = (id: string, lead: string, partners: string[], ...demands: string[]) => ({
  ...{ id, entity: id.split('/')[0] as string, kind: 'spot-check' as const, day: '2026-04-01' },
  ...{ lead, partners, demands },
});

/** E1 is drawn among all and for its crowds, E2 among all; E3 and E4 are on the key list. */
const promised: Promised = {
  drawId: 'EX-1',
  year: 2026,
  strata: [
    { task: 'all', code: 's01', size: 40, drawn: 2 },
    { task: 'crowds', code: 's01', size: 10, drawn: 1 },
  ],
  demands: [
    demand('all', 'labels', 'E1', 'untargeted'),
    demand('all', 'labels', 'E2', 'untargeted'),
    demand('crowds', 'exits', 'E1', 'targeted'),
    demand('key', 'tanks', 'E3', 'certain'),
    demand('key', 'tanks', 'E4', 'certain'),
  ],
  visits: [
    visit('E1/spot-check', 'market', ['fire'], 'all/labels/E1', 'crowds/exits/E1'),
    visit('E2/spot-check', 'market', [], 'all/labels/E2'),
    visit('E3/census', 'emergency', [], 'key/tanks/E3'),
    visit('E4/census', 'emergency', [], 'key/tanks/E4'),
  ],
  deferred: [],
};
const made = (id: string, faults: string[], more: Partial<VisitOutcome> = {}): VisitOutcome => {
  const plan = promised.visits.find((one) => one.id === id);
  const demands = plan?.demands ?? [];
  return {
    ...{ visit: id, entity: id.split('/')[0] as string, day: '2026-04-01' },
    ...{ lead: plan?.lead ?? 'market', partners: plan?.partners ?? [], officers: ['JC-000001'] },
    ...{ demands, answered: demands.map((one) => one.split('/')[1] as string), faults },
    ...more,
  };
};
const report = (more: Partial<OversightInput>) =>
  oversightReport({ promised, outcomes: [], asOf: '2026-12-31', ...more });
const measure = (found: ReturnType<typeof report>, id: string) => {
  const one = found.measures.find((each) => each.id === id);
  return one?.of === undefined ? one?.part : [one.part, one.of];
};

describe('coverage', () => {
  it('names what is certain and was not done once its window is over, and not before', () => {
    const outcomes = [made('E3/census', [])];
    expect(report({ outcomes }).coverage.certain).toEqual([
      {
        ...{ task: 'key', reason: 'list: key', entities: 2, due: 2, done: 1, overdue: 1, open: 0 },
        ...{ deferred: 0, missed: ['key/tanks/E4'] },
      },
    ]);
    expect(report({ outcomes, asOf: '2026-06-30' }).coverage.certain[0]).toMatchObject({
      overdue: 0,
      open: 1,
      missed: [],
    });
    const deferred = [{ demand: 'key/tanks/E4', reason: 'cap' }];
    const put = report({ outcomes, promised: { ...promised, deferred } });
    expect(put.coverage.certain[0]).toMatchObject({ overdue: 0, deferred: 1 });
  });

  it('counts a stratum’s entity as visited once every demand of it is done', () => {
    const { strata } = report({ outcomes: [made('E1/spot-check', ['labels'])] }).coverage;
    expect(
      strata.map(({ task, promised: of, visited, hits }) => [task, of, visited, hits]),
    ).toEqual([
      ['all', 2, 1, 1],
      ['crowds', 1, 1, 0],
    ]);
  });
});

describe('hit rates', () => {
  it('count a fault for the way whose own item had it', () => {
    const outcomes = [
      made('E1/spot-check', ['exits']),
      made('E2/spot-check', []),
      made('E9/own', ['labels'], { answered: ['labels'] }),
      made('E8/own', [], { cause: 'complaint', reference: '12345' }),
    ];
    const { ways, targeting } = report({ outcomes }).hits;
    expect(ways.map(({ way, hits, visits }) => `${way} ${hits}/${visits}`)).toEqual([
      ...['untargeted 0/2', 'targeted 1/1', 'certain 0/0', 'for-cause 0/1', 'unplanned 1/1'],
    ]);
    expect(targeting.difference).toBe(10_000);
  });

  it('give a check that was done again to the visit that was promised', () => {
    const again = made('E1/again', ['exits'], {
      day: '2026-03-05',
      demands: ['crowds/exits/E1'],
      answered: ['exits'],
    });
    const found = report({ outcomes: [again, made('E1/spot-check', [])] });
    expect(found.unplanned).toEqual(['E1/again']);
    expect(measure(found, 'hits-targeted')).toEqual([0, 1]);
    expect(report({ outcomes: [again] }).unplanned).toEqual([]);
  });

  it('call a promised visit on which nothing could be checked neither a hit nor unplanned', () => {
    const away = made('E1/spot-check', [], { demands: [], answered: [] });
    const { hits, unplanned } = report({ outcomes: [away] });
    expect([hits.ways.map(({ visits }) => visits), unplanned]).toEqual([[0, 0, 0, 0, 0], []]);
  });
});

describe('decisions and publication', () => {
  const fine = (id: string, review?: OfficialDecision['review']): OfficialDecision => ({
    ...{ id, entity: 'E1', authority: 'market', on: '2026-04-10', kind: 'penalty' },
    ...(review === undefined ? {} : { review }),
  });

  it('counts reviews as known on the day', () => {
    const decisions = [
      fine('a'),
      fine('b', { asked: '2026-05-01', on: '2026-07-01', outcome: 'overturned' }),
      fine('c', { asked: '2026-05-01' }),
    ];
    const on = (asOf: string) => report({ decisions, asOf }).decisions;
    const base = { authority: 'market', decided: 3, upheld: 0, changed: 0 };
    expect(on('2026-06-30')).toEqual([{ ...base, pending: 2, overturned: 0 }]);
    expect(on('2026-07-01')).toEqual([{ ...base, pending: 1, overturned: 1 }]);
    expect(on('2026-04-01')).toEqual([]);
  });

  it('counts working days over a holiday and a make-up Saturday, and judges no year unknown', () => {
    const term = { workingDays: 20, calendars: [chinaWorkingDays] };
    // Fixed on 18 September 2026: the twentieth working day is 22 October (holiday, two make-up days).
    const outcomes = [
      made('E1/spot-check', [], { concludedOn: '2026-09-18', publishedOn: '2026-10-22' }),
      made('E2/spot-check', [], { concludedOn: '2026-09-18', publishedOn: '2026-10-26' }),
      made('E3/census', [], { concludedOn: '2026-12-20' }),
      made('E4/census', [], { concludedOn: '2026-09-18' }),
    ];
    const { publication, issues } = report({ outcomes, term });
    expect(publication).toMatchObject({ judged: 3, running: 0, unjudged: 1 });
    expect(publication.late).toEqual([
      {
        ...{ visit: 'E2/spot-check', lead: 'market', by: '2026-10-22' },
        ...{ publishedOn: '2026-10-26', workingDaysLate: 2 },
      },
      { visit: 'E4/census', lead: 'emergency', by: '2026-10-22', workingDaysLate: 50 },
    ]);
    expect(issues).toMatchObject([
      { code: 'publication-unjudged', params: { given: 'year-without-calendar' } },
    ]);
  });
});

describe('overrides, joint visits and burden', () => {
  it('counts by officer, with the reason that is missing named', () => {
    const asked = { officer: 'JC-1', authority: 'market', entity: 'E1', on: '2026-04-01' } as const;
    const proposals: Proposal[] = [
      { ...asked, id: 'p1', about: 'penalty', proposed: '1000', done: '1000' },
      { ...asked, id: 'p2', about: 'penalty', proposed: '1000', done: '0', reason: '首违' },
      { ...asked, id: 'p3', about: 'tier', proposed: 'II', done: 'IV' },
    ];
    const found = report({ proposals });
    expect(found.overrides.officers).toMatchObject([
      { officer: 'JC-1', proposals: 3, overridden: 2, withoutReason: 1, limits: 0 },
    ]);
    expect(found.issues).toMatchObject([
      { code: 'override-without-reason', path: ['proposals', 'p3', 'reason'] },
    ]);
  });

  it('counts a limit overridden in the ledger, and what the firms bore', () => {
    const ask = { entity: 'E1', kind: 'census', lead: 'tax', at: '2026-01-05' } as const;
    const one = admitVisit(emptyLedger, { ...ask, id: 'a', day: '2026-03-02' }, twoInspections);
    const override = { actor: 'JC-7', reason: '示例', on: '2026-01-05' };
    const { ledger, decision } = admitVisit(
      one.ledger,
      { ...ask, id: 'b', day: '2026-09-01', override, join: false },
      twoInspections,
    );
    expect(decision.status).toBe('admitted');
    const found = report({ ledger });
    expect(found.overrides.officers).toMatchObject([{ officer: 'JC-7', proposals: 0, limits: 1 }]);
    expect([measure(found, 'visits-borne'), measure(found, 'limits-overridden')]).toEqual([2, 1]);
  });

  it('asks of those the plan sends several authorities to whether they came together', () => {
    const together = report({ outcomes: [made('E1/spot-check', [])] });
    expect(together.joint).toEqual({ entities: 1, together: 1, visits: 1, jointVisits: 1 });
    const alone = report({ outcomes: [made('E1/spot-check', [], { partners: [] })] });
    expect(alone.joint).toEqual({ entities: 1, together: 0, visits: 1, jointVisits: 0 });
  });
});

describe('bad input', () => {
  it('sets aside what contradicts the plan or itself, and names it', () => {
    const outcomes = [
      made('E1/spot-check', []),
      made('E1/spot-check', ['labels']),
      { ...made('E2/spot-check', []), entity: 'E3' },
      made('E3/census', [], { demands: ['key/tanks/E4', 'nowhere/tanks/E3'] }),
      made('E4/census', [], { day: '2027-01-01' }),
    ];
    const decisions = [
      {
        id: 'd',
        entity: 'E1',
        authority: 'market',
        visit: 'E7/x',
        on: '2026-05-01',
        kind: 'order',
      },
    ];
    const found = report({ outcomes, decisions });
    expect(found.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'repeated-outcome outcomes.1.visit',
      'outcome-of-another outcomes.2.entity',
      'demand-of-another outcomes.3.demands.0',
      'demand-not-promised outcomes.3.demands.1',
      'after-as-of outcomes.4.day',
      'decision-without-outcome decisions.d.visit',
    ]);
    expect(found.coverage.certain[0]?.done).toBe(0);
    expect(() => report({ outcomes: [{ ...made('E2/spot-check', []), entity: 'E3' }] })).toThrow(
      expect.objectContaining({ code: 'cannot-oversee' }),
    );
  });

  it.each([
    [{ faults: ['tanks'] }, 'fault-not-answered'],
    [{ concludedOn: '2026-03-31' }, 'result-before-visit'],
    [{ publishedOn: '2026-03-31' }, 'published-before-result'],
    [{ cause: 'complaint' }, 'cause-without-reference'],
    [{ day: '2026-02-30' }, 'no-such-day'],
  ])('refuses an outcome with %j: %s', (more, code) => {
    const parsed = safeParseOutcome({ ...made('E1/spot-check', []), ...more });
    expect(parsed.ok ? [] : parsed.issues.map((one) => one.code)).toEqual([code]);
  });

  it.each([
    [{ asked: '2026-04-01' }, 'review-before-decision'],
    [{ asked: '2026-05-01', on: '2026-04-30', outcome: 'upheld' }, 'review-before-decision'],
    [{ asked: '2026-05-01', on: '2026-06-30' }, 'review-half'],
    [{ asked: '2026-05-01', outcome: 'upheld' }, 'review-half'],
  ])('refuses a decision with the review %j: %s', (review, code) => {
    const base = { id: 'a', entity: 'E1', authority: 'market', on: '2026-04-10', kind: 'penalty' };
    const parsed = safeParseDecision({ ...base, review });
    expect(parsed.ok ? [] : parsed.issues.map((one) => one.code)).toEqual([code]);
    expect(parseDecision(base)).toEqual(base);
  });

  it('parses what is right', () => {
    const outcome = made('E1/spot-check', ['labels']);
    expect(parseOutcome(JSON.parse(JSON.stringify(outcome)))).toEqual(outcome);
    expect(() => parseProposal({ id: 'p' })).toThrow(expect.objectContaining({ code: 'bad-noun' }));
  });
});

describe('what was promised', () => {
  it('is the same from the notices as from the plan, and has every visit’s demands', () => {
    const { register, tasks, programme, year, asOf } = sampleCity({ entities: 600, seed: 'watch' });
    const plan = planYear(
      {
        ...{ programme: parseProgramme(programme), register, tasks, year, asOf, drawId: 'EX-1' },
        sources: [{ label: 'dice', bits: 132 }],
      },
      [{ label: 'dice', value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9.4.4.7.1.0.8.5.2.6.6.3.9.1.7' }],
    );
    const found = promisedBy(plan);
    expect(found).toEqual(promisedIn(noticeA(plan.prepared), noticeB(plan)));
    expect(found.demands.map(({ id }) => id)).toEqual(plan.demands.map(({ id }) => id).sort());
    const done = found.visits.flatMap(({ demands }) => demands);
    expect([...done, ...found.deferred.map((one) => one.demand)].sort()).toEqual(
      found.demands.map(({ id }) => id),
    );
    const text = oversightText(
      oversightReport({ promised: found, outcomes: [], asOf: '2026-12-31' }),
      'zh',
    );
    expect(text).toContain('全覆盖事项逾期');
  });
});
