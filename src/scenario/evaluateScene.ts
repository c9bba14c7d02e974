import { requireArgument } from '../core/argument.js';
import { errorAt, type Issue } from '../core/issue.js';
import { sortedBy } from '../core/order.js';
import { referenceOf } from '../document/book.js';
import type { DocumentReference } from '../document/document.js';
import type { Scene, SceneMeasures } from './scene.js';

/** A level of a named scale; nothing where a firm has none. */
export interface RatedLevel {
  readonly scale: string;
  readonly level?: string;
}

/** A firm of a scene with its credit and its risk, as an assessment gave them. */
export interface SceneFirm {
  readonly id: string;
  readonly credit: RatedLevel;
  readonly risk: RatedLevel;
}

/** A firm with the measures of its cell. */
export interface EvaluatedFirm {
  readonly id: string;
  readonly credit: string;
  readonly risk: string;
  readonly measures: SceneMeasures;
}

/** How the firms of a scene stand, and what follows (一业一评). */
export interface SceneReport {
  readonly method: 'scene-evaluation/1';
  readonly scene: DocumentReference;
  readonly total: number;
  /** How many firms stand in each cell: risk, then credit, in the order of the scales. */
  readonly counts: readonly {
    readonly risk: string;
    readonly credit: string;
    readonly firms: number;
  }[];
  /** By id. */
  readonly firms: readonly EvaluatedFirm[];
  /** Firms without a grade or a level: their measures are not guessed. */
  readonly unrated: readonly string[];
  readonly issues: readonly Issue[];
}

/**
 * Evaluates the firms of a scene (一业一评): how many stand where, and the measures of each by the scene's own
 * table.
 *
 * @param scene - with an evaluation
 * @param firms - in any order; a firm of another scale or level is set aside with an issue, the others go on
 * @returns `scene-without-evaluation`; `scene-scale-differs`, `level-not-in-scene`, `repeated-name` by firm
 */
export function evaluateScene(scene: Scene, firms: readonly SceneFirm[]): SceneReport {
  requireArgument('evaluateScene', 'scene', scene, 'object');
  requireArgument('evaluateScene', 'firms', firms, 'array');
  const { evaluation } = scene;
  const base = {
    method: 'scene-evaluation/1',
    scene: referenceOf(scene),
    total: firms.length,
  } as const;
  if (evaluation === undefined) {
    const given = `${scene.id}@${scene.version}`;
    const issues = [errorAt('scene-without-evaluation', ['evaluation'], { given })];
    return { ...base, counts: [], firms: [], unrated: [], issues };
  }
  const issues: Issue[] = [];
  const unrated: string[] = [];
  const evaluated: EvaluatedFirm[] = [];
  const seen = new Set<string>();
  for (const { id, credit, risk } of sortedBy(firms, (one) => one.id)) {
    const faults = [
      ...(seen.has(id) ? [errorAt('repeated-name', [id], { given: id })] : []),
      ...levelFaults(id, 'credit', credit, evaluation.credit),
      ...levelFaults(id, 'risk', risk, evaluation.risk),
    ];
    seen.add(id);
    if (faults.length > 0) issues.push(...faults);
    else if (credit.level === undefined || risk.level === undefined) unrated.push(id);
    else {
      const measures = evaluation.cells[risk.level]?.[credit.level] as SceneMeasures;
      evaluated.push({ id, credit: credit.level, risk: risk.level, measures });
    }
  }
  const counts = evaluation.risk.levels.flatMap((risk) =>
    evaluation.credit.levels.map((credit) => ({
      risk,
      credit,
      firms: evaluated.filter((one) => one.risk === risk && one.credit === credit).length,
    })),
  );
  return { ...base, counts, firms: evaluated, unrated, issues };
}

function levelFaults(
  id: string,
  field: 'credit' | 'risk',
  given: RatedLevel,
  expected: { readonly id: string; readonly levels: readonly string[] },
): Issue[] {
  if (given.scale !== expected.id) {
    const params = { firm: id, given: given.scale, expected: expected.id };
    return [errorAt('scene-scale-differs', [id, field], params)];
  }
  const { level } = given;
  if (level === undefined || expected.levels.includes(level)) return [];
  const params = { given: level, expected: [...expected.levels] };
  return [errorAt('level-not-in-scene', [id, field], params)];
}
