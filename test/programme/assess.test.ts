import { assessColumns, columnsOf, compileColumns, explainRow } from 'evenhand/columns';
import type { EvenhandError } from 'evenhand/core';
import { scoreCredit } from 'evenhand/credit';
import {
  type Assessment,
  assess,
  assessAt,
  classify,
  parseProgramme,
  safeAssess,
  verifyAssessment,
} from 'evenhand/programme';
import { rateRisk } from 'evenhand/risk';
import { exampleCredit, exampleProgramme, exampleRisk } from 'evenhand/schemes';
import { compileScheme, rate } from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { changed } from '../scoring/changed.js';
import { event, firmWith } from '../scoring/schemes.js';
import { codeOf } from '../ticket/codeOf.js';

const programme = parseProgramme(exampleProgramme);
const asOf = '2026-01-15';
const firm = firmWith({
  facts: { industry: '6210', taxGrade: 'A' },
  events: [event('penalty-general', '2025-09-30'), event('award', '2025-05-01')],
  lists: ['key-supervision'],
});

const penalty = event('penalty-general', '2025-09-30');

const issuesOf = (action: () => unknown): unknown => {
  try {
    return action();
  } catch (error) {
    return (error as EvenhandError).issues;
  }
};

describe('an assessment', () => {
  const receipt = assess(programme, firm, { asOf });

  it('names the cell and its measures, and how it was reached', () => {
    expect(receipt).toMatchObject({
      method: 'assess/1',
      mode: 'simulation',
      entity: 'firm',
      asOf,
      credit: { grade: 'A', score: '92' },
      risk: { level: 'medium' },
      cell: { risk: 'medium', credit: 'A' },
      measures: { ratio: '2%' },
      programme: { id: 'example-programme', version: '2026' },
    });
    expect(receipt.documents).toHaveLength(5);
  });

  it.each([
    [undefined, [['wrong-type', '']]],
    [{ ...firm, lists: undefined }, [['missing-field', 'lists']]],
    [
      { id: 'A', facts: [], lists: [], events: {} },
      [
        ['wrong-type', 'facts'],
        ['wrong-type', 'events'],
      ],
    ],
    [{ ...firm, events: [7] }, [['wrong-type', 'events.0']]],
    [{ ...firm, events: [{ ...penalty, on: '2025/9/1' }] }, [['no-such-day', 'events.0.on']]],
    [{ ...firm, events: [{ ...penalty, on: 20250901 }] }, [['wrong-type', 'events.0.on']]],
    [
      { ...firm, events: [{ id: 'e', source: 'x' }] },
      [
        ['missing-field', 'events.0.kind'],
        ['missing-field', 'events.0.on'],
      ],
    ],
    [
      { ...firm, events: [{ ...penalty, until: '2025-13-01' }] },
      [['no-such-day', 'events.0.until']],
    ],
  ])('is refused of %j, which no entity is: %j', (entity, expected) => {
    const answer = safeAssess(programme, entity as never, { asOf });
    const issues = answer.ok ? [] : answer.issues;
    expect(issues.map(({ code, path }) => [code, path.join('.')])).toEqual(expected);
    expect(codeOf(() => assess(programme, entity as never, { asOf }))).toBe('not-assessable');
    expect(assessAt(programme.at(asOf), entity as never)).toEqual(issues);
    const columns = compileColumns(programme.at(asOf));
    const held = columnsOf(columns, [firm, entity as never]);
    const assessed = assessColumns(columns, held);
    expect(assessed.issues).toEqual([{ row: 1, issues }]);
    expect(explainRow(columns, held, assessed, 1)).toEqual({ ok: false, issues });
  });

  const unfit = [
    { ...firm, events: [{ ...penalty, on: '2025/9/1' }] },
    { ...firm, events: undefined },
    undefined,
  ];
  it.each(unfit)('and by a scheme alone it is refused of %j as well', (entity) => {
    const whole = safeAssess(programme, entity as never, { asOf });
    const credit = compileScheme(exampleCredit);
    const risk = compileScheme(exampleRisk);
    for (const answer of [
      () => rate(credit, entity as never, { asOf }),
      () => scoreCredit(credit, entity as never, { asOf }),
      () => rateRisk(risk, entity as never, { asOf }),
    ]) {
      expect(codeOf(answer)).toBe('not-assessable');
      expect(issuesOf(answer)).toEqual(whole.ok ? [] : whole.issues);
    }
  });

  it('asks for a parsed programme and a day by name', () => {
    expect(codeOf(() => assess(exampleProgramme as never, firm, { asOf }))).toBe('bad-programme');
    expect(codeOf(() => assess(undefined as never, firm, { asOf }))).toBe('bad-programme');
    expect(codeOf(() => assess(programme, firm, undefined as never))).toBe('no-such-day');
  });

  it('is the same from JSON, for any order of events, lists and facts', () => {
    const turned = {
      ...firm,
      facts: { taxGrade: 'A', industry: '6210' },
      events: firm.events.toReversed(),
    };
    expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
    expect(assess(programme, turned, { asOf })).toEqual(receipt);
  });

  it('of many entities is the one of a single call, and the class is its cell', () => {
    const at = programme.at(asOf);
    expect(assessAt(at, firm)).toEqual(receipt);
    expect(classify(at, firm)).toMatchObject({
      grade: 'A',
      level: 'medium',
      measures: receipt.measures,
    });
  });

  it('is a simulation where the caller says so', () => {
    const documents = exampleProgramme.documents.map((one) => ({ ...one, status: 'in-force' }));
    const inForce = parseProgramme({ ...exampleProgramme, documents });
    const modes = [undefined, 'simulation', 'authoritative'] as const;
    expect(
      modes.map((mode) => assess(inForce, firm, { asOf, ...(mode && { mode }) }).mode),
    ).toEqual(['authoritative', 'simulation', 'authoritative']);
    expect(assess(programme, firm, { asOf, mode: 'authoritative' }).mode).toBe('simulation');
  });

  const faults: [string, object, string[]][] = [
    ['without an industry', { facts: {} }, ['missing-input industry']],
    [
      'with a wrong tax grade',
      { facts: { industry: '62', taxGrade: 'Z' } },
      ['out-of-domain taxGrade'],
    ],
    [
      'with both',
      { facts: { taxGrade: 'Z' } },
      ['out-of-domain taxGrade', 'missing-input industry'],
    ],
  ];
  it.each(faults)('is refused %s', (_, more, expected) => {
    const result = safeAssess(programme, { ...firm, ...more }, { asOf });
    expect(
      result.ok ? [] : result.issues.map(({ code, params }) => `${code} ${params['input']}`),
    ).toEqual(expected);
    expect(codeOf(() => assess(programme, { ...firm, ...more }, { asOf }))).toBe('not-assessable');
  });
});

