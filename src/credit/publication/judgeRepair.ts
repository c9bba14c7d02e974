import { requireArgument } from '../../core/argument.js';
import { addDays, addPeriod, type Day } from '../../core/day.js';
import { errorAt, type Issue } from '../../core/issue.js';
import type { Deed, FactFields } from '../record/entry.js';
import { countedFrom, type Governing, minimumEnd, type Publishable } from './governing.js';
import type { RepairNeed } from './publication.js';

/** A matter as far as its repair asks for it. */
export interface Repairable extends Publishable {
  readonly id: string;
  readonly state: 'standing' | 'objected' | 'withdrawn';
  readonly deeds: Readonly<Partial<Record<Deed, Day>>>;
}

/** What else is known of the entity on the day. */
export interface RepairSurroundings {
  readonly matters: readonly Repairable[];
  /** The lists it stands on that day, by the ids of the matters that put it there. */
  readonly lists: readonly { readonly list: string; readonly matter: string }[];
}

/** Whether a matter can be repaired on a day, and what is still wanting. */
export interface RepairStanding {
  readonly rule: string;
  readonly document: string;
  readonly can: 'never' | 'not-yet' | 'now';
  /** The first day the periods allow it. */
  readonly firstDay?: Day;
  /** Needs not met on the day, with what stands against them. */
  readonly open: readonly (RepairNeed & { readonly by?: string })[];
}

/**
 * Whether a matter can be repaired on a day by the rule that governs it then.
 *
 * A deed counts if it was done by that day. An offence counts against the repair if a penalty for the
 * same one was decided after the matter's own decision, up to the day.
 */
export function repairStanding(
  governing: Governing,
  matter: Repairable,
  day: Day,
  around: RepairSurroundings,
): RepairStanding {
  requireArgument('repairStanding', 'governing', governing, { document: 'object', rule: 'object' });
  requireArgument('repairStanding', 'matter', matter, 'object');
  requireArgument('repairStanding', 'around', around, 'object');
  const { document, rule } = governing;
  const base = { rule: rule.id, document: `${document.id}@${document.version}` };
  if (rule.repair === 'never') return { ...base, can: 'never', open: [] };
  const end = minimumEnd(governing, matter);
  const firstDay =
    end === undefined
      ? countedFrom(document, matter)
      : addDays(end, document.repairFrom.day === 'day-after' ? 1 : 0);
  const open = rule.repair.needs.flatMap((need): (RepairNeed & { by?: string })[] => {
    const by = against(need, matter, day, around);
    return by === false ? [] : [by === true ? need : { ...need, by }];
  });
  const can = day >= firstDay && open.length === 0 ? 'now' : 'not-yet';
  return { ...base, can, firstDay, open };
}

/** Why a repair on a day is refused: `repair-never`, `repair-too-early`, `repair-need-open`. */
export function repairRefusals(standing: RepairStanding, given: Day, matter: string): Issue[] {
  const { can, rule, firstDay, open } = standing;
  if (can === 'never') return [errorAt('repair-never', ['refers'], { given: matter, rule })];
  const issues: Issue[] = [];
  if (firstDay !== undefined && given < firstDay) {
    issues.push(errorAt('repair-too-early', ['on'], { given, matter, rule, expected: firstDay }));
  }
  for (const { need, by = '' } of open) {
    issues.push(errorAt('repair-need-open', ['refers'], { given: need, matter, rule, by }));
  }
  return issues;
}

/** True or what stands against a need, false where it is met. */
function against(
  need: RepairNeed,
  matter: Repairable,
  day: Day,
  { matters, lists }: RepairSurroundings,
): boolean | string {
  if (need.need === 'on-no-list') {
    const found = lists.find((one) => need.lists.includes(one.list) && one.matter !== matter.id);
    return found === undefined ? false : found.list;
  }
  if (need.need === 'no-same-offence') {
    const again = matters.find(
      (other) =>
        other.id !== matter.id &&
        other.state !== 'withdrawn' &&
        other.kind === matter.kind &&
        sameOffence(other.fields, matter.fields) &&
        decided(other.fields) > decided(matter.fields) &&
        decided(other.fields) <= day,
    );
    return again === undefined ? false : again.id;
  }
  const done = matter.deeds[need.need];
  return done === undefined || done > day;
}

const decided = ({ on, decidedOn = on }: FactFields): Day => decidedOn;

/** An offence that is not stated is never taken for another one. */
const sameOffence = (a: FactFields, b: FactFields): boolean =>
  a.offence === undefined || b.offence === undefined || a.offence === b.offence;

/** The period of a rule, from a matter's own day, as its last day. */
export function maximumEnd(governing: Governing, matter: Publishable): Day | undefined {
  const { document, rule } = governing;
  if (rule.publish === 'never') return undefined;
  const { max, orRestriction } = rule.publish;
  if (max === undefined) return undefined;
  const end = addPeriod(countedFrom(document, matter), max);
  const { until } = matter.fields;
  return orRestriction === true && until !== undefined && until > end ? until : end;
}
