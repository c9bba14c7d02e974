import { digest } from 'evenhand/core';
import {
  type Application,
  type ApprovalAnswer,
  type ApprovalRules,
  answerApplication,
  checkApprovalRules,
  type PromiseCheck,
  promiseStandings,
  rateRisk,
  safeParseApprovalRules,
  standardIssues,
} from 'evenhand/risk';
import { exampleRisk, exampleApproval as rules } from 'evenhand/schemes';
import { compileScheme } from 'evenhand/scoring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from '../schemes/documents.js';

const standard = compileScheme(exampleRisk);
const on = '2026-03-02';
/** Whom the standard gives a level: 26, 34 and 54 points. */
const FACTS = {
  low: { industry: '6210', hazardous: false, crowd: 10 },
  medium: { industry: '6210', hazardous: false, crowd: 300 },
  high: { industry: '2610', hazardous: true, crowd: 300, standardised: 'none' },
} as const;
type Level = keyof typeof FACTS;
const broken = (day: string) => ({
  id: `b-${day}`,
  kind: 'commitment-broken',
  on: day,
  source: 'test',
});
const subject = (level: Level, more: object = {}) => ({
  facts: FACTS[level],
  lists: [] as string[],
  events: level === 'high' ? [{ id: 'a', kind: 'accident', on: '2026-01-01', source: 'test' }] : [],
  ...more,
});
const base: Application = {
  id: '示例准〔2026〕1号',
  entity: '示例企业00017',
  permit: 'food-service',
  on,
  materials: ['plan', 'health'].map((material) => ({ material, reference: `示例-${material}` })),
  commitments: ['premises', 'staff'].map((commitment) => ({
    commitment,
    signedOn: on,
    reference: `示例-${commitment}`,
  })),
};
const answer = (
  level: Level,
  application: Partial<Application> = {},
  more: object = {},
): ApprovalAnswer => {
  const entity = subject(level, more);
  const rating = rateRisk(standard, entity, { asOf: on });
  expect(rating.level).toBe(level);
  return answerApplication(rules, { ...base, ...application }, rating, { entity });
};
const shown = ({ tier, decision }: ApprovalAnswer) => [tier, decision];

