import { isEvenhandError } from 'evenhand/core';
import { noticeA, noticeB, verifyDraw } from 'evenhand/notice';
import { drawPlan, PLAN_CODES, type PlanInput, planYear, preparePlan } from 'evenhand/plan';
import { parseProgramme } from 'evenhand/programme';
import type { Demand } from 'evenhand/register';
import { exampleProgramme } from 'evenhand/schemes';
import { entropySource } from 'evenhand/ticket';
import { describe, expect, it } from 'vitest';
import { shortEntropy } from '../../src/plan/checkEntropy.js';
import { planTexts } from '../../src/texts/plan.js';
import { canHoldBits } from '../../src/ticket/entropy/canHoldBits.js';
import { codeOf } from '../ticket/codeOf.js';
import { AUTHORITIES, firms, INSPECTORS, ITEMS, inspector, task, town, townInput } from './town.js';
import { ENTROPY } from './year.js';

const rows = firms(3, 'low', 'B');
const register = { entities: rows, inspectors: INSPECTORS, authorities: AUTHORITIES, items: ITEMS };
const dice = { label: 'dice', bits: 132 };
const cause = town.causes?.[0] as Demand;

/** What is wrong with an input, as `code path`. */
function faults(more: Partial<PlanInput>): string[] {
  try {
    preparePlan(townInput(rows, [task('all')], more));
    return [];
  } catch (error) {
    if (!isEvenhandError(error)) throw error;
    expect(error.code).toBe('bad-plan-input');
    expect(error.message).toContain(error.issues[0]?.code);
    return error.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
  }
}

