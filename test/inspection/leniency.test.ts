import { workingCalendar } from 'evenhand/calendar';
import {
  checkLeniencyList,
  judgeLeniency,
  type LeniencyList,
  safeParseLeniencyList,
  type ViolationCase,
} from 'evenhand/inspection';
import {
  chinaCosmeticsLeniency,
  chinaPenaltyLeniency,
  chinaWorkingDays,
  exampleLeniency as list,
} from 'evenhand/schemes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from '../schemes/documents.js';

const asOf = '2026-03-31';
const base: ViolationCase = {
  id: '示例案〔2026〕7号',
  entity: '示例企业00017',
  violation: 'notice-not-displayed',
  on: '2026-03-02',
  facts: {},
  events: [],
  evidence: [],
};
const proof = (condition: string, holds = true) => ({
  condition,
  holds,
  reference: `示例材料-${condition}-${holds}`,
});
const earlier = (on: string, violation = base.violation, kind = 'penalty-minor') => ({
  id: `p-${on}`,
  kind,
  on,
  values: { violation },
  source: 'test',
});
const decide = (more: Partial<ViolationCase>, of: LeniencyList = list, day = asOf) =>
  judgeLeniency(of, { ...base, ...more }, { asOf: day });
const corrected = { correctedOn: '2026-03-05' };
const harmless = {
  ...corrected,
  facts: { harm: false },
  evidence: [proof('no-harm'), proof('corrected')],
};

