import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { shortage } from './shortage.js';
import { checkStaffing, type OpenVisit, type Staffing, slotsOf } from './staffing.js';
import { neededFrom, type Witness } from './witness.js';

/**
 * A soft rule, and whom a visit may have once it is relaxed there: in the slot of its lead authority,
 * or in that of the partner numbered `slot`, from 1 in the order of `partners`.
 */
export interface Rung {
  readonly rule: string;
  readonly allows: readonly {
    readonly visit: string;
    readonly slot?: number;
    readonly inspectors: readonly string[];
  }[];
}

/** A soft rule that was relaxed for a visit, and whom that let in. */
export interface Relaxation {
  readonly rule: string;
  readonly visit: string;
  readonly inspectors: readonly string[];
}

/** The visits with the relaxations they needed, each recorded; a witness if they are not enough. */
export interface RelaxedVisits {
  readonly visits: readonly OpenVisit[];
  readonly relaxations: readonly Relaxation[];
  readonly witness?: Witness;
}

/**
 * Relaxes soft rules, such as "not the same inspector twice running", rule by rule as published, and
 * only for visits that count in the witness that no assignment exists.
 *
 * For a rung, all visits that count in the witness and that it allows somebody are relaxed at once;
 * as long as the new witness counts others, these follow; then comes the next rung. No chance is
 * involved, and the order of visits changes nothing. Where the whole ladder is not enough, no
 * relaxation anywhere would be.
 *
 * @param ladder - the soft rules in the order they may be relaxed
 * @returns visits for `assignInspectors`, changed only where `relaxations` say so
 * @throws what `assignInspectors` throws | `unknown-visit`
 *
 * @source double-random/1 §3 and §4, the relaxation ladder of notice A
 * @example
 * ```ts
 * import { relaxVisits } from 'evenhand/inspectors';
 *
 * const { relaxations } = relaxVisits(
 *   {
 *     visits: [{ id: 'A', size: 2, eligible: ['JC-1'] }, { id: 'B', size: 2, eligible: ['JC-1', 'JC-2'] }],
 *     inspectors: [
 *       { id: 'JC-1', lead: true, capacity: 5 },
 *       { id: 'JC-2', lead: true, capacity: 5 },
 *     ],
 *   },
 *   [{ rule: 'not twice running', allows: [{ visit: 'A', inspectors: ['JC-2'] }] }],
 * );
 * relaxations; // => [{ rule: 'not twice running', visit: 'A', inspectors: ['JC-2'] }]
 * ```
 */
export function relaxVisits(staffing: Staffing, ladder: readonly Rung[]): RelaxedVisits {
  requireArgument('relaxVisits', 'staffing', staffing, { visits: 'array', inspectors: 'array' });
  requireArgument('relaxVisits', 'ladder', ladder, 'array');
  checkStaffing(staffing);
  return relaxOpen(staffing, ladder);
}

/** `relaxVisits` for what is missing of teams: sizes are what they are. @throws `unknown-visit` */
export function relaxOpen(staffing: Staffing, ladder: readonly Rung[]): RelaxedVisits {
  const { inspectors } = staffing;
  const leads = new Set(inspectors.filter(({ lead }) => lead).map(({ id }) => id));
  const ids = new Set(staffing.visits.map(({ id }) => id));
  const relaxations: Relaxation[] = [];
  let visits: readonly OpenVisit[] = staffing.visits;
  let witness = shortage({ visits, inspectors });
  for (const { rule, allows } of ladder) {
    const allowed = new Map<string, string[][]>();
    for (const { visit, slot = 0, inspectors } of allows) {
      if (!ids.has(visit)) throw unknownVisit(visit);
      const slots = allowed.get(visit) ?? [];
      allowed.set(visit, slots);
      slots[slot] = [...(slots[slot] ?? []), ...inspectors];
    }
    while (witness !== undefined) {
      const within = new Set(witness.inspectors);
      let isRelaxed = false;
      visits = visits.map((visit) => {
        const own = allowed.get(visit.id);
        if (own === undefined || neededFrom(visit, within, leads) === 0) return visit;
        const slots = slotsOf(visit);
        const coming = slots.map(({ eligible }, s) => {
          const listed = new Set(eligible);
          return [...new Set(own[s])].filter((id) => !listed.has(id));
        });
        if (coming.every((list) => list.length === 0)) return visit;
        isRelaxed = true;
        relaxations.push({ rule, visit: visit.id, inspectors: coming.flat() });
        const [first, ...partners] = slots.map(({ size, eligible }, s) => ({
          size,
          eligible: [...eligible, ...(coming[s] as string[])],
        }));
        return { ...visit, ...first, ...(visit.partners === undefined ? {} : { partners }) };
      });
      if (!isRelaxed) break;
      witness = shortage({ visits, inspectors });
    }
  }
  return { visits, relaxations, ...(witness === undefined ? {} : { witness }) };
}

function unknownVisit(id: string) {
  return mistake('unknown-visit', `the visit \`${id}\` is not on the list of visits`, { id });
}
