import { requireArgument } from '../core/argument.js';
import { addPeriod, type Day, type Period } from '../core/day.js';
import { isEvenhandError, mistake } from '../core/error.js';
import { sortedBy } from '../core/order.js';
import { governingOn } from '../credit/publication/governing.js';
import { repairStanding } from '../credit/publication/judgeRepair.js';
import type { Publication } from '../credit/publication/publication.js';
import type { CreditRecord } from '../credit/record/creditRecord.js';
import { DEEDS, type Deed } from '../credit/record/entry.js';
import { listsOf } from '../credit/record/listsOf.js';
import type { Matter, RecordView } from '../credit/record/matter.js';
import { projectRecord } from '../credit/record/projectEvents.js';
import { recordAsOf } from '../credit/record/recordAsOf.js';
import type { RecordRules } from '../credit/record/recordRules.js';
import { isEffective } from '../register/condition.js';
import { evaluate } from '../scoring/evaluate.js';
import { notAssessable } from '../scoring/notAssessable.js';
import type { Act } from './acts.js';
import type { Assessable } from './assess.js';
import { gradeSearch } from './gradeSearch.js';
import type { Programme } from './programme.js';
import { requireProgramme } from './requireProgramme.js';

/** An entity whose events and lists stand on a record. */
export interface OnRecord {
  /** What else is known of it: facts, district, founding day. */
  readonly entity: Omit<Assessable, 'events' | 'lists'>;
  readonly record: CreditRecord;
  readonly rules: RecordRules;
  readonly publication: readonly Publication[];
}

/** What the entity still has to do before a repair is granted, and by which rule. */
export interface RepairStep {
  readonly matter: string;
  readonly on: Day;
  readonly deeds: readonly Deed[];
  readonly rule: string;
  readonly document: string;
}

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
  const found = possibleOf(of, entity, { asOf, known, last });
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

interface Span {
  readonly asOf: Day;
  readonly known: Day;
  readonly last: Day;
}

/** The repairs and exits the documents allow within the days looked at. */
function possibleOf(of: OnRecord, entity: Assessable, span: Span) {
  const { asOf, known } = span;
  const view = recordAsOf(of.record, { ...of, on: asOf, known });
  const standing = listsOf(view.matters, asOf);
  const steps = new Map<string, RepairStep>();
  const afters = new Map<string, readonly string[]>();
  const open = view.matters.filter(
    ({ state, repairedOn }) => state !== 'withdrawn' && repairedOn === undefined,
  );
  const leavable = new Map<string, Day>();
  const find = (matter: Matter): void => {
    const first = firstRepair(of, view, matter, span, leavable);
    if (first === undefined) return;
    steps.set(matter.id, first.step);
    afters.set(matter.id, first.after);
  };
  // Lists first: a repair of another matter may ask for them to be left.
  for (const matter of open) if (standing.some((one) => one.matter === matter.id)) find(matter);
  const leaves: Act[] = [];
  for (const list of new Set(standing.map((one) => one.list))) {
    const ids = standing.filter((one) => one.list === list).map(({ matter }) => matter);
    const days = ids.map((id) => steps.get(id)?.on);
    if (days.includes(undefined)) continue;
    const on = (days as Day[]).sort().at(-1) as Day;
    leavable.set(list, on);
    const events = ids.filter((id) => entity.events.some((event) => event.id === id));
    if (entity.lists.includes(list)) leaves.push({ kind: 'leave', list, events, on });
  }
  for (const matter of open) if (!standing.some((one) => one.matter === matter.id)) find(matter);
  const repairs = entity.events.flatMap((event): Act[] => {
    const step = steps.get(event.id);
    const isListed = standing.some((one) => one.matter === event.id);
    if (step === undefined || isListed || !isEffective(event, asOf)) return [];
    const after = afters.get(event.id) ?? [];
    return [
      {
        kind: 'repair',
        event: event.id,
        on: step.on,
        ...(after.length === 0 ? {} : { after }),
      },
    ];
  });
  const byEvent = (act: Act): string => (act.kind === 'repair' ? act.event : '');
  return { repairs: sortedBy(repairs, byEvent), leaves, steps };
}

/** The first day a matter can be repaired, if what is still wanting is done on the day of asking. */
function firstRepair(
  of: OnRecord,
  view: RecordView,
  matter: Matter,
  { asOf, known, last }: Span,
  leavable: ReadonlyMap<string, Day>,
): { readonly step: RepairStep; readonly after: readonly string[] } | undefined {
  const done = Object.fromEntries(DEEDS.map((deed) => [deed, asOf]));
  const willing = { ...matter, deeds: { ...done, ...matter.deeds } };
  const days = new Set([asOf, ...of.publication.map(({ from }) => from)]);
  // A term of a list that ends, or the day a list can be left, opens the way as well.
  for (const { until } of listsOf(view.matters, asOf)) {
    if (until !== undefined) days.add(addPeriod(until, { days: 1 }));
  }
  for (const day of leavable.values()) days.add(day);
  const tried = new Set<Day>();
  const queue = [...days].filter((day) => day >= asOf);
  let best: { step: RepairStep; after: readonly string[] } | undefined;
  while (queue.length > 0) {
    const day = queue.shift() as Day;
    if (tried.has(day) || day > last || (best !== undefined && best.step.on <= day)) continue;
    tried.add(day);
    const governing = governingIn(of, matter, day);
    if (governing === undefined) continue;
    const { matters } = recordAsOf(of.record, { ...of, on: day, known });
    const lists = listsOf(matters, day);
    const staying = lists.filter(({ list }) => (leavable.get(list) ?? '9999-12-31') > day);
    const standing = repairStanding(governing, willing, day, { matters, lists: staying });
    if (standing.firstDay !== undefined && standing.firstDay > day) queue.push(standing.firstDay);
    if (standing.can !== 'now' || governing.rule.repair === 'never') continue;
    const needs = governing.rule.repair.needs;
    const asked = needs.flatMap((one) => (one.need === 'on-no-list' ? one.lists : []));
    best = {
      step: {
        matter: matter.id,
        on: day,
        deeds: needs.flatMap(({ need }) =>
          need === 'on-no-list' || need === 'no-same-offence' || matter.deeds[need] !== undefined
            ? []
            : [need],
        ),
        rule: standing.rule,
        document: standing.document,
      },
      after: [...new Set(lists.map(({ list }) => list))].filter((list) => asked.includes(list)),
    };
  }
  return best;
}

function governingIn({ publication }: OnRecord, matter: Matter, day: Day) {
  try {
    return governingOn(publication, matter, day);
  } catch (error) {
    if (isEvenhandError(error) && error.code === 'not-in-force') return undefined;
    throw error;
  }
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