describe('a slight violation', () => {
  it('goes unpunished where it is the first, without harm and corrected in time, each shown', () => {
    const { outcome, ground, checked, ask, cite } = decide(harmless);
    expect([outcome, ground, ask, cite]).toEqual(['granted', 'slight-first', [], 'example']);
    expect(checked.map(({ condition, answer }) => `${condition} ${answer}`)).toEqual([
      'first yes',
      'no-harm yes',
      'slight-harm missing',
      'corrected yes',
      'no-fault missing',
    ]);
    expect(checked[3]).toMatchObject({ due: '2026-03-05', evidence: ['示例材料-corrected-true'] });
  });

  it('is not granted but asked where something is not known, and says what', () => {
    const open = decide({ ...harmless, evidence: [proof('corrected')] });
    // The fact is there; nobody showed it.
    expect([open.outcome, open.ask]).toEqual(['asked', ['no-harm', 'slight-harm', 'no-fault']]);
    expect(open.checked.find(({ condition }) => condition === 'no-harm')?.asks?.en).toMatch(/harm/);
    expect(decide({}, list, '2026-03-04').ask).toEqual([
      'no-harm',
      'slight-harm',
      'corrected',
      'no-fault',
    ]);
  });

  it('may go unpunished where harm is slight, and asks what would bind', () => {
    const { outcome, ground, ask } = decide({
      ...corrected,
      facts: { harm: true },
      evidence: [proof('slight-harm'), proof('corrected')],
    });
    expect([outcome, ground, ask]).toEqual(['may', 'first-slight-harm', ['no-fault']]);
  });

  it('needs nothing else where there was no fault', () => {
    const { outcome, ground } = decide({ evidence: [proof('no-fault')], facts: { harm: true } });
    expect([outcome, ground]).toEqual(['granted', 'without-fault']);
  });

  it('is refused where every ground fails', () => {
    const { outcome, ask } = decide({
      facts: { harm: true },
      correctedOn: '2026-03-06',
      evidence: [proof('no-fault', false)],
    });
    expect([outcome, ask]).toEqual(['refused', []]);
  });

  it('is not known where two say the opposite', () => {
    const both = decide({ ...harmless, evidence: [...harmless.evidence, proof('no-harm', false)] });
    expect([both.outcome, both.ask]).toEqual(['asked', ['no-harm', 'slight-harm', 'no-fault']]);
    expect(both.checked.find(({ condition }) => condition === 'no-harm')?.evidence).toHaveLength(2);
  });

  it('is not the first with one of the kind in two years, whose first day is inside', () => {
    const first = (event: ReturnType<typeof earlier>) =>
      decide({ ...harmless, events: [event] }).checked.find(
        ({ condition }) => condition === 'first',
      );
    expect(first(earlier('2024-03-02'))).toMatchObject({
      answer: 'no',
      evidence: ['p-2024-03-02'],
    });
    expect(first(earlier('2024-03-01'))?.answer).toBe('yes');
    expect(first(earlier('2026-03-02'))?.answer).toBe('yes');
    expect(first(earlier('2025-03-02', 'another'))?.answer).toBe('yes');
    expect(first(earlier('2025-03-02', base.violation, 'award'))?.answer).toBe('yes');
  });

  it('is corrected in time on the last day, counted from the order, and late the day after', () => {
    const on = (correctedOn: string | undefined, more: Partial<ViolationCase> = {}, day = asOf) =>
      decide(
        { ...harmless, ...more, ...(correctedOn === undefined ? {} : { correctedOn }) },
        list,
        day,
      ).checked.find(({ condition }) => condition === 'corrected')?.answer;
    expect(on('2026-03-05')).toBe('yes');
    expect(on('2026-03-06')).toBe('no');
    expect(on('2026-03-13', { orderedOn: '2026-03-10' })).toBe('yes');
    const { correctedOn: _, ...never } = harmless;
    const answer = (day: string) =>
      judgeLeniency(list, { ...base, ...never }, { asOf: day }).checked.find(
        ({ condition }) => condition === 'corrected',
      )?.answer;
    expect(answer('2026-03-05')).toBe('missing');
    expect(answer('2026-03-06')).toBe('no');
    // A correction of tomorrow is not known today.
    expect(on('2026-03-05', {}, '2026-03-04')).toBe('missing');
  });

  it('has its time in working days where the list says so: over a make-up Saturday', () => {
    const days: LeniencyList = {
      ...list,
      violations: list.violations.map((one) => ({ ...one, correctWithin: { workingDays: 2 } })),
    };
    const working = workingCalendar([chinaWorkingDays]);
    const found = { ...base, ...harmless, on: '2026-02-13', correctedOn: '2026-02-24' };
    const { checked } = judgeLeniency(days, found, { asOf, working });
    expect(checked.find(({ condition }) => condition === 'corrected')).toMatchObject({
      due: '2026-02-24',
      answer: 'yes',
    });
    expect(refusal(() => judgeLeniency(days, found, { asOf }))[0]).toBe('calendar-needed');
  });

  it('that no list has is told apart from one that is refused', () => {
    expect(decide({ violation: 'poison' }).outcome).toBe('unlisted');
    expect(
      decide({ violation: 'poison', evidence: [proof('no-fault')] }, chinaPenaltyLeniency),
    ).toMatchObject({
      outcome: 'granted',
      ground: 'without-fault',
      cite: 'penalty-33',
    });
  });

  it('is asked of no list out of force, and not before it happened', () => {
    expect(refusal(() => decide({}, { ...list, to: '2026-03-30' }))[0]).toBe('not-in-force');
    expect(refusal(() => decide({}, list, '2019-12-31'))[0]).toBe('not-in-force');
    expect(refusal(() => decide({}, list, '2026-03-01'))[0]).toBe('case-later');
  });

  it('of cosmetics is small, of a general item, and corrected', () => {
    const small = {
      facts: { rank: 'general' },
      correctedOn: '2026-03-20',
      evidence: ['small-defect', 'general-item', 'corrected'].map((id) => proof(id)),
    };
    expect(decide(small, chinaCosmeticsLeniency).outcome).toBe('granted');
    expect(decide({ ...small, facts: { rank: 'key' } }, chinaCosmeticsLeniency).outcome).toBe(
      'refused',
    );
  });
});

