import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { tableFromDmn, XML_OPTIONS } from '../../src/interchange/index.js';
import { compileScheme, rate, type Scheme } from '../../src/scoring/index.js';

const xml = new XMLParser(XML_OPTIONS);
const text = readFileSync(join(import.meta.dirname, 'files/measures.dmn'), 'utf8');

function imported(file: string, more = {}) {
  const read = tableFromDmn(file, { xml, cite: 'table', ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const refused = (file: string, more = {}) => {
  const read = tableFromDmn(file, { xml, cite: 'table', ...more });
  return read.ok ? [] : read.issues.map(({ code, params }) => [code, params['given']]);
};

/** A scheme around an imported table; its values are what it is asked for. */
function valuesOf(file: string, facts: Record<string, string | number | boolean>, more = {}) {
  const { inputs, values } = imported(file, more);
  const scheme: Scheme = {
    schema: 'evenhand/scheme/1',
    kind: 'scheme',
    id: 'around',
    version: '1',
    from: '2026-01-01',
    status: 'example',
    citations: [{ id: 'table', title: 'Table', confidence: 'example' }],
    untranslated: [],
    scale: { id: 'one', levels: ['one'], worse: 'last' },
    places: 0,
    direction: 'more-is-worse',
    inputs,
    values,
    terms: [],
    bands: [{ level: 'one', cite: 'table' }],
  };
  const rating = rate(
    compileScheme(scheme),
    { facts, lists: [], events: [] },
    { asOf: '2026-06-01' },
  );
  return rating.values?.map(({ gives }) => gives);
}

/** A file with one table over `n`, a number, and `c`, one of a, b and c. */
function file(
  policy: string,
  rules: readonly (readonly [n: string, c: string, out: string])[],
  output = '<output name="out" typeRef="number"><outputValues><text>3,1,2</text></outputValues></output>',
) {
  const escaped = (entry: string) => entry.replaceAll('<', '&lt;');
  const list = rules.map(
    ([n, c, out]) =>
      `<rule><inputEntry><text>${escaped(n)}</text></inputEntry><inputEntry><text>${escaped(c)}</text></inputEntry><outputEntry><text>${out}</text></outputEntry></rule>`,
  );
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"><decision name="d"><decisionTable ${policy}>
    <input><inputExpression typeRef="number"><text>n</text></inputExpression></input>
    <input><inputExpression typeRef="string"><text>c</text></inputExpression><inputValues><text>"a","b","c"</text></inputValues></input>
    ${output}${list.join('')}</decisionTable></decision></definitions>`;
}

describe('a decision table', () => {
  it.each([
    ['small', 2, 'low'],
    ['small', 3, 'high'],
    ['large', 0, 'low'],
    ['large', 1, 'medium'],
    ['large', 3, 'high'],
  ])('says of %s with %i findings: %s', (size, findings, level) => {
    expect(valuesOf(text, { size, findings })).toEqual([level]);
  });

  it('is a table with a cell for every case', () => {
    expect(imported(text)).toEqual({
      inputs: {
        size: { type: 'category', values: ['small', 'large'] },
        findings: { type: 'decimal', places: 0 },
      },
      values: [
        {
          kind: 'table',
          id: 'level',
          title: { zh: 'level', en: 'level' },
          cite: 'table',
          axes: [
            { input: 'size' },
            {
              input: 'findings',
              bins: [{ key: '< 1' }, { from: '1', key: '>= 1, < 3' }, { from: '3', key: '>= 3' }],
            },
          ],
          gives: 'text',
          table: {
            small: { '< 1': 'low', '>= 1, < 3': 'low', '>= 3': 'high' },
            large: { '< 1': 'low', '>= 1, < 3': 'medium', '>= 3': 'high' },
          },
          missing: 'refuse',
        },
      ],
    });
  });

  it('is refused where two rules of a unique table hold, with the case', () => {
    expect(refused(text.replace('[1..3)', '[1..3]'))).toEqual([
      ['rules-overlap', 'size large, findings >= 3, <= 3'],
    ]);
  });

  it('is refused where no rule holds, unless it is said what then holds', () => {
    const gap = text.replace('&lt; 1<', '&lt; 0<');
    expect(refused(gap)).toEqual([['rules-gap', 'size large, findings >= 0, < 1']]);
    expect(refused(gap, { otherwise: { level: 'low' } })).toEqual([]);
    const own = gap.replace(
      'name="level" typeRef="string"/>',
      'name="level"><dmn:defaultOutputEntry><dmn:text>"medium"</dmn:text></dmn:defaultOutputEntry></dmn:output>',
    );
    expect(valuesOf(own, { size: 'large', findings: 0 })).toEqual(['medium']);
  });

  it('is refused where an ANY table contradicts itself', () => {
    const rules = [
      ['-', '-', '1'],
      ['> 5', '-', '2'],
    ] as const;
    expect(refused(file('hitPolicy="ANY"', rules))).toEqual([['rules-disagree', 'n > 5, c a']]);
  });

  it.each([
    ['[1..3)', 'if findings then 1', 'expression-unsupported'],
    ['[1..3)', '"one"', 'expression-unsupported'],
    ['[1..3)', '[1..x]', 'expression-unsupported'],
    ['"large"', '"large', 'expression-unsupported'],
    ['"large"', '&lt; "large"', 'expression-unsupported'],
    ['"large"', '[1..2]', 'expression-unsupported'],
    ['"medium"', 'level + 1', 'expression-unsupported'],
    ['>findings<', '>findings + 1<', 'expression-unsupported'],
    ['>findings<', '>state<', 'field-reserved'],
    ['"small","large"', 'item > 0', 'expression-unsupported'],
    ['UNIQUE', 'BEST', 'attribute-unsupported'],
    ['UNIQUE"', 'COLLECT" aggregation="SUM"', 'attribute-unsupported'],
    ['UNIQUE', 'PRIORITY', 'priority-missing'],
    ['typeRef="number"', 'typeRef="date"', 'attribute-unsupported'],
    ['20191111', '20151101', 'format-unknown'],
    ['[1..3)', '&gt; 0.00000000001', 'number-too-fine'],
    ['<dmn:output name="level" typeRef="string"/>', '', 'element-missing'],
    ['<dmn:inputEntry><dmn:text>-</dmn:text></dmn:inputEntry>', '', 'element-missing'],
    ['<dmn:rule>', '<dmn:invocation/><dmn:rule>', 'element-unsupported'],
    ['dmn:definitions', 'dmn:definition', 'xml-malformed'],
  ])('%s → %s is refused: %s', (from, to, code) => {
    expect(text).toContain(from);
    expect(refused(text.replace(from, to)).map(([one]) => one)).toContain(code);
  });

  it('is named where the file has several', () => {
    const [decision = ''] = /<dmn:decision [\s\S]*<\/dmn:decision>/.exec(text) ?? [];
    const two = text.replace(
      decision,
      `${decision}${decision.replace('name="risk"', 'name="other"').replace('d1', 'd2')}`,
    );
    expect(refused(two)).toEqual([['model-unclear', '']]);
    expect(refused(two, { decision: 'other' })).toEqual([]);
    expect(refused(two, { decision: 'd1' })).toEqual([]);
    expect(refused(text.replace(decision, ''))).toEqual([['element-missing', undefined]]);
  });
});

describe('the values of an input', () => {
  const table = (input: string, tests: readonly string[]) =>
    `<definitions xmlns="http://www.omg.org/spec/DMN/20180521/MODEL/"><decision name="d"><decisionTable>${input}
    <output typeRef="boolean"/>${tests.map((test, i) => `<rule><inputEntry><text>${test}</text></inputEntry><outputEntry><text>${i === 0}</text></outputEntry></rule>`).join('')}</decisionTable></decision></definitions>`;
  const input = (type: string, values = '') =>
    `<input><inputExpression typeRef="${type}"><text>x</text></inputExpression>${values}</input>`;

  it('are those the table lists', () => {
    const file = table(input('number', '<inputValues><text>1,2.5</text></inputValues>'), [
      '&lt; 2',
      '2.5',
    ]);
    expect(imported(file).inputs['x']).toEqual({
      type: 'decimal',
      places: 1,
      values: ['1', '2.5'],
    });
    expect(valuesOf(file, { x: '2.5' })).toEqual(['false']);
  });

  it('are true and false of a boolean', () => {
    const file = table(input('boolean'), ['true', 'not(true)']);
    expect(valuesOf(file, { x: true })).toEqual(['true']);
    expect(valuesOf(file, { x: false })).toEqual(['false']);
  });

  it('are those the rules name where it lists none, with a note', () => {
    const read = tableFromDmn(table(input('string'), ['"a"', '= "b"']), { xml, cite: 'table' });
    expect(read.ok && read.notes.map(({ code }) => code)).toEqual(['domain-assumed']);
    expect(refused(table(input('string'), ['-']))).toEqual([['domain-open', 'x']]);
  });

  it('are asked for unless it is said what holds without them', () => {
    const file = table(input('boolean'), ['true', 'false']);
    expect(() => valuesOf(file, {})).toThrow(expect.objectContaining({ code: 'not-assessable' }));
    expect(valuesOf(file, {}, { missing: { is: 'unsure' } })).toEqual(['unsure']);
  });

  it('are not so many that nobody could read the table', () => {
    const bounds = Array.from({ length: 60 }, (_, i) => `> ${i}`);
    const inputs = ['x', 'y', 'z'].map((name) => input('number').replace('>x<', `>${name}<`));
    const rules = bounds.map(
      (one) => `${[one, one, one].join('</text></inputEntry><inputEntry><text>')}`,
    );
    expect(refused(table(inputs.join(''), rules))).toEqual([['table-too-large', 61 ** 3]]);
  });
});

describe('a hit policy', () => {
  const rules = [
    ['> 0', '-', '1'],
    ['> 1', '"a","b"', '2'],
    ['> 2', 'not("b")', '3'],
    ['<= 0', '-', '1'],
  ] as const;
  it.each([
    ['FIRST', '1'],
    ['PRIORITY', '3'],
    ['RULE ORDER', '1; 2; 3'],
    ['OUTPUT ORDER', '3; 1; 2'],
    ['COLLECT', '1; 2; 3'],
    ['COLLECT" aggregation="SUM', '6'],
    ['COLLECT" aggregation="MIN', '1'],
    ['COLLECT" aggregation="MAX', '3'],
    ['COLLECT" aggregation="COUNT', '3'],
  ])('%s gives %s', (policy, given) => {
    expect(valuesOf(file(`hitPolicy="${policy}"`, rules), { n: 5, c: 'a' })).toEqual([given]);
  });
});

describe('the same answer as the file itself', () => {
  // A second opinion in numbers and closures, from the entries as they are written.
  const asks = (entry: string, value: number | string): boolean => {
    const negated = /^not\((.*)\)$/.exec(entry);
    if (negated !== null) return !asks(negated[1] as string, value);
    return entry.split(',').some((one) => {
      const interval = /^([[\](])(\S+)\.\.(\S+)([[\])])$/.exec(one);
      if (one === '-') return true;
      if (interval !== null) {
        const [, open, low, high, close] = interval;
        const aboveLow = open === '[' ? Number(value) >= Number(low) : Number(value) > Number(low);
        return (
          aboveLow && (close === ']' ? Number(value) <= Number(high) : Number(value) < Number(high))
        );
      }
      const [, operator = '=', bound = ''] = /^(<=|>=|<|>|!=)? ?(.*)$/.exec(one) ?? [];
      const against = bound.startsWith('"') ? bound.slice(1, -1) : Number(bound);
      if (operator === '=') return value === against;
      if (operator === '!=') return value !== against;
      if (operator === '<') return value < against;
      if (operator === '<=') return value <= against;
      return operator === '>' ? value > against : value >= against;
    });
  };
  const number = fc.constantFrom('-1', '0', '0.5', '1', '2.25');
  const one = fc.oneof(
    number,
    fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '!='), number).map(([op, n]) => `${op} ${n}`),
    fc
      .tuple(fc.constantFrom('[', '(', ']'), number, number, fc.constantFrom(']', ')', '['))
      .map(([open, low, high, close]) => `${open}${low}..${high}${close}`),
  );
  const listOf = (test: fc.Arbitrary<string>) =>
    fc
      .tuple(fc.array(test, { minLength: 1, maxLength: 2 }), fc.boolean())
      .map(([list, isNegated]) => (isNegated ? `not(${list.join(',')})` : list.join(',')));
  const n = fc.oneof(fc.constant('-'), listOf(one));
  const c = fc.oneof(fc.constant('-'), listOf(fc.constantFrom('"a"', '"b"', '!= "c"')));
  const rules = fc.array(fc.tuple(n, c, fc.constantFrom('1', '2', '3')), { maxLength: 4 });

  const priority = [3, 1, 2];
  const direct: Record<string, (hits: number[]) => string> = {
    'hitPolicy="FIRST"': (hits) => String(hits[0]),
    'hitPolicy="PRIORITY"': (hits) => String(priority.find((p) => hits.includes(p))),
    'hitPolicy="RULE ORDER"': (hits) => hits.join('; '),
    'hitPolicy="OUTPUT ORDER"': (hits) =>
      priority.flatMap((p) => hits.filter((hit) => hit === p)).join('; '),
    'hitPolicy="COLLECT" aggregation="SUM"': (hits) => String(hits.reduce((a, b) => a + b)),
    'hitPolicy="COLLECT" aggregation="MIN"': (hits) => String(Math.min(...hits)),
    'hitPolicy="COLLECT" aggregation="MAX"': (hits) => String(Math.max(...hits)),
    'hitPolicy="COLLECT" aggregation="COUNT"': (hits) => String(hits.length),
  };

  it.each(Object.keys(direct))('for any rules under %s', (policy) => {
    fc.assert(
      fc.property(rules, (drawn) => {
        const list = [...drawn, ['-', '-', '2'] as [string, string, string]];
        const table = file(policy, list);
        for (const value of ['-1.01', -1, 0, '0.49', '0.5', 1, '2.25', 9]) {
          for (const letter of ['a', 'b', 'c']) {
            const hits = list
              .filter(([a, b]) => asks(a, Number(value)) && asks(b, letter))
              .map(([, , out]) => Number(out));
            const given = valuesOf(table, { n: value, c: letter }, { places: { n: 2 } });
            expect(given).toEqual([direct[policy]?.(hits)]);
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('unique tables are refused exactly where two rules hold', () => {
    fc.assert(
      fc.property(rules, (list) => {
        const values = [-1.5, -1, -0.5, 0, 0.25, 0.5, 0.75, 1, 1.5, 2.25, 3];
        const overlaps = values.some((value) =>
          ['a', 'b', 'c'].some(
            (letter) => list.filter(([a, b]) => asks(a, value) && asks(b, letter)).length > 1,
          ),
        );
        const found = refused(file('', list), { otherwise: { out: '1' }, places: { n: 2 } });
        expect(found.some(([code]) => code === 'rules-overlap')).toBe(overlaps);
      }),
    );
  });
});
