import { type Restaffed, restaffTeams } from '../../inspectors/restaffTeams.js';
import { slotsOf } from '../../inspectors/staffing.js';
import type { Team } from '../../inspectors/team.js';
import { rungsOf } from '../../plan/staffVisits.js';
import { roundsOf, slotRules, type Unstaffed, withCandidates } from '../../plan/teamSlots.js';
import { drawKey } from '../../ticket/drawKey.js';
import { staffOf } from '../checks/staff.js';
import type { NoticeA, NoticeB, NoticeVisit } from '../notices.js';
import type { PlanAmendment } from './amendment.js';
import type { PlanNow } from './planNow.js';

/** What an amendment says of teams. */
export type Restaffing = Pick<
  PlanAmendment,
  'purpose' | 'key' | 'relaxations' | 'teams' | 'loads' | 'witness' | 'unstaffed'
>;

/**
 * The teams after a rearrangement, out of published data alone: the organ amends with it, and the
 * verifier checks with it.
 */
export function restaffed(a: NoticeA, b: NoticeB, now: PlanNow): Restaffing {
  const staff = staffOf(now);
  const rules = slotRules(staff, a.items, a.teams);
  const { ladder } = a;
  const letIn = new Map<string, string[]>();
  for (const { visit, inspectors } of now.relaxations) {
    letIn.set(visit, [...(letIn.get(visit) ?? []), ...inspectors]);
  }
  /** Whom relaxations let in, and nothing but a soft rule keeps away now. */
  const stillIn = (visit: Unstaffed): string[] => {
    const named = letIn.get(visit.id) ?? [];
    if (named.length === 0) return [];
    const may = new Set(
      slotsOf(withCandidates(visit, rules, ladder)).flatMap(({ eligible }) => eligible),
    );
    return named.filter((id) => may.has(id));
  };
  const purpose = `pair:${now.reruns + 2}`;
  const key = drawKey(b.seed, purpose);
  const restaffedRound = (round: readonly NoticeVisit[]): Restaffed => {
    const visits = round.map((visit) => ({
      ...visit,
      items: [...new Set(visit.demands.map(({ item }) => item))],
    }));
    const input = {
      visitKey: b.keys['visit'] as string,
      pairKey: key,
      inspectors: staff.map(({ id, lead, capacity }) => ({ id, lead, capacity })),
      visits: visits.map((visit) => withCandidates(visit, rules, [], stillIn(visit))),
      teams: round.flatMap(teamOf),
    };
    const strict = restaffTeams(input);
    if (strict.witness === undefined || ladder.length === 0) return strict;
    return restaffTeams({ ...input, ladder: rungsOf(visits, rules, ladder) });
  };
  const rounds = roundsOf(now.visits, a.teams?.capacityPer).map(([period, visits]) => ({
    ...{ period, result: restaffedRound(visits) },
  }));
  const before = new Map(now.visits.map((visit) => [visit.id, visit.members?.join('\n')]));
  const short = rounds.find(({ result }) => result.witness !== undefined);
  const relaxations = rounds.flatMap(({ result }) => result.relaxations);
  const isVacant = rounds.some(({ result }) => result.open.length > 0);
  return {
    ...(isVacant ? { purpose, key } : {}),
    ...(relaxations.length === 0 ? {} : { relaxations }),
    teams: rounds.flatMap(({ result }) =>
      result.teams.filter(({ visit, members }) => before.get(visit) !== members.join('\n')),
    ),
    loads: rounds.flatMap(({ period, result }) =>
      result.loads.filter(({ high }) => high > 0).map((load) => ({ ...load, ...period })),
    ),
    ...(short?.result.witness === undefined
      ? {}
      : { witness: { ...short.result.witness, ...short.period } }),
    unstaffed: rounds.flatMap(({ result }) => (result.witness === undefined ? [] : result.open)),
  };
}

function teamOf({ id, members, leader }: NoticeVisit): Team[] {
  return members === undefined || leader === undefined ? [] : [{ visit: id, members, leader }];
}
