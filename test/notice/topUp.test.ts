import { ownDigest } from 'evenhand/core';
import { drawSample, topUp } from 'evenhand/draw';
import {
  amendmentMarkdown,
  amendPlan,
  checkDrawRegister,
  drawRegister,
  type NoticeB,
  noticeA,
  noticeB,
  type PlanAct,
  type PlanAmendment,
  parseAmendment,
  planNow,
  verifyAmendments,
} from 'evenhand/notice';
import { drawPlan, type Prepared, preparePlan } from 'evenhand/plan';
import type { Task } from 'evenhand/register';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firms, task, townInput } from '../plan/town.js';
import { ENTROPY, frameOf } from '../plan/year.js';
import { codeOf } from '../ticket/codeOf.js';
import type { Open } from './sealedB.js';

const reason = 'a summer of complaints';
const topUpBy = (total: number, of = 'one'): PlanAct => ({
  kind: 'top-up',
  task: of,
  total,
  reason,
});

function drawnFrom(prepared: Prepared) {
  const b = noticeB(drawPlan(prepared, ENTROPY));
  const amendments: PlanAmendment[] = [];
  return {
    prepared,
    a: noticeA(prepared),
    b,
    frame: frameOf(prepared),
    amendments,
    amend: (act: PlanAct) => {
      amendments.push(amendPlan({ prepared, noticeB: b, amendments }, act));
      return amendments.at(-1) as PlanAmendment;
    },
  };
}

const entities = [
  ...firms(30, 'low', 'B'),
  ...firms(20, 'medium', 'B', (i) => (i % 2 ? { district: '110108' } : {})),
];
const ten: Partial<Task> = { quota: { total: 10 } };
const fresh = (more: Partial<Task> = ten) =>
  drawnFrom(preparePlan(townInput(entities, [task('one', more), task('two', ten)])));
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const drawnBy = ({ samples }: Pick<NoticeB, 'samples'>, of = 'one') =>
  samples
    .filter((sample) => sample.task === of)
    .flatMap(({ strata }) =>
      strata.flatMap(({ takeAll = [], selected }) => [...idsOf(takeAll), ...idsOf(selected)]),
    );

