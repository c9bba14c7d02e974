// node test/bench/run.mjs analysis: what an analysis costs, beside trying everybody where that can be done.
import { analyze } from '../../src/programme/analysis/analyze.js';
import { diffDocuments } from '../../src/programme/analysis/diffDocuments.js';
import type { ProgrammeDocument } from '../../src/programme/programme.js';
import * as library from '../../src/schemes/index.js';
import { ukFoodHygiene2008 } from '../../src/schemes/ukFoodHygiene.js';
import { compileScheme, schemeAt } from '../../src/scoring/compile.js';
import { evaluate } from '../../src/scoring/evaluate.js';
import type { Scheme } from '../../src/scoring/scheme.js';
import { machine, median, nanoseconds } from './measure.js';

/** A scheme of `count` indicators, each of eight bins, and a table of `rows` × `columns` cells. */
function large(count: number, rows: number, columns: number): Scheme {
  const side = (length: number): number[] => Array.from({ length }, (_, i) => i);
  const names = side(count - 2).map((i) => `q${i}`);
  const number = { type: 'integer', min: 0, max: 100 } as const;
  const table = Object.fromEntries(
    side(rows).map((x) => [x, Object.fromEntries(side(columns).map((y) => [y, x + y]))]),
  );
  return {
    ...{ schema: 'evenhand/scheme/1', kind: 'scheme', id: 'large', version: '1' },
    ...{ from: '2026-01-01', status: 'example', untranslated: [], places: 0 },
    direction: 'more-is-worse',
    citations: [{ id: 'doc', title: 'Example', confidence: 'example' }],
    scale: { id: 'large', levels: ['low', 'mid', 'high'], worse: 'last' },
    inputs: {
      ...Object.fromEntries(names.map((name) => [name, number])),
      row: { type: 'integer', values: side(rows) },
      column: { type: 'integer', values: side(columns) },
    },
    values: [
      {
        ...{ kind: 'table', id: 'cells', gives: 'number', missing: 'refuse', cite: 'doc' },
        ...{ axes: [{ input: 'row' }, { input: 'column' }], table },
      },
    ],
    terms: [
      ...names.map((name, i) => ({
        ...{
          kind: 'bins' as const,
          id: name,
          input: name,
          missing: 'refuse' as const,
          cite: 'doc',
        },
        bins: side(8).map((bin) => ({
          ...(bin === 0 ? {} : { from: bin * 12 }),
          points: bin * (1 + (i % 7)),
        })),
      })),
      { kind: 'number', id: 'cells', input: 'cells', missing: 'refuse', cite: 'doc' },
    ],
    bands: [
      { level: 'low', cite: 'doc' },
      { from: 700, level: 'mid', cite: 'doc' },
      { from: 2100, level: 'high', cite: 'doc' },
    ],
  } as Scheme;
}

/** Every entity the hygiene scheme tells apart, one by one: what the analysis spares. */
function everybody(scheme: Scheme): number {
  const at = schemeAt(compileScheme(scheme), scheme.from);
  const inputs = Object.entries(scheme.inputs).map(([name, input]) => ({
    name,
    values: 'values' in input ? (input.values ?? []) : [false, true],
  }));
  const levels = new Set<number>();
  const facts: Record<string, string | number | boolean> = {};
  const visit = (i: number): void => {
    const one = inputs[i];
    if (one === undefined) {
      const score = evaluate(at, { facts, lists: [], events: [] });
      if ('level' in score) levels.add(score.level);
      return;
    }
    for (const value of one.values) {
      facts[one.name] = value;
      visit(i + 1);
    }
  };
  visit(0);
  return levels.size;
}

const KINDS = new Set(['scheme', 'matrix', 'schedule', 'cap', 'sampling']);
const documents = Object.values(library as Readonly<Record<string, unknown>>)
  .flat()
  .filter((one): one is ProgrammeDocument => KINDS.has((one as { kind?: string }).kind ?? ''));

const policy = large(200, 50, 100);
const { bands = [] } = policy;
const stricter = {
  ...policy,
  bands: bands.map((band) => (band.level === 'mid' ? { ...band, from: 650 } : band)),
};
const work: Readonly<Record<string, () => unknown>> = {
  'analyze, 200 indicators and 5,000 cells': () => analyze(policy),
  'diffDocuments, the same with an edge moved': () => diffDocuments(policy, stricter),
  'reference: everybody the UK hygiene scheme tells apart': () => everybody(ukFoodHygiene2008),
  'analyze, the UK hygiene scheme': () => analyze(ukFoodHygiene2008),
  [`analyze, all ${documents.length} published documents`]: () => {
    for (const one of documents) analyze(one);
  },
};

console.log(machine());
for (const [name, action] of Object.entries(work)) {
  action();
  const seconds = median([1, 2, 3].map(() => nanoseconds(1, action))) / 1e9;
  console.log(`${name}: ${seconds.toFixed(3)} s`);
}
