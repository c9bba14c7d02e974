import { addDays, type Day } from 'evenhand/core';
import {
  type CreditRecord,
  DEEDS,
  type FactEntry,
  joinEntries,
  listsOf,
  ownView,
  projectRecord,
  type RecordEntry,
  recordAsOf,
} from 'evenhand/credit';
import {
  assess,
  type OnRecord,
  parseProgramme,
  publicAnswer,
  type RepairPath,
  recordEffects,
  reopenedAnswers,
  repairPath,
} from 'evenhand/programme';
import {
  exampleCredit,
  exampleProgramme,
  examplePublication,
  exampleRecordRules,
  samrPublicity,
} from 'evenhand/schemes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { penalty, recordOf, step } from '../credit/entries.js';
import { plainEvaluate } from '../scoring/plainEvaluate.js';
import { codeOf } from '../ticket/codeOf.js';

const programme = parseProgramme(exampleProgramme);
const asOf = '2026-01-15';
const entity = { id: 'A', facts: { industry: '6210' } };
const rules = exampleRecordRules;
const onRecord = (...entries: readonly unknown[]): OnRecord => ({
  entity,
  record: recordOf(...entries),
  rules,
  publication: [examplePublication],
});
const path = (of: OnRecord, target = 'A', more: object = {}): RepairPath =>
  repairPath(programme, of, { target, asOf, ...more });

describe('the path to a grade', () => {
  it('is the first day the minimum allows, with the deeds still wanting', () => {
    const of = onRecord(
      penalty('p', '2025-11-30'),
      step('deed', 'd', 'p', '2025-12-10', { deed: 'duty-done' }),
    );
    expect(path(of)).toMatchObject({
      from: 'B',
      grade: 'A',
      earliest: '2026-02-28',
      waiting: '2026-11-30',
      steps: [
        { matter: '110000/penalty/No. p', on: '2026-02-28', deeds: ['pledge'], rule: 'general' },
      ],
    });
  });

  it('leaves a list by the repair of what put the firm there', () => {
    const of = onRecord(
      penalty('l', '2025-12-01', { kind: 'list-entry', list: 'abnormal-operations' }),
    );
    const found = path(of, 'B');
    expect([found.from, found.grade, found.earliest]).toEqual(['C', 'A', asOf]);
    expect(found.by).toEqual([
      { kind: 'leave', list: 'abnormal-operations', events: ['110000/list-entry/No. l'], on: asOf },
    ]);
  });

  it('waits for the end of a term nobody can shorten', () => {
    const of = onRecord(
      penalty('l', '2024-02-29', {
        kind: 'list-entry',
        list: 'serious-dishonesty',
        until: '2027-02-28',
      }),
    );
    expect(path(of, 'A')).toMatchObject({
      from: 'D',
      earliest: '2027-03-01',
      by: [],
      waiting: '2027-03-01',
    });
  });

  it('asks for lists to be left before the repair that needs it', () => {
    const samr = { ...samrPublicity, from: '2020-01-01', scope: { departments: ['samr'] } };
    const of = {
      ...onRecord(
        penalty('p', '2025-03-10', {
          decidedBy: 'samr',
          sanctions: ['fine'],
          severity: 'serious',
          offence: 'labels',
        }),
        penalty('l', '2025-12-01', { kind: 'list-entry', list: 'abnormal-operations' }),
      ),
      publication: [samr, examplePublication],
    };
    const found = path(of, 'B');
    expect(found.by.map(({ kind }) => kind)).toEqual(['repair', 'leave']);
    expect(found.by[0]).toMatchObject({ after: ['abnormal-operations'], on: asOf });
    expect(found.steps[0]?.deeds).toEqual(['duty-done', 'harm-removed']);
  });

  it.each([
    ['a grade there is not', 'S', 'no-such-grade'],
    ['the grade it has', 'B', 'no-better-grade'],
    ['a worse one', 'D', 'no-better-grade'],
  ])('refuses %s', (_, target, code) => {
    expect(codeOf(() => path(onRecord(penalty('p', '2025-11-30')), target))).toBe(code);
  });

  it('is refused where nothing leads there in time', () => {
    const of = onRecord(
      penalty('l', '2025-12-01', { kind: 'list-entry', list: 'serious-dishonesty' }),
    );
    expect(codeOf(() => path(of))).toBe('unreachable-grade');
    expect(
      codeOf(() => path(onRecord(penalty('p', '2025-11-30')), 'A', { within: { days: 43 } })),
    ).toBe('unreachable-grade');
    expect(path(onRecord(penalty('p', '2025-11-30')), 'A', { within: { days: 44 } }).earliest).toBe(
      '2026-02-28',
    );
  });

  it('knows no more than was known', () => {
    const late = penalty('p', '2025-11-30', { knownOn: '2026-01-16' });
    expect(codeOf(() => path(onRecord(late)))).toBe('no-better-grade');
    expect(path(onRecord(late), 'A', { known: '2026-01-16' }).earliest).toBe('2026-02-28');
  });
});