describe('whatever is known of a case', () => {
  const ids = list.conditions.map(({ id }) => id);
  const cases = fc.record({
    facts: fc.constantFrom<ViolationCase['facts']>({}, { harm: true }, { harm: false }),
    events: fc.subarray([earlier('2025-01-01'), earlier('2020-01-01'), earlier('2025-05-01', 'x')]),
    evidence: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...ids), fc.boolean()).map(([id, holds]) => proof(id, holds)),
      { selector: ({ reference }) => reference, maxLength: 6 },
    ),
    correctedOn: fc.constantFrom(undefined, '2026-03-05', '2026-03-06'),
  });
  const caseOf = ({
    correctedOn,
    ...more
  }: typeof cases extends fc.Arbitrary<infer T> ? T : never): ViolationCase => ({
    ...base,
    ...more,
    ...(correctedOn === undefined ? {} : { correctedOn }),
  });

  /** The list read aloud: for this violation, ground by ground. */
  const slow = (one: ViolationCase): string => {
    const said = (id: string): boolean | undefined => {
      const own = one.evidence.filter(({ condition }) => condition === id);
      if (own.length === 0) return undefined;
      return own.every(({ holds }) => holds)
        ? true
        : own.some(({ holds }) => holds)
          ? undefined
          : false;
    };
    const hasTwo = (id: string) =>
      new Set(one.evidence.filter((e) => e.condition === id).map((e) => e.holds)).size === 2;
    const first = !one.events.some(
      ({ on, values }) =>
        on >= '2024-03-02' && on < one.on && values?.['violation'] === one.violation,
    );
    const harmShown = said('no-harm');
    const noHarm = hasTwo('no-harm')
      ? undefined
      : harmShown === false
        ? false
        : one.facts['harm'] === true
          ? false
          : one.facts['harm'] === false && harmShown === true
            ? true
            : undefined;
    // The last day was 2026-03-05, and the day of the question is later.
    const inTime = one.correctedOn === '2026-03-05';
    const mended = hasTwo('corrected')
      ? undefined
      : said('corrected') === false || !inTime
        ? false
        : said('corrected');
    const all = (...parts: (boolean | undefined)[]) =>
      parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
    const must = [all(first, noHarm, mended), said('no-fault')];
    const may = all(first, said('slight-harm'), mended);
    if (must.includes(true)) return 'granted';
    if (may === true) return 'may';
    return [...must, may].includes(undefined) ? 'asked' : 'refused';
  };

  it('the decision is that of the list read aloud', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(cases, (some) => {
        const one = caseOf(some);
        const { outcome, ask } = decide(one);
        seen.add(outcome);
        expect(outcome).toBe(slow(one));
        expect(outcome === 'asked').toBe(
          ask.length > 0 && outcome !== 'may' && outcome !== 'granted',
        );
        expect(
          decide({
            ...one,
            evidence: [...one.evidence].reverse(),
            events: [...one.events].reverse(),
          }).outcome,
        ).toBe(outcome);
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual(['asked', 'granted', 'may', 'refused']);
  });

  it('what is asked and then shown decides it', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), (some, holds) => {
        const one = caseOf(some);
        const before = decide(one);
        const disputed = before.checked.some(
          ({ answer, evidence }) => answer === 'missing' && evidence.length > 1,
        );
        if (before.outcome !== 'asked' || disputed) return;
        const facts =
          before.ask.includes('no-harm') && one.facts['harm'] === undefined
            ? { harm: !holds }
            : one.facts;
        const evidence = [
          ...one.evidence,
          ...before.ask
            .filter((id) => !one.evidence.some((e) => e.condition === id))
            .map((id) => proof(id, holds)),
        ];
        expect(decide({ ...one, facts, evidence }).outcome).not.toBe('asked');
      }),
    );
  });
});

describe('a leniency list', () => {
  it.each([list, chinaPenaltyLeniency, chinaCosmeticsLeniency])('$id is sound', (document) => {
    expect(safeParseLeniencyList(document)).toEqual({ ok: true, value: document, issues: [] });
  });

  it('names conditions and grounds that are not there, a correction without a time, a list of nothing', () => {
    const codes = (change: Partial<LeniencyList>) =>
      checkLeniencyList({ ...list, ...change }).map(
        ({ code, path }) => `${code} ${path.join('.')}`,
      );
    const [one] = list.violations as [LeniencyList['violations'][number]];
    expect(codes({ conditions: list.conditions.slice(0, 4) })).toEqual([
      'unknown-condition grounds.2.all',
    ]);
    expect(codes({ violations: [{ ...one, grounds: ['luck', ...one.grounds] }] })).toEqual([
      'ground-unused grounds.1',
      'unknown-ground violations.0.grounds',
    ]);
    const { correctWithin: _, ...open } = one;
    expect(codes({ violations: [open, ...list.violations.slice(1)] })).toEqual([
      'correction-without-time violations.0',
    ]);
    expect(codes({ violations: [] }).at(-1)).toBe('applies-to-nothing violations');
    expect(codes({ others: { grounds: ['luck'], cite: 'example' } })).toEqual([
      'unknown-ground others.grounds',
    ]);
    expect(codes({ violations: [...list.violations, one] })).toEqual([
      'repeated-name violations.2.id',
    ]);
  });
});
