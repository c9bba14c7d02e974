import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import { ENGINE } from '../core/version.js';
import type { CreditRating } from '../credit/scoreCredit.js';
import type { DocumentReference } from '../document/document.js';
import type { Measures } from '../matrix/matrix.js';
import { entityDigest } from '../register/entityDigest.js';
import type { Entity } from '../register/nouns.js';
import type { Parsed } from '../register/parsed.js';
import { subjectFaults } from '../register/subjectFaults.js';
import type { RiskRating } from '../risk/rateRisk.js';
import { explainerOf } from '../scoring/explainer/explainer.js';
import { notAssessable } from '../scoring/notAssessable.js';
import { classify } from './classify.js';
import type { Programme, ProgrammeAt, RoleReference } from './programme.js';
import { requireProgramme } from './requireProgramme.js';
import { type EntityTempoAt, temposOf } from './tempos.js';

/** What an assessment needs of an entity; `Entity` satisfies it. */
export type Assessable = Pick<Entity, 'id' | 'facts' | 'events' | 'lists'> & Partial<Entity>;

/**
 * The receipt of an assessment (留痕凭证): the answer, its reasons, and all that is needed to compute
 * it again: documents with their digests, the digest of the input, the day, the engine.
 */
export interface Assessment {
  readonly schema: 'evenhand/assessment/1';
  readonly method: 'assess/1';
  readonly engine: string;
  readonly mode: 'authoritative' | 'simulation';
  readonly entity: string;
  readonly asOf: Day;
  readonly input: string;
  readonly programme: DocumentReference;
  readonly documents: readonly RoleReference[];
  readonly credit: CreditRating;
  readonly risk: RiskRating;
  readonly cell: { readonly risk: string; readonly credit: string };
  readonly measures: Measures;
  /** How often the entity is visited and when it is next due, where the programme has schedules. */
  readonly tempos?: readonly EntityTempoAt[];
}

/**
 * Credit, risk and measures of an entity on a day, in one receipt with every reason.
 *
 * @param programme - a parsed programme
 * @param entity - the entity with its facts, events and lists
 * @param options.asOf - the civil day the answer is for
 * @param options.mode - `simulation` marks a trial; by default what the documents' status allows
 * @throws `not-assessable` with the issues (`missing-input`, `out-of-domain`, …, and `missing-field`, `wrong-type`,
 * `no-such-day` for an entity or an event of another shape); `not-in-force`; `no-such-day` for `asOf`;
 * `bad-programme` where it was not parsed
 *
 * @example
 * ```ts
 * import { assess, parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 *
 * const firm = {
 *   id: '示例企业00017',
 *   facts: { industry: '6210' },
 *   lists: [],
 *   events: [{ id: 'e1', kind: 'penalty-general', on: '2025-09-30', source: 'example' }],
 * };
 * const receipt = assess(parseProgramme(exampleProgramme), firm, { asOf: '2026-01-15' });
 * [receipt.credit.grade, receipt.risk.level, receipt.measures.ratio]; // => ['B', 'medium', '5%']
 * ```
 */
export function assess(
  programme: Programme,
  entity: Assessable,
  options: { readonly asOf: Day; readonly mode?: 'authoritative' | 'simulation' },
): Assessment {
  const result = safeAssess(programme, entity, options);
  if (result.ok) return result.value;
  throw notAssessable(entity, result.issues);
}

/** The same with what is wrong with the entity returned. */
export function safeAssess(
  programme: Programme,
  entity: Assessable,
  options: { readonly asOf: Day; readonly mode?: 'authoritative' | 'simulation' },
): Parsed<Assessment> {
  requireProgramme(programme);
  const at = programme.at(options?.asOf);
  const value = assessAt(at, entity);
  if (!('credit' in value)) return { ok: false, issues: value };
  return {
    ok: true,
    value: options.mode === 'simulation' ? { ...value, mode: 'simulation' } : value,
  };
}

/** The assessment by an opened programme, for many entities of one day, or what is wrong with the entity. */
export function assessAt(at: ProgrammeAt, entity: Assessable): Assessment | readonly Issue[] {
  requireArgument(
    'assessAt',
    'at',
    at,
    { credit: 'object', matrix: 'object' },
    'parseProgramme(…).at(day)',
  );
  const faults = subjectFaults(entity);
  if (faults.length > 0) return faults;
  const found = classify(at, entity);
  if (!('grade' in found)) return found;
  const { level: grade, ...credit } = explainerOf(at.credit)(entity, found.credit);
  const tempos = temposOf(at, entity, found);
  return {
    schema: 'evenhand/assessment/1',
    method: 'assess/1',
    engine: ENGINE,
    mode: at.mode,
    entity: entity.id,
    asOf: at.day,
    input: entityDigest(entity),
    programme: at.programme,
    documents: at.documents,
    credit: { ...credit, grade },
    risk: explainerOf(found.riskScheme)(entity, found.risk),
    cell: { risk: found.level, credit: found.grade },
    measures: found.measures,
    ...(tempos.length === 0 ? {} : { tempos }),
  };
}
