import { ownDigest } from 'evenhand/core';
import {
  amendmentMarkdown,
  amendPlan,
  noticeA,
  noticeB,
  type PlanAct,
  type PlanAmendment,
  parseAmendment,
  planNow,
  verifyAmendments,
} from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { drawKey, ticket } from 'evenhand/ticket';
import { describe, expect, it } from 'vitest';
import { openingsOf } from '../../src/plan/staff.js';
import { town } from '../plan/town.js';
import { ENTROPY } from '../plan/year.js';
import { codeOf } from '../ticket/codeOf.js';
import { copy, honest, type Open, otherDigest, prepared } from './forger.js';

const { a, b } = honest;
const task = 'spring';
const i = b.samples.findIndex((one) => one.task === task);
/** Checked on the premises, with substitutes of whom the first is not visited otherwise. */
const stratum = (b.samples[i]?.strata ?? []).find(
  ({ code, selected, substitutes }) =>
    a.tasks[i]?.strata.find((one) => one.code === code)?.method === 'on-site' &&
    selected.length > 1 &&
    substitutes.length > 1 &&
    b.visits.every(({ entity }) => entity !== substitutes[0]?.id),
) as (typeof b.samples)[number]['strata'][number];
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
const strike = (entity: string, of = task): PlanAct => ({
  kind: 'strike',
  task: of,
  entity,
  reason: 'closed since the cut-off',
});
const absence = (inspector: string, from = '2026-01-01', to = '2026-12-31'): PlanAct => ({
  kind: 'absence',
  inspector,
  from,
  to,
});

/** Amendments one after the other. */
function chain(...acts: readonly PlanAct[]): PlanAmendment[] {
  const amendments: PlanAmendment[] = [];
  for (const act of acts) amendments.push(amendPlan({ prepared, noticeB: b, amendments }, act));
  return amendments;
}

const [drawn, second] = ids(stratum.selected) as [string, string];
const [spare, next] = ids(stratum.substitutes) as [string, string];
const busiest = [...b.loads].sort((x, y) => y.load - x.load)[0]?.inspector as string;
const three = chain(strike(drawn), absence(busiest, '2026-01-01', '2026-05-31'), strike(spare));
const fieldOf = (amendments: readonly PlanAmendment[], options = {}) =>
  verifyAmendments(a, b, amendments, options).field;

/** An amendment changed by hand, with its digest made anew. */
function forged(one: PlanAmendment, change: (open: Open<PlanAmendment>) => void): PlanAmendment {
  const open = copy(one);
  change(open);
  return { ...(open as PlanAmendment), digest: ownDigest({ ...open }) };
}
/** The same in its chain, with all that come after it linked and digested anew. */
function rechained(
  list: readonly PlanAmendment[],
  at: number,
  change: (open: Open<PlanAmendment>) => void,
): PlanAmendment[] {
  const result: PlanAmendment[] = [];
  for (const [n, one] of list.entries()) {
    const previous = result.at(-1)?.digest ?? b.digest;
    result.push(
      forged(one, (open) => {
        open.previous = previous;
        if (n === at) change(open);
      }),
    );
  }
  return result;
}

