import { mistake } from '../core/error.js';
import { checkedId } from '../core/identifier.js';

/** A visit that needs a team: how many persons, and who may be among them. */
export interface StaffedVisit {
  readonly id: string;
  readonly size: number;
  readonly eligible: readonly string[];
}

/** An inspector as the lottery sees him: whether he may head a team, and how many visits he can take. */
export interface StaffInspector {
  readonly id: string;
  readonly lead: boolean;
  readonly capacity: number;
}

/** What is to be staffed, and by whom. */
export interface Staffing {
  readonly visits: readonly StaffedVisit[];
  readonly inspectors: readonly StaffInspector[];
}

/** Throws where the input breaks the rules of `double-random/1` §3, naming the first fault. */
export function checkStaffing({ visits, inspectors }: Staffing): void {
  const known = new Set<string>();
  for (const { id, capacity } of inspectors) {
    checkedId(id, 'inspector');
    if (known.has(id)) {
      throw mistake('repeated-inspector', `the inspector \`${id}\` is listed twice`, { id });
    }
    if (!Number.isSafeInteger(capacity) || capacity < 0) throw badCapacity(id, capacity);
    known.add(id);
  }
  const seen = new Set<string>();
  for (const visit of visits) {
    const { id, size } = visit;
    checkedId(id, 'visit');
    if (seen.has(id))
      throw mistake('repeated-visit', `the visit \`${id}\` is listed twice`, { id });
    if (!Number.isSafeInteger(size) || size < 2) throw badSize(id, size);
    seen.add(id);
    checkCandidates(visit, known);
  }
}

function checkCandidates(visit: StaffedVisit, known: ReadonlySet<string>): void {
  const listed = new Set<string>();
  for (const id of visit.eligible) {
    const params = { id, visit: visit.id };
    if (!known.has(id)) {
      throw mistake(
        'unknown-candidate',
        `the candidate \`${id}\` of visit \`${visit.id}\` is no inspector of the list`,
        params,
      );
    }
    if (listed.has(id)) {
      throw mistake(
        'repeated-candidate',
        `the candidates of visit \`${visit.id}\` hold \`${id}\` twice`,
        params,
      );
    }
    listed.add(id);
  }
}

function badSize(visit: string, size: number) {
  return mistake(
    'bad-team-size',
    `the team of visit \`${visit}\` has size \`${size}\` (expected an integer of at least 2)`,
    { visit, given: String(size) },
  );
}

function badCapacity(inspector: string, capacity: number) {
  return mistake(
    'bad-capacity',
    `the capacity of inspector \`${inspector}\` is \`${capacity}\` (expected an integer of at least 0)`,
    { inspector, given: String(capacity) },
  );
}