describe('a top-up', () => {
  const one = fresh();
  const first = one.amend(topUpBy(16));
  const now = planNow(one.b, one.amendments);

  it('adds as many as the new total says, and nobody who was drawn is lost', () => {
    const before = drawnBy(one.b);
    expect(drawnBy(now)).toHaveLength(16);
    expect(drawnBy(now)).toEqual(expect.arrayContaining(before));
    expect(drawnBy(now, 'two')).toEqual(drawnBy(one.b, 'two'));
  });

  it('adds whom topUp adds by the larger quotas: the next in order, substitutes first', () => {
    const draw = (samples: NoticeB['samples']) =>
      drawSample({
        key: one.b.keys['select:all'] as string,
        frame: one.prepared.tasks[0]?.frame ?? [],
        quotas: Object.fromEntries(
          samples[0]?.strata.map(({ code, quota }) => [code, quota]) ?? [],
        ),
        substitutes: 3,
      });
    const larger = draw(now.samples);
    const added = topUp(draw(one.b.samples), larger);
    for (const { stratum, added: own, substitutes, lastIn, firstOut } of first.additions ?? []) {
      expect(own).toEqual(added[stratum]);
      const expected = larger.strata.find((piece) => piece.stratum === stratum);
      expect({ substitutes, lastIn, firstOut }).toMatchObject({
        ...{ substitutes: expected?.substitutes, lastIn: expected?.lastIn },
        firstOut: expected?.firstOut,
      });
    }
  });

  it('splits its total over the strata as the announced quotas have it', () => {
    const quotas = now.samples[0]?.strata.map(({ quota }) => quota);
    expect(one.b.samples[0]?.strata.map(({ quota }) => quota).sort()).toEqual([4, 6]);
    expect(quotas?.sort((x, y) => x - y)).toEqual([6, 10]);
  });

  it('visits those added, with teams, and leaves every other visit as it was', () => {
    const added = new Set((first.additions ?? []).flatMap((piece) => idsOf(piece.added)));
    expect(new Set(first.visits.map(({ entity }) => entity))).toEqual(added);
    const visits = new Map(now.visits.map((visit) => [visit.id, visit]));
    for (const visit of one.b.visits) {
      if (!added.has(visit.entity)) expect(visits.get(visit.id)).toEqual(visit);
    }
    expect(first.purpose).toBe('pair:2');
    for (const id of first.visits.map((visit) => visit.id)) {
      expect(visits.get(id)?.members).toHaveLength(2);
    }
  });

  it('verifies with the notices alone, with the frame, and as text', () => {
    const { a, b, amendments, frame } = one;
    expect(verifyAmendments(a, b, amendments)).toEqual({ ok: true });
    expect(verifyAmendments(a, b, amendments, { frame })).toEqual({ ok: true });
    const read = amendments.map((piece) => parseAmendment(JSON.parse(JSON.stringify(piece))));
    expect(verifyAmendments(a, b, read, { frame }).ok).toBe(true);
  });

  it('is a page that people read', () => {
    const page = amendmentMarkdown(first, 'en');
    for (const text of [reason, '16', first.additions?.[0]?.lastIn as string]) {
      expect(page).toContain(text);
    }
    expect(amendmentMarkdown(first, 'zh')).toContain('增抽的对象');
  });

  it('can follow a strike, be followed by one, and be made again', () => {
    const year = fresh();
    const { a, b, frame, amendments } = year;
    const stratum = b.samples[0]?.strata.find(({ selected }) => selected.length > 3);
    const [struck] = stratum?.selected ?? [];
    const strike = (entity = ''): PlanAct => ({ kind: 'strike', task: 'one', entity, reason });
    year.amend(strike(struck?.id));
    year.amend(topUpBy(15));
    const [lately] = amendments[1]?.additions?.[0]?.added ?? [];
    year.amend(strike(lately?.id));
    const all = year.amend(topUpBy(50 - 2));
    expect(verifyAmendments(a, b, amendments, { frame })).toEqual({ ok: true });
    const end = drawnBy(planNow(b, amendments));
    expect(end).toHaveLength(48);
    expect(new Set(end).size).toBe(48);
    expect(end).not.toContain(struck?.id);
    expect(end).not.toContain(lately?.id);
    expect(all.additions?.every(({ substitutes }) => substitutes.length === 0)).toBe(true);
    expect(codeOf(() => year.amend(topUpBy(49)))).toBe('top-up-exhausted');
  });

  it.each([
    ['bad-top-up', topUpBy(10)],
    ['bad-top-up', topUpBy(51)],
    ['bad-top-up', topUpBy(12.5)],
    ['unknown-task', topUpBy(12, 'three')],
    ['reason-missing', { ...topUpBy(12), reason: ' ' } as PlanAct],
  ])('is refused as %s', (code, act) => {
    expect(codeOf(() => fresh().amend(act))).toBe(code);
  });

  it('of a task that is set apart goes on in its own order', () => {
    const year = fresh({ ...ten, spread: { place: 2, of: 3 } });
    const { additions = [] } = year.amend(topUpBy(20));
    const { a, b, amendments, frame } = year;
    expect(verifyAmendments(a, b, amendments, { frame })).toEqual({ ok: true });
    for (const { lastInKey, firstOutKey } of additions) {
      expect(Number(lastInKey) < Number(firstOutKey)).toBe(true);
    }
  });
});