describe('a strike', () => {
  const [one] = three as [PlanAmendment];

  it('lets exactly the next substitute of the stratum in', () => {
    expect(one.substitution).toEqual({ stratum: stratum.code, ...stratum.substitutes[0] });
    const now = planNow(b, [one]).samples[i]?.strata.find(({ code }) => code === stratum.code);
    expect(ids(now?.selected ?? [])).toEqual([...ids(stratum.selected).slice(1), spare]);
    expect(ids(now?.substitutes ?? [])).toEqual(ids(stratum.substitutes).slice(1));
    const untouched = planNow(b, [one]).samples.filter((sample) => sample.task !== task);
    expect(untouched).toEqual(b.samples.filter((sample) => sample.task !== task));
  });

  it('takes what the task asked for away from the struck, and leaves what others ask', () => {
    const asked = ({ visits, deferred }: Pick<typeof b, 'visits' | 'deferred'>) => [
      ...visits.flatMap(({ entity, demands }) =>
        entity === drawn ? demands.map((one) => `${one.task}/${one.item}`) : [],
      ),
      ...deferred.flatMap((one) => (one.entity === drawn ? `${one.task}/${one.item}` : [])),
    ];
    const before = asked(b);
    expect(before.some((demand) => demand.startsWith(`${task}/`))).toBe(true);
    // What the cap deferred may find room now.
    expect(asked(planNow(b, [one])).sort()).toEqual(
      before.filter((demand) => !demand.startsWith(`${task}/`)).sort(),
    );
  });

  it('has the substitute visited by a team, with what the struck was to be checked for', () => {
    const visits = planNow(b, [one]).visits.filter(({ entity }) => entity === spare);
    const asked = visits.flatMap(({ demands }) => demands.filter((own) => own.task === task));
    expect(asked.length).toBeGreaterThan(0);
    for (const { members, leader, teamSize } of visits) {
      expect(members).toHaveLength(teamSize);
      expect(members).toContain(leader);
    }
  });

  it('changes no visit of anybody else, and nobody’s team', () => {
    const rest = ({ visits }: Pick<typeof b, 'visits'>) =>
      visits.filter(({ entity }) => entity !== drawn && entity !== spare);
    expect(rest(planNow(b, [one]))).toEqual(rest(b));
  });

  it('of the substitute lets the one after it in, with the chain in view', () => {
    expect(three[2]?.act).toMatchObject({ entity: spare });
    expect(three[2]?.substitution?.id).toBe(next);
  });

  it('goes on until no substitute is left, and says so', () => {
    const all = [drawn, ...ids(stratum.substitutes), second];
    const amendments = chain(...all.map((id) => strike(id)));
    expect(amendments.at(-1)?.substitution).toEqual({ stratum: stratum.code });
    expect(verifyAmendments(a, b, amendments).ok).toBe(true);
    expect(amendmentMarkdown(amendments.at(-1) as PlanAmendment, 'zh')).toContain('本层已无备选');
  });

  it('of anybody drawn for any task verifies', () => {
    for (const { task: of, strata } of b.samples) {
      for (const { id } of strata.flatMap(({ selected }) => selected.slice(0, 3))) {
        expect(verifyAmendments(a, b, chain(strike(id, of))).field).toBeUndefined();
      }
    }
  });

  it('says on its page who is checked without a visit now, and what is deferred', () => {
    const struck = b.samples.flatMap(({ task: of, strata }) =>
      strata.flatMap(({ selected }) => selected.map(({ id }) => strike(id, of))),
    );
    const pages = struck.map((act) => {
      const [amendment] = chain(act) as [PlanAmendment];
      return { amendment, zh: amendmentMarkdown(amendment, 'zh') };
    });
    const [atDesk] = pages.filter(({ amendment }) => amendment.desk.length > 0);
    const { task: of, entity } = atDesk?.amendment.desk[0] ?? {};
    expect(atDesk?.zh).toContain(
      `## 非现场检查\n\n| 任务 | 对象 |\n| --- | --- |\n| ${of} | ${entity} |`,
    );
    for (const { amendment, zh } of pages) {
      expect(zh.includes('## 非现场检查')).toBe(amendment.desk.length > 0);
      expect(zh.includes('## 暂缓')).toBe(amendment.deferred.length > 0);
      for (const { entity: who } of amendment.desk) expect(zh).toContain(who);
      for (const { reason } of amendment.deferred) expect(zh).not.toContain(reason);
    }
  });

  it('opens the recusals of whoever is visited only now', () => {
    const recusals = [drawn, spare, next].map((entity) => ({ entity, reason: 'family' }));
    const inspectors = town.register.inspectors.map((one) =>
      one.id === 'M1' ? { ...one, recusals } : one,
    );
    const other = preparePlan({ ...town, register: { ...town.register, inspectors } });
    const own = { a: noticeA(other), b: noticeB(drawPlan(other, ENTROPY)) };
    const all = openingsOf(other.inspectors, other.secret);
    const opened = amendPlan({ prepared: other, noticeB: own.b, amendments: [] }, strike(drawn));
    const verified = (one: PlanAmendment) =>
      verifyAmendments(own.a, own.b, [one], { recusals: all }).field;
    expect(opened.openings).toEqual(all.filter(({ entity }) => entity === spare));
    expect(opened.openings).toHaveLength(1);
    expect(opened.teams.find(({ visit }) => visit.startsWith(spare))?.members).not.toContain('M1');
    expect(verified(opened)).toBeUndefined();
    const hidden = forged(opened, (open) => {
      open.openings = [];
    });
    expect(verified(hidden)).toBe('amendments[0].openings');
    const made = forged(opened, (open) => {
      if (open.openings[0]) open.openings[0].inspector = 'M2';
    });
    expect(verified(made)).toBe('amendments[0].openings[0]');
  });

  it.each([
    ['not-drawn', strike('nobody')],
    ['not-drawn', strike(spare)],
    ['not-drawn', strike(drawn, 'winter')],
    ['reason-missing', { ...strike(drawn), reason: ' ' }],
    ['unknown-inspector', absence('X9')],
    ['no-such-day', absence(busiest, '2026-02-30')],
    ['bad-absence', absence(busiest, '2026-03-02', '2026-03-01')],
  ] as const)('is refused as %s', (code, act) => {
    expect(codeOf(() => chain(act as PlanAct))).toBe(code);
  });
});

