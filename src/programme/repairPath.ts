import { requireArgument } from '../core/argument.js';
import { addPeriod, type Day, type Period } from '../core/day.js';
import { mistake } from '../core/error.js';
import { projectRecord } from '../credit/record/projectEvents.js';
import { evaluate } from '../scoring/evaluate.js';
import { notAssessable } from '../scoring/notAssessable.js';
import type { Act } from './acts.js';
import type { Assessable } from './assess.js';
import { gradeSearch } from './gradeSearch.js';
import { type OnRecord, possibleRepairs, type RepairStep } from './possibleRepairs.js';
import type { Programme } from './programme.js';
import { requireProgramme } from './requireProgramme.js';

/** The first day an entity can reach a grade, and the fewest acts that bring it there. */
export interface RepairPath {
  readonly from: string;
  readonly grade: string;
  readonly earliest: Day;
  /** Empty where waiting alone does it. */
  readonly by: readonly Act[];
  /** The repairs among them, and what each still needs. */
  readonly steps: readonly RepairStep[];
  /** The first day the grade is reached with no act at all, if it comes within the days looked at. */
  readonly waiting?: Day;
}

/**
 * How, and how soon, an entity reaches a grade, by what its record and the documents on repair allow
 * (信用修复路径).
 *
 * As `nextGrade`, but each repair comes on the first day its governing document allows it, once the
 * deeds still wanting are done on `asOf`; a list is left with the repair of every matter that put the
 * entity there; terms of lists run out by themselves; and a repair that asks for the entity to be on
 * no list comes after it left. What is not known by `known`, and what has not happened yet, is not
 * foreseen.
 *
 * @param programme - a parsed programme
 * @param of - the record with its documents, and what else is known of the entity
 * @param options.target - a grade of the credit scale, at least as good as which it is to be
 * @param options.within - how far to look ahead, three years where left out, last day inside
 * @throws `no-such-grade`; `no-better-grade` where it stands there already; `unreachable-grade`,
 * `not-assessable`, `not-in-force`, `too-many-acts`
 *
 * @example
 * ```ts
 * import { emptyRecord, joinEntries } from 'evenhand/credit';
 * import { parseProgramme, repairPath } from 'evenhand/programme';
 * import { examplePublication, exampleProgramme, exampleRecordRules } from 'evenhand/schemes';
 *
 * const { record } = joinEntries(emptyRecord('A'), [{
 *   id: 'r1', entity: 'A', jurisdiction: '110000', kind: 'penalty', severity: 'general', basis: [],
 *   on: '2025-11-30', knownOn: '2025-12-03', source: { department: 'market', reference: 'No. 1' },
 * }]);
 * const of = {
 *   entity: { id: 'A', facts: { industry: '6210' } }, record,
 *   rules: exampleRecordRules, publication: [examplePublication],
 * };
 * const path = repairPath(parseProgramme(exampleProgramme), of, { target: 'A', asOf: '2026-01-15' });
 * [path.from, path.grade, path.earliest, path.steps[0]?.deeds]; // => ['B', 'A', '2026-02-28', ['duty-done', 'pledge']]
 * ```
 */
export function repairPath(
  programme: Programme,
  of: OnRecord,
  options: {
    readonly target: string;
    readonly asOf: Day;
    readonly known?: Day;
    readonly within?: Period;
  },
): RepairPath {
  requireProgramme(programme);
  const start = programme.at(options?.asOf).credit;
  requireArgument('repairPath', 'of', of, {
    entity: 'object',
    record: 'object',
    publication: 'array',
  });
  const { asOf, known = asOf, target, within = { years: 3 } } = options;
  const { levels } = start.compiled;
  const place = levels.indexOf(target);
  if (place < 0) {
    throw mistake('no-such-grade', `\`${target}\` is no grade of the credit scale`, {
      given: target,
      expected: [...levels],
    });
  }
  const entityOn = cached((day: Day): Assessable => {
    const { events, lists } = projectRecord(of.record, { ...of, asOf: day, known });
    return { ...of.entity, events, lists };
  });
  const entity = entityOn(asOf);
  const now = evaluate(start, entity);
  if (!('units' in now)) throw notAssessable(entity, now);
  const from = levels[now.level] as string;
  if (now.level <= place) {
    throw mistake('no-better-grade', `it stands in \`${from}\` already`, { given: from });
  }
  const last = addPeriod(asOf, within);
  const found = possibleRepairs(of, entity, { asOf, known, last });
  const reached = gradeSearch({
    programme,
    asOf,
    last,
    entityOn,
    ...found,
    bound: place + 1,
    isAllowed: (acts) =>
      acts.every(
        (act) =>
          act.kind !== 'repair' ||
          (act.after ?? []).every((list) =>
            acts.some((other) => other.kind === 'leave' && other.list === list),
          ),
      ),
  });
  if (reached.found === undefined) {
    throw mistake(
      'unreachable-grade',
      `no acts reach a better grade than \`${from}\` up to \`${last}\``,
      { given: from, expected: last },
    );
  }
  const { acts, level, day } = reached.found;
  const matters = acts.flatMap((act) =>
    act.kind === 'repair' ? [act.event] : act.kind === 'leave' ? act.events : [],
  );
  return {
    from,
    grade: levels[level] as string,
    earliest: day,
    by: acts,
    steps: matters.flatMap((id) => found.steps.get(id) ?? []),
    ...(reached.waiting === undefined ? {} : { waiting: reached.waiting }),
  };
}

/** Each day is projected once. */
function cached<T>(make: (day: Day) => T): (day: Day) => T {
  const known = new Map<Day, T>();
  return (day) => {
    const found = known.get(day) ?? make(day);
    known.set(day, found);
    return found;
  };
}
