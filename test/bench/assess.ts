// One policy in every way there is: a score from a look-up and dated events, with its grade. All
// answers are compared before anything is timed.
import { assessColumns } from '../../src/columns/assessColumns.js';
import { compileColumns } from '../../src/columns/compileColumns.js';
import { entityAt } from '../../src/columns/entityAt.js';
import { assessAt } from '../../src/programme/assess.js';
import { classify } from '../../src/programme/classify.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { exampleCredit } from '../../src/schemes/exampleCredit.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { compileScheme, schemeAt } from '../../src/scoring/compile.js';
import { evaluate, type Score } from '../../src/scoring/evaluate.js';
import { explain } from '../../src/scoring/explain.js';
import { explainerOf } from '../../src/scoring/explainer/explainer.js';
import { scorerOf } from '../../src/scoring/scorer/scorer.js';
import { cityColumns } from './cityColumns.js';
import { inTurn, inTurnAsync, machine } from './measure.js';
import { type Counted, countedOf, duckdb, rulesEngine, spansOf, zenEngine } from './peers.js';
import { generatedOf, interpreterOf, plainPolicy } from './reference.js';

const size = Number(process.argv[2] ?? 50_000);
const few = Math.min(size, 2000);
const many = Number(process.argv[3] ?? 2_000_000);
const asOf = '2025-12-31';
const columns = cityColumns(size, asOf);
const city = cityColumns(many, asOf);
const entities = Array.from({ length: size }, (_, i) => entityAt(columns, i));
const { overrides: _, ...twoConstructs } = exampleCredit;
const at = schemeAt(compileScheme(twoConstructs), asOf);
const policy = plainPolicy(at);
const score = scorerOf(at);
const explained = explainerOf(at);
const interpret = interpreterOf(policy);
const generated = generatedOf(policy);
const spans = spansOf(policy);
const rows = entities.slice(0, few).map((entity): Counted => countedOf(policy, spans, entity));
const rules = rulesEngine(policy, spans);
const zen = zenEngine(policy, spans);
const duck = await duckdb(policy, columns);
await duck.run();

const byDuck = await duck.answers();
const byZen = [await zen.oneByOne(rows), await zen.together(rows), await zen.batched(rows)];
const byRules: number[] = [];
for (const row of rows) byRules.push(await rules(row));
entities.forEach((entity, i) => {
  const expected = interpret(entity);
  const ours = score(entity) as Score;
  const all = [
    ...[ours.units, (evaluate(at, entity) as Score).units, generated(entity).units, byDuck.get(i)],
    ...(i < few ? [byRules[i], ...byZen.map((units) => units[i])] : []),
  ];
  const isEqual =
    all.every((units) => units === expected.units) &&
    generated(entity).grade === expected.grade &&
    at.compiled.levels[ours.level] === expected.grade;
  if (!isEqual) throw new Error(`row ${i}: ${expected.units} but ${all.join(', ')}`);
});

const each = (answer: (entity: (typeof entities)[number]) => unknown) => () => {
  let kept: unknown;
  for (const entity of entities) kept = answer(entity);
  return kept;
};
const programme = parseProgramme(exampleProgramme).at(asOf);
const compiled = compileColumns(programme);
const times = {
  ...inTurn(7, size, {
    reference: each(interpret),
    generated: each(generated),
    ours: each(score),
    readable: each((entity) => evaluate(at, entity)),
    explained: each((entity) => explained(entity, score(entity) as Score)),
    told: each((entity) => explain(at, entity, score(entity) as Score)),
    classified: each((entity) => classify(programme, entity)),
    receipt: each((entity) => assessAt(programme, entity)),
  }),
  ...inTurn(5, many, {
    columns: () => assessColumns(compiled, city),
    traced: () => assessColumns(compiled, city, { trace: true }),
  }),
  ...(await inTurnAsync(3, size, { duckdb: duck.run })),
  ...(await inTurnAsync(3, few, {
    rules: async () => {
      for (const row of rows) await rules(row);
    },
    zenOne: () => zen.oneByOne(rows),
    zenTogether: () => zen.together(rows),
    zenBatched: () => zen.batched(rows),
  })),
} as Readonly<Record<string, number>>;

const NAMES: Readonly<Record<string, string>> = {
  reference: 'reference: interpreter loop over objects',
  generated: 'generated code over objects (no goal)',
  ours: 'ours by row, without reasons',
  readable: 'ours by row, the readable evaluator',
  explained: 'ours by row, every reason',
  told: 'ours by row, every reason, the readable account',
  duckdb: 'DuckDB, SQL by hand, one thread, in memory',
  rules: 'json-rules-engine, events counted before',
  zenOne: 'zen-engine, a decision at a time, events counted',
  zenTogether: 'zen-engine, many decisions together',
  zenBatched: 'zen-engine, one expression over many rows',
  classified: 'whole programme by row, without reasons',
  receipt: 'whole programme by row, receipt with digests',
  columns: 'whole programme by columns',
  traced: 'whole programme by columns, with trace',
};
console.log(
  `${machine()}; ${size} entities, ${many} by columns; nanoseconds of processor time an entity`,
);
for (const [key, name] of Object.entries(NAMES)) {
  const time = times[key] as number;
  const ratio = (time / (times['reference'] as number)).toFixed(2);
  console.log(`${name.padEnd(52)} ${time.toFixed(0).padStart(8)} ${ratio.padStart(8)}`);
}
const zenBest = Math.min(
  ...['zenOne', 'zenTogether', 'zenBatched'].map((key) => times[key] as number),
);
const byColumns = times['columns'] as number;
console.log(
  `columns are ${((times['rules'] as number) / byColumns).toFixed(0)} × json-rules-engine,`,
);
console.log(
  `${(zenBest / byColumns).toFixed(0)} × the best of zen-engine, ${((times['duckdb'] as number) / byColumns).toFixed(1)} × DuckDB`,
);