describe('an absence', () => {
  const [one] = chain(absence(busiest)) as [PlanAmendment];
  const now = planNow(b, [one]);

  it('leaves every pair of a visit that is not concerned as it was drawn', () => {
    for (const [n, visit] of b.visits.entries()) {
      if (!visit.members?.includes(busiest)) expect(now.visits[n]).toEqual(visit);
    }
  });

  it('keeps who stays in front, in order of acceptance, and fills the places', () => {
    for (const [n, { members = [], teamSize }] of b.visits.entries()) {
      const stay = members.filter((id) => id !== busiest);
      const after = now.visits[n]?.members ?? [];
      expect(after.slice(0, stay.length)).toEqual(stay);
      expect(after).toHaveLength(teamSize);
      expect(after).not.toContain(busiest);
    }
  });

  it('draws with pair:2, the next re-run with pair:3, and never with a new seed', () => {
    expect([one.purpose, one.key]).toEqual(['pair:2', drawKey(b.seed, 'pair:2')]);
    expect(three.map(({ purpose }) => purpose)).toEqual(['pair:2', 'pair:3', 'pair:4']);
  });

  it('of days without a visit of his draws nothing, and the next key stays unused', () => {
    const idle = chain(absence(busiest, '2026-01-01', '2026-01-01'), absence(busiest));
    expect(idle[0]).toMatchObject({ teams: [], loads: [], unstaffed: [] });
    expect(idle[0]?.purpose).toBeUndefined();
    expect(idle[1]?.purpose).toBe('pair:2');
    expect(verifyAmendments(a, b, idle).ok).toBe(true);
  });

  it('of everybody who could go leaves visits without a team, with the witness', () => {
    const gone = chain(...['F1', 'F2', 'F3', 'M1'].map((id) => absence(id)));
    const last = gone.findLast(({ witness }) => witness !== undefined) as PlanAmendment;
    expect(last.unstaffed.length).toBeGreaterThan(0);
    const bare = planNow(b, gone).visits.filter(({ members }) => members === undefined);
    expect(bare.map(({ id }) => id).sort()).toEqual([...(gone.at(-1)?.unstaffed ?? [])].sort());
    expect(verifyAmendments(a, b, gone).ok).toBe(true);
    expect(amendmentMarkdown(last, 'en')).toContain('not enough inspectors');
  });
});

