import { createHash } from 'node:crypto';
import type { Assignment, OpenVisit, PartnerSlot, Staffing } from 'evenhand/inspectors';
import type { Lottery } from './staffings.js';

/**
 * The lottery by its definition, for tiny staffings: every complete assignment is listed, and every
 * question is answered by looking through the list. Written from double-random/1 §3 alone.
 */
export type Teams = readonly (readonly string[])[];

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
export const bytes = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

export const slots = (visit: OpenVisit): readonly PartnerSlot[] => [
  visit,
  ...(visit.partners ?? []),
];

/** Every team a visit can have: each slot filled out of its own candidates, a lead in the first. */
export function teamsOf({ inspectors }: Staffing, visit: OpenVisit): string[][] {
  const leads = new Set(inspectors.filter(({ lead }) => lead).map(({ id }) => id));
  return slots(visit).reduce<string[][]>(
    (teams, { size, eligible }, slot) =>
      teams.flatMap((team) =>
        [...subsets(eligible, size)]
          .filter((part) => slot > 0 || visit.hasLead === true || part.some((id) => leads.has(id)))
          .map((part) => [...team, ...part]),
      ),
    [[]],
  );
}

/** Every complete assignment: a team for each visit, in the order of the visits. */
export function allAssignments(staffing: Staffing): Teams[] {
  const { visits, inspectors } = staffing;
  const possible = visits.map((visit) => teamsOf(staffing, visit));
  const byId = new Map(inspectors.map((inspector) => [inspector.id, inspector]));
  const found: Teams[] = [];
  const loads = new Map<string, number>();
  const extend = (teams: Teams): void => {
    const visit = visits[teams.length];
    if (visit === undefined) {
      found.push(teams);
      return;
    }
    for (const team of possible[teams.length] as string[][]) {
      for (const id of team) loads.set(id, (loads.get(id) ?? 0) + 1);
      if (team.every((id) => (loads.get(id) ?? 0) <= (byId.get(id)?.capacity ?? 0))) {
        extend([...teams, team]);
      }
      for (const id of team) loads.set(id, (loads.get(id) ?? 0) - 1);
    }
  };
  extend([]);
  return found;
}

export function loadsOf({ inspectors }: Staffing, teams: Teams): Map<string, number> {
  return new Map(
    inspectors.map(({ id }) => [id, teams.filter((team) => team.includes(id)).length]),
  );
}

/** Loads together with what is carried from earlier rounds. */
export function levelsOf(staffing: Staffing, teams: Teams): Map<string, number> {
  const loads = loadsOf(staffing, teams);
  return new Map(
    staffing.inspectors.map(({ id, carried }) => [id, (loads.get(id) ?? 0) + (carried ?? 0)]),
  );
}

/** The assignments whose loads, largest first, are lexicographically smallest. */
export function fairest(staffing: Staffing, assignments: readonly Teams[]): Teams[] {
  let best: number[] | undefined;
  let found: Teams[] = [];
  for (const teams of assignments) {
    const sorted = [...levelsOf(staffing, teams).values()].sort((a, b) => b - a);
    const order = best === undefined ? -1 : compareLists(sorted, best);
    if (order < 0) {
      best = sorted;
      found = [];
    }
    if (order <= 0) found.push(teams);
  }
  return found;
}

/** The bands read off one fairest assignment: who can hand a visit to whom, closed transitively. */
export function bandsOf(staffing: Staffing, teams: Teams): Map<string, readonly [number, number]> {
  const { inspectors, visits } = staffing;
  const reach = new Map(inspectors.map(({ id }) => [id, new Set([id])]));
  visits.forEach((visit, v) => {
    const team = teams[v] as readonly string[];
    const possible = new Set(teamsOf(staffing, visit).map((ids) => ids.sort(bytes).join()));
    for (const gives of team) {
      for (const { id: takes } of inspectors) {
        const changed = [...team.filter((id) => id !== gives), takes].sort(bytes);
        if (!team.includes(takes) && possible.has(changed.join())) reach.get(gives)?.add(takes);
      }
    }
  });
  for (const middle of reach.keys()) {
    for (const from of reach.values()) {
      if (from.has(middle)) for (const to of reach.get(middle) ?? []) from.add(to);
    }
  }
  const levels = levelsOf(staffing, teams);
  const bands = new Map<string, readonly [number, number]>();
  for (let top = Math.max(0, ...levels.values()); top >= 0; top--) {
    const start = [...levels].filter(([id, level]) => level === top && !bands.has(id));
    for (const id of new Set(start.flatMap(([from]) => [...(reach.get(from) ?? [])]))) {
      if (bands.has(id)) continue;
      const { capacity, carried = 0 } = inspectors.find((i) => i.id === id) as Inspector;
      const load = (levels.get(id) ?? 0) - carried;
      const most = top - carried;
      bands.set(id, [Math.min(load, Math.max(0, most - 1)), Math.min(capacity, most)]);
    }
  }
  return bands;
}