describe('an application', () => {
  it.each([
    ['low', 'food-service', 'filing', 'filed'],
    ['medium', 'food-service', 'commitment', 'granted'],
    ['high', 'food-service', 'strict', 'to-examine'],
    ['medium', 'shop-sign', 'exempt-unless-forbidden', 'needless'],
  ] as const)('of %s risk for %s goes by %s: %s', (level, permit, tier, decision) => {
    const facts = { ...FACTS[level], signBlocksExit: false };
    expect(shown(answer(level, { permit }, { facts }))).toEqual([tier, decision]);
  });

  it('is forbidden whatever the tier, and asked where that is not known', () => {
    const listed = { lists: ['serious-dishonesty'] };
    for (const level of ['low', 'medium'] as const) {
      const entity = { ...subject(level), ...listed };
      const rating = rateRisk(standard, entity, { asOf: on });
      const { decision, reasons } = answerApplication(rules, base, rating, { entity });
      expect([decision, reasons.at(-1)?.cite]).toEqual(['forbidden', 'example']);
    }
    const open = answer('low', { permit: 'shop-sign' });
    expect([open.decision, open.issues.map(({ code, params }) => [code, params['given']])]).toEqual(
      ['asked', [['fact-needed', 'signBlocksExit']]],
    );
  });

  it('that lacks a material or a promise is incomplete, and says each', () => {
    const bare = answer('low', { materials: [] });
    expect([bare.decision, bare.issues.map(({ code, params }) => [code, params['given']])]).toEqual(
      [
        'incomplete',
        [
          ['material-missing', 'plan'],
          ['material-missing', 'health'],
        ],
      ],
    );
    const [first] = base.commitments as [Application['commitments'][number]];
    const late = answer('medium', { commitments: [{ ...first, signedOn: '2026-03-03' }] });
    expect(late.issues.map(({ code }) => code)).toEqual(['promise-later', 'promise-missing']);
    expect([late.decision, late.promises]).toEqual(['incomplete', []]);
  });

  it('of who broke a promise in two years is examined instead', () => {
    const barred = answer('medium', {}, { events: [broken('2025-03-02')] });
    expect(shown(barred)).toEqual(['strict', 'to-examine']);
    expect([barred.due, barred.followUp?.window]).toEqual([
      '2026-03-22',
      { from: on, to: '2026-04-02' },
    ]);
    expect(barred.reasons.at(-1)?.text.en).toMatch(/promise was broken/);
    expect(shown(answer('medium', {}, { events: [broken('2024-03-02')] }))).toEqual([
      'commitment',
      'granted',
    ]);
    const repaired = { ...broken('2025-03-02'), repairedOn: '2025-09-01' };
    expect(shown(answer('medium', {}, { events: [repaired] }))).toEqual(['commitment', 'granted']);
  });

  it('brings a check that is a duty, sooner where the risk is high', () => {
    const window = (level: Level) => answer(level).followUp?.window.to;
    expect([window('low'), window('medium'), window('high')]).toEqual([
      undefined,
      '2026-05-02',
      '2026-04-02',
    ]);
    expect(answer('high').followUp).toMatchObject({
      cause: 'floor',
      duty: true,
      item: 'market-food-service',
    });
  });

  it('has a receipt: rules, standard, input, and the same again', () => {
    const one = answer('medium');
    expect(one).toEqual(answer('medium'));
    expect(one.standard.digest).toBe(digest(exampleRisk));
    expect(one.document.digest).toBe(digest(rules));
    expect(one.input).not.toBe(answer('medium', { id: 'other' }).input);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  it('is refused by a rating of another standard, version or day, and for no permit', () => {
    const entity = subject('low');
    const by = (scheme: typeof exampleRisk, day = on) =>
      rateRisk(compileScheme(scheme), entity, { asOf: day });
    const ask = (rating: ReturnType<typeof by>, permit = 'food-service') =>
      refusal(() => answerApplication(rules, { ...base, permit }, rating, { entity }))[0];
    expect(ask(by({ ...exampleRisk, version: '2027' }))).toBe('standard-differs');
    expect(ask(by({ ...exampleRisk, untranslated: ['x'] }))).toBe('standard-differs');
    expect(ask(by(exampleRisk, '2026-03-01'))).toBe('rating-of-another-day');
    expect(ask(by(exampleRisk), 'moon')).toBe('unknown-permit');
  });
});

describe('a promise', () => {
  const granted = answer('medium');
  const check = (commitment: string, found: PromiseCheck['found'], day: string): PromiseCheck => ({
    commitment,
    found,
    on: day,
    reference: `示例核查-${day}`,
  });
  const report = (checks: readonly PromiseCheck[], asOf: string) =>
    promiseStandings(rules, granted, checks, { asOf });
  const states = (checks: readonly PromiseCheck[], asOf: string) =>
    report(checks, asOf).standings.map(({ state }) => state);

  it('is checked within its time, and is overdue the day after', () => {
    expect(granted.promises.map(({ checkBy }) => checkBy)).toEqual(['2026-05-02', '2026-05-02']);
    expect(states([], '2026-05-02')).toEqual(['to-check', 'to-check']);
    expect(states([], '2026-05-03')).toEqual(['overdue', 'overdue']);
  });

  it('kept is an event of its kind, and so is one not kept, corrected or not', () => {
    const checks = [
      check('premises', 'kept', '2026-04-01'),
      check('staff', 'unkept', '2026-04-01'),
    ];
    const { standings, events, permit } = report(checks, '2026-04-16');
    expect(standings).toEqual([
      { commitment: 'premises', state: 'kept', since: '2026-04-01', cite: 'beijing-33' },
      {
        commitment: 'staff',
        state: 'to-correct',
        since: '2026-04-01',
        due: '2026-04-16',
        cite: 'beijing-33',
      },
    ]);
    expect(permit).toBe('standing');
    expect(events.map(({ kind, on: day, values }) => [kind, day, values?.['commitment']])).toEqual([
      ['commitment-kept', '2026-04-01', 'premises'],
      ['commitment-broken', '2026-04-01', 'staff'],
    ]);
    const mended = [...checks, check('staff', 'corrected', '2026-04-16')];
    expect(states(mended, '2026-04-30')).toEqual(['kept', 'corrected']);
    expect(report(mended, '2026-04-30').events).toEqual(events);
  });

  it('not corrected in time withdraws the permit; a false one does so at once', () => {
    const unkept = [check('staff', 'unkept', '2026-04-01')];
    expect(report(unkept, '2026-04-17')).toMatchObject({
      permit: 'withdrawn',
      withdrawnOn: '2026-04-16',
    });
    const late = [...unkept, check('staff', 'corrected', '2026-04-17')];
    expect(report(late, '2026-04-17').permit).toBe('withdrawn');
    const untrue = report([check('premises', 'false', '2026-03-20')], '2026-03-20');
    expect([untrue.permit, untrue.withdrawnOn, untrue.events[0]?.kind]).toEqual([
      'withdrawn',
      '2026-03-20',
      'commitment-broken',
    ]);
  });

  it('is checked once, after the grant, and one that was made', () => {
    const codes = (...checks: PromiseCheck[]) =>
      report(checks, '2026-12-31').issues.map(({ code }) => code);
    expect(codes(check('roof', 'kept', '2026-04-01'))).toEqual(['unknown-promise']);
    expect(codes(check('staff', 'kept', '2026-03-01'))).toEqual(['check-early']);
    expect(
      codes(check('staff', 'kept', '2026-04-01'), check('staff', 'false', '2026-04-02')),
    ).toEqual(['checked-already']);
    expect(codes(check('staff', 'corrected', '2026-04-01'))).toEqual(['nothing-to-correct']);
    expect(refusal(() => promiseStandings(rules, answer('low'), [], { asOf: on }))[0]).toBe(
      'not-granted',
    );
    expect(
      refusal(() => promiseStandings({ ...rules, version: '2027' }, granted, [], { asOf: on }))[0],
    ).toBe('other-document');
  });

  it('whatever is reported in whatever order: one event a promise at most, and a permit that falls stays fallen', () => {
    const one = fc
      .tuple(
        fc.constantFrom('premises', 'staff', 'roof'),
        fc.constantFrom('kept' as const, 'unkept' as const, 'false' as const, 'corrected' as const),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([commitment, found, day]) =>
        check(commitment, found, `2026-04-${String(day).padStart(2, '0')}`),
      );
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 6 }),
        fc.integer({ min: 1, max: 28 }),
        (checks, day) => {
          const asOf = `2026-04-${String(day).padStart(2, '0')}`;
          const now = report(checks, asOf);
          const later = report(checks, '2026-12-31');
          const ids = later.events.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(later.events.slice(0, 0)).toEqual([]);
          for (const event of now.events) expect(later.events).toContainEqual(event);
          if (now.permit === 'withdrawn') expect(later.permit).toBe('withdrawn');
          const bad = later.events.filter(({ kind }) => kind === 'commitment-broken').length;
          const notKept = later.standings.filter(({ state }) =>
            ['to-correct', 'corrected', 'withdrawn'].includes(state),
          ).length;
          expect(bad).toBe(notKept);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('approval rules', () => {
  it('of the library are sound, and rest on the standard that is shipped', () => {
    expect(safeParseApprovalRules(rules)).toEqual({ ok: true, value: rules, issues: [] });
    expect(standardIssues(rules, [exampleRisk])).toEqual([]);
  });

  it('name another standard after approval: none of the name, another content, another scale', () => {
    const codes = (of: ApprovalRules, ...schemes: (typeof exampleRisk)[]) =>
      standardIssues(of, schemes).map(({ code }) => code);
    expect(codes(rules, { ...exampleRisk, id: 'x' })).toEqual(['standard-unknown']);
    expect(codes(rules, { ...exampleRisk, version: '2027' })).toEqual(['standard-differs']);
    const scale = { ...rules.scale, levels: ['low', 'high'] };
    expect(codes({ ...rules, scale }, exampleRisk)).toEqual(['standard-differs']);
  });

  it('name a level without a tier, a worse one approved more lightly, and a tier without what it needs', () => {
    const [food] = rules.permits as [ApprovalRules['permits'][number]];
    const codes = (change: object, ...drop: string[]) => {
      const permit = Object.fromEntries(
        Object.entries({ ...food, ...change }).filter(([key]) => !drop.includes(key)),
      );
      return checkApprovalRules({ ...rules, permits: [permit as unknown as typeof food] }).map(
        ({ code }) => code,
      );
    };
    expect(codes({ tiers: { low: 'filing', medium: 'commitment' } })).toEqual(['tier-missing']);
    expect(codes({ tiers: { ...food.tiers, huge: 'strict' } })).toEqual(['unknown-level']);
    expect(codes({ tiers: { low: 'filing', medium: 'strict', high: 'commitment' } })).toEqual([
      'approval-lighter',
    ]);
    expect(codes({}, 'materials')).toEqual(['filing-without-materials']);
    expect(codes({}, 'commitments')).toEqual(['commitment-without-promise']);
    expect(codes({}, 'followUp')).toEqual(['strict-without-follow-up']);
    expect(codes({}, 'decideWithin')).toEqual(['strict-without-time']);
    expect(codes({}, 'barred')).toEqual(['never-barred']);
    const followUp = {
      ...food.followUp,
      strict: { item: 'x', within: { months: 3 }, cite: 'example' },
    };
    expect(codes({ followUp })).toEqual(['follow-up-weaker']);
    const days = (strict: number, lighter: number) => ({
      followUp: {
        strict: { item: 'x', within: { workingDays: strict }, cite: 'example' },
        commitment: { item: 'x', within: { workingDays: lighter }, cite: 'example' },
      },
    });
    expect([codes(days(11, 10)), codes(days(10, 10))]).toEqual([['follow-up-weaker'], []]);
    expect(checkApprovalRules({ ...rules, permits: [food, food] }).map(({ code }) => code)).toEqual(
      ['repeated-name'],
    );
    expect(
      codes({ commitments: [...(food.commitments ?? []), ...(food.commitments ?? [])] }),
    ).toEqual(['repeated-name', 'repeated-name']);
  });
});