describe('a chain of amendments', () => {
  it('verifies, also as text, and with the digest of the last', () => {
    const digestOfLast = three.at(-1)?.digest as string;
    expect(verifyAmendments(a, b, three, { digestOfLast })).toEqual({ ok: true });
    const read = (JSON.parse(JSON.stringify(three)) as unknown[]).map(parseAmendment);
    expect(verifyAmendments(a, b, read).ok).toBe(true);
    expect(verifyAmendments(a, b, []).ok).toBe(true);
    expect(verifyAmendments(a, b, [], { digestOfLast: b.digest }).ok).toBe(true);
  });

  it('is the same whenever it is made', () => {
    expect(chain(...three.map(({ act }) => act))).toEqual(three);
  });

  it('shows a substitute that was skipped', () => {
    const friend = stratum.substitutes[1] as (typeof stratum.substitutes)[number];
    const [one] = three as [PlanAmendment];
    const skipped = forged(one, (open) => {
      if (open.substitution) Object.assign(open.substitution, friend);
      for (const visit of open.visits) {
        if (visit.entity === spare) {
          visit.id = visit.id.replace(spare, friend.id);
          visit.entity = friend.id;
        }
      }
    });
    expect(verifyAmendments(a, b, [skipped])).toMatchObject({
      field: 'amendments[0].substitution.id',
      expected: spare,
      found: friend.id,
    });
  });

  it('shows an amendment that was amended, even if all after it are made to fit', () => {
    const changed = forged(three[0] as PlanAmendment, (open) => {
      if (open.act.kind === 'strike') open.act.reason = 'a better reason';
    });
    expect(fieldOf([changed, ...three.slice(1)])).toBe('amendments[1].previous');
    const digestOfLast = three.at(-1)?.digest;
    const fitted = rechained(three, 0, (open) => {
      if (open.act.kind === 'strike') open.act.reason = 'a better reason';
    });
    expect(fieldOf(fitted)).toBeUndefined();
    expect(fieldOf(fitted, { digestOfLast })).toBe('amendments[2].digest');
  });

  it('shows an amendment left out, turned round, repeated, or dropped at the end', () => {
    const [one, two, last] = three as [PlanAmendment, PlanAmendment, PlanAmendment];
    expect(fieldOf([two, last])).toBe('amendments[0].previous');
    expect(fieldOf([two, one])).toBe('amendments[0].previous');
    expect(fieldOf([one, one])).toBe('amendments[1].previous');
    expect(fieldOf([one, two], { digestOfLast: last.digest })).toBe('amendments[1].digest');
    expect(fieldOf([], { digestOfLast: last.digest })).toBe('amendments[0].digest');
  });

  type Change = (open: Open<PlanAmendment>) => void;
  const set =
    (change: object): Change =>
    (open) => {
      Object.assign(open, change);
    };
  const setIn =
    (field: 'act' | 'substitution', change: object): Change =>
    (open) => {
      Object.assign(open[field] as object, change);
    };
  const toSpare =
    (change: (visit: Open<PlanAmendment>['visits'][number]) => void): Change =>
    ({ visits }) => {
      for (const visit of visits) if (visit.entity === spare) change(visit);
    };
  const witness = { inspectors: [], needed: 1, capacity: 0, missing: 1 };
  const deferral = { task, item: 'goods', entity: spare, reason: 'cap-reached' };
  const otherMode = b.mode === 'simulation' ? 'authoritative' : 'simulation';
  const changes: readonly [string, number, Change, string][] = [
    ['another draw', 0, set({ drawId: 'EX-2026-002' }), 'drawId'],
    ['another notice B', 0, set({ noticeB: otherDigest('x') }), 'noticeB'],
    ['another mode', 0, set({ mode: otherMode }), 'mode'],
    ['another number', 0, set({ number: 2 }), 'number'],
    ['a strike of somebody not drawn', 0, setIn('act', { entity: next }), 'act.entity'],
    [
      'another ticket',
      0,
      setIn('substitution', { ticket: otherDigest('x') }),
      'substitution.ticket',
    ],
    [
      'no substitution',
      0,
      (open) => {
        delete open.substitution;
      },
      'substitution',
    ],
    ['visits dropped', 0, set({ visits: [] }), 'visits'],
    [
      'a visit on another day',
      0,
      toSpare((visit) => {
        visit.day = visit.day === visit.window.to ? visit.window.from : visit.window.to;
      }),
      'day',
    ],
    ['an item dropped', 0, toSpare(({ demands }) => demands.pop()), 'demands'],
    ['a desk check added', 0, (open) => open.desk.push({ task, entity: spare }), 'desk'],
    ['a deferral added', 0, (open) => open.deferred.push(deferral), 'deferred'],
    ['another key', 0, set({ key: otherDigest('x') }), 'key'],
    ['a key that skips one', 1, set({ purpose: 'pair:7' }), 'purpose'],
    ['members turned round', 1, (open) => open.teams[0]?.members.reverse(), 'teams'],
    ['a team dropped', 1, (open) => open.teams.pop(), 'teams'],
    ['loads dropped', 1, (open) => open.loads.pop(), 'loads'],
    ['a witness made up', 1, set({ witness }), 'witness'],
    ['an absence of nobody', 1, setIn('act', { inspector: 'X9' }), 'act.inspector'],
    ['an absence turned round', 1, setIn('act', { to: '2025-01-01' }), 'act.to'],
    ['an absence of other days', 1, setIn('act', { to: '2026-01-02' }), ''],
    ['an absence with visits', 1, set({ visits: three[0]?.visits }), 'visits'],
    [
      'an absence with a substitution',
      1,
      set({ substitution: { stratum: 's01' } }),
      'substitution',
    ],
    ['more than its fields', 1, set({ extra: 1 }), ''],
  ];
  it.each(changes)('shows %s', (_, at, change, field) => {
    const found = fieldOf(rechained(three, at, change).slice(0, at + 1));
    expect(found).toContain(`amendments[${at}]`);
    expect(found).toContain(field);
  });

  it('shows a digest that is not its own', () => {
    const [one] = three as [PlanAmendment];
    expect(fieldOf([{ ...one, digest: otherDigest('x') }])).toBe('amendments[0].digest');
  });

  it('is refused, not thrown at, for what is no amendment and no notice', () => {
    expect(fieldOf([null as never])).toBe('amendments[0]');
    expect(verifyAmendments({} as never, b, three).field).toContain('A.');
    expect(verifyAmendments(a, {} as never, three).field).toContain('B.');
    expect(verifyAmendments({ ...a, organ: 'x' }, b, three).field).toBe('A.digest');
    expect(verifyAmendments(a, { ...b, seed: a.digest }, three).field).toBe('B.digest');
    expect(verifyAmendments(a, b, 7 as never).field).toBe('amendments');
  });

  it('is not continued where it does not hold, or for another plan', () => {
    const broken = [{ ...(three[0] as PlanAmendment), number: 3 }];
    const more = (noticeB: typeof b, amendments: readonly PlanAmendment[]) =>
      codeOf(() => amendPlan({ prepared, noticeB, amendments }, strike(second)));
    expect(more(b, broken)).toBe('amendments-differ');
    expect(more({ ...b, noticeA: otherDigest('x') }, [])).toBe('not-this-plan');
  });

  it('is a page in both languages, where a firm’s name does no harm', () => {
    const [one] = chain({ ...strike(drawn), reason: '<b>|x' } as PlanAct) as [PlanAmendment];
    const zh = amendmentMarkdown(one, 'zh');
    expect(zh).toContain('变更公告');
    expect(zh).toContain(spare);
    expect(zh).toContain('\\<b\\>\\|x');
    expect(amendmentMarkdown(three[1] as PlanAmendment, 'en')).toContain('Absent');
    const [idle] = chain(absence(busiest, '2026-01-01', '2026-01-01')) as [PlanAmendment];
    expect(amendmentMarkdown(idle, 'en')).toContain('None.');
  });
});

it('the substitute’s ticket is one that the entity can compute', () => {
  const key = b.keys[`select:${a.tasks[i]?.group}`] as string;
  expect(three[0]?.substitution?.ticket).toBe(ticket(key, spare));
});
