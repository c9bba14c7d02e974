import { requireArgument } from '../core/argument.js';
import { scaled } from '../core/decimal.js';
import { mistake } from '../core/error.js';
import { type Assessment, assessAt } from '../programme/assess.js';
import { classify } from '../programme/classify.js';
import type { Entity } from '../register/nouns.js';
import type { Parsed } from '../register/parsed.js';
import type { SchemeAt } from '../scoring/compile.js';
import type { Score } from '../scoring/evaluate.js';
import type { Reason } from '../scoring/reason.js';
import type { AssessedColumns } from './assessColumns.js';
import type { CompiledColumns } from './compileColumns.js';
import { entityAt } from './entityAt.js';
import type { EntityColumns } from './entityColumns.js';
import type { SchemeTrace } from './filling.js';
import { type PlacedTerm, pointsByPlace } from './places.js';
import { unreadable } from './unreadable.js';

/**
 * The full account of one row, as `assess` gives it, held against what the columns said of the row.
 *
 * Points, levels and cell must be those of the assessment; with a trace also the place each term met,
 * the band and the overrides. So a register that changed since can't be given as the reason of an
 * answer it did not have.
 *
 * @param options.entity - the entity with all it has, where columns left something out; the row as
 * the columns hold it by default
 * @returns the receipt, or the issues of a row without an answer
 * @throws `no-such-row`; `trace-mismatch` where the row does not give the answer it was given
 *
 * @example
 * ```ts
 * import { assessColumns, columnsOf, compileColumns, explainRow } from 'evenhand/columns';
 * import { parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 *
 * const firm = { id: '示例企业00017', facts: { industry: '6210' }, events: [], lists: [] };
 * const compiled = compileColumns(parseProgramme(exampleProgramme).at('2026-01-15'));
 * const columns = columnsOf(compiled, [firm]);
 * const assessed = assessColumns(compiled, columns, { trace: true });
 * const receipt = explainRow(compiled, columns, assessed, 0);
 * receipt.ok && receipt.value.risk.reasons[0]?.bin; // => '62'
 * ```
 */
export function explainRow(
  compiled: CompiledColumns,
  columns: EntityColumns,
  assessed: AssessedColumns,
  row: number,
  options: { readonly entity?: Entity } = {},
): Parsed<Assessment> {
  requireArgument('explainRow', 'compiled', compiled, { at: 'object' }, 'compileColumns(…)');
  requireArgument('explainRow', 'columns', columns, { size: 'number' });
  requireArgument('explainRow', 'assessed', assessed, { issues: 'array' }, 'assessColumns(…)');
  const { at } = compiled;
  const { entity = entityAt(columns, row) } = options;
  const wrong = unreadable(columns, row);
  if (wrong.length > 0) return { ok: false, issues: wrong };
  const found = classify(at, entity);
  const isKnown = 'grade' in found;
  if (isKnown !== !assessed.issues.some((one) => one.row === row)) throw mismatch(row, 'issues');
  if (!isKnown) return { ok: false, issues: found };
  const receipt = assessAt(at, entity) as Assessment;
  const scheme = at.risk.findIndex((one) => one.at === found.riskScheme);
  if (scheme !== assessed.riskScheme[row]) throw mismatch(row, 'riskScheme');
  requireScore(assessed.credit, found.credit, row, 'credit');
  requireScore(assessed.risk, found.risk, row, 'risk');
  const { trace } = assessed;
  if (trace !== undefined && !trace.alone.includes(row)) {
    requireTrace(trace.credit, at.credit, found.credit, receipt.credit.reasons, row);
    requireTrace(trace.risk[scheme], found.riskScheme, found.risk, receipt.risk.reasons, row);
  }
  return { ok: true, value: receipt };
}

function requireScore(
  { units, level }: AssessedColumns['credit'],
  score: Score,
  row: number,
  what: string,
): void {
  if (units[row] !== score.units) throw mismatch(row, `${what}.units`);
  if (level[row] !== score.level) throw mismatch(row, `${what}.level`);
}

function requireTrace(
  trace: SchemeTrace | undefined,
  { compiled }: SchemeAt,
  score: Score,
  reasons: readonly Reason[],
  row: number,
): void {
  const fired = score.fired.reduce((bits, { override }) => (bits | (1 << override)) >>> 0, 0);
  // Where no band gave the level, -1 stands in its place in eight bits.
  if (trace?.band[row] !== (score.band & 255)) throw mismatch(row, 'band');
  if (trace.fired[row] !== fired) throw mismatch(row, 'fired');
  trace.bins.forEach((bins, i) => {
    if (bins === undefined) return;
    const term = compiled.terms[i] as PlacedTerm;
    const points = pointsByPlace(term)[bins[row] as number];
    const reason = reasons.find(({ rule }) => rule === term.id);
    if (reason === undefined || points !== scaled(reason.points, compiled.scheme.places)) {
      throw mismatch(row, term.id);
    }
  });
}

const mismatch = (row: number, given: string) =>
  mistake(
    'trace-mismatch',
    `row ${row} does not give what it was assessed at: \`${given}\` differs (expected the columns of the assessment)`,
    { row, given },
    [given],
  );
