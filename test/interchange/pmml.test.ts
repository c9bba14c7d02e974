import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { reasonCodes, schemeFromPmml, XML_OPTIONS } from '../../src/interchange/index.js';
import { compileScheme, evaluateStanding, rate, schemeAt } from '../../src/scoring/index.js';
import { plainScore } from './plainPmml.js';

const xml = new XMLParser(XML_OPTIONS);
const options = { xml, id: 'premises', version: '1', from: '2026-01-01' };
const text = readFileSync(join(import.meta.dirname, 'files/premises.pmml'), 'utf8');
const asOf = '2026-06-01';

type Facts = Record<string, string | number | boolean>;
const entity = (facts: Facts) => ({ facts, lists: [], events: [] });

function imported(file: string, more = {}) {
  const read = schemeFromPmml(file, { ...options, ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read;
}

function refused(file: string, more = {}) {
  const read = schemeFromPmml(file, { ...options, ...more });
  return read.ok ? [] : read.issues.map(({ code, path, row }) => [code, path.join('.'), row]);
}

/** The score of the engine, undefined for a status or an issue. */
function engineScore(file: string, facts: Facts): number | undefined {
  const compiled = compileScheme(imported(file).value.scheme);
  const score = evaluateStanding(schemeAt(compiled, asOf), entity(facts));
  return 'units' in score ? score.units / 10 ** compiled.scheme.places : undefined;
}

const full = {
  trained: 12,
  'floor area': '99.5',
  use: 'kitchen',
  sprinklers: false,
  'district code': '110102',
};

describe('a scorecard', () => {
  it('becomes a scheme that gives the score worked out by hand', () => {
    // 10.5 + 7.25 + 12 − 4.5 + 3 + 2
    expect(engineScore(text, full)).toBe(30.25);
  });

  it('becomes terms a reader knows', () => {
    const { scheme } = imported(text).value;
    expect(scheme.terms[0]).toEqual({
      kind: 'bins',
      id: 'staff-trained',
      title: { zh: 'staff trained', en: 'staff trained' },
      cite: 'pmml',
      input: 'trained',
      bins: [{ points: '0' }, { from: '5', points: '7.25' }, { from: '20', points: '15' }],
      missing: { points: '-2' },
    });
    expect(scheme.inputs).toEqual({
      trained: { type: 'integer', min: '0', max: '500' },
      'floor area': { type: 'decimal', places: 1 },
      use: { type: 'category', values: ['office', 'shop', 'kitchen', 'workshop'] },
      sprinklers: { type: 'boolean' },
      'district code': { type: 'code' },
    });
    expect(scheme.terms[1]).toMatchObject({ missing: { points: '12' } });
    expect(scheme.status).toBe('draft');
  });

  it('leaves who has no attribute without a score', () => {
    const { scheme } = imported(text).value;
    const at = schemeAt(compileScheme(scheme), asOf);
    expect(scheme.statuses?.map(({ id }) => id)).toEqual(['no-score/size']);
    expect(evaluateStanding(at, entity({ ...full, 'floor area': 2001 }))).toEqual({ status: 0 });
    expect(evaluateStanding(at, entity({ ...full, 'floor area': 2000 }))).toHaveProperty('units');
  });

  it('says what it assumed and what it left out', () => {
    expect(imported(text).notes.map(({ code, row }) => [code, row])).toEqual([
      ['element-left-out', 30],
      ['places-assumed', 9],
      ['attributes-leave-gap', 51],
    ]);
  });

  it('takes the levels, names and places it is given', () => {
    const bands = [{ level: 'poor' }, { from: '30', level: 'good' }];
    const { scheme } = imported(text, {
      names: { 'floor area': 'area' },
      places: { 'floor area': 2 },
      to: '2026-12-31',
      status: 'in-force',
      title: { zh: '场所', en: 'Premises' },
      citation: { title: 'A notice', confidence: 'verified' },
      levels: {
        scale: { id: 'care', levels: ['good', 'poor'], worse: 'last' },
        direction: 'more-is-better',
        bands,
      },
    }).value;
    const { 'floor area': area, ...others } = full;
    const rating = rate(compileScheme(scheme), entity({ ...others, area }), { asOf });
    expect(rating).toMatchObject({ score: '30.25', level: 'good', asOf });
    expect(scheme.inputs['area']).toEqual({ type: 'decimal', places: 2 });
    expect(scheme.citations[0]?.title).toBe('A notice');
  });

  it('is refused where the frame or the levels are wrong', () => {
    expect(refused(text, { id: '' })).toEqual([['bad-name', 'id', undefined]]);
    expect(
      refused(text, {
        levels: {
          scale: { id: 'care', levels: ['good'], worse: 'last' },
          direction: 'more-is-better',
          bands: [{ level: 'poor' }],
        },
      }),
    ).toEqual([['unknown-level', 'bands.0.level', undefined]]);
  });
});

describe('reason codes', () => {
  const rating = (facts: Facts, file = text) => {
    const { scheme, reasonCodes: codes } = imported(file).value;
    if (codes === undefined) throw new Error('no codes');
    const given = rate(compileScheme(scheme), entity(facts), { asOf });
    if (!('reasons' in given)) throw new Error('no score');
    return reasonCodes(given, codes).map(({ code, difference }) => [code, difference]);
  };

  it('are ranked by how far the points lie below the baseline', () => {
    expect(rating(full)).toEqual([
      ['USE', '16.5'],
      ['PLACE', '10'],
      ['WATER', '9'],
      ['STAFF', '4.75'],
      ['SIZE', '-3'],
    ]);
  });

  it('are ranked the other way round where points above count', () => {
    const above = text.replace('pointsBelow', 'pointsAbove');
    expect(rating(full, above).map(([code]) => code)).toEqual([
      'SIZE',
      'STAFF',
      'WATER',
      'PLACE',
      'USE',
    ]);
  });

  it('know what is missing, and keep the order of the scorecard between equals', () => {
    const { trained: _, ...rest } = full;
    const codes = rating({ ...rest, 'district code': '999999', use: 'office' });
    expect(codes.slice(0, 2)).toEqual([
      ['STAFF-UNKNOWN', '14'],
      ['PLACE', '12'],
    ]);
    const equal = text.replace('partialScore="-2"', 'partialScore="0"');
    expect(rating({ ...rest, 'district code': '9' }, equal).slice(1, 3)).toEqual([
      ['STAFF-UNKNOWN', '12'],
      ['PLACE', '12'],
    ]);
  });

  it('are left out, with a note, where an outcome has none', () => {
    const read = imported(text.replace(' reasonCode="USE"', ''));
    expect(read.value.reasonCodes).toBeUndefined();
    expect(read.notes.map(({ code }) => code)).toContain('reason-codes-incomplete');
    const silent = imported(text.replace('useReasonCodes="true"', 'useReasonCodes="false"'));
    expect(silent.value.reasonCodes).toBeUndefined();
    expect(silent.notes.map(({ code }) => code)).not.toContain('reason-codes-incomplete');
  });

  it('say nothing of terms they do not know', () => {
    const reasons = [{ rule: 'x', what: 'bin', points: '1', cite: 'c', article: '' }] as const;
    expect(reasonCodes({ reasons }, { algorithm: 'points-above', terms: {} })).toEqual([]);
    const terms = { x: { baseline: '1', codes: {} } };
    expect(reasonCodes({ reasons }, { algorithm: 'points-above', terms })).toEqual([]);
  });
});

describe('what lies outside is refused by name', () => {
  const change = (from: string, to: string) => {
    expect(text).toContain(from);
    return refused(text.replace(from, to)).map(([code, path]) => `${code} ${path}`);
  };
  const staff = 'PMML.Scorecard.Characteristics.Characteristic.0';

  it.each([
    ['PMML-4_4', 'PMML-3_2', 'format-unknown PMML'],
    [
      '<Characteristics>',
      '<LocalTransformations><DerivedField/></LocalTransformations><Characteristics>',
      'element-unsupported PMML.Scorecard.LocalTransformations',
    ],
    [
      '<Characteristics>',
      '<Targets><Target/></Targets><Characteristics>',
      'element-unsupported PMML.Scorecard.Targets',
    ],
    [
      '<Header',
      '<TransformationDictionary><DerivedField/></TransformationDictionary><Header',
      'element-unsupported PMML.TransformationDictionary',
    ],
    ['<Header', '<TreeModel/><Header', 'element-unsupported PMML.TreeModel'],
    [
      'functionName="regression"',
      'functionName="classification"',
      'attribute-unsupported PMML.Scorecard',
    ],
    ['initialScore="10.5"', 'initialScore="ten"', 'number-unreadable PMML.Scorecard'],
    ['partialScore="-2" ', '', `attribute-missing ${staff}.Attribute.0`],
    ['partialScore="-2"', 'partialScore="INF"', `number-unreadable ${staff}.Attribute.0`],
    [
      'operator="lessThan" value="5"',
      'operator="near" value="5"',
      `attribute-unsupported ${staff}.Attribute.1.SimplePredicate`,
    ],
    [
      'operator="lessThan" value="5"',
      'value="5"',
      `attribute-missing ${staff}.Attribute.1.SimplePredicate`,
    ],
    [
      'operator="lessThan" value="5"',
      'operator="lessThan"',
      `attribute-missing ${staff}.Attribute.1.SimplePredicate`,
    ],
    ['value="5"', 'value="five"', 'number-unreadable PMML.DataDictionary.DataField.0'],
    [
      'booleanOperator="and"',
      'booleanOperator="nand"',
      `attribute-unsupported ${staff}.Attribute.2.CompoundPredicate`,
    ],
    ['booleanOperator="and"', '', `attribute-missing ${staff}.Attribute.2.CompoundPredicate`],
    [
      '<SimplePredicate field="trained" operator="isMissing"/>',
      '',
      `element-missing ${staff}.Attribute.0`,
    ],
    [
      '<SimplePredicate field="trained" operator="isMissing"/>',
      '<CompoundPredicate booleanOperator="or"/>',
      `element-missing ${staff}.Attribute.0.CompoundPredicate`,
    ],
    [
      '<SimplePredicate field="trained" operator="isMissing"/>',
      '<True/><ComplexPartialScore/>',
      `element-unsupported ${staff}.Attribute.0.ComplexPartialScore`,
    ],
    [
      '<SimplePredicate field="trained" operator="isMissing"/>',
      '<SimplePredicate field="use" operator="isMissing"/>',
      `fields-mixed ${staff}`,
    ],
    ['<MiningField name="trained" usageType="active"/>', '', `field-unknown ${staff}`],
    [
      'name="use" optype="categorical" dataType="string"',
      'name="use" optype="categorical" dataType="date"',
      'attribute-unsupported PMML.DataDictionary.DataField.2',
    ],
    [
      'name="use" optype="categorical" dataType="string"',
      'name="use" optype="categorical"',
      'attribute-missing PMML.DataDictionary.DataField.2',
    ],
    [
      '<Value value="office"/>',
      '<Value value="office" property="missing"/>',
      'attribute-unsupported PMML.DataDictionary.DataField.2.Value.0',
    ],
    [
      '<Value value="office"/>',
      '',
      'value-undeclared PMML.Scorecard.Characteristics.Characteristic.2.Attribute.0.SimpleSetPredicate',
    ],
    [
      'field="use" operator="equal"',
      'field="use" operator="lessThan"',
      'attribute-unsupported PMML.Scorecard.Characteristics.Characteristic.2.Attribute.1.SimplePredicate',
    ],
    [
      'n="2"',
      'n="3"',
      'list-unreadable PMML.Scorecard.Characteristics.Characteristic.2.Attribute.0.SimpleSetPredicate.Array',
    ],
    [
      '"office" shop',
      '"office shop',
      'list-unreadable PMML.Scorecard.Characteristics.Characteristic.2.Attribute.0.SimpleSetPredicate.Array',
    ],
    [
      '<Array type="string" n="2">"office" shop</Array>',
      '',
      'element-missing PMML.Scorecard.Characteristics.Characteristic.2.Attribute.0.SimpleSetPredicate',
    ],
    [
      'field="use" booleanOperator="isIn"',
      'field="use"',
      'attribute-missing PMML.Scorecard.Characteristics.Characteristic.2.Attribute.0.SimpleSetPredicate',
    ],
    [
      '<MiningField name="use"',
      '<MiningField invalidValueTreatment="asMissing" name="use"',
      'attribute-unsupported PMML.Scorecard.MiningSchema.MiningField.2',
    ],
    [
      '<MiningField name="trained"',
      '<MiningField outliers="asExtremeValues" name="trained"',
      'attribute-unsupported PMML.Scorecard.MiningSchema.MiningField.0',
    ],
    [
      'rightMargin="500"/>',
      'rightMargin="500"/><Interval closure="openOpen" leftMargin="600"/>',
      'element-unsupported PMML.DataDictionary.DataField.0.Interval.1',
    ],
    [
      'rightMargin="500"/>',
      'rightMargin="500"/><Value value="1"/>',
      'element-unsupported PMML.DataDictionary.DataField.0',
    ],
    ['value="99.5"', 'value="0.00000000001"', 'number-too-fine PMML.DataDictionary.DataField.1'],
  ])('%s → %s', (from, to, expected) => {
    expect(change(from, to)).toContain(expected);
  });

  it('tells the line', () => {
    expect(refused(text.replace('value="5"', 'value="five"'))).toEqual([
      ['number-unreadable', 'PMML.DataDictionary.DataField.0', 6],
    ]);
    expect(refused(text.replaceAll('\n', '\r\n').replace('partialScore="-2" ', ''))).toEqual([
      ['attribute-missing', `${staff}.Attribute.0`, 35],
    ]);
  });

  it('refuses names every entity has beside its facts, unless another is given', () => {
    const file = text.replaceAll('"use"', '"state"');
    expect(refused(file)).toEqual([['field-reserved', 'PMML.DataDictionary.DataField.2', 10]]);
    expect(refused(file, { names: { state: 'use' } })).toEqual([]);
  });

  it('wants to know which of several scorecards', () => {
    const [card = ''] = /<Scorecard[\s\S]*<\/Scorecard>/.exec(text) ?? [];
    const two = text.replace(card, `${card}${card.replace('"premises"', '"other"')}`);
    expect(refused(two)).toEqual([['model-unclear', 'PMML', 3]]);
    expect(refused(two, { model: 'third' })).toEqual([['model-unclear', 'PMML', 3]]);
    expect(refused(two, { model: 'other' })).toEqual([]);
  });

  it('wants a dictionary, a mining schema, characteristics and attributes', () => {
    const bare = (inside: string) =>
      refused(`<PMML xmlns="http://www.dmg.org/PMML-4_2">${inside}</PMML>`).map(
        ([code, path]) => `${code} ${path}`,
      );
    expect(bare('')).toEqual(['element-missing PMML']);
    expect(bare('<DataDictionary/><Scorecard/>')).toEqual([
      'element-missing PMML.Scorecard',
      'element-missing PMML.Scorecard',
    ]);
    expect(bare('<Scorecard><MiningSchema/><Characteristics/></Scorecard>')).toEqual([
      'element-missing PMML.Scorecard.Characteristics',
      'element-missing PMML',
    ]);
    expect(
      bare(
        '<DataDictionary/><Scorecard><MiningSchema/><Characteristics><Characteristic/></Characteristics></Scorecard>',
      ),
    ).toEqual(['element-missing PMML.Scorecard.Characteristics.Characteristic']);
  });
});

describe('the same answer as the file itself', () => {
  it('for the premises of the sample', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            trained: fc.integer({ min: 0, max: 30 }),
            'floor area': fc.constantFrom('99.4', '99.5', '99.6', '1999.9', '2000', '2000.1', -5),
            use: fc.constantFrom('office', 'shop', 'kitchen', 'workshop'),
            sprinklers: fc.boolean(),
            'district code': fc.constantFrom('110101', '110102', '110105'),
          },
          { requiredKeys: [] },
        ),
        (facts) => {
          const given = facts as Facts;
          const direct = plainScore(text, given);
          // PMML gives who has no use, and an attribute that is always true, its points; so do we.
          expect(engineScore(text, given)).toBe(direct);
        },
      ),
    );
  });

  const number = fc.constantFrom('-2', '-0.5', '0', '1', '1.5', '+2.0', '3e0', '2.75');
  const compare = (field: string, value: fc.Arbitrary<string>, operators: string[]) =>
    fc
      .tuple(fc.constantFrom(...operators), value)
      .map(([op, v]) => `<SimplePredicate field="${field}" operator="${op}" value="${v}"/>`);
  const leaf = (field: string, value: fc.Arbitrary<string>, operators: string[]) =>
    fc.oneof(
      { weight: 6, arbitrary: compare(field, value, operators) },
      fc.constantFrom('True', 'False').map((name) => `<${name}/>`),
      fc
        .constantFrom('isMissing', 'isNotMissing')
        .map((op) => `<SimplePredicate field="${field}" operator="${op}"/>`),
      fc
        .tuple(fc.constantFrom('isIn', 'isNotIn'), fc.array(value, { minLength: 1, maxLength: 3 }))
        .map(
          ([op, list]) =>
            `<SimpleSetPredicate field="${field}" booleanOperator="${op}"><Array>${list.join(' ')}</Array></SimpleSetPredicate>`,
        ),
    );
  const predicate = (field: string, value: fc.Arbitrary<string>, operators: string[]) =>
    fc.letrec<{ any: string }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        leaf(field, value, operators),
        fc
          .tuple(
            fc.constantFrom('and', 'or', 'xor', 'surrogate'),
            fc.array(tie('any'), { minLength: 2, maxLength: 3 }),
          )
          .map(
            ([op, of]) =>
              `<CompoundPredicate booleanOperator="${op}">${of.join('')}</CompoundPredicate>`,
          ),
      ),
    })).any;

  const orders = ['equal', 'notEqual', 'lessThan', 'lessOrEqual', 'greaterThan', 'greaterOrEqual'];
  const equals = ['equal', 'notEqual'];
  const kinds = [
    {
      dictionary: '<DataField name="f" dataType="integer"/>',
      value: number,
      operators: orders,
      facts: [-3, -2, -1, 0, 1, 2, 3, 4],
      instead: '1',
    },
    {
      dictionary:
        '<DataField name="f" dataType="double"><Interval closure="openClosed" leftMargin="-3" rightMargin="3"/></DataField>',
      value: number,
      operators: orders,
      facts: ['-2.99', -2, '-0.51', '-0.5', '-0.49', 0, 1, '1.49', '1.5', '1.51', '2.75', 3],
      instead: '1.5',
    },
    {
      dictionary:
        '<DataField name="f" dataType="integer"><Value value="1"/><Value value="-2"/><Value value="4"/></DataField>',
      value: number,
      operators: orders,
      facts: [1, -2, 4],
      instead: '4',
    },
    {
      dictionary:
        '<DataField name="f" dataType="string"><Value value="a"/><Value value="b"/><Value value="c"/></DataField>',
      value: fc.constantFrom('a', 'b', 'c'),
      operators: equals,
      facts: ['a', 'b', 'c'],
      instead: 'b',
    },
    {
      dictionary: '<DataField name="f" dataType="string"/>',
      value: fc.constantFrom('a', 'b', 'c'),
      operators: equals,
      facts: ['a', 'b', 'c', 'd'],
      instead: 'd',
    },
    {
      dictionary: '<DataField name="f" dataType="boolean"/>',
      value: fc.constantFrom('true', 'false'),
      operators: equals,
      facts: [true, false],
      instead: 'true',
    },
  ];

  it.each(kinds)('for any characteristic over $dictionary', (kind) => {
    const attribute = fc
      .tuple(number, predicate('f', kind.value, kind.operators))
      .map(([points, inside]) => `<Attribute partialScore="${points}">${inside}</Attribute>`);
    const first = compare('f', kind.value, kind.operators).map(
      (inside) => `<Attribute partialScore="1">${inside}</Attribute>`,
    );
    fc.assert(
      fc.property(
        fc.tuple(first, fc.array(attribute, { maxLength: 4 })),
        fc.constantFrom(
          '',
          ` missingValueReplacement="${kind.instead}"`,
          ' missingValueTreatment="returnInvalid"',
        ),
        fc.boolean(),
        ([one, more], use, isLast) => {
          const list = isLast ? [...more, one] : [one, ...more];
          const file = `<PMML xmlns="http://www.dmg.org/PMML-4_3"><DataDictionary>${kind.dictionary}</DataDictionary>
            <Scorecard functionName="regression" initialScore="0.1"><MiningSchema><MiningField name="f"${use}/></MiningSchema>
            <Characteristics><Characteristic name="c">${list.join('')}</Characteristic></Characteristics></Scorecard></PMML>`;
          const compiled = compileScheme(imported(file, { places: { f: 2 } }).value.scheme);
          const at = schemeAt(compiled, asOf);
          for (const f of [undefined, ...kind.facts]) {
            const facts: Facts = f === undefined ? {} : { f };
            const score = evaluateStanding(at, entity(facts));
            const ours = 'units' in score ? score.units / 10 ** compiled.scheme.places : undefined;
            const direct = plainScore(file, facts);
            expect(ours ?? 'none').toBe(direct === undefined ? 'none' : Number(direct.toFixed(6)));
          }
        },
      ),
    );
  });
});
