import {
  emptyRecord,
  joinEntries,
  joinRecords,
  parseEntry,
  parseRecord,
  projectEvents,
  projectRecord,
  recordAsOf,
  recordDigest,
  recordJsonSchemas,
  safeParseEntry,
  safeParseRecord,
  safeParseRecordRules,
} from 'evenhand/credit';
import { examplePublication, exampleRecordRules } from 'evenhand/schemes';
import { arbitraryReports, recordLaws } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../ticket/codeOf.js';
import { penalty, recordOf, step } from './entries.js';

const rules = exampleRecordRules;
const codes = (value: unknown): string[] => {
  const parsed = safeParseEntry(value);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
};

describe('an entry', () => {
  it.each([
    [
      'without a source',
      { ...penalty('p', '2026-01-31'), source: undefined },
      'entry-without-source source',
    ],
    [
      'of no department',
      { ...penalty('p', '2026-01-31'), source: { reference: 'No. 1' } },
      'entry-without-source source.department',
    ],
    [
      'that ends before it starts',
      penalty('p', '2026-01-31', { until: '2026-01-30' }),
      'until-before-on until',
    ],
    [
      'known before it happened',
      penalty('p', '2026-01-31', { knownOn: '2026-01-30' }),
      'known-before-on knownOn',
    ],
    [
      'performed before it was decided',
      penalty('p', '2026-01-31', { decidedOn: '2026-02-02', performedOn: '2026-02-01' }),
      'before-decision performedOn',
    ],
    ['of no day', penalty('p', '2026-02-30'), 'no-such-day on'],
    ['of no list', penalty('p', '2026-01-31', { kind: 'list-entry' }), 'missing-field list'],
    ['about itself', step('repair', 's', 's', '2026-01-31'), 'refers-to-itself refers'],
    ['that corrects nothing', step('correction', 's', 'p', '2026-01-31'), 'nothing-corrected set'],
    [
      'that strikes what every matter has',
      step('correction', 's', 'p', '2026-01-31', { strike: ['on'] }),
      'cannot-strike strike',
    ],
    ['of a deed that is not named', step('deed', 's', 'p', '2026-01-31'), 'missing-field deed'],
    [
      'with what is of another kind',
      step('repair', 's', 'p', '2026-01-31', { outcome: 'upheld' }),
      'unknown-field outcome',
    ],
  ])('%s is refused by name', (_, entry, expected) => {
    expect(codes(entry)).toContain(expected);
    expect(codeOf(() => parseEntry(entry))).toBe('bad-noun');
  });

  it('may end on the day it starts, and be known and performed on it', () => {
    const day = '2026-01-31';
    expect(codes(penalty('p', day, { until: day, performedOn: day, publishedOn: day }))).toEqual(
      [],
    );
  });

  it('names every kind there is where it has none of them', () => {
    const parsed = safeParseEntry({ ...penalty('p', '2026-01-31'), kind: 'fine' });
    expect(parsed.ok ? [] : parsed.issues[0]?.params['expected']).toContain('withdrawal');
  });
});