describe('the risk scheme of an entity', () => {
  const catering = { field: 'industry', under: ['62'] };
  const other = { ...exampleProgramme.documents[1], id: 'catering-risk', start: '5' };
  const withRisk = (risk: object[]) => ({
    ...exampleProgramme,
    documents: [...exampleProgramme.documents, other],
    roles: { ...exampleProgramme.roles, risk },
  });
  const fallback = withRisk([
    { when: catering, scheme: 'catering-risk' },
    { scheme: 'example-risk' },
  ]);
  const none = withRisk([{ when: catering, scheme: 'catering-risk' }]);
  const schemeOf = (source: unknown, industry?: string, more: object = {}) => {
    const facts = industry === undefined ? {} : { industry };
    const result = safeAssess(
      parseProgramme(source),
      { ...firm, facts: { ...facts, ...more } },
      { asOf },
    );
    if (result.ok) return result.value.risk.scheme.id;
    return result.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
  };

  it('is the first whose condition holds', () =>
    expect([schemeOf(fallback, '6210'), schemeOf(fallback, '5200')]).toEqual([
      'catering-risk',
      'example-risk',
    ]));

  it('is none where no condition holds, or the first hangs on a missing fact', () => {
    expect(schemeOf(none, '5200')).toEqual(['no-risk-scheme facts.']);
    expect(schemeOf(fallback)).toEqual(['no-risk-scheme facts.industry']);
    expect(schemeOf(fallback, undefined, { taxGrade: 'Z' })).toEqual([
      'out-of-domain facts.taxGrade',
      'no-risk-scheme facts.industry',
    ]);
  });
});

describe('a receipt', () => {
  const receipt = assess(programme, firm, { asOf });

  it('holds when it is computed again, from JSON too', () => {
    expect(verifyAssessment(programme, firm, receipt)).toEqual({ ok: true });
    expect(verifyAssessment(programme, firm, JSON.parse(JSON.stringify(receipt)))).toEqual({
      ok: true,
    });
  });

  /** Every leaf of plain data, with its path. */
  function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
    if (typeof value !== 'object' || value === null) return [path];
    return Object.entries(value).flatMap(([key, item]) =>
      leaves(item, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  }
  const written = (path: (string | number)[]): string =>
    path.reduce<string>(
      (text, key) =>
        typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`,
      '',
    );

  // The day is where the computation starts, and a simulation may always be claimed.
  const tampered = leaves(receipt).filter(([first]) => first !== 'asOf' && first !== 'mode');
  it.each(tampered.map((path) => [written(path), path] as const))(
    'that was changed at %s is named there',
    (field, path) => {
      expect(verifyAssessment(programme, firm, changed(receipt, path, 'forged'))).toMatchObject({
        ok: false,
        field,
        found: 'forged',
      });
      expect(verifyAssessment(programme, firm, changed(receipt, path, undefined))).toMatchObject({
        ok: false,
      });
    },
  );

  it('with another day, a claimed authority, or a field too many does not hold', () => {
    const forged = (more: object) =>
      verifyAssessment(programme, firm, { ...receipt, ...more } as Assessment);
    expect(forged({ asOf: '2026-01-16' })).toMatchObject({ field: 'credit.asOf' });
    expect(forged({ mode: 'authoritative' })).toMatchObject({ field: 'mode' });
    expect(forged({ stamp: 'x' })).toMatchObject({ field: 'stamp', expected: '', found: 'x' });
    expect(forged({ documents: receipt.documents.slice(1) })).toMatchObject({ ok: false });
  });

  it('of another entity, or of one that changed since, does not hold', () => {
    expect(verifyAssessment(programme, { ...firm, id: 'other' }, receipt)).toMatchObject({
      field: 'entity',
    });
    const later = { ...firm, events: [...firm.events, event('award', '2025-06-01')] };
    expect(verifyAssessment(programme, later, receipt)).toMatchObject({ field: 'input' });
  });
});