describe('a forged top-up', () => {
  const year = fresh();
  const { a, b, frame } = year;
  year.amend({
    kind: 'strike',
    task: 'one',
    entity: drawnBy(b)[0] as string,
    reason,
  });
  const honest = year.amend(topUpBy(20));
  const forged = (change: (open: Open<PlanAmendment>) => unknown) => {
    const open = structuredClone(honest) as Open<PlanAmendment>;
    change(open);
    const whole = { ...open, digest: ownDigest({ ...open }) } as PlanAmendment;
    return [...year.amendments.slice(0, -1), whole];
  };
  const fieldOf = (list: readonly PlanAmendment[], withFrame = false) =>
    verifyAmendments(a, b, list, withFrame ? { frame } : {}).field;
  const path = 'amendments[1].additions';

  it.each([
    ['another total', path, (one) => Object.assign(one.act, { total: 21 })],
    [
      'a total of all there is not',
      'amendments[1].act.total',
      (one) => Object.assign(one.act, { total: 99 }),
    ],
    ['another task', 'amendments[1].act.task', (one) => Object.assign(one.act, { task: 'three' })],
    ['a friend left out', `${path}[0].added.length`, (one) => one.additions?.[0]?.added.pop()],
    [
      'a substitute passed over',
      `${path}[0].added[0].id`,
      (one) => Object.assign(one.additions?.[0]?.added[0] ?? {}, { id: 'friend' }),
    ],
    [
      'a ticket made up',
      `${path}[0].substitutes[0].ticket`,
      (one) => Object.assign(one.additions?.[0]?.substitutes[0] ?? {}, { ticket: 'f'.repeat(64) }),
    ],
    [
      'a threshold moved',
      `${path}[0].lastIn`,
      (one) => Object.assign(one.additions?.[0] ?? {}, { lastIn: 'f'.repeat(64) }),
    ],
    ['no additions', path, (one) => delete one.additions],
    ['a visit left out', 'amendments[1].visits[0]', (one) => one.visits.shift()],
    [
      'districts told for nothing',
      'amendments[1].districts',
      (one) => Object.assign(one, { districts: {} }),
    ],
    [
      'a substitution beside it',
      'amendments[1].substitution',
      (one) => Object.assign(one, { substitution: { stratum: 's01' } }),
    ],
  ] satisfies [string, string, (one: Open<PlanAmendment>) => unknown][])(
    'is found by the notices alone: %s',
    (_, field, change) => {
      expect(fieldOf(forged(change))?.startsWith(field)).toBe(true);
    },
  );

  it('that passes over the next in order is found with the frame', () => {
    const at = honest.additions?.findIndex(({ added }) => added.length > 3) ?? -1;
    expect(at).toBeGreaterThanOrEqual(0);
    const list = forged((one) => {
      const addition = one.additions?.[at];
      // The last one added gives its place to the first substitute, and whoever was next is dropped.
      const [next] = addition?.substitutes ?? [];
      if (addition === undefined || next === undefined) return;
      addition.added.splice(-1, 1, next);
      addition.lastIn = next.ticket;
    });
    expect(fieldOf(list, true)?.startsWith(path)).toBe(true);
  });

  it('is found whatever value of it is changed', () => {
    const leaves: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, at: readonly (string | number)[]): void => {
      if (typeof value !== 'object' || value === null) leaves.push(at);
      else
        for (const [key, one] of Object.entries(value)) {
          walk(one, [...at, Array.isArray(value) ? Number(key) : key]);
        }
    };
    walk({ additions: honest.additions, act: honest.act }, []);
    // The reason is the organ's word.
    const bound = leaves.filter((at) => at.at(-1) !== 'reason');
    fc.assert(
      fc.property(fc.constantFrom(...bound), (at) => {
        const list = forged((one) => {
          let holder = one as unknown as Record<string | number, unknown>;
          for (const part of at.slice(0, -1)) holder = holder[part] as typeof holder;
          const last = at.at(-1) as string | number;
          const value = holder[last];
          holder[last] =
            typeof value === 'number'
              ? value + 1
              : String(value).replace(/.$/, (sign) => (sign === '0' ? '1' : '0'));
        });
        return fieldOf(list, true) !== undefined;
      }),
      { numRuns: 30 },
    );
  });

  it('never throws, whatever stands in the place of the frame', () => {
    for (const row of [
      { task: 'one', id: '', stratum: 's01' },
      { task: 'one', id: 'x', stratum: 'none' },
      { task: 'none', id: 'x', stratum: 's01' },
    ]) {
      const { ok } = verifyAmendments(a, b, year.amendments, { frame: [row] });
      expect(ok).toBe(false);
    }
  });
});

describe('the register of draws', () => {
  const hex = (digit: string) => digit.repeat(64);
  const purpose = '2026 annual plan';
  const drawId = 'EX-2026-001';
  const announced = { drawId, state: 'announced', purpose, noticeA: hex('a') } as const;
  const drawn = { drawId, state: 'drawn', purpose, noticeB: hex('b') } as const;
  const more = { drawId, state: 'topped-up', purpose, amendment: hex('c') } as const;
  const codes = (...entries: Parameters<typeof drawRegister>[1]) =>
    checkDrawRegister(drawRegister('example', entries)).map(({ code, params }) => [
      code,
      params['expected'],
    ]);

  it('takes top-ups of a draw that was drawn, each once', () => {
    expect(codes(announced, drawn, more, { ...more, amendment: hex('d') })).toEqual([]);
    expect(codes(announced, drawn, more, more)).toEqual([['entry-out-of-turn', 'amendment']]);
  });

  it.each([
    ['drawn', [announced, more]],
    ['drawn', [announced, drawn, { drawId, state: 'abandoned', purpose, explanation: 'x' }, more]],
    ['amendment', [announced, drawn, { drawId, state: 'topped-up', purpose }]],
    [purpose, [announced, drawn, { ...more, purpose: 'another' }]],
  ] as const)('names what is missing: %s', (expected, entries) => {
    expect(codes(...entries)).toEqual([['entry-out-of-turn', expected]]);
  });
});
