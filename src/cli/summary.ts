import { compareBytes } from '../core/order.js';
import { bestFirst } from '../document/document.js';
import type { Witness } from '../inspectors/witness.js';
import { drawnIn } from '../plan/drawnIn.js';
import type { Plan } from '../plan/plan.js';
import type { Prepared } from '../plan/prepared.js';
import type { ProgrammeAt } from '../programme/programme.js';
import type { RowCounts } from './findings.js';

/** A cell of the matrix over all tasks: `frame` and the counts after it are places, not entities. */
export interface CellSummary {
  readonly risk: string;
  readonly credit: string;
  readonly entities: number;
  readonly frame: number;
  readonly quota: number;
  readonly drawn?: number;
  readonly certain: number;
}

/** A task in numbers. */
export interface TaskSummary {
  readonly task: string;
  readonly name: string;
  readonly strata: number;
  readonly frame: number;
  readonly certain: number;
  readonly quota: number;
  readonly drawn?: number;
}

/** How many visits there are, and what joining them saved. */
export interface VisitSummary {
  readonly before: number;
  readonly after: number;
  readonly saved: number;
  readonly census: number;
  readonly spotCheck: number;
  readonly forCause: number;
  readonly beyondCap: number;
  readonly desk: number;
  readonly deferred: Readonly<Record<string, number>>;
  readonly refused: number;
  /** Demands done on visits that stood in the ledger; left out without a ledger. */
  readonly joined?: number;
}

/** How the visits lie on the inspectors, or the proof that there are too few of them. */
export type StaffSummary =
  | {
      readonly status: 'assigned';
      readonly inspectors: number;
      readonly least: number;
      readonly median: number;
      readonly most: number;
      /** How many inspectors have from `from` to `to` visits. */
      readonly histogram: readonly {
        readonly from: number;
        readonly to: number;
        readonly count: number;
      }[];
    }
  | { readonly status: 'infeasible'; readonly witness: Witness };

/** A plan in the numbers a planner asks for; after the draw also its outcome. */
export interface Summary {
  readonly drawId: string;
  readonly organ: string;
  readonly year: number;
  readonly asOf: string;
  readonly mode: 'authoritative' | 'simulation';
  readonly programme: { readonly id: string; readonly version: string; readonly digest: string };
  readonly noticeA: string;
  readonly entropy?: readonly { readonly label: string; readonly value: string }[];
  readonly read: RowCounts;
  readonly setAside: RowCounts;
  readonly notActive: number;
  readonly notAssessed: number;
  readonly assessed: number;
  readonly cells: readonly CellSummary[];
  readonly tasks: readonly TaskSummary[];
  readonly visits?: VisitSummary;
  readonly staff?: StaffSummary;
}

/** What a summary is made of besides the plan itself. */
export interface SummaryInput {
  readonly prepared: Prepared;
  readonly plan?: Plan;
  readonly at: ProgrammeAt;
  readonly noticeA: string;
  readonly read: RowCounts;
  readonly setAside: RowCounts;
}

/** The numbers of a prepared or drawn plan. */
export function summaryOf({ prepared, plan, at, noticeA, read, setAside }: SummaryInput): Summary {
  const notAssessed = new Set(
    prepared.issues.filter(({ path }) => path[0] === 'entities').map(({ path }) => path[1]),
  ).size;
  const assessed = prepared.standings.length;
  const { drawId, organ, year, asOf, mode, programme } = prepared;
  return {
    ...{ drawId, organ, year, asOf, mode, programme, noticeA },
    ...(plan === undefined ? {} : { entropy: plan.entropy }),
    read,
    setAside,
    notActive: Math.max(0, read.entities - setAside.entities - notAssessed - assessed),
    notAssessed,
    assessed,
    cells: cellsOf(prepared, plan, at),
    tasks: prepared.tasks.map(({ task, strata, frame, certain }, i) => ({
      task: task.id,
      name: task.name ?? '',
      strata: strata.length,
      frame: frame.length,
      certain: certain.length,
      quota: strata.reduce((sum, { quota }) => sum + quota, 0),
      ...(plan === undefined ? {} : { drawn: drawnOf(plan, i).length }),
    })),
    ...(plan === undefined ? {} : { visits: visitsOf(plan), staff: staffOf(plan) }),
  };
}