type Inspector = Staffing['inspectors'][number];

/** What `assignInspectors` must give for a staffing that can be assigned; counts its rejections. */
export function drawByDefinition(
  lottery: Lottery,
  assignments: readonly Teams[],
): { result: Assignment; rejected: number } {
  const bands = bandsOf(lottery, fairest(lottery, assignments)[0] as Teams);
  let possible = assignments.filter((teams) =>
    [...loadsOf(lottery, teams)].every(([id, load]) => {
      const [low, high] = bands.get(id) as readonly [number, number];
      return low <= load && load <= high;
    }),
  );
  let rejected = 0;
  const order = visitOrder(lottery);
  const teams = order.map((visit) => {
    const v = lottery.visits.indexOf(visit);
    const members: string[] = [];
    for (const id of candidateOrder(lottery, visit)) {
      if (members.length === slots(visit).reduce((sum, { size }) => sum + size, 0)) break;
      const left = possible.filter((assignment) => assignment[v]?.includes(id));
      if (left.length === 0) rejected++;
      else {
        possible = left;
        members.push(id);
      }
    }
    const isLead = (id: string): boolean =>
      visit.eligible.includes(id) && lottery.inspectors.some((i) => i.id === id && i.lead);
    const leader = members.find(isLead) ?? '';
    return { visit: visit.id, members, leader };
  });
  const final = loadsOf(lottery, possible[0] as Teams);
  const loads = [...final]
    .sort(([a], [b]) => bytes(a, b))
    .map(([id, load]) => {
      const [low, high] = bands.get(id) as readonly [number, number];
      return { inspector: id, load, low, high };
    });
  return { result: { status: 'assigned', teams, loads }, rejected };
}

export function visitOrder({ visits, visitKey }: Lottery): OpenVisit[] {
  return visits.toSorted((a, b) => bytes(hash(visitKey + a.id), hash(visitKey + b.id)));
}

export function candidateOrder({ pairKey }: Lottery, visit: OpenVisit): string[] {
  const ticket = (id: string): string => hash(`${pairKey}${visit.id}\u001f${id}`);
  return slots(visit)
    .flatMap(({ eligible }) => eligible)
    .sort((a, b) => bytes(ticket(a), ticket(b)));
}

/** How many seats can be filled at most, each team still with room for a lead. */
export function mostSeats({ visits, inspectors }: Staffing): number {
  const byId = new Map(inspectors.map((inspector) => [inspector.id, inspector]));
  const loads = new Map<string, number>();
  const fill = (v: number): number => {
    const visit = visits[v];
    if (visit === undefined) return 0;
    let most = 0;
    for (let size = 0; size <= visit.size; size++) {
      for (const team of subsets(visit.eligible, size)) {
        if (team.filter((id) => !byId.get(id)?.lead).length > visit.size - 1) continue;
        for (const id of team) loads.set(id, (loads.get(id) ?? 0) + 1);
        if (team.every((id) => (loads.get(id) ?? 0) <= (byId.get(id)?.capacity ?? 0))) {
          most = Math.max(most, size + fill(v + 1));
        }
        for (const id of team) loads.set(id, (loads.get(id) ?? 0) - 1);
      }
    }
    return most;
  };
  return fill(0);
}

export function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) yield [];
  else {
    for (let i = from; i <= items.length - size; i++) {
      for (const rest of subsets(items, size - 1, i + 1)) yield [items[i] as T, ...rest];
    }
  }
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  }
  return 0;
}
