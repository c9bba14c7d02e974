import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { digest } from '../core/digest.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { ChecklistItem, JointChecklist } from './checklist.js';

/** A line of a visit's own list, as joint visits order it: an item of an authority. */
export interface OrderedItem {
  readonly authority: string;
  readonly item: string;
}

/** Who goes to a joint visit: one team of all its authorities. */
export interface JointTeam {
  readonly visit: string;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly team: readonly { readonly officer: string; readonly authority: string }[];
}

/** One step of a joint visit: who asks which question, for whom. */
export interface WorkStep {
  readonly item: string;
  readonly rank: ChecklistItem['rank'];
  readonly checkedBy: string;
  readonly officers: readonly string[];
  /** Whom the answer serves. */
  readonly authorities: readonly string[];
}

/** A joint visit: its own frozen checklist with its digest, and one order of work. */
export interface JointVisit {
  readonly checklist: JointChecklist;
  /** What is published and compared: nothing of the checklist is changed on the spot. */
  readonly digest: string;
  readonly work: readonly WorkStep[];
}

/** The joint visit, or why it cannot be made. */
export type MadeVisit =
  | ({ readonly ok: true } & JointVisit)
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * One visit of several authorities (一业一查): its checklist, frozen, and one order of work.
 *
 * Each line of the joint checklist stands once, where the first of its items stands in the order of the
 * visit. It is asked by the officers of the authority that the checklist names, or, where that one is not
 * there, by the first that is.
 *
 * @param checklist - of the scene
 * @param team - lead, partners and officers
 * @param ordered - what is to be checked, in order, such as `checklistOf` of joint visits gives it
 * @param options.on - the day; the checklist is in force on it
 * @returns `checklist-not-in-force`; `item-not-in-checklist` for what is in no line; `line-without-officer`
 * where no authority of the line sends anybody
 */
export function jointVisit(
  checklist: JointChecklist,
  joint: JointTeam,
  ordered: readonly OrderedItem[],
  options: { readonly on: Day },
): MadeVisit {
  requireArgument('jointVisit', 'checklist', checklist, { items: 'array' });
  requireArgument('jointVisit', 'joint', joint, { partners: 'array', team: 'array' });
  requireArgument('jointVisit', 'ordered', ordered, 'array');
  requireArgument('jointVisit', 'options', options, 'object');
  const { visit, lead, partners, team } = joint;
  const { from, to } = checklist;
  const issues: Issue[] = [];
  if (options.on < from || (to !== undefined && to < options.on)) {
    const given = `${checklist.id}@${checklist.version}`;
    const params = { given, day: options.on, expected: `${from}..${to ?? ''}` };
    issues.push(errorAt('checklist-not-in-force', ['checklist'], params));
  }
  const lineOf = new Map<string, ChecklistItem>();
  for (const line of checklist.items) {
    for (const { authority, item } of line.sources) lineOf.set(`${authority}\n${item}`, line);
  }
  const lines = new Set<ChecklistItem>();
  ordered.forEach(({ authority, item }, i) => {
    const line = lineOf.get(`${authority}\n${item}`);
    if (line !== undefined) lines.add(line);
    else {
      const params = { given: `${authority}/${item}`, checklist: checklist.id };
      issues.push(errorAt('item-not-in-checklist', ['items', i], params));
    }
  });
  const there = (authority: string): boolean => team.some((one) => one.authority === authority);
  const items = [...lines].flatMap((line): ChecklistItem[] => {
    const inOrder = [line.checkedBy, lead, ...partners, ...line.authorities];
    const checkedBy = inOrder.find((one) => line.authorities.includes(one) && there(one));
    if (checkedBy !== undefined) return [{ ...line, checkedBy }];
    const params = { given: line.id, expected: [...line.authorities] };
    issues.push(errorAt('line-without-officer', ['team'], params));
    return [];
  });
  if (issues.length > 0) return { ok: false, issues };
  const frozen: JointChecklist = { ...checklist, lead, partners, visit, items };
  const work = items.map(({ id, rank, checkedBy, authorities }) => ({
    item: id,
    rank,
    checkedBy,
    officers: team.filter(({ authority }) => authority === checkedBy).map(({ officer }) => officer),
    authorities,
  }));
  return { ok: true, checklist: frozen, digest: digest(frozen), work };
}
