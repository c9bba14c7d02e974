import { addPeriod, type Day, type Period } from '../core/day.js';
import { mistake } from '../core/error.js';
import { subjectFaults } from '../register/subjectFaults.js';
import { evaluate } from '../scoring/evaluate.js';
import { notAssessable } from '../scoring/notAssessable.js';
import type { Act } from './acts.js';
import type { Assessable } from './assess.js';
import { gradeSearch } from './gradeSearch.js';
import { possibleRepairs } from './possibleActs.js';
import type { Programme } from './programme.js';
import { requireProgramme } from './requireProgramme.js';

/** The first day an entity can stand in a better grade, and the fewest acts that bring it there. */
export interface NextGrade {
  readonly grade: string;
  readonly from: string;
  readonly earliest: Day;
  /** Empty where waiting alone does it. */
  readonly by: readonly Act[];
  /** The first day the grade is better with no act at all, if it comes within the days looked at. */
  readonly waiting?: Day;
}

/**
 * How, and how soon, an entity reaches a better credit grade (信用修复指引).
 *
 * Acts are repairs of events in effect on `asOf`, from the day the scheme allows, and changes of
 * inputs the scheme marks `changeable`. `earliest` is the first day on which some acts give a better
 * grade; `by` is a smallest set that does so on that day. Among sets of that size the one that
 * reaches the nearest better grade is taken, then the first by event id, input name and value. The
 * acts allowed are those of the scheme in force on `asOf`; each day is judged by the scheme in force
 * on it, and days without one, or on another scale, are passed over. Events that have not happened
 * yet are not foreseen, and neither is an entry or exit of a list.
 *
 * @param programme - a parsed programme
 * @param entity - the entity with its facts, events (each with an id of its own) and lists
 * @param options.asOf - the civil day the question is asked
 * @param options.within - how far to look ahead, three years where left out, last day inside
 * @param options.role - whose grade: of `credit`, the only role with grades so far
 * @throws `no-better-grade` for an entity in the best grade, `unreachable-grade`, `not-assessable`, `bad-programme`,
 * `not-in-force`, and `too-many-acts` where the acts combine in more than 20,000 ways
 *
 * @example
 * ```ts
 * import { nextGrade, parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 *
 * const firm = {
 *   id: '示例企业00017',
 *   facts: { industry: '6210' },
 *   lists: [],
 *   events: [{ id: 'e1', kind: 'penalty-general', on: '2025-09-30', source: 'example' }],
 * };
 * const next = nextGrade(parseProgramme(exampleProgramme), firm, { asOf: '2026-01-15' });
 * [next.from, next.grade, next.earliest, next.waiting]; // => ['B', 'A', '2026-01-15', '2026-09-30']
 * next.by; // => [{ kind: 'repair', event: 'e1', on: '2026-01-15' }]
 * ```
 */
export function nextGrade(
  programme: Programme,
  entity: Assessable,
  options: { readonly asOf: Day; readonly within?: Period; readonly role?: 'credit' },
): NextGrade {
  requireProgramme(programme);
  const start = programme.at(options?.asOf).credit;
  const faults = subjectFaults(entity);
  if (faults.length > 0) throw notAssessable(entity, faults);
  const { asOf, within = { years: 3 } } = options;
  const { scheme, levels } = start.compiled;
  const now = evaluate(start, entity);
  if (!('units' in now)) throw notAssessable(entity, now);
  const from = levels[now.level] as string;
  if (now.level === 0) {
    throw mistake('no-better-grade', `\`${from}\` is the best grade already`, { given: from });
  }
  const repairs = possibleRepairs(scheme, entity, asOf).map(({ act }) => act);
  const last = addPeriod(asOf, within);
  const bound = now.level;
  const search = { programme, asOf, last, entityOn: () => entity, repairs, leaves: [], bound };
  const { found, waiting } = gradeSearch(search);
  if (found === undefined) {
    throw mistake(
      'unreachable-grade',
      `no acts reach a better grade than \`${from}\` up to \`${last}\``,
      { given: from, expected: last },
    );
  }
  return {
    grade: levels[found.level] as string,
    from,
    earliest: found.day,
    by: found.acts,
    ...(waiting === undefined ? {} : { waiting }),
  };
}