const drawnOf = (plan: Plan, task: number): string[] =>
  (plan.samples[task]?.strata ?? []).flatMap(drawnIn);

function cellsOf(prepared: Prepared, plan: Plan | undefined, at: ProgrammeAt): CellSummary[] {
  const cells = new Map<string, { -readonly [K in keyof CellSummary]: CellSummary[K] }>();
  const cellOf = new Map<string, string>();
  const isNamed = namedIn(prepared, plan);
  for (const risk of bestFirst(at.matrix.risk)) {
    for (const credit of bestFirst(at.matrix.credit)) {
      const none = { entities: 0, frame: 0, quota: 0, certain: 0 };
      cells.set(`${risk}\n${credit}`, { risk, credit, ...none, ...(plan ? { drawn: 0 } : {}) });
    }
  }
  const of = (key: string | undefined) => cells.get(key ?? '');
  for (const { id, level, grade } of prepared.standings) {
    const key = `${level}\n${grade}`;
    if (isNamed.has(id)) cellOf.set(id, key);
    const cell = of(key);
    if (cell !== undefined) cell.entities++;
  }
  prepared.tasks.forEach(({ strata, certain }, i) => {
    for (const { level, grade, size, quota } of strata) {
      const cell = of(`${level}\n${grade}`);
      if (cell === undefined) continue;
      cell.frame += size;
      cell.quota += quota;
    }
    for (const { id } of certain) {
      const cell = of(cellOf.get(id));
      if (cell !== undefined) cell.certain++;
    }
    if (plan === undefined) return;
    for (const id of drawnOf(plan, i)) {
      const cell = of(cellOf.get(id));
      if (cell?.drawn !== undefined) cell.drawn++;
    }
  });
  return [...cells.values()];
}

/** Who is certain or drawn: of the others nobody asks for the cell. */
function namedIn({ tasks }: Prepared, plan: Plan | undefined): Set<string> {
  const ids = new Set<string>();
  for (const [i, { certain }] of tasks.entries()) {
    for (const { id } of certain) ids.add(id);
    if (plan !== undefined) for (const id of drawnOf(plan, i)) ids.add(id);
  }
  return ids;
}

function visitsOf({ visits, before, after, desk, deferred, refused, joined }: Plan): VisitSummary {
  const reasons = new Map<string, number>();
  for (const { reason } of deferred) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const ofKind = (kind: string): number => visits.filter((visit) => visit.kind === kind).length;
  return {
    before,
    after,
    saved: before - after,
    census: ofKind('census'),
    spotCheck: ofKind('spot-check'),
    forCause: ofKind('for-cause'),
    beyondCap: visits.filter(({ beyondCap }) => beyondCap === true).length,
    desk: desk.length,
    deferred: Object.fromEntries([...reasons].sort(([a], [b]) => compareBytes(a, b))),
    refused: refused.length,
    ...(joined === undefined
      ? {}
      : { joined: joined.reduce((sum, { demands }) => sum + demands.length, 0) }),
  };
}

function staffOf({ staffing }: Plan): StaffSummary {
  if (staffing.status === 'infeasible') return staffing;
  const loads = staffing.loads.map(({ load }) => load).sort((a, b) => a - b);
  const half = loads.length / 2;
  const middle = [loads[Math.ceil(half) - 1] ?? 0, loads[Math.floor(half)] ?? 0] as const;
  return {
    status: 'assigned',
    inspectors: loads.length,
    least: loads[0] ?? 0,
    median: (middle[0] + middle[1]) / 2,
    most: loads.at(-1) ?? 0,
    histogram: histogramOf(loads),
  };
}

/** At most twelve bins of one width. */
function histogramOf(loads: readonly number[]): { from: number; to: number; count: number }[] {
  const least = loads[0] ?? 0;
  const width = Math.ceil(((loads.at(-1) ?? 0) - least + 1) / 12);
  const bins: { from: number; to: number; count: number }[] = [];
  for (const load of loads) {
    const place = Math.floor((load - least) / width);
    while (bins.length <= place) {
      const from = least + bins.length * width;
      bins.push({ from, to: from + width - 1, count: 0 });
    }
    (bins[place] as { count: number }).count++;
  }
  return bins;
}
