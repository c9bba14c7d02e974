import { addWorkingDays, workingCalendar } from 'evenhand/calendar';
import { digest } from 'evenhand/core';
import {
  findingsOf,
  inspectionDuties,
  inspectionEvents,
  inspectionJsonSchemas,
  openInspection,
  parseInspectionRules,
  parseResultList,
  recordInspection,
  recordInspectionActs,
  safeParseInspectionAct,
  safeParseInspectionOpening,
  safeParseResultList,
} from 'evenhand/inspection';
import {
  chinaWorkingDays,
  exampleInspectionRules,
  exampleResults,
  zhejiangResults,
} from 'evenhand/schemes';
import { describe as textOf } from 'evenhand/texts';
import { describe, expect, it } from 'vitest';
import {
  act,
  answers,
  codesOf,
  conclusion,
  documents,
  opened,
  opening,
  photo,
  scan,
  visitAfter,
} from './visit.js';

const working = workingCalendar([chinaWorkingDays]);
const started = () => visitAfter([scan]);
const concluded = () => visitAfter([scan, ...answers, conclusion]);

describe('the documents of a visit', () => {
  it('are sound as published', () => {
    expect(parseResultList(zhejiangResults).results).toHaveLength(18);
    expect(parseResultList(exampleResults).followUps).toHaveLength(4);
    expect(parseInspectionRules(exampleInspectionRules).publication?.workingDays).toBe(20);
  });

  it('have the results of the platform as its source lists them', () => {
    const text = zhejiangResults.results.map(({ code, title }) => `${code} ${title.zh}`);
    expect(text).toEqual([
      ...['1 未发现问题', '3 违反食品药品管理相关规定', '4 违反质量技术监督相关规定'],
      ...[
        '5 违反其他部门相关规定',
        '6 通过登记的住所（经营场所）无法联系',
        '7 已关闭停业或正在组织清算',
      ],
      ...['8 不配合检查情节严重', '9 注销', '10 被吊销', '11 被撤销', '12 迁出'],
      ...['A 发现问题待后续处理', 'B 未按规定公示应当公示的信息', 'C 公示信息隐瞒真实情况弄虚作假'],
      ...['D 违反其他工商行政管理规定行为', 'E 发现问题经责令已改正'],
      ...['F 未发现开展本次抽查涉及的经营活动', 'G 违反公安部门相关规定'],
    ]);
  });

  it('name a code once, and warn of what leaves no trace', () => {
    const [first] = exampleResults.results;
    const twice = { ...exampleResults, results: [first, first] };
    expect(safeParseResultList(twice).issues.map(({ code }) => code)).toEqual([
      'repeated-name',
      'result-sort-missing',
    ]);
    const followUps = exampleResults.followUps.map(({ broken: _, ...one }) => one);
    const mute = safeParseResultList({ ...exampleResults, followUps });
    expect(mute.issues.map(({ code }) => code)).toEqual(['recheck-without-event']);
  });

  it('have shapes in JSON Schema', () => {
    for (const schema of Object.values(inspectionJsonSchemas())) {
      expect(JSON.stringify(schema)).toContain('$schema');
    }
  });
});

describe('the opening of a visit', () => {
  const issuesOf = (...[given, docs]: Parameters<typeof openInspection>) => {
    const answer = openInspection(given, docs);
    return answer.ok ? [] : answer.issues.map(({ code }) => code);
  };

  it.each([
    ['before its checklist is in force', { on: '2024-12-31' }, 'checklist-not-in-force'],
    [
      'with a checklist that is not the published one',
      { checklistDigest: 'b'.repeat(64) },
      'checklist-differs',
    ],
    ['with one officer', { team: opening.team.slice(2), partners: ['fire'] }, 'officers-too-few'],
    [
      'with an officer of an authority that takes no part',
      { team: [...opening.team, { officer: 't1', authority: 'tax' }] },
      'officer-of-no-authority',
    ],
    ['with nobody for an item', { team: opening.team.slice(0, 2) }, 'item-without-officer'],
    [
      'with an officer named twice',
      { team: [...opening.team, ...opening.team.slice(0, 1)] },
      'repeated-name',
    ],
  ])('is refused %s', (_, more, code) => {
    expect(issuesOf({ ...opening, ...more }, documents)).toContain(code);
  });

  it('is refused on a day when the rules were not in force', () => {
    const rules = { ...exampleInspectionRules, from: '2026-03-01' };
    expect(issuesOf(opening, { ...documents, rules })).toEqual(['not-in-force']);
  });

  it('is taken on the first and on the last day its documents are in force', () => {
    const checklist = { ...documents.checklist, from: '2026-02-09', to: '2026-02-09' };
    expect(issuesOf(opening, { ...documents, checklist })).toEqual([]);
    for (const on of ['2026-02-08', '2026-02-10']) {
      expect(issuesOf({ ...opening, on }, { ...documents, checklist })).toEqual([
        'checklist-not-in-force',
      ]);
    }
  });

  it('takes the checklist under its published digest', () => {
    const checklistDigest = digest(documents.checklist);
    expect(issuesOf({ ...opening, checklistDigest }, documents)).toEqual([]);
  });

  it('is read from plain data', () => {
    expect(safeParseInspectionOpening(opening)).toEqual({ ok: true, value: opening });
    expect(safeParseInspectionOpening({ ...opening, on: '2026-02-29' }).ok).toBe(false);
  });
});

