import { describe, expect, it } from 'vitest';
import { emptyRecord, joinEntries } from '../../src/credit/record/creditRecord.js';
import { type DueDiligenceInput, dueDiligence } from '../../src/oversight/dueDiligence.js';
import type { VisitOutcome } from '../../src/oversight/outcome.js';
import type { Promised } from '../../src/oversight/promised.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { chinaWorkingDays } from '../../src/schemes/chinaWorkingDays.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { examplePublication, exampleRecordRules } from '../../src/schemes/exampleRecord.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import { dueDiligenceText } from '../../src/texts/dueDiligenceText.js';
import { admitVisit } from '../../src/visits/ledger/admitVisit.js';
import { emptyLedger } from '../../src/visits/ledger/ledger.js';

const programme = parseProgramme(exampleProgramme);
const window = { from: '2026-03-01', to: '2026-06-30' };
const promised: Promised = {
  ...{ drawId: 'EX-1', year: 2026, strata: [] },
  demands: [
    {
      id: 'key/tanks/E1',
      entity: 'E1',
      item: 'tanks',
      task: 'key',
      way: 'certain',
      reason: 'list: key',
      window,
    },
    {
      id: 'all/labels/E1',
      entity: 'E1',
      item: 'labels',
      task: 'all',
      way: 'untargeted',
      stratum: 's01',
      window,
    },
    {
      id: 'all/labels/E2',
      entity: 'E2',
      item: 'labels',
      task: 'all',
      way: 'untargeted',
      stratum: 's01',
      window,
    },
  ],
  visits: [
    {
      id: 'E1/census',
      entity: 'E1',
      kind: 'census',
      day: '2026-04-01',
      lead: 'fire',
      partners: [],
      demands: ['key/tanks/E1'],
    },
  ],
  deferred: [],
};
const visited: VisitOutcome = {
  ...{ visit: 'E1/census', entity: 'E1', day: '2026-04-01', lead: 'fire', partners: [] },
  ...{ officers: ['JC-000001'], demands: ['key/tanks/E1'], answered: ['tanks'], faults: ['tanks'] },
  ...{ concludedOn: '2026-04-08', publishedOn: '2026-04-20' },
};
const fine = { id: 'fine', kind: 'penalty-general', on: '2026-01-10', source: '示例' };
const firm = { id: 'E1', facts: { industry: '6210' }, lists: [], events: [fine] };
const file = (more: Partial<DueDiligenceInput> = {}) =>
  dueDiligence({ programme, firm, day: '2026-05-15', promised, outcomes: [visited], ...more });
const answers = (one: ReturnType<typeof file>) =>
  Object.fromEntries(one.then.checks.map(({ check, answer }) => [check, answer]));

