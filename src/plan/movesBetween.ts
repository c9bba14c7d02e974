import { requireArgument } from '../core/argument.js';
import { sortedBy } from '../core/order.js';
import type { Prepared } from './prepared.js';

/** Entities that went from one cell to another between two plans. */
export interface Move {
  readonly from: { readonly level: string; readonly grade: string };
  readonly to: { readonly level: string; readonly grade: string };
  /** Whether the new tier is visited less: what somebody who moves a friend is after. */
  readonly isLighter: boolean;
  readonly ids: readonly string[];
}

/**
 * Who changed risk level or credit grade between two prepared plans, cell by cell: for an auditor, since
 * a friend is best helped before notice A by a cell that is seldom drawn.
 *
 * Each such change has its receipt; here they are counted, so that many or odd ones are seen. Who stands
 * in one plan alone is not among them.
 *
 * @returns moves by their cells, ids by their bytes
 *
 * @source double-random/1 §4, abuses: stratum changes counted
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { movesBetween, preparePlan } from 'evenhand/plan';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, tasks, programme } = sampleCity({ entities: 300, seed: 'doc' });
 * const prepared = preparePlan({
 *   programme: parseProgramme(programme), register, tasks,
 *   year: 2026, asOf: '2025-12-31', drawId: 'EX-2026-001',
 *   sources: [{ label: 'dice.2026-01-15', bits: 132 }],
 * });
 * movesBetween(prepared, prepared); // => []
 * ```
 */
export function movesBetween(
  before: Pick<Prepared, 'standings'>,
  after: Pick<Prepared, 'standings'>,
): Move[] {
  requireArgument('movesBetween', 'before', before, { standings: 'iterable' });
  requireArgument('movesBetween', 'after', after, { standings: 'iterable' });
  const old = new Map(before.standings.map((standing) => [standing.id, standing]));
  const moves = new Map<string, Move & { readonly ids: string[] }>();
  for (const { id, level, grade, weight } of sortedBy(after.standings, (one) => one.id)) {
    const from = old.get(id);
    if (from === undefined || (from.level === level && from.grade === grade)) continue;
    const isLighter = weight < from.weight;
    const key = [from.level, from.grade, level, grade, isLighter].join('\u001f');
    const move = moves.get(key);
    if (move === undefined) {
      const cell = { level: from.level, grade: from.grade };
      moves.set(key, { from: cell, to: { level, grade }, isLighter, ids: [id] });
    } else move.ids.push(id);
  }
  return sortedBy(moves, ([key]) => key).map(([, move]) => move);
}