describe('the path, against every set of repairs on every day', () => {
  const within = 100;

  /** All that could be granted on a day is put on the record, and what the rules refuse has no effect. */
  function bestByBruteForce(of: OnRecord, target: string) {
    const order = ['A', 'B', 'C', 'D'];
    const base = recordAsOf(of.record, { ...of, on: asOf });
    const listed = listsOf(base.matters, asOf);
    const units = new Map<string, string[]>();
    for (const { id, reports, state, repairedOn } of base.matters) {
      if (state === 'withdrawn' || repairedOn !== undefined) continue;
      const list = listed.find(({ matter }) => matter === id)?.list;
      const key = list === undefined ? id : `list ${list}`;
      units.set(key, [...(units.get(key) ?? []), reports[0]?.entry as string]);
    }
    const sets = [...units.values()].reduce<string[][][]>(
      (all, unit) => all.flatMap((set) => [set, [...set, unit]]),
      [[]],
    );
    for (let i = 0; i <= within; i++) {
      const day = addDays(asOf, i);
      let best: { size: number; place: number } | undefined;
      for (const set of sets) {
        const acts = set
          .flat()
          .flatMap((refers) => [
            ...DEEDS.map((deed) => step('deed', `x-${deed}-${refers}`, refers, asOf, { deed })),
            step('repair', `x-repair-${refers}`, refers, day),
          ]);
        const known = of.record.entries.filter(({ knownOn }) => knownOn <= asOf);
        const record: CreditRecord = { ...of.record, entries: [...known, ...acts] };
        const { events, lists } = projectRecord(record, { ...of, asOf: day, known: '2099-12-31' });
        const score = plainEvaluate(exampleCredit, { facts: {}, lists, events }, day);
        if (!('level' in score)) continue;
        const place = order.indexOf(score.level);
        if (place > order.indexOf(target)) continue;
        if (
          best === undefined ||
          set.length < best.size ||
          (set.length === best.size && place > best.place)
        ) {
          best = { size: set.length, place };
        }
      }
      if (best !== undefined) return { earliest: day, size: best.size, grade: order[best.place] };
    }
    return undefined;
  }

  const matters = fc.array(
    fc.record({
      kind: fc.constantFrom<FactEntry['kind']>(
        'penalty',
        'penalty',
        'penalty',
        'list-entry',
        'commitment-broken',
        'duty-missed',
      ),
      severity: fc.constantFrom('minor', 'general', 'general', 'serious'),
      list: fc.constantFrom('abnormal-operations', 'serious-dishonesty', 'abnormal-operations'),
      ago: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.constantFrom(0, 46, 92, 335, 365)),
      until: fc.option(fc.integer({ min: 400, max: 900 }), { nil: undefined, freq: 3 }),
      done: fc.boolean(),
      repaired: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  );

  it('is minimal: no earlier day, no smaller set', () => {
    let reached = 0;
    fc.assert(
      fc.property(matters, fc.constantFrom('A', 'A', 'B', 'C'), (some, target) => {
        const entries = some.flatMap(
          ({ kind, severity, list, ago, until, done, repaired }, i): RecordEntry[] => {
            const on = addDays(asOf, -ago);
            const id = `m${i}`;
            const fact = penalty(id, on, {
              kind,
              severity,
              ...(kind === 'list-entry' ? { list } : {}),
              ...(until === undefined ? {} : { until: addDays(on, until) }),
            });
            return [
              fact,
              ...(done ? [step('deed', `d${i}`, id, on, { deed: 'duty-done' })] : []),
              ...(repaired ? [step('repair', `r${i}`, id, addDays(on, 100))] : []),
            ];
          },
        );
        const of = onRecord(...entries);
        const expected = bestByBruteForce(of, target);
        let found: RepairPath | string;
        try {
          found = path(of, target, { within: { days: within } });
        } catch (error) {
          found = (error as { code: string }).code;
        }
        if (typeof found === 'string') {
          if (found === 'no-better-grade')
            expect(expected).toMatchObject({ earliest: asOf, size: 0 });
          else expect([found, expected]).toEqual(['unreachable-grade', undefined]);
          return;
        }
        reached++;
        expect({ earliest: found.earliest, size: found.by.length, grade: found.grade }).toEqual(
          expected,
        );
      }),
      { numRuns: 30 },
    );
    expect(reached).toBeGreaterThan(7);
  }, 60_000);
});

describe('what further reports do', () => {
  const p = penalty('p', '2025-09-30', { performedOn: '2025-10-10' });
  const q = penalty('q', '2025-12-01', {
    source: { department: 'platform', reference: 'No. p' },
    decidedBy: 'market',
  });
  const repaired = [
    step('deed', 'e', 'p', '2025-10-11', { deed: 'pledge' }),
    step('repair', 'r', 'p', '2026-01-10'),
  ];

  it('is told for score, grade and publication, and to every department at once', () => {
    const of = onRecord(p, { ...q, source: { department: 'platform', reference: 'No. p' } });
    const after = joinEntries(of.record, repaired).record;
    const effects = recordEffects(programme, of, after, { asOf, readers: ['tax', 'fire'] });
    expect(effects).toMatchObject({
      before: { score: '85', grade: 'B' },
      after: { score: '95', grade: 'A' },
      publication: [{ before: { reason: 'within-period' }, after: { reason: 'repaired' } }],
      tell: ['fire', 'market', 'platform', 'tax'],
      entered: [],
      left: [],
    });
    expect(recordEffects(programme, of, of.record, { asOf, readers: ['tax'] })).toMatchObject({
      publication: [],
      matters: [],
      tell: [],
    });
  });

  it('takes the firm off the list the repaired matter put it on', () => {
    const of = onRecord(
      penalty('l', '2025-12-01', { kind: 'list-entry', list: 'abnormal-operations' }),
    );
    const after = joinEntries(of.record, [
      step('deed', 'd', 'l', '2026-01-10', { deed: 'duty-done' }),
      step('repair', 'r', 'l', '2026-01-10'),
    ]).record;
    expect(recordEffects(programme, of, after, { asOf })).toMatchObject({
      before: { grade: 'C' },
      after: { grade: 'A' },
      left: ['abnormal-operations'],
    });
  });

  it('opens every answer again that followed from an error, and leaves the others', () => {
    const wrong = penalty('p', '2025-09-30', { severity: 'serious' });
    const put = step('correction', 'c', 'p', '2025-12-20', { set: { severity: 'minor' } });
    const of = onRecord(wrong, put);
    const answers = ['2025-09-29', '2025-10-31', '2025-12-20'].map((day) => ({
      asOf: day,
      known: day,
    }));
    const found = reopenedAnswers(programme, of, answers, { known: '2026-01-15' });
    expect(
      found.map(({ given, corrected, isChanged }) => [given.grade, corrected.grade, isChanged]),
    ).toEqual([
      ['A', 'A', false],
      ['C', 'A', true],
      ['A', 'A', false],
    ]);
  });
});

describe('what is seen of a record', () => {
  const minor = penalty('m', '2025-10-31', { severity: 'minor' });
  const fine = penalty('p', '2025-09-30');
  const of = onRecord(minor, fine);
  const { view, ...rest } = projectRecord(of.record, { ...of, asOf });
  const receipt = assess(programme, { ...entity, ...rest }, { asOf });

  it('is all of it for the firm, with what can be repaired and when', () => {
    const own = ownView(of.record, asOf, of);
    expect(
      own.matters.map(({ matter, publicity, repair }) => [
        matter.fields.severity,
        publicity.reason,
        repair?.can,
        repair?.firstDay,
      ]),
    ).toEqual([
      ['general', 'within-period', 'not-yet', '2025-12-30'],
      ['minor', 'rule-says-never', 'not-yet', '2025-10-31'],
    ]);
    expect(own.matters[0]?.repair?.open.map(({ need }) => need)).toEqual(['duty-done', 'pledge']);
  });

  it('is what is published for an outsider, without points where the document withholds them', () => {
    const answer = publicAnswer(receipt, view, of.publication);
    expect(answer).toEqual({
      entity: 'A',
      asOf,
      grade: 'B',
      reasons: [
        {
          rule: 'penalties',
          event: { id: '110000/penalty/No. p', kind: 'penalty-general', on: '2025-09-30' },
          goes: 'down',
          article: '第七十三条',
        },
      ],
      withheld: 1,
      documents: [{ id: 'example-credit', version: '2026' }],
    });
    expect(JSON.stringify(answer)).not.toMatch(/risk|medium|points|score/);
  });

  it('has points where the document shows them', () => {
    const shown = [
      { ...examplePublication, outsiders: { points: 'shown', cite: 'example' } as const },
    ];
    const answer = publicAnswer(receipt, view, shown);
    expect([answer.score, answer.reasons[0]?.points]).toEqual([receipt.credit.score, '-15']);
  });

  it('is what was so on the day, by day', () => {
    const on = (day: Day) =>
      ownView(of.record, day, of).matters.map(({ publicity }) => publicity.isPublished);
    expect([on('2025-09-29'), on('2025-09-30'), on('2025-10-31')]).toEqual([
      [],
      [true],
      [true, false],
    ]);
  });
});