describe('a due-diligence file', () => {
  it('has the rule with its digests, what was asked, and what was done by the day', () => {
    const { then } = file();
    expect(then.receipt?.documents.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
    expect(then.duties.map(({ demand, state, day }) => [demand, state, day])).toEqual([
      ['key/tanks/E1', 'done', '2026-04-01'],
      ['all/labels/E1', 'open', undefined],
    ]);
    const early = file({ day: '2026-03-31' });
    expect(early.then.visits).toEqual([]);
    const term = { workingDays: 20, calendars: [chinaWorkingDays] };
    const none = file({ day: '2026-03-31', decisions: [], proposals: [], term });
    expect(answers(none)).toMatchObject({ 'faults-acted-on': 'none', 'published-in-time': 'none' });
    expect(answers(none)['answers-followed']).toBe('none');
    expect(file({ day: '2026-07-01' }).then.duties[1]?.state).toBe('overdue');
  });

  it('leaves out what was concluded, published or decided after the day', () => {
    const decisions = [
      {
        id: 'd1',
        entity: 'E1',
        authority: 'fire',
        visit: 'E1/census',
        on: '2026-04-30',
        kind: 'order',
      },
    ];
    const early = file({ day: '2026-04-10', decisions }).then;
    expect(early.visits[0]).toMatchObject({ concludedOn: '2026-04-08' });
    expect(early.visits[0]?.publishedOn).toBeUndefined();
    expect(early.decisions).toEqual([]);
  });

  it('answers yes, no, or that nothing was shown', () => {
    expect(answers(file())).toEqual({
      ...{ 'rule-in-force': 'yes', 'duties-done': 'yes', 'answers-followed': 'unknown' },
      ...{ 'faults-acted-on': 'unknown', 'published-in-time': 'unknown' },
    });
    const asked = {
      officer: 'JC-000001',
      authority: 'fire',
      entity: 'E1',
      on: '2026-04-02',
    } as const;
    const all = file({
      day: '2026-07-01',
      proposals: [{ ...asked, id: 'p', about: 'penalty', proposed: '1000', done: '0' }],
      decisions: [],
      term: { workingDays: 20, calendars: [chinaWorkingDays] },
    });
    expect(answers(all)).toEqual({
      ...{ 'rule-in-force': 'yes', 'duties-done': 'no', 'answers-followed': 'no' },
      ...{ 'faults-acted-on': 'no', 'published-in-time': 'yes' },
    });
    expect(all.then.checks.find(({ check }) => check === 'duties-done')?.shownBy).toEqual([
      'all/labels/E1',
    ]);
  });

  it('keeps apart what was learnt later, and says where the firm would have stood', () => {
    const accident = {
      id: 'a',
      kind: 'accident',
      on: '2026-05-01',
      knownOn: '2026-06-20',
      source: '示例',
    };
    const late = { ...firm, events: [fine, accident] };
    const found = file({ firm: late, writtenOn: '2026-07-01' });
    expect(found.then.events.map(({ id }) => id)).toEqual(['fine']);
    expect(found.learntSince.map(({ id }) => id)).toEqual(['a']);
    expect(found.digest).toBe(file().digest);
    expect([found.then.receipt?.cell.risk, found.hindsight?.risk]).toEqual(['medium', 'high']);
    expect(file({ firm: late, writtenOn: '2026-06-19' }).learntSince).toEqual([]);
  });

  it('reads a record by the knowledge of the day', () => {
    const source = { department: 'market', reference: '示例〔2026〕1号' };
    const of = { entity: 'E1', jurisdiction: '110000', basis: [], source };
    const { record } = joinEntries(emptyRecord('E1'), [
      {
        ...of,
        id: 'r1',
        kind: 'penalty',
        severity: 'serious',
        on: '2026-01-31',
        knownOn: '2026-02-03',
      },
      {
        ...of,
        id: 'r2',
        kind: 'correction',
        refers: 'r1',
        set: { severity: 'general' },
        on: '2026-06-01',
        knownOn: '2026-06-02',
      },
    ]);
    const { events: _, lists: __, ...entity } = firm;
    const onRecord = {
      entity,
      record,
      rules: exampleRecordRules,
      publication: [examplePublication],
    };
    const found = file({ firm: onRecord, writtenOn: '2026-07-01' });
    expect(found.then.events.map(({ kind }) => kind)).toEqual(['penalty-serious']);
    expect([found.then.receipt?.cell.credit, found.hindsight?.credit]).toEqual(['C', 'B']);
  });

  it('tells what the ledger refused, and is refused where it is written before its day', () => {
    const ask = { entity: 'E1', kind: 'census', lead: 'fire', at: '2026-03-01' } as const;
    const one = admitVisit(emptyLedger, { ...ask, id: 'a', day: '2026-04-01' }, twoInspections);
    const more = { ...ask, id: 'b', day: '2026-05-01', join: false } as const;
    const { ledger } = admitVisit(one.ledger, more, twoInspections);
    expect(file({ ledger }).then.refused).toMatchObject([{ request: 'b', by: 'fire' }]);
    expect(() => file({ writtenOn: '2026-05-14' })).toThrow(
      expect.objectContaining({ code: 'written-before-day' }),
    );
  });

  it('says so where no rule could answer', () => {
    const found = file({ firm: { ...firm, facts: {} } });
    expect(found.then.receipt).toBeUndefined();
    expect(answers(found)['rule-in-force']).toBe('no');
    expect(dueDiligenceText(found, 'en')).toContain('industry');
  });

  it('is read in both languages, and leaves to people what is theirs', () => {
    const accident = {
      id: 'a',
      kind: 'accident',
      on: '2026-05-01',
      knownOn: '2026-06-20',
      source: '示例',
    };
    const found = file({ firm: { ...firm, events: [fine, accident] }, writtenOn: '2026-07-01' });
    const [zh, en] = [dueDiligenceText(found, 'zh'), dueDiligenceText(found, 'en')];
    expect(zh).toContain('须由人综合分析：动机态度、性质程度、后果影响、挽回损失');
    expect(zh).toContain('若当时已知，应为风险 高 × 信用');
    expect(en).toContain('For people to weigh: motive and attitude, nature and degree');
    expect(en).toContain('no check of the plan was overdue: yes  [key/tanks/E1, all/labels/E1]');
    expect(en.split('\n').length).toBe(zh.split('\n').length);
  });
});