describe('an input no plan can be made of is refused before chance, with every fault and its place', () => {
  it.each<[string, Partial<PlanInput>, string[]]>([
    ['nothing wrong', {}, []],
    [
      'an entity twice',
      { register: { ...register, entities: [...rows, ...rows.slice(0, 1)] } },
      ['repeated-name register.entities.low-B-001'],
    ],
    [
      'an inspector twice',
      { register: { ...register, inspectors: [...INSPECTORS, inspector('M1', 'fire')] } },
      ['repeated-name register.inspectors.M1'],
    ],
    [
      'an item and an authority twice',
      {
        register: {
          ...register,
          items: [...ITEMS, ...ITEMS.slice(0, 1)],
          authorities: [...AUTHORITIES, { id: 'fire' }],
        },
      },
      ['repeated-name register.items.goods', 'repeated-name register.authorities.fire'],
    ],
    ['a task twice', { tasks: [task('all'), task('all')] }, ['repeated-name tasks.all']],
    [
      'an unknown lead and partner',
      { tasks: [task('t', { lead: 'police', partners: ['market', 'navy'] })] },
      ['unknown-authority tasks.t.lead', 'unknown-authority tasks.t.partners'],
    ],
    ['an unknown item', { tasks: [task('t', { items: ['x'] })] }, ['unknown-item tasks.t.items']],
    [
      'an item twice in a task',
      { tasks: [task('t', { items: ['goods', 'goods'] })] },
      ['repeated-name tasks.t.items.goods'],
    ],
    [
      'an item of an authority that takes no part',
      { tasks: [task('t', { items: ['goods', 'exits'] })] },
      ['item-of-other-authority tasks.t.items'],
    ],
    ['no items', { tasks: [task('t', { items: [] })] }, ['task-without-items tasks.t.items']],
    ['a slash in a task', { tasks: [task('a/b')] }, ['slash-in-name tasks.a/b.id']],
    [
      'a slash in an item',
      {
        register: { ...register, items: [{ ...(ITEMS[0] as (typeof ITEMS)[number]), id: 'g/1' }] },
        tasks: [task('t', { items: ['g/1'] })],
      },
      ['slash-in-name tasks.t.items'],
    ],
    ...[
      ['2025-12-01', '2026-02-01'],
      ['2026-12-01', '2027-01-01'],
      ['2026-05-01', '2026-04-30'],
      ['2026-02-30', '2026-04-30'],
      ['2026-02-01', '2026-04-31'],
    ].map(([from = '', to = '']): [string, Partial<PlanInput>, string[]] => [
      `the window ${from}..${to}`,
      { tasks: [task('t', { window: { from, to } })] },
      ['window-outside-year tasks.t.window'],
    ]),
    ['a team of one', { tasks: [task('t', { teamSize: 1 })] }, ['team-too-small tasks.t.teamSize']],
    [
      'half a person',
      { tasks: [task('t', { teamSize: 2.5 })] },
      ['team-too-small tasks.t.teamSize'],
    ],
    ['no entropy', { sources: [] }, ['entropy-too-small sources']],
    ['127 bits', { sources: [{ ...dice, bits: 127 }] }, ['entropy-too-small sources']],
    ['128 bits', { sources: [{ ...dice, bits: 128 }] }, []],
    [
      'bits that are no number',
      { sources: [{ ...dice, bits: Number.NaN }] },
      ['bad-entropy-bits sources.0.bits', 'entropy-too-small sources'],
    ],
    [
      'bits below nothing, and half a bit',
      {
        sources: [
          { ...dice, bits: -1 },
          { label: 'more', bits: 200.5 },
        ],
      },
      ['bad-entropy-bits sources.0.bits', 'bad-entropy-bits sources.1.bits'],
    ],
    ['a label twice', { sources: [dice, dice] }, ['repeated-name sources.dice']],
    [
      'a label with a space',
      { sources: [{ ...dice, label: 'my dice' }] },
      ['bad-entropy-label sources.0.label'],
    ],
    [
      'a source known on the cut-off',
      { sources: [{ ...dice, available: '2025-12-31' }] },
      ['entropy-too-early sources.0.available'],
    ],
    ['a source known a day later', { sources: [{ ...dice, available: '2026-01-01' }] }, []],
    ['a register of long ago', { asOf: '2023-12-31' }, ['register-too-old asOf']],
    [
      'a demand of another cause',
      { causes: [{ ...cause, cause: 'draw' }] },
      ['not-for-cause causes.complaint-1.cause'],
    ],
    [
      'an unlisted item for cause',
      { causes: [{ ...cause, item: 'x' }] },
      ['unknown-item causes.complaint-1.item'],
    ],
    [
      'an item of another authority for cause',
      { causes: [{ ...cause, item: 'exits' }] },
      ['item-of-other-authority causes.complaint-1.item'],
    ],
    [
      'a for-cause demand named like a drawn one',
      { causes: [{ ...cause, id: 'all/goods/E' }] },
      ['slash-in-name causes.all/goods/E.id'],
    ],
  ])('%s', (_, more, expected) => expect(faults(more)).toEqual(expected));

  it('all of them at once, and the message counts them', () => {
    const bad = { tasks: [task('a/b', { items: [], teamSize: 0 })], sources: [] };
    expect(faults(bad)).toHaveLength(4);
    expect(() => preparePlan(townInput(rows, [task('all')], bad))).toThrow('(and 3 more)');
  });

  it.each<[string, Partial<PlanInput>, string]>([
    ['a day that is none', { asOf: '2025-02-29' }, 'no-such-day'],
    ['a name no draw may have', { drawId: 'no blanks' }, 'bad-name'],
    ['a group no key may have', { tasks: [task('t', { group: 'no blanks' })] }, 'bad-name'],
    ['a short secret', { secret: 'abcd' }, 'bad-secret'],
    ['a secret that is no hex', { secret: 'z'.repeat(32) }, 'bad-secret'],
    [
      'a capacity below nothing',
      { register: { ...register, inspectors: [inspector('M1', 'market', { capacity: -1 })] } },
      'bad-capacity',
    ],
    [
      'an inspector without a proper id',
      { register: { ...register, inspectors: [inspector(' M1', 'market')] } },
      'bad-id',
    ],
  ])('%s', (_, more, code) =>
    expect(codeOf(() => preparePlan(townInput(rows, [task('all')], more)))).toBe(code),
  );

  it('a cap that has ended before a window begins', () => {
    const documents = exampleProgramme.documents.map((one) =>
      one.kind === 'cap' ? { ...one, sunset: '2026-02-28' } : one,
    );
    const programme = parseProgramme({ ...exampleProgramme, documents });
    expect(codeOf(() => preparePlan(townInput(rows, [task('all')], { programme })))).toBe(
      'cap-not-in-force',
    );
  });
});

it('sets a for-cause demand without evidence aside, and says so before the draw', () => {
  const { evidence: _, ...bare } = cause;
  const prepared = preparePlan(
    townInput(rows, [task('all')], { causes: [cause, { ...bare, id: 'bare' }] }),
  );
  expect(prepared.causes.map(({ id }) => id)).toEqual(['complaint-1']);
  expect(prepared.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'evidence-missing causes.bare.evidence',
  ]);
});

describe('the entropy of a draw', () => {
  const prepared = preparePlan(town);

  it('has the labels of the sources, in their order', () => {
    expect(codeOf(() => drawPlan(prepared, ENTROPY.slice(0, 1)))).toBe('entropy-differs');
    expect(codeOf(() => drawPlan(prepared, ENTROPY.toReversed()))).toBe('entropy-differs');
    const other = ENTROPY.map((one) => ({ ...one, label: `${one.label}.1` }));
    expect(codeOf(() => drawPlan(prepared, other))).toBe('entropy-differs');
  });

  it('has values that can be hashed', () => {
    const empty = ENTROPY.map((one) => ({ ...one, value: '' }));
    expect(codeOf(() => drawPlan(prepared, empty))).toBe('bad-entropy');
  });
});