describe('an act that cannot be is refused by name and changes nothing', () => {
  const answer = answers[0] as (typeof answers)[number];

  it('a finding on a visit that never started', () => {
    expect(codesOf(opened(), answer)).toEqual(['visit-not-started']);
    expect(codesOf(opened(), conclusion)).toEqual(['visit-not-started']);
    const away = visitAfter([act('no', { act: 'turn-away', reason: 'no scan', by: 'firm' })]);
    expect(codesOf(away, answer)).toEqual(['visit-not-started']);
    const off = visitAfter([act('off', { act: 'call-off', reason: 'storm', by: 'market' })]);
    expect(codesOf(off, scan)).toEqual(['visit-not-started']);
  });

  it.each([
    ['without a scan', { officers: ['m1', 'm2', 'f1'] }, ['scan-missing']],
    ['by a stranger', { officers: ['m1', 'f1', 'x'], scan: 's' }, ['officer-not-on-team']],
    ['by too few', { officers: ['m1'], scan: 's' }, ['officers-too-few', 'item-without-officer']],
    ['without a partner', { officers: ['m1', 'm2'], scan: 's' }, ['item-without-officer']],
  ])('a start %s', (_, fields, codes) => {
    expect(codesOf(opened(), act('x', { act: 'start', ...fields }))).toEqual(codes);
  });

  it('a start after a certificate has run out, or when the checklist is in force no more', () => {
    const late = { ...scan, at: '2026-04-01' };
    expect(codesOf(opened(), late)).toEqual(['certificate-expired']);
    expect(codesOf(opened(), { ...scan, at: '2026-03-31' })).toEqual(['taken']);
    const checklist = { ...documents.checklist, to: '2026-02-28' };
    const other = opened({}, { ...documents, checklist });
    expect(codesOf(other, { ...scan, at: '2026-03-02' })).toEqual(['checklist-not-in-force']);
    expect(codesOf(other, { ...scan, at: '2026-02-28' })).toEqual(['taken']);
  });

  it('a start off site needs no scan', () => {
    const bare = act('in', { act: 'start', officers: ['m1', 'm2', 'f1'] });
    expect(codesOf(opened({ method: 'off-site' }), bare)).toEqual(['taken']);
  });

  it.each([
    ['to an item of another list', { item: 'bones' }, ['item-not-on-checklist']],
    ['by an officer not on the team', { by: 'x' }, ['officer-not-on-team']],
    ['of an authority without the item', { by: 'f1' }, ['item-not-its-authority']],
    ['without evidence', { outcome: 'not-met' }, ['evidence-needed']],
    [
      'with evidence of tomorrow',
      { evidence: [{ ...photo, takenOn: '2026-02-10' }] },
      ['evidence-later'],
    ],
    ['put right where nothing was wrong', { corrected: true }, ['corrected-without-fault']],
    [
      'about a duty it does not ask',
      { outcome: 'not-met', evidence: [photo], duties: ['law-z 1'] },
      ['duty-not-of-item'],
    ],
    ['in place of an answer there is not', { replaces: 'a-0' }, ['answer-unknown']],
    ['on a day before the last act', { at: '2026-02-08' }, ['act-behind']],
    ['on no day', { at: '2026-02-30' }, ['no-such-day']],
    ['of another visit', { visit: 'w' }, ['act-of-another-visit']],
  ])('an answer %s', (_, fields, codes) => {
    expect(codesOf(started(), { ...answer, ...fields } as typeof answer)).toEqual(codes);
  });

  it('an answer by an officer who stayed away', () => {
    const few = act('in', { act: 'start', officers: ['m1', 'f1'], scan: 's' });
    expect(codesOf(visitAfter([few]), { ...answer, by: 'm2' })).toEqual(['officer-not-present']);
  });

  it('a second answer, unless it names the one it replaces', () => {
    const visit = visitAfter([scan, answer]);
    const again = { ...answer, id: 'again' } as typeof answer;
    expect(codesOf(visit, again)).toEqual(['item-answered']);
    expect(codesOf(visit, { ...again, replaces: 'a-licence' } as typeof answer)).toEqual(['taken']);
  });

  it.each([
    ['of another list', { list: 'zhejiang-results@2017' }, ['result-of-another-list']],
    ['not on the list', { results: [{ code: '1' }] }, ['unknown-result']],
    ['of none', { results: [] }, ['result-missing']],
    ['given twice', { results: [{ code: 'serious' }, { code: 'serious' }] }, ['result-repeated']],
    [
      'that says nothing was wrong',
      { results: [{ code: 'clean' }] },
      ['result-contradicts', 'item-without-result'],
    ],
    [
      'beside one that says nothing was wrong',
      { results: [{ code: 'to-correct' }, { code: 'clean' }] },
      ['result-contradicts'],
    ],
    [
      'about an item that was met',
      { results: [{ code: 'to-correct', items: ['licence', 'exits', 'gas'] }] },
      ['item-not-faulty'],
    ],
    [
      'that leaves a fault out',
      { results: [{ code: 'to-correct', items: ['exits'] }] },
      ['item-without-result'],
    ],
  ])('a result %s', (_, fields, codes) => {
    const visit = visitAfter([scan, ...answers]);
    expect(codesOf(visit, { ...conclusion, ...fields } as typeof conclusion)).toEqual(codes);
  });

  it('results before every item is answered, unless the firm was out of reach', () => {
    const visit = visitAfter([scan, ...answers.slice(0, 2)]);
    expect(codesOf(visit, conclusion)).toEqual(['item-unanswered']);
    const turned = visitAfter([act('no', { act: 'turn-away', reason: 'no', by: 'firm' })], visit);
    expect(turned.obstructed).toBe(true);
    const out = { ...conclusion, results: [{ code: 'to-correct' }, { code: 'obstructed' }] };
    expect(codesOf(turned, out as typeof conclusion)).toEqual(['taken']);
  });

  it('a result that says problems where all was met', () => {
    const met = answers.map((one) => ({ ...one, outcome: 'met' }) as typeof one);
    expect(codesOf(visitAfter([scan, ...met]), conclusion)).toEqual(['result-contradicts']);
  });

  it('an act id taken by another, while the same act again is taken as it was', () => {
    const visit = started();
    expect(codesOf(visit, { ...scan, scan: 'SCAN-2' } as typeof scan)).toEqual(['act-id-taken']);
    expect(recordInspection(visit, scan)).toEqual({ inspection: visit, taken: true, issues: [] });
  });

  it('nothing that is refused is lost', () => {
    const stranger = { ...answer, id: 'x', by: 'x' };
    const { inspection, refused } = recordInspectionActs(opened(), [
      answer,
      scan,
      stranger,
      ...answers,
      conclusion,
    ]);
    expect(inspection.state).toBe('concluded');
    expect(refused.map((one) => [one.act, one.issues[0]?.code])).toEqual([
      [answer, 'visit-not-started'],
      [stranger, 'officer-not-on-team'],
    ]);
  });
});

