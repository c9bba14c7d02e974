import { eligibleInspectors } from '../../inspectors/eligibleInspectors.js';
import { inspectorIndex } from '../../inspectors/inspectorIndex.js';
import { restaffTeams } from '../../inspectors/restaffTeams.js';
import type { Team } from '../../inspectors/team.js';
import { drawKey } from '../../ticket/drawKey.js';
import { staffOf } from '../checks/staff.js';
import type { NoticeA, NoticeB, NoticeVisit } from '../notices.js';
import type { PlanAmendment } from './amendment.js';
import type { PlanNow } from './planNow.js';

/** What an amendment says of teams. */
export type Restaffing = Pick<
  PlanAmendment,
  'purpose' | 'key' | 'teams' | 'loads' | 'witness' | 'unstaffed'
>;

/**
 * The teams after a rearrangement, out of published data alone: the organ amends with it, and the
 * verifier checks with it.
 */
export function restaffed(a: NoticeA, b: NoticeB, now: PlanNow): Restaffing {
  const staff = staffOf(now);
  const index = inspectorIndex(staff);
  const items = new Map(a.items.map((item) => [item.id, item]));
  const purpose = `pair:${now.reruns + 2}`;
  const key = drawKey(b.seed, purpose);
  const result = restaffTeams({
    visitKey: b.keys['visit'] as string,
    pairKey: key,
    inspectors: staff.map(({ id, lead, capacity }) => ({ id, lead, capacity })),
    visits: now.visits.map((visit) => ({
      id: visit.id,
      size: visit.teamSize,
      eligible: eligibleInspectors({
        visit,
        items: [...new Set(visit.demands.map(({ item }) => item))].flatMap(
          (item) => items.get(item) ?? [],
        ),
        day: visit.day,
        ...(visit.district === undefined ? {} : { district: visit.district }),
        inspectors: index,
      }).eligible,
    })),
    teams: now.visits.flatMap(teamOf),
  });
  const before = new Map(now.visits.map((visit) => [visit.id, visit.members?.join('\n')]));
  return {
    ...(result.open.length === 0 ? {} : { purpose, key }),
    teams: result.teams.filter(({ visit, members }) => before.get(visit) !== members.join('\n')),
    loads: result.loads.filter(({ high }) => high > 0),
    ...(result.witness === undefined ? {} : { witness: result.witness }),
    unstaffed: result.witness === undefined ? [] : result.open,
  };
}

function teamOf({ id, members, leader }: NoticeVisit): Team[] {
  return members === undefined || leader === undefined ? [] : [{ visit: id, members, leader }];
}
