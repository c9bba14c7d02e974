import type { Assignment } from 'evenhand/inspectors';
import { bytes, candidateOrder, visitOrder } from './bruteForce.js';
import type { Lottery } from './staffings.js';

/**
 * The lottery with a fresh maximum flow for each question: slow, but right for any size. Shares
 * nothing with the library: arcs are objects, flows start from nothing, bounds are met in full.
 */
interface Arc {
  readonly to: string;
  room: number;
  readonly back: Arc;
}

class Flow {
  readonly arcs = new Map<string, Arc[]>();

  add(from: string, to: string, room: number): Arc {
    const arc = { to, room } as { -readonly [K in keyof Arc]: Arc[K] };
    arc.back = { to: from, room: 0, back: arc };
    this.out(from).push(arc);
    this.out(to).push(arc.back);
    return arc;
  }

  out(node: string): Arc[] {
    const arcs = this.arcs.get(node) ?? [];
    this.arcs.set(node, arcs);
    return arcs;
  }

  /** The nodes that can be reached with room left, each with the arc it was first reached by. */
  reach(from: string, closed: ReadonlySet<string> = new Set()): Map<string, Arc | undefined> {
    const seen = new Map<string, Arc | undefined>([[from, undefined]]);
    for (const node of seen.keys()) {
      for (const arc of this.out(node)) {
        if (arc.room > 0 && !seen.has(arc.to) && !closed.has(arc.to)) seen.set(arc.to, arc);
      }
    }
    return seen;
  }

  /** Moves one unit to a node along the arcs it was reached by. */
  push(seen: ReadonlyMap<string, Arc | undefined>, to: string): void {
    for (let arc = seen.get(to); arc !== undefined; arc = seen.get(arc.back.to)) {
      arc.room--;
      arc.back.room++;
    }
  }

  fill(from: string, to: string): number {
    for (let flow = 0; ; flow++) {
      const seen = this.reach(from);
      if (!seen.has(to)) return flow;
      this.push(seen, to);
    }
  }
}

/** The result of `assignInspectors`, and how many candidates were refused. */
export function drawByFlows(lottery: Lottery): { result: Assignment; rejected: number } {
  const { visits, inspectors } = lottery;
  const leads = new Set(inspectors.filter(({ lead }) => lead).map(({ id }) => id));
  const needed = visits.reduce((sum, { size }) => sum + size, 0);

  const flow = new Flow();
  for (const visit of visits) {
    flow.add('source', `v ${visit.id}`, visit.size);
    flow.add(`v ${visit.id}`, `g ${visit.id}`, visit.size - 1);
    for (const id of visit.eligible) {
      flow.add(`${leads.has(id) ? 'v' : 'g'} ${visit.id}`, `i ${id}`, 1);
    }
  }
  const ends = new Map(
    inspectors.map(({ id, capacity }) => [id, flow.add(`i ${id}`, 'sink', capacity)]),
  );
  const loadOf = (id: string): number => ends.get(id)?.back.room ?? 0;
  const ids = inspectors.map(({ id }) => id).sort(bytes);

  const missing = needed - flow.fill('source', 'sink');
  if (missing > 0) {
    const short = flow.reach('source');
    const reached = ids.filter((id) => short.has(`i ${id}`));
    const capacity = inspectors.reduce((n, i) => n + (reached.includes(i.id) ? i.capacity : 0), 0);
    const witness = { inspectors: reached, needed: capacity + missing, capacity, missing };
    return { result: { status: 'infeasible', witness }, rejected: 0 };
  }

  const outside = new Set(['source', 'sink']);
  const lighten = (): boolean => {
    for (const id of ids) {
      const seen = flow.reach(`i ${id}`, outside);
      const to = ids.find(
        (other) =>
          seen.has(`i ${other}`) &&
          loadOf(other) <= loadOf(id) - 2 &&
          (ends.get(other) as Arc).room > 0,
      );
      if (to === undefined) continue;
      flow.push(seen, `i ${to}`);
      for (const [end, by] of [
        [ends.get(id) as Arc, -1],
        [ends.get(to) as Arc, 1],
      ] as const) {
        end.room -= by;
        end.back.room += by;
      }
      return true;
    }
    return false;
  };
  while (lighten());

  const bands = new Map<string, { low: number; high: number }>();
  for (let level = visits.length; level >= 0; level--) {
    for (const from of ids.filter((id) => loadOf(id) === level && !bands.has(id))) {
      const seen = flow.reach(`i ${from}`, outside);
      for (const { id, capacity } of inspectors) {
        if (!seen.has(`i ${id}`) || bands.has(id)) continue;
        const low = Math.min(loadOf(id), Math.max(0, level - 1));
        bands.set(id, { low, high: Math.min(capacity, level) });
      }
    }
  }

  /** Whether a complete assignment within the bands holds these pairs: a flow with lower bounds. */
  const exists = (accepted: ReadonlyMap<string, readonly string[]>): boolean => {
    const test = new Flow();
    let bound = 0;
    const must = (from: string, to: string, least: number, most: number): void => {
      test.add(from, to, most - least);
      test.add('extra', to, least);
      test.add(from, 'demand', least);
      bound += least;
    };
    for (const visit of visits) {
      const team = accepted.get(visit.id) ?? [];
      must('source', `v ${visit.id}`, visit.size, visit.size);
      test.add(`v ${visit.id}`, `g ${visit.id}`, visit.size - 1);
      for (const id of visit.eligible) {
        const node = `${leads.has(id) ? 'v' : 'g'} ${visit.id}`;
        must(node, `i ${id}`, team.includes(id) ? 1 : 0, 1);
      }
    }
    for (const [id, { low, high }] of bands) must(`i ${id}`, 'sink', low, high);
    test.add('sink', 'source', Number.POSITIVE_INFINITY);
    return test.fill('extra', 'demand') === bound;
  };

  let rejected = 0;
  let accepted: ReadonlyMap<string, readonly string[]> = new Map();
  for (const visit of visitOrder(lottery)) {
    let team: readonly string[] = [];
    for (const id of candidateOrder(lottery, visit)) {
      if (team.length === visit.size) break;
      const wider = new Map([...accepted, [visit.id, [...team, id]]]);
      if (!exists(wider)) rejected++;
      else {
        accepted = wider;
        team = [...team, id];
      }
    }
  }
  const teams = [...accepted].map(([visit, members]) => ({
    visit,
    members,
    leader: members.find((id) => leads.has(id)) ?? '',
  }));
  const loads = ids.map((id) => ({
    inspector: id,
    load: teams.filter(({ members }) => members.includes(id)).length,
    ...(bands.get(id) as { low: number; high: number }),
  }));
  return { result: { status: 'assigned', teams, loads }, rejected };
}
