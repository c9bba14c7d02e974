import { ownDigest } from 'evenhand/core';
import type { TeamRules } from 'evenhand/draw';
import {
  amendmentMarkdown,
  amendPlan,
  type NoticeB,
  noticeA,
  noticeB,
  noticeBMarkdown,
  type PlanAct,
  type PlanAmendment,
  parseAmendment,
  planNow,
  verifyAmendments,
  verifyDraw,
} from 'evenhand/notice';
import { drawPlan, type PlanInput, preparePlan } from 'evenhand/plan';
import { parseProgramme } from 'evenhand/programme';
import { exampleProgramme } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { firms, INSPECTORS, inspector, task, townInput } from './town.js';
import { ENTROPY } from './year.js';

/** The example programme with other rules of teams. */
const programmeWith = (teams: Omit<TeamRules, 'cite'>) =>
  parseProgramme({
    ...exampleProgramme,
    documents: exampleProgramme.documents.map((one) =>
      one.kind === 'sampling' ? { ...one, teams: { ...teams, cite: 'example' } } : one,
    ),
  });

const joint = task('joint', {
  partners: ['fire'],
  items: ['goods', 'scales', 'exits'],
  quota: { ratio: '1/2', rule: 'at-least' },
});

const drawnBy = (
  teams: Omit<TeamRules, 'cite'>,
  inspectors: PlanInput['register']['inspectors'] = INSPECTORS,
  more: Partial<PlanInput> = {},
) => {
  const input = { ...townInput(firms(12, 'medium', 'B'), [joint], { inspectors }), ...more };
  const prepared = preparePlan({ ...input, programme: programmeWith(teams) });
  const plan = drawPlan(prepared, ENTROPY);
  return { prepared, plan, a: noticeA(prepared), b: noticeB(plan) };
};

const authorityOf = new Map(INSPECTORS.map(({ id, authority }) => [id, authority]));

/** The failing checks with their fields. */
const faults = (...[a, b, options]: Parameters<typeof verifyDraw>) =>
  verifyDraw(a, b, options).checks.flatMap(({ ok, check, field }) => (ok ? [] : [[check, field]]));

describe('partners with slots of their own', () => {
  it('each send as many as the programme says, and the lead authority its team with its lead', () => {
    const { a, b } = drawnBy({ partners: 1 });
    expect(b.visits.length).toBeGreaterThan(0);
    for (const { members = [], leader = '' } of b.visits) {
      expect(members.map((id) => authorityOf.get(id)).sort()).toEqual(['fire', 'market', 'market']);
      expect(authorityOf.get(leader)).toBe('market');
    }
    expect(a.teams).toEqual({ partners: 1 });
    expect(verifyDraw(a, b).ok).toBe(true);
  });

  it('without the rule one authority alone may make up a team', () => {
    const { b } = drawnBy({});
    const mixed = b.visits.map(
      ({ members = [] }) => new Set(members.map((id) => authorityOf.get(id))).size,
    );
    expect(mixed).toContain(1);
  });

  it('are verified: a notice A that says otherwise does not hold', () => {
    const { a, b } = drawnBy({ partners: 1 });
    const { teams: _, ...without } = a;
    expect(faults(without, b).map(([check]) => check)).toContain('teams');
  });

  it('send somebody who can check every item of theirs, where the programme asks for it', () => {
    const narrow = INSPECTORS.map((one) =>
      one.id === 'M1' || one.id === 'M3' ? { ...one, items: ['goods'] } : one,
    );
    // On firms of this cell all items are checked.
    const { register } = townInput(firms(12, 'medium', 'D'), [joint], { inspectors: narrow });
    const loose = drawnBy({ partners: 1 }, narrow, { register });
    expect(loose.b.visits.flatMap(({ members = [] }) => members)).toContain('M1');
    const strict = drawnBy({ partners: 1, covers: 'all-items' }, narrow, { register });
    const members = strict.b.visits.flatMap((visit) => visit.members ?? []);
    expect(members).not.toContain('M1');
    expect(members).toContain('M4');
    expect(verifyDraw(strict.a, strict.b).ok).toBe(true);
  });

  it('keep their slots when an inspector is absent', () => {
    const { prepared, a, b } = drawnBy({ partners: 1 });
    const gone = b.visits[0]?.members?.find((id) => authorityOf.get(id) === 'fire') as string;
    const act = { kind: 'absence', inspector: gone, from: '2026-01-01', to: '2026-12-31' } as const;
    const amendment = amendPlan({ prepared, noticeB: b, amendments: [] }, act);
    expect(amendment.teams.length).toBeGreaterThan(0);
    for (const { members } of amendment.teams) {
      expect(members).not.toContain(gone);
      expect(members.filter((id) => authorityOf.get(id) === 'fire')).toHaveLength(1);
    }
    expect(verifyAmendments(a, b, [amendment])).toEqual({ ok: true });
  });
});