describe('what follows a visit', () => {
  const correct = act('fix', { act: 'order', measure: 'correct', items: ['exits', 'gas'] });

  it('a term of working days ends over Spring Festival by the published calendar', () => {
    const visit = visitAfter([correct], concluded(), { working });
    expect(visit.followUps[0]?.due).toBe('2026-03-06');
    expect(visit.followUps[0]?.due).toBe(addWorkingDays(working, '2026-02-09', 15));
  });

  it.each([
    ['of no list', { measure: 'prison' }, ['unknown-measure']],
    ['about an item that was met', { items: ['licence'] }, ['item-not-faulty']],
    ['by a stranger', { by: 'x' }, ['officer-not-on-team']],
    ['that ended yesterday', { due: '2026-02-08' }, ['due-past']],
    ['longer than its term', { due: '2026-03-10' }, ['due-too-late']],
    ['that goes on from nothing', { follows: 'none' }, ['unknown-follow-up']],
  ])('refuses an order %s', (_, fields, codes) => {
    const one = { ...correct, ...fields } as typeof correct;
    expect(codesOf(concluded(), one, { working })).toEqual(codes);
  });

  it('refuses a term in a year nobody has published, and a term without calendar', () => {
    const late = { ...correct, at: '2026-12-21', by: 'm1' };
    expect(codesOf(concluded(), late, { working })).toEqual(['year-without-calendar']);
    expect(codesOf(concluded(), correct)).toEqual(['term-without-calendar']);
  });

  it('goes from an order over a failed re-check to one that settles it', () => {
    const look = (id: string, at: string, outcome: 'corrected' | 'not-corrected', of = 'fix') =>
      act(id, { act: 'recheck', followUp: of, outcome, evidence: [], at });
    const visit = visitAfter([correct], concluded(), { working });
    const early = look('r1', '2026-03-06', 'not-corrected');
    expect(codesOf(visit, early)).toEqual(['follow-up-not-ready']);
    const failed = visitAfter([look('r1', '2026-03-10', 'not-corrected')], visit);
    expect(failed.followUps[0]?.state).toBe('failed');
    expect(inspectionEvents(failed).map(({ kind, on }) => [kind, on])).toEqual([
      ['finding-minor', '2026-02-09'],
      ['finding-serious', '2026-03-10'],
    ]);
    const published = visitAfter(
      [act('p', { act: 'publish', reference: 'N-1', at: '2026-03-10' })],
      failed,
    );
    const close = act('end', { act: 'close', at: '2026-03-31' });
    expect(codesOf(published, close)).toEqual(['follow-up-open']);
    const again = { ...correct, id: 'fix2', at: '2026-03-10', follows: 'fix' };
    const done = visitAfter(
      [
        again as typeof correct,
        act('d', {
          act: 'report-done',
          followUp: 'fix2',
          evidence: [],
          at: '2026-03-20',
          by: 'firm',
        }),
        look('r2', '2026-03-31', 'corrected', 'fix2'),
        close,
      ],
      published,
      { working },
    );
    expect([done.state, done.followUps.map(({ state }) => state)]).toEqual([
      'closed',
      ['failed', 'settled'],
    ]);
    expect(codesOf(done, close)).toEqual(['taken']);
    expect(codesOf(done, { ...close, id: 'more' })).toEqual(['act-not-now']);
  });

  it('waits for the legal office where the rules ask for it', () => {
    const serious = { ...conclusion, results: [{ code: 'serious' }] } as typeof conclusion;
    const visit = visitAfter([scan, ...answers, serious], opened({ reviewers: ['legal-1'] }));
    const publish = act('p', { act: 'publish', reference: 'N-1', by: 'market' });
    expect(codesOf(visit, publish)).toEqual(['review-open']);
    expect(inspectionEvents(visit)).toEqual([]);
    const word = (by: string, outcome: 'agreed' | 'returned' = 'agreed', of?: string) =>
      act(`w-${by}-${of ?? ''}`, {
        ...{ act: 'review', outcome, opinion: 'L-1', by, at: '2026-02-12' },
        ...(of === undefined ? {} : { of }),
      });
    expect(codesOf(visit, word('m2'))).toEqual(['reviewer-on-team']);
    expect(codesOf(visit, word('passer-by'))).toEqual(['reviewer-unknown']);
    const back = visitAfter([word('legal-1', 'returned')], visit);
    expect(back.state).toBe('started');
    const agreed = visitAfter([word('legal-1')], visit);
    expect(inspectionEvents(agreed)).toEqual([
      {
        id: 'v:serious',
        kind: 'finding-serious',
        on: '2026-02-09',
        knownOn: '2026-02-12',
        values: { code: 'serious', severity: 'serious' },
        source: 'v example-results@2026',
      },
    ]);
    const later = { ...publish, at: '2026-02-12' };
    expect(codesOf(agreed, later)).toEqual(['taken']);
    expect(codesOf(agreed, { ...word('legal-1'), id: 'w2' })).toEqual(['review-not-asked']);
    const suit = act('case', { act: 'order', measure: 'case', items: ['gas'], at: '2026-02-12' });
    const ordered = visitAfter([suit], agreed);
    expect(ordered.followUps[0]?.state).toBe('in-review');
    expect(visitAfter([word('legal-1', 'agreed', 'case')], ordered).followUps[0]?.state).toBe(
      'open',
    );
  });

  it.each([
    ['2026-02-10', '2026-03-16', 'over Spring Festival 2026, with two Saturdays worked'],
    ['2025-01-20', '2025-02-21', 'over Spring Festival 2025, with a Sunday and a Saturday worked'],
    ['2026-09-18', '2026-10-22', 'over Mid-Autumn and National Day'],
    ['2026-12-03', '2026-12-31', 'on the last day anybody knows'],
  ])('a result formed on %s is published by %s, %s', (formed, due, _) => {
    const on = (one: (typeof answers)[number]) =>
      ({
        ...one,
        at: formed,
        ...('evidence' in one ? { evidence: [{ ...photo, takenOn: formed }] } : {}),
      }) as typeof one;
    const team = opening.team.map(({ certifiedUntil: _c, ...one }) => one);
    const visit = visitAfter([scan, ...answers, conclusion].map(on), opened({ on: formed, team }));
    const duties = (asOf: string, inspection = visit) =>
      inspectionDuties(inspection, { working, asOf }).map(({ duty, due: by, state }) => [
        duty,
        by,
        state,
      ]);
    expect(duties(due)).toEqual([['publish', due, 'open']]);
    expect(duties('2027-01-01')).toEqual([['publish', due, 'overdue']]);
    const late = act('p', { act: 'publish', reference: 'N', at: due });
    expect(duties('2027-01-01', visitAfter([late], visit))).toEqual([['publish', due, 'in-time']]);
  });

  it('a result whose term reaches a year nobody has published is refused a day', () => {
    const visit = visitAfter(
      [scan, ...answers, conclusion].map((one) => ({ ...one, at: '2026-02-09' })),
    );
    const formedOn = '2026-12-10';
    const moved = { ...visit, conclusion: { ...visit.conclusion, formedOn } } as typeof visit;
    expect(() => inspectionDuties(moved, { working, asOf: formedOn })).toThrow(
      expect.objectContaining({ code: 'year-without-calendar' }),
    );
  });

  it('an order due on its own day, or on the last day of its term, is taken', () => {
    for (const due of ['2026-02-09', '2026-03-06']) {
      expect(codesOf(concluded(), { ...correct, due } as typeof correct, { working })).toEqual([
        'taken',
      ]);
    }
    const next = { ...correct, due: '2026-03-07' } as typeof correct;
    expect(codesOf(concluded(), next, { working })).toEqual(['due-too-late']);
  });

  it('finds item by item, with the duties that are not met', () => {
    const [first, second] = findingsOf(concluded());
    expect([first?.item, first?.duties, first?.codes]).toEqual(['exits', [], ['to-correct']]);
    expect([second?.item, second?.duties]).toEqual(['gas', ['law-b 28', 'law-c 3']]);
    expect(findingsOf(started())).toEqual([]);
  });
});

describe('the refusals read well', () => {
  it('in both languages', () => {
    const { issues } = recordInspection(opened(), conclusion);
    const [issue] = issues as [(typeof issues)[number]];
    expect(textOf(issue, 'en')).toBe(
      'field act: the visit has not started (it is `opened`), so `conclude` can’t be entered; what can: restaff, start, turn-away, call-off',
    );
    expect(textOf(issue, 'zh')).toContain('检查尚未开始');
  });

  it('an act out of a file keeps its shape', () => {
    expect(safeParseInspectionAct(scan)).toEqual({ ok: true, value: scan });
    const odd = safeParseInspectionAct({ ...scan, officers: 'm1' });
    expect(odd.ok ? [] : odd.issues.map(({ code, path }) => [code, path])).toEqual([
      ['wrong-type', ['officers']],
    ]);
  });
});
