import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import {
  reasonCodes,
  schemeFromPmml,
  tableFromDmn,
  XML_OPTIONS,
} from '../../src/interchange/index.js';
import { compileScheme, rate } from '../../src/scoring/index.js';

const xml = new XMLParser(XML_OPTIONS);

const simple = (operator: string, value?: string) =>
  `<SimplePredicate field="F" operator="${operator}"${value === undefined ? '' : ` value="${value}"`}/>`;
const between = (above: number, to: number) =>
  `<CompoundPredicate booleanOperator="and">${simple('greaterThan', String(above))}${simple('lessOrEqual', String(to))}</CompoundPredicate>`;
const characteristic = (
  name: string,
  field: string,
  baseline: number,
  attributes: readonly (readonly [points: string, predicate: string])[],
) =>
  `<Characteristic name="${name}" reasonCode="${name}" baselineScore="${baseline}">${attributes
    .map(([points, predicate]) => `<Attribute partialScore="${points}">${predicate}</Attribute>`)
    .join('')}</Characteristic>`.replaceAll('"F"', `"${field}"`);

/** A scorecard as a bank's tool exports one, with what such tools write around it. */
const scorecard = (
  around: { root?: string; model?: string; more?: string } = {},
) => `<?xml version="1.0"?>
<PMML xmlns="http://www.dmg.org/PMML-4_2" version="4.2">
  <Header><Application name="tool" version="1"/><Timestamp>2026-01-01</Timestamp></Header>
  <DataDictionary numberOfFields="4">
    <DataField name="branch" dataType="string" optype="categorical"/>
    <DataField name="years" dataType="integer" optype="continuous"/>
    <DataField name="turnover" dataType="double" optype="continuous"/>
    <DataField name="score" dataType="double" optype="continuous"/>
  </DataDictionary>
  ${around.root ?? ''}
  <Scorecard modelName="credit" functionName="regression" useReasonCodes="true"
    reasonCodeAlgorithm="pointsBelow" initialScore="20" baselineMethod="other">
    <MiningSchema>
      <MiningField name="branch" usageType="active" invalidValueTreatment="asMissing"/>
      <MiningField name="years" usageType="active" invalidValueTreatment="asMissing"/>
      <MiningField name="turnover" usageType="active" invalidValueTreatment="asMissing"/>
      <MiningField name="score" usageType="predicted"/>
    </MiningSchema>
    <Output><OutputField name="final" feature="predictedValue" dataType="double" optype="continuous"/></Output>
    ${around.model ?? ''}
    <Characteristics>
      ${characteristic('branch', 'branch', 15, [
        ['-5', simple('isMissing')],
        ['15', simple('equal', 'trade')],
        ['4', simple('equal', 'building')],
        ['0', '<True/>'],
      ])}
      ${characteristic('years', 'years', 18, [
        ['-1', simple('isMissing')],
        ['-3', simple('lessOrEqual', '2')],
        ['7.5', between(2, 10)],
        ['18', simple('greaterThan', '10')],
      ])}
      ${characteristic('turnover', 'turnover', 10, [
        ['5', simple('isMissing')],
        ['-2', simple('lessOrEqual', '1000')],
        ['10', simple('greaterThan', '1000')],
      ])}
      ${around.more ?? ''}
    </Characteristics>
  </Scorecard>
</PMML>`;
const read = (text: string) =>
  schemeFromPmml(text, { xml, id: 'credit', version: '1', from: '2026-01-01' });
const issuesOf = (text: string) => {
  const result = read(text);
  return result.ok
    ? []
    : result.issues.map(({ code, params }) => [code, params['given'] ?? params['expected']]);
};