describe('a record', () => {
  const bad = { ...penalty('b', '2026-01-31'), source: undefined };

  it('sets a bad report aside whole and takes the others', () => {
    const joined = joinEntries(emptyRecord('A'), [bad, penalty('p', '2026-01-31')]);
    expect(joined.record.entries.map(({ id }) => id)).toEqual(['p']);
    expect(joined.aside).toHaveLength(1);
    expect(joined.aside[0]?.entry).toBe(bad);
    expect(joined.issues.map(({ code, path }) => [code, path[0]])).toEqual([
      ['entry-without-source', 0],
    ]);
  });

  it('takes no report of somebody else', () => {
    const { aside } = joinEntries(emptyRecord('B'), [penalty('p', '2026-01-31')]);
    expect(aside[0]?.issues.map(({ code }) => code)).toEqual(['other-entity']);
  });

  it('keeps both of two reports with one id, and lets the first known one be meant', () => {
    const first = penalty('p', '2026-01-31');
    const second = penalty('p', '2026-01-31', {
      knownOn: '2026-02-05',
      source: { department: 'fire', reference: 'F 2' },
    });
    const withdrawn = step('withdrawal', 'w', 'p', '2026-03-01');
    const { record, issues } = joinEntries(emptyRecord('A'), [withdrawn, second, first]);
    expect(issues.map(({ code }) => code)).toEqual(['id-repeated']);
    const { matters } = recordAsOf(record, { on: '2026-04-01' });
    expect(matters.map(({ id, state }) => [id, state])).toEqual([
      ['110000/penalty/F 2', 'standing'],
      ['110000/penalty/No. p', 'withdrawn'],
    ]);
  });

  it('is read back from its JSON, and refused where it has an entry twice', () => {
    const record = recordOf(penalty('p', '2026-01-31'), penalty('q', '2026-01-30'));
    expect(parseRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
    const twice = { ...record, entries: [...record.entries, ...record.entries] };
    const parsed = safeParseRecord(twice);
    expect(parsed.ok ? [] : parsed.issues.map(({ code }) => code)).toEqual(['entry-repeated']);
    expect(codeOf(() => parseRecord({ ...record, entries: [bad] }))).toBe('bad-noun');
    expect(safeParseRecord({ ...record, entries: 1 }).ok).toBe(false);
    expect(safeParseRecord({ ...record, entity: 1 }).ok).toBe(false);
  });

  it('joins with another of the same entity, in either order', () => {
    fc.assert(
      fc.property(arbitraryReports(), arbitraryReports(), (one, other) => {
        const [a, b] = [recordOf(...one), recordOf(...other)];
        expect(joinRecords(a, b).record).toEqual(joinRecords(b, a).record);
      }),
    );
  });

  it('has JSON Schemas', () => {
    expect(recordJsonSchemas()['fact']?.['required']).toContain('source');
  });
});

describe('several departments report one matter', () => {
  const number = '示例市监罚〔2026〕17号';
  const at = (department: string) => ({ department, reference: number });
  const own = penalty('own', '2026-01-31', {
    knownOn: '2026-02-05',
    source: at('fire'),
    severity: 'general',
  });
  const platform = penalty('platform', '2026-02-01', {
    knownOn: '2026-02-09',
    source: at('platform'),
    decidedBy: 'fire',
    severity: 'serious',
    offence: 'hygiene',
  });
  const market = penalty('market', '2026-02-02', {
    knownOn: '2026-02-07',
    source: at('market'),
    decidedBy: 'fire',
    severity: 'serious',
  });
  const question = { on: '2026-06-01', rules };

  it('makes one of it: the department that decided counts, others fill what it left out', () => {
    const [matter, ...others] = recordAsOf(recordOf(own, platform, market), question).matters;
    expect(others).toEqual([]);
    expect([
      matter?.decidedBy,
      matter?.fields.on,
      matter?.fields.severity,
      matter?.fields.offence,
    ]).toEqual(['fire', '2026-01-31', 'general', 'hygiene']);
    expect(matter?.from).toMatchObject({ on: 'own', severity: 'own', offence: 'platform' });
    expect(
      matter?.conflicts.map(({ field, entry, said, against }) => [field, entry, said, against]),
    ).toEqual([
      ['on', 'market', '2026-02-02', 'own'],
      ['severity', 'market', 'serious', 'own'],
      ['on', 'platform', '2026-02-01', 'own'],
      ['severity', 'platform', 'serious', 'own'],
    ]);
    expect(matter?.reports.map(({ department }) => department)).toEqual([
      'fire',
      'market',
      'platform',
    ]);
    expect(matter?.knownOn).toBe('2026-02-05');
  });

  it('follows the order of departments where who decided has not reported', () => {
    const [matter] = recordAsOf(recordOf(platform, market), question).matters;
    expect([matter?.decidedBy, matter?.fields.on]).toEqual(['fire', '2026-02-02']);
  });

  it('takes the word known last where nobody stands above another', () => {
    const early = penalty('e', '2026-01-31', { source: at('urban'), decidedBy: 'fire' });
    const late = penalty('l', '2026-01-30', {
      knownOn: '2026-03-01',
      source: at('rural'),
      decidedBy: 'fire',
    });
    const record = recordOf(late, early);
    expect(recordAsOf(record, question).matters[0]?.fields.on).toBe('2026-01-30');
    expect(recordAsOf(record, { ...question, known: '2026-02-28' }).matters[0]?.fields.on).toBe(
      '2026-01-31',
    );
  });

  it('goes on with the others when one takes its report back, and ends when who decided does', () => {
    const back = step('withdrawal', 'w', 'market', '2026-04-01');
    const [left] = recordAsOf(recordOf(own, market, back), question).matters;
    expect([left?.state, left?.conflicts]).toEqual(['standing', []]);
    const ended = step('withdrawal', 'w', 'own', '2026-04-01');
    expect(recordAsOf(recordOf(own, market, ended), question).matters[0]?.state).toBe('withdrawn');
    expect(projectEvents(recordOf(own, market, ended), { asOf: '2026-06-01', rules })).toEqual([]);
  });

  it('lets a correction stand above every report, those that come later too', () => {
    const set = step('correction', 'c', 'own', '2026-02-20', {
      set: { severity: 'minor', on: '2026-01-15' },
    });
    const [matter] = recordAsOf(
      recordOf(own, set, { ...market, knownOn: '2026-05-01' }),
      question,
    ).matters;
    expect([matter?.fields.severity, matter?.fields.on, matter?.from.severity]).toEqual([
      'minor',
      '2026-01-15',
      'c',
    ]);
  });
});

describe('knowledge of a day', () => {
  const p = penalty('p', '2026-01-31', {
    knownOn: '2026-02-10',
    severity: 'serious',
    until: '2028-01-31',
  });
  const c = step('correction', 'c', 'p', '2026-03-01', {
    knownOn: '2026-03-05',
    set: { severity: 'general' },
    strike: ['until'],
  });
  const w = step('withdrawal', 'w', 'p', '2026-05-01', { knownOn: '2026-05-04' });
  const record = recordOf(p, c, w);
  const at = (on: string, known: string) =>
    recordAsOf(record, { on, known }).matters.map(({ state, fields }) => [
      state,
      fields.severity,
      fields.until,
    ]);

  it.each([
    ['before it was reported', '2026-02-01', '2026-02-09', []],
    ['on the day it was', '2026-02-01', '2026-02-10', [['standing', 'serious', '2028-01-31']]],
    [
      'on the eve of the correction',
      '2026-02-01',
      '2026-03-04',
      [['standing', 'serious', '2028-01-31']],
    ],
    [
      'with the correction, of a day before it',
      '2026-02-01',
      '2026-03-05',
      [['standing', 'general', undefined]],
    ],
    [
      'with the withdrawal, from the beginning',
      '2026-02-01',
      '2026-05-04',
      [['withdrawn', 'general', undefined]],
    ],
    ['of a day before it happened', '2026-01-30', '2026-05-04', []],
    ['of the day it happened', '2026-01-31', '2026-03-05', [['standing', 'general', undefined]]],
  ])('%s', (_, on, known, expected) => {
    expect(at(on, known)).toEqual(expected);
  });

  it('has a digest that later reports leave alone, and one put behind it does not', () => {
    const then = recordDigest(recordOf(p), '2026-02-28');
    expect(recordDigest(record, '2026-02-28')).toBe(then);
    const behind = recordOf(p, penalty('q', '2026-01-01', { knownOn: '2026-02-28' }));
    expect(recordDigest(behind, '2026-02-28')).not.toBe(then);
  });

  it('takes a withdrawal back by another one', () => {
    const back = step('withdrawal', 'ww', 'w', '2026-06-01');
    const [matter] = recordAsOf(recordOf(p, c, w, back), { on: '2026-07-01' }).matters;
    expect(matter?.state).toBe('standing');
    expect(matter?.steps.find(({ entry }) => entry.id === 'w')?.effect).toBe('withdrawn');
  });

  it('takes none of two withdrawals back that withdraw each other, and says so', () => {
    const one = step('withdrawal', 'w1', 'w2', '2026-06-01');
    const two = step('withdrawal', 'w2', 'w1', '2026-06-01');
    const { issues } = recordAsOf(recordOf(p, one, two), { on: '2026-07-01' });
    expect(issues.map(({ code }) => code)).toEqual(['withdrawn-in-circle', 'withdrawn-in-circle']);
  });

  it('keeps a step about what nobody reported, says so, and takes it once that is there', () => {
    const early = recordOf(c);
    const view = recordAsOf(early, { on: '2026-07-01' });
    expect([view.matters, view.pending.map(({ id }) => id)]).toEqual([[], ['c']]);
    expect(view.issues).toMatchObject([
      { code: 'unknown-entry', params: { given: 'p', entry: 'c' } },
    ]);
    const later = recordAsOf(joinEntries(early, [p]).record, { on: '2026-07-01' });
    expect([later.issues, later.matters[0]?.fields.severity]).toEqual([[], 'general']);
  });

  it('refuses a step about what it cannot be about', () => {
    const wrong = step('repair', 'r', 'c', '2026-06-01');
    const { issues, pending } = recordAsOf(recordOf(p, c, wrong), { on: '2026-07-01' });
    expect([issues.map(({ code }) => code), pending.map(({ id }) => id)]).toEqual([
      ['wrong-target'],
      ['r'],
    ]);
  });

  it('says that corrected days contradict each other', () => {
    const moved = step('correction', 'm', 'p', '2026-06-01', { set: { until: '2025-01-01' } });
    expect(recordAsOf(recordOf(p, moved), { on: '2026-07-01' }).issues).toMatchObject([
      { code: 'corrected-days', path: ['until'] },
    ]);
  });
});

describe('an objection', () => {
  const p = penalty('p', '2026-01-31');
  const o = step('objection', 'o', 'p', '2026-02-10');
  const decided = (outcome: 'upheld' | 'rejected') =>
    step('objection-decision', 'd', 'o', '2026-03-10', { outcome });
  const state = (on: string, ...more: unknown[]) =>
    recordAsOf(recordOf(p, o, ...more), { on }).matters[0]?.state;

  it('is open from its day until it is rejected', () => {
    expect(
      ['2026-02-09', '2026-02-10', '2026-03-09', '2026-03-10'].map((on) =>
        state(on, decided('rejected')),
      ),
    ).toEqual(['standing', 'objected', 'objected', 'standing']);
  });

  it('stays open when it is upheld, until the record is put right', () => {
    const put = step('correction', 'c', 'p', '2026-03-12', { set: { severity: 'minor' } });
    expect(state('2026-03-31', decided('upheld'))).toBe('objected');
    expect(state('2026-03-31', decided('upheld'), put)).toBe('standing');
  });

  it('keeps the matter out of the score where the document says so, and in it otherwise', () => {
    const question = { asOf: '2026-02-20', rules };
    const publication = [examplePublication];
    const silent = [
      { ...examplePublication, objection: { suspends: 'nothing', cite: 'example' } as const },
    ];
    const count = (more: object) => projectEvents(recordOf(p, o), { ...question, ...more }).length;
    expect([count({}), count({ publication }), count({ publication: silent })]).toEqual([1, 0, 1]);
  });
});

describe('the events that scoring reads', () => {
  const asOf = '2026-06-01';

  it('are named by the first line of the rules that fits, or by the report itself', () => {
    const record = recordOf(
      penalty('p', '2026-01-31', { severity: 'serious' }),
      penalty('q', '2026-01-31', { event: 'own-kind' }),
      penalty('m', '2026-01-31', { kind: 'commitment-made' }),
      penalty('l', '2026-01-31', { kind: 'list-entry', list: 'abnormal-operations' }),
    );
    const { events, lists } = projectRecord(record, { asOf, rules });
    expect(events.map(({ kind }) => kind)).toEqual([
      'list-abnormal',
      'penalty-serious',
      'own-kind',
    ]);
    expect(lists).toEqual(['abnormal-operations']);
  });

  it('leave out what is kept for another scheme or jurisdiction', () => {
    const record = recordOf(
      penalty('p', '2026-01-31', { scheme: 'tax' }),
      penalty('q', '2026-01-31', { jurisdiction: '120000' }),
    );
    const ids = (more: object) =>
      projectEvents(record, { asOf, rules, ...more }).map(({ id }) => id);
    expect(ids({})).toHaveLength(2);
    expect(ids({ scheme: 'credit' })).toEqual(['120000/penalty/No. q']);
    expect(ids({ scheme: 'tax', jurisdictions: ['110000'] })).toEqual(['110000/penalty/No. p']);
  });

  it('keep the day they became known, unless it is hindsight', () => {
    const record = recordOf(penalty('p', '2026-01-31', { knownOn: '2026-02-10' }));
    const known = (day: string, hindsight: string) =>
      projectEvents(record, { asOf: day, known: hindsight, rules }).map((one) => one.knownOn);
    expect(known('2026-02-09', '2026-02-09')).toEqual([]);
    expect(known('2026-02-10', '2026-02-10')).toEqual(['2026-02-10']);
    expect(known('2026-02-09', '2026-02-10')).toEqual([undefined]);
  });

  it('stand on a list from its entry to its exit, its repair or the last day of its term', () => {
    const entry = penalty('l', '2026-01-31', {
      kind: 'list-entry',
      list: 'key-supervision',
      until: '2026-05-31',
    });
    const exit = penalty('x', '2026-04-30', { kind: 'list-exit', list: 'key-supervision' });
    const on = (day: string, ...more: unknown[]) =>
      projectRecord(recordOf(entry, ...more), { asOf: day, rules }).lists.length;
    expect(['2026-01-30', '2026-01-31', '2026-05-31', '2026-06-01'].map((day) => on(day))).toEqual([
      0, 1, 1, 0,
    ]);
    expect(['2026-04-29', '2026-04-30'].map((day) => on(day, exit))).toEqual([1, 0]);
    const repair = step('repair', 'r', 'l', '2026-03-31');
    expect(['2026-03-30', '2026-03-31'].map((day) => on(day, repair))).toEqual([1, 0]);
  });
});

describe('the rules of a record', () => {
  it('are sound for the example, and refuse a line that is never reached', () => {
    expect(safeParseRecordRules(exampleRecordRules)).toMatchObject({ ok: true, issues: [] });
    const events = [
      { kind: 'penalty', event: 'any', cite: 'example' },
      ...exampleRecordRules.events,
    ];
    const found = safeParseRecordRules({ ...exampleRecordRules, events });
    expect(found.issues.map(({ code }) => code)).toEqual(Array(3).fill('rule-unreachable'));
    const twice = { departments: ['market', 'market'], cite: 'example' };
    expect(safeParseRecordRules({ ...exampleRecordRules, precedence: twice }).ok).toBe(false);
  });
});

describe('the laws of records', () => {
  const publication = [examplePublication];
  for (const { name, property } of recordLaws({ rules, publication })) {
    it(`${name}`, () => fc.assert(property as fc.IProperty<unknown>));
  }

  it('catch a platform that keeps the reports as they come', () => {
    const broken = recordLaws(
      { rules },
      {
        join: (record, reports) => ({ ...record, entries: [...record.entries, ...reports] }),
      },
    );
    expect(fc.check(broken[0]?.property as fc.IProperty<unknown>).failed).toBe(true);
  });

  it('catch a platform that answers by what it knows today', () => {
    const broken = recordLaws(
      { rules },
      {
        project: (record, asOf) => projectRecord(record, { rules, asOf, known: '2099-01-01' }),
      },
    );
    expect(fc.check(broken[2]?.property as fc.IProperty<unknown>).failed).toBe(true);
  });
});