describe('capacity by period', () => {
  it('is kept in each month, with loads told by month and fair over the year', () => {
    const few = INSPECTORS.map((one) => ({ ...one, capacity: 3 }));
    const { a, b } = drawnBy({ capacityPer: 'month' }, few);
    expect(verifyDraw(a, b).ok).toBe(true);
    const counted = new Map<string, number>();
    for (const { day, members = [] } of b.visits) {
      for (const id of members) {
        const key = `${day.slice(0, 7)} ${id}`;
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
    }
    expect(Math.max(...counted.values())).toBeLessThanOrEqual(3);
    const told = b.loads.filter(({ load }) => load > 0);
    expect(
      new Map(told.map(({ period, inspector: id, load }) => [`${period} ${id}`, load])),
    ).toEqual(counted);
  });

  it('names the period that the staff does not suffice in', () => {
    const one = [
      inspector('M1', 'market', { capacity: 1 }),
      inspector('F1', 'fire', { capacity: 1 }),
    ];
    const { a, b } = drawnBy({ capacityPer: 'quarter' }, one);
    expect(b.witness?.period).toMatch(/^2026-Q[1-4]$/);
    expect(verifyDraw(a, b).ok).toBe(true);
    expect(noticeBMarkdown(b, 'en')).toContain(`in ${b.witness?.period}`);
  });

  it('is kept when places are drawn again', () => {
    const few = INSPECTORS.map((one) => ({ ...one, capacity: 3 }));
    const { prepared, a, b } = drawnBy({ capacityPer: 'month', partners: 1 }, few);
    const act = { kind: 'absence', inspector: 'M1', from: '2026-01-01', to: '2026-12-31' } as const;
    const amendment = amendPlan({ prepared, noticeB: b, amendments: [] }, act);
    expect(verifyAmendments(a, b, [amendment])).toEqual({ ok: true });
    expect(amendment.loads.every(({ period }) => period !== undefined)).toBe(true);
  });
});

describe('the ladder of soft rules', () => {
  /** Fire has nobody for district 110108, and half of the firms are there. */
  const away = INSPECTORS.map((one) =>
    one.authority === 'fire' ? { ...one, districts: ['110105'] } : one,
  );
  const there = firms(12, 'medium', 'B', (i) => (i % 2 ? { district: '110108' } : {}));
  const more = { register: { ...townInput(there, [joint], { inspectors: away }).register } };

  it('yields only where a visit lacks persons, and each use is told', () => {
    const short = drawnBy({ partners: 1 }, away, more);
    expect(short.b.witness?.missing).toBeGreaterThan(0);
    const { a, b } = drawnBy({ partners: 1, ladder: ['district'] }, away, more);
    expect(a.ladder).toEqual(['district']);
    const far = b.visits.filter(({ district }) => district === '110108').map(({ id }) => id);
    expect(far.length).toBeGreaterThan(0);
    expect(b.relaxations.map(({ visit }) => visit).sort()).toEqual(far.sort());
    expect(
      b.relaxations.every(
        ({ rule, inspectors }) =>
          rule === 'district' && inspectors.every((id) => authorityOf.get(id) === 'fire'),
      ),
    ).toBe(true);
    expect(b.visits.every(({ members }) => members?.length === 3)).toBe(true);
    expect(verifyDraw(a, b).ok).toBe(true);
    expect(noticeBMarkdown(b, 'en')).toContain('## Soft rules that yielded');
    const silent = { ...b, relaxations: [] };
    expect(faults(a, silent)).toContainEqual(['teams', 'B.relaxations[0]']);
  });

  it('is not used where nobody is missing', () => {
    expect(drawnBy({ partners: 1, ladder: ['district'] }).b.relaxations).toEqual([]);
  });

  it('keeps whom it let in when somebody else is absent', () => {
    const { prepared, a, b } = drawnBy({ partners: 1, ladder: ['district'] }, away, more);
    const act = { kind: 'absence', inspector: 'M1', from: '2026-01-01', to: '2026-12-31' } as const;
    const amendment = amendPlan({ prepared, noticeB: b, amendments: [] }, act);
    expect(verifyAmendments(a, b, [amendment])).toEqual({ ok: true });
    const before = new Map(b.visits.map((visit) => [visit.id, visit.members]));
    for (const { visit, members } of amendment.teams) {
      const stay = before.get(visit)?.filter((id) => id !== 'M1') ?? [];
      expect(members.slice(0, stay.length)).toEqual(stay);
    }
  });
});

describe('the ladder in an amendment', () => {
  /** F1 alone is of fire in district 110108, where half of the firms are. */
  const one = INSPECTORS.map((own) =>
    own.authority === 'fire'
      ? { ...own, capacity: 99, districts: [own.id === 'F1' ? '110108' : '110105'] }
      : { ...own, capacity: 99 },
  );
  const there = firms(12, 'medium', 'B', (i) => (i % 2 ? { district: '110108' } : {}));
  const more = { register: { ...townInput(there, [joint], { inspectors: one }).register } };
  const gone = { kind: 'absence', inspector: 'F1', from: '2026-01-01', to: '2026-12-31' } as const;
  const amendedBy = (ladder: readonly string[], acts: readonly PlanAct[]) => {
    const { prepared, a, b } = drawnBy({ partners: 1, ladder: [...ladder] }, one, more);
    const amendments: PlanAmendment[] = [];
    for (const act of acts) amendments.push(amendPlan({ prepared, noticeB: b, amendments }, act));
    return { a, b, amendments };
  };
  const far = ({ visits }: NoticeB) => visits.filter(({ district }) => district === '110108');

  it('yields where nobody could take the place of who is absent, and each use is told', () => {
    const { a, b, amendments } = amendedBy(['district'], [gone]);
    const [amendment] = amendments as [PlanAmendment];
    expect(b.relaxations).toEqual([]);
    expect(far(b).length).toBeGreaterThan(0);
    expect(amendment.witness).toBeUndefined();
    expect(amendment.relaxations?.map(({ visit }) => visit).sort()).toEqual(
      far(b)
        .map(({ id }) => id)
        .sort(),
    );
    expect(amendment.teams.map(({ visit }) => visit).sort()).toEqual(
      amendment.relaxations?.map(({ visit }) => visit).sort(),
    );
    expect(verifyAmendments(a, b, amendments)).toEqual({ ok: true });
    expect(amendmentMarkdown(amendment, 'en')).toContain('## Soft rules that yielded');
    expect(parseAmendment(JSON.parse(JSON.stringify(amendment)))).toEqual(amendment);
    const { relaxations: _, ...silent } = amendment;
    expect(verifyAmendments(a, b, [{ ...silent, digest: ownDigest({ ...silent }) }]).field).toMatch(
      /^amendments\[0\]\.relaxations/,
    );
  });

  it('gives the proof where no rule is on it', () => {
    const { a, b, amendments } = amendedBy([], [gone]);
    expect(amendments[0]?.witness?.missing).toBe(far(b).length);
    expect(amendments[0]?.relaxations).toBeUndefined();
    expect(verifyAmendments(a, b, amendments)).toEqual({ ok: true });
  });

  it('does not keep whom it let in once he is absent himself', () => {
    const first = amendedBy(['district'], [gone]).amendments[0] as PlanAmendment;
    const helper = first.teams
      .flatMap(({ members }) => members)
      .find((id) => authorityOf.get(id) === 'fire') as string;
    const { a, b, amendments } = amendedBy(['district'], [gone, { ...gone, inspector: helper }]);
    const now = planNow(b, amendments);
    expect(now.visits.flatMap(({ members = [] }) => members)).not.toContain(helper);
    expect(verifyAmendments(a, b, amendments)).toEqual({ ok: true });
  });
});

describe('the round before', () => {
  const everybody = { tasks: [{ ...joint, quota: { all: 'a year of full coverage' } }] };
  const rules = { carryLoads: true, ladder: ['twice-running'] };
  const first = drawnBy(rules, INSPECTORS, everybody);
  const next = { ...everybody, drawId: 'EX-2026-002' };
  const second = drawnBy(rules, INSPECTORS, { ...next, earlier: first.b });
  const pairs = ({ visits }: NoticeB) =>
    visits.flatMap(({ entity, members = [] }) => members.map((id) => `${id} ${entity}`));

  it('is looked back at: nobody goes where he was, loads even out over both', () => {
    const before = new Set(pairs(first.b));
    expect(pairs(second.b).some((pair) => before.has(pair))).toBe(false);
    const again = drawnBy({}, INSPECTORS, next);
    expect(pairs(again.b).some((pair) => before.has(pair))).toBe(true);
    const load = new Map(first.b.loads.map(({ inspector: id, load: own }) => [id, own]));
    expect(second.b.staff.map(({ id, carried }) => [id, carried])).toEqual(
      second.b.staff.map(({ id }) => [id, load.get(id) ?? 0]),
    );
    expect(second.a.earlier).toBe(first.b.digest);
    expect(verifyDraw(second.a, second.b, { earlier: first.b }).ok).toBe(true);
  });

  it('can not be hidden from, or changed for, who has its notice B', () => {
    const { a, b } = second;
    expect(faults(a, b, { earlier: second.b })).toEqual([['staff', 'A.earlier']]);
    const soft = b.openings.findIndex(({ rule }) => rule === 'twice-running');
    const hidden = { ...b, openings: b.openings.filter((_, i) => i !== soft) };
    expect(faults(a, hidden, { earlier: first.b })).toContainEqual([
      'staff',
      expect.stringMatching(/^B\.openings\[/),
    ]);
    const hard = { ...b, openings: b.openings.map(({ rule: _, ...one }) => one) };
    expect(faults(a, hard)).toContainEqual([
      'staff',
      expect.stringMatching(/^B\.openings\[\d+\]$/),
    ]);
  });

  it('yields where there is nobody else', () => {
    const two = INSPECTORS.filter(({ id }) => ['M1', 'M2', 'F1'].includes(id));
    const one = drawnBy({ ...rules, partners: 1 }, two, everybody);
    const more = { ...next, earlier: one.b };
    const again = drawnBy({ ...rules, partners: 1 }, two, more);
    expect(again.b.relaxations.length).toBeGreaterThan(0);
    expect(again.b.relaxations.every(({ rule }) => rule === 'twice-running')).toBe(true);
    expect(verifyDraw(again.a, again.b, { earlier: one.b }).ok).toBe(true);
  });
});