describe('a programme in force', () => {
  const documents = exampleProgramme.documents.map((one) => ({
    ...one,
    status: 'in-force' as const,
    citations: one.citations.map((cited) => ({ ...cited, confidence: 'verified' as const })),
  }));
  const input = { ...town, programme: parseProgramme({ ...exampleProgramme, documents }) };
  const withSource = (label: string, bits: number) =>
    preparePlan({ ...input, sources: [{ label, bits }] });

  it('plans a year at once as a simulation, whatever its documents say', () => {
    expect(drawPlan(preparePlan(input), ENTROPY).mode).toBe('authoritative');
    expect(planYear(input, ENTROPY).mode).toBe('simulation');
  });

  it('is drawn with no value too short for the bits its source claims', () => {
    const prepared = withSource('dice', 128);
    const value = (faces: number) => Array.from({ length: faces }, (_, i) => i % 10).join('.');
    expect(codeOf(() => drawPlan(prepared, [{ label: 'dice', value: value(38) }]))).toBe(
      'entropy-too-short',
    );
    const honest = drawPlan(prepared, [{ label: 'dice', value: value(39) }]);
    const [a, b] = [noticeA(prepared), noticeB(honest)];
    expect(verifyDraw(a, b).ok).toBe(true);
    const trial = drawPlan({ ...prepared, mode: 'simulation' }, [{ label: 'dice', value: '4.1' }]);
    const forged = { ...noticeB(trial), mode: 'authoritative' as const };
    const { checks } = verifyDraw(a, forged);
    expect(checks.find(({ check }) => check === 'entropy')).toMatchObject({
      ok: false,
      field: 'B.entropy[0].value',
      expected: '128 bits',
    });
  });

  it('is drawn with low numbers of a lottery and with percentile dice, as announced', () => {
    const on = '2026-01-15';
    const sources = [
      entropySource({
        ...{ kind: 'lottery', label: 'lottery', on, name: { zh: '彩票', en: 'lottery' } },
        sets: [
          { count: 6, from: 33 },
          { count: 1, from: 16 },
        ],
      }),
      entropySource({ kind: 'dice', label: 'dice', on, sides: 100, count: 16 }),
    ];
    const prepared = preparePlan({ ...input, sources });
    const entropy = [
      { label: 'lottery', value: '1.2.3.4.5.6:7' },
      { label: 'dice', value: Array.from({ length: 16 }, (_, i) => (i % 9) + 1).join('.') },
    ];
    const plan = drawPlan(prepared, entropy);
    expect(plan.mode).toBe('authoritative');
    expect(shortEntropy(sources, entropy)).toEqual([]);
    expect(verifyDraw(noticeA(prepared), noticeB(plan)).ok).toBe(true);
  });

  it('makes no draw that binds of the demonstration source, whatever bits it claims', () => {
    const prepared = withSource('demonstration', 256);
    expect(prepared.mode).toBe('simulation');
    const value = 'a'.repeat(64);
    const entropy = [{ label: 'demonstration', value }];
    const binding = { ...prepared, mode: 'authoritative' as const };
    const { checks } = verifyDraw(noticeA(binding), noticeB(drawPlan(binding, entropy)));
    expect(checks.filter(({ ok }) => !ok)).toMatchObject([{ check: 'entropy', field: 'A.mode' }]);
  });
});

it.each<[string, number, boolean]>([
  ['0.1.2.3.4.5.6.7.8.9', 33, true],
  ['0.1.2.3.4.5.6.7.8.9', 34, false],
  ['a'.repeat(32), 128, true],
  ['a'.repeat(32), 129, false],
  ['Z'.repeat(10), 60, true],
  ['Z'.repeat(10), 61, false],
  ['', 0, true],
  ['', 1, false],
  ['0', Number.MAX_SAFE_INTEGER, false],
])('%s can hold %s bits: %s', (value, bits, holds) => {
  expect(canHoldBits(value, bits)).toBe(holds);
});

it('says on its receipt by which documents, engine and method it was made', () => {
  const { engine, method, programme, documents, asOf } = preparePlan(town);
  expect(engine).toMatch(/^evenhand\/\d/);
  expect(method).toBe('annual-plan/2');
  expect(asOf).toBe('2025-12-31');
  expect(programme).toEqual(town.programme.reference);
  expect(documents.map(({ role }) => role)).toEqual([
    'credit',
    'risk',
    'matrix',
    'sampling',
    'cap',
  ]);
});

it('has a text in both languages for every code of a plan', () =>
  expect(Object.keys(planTexts).sort()).toEqual(PLAN_CODES.toSorted()));