describe('a bank’s scorecard', () => {
  // 20 + 4 + 7.5 + 10 = 41.5; 20 + 15 − 3 − 2 = 30; nothing known: 20 − 5 − 1 + 5 = 19.
  it.each([
    [{ branch: 'building', years: 10, turnover: 1001 }, '41.5'],
    [{ branch: 'trade', years: 2, turnover: 1000 }, '30'],
    [{ branch: 'other', years: 11, turnover: 0 }, '36'],
    [{}, '19'],
  ])('gives %j %s points', (facts, score) => {
    const result = read(scorecard());
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const scheme = compileScheme(result.value.scheme);
    const rating = rate(scheme, { facts, lists: [], events: [] }, { asOf: '2026-06-01' });
    expect('score' in rating && rating.score).toBe(score);
  });

  it('tells why, by the baselines: 4 of 15, 7.5 of 18, 10 of 10', () => {
    const result = read(scorecard());
    if (!result.ok || result.value.reasonCodes === undefined) throw new Error('no codes');
    const facts = { branch: 'building', years: 10, turnover: 1001 };
    const rating = rate(
      compileScheme(result.value.scheme),
      { facts, lists: [], events: [] },
      { asOf: '2026-06-01' },
    );
    if ('status' in rating) throw new Error(rating.status);
    const codes = reasonCodes(rating, result.value.reasonCodes);
    expect(codes.map(({ code }) => code)).toEqual(['branch', 'years', 'turnover']);
  });

  it('may hold the empty elements that tools write', () => {
    const empty = {
      root: '<TransformationDictionary/>',
      model: '<LocalTransformations></LocalTransformations><Targets/>',
    };
    expect(issuesOf(scorecard(empty))).toEqual([]);
    const result = read(scorecard(empty));
    expect(result.ok && result.notes.map(({ params }) => params['given'])).toEqual(
      expect.arrayContaining(['TransformationDictionary', 'LocalTransformations', 'Targets']),
    );
  });

  it.each<[string, Parameters<typeof scorecard>[0], unknown]>([
    [
      'a derived field',
      {
        root: '<TransformationDictionary><DerivedField name="x" optype="continuous" dataType="double"><FieldRef field="years"/></DerivedField></TransformationDictionary>',
      },
      [['element-unsupported', 'TransformationDictionary']],
    ],
    [
      'a complex score, once and not for what follows from it',
      {
        more: '<Characteristic name="c" reasonCode="c" baselineScore="1"><Attribute><SimplePredicate field="years" operator="greaterThan" value="1"/><ComplexPartialScore><FieldRef field="years"/></ComplexPartialScore></Attribute></Characteristic>',
      },
      [['element-unsupported', 'ComplexPartialScore']],
    ],
    [
      'two fields in one characteristic',
      {
        more: '<Characteristic name="c" reasonCode="c" baselineScore="1"><Attribute partialScore="1"><CompoundPredicate booleanOperator="or"><SimplePredicate field="years" operator="lessThan" value="1"/><SimplePredicate field="turnover" operator="lessThan" value="1"/></CompoundPredicate></Attribute></Characteristic>',
      },
      [['fields-mixed', ['turnover', 'years']]],
    ],
    [
      'a target',
      { model: '<Targets><Target field="score" rescaleFactor="2"/></Targets>' },
      [['element-unsupported', 'Targets']],
    ],
  ])('is refused with %s', (_, around, expected) => {
    const found = issuesOf(scorecard(around)).map(([code, given]) => [
      code,
      Array.isArray(given) ? [...given].sort() : given,
    ]);
    expect(found).toEqual(expected);
  });
});

describe('a table as a modeller writes it', () => {
  const table = (type: string, entries: readonly (readonly [string, string])[]) =>
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision name="grade"><decisionTable>
      <input><inputExpression${type === '' ? '' : ` typeRef="${type}"`}><text>points</text></inputExpression></input>
      <output name="grade" typeRef="string"/>${entries
        .map(
          ([test, out]) =>
            `<rule><inputEntry><text>${test.replaceAll('<', '&lt;')}</text></inputEntry><outputEntry><text>"${out}"</text></outputEntry></rule>`,
        )
        .join('')}</decisionTable></decision></definitions>`;
  const grade = (type: string, bound = '5') => {
    const result = tableFromDmn(
      table(type, [
        [`>= ${bound}`, 'A'],
        [`< ${bound}`, 'B'],
      ]),
      { xml, cite: 'table' },
    );
    return result.ok
      ? result.value.inputs
      : result.issues.map(({ code, params }) => [code, params['given'] ?? params['expected']]);
  };

  it.each([
    ['integer', { points: { type: 'integer' } }],
    ['long', { points: { type: 'integer' } }],
    ['double', { points: { type: 'decimal', places: 0 } }],
    ['number', { points: { type: 'decimal', places: 0 } }],
  ])('may call a number %s', (type, inputs) => expect(grade(type)).toEqual(inputs));

  it('is refused where a whole number is compared with a part of one', () => {
    expect(grade('integer', '5.5')).toEqual([['number-too-fine', 1]]);
  });

  it('is asked for the type of a column that has none', () => {
    expect(grade('')).toEqual([
      ['attribute-missing', 'typeRef'],
      ['attribute-missing', 'typeRef'],
    ]);
  });
});
