import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { digest } from '../core/digest.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { DocumentReference } from '../document/document.js';
import type { TeamMember } from './act.js';
import {
  authoritiesOfVisit,
  type Inspection,
  type InspectionDocuments,
  type InspectionOpening,
} from './inspection.js';

/** A visit that can begin, or why it cannot. */
export type OpenedInspection =
  | { readonly ok: true; readonly inspection: Inspection }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Opens a visit: the documents are in force on its day, and the team can answer every item of its
 * checklist.
 *
 * @param opening - where, when and by whom
 * @param documents - the checklist of the visit, the result list, and the rules it goes by
 * @returns the visit in state `opened`, or `checklist-not-in-force`, `checklist-differs` (its digest is
 * not the published one), `not-in-force` for the other documents, `officer-of-no-authority`,
 * `officers-too-few`, `item-without-officer`, `repeated-name` for an officer or an item named twice
 * @example
 * ```ts
 * import { openInspection } from 'evenhand/inspection';
 * import { exampleInspectionRules, zhejiangResults } from 'evenhand/schemes';
 *
 * const opened = openInspection(
 *   {
 *     visit: 'JC-000123/spot-check', entity: 'JC-000123', on: '2026-03-02', method: 'on-site',
 *     lead: 'market', partners: [],
 *     team: [{ officer: 'O-1', authority: 'market' }, { officer: 'O-2', authority: 'market' }],
 *   },
 *   {
 *     checklist: {
 *       id: 'kitchens', version: '2026', from: '2026-01-01',
 *       items: [{ id: 'licence', rank: 'key', authorities: ['market'] }],
 *     },
 *     results: zhejiangResults,
 *     rules: exampleInspectionRules,
 *   },
 * );
 * opened.ok && opened.inspection.state; // => 'opened'
 * ```
 */
export function openInspection(
  opening: InspectionOpening,
  documents: InspectionDocuments,
): OpenedInspection {
  requireArgument('openInspection', 'opening', opening, 'object');
  requireArgument('openInspection', 'documents', documents, {
    checklist: 'object',
    results: 'object',
    rules: 'object',
  });
  const { checklist, results, rules } = documents;
  const references = {
    checklist: referenceTo(checklist),
    results: referenceTo(results),
    rules: referenceTo(rules),
  };
  const issues = [
    ...documentsOn(documents, opening.on),
    ...digestFaults(opening, references.checklist),
    ...repeated(checklist.items, ({ id }) => id, ['checklist', 'items']),
    ...teamFaults(opening, documents, opening.team),
  ];
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    inspection: {
      schema: 'evenhand/inspection/1',
      opening,
      documents,
      references,
      state: 'opened',
      team: opening.team,
      officers: [],
      answers: {},
      followUps: [],
      published: [],
      acts: [],
    },
  };
}

/** Documents that are not in force on a day. */
export function documentsOn(documents: InspectionDocuments, day: Day): Issue[] {
  const { checklist, ...others } = documents;
  const isOff = ({ from, to }: { from: Day; to?: Day }): boolean =>
    day < from || (to !== undefined && to < day);
  const spanOf = ({ from, to }: { from: Day; to?: Day }): string => `${from}..${to ?? ''}`;
  const issues: Issue[] = [];
  if (isOff(checklist)) {
    const given = `${checklist.id}@${checklist.version}`;
    const params = { given, day, expected: spanOf(checklist) };
    issues.push(errorAt('checklist-not-in-force', ['checklist'], params));
  }
  for (const [field, document] of Object.entries(others)) {
    if (!isOff(document)) continue;
    const params = { given: day, document: document.id, expected: spanOf(document) };
    issues.push(errorAt('not-in-force', [field], params));
  }
  return issues;
}

/** What is wrong with a team: officers twice or of nobody in the visit, too few, an item none can answer. */
export function teamFaults(
  opening: InspectionOpening,
  { checklist, rules }: InspectionDocuments,
  team: readonly TeamMember[],
): Issue[] {
  const authorities = authoritiesOfVisit(opening);
  const issues = repeated(team, ({ officer }) => officer, ['team']);
  team.forEach(({ officer, authority }, i) => {
    if (authorities.includes(authority)) return;
    const params = { given: officer, authority, expected: [...authorities] };
    issues.push(errorAt('officer-of-no-authority', ['team', i, 'authority'], params));
  });
  const least = rules.officers?.least ?? 1;
  if (team.length < least) {
    issues.push(errorAt('officers-too-few', ['team'], { given: team.length, expected: least }));
  }
  const present = new Set(team.map(({ authority }) => authority));
  for (const item of checklist.items) {
    if (item.authorities.some((one) => present.has(one))) continue;
    const params = { given: item.id, expected: [...item.authorities] };
    issues.push(errorAt('item-without-officer', ['team'], params));
  }
  return issues;
}

function digestFaults({ checklistDigest }: InspectionOpening, own: DocumentReference): Issue[] {
  if (checklistDigest === undefined || checklistDigest === own.digest) return [];
  const params = { given: own.digest, expected: checklistDigest, checklist: own.id };
  return [errorAt('checklist-differs', ['checklist'], params)];
}

function repeated<T>(
  list: readonly T[],
  nameOf: (one: T) => string,
  path: readonly string[],
): Issue[] {
  const seen = new Set<string>();
  return list.flatMap((one, i) => {
    const name = nameOf(one);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [errorAt('repeated-name', [...path, i], { given: name })];
  });
}

/** A year's visits share their documents, so each is digested once. */
const known = new WeakMap<object, DocumentReference>();

function referenceTo(document: { readonly id: string; readonly version: string }) {
  const before = known.get(document);
  if (before !== undefined) return before;
  const { id, version } = document;
  const reference: DocumentReference = { id, version, digest: digest(document) };
  known.set(document, reference);
  return reference;
}
