import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Day } from '../../core/day.js';
import type { Issue } from '../../core/issue.js';
import type { Demand } from '../../register/nouns.js';
import { safeParseDemand } from '../../register/parseDemand.js';
import { placed, type RawRow } from '../../register/rawRow.js';
import { groupedBy } from '../../visits/groupedBy.js';
import { safeParseVisitRequest } from '../../visits/ledger/parseLedger.js';
import type { VisitRequest } from '../../visits/ledger/request.js';
import { readRows } from '../files/readRows.js';
import type { Desk } from '../io.js';
import { type OutputFolder, openOutput } from '../outputFolder.js';
import { publishedIn } from '../publishedIn.js';
import { readObjects } from '../readDocument.js';

/** Requests out of files, with the row each stood in, and what is wrong with the others. */
export interface ReadRequests {
  readonly requests: readonly (VisitRequest | Demand)[];
  /** The row of each request, where they are rows of a file that a user wrote. */
  readonly rows?: readonly RawRow[];
  readonly issues: readonly Issue[];
  /** Of a plan: whom its amendments struck, whose visits may stand in the ledger from before. */
  readonly struck?: { readonly plan: string; readonly entities: readonly string[] };
}

/** Visits and demands of a JSON list or NDJSON file, as `admitVisit` takes them. */
export async function readRequests(path: string): Promise<ReadRequests> {
  const { rows: all, issues: faults } = await readObjects(path);
  const requests: (VisitRequest | Demand)[] = [];
  const rows: RawRow[] = [];
  const issues = [...faults];
  for (const row of all) {
    const { values } = row;
    const wrong = shapeFaults(values);
    if (wrong.length > 0) issues.push(...wrong.map((issue) => placed(row, issue)));
    else {
      requests.push(values as unknown as VisitRequest | Demand);
      rows.push(row);
    }
  }
  return { requests, rows, issues };
}

/** What the ledger itself can't look at: the rest of what may be wrong it refuses by name. */
function shapeFaults(values: RawRow['values']): readonly Issue[] {
  if (DEMAND_FIELDS.some((field) => field in values)) {
    const parsed = safeParseDemand(values);
    return parsed.ok ? [] : parsed.issues;
  }
  const parsed = safeParseVisitRequest(values);
  return parsed.ok ? [] : parsed.issues.filter(({ code }) => SHAPE.has(code));
}

/** What demands have and requests do not. */
const DEMAND_FIELDS = ['authority', 'item', 'cause', 'weight', 'duty'];

const SHAPE: ReadonlySet<string> = new Set([
  'wrong-type',
  'missing-field',
  'unknown-field',
  'not-one-of',
]);

/** Where a table of a drawn plan lies: as Parquet, or else as CSV. */
async function tableOf(folder: string, name: string): Promise<string> {
  const parquet = join(folder, `${name}.parquet`);
  const isThere = await stat(parquet).then(
    () => true,
    () => false,
  );
  return isThere ? parquet : join(folder, `${name}.csv`);
}

/** The visits of a drawn plan as requests in its name, each with its demands and where the firm stands. */
export async function requestsOfPlan(desk: Desk, folder: string): Promise<ReadRequests> {
  const at = (name: string): string => join(desk.path(folder), name);
  const output = await openOutput(desk.path(folder), folder);
  const { prepared, programme } = output;
  const { drawId, asOf, standings } = prepared;
  const { credit, risk, tiers } = programme.at(asOf).matrix;
  const standing = new Map(
    standings.map(({ id, grade, level, tier }) => [
      id,
      [
        { scale: credit.id, level: grade },
        { scale: risk.id, level },
        { scale: tiers.id, level: tier },
      ],
    ]),
  );
  const visits = await readRows(await tableOf(at('plan'), 'visits'));
  const { demands } = await demandsOfPlan(desk, folder);
  const own = new Map<string, string[]>();
  for (const { id, visit } of demands) {
    if (visit === '') continue;
    const known = own.get(visit);
    if (known === undefined) own.set(visit, [id]);
    else known.push(id);
  }
  const requests = visits.rows.map(({ values }): VisitRequest => {
    const cell = (name: string): string => String((values as Record<string, unknown>)[name] ?? '');
    const list = (name: string): string[] => cell(name).split(';').filter(Boolean);
    const [cause = '', reference = ''] = cell('evidence').split(/:(.*)/s);
    return {
      ...{ id: `${drawId}:${cell('id')}`, entity: cell('entity'), plan: drawId },
      ...(cell('site') === '' ? {} : { site: cell('site') }),
      ...{ kind: cell('kind') as VisitRequest['kind'], day: cell('day'), lead: cell('lead') },
      window: { from: cell('from'), to: cell('to') },
      ...{ partners: list('partners'), items: list('items'), demands: own.get(cell('id')) ?? [] },
      standing: standing.get(cell('entity')) ?? [],
      ...(cell('beyondCap') === 'true' ? { basis: list('because') } : {}),
      ...(cause === '' ? {} : { evidence: { cause, reference } }),
    };
  });
  const planned = new Set(visits.rows.map(({ values }) => (values as { id?: unknown }).id));
  const joins = joinsOf(demands.filter(({ visit }) => visit !== '' && !planned.has(visit)));
  return {
    requests: [...requests, ...joins.map((one) => ({ ...one, id: `${drawId}:${one.id}` }))],
    issues: visits.issues,
    struck: { plan: drawId, entities: await struckIn(output, folder) },
  };
}

async function struckIn(output: OutputFolder, folder: string): Promise<readonly string[]> {
  const { amendments } = await publishedIn(output, folder);
  const ids = amendments.flatMap(({ act }) => (act.kind === 'strike' ? [act.entity] : []));
  return [...new Set(ids)];
}

/** Demands that the plan does on visits of the ledger: one request of each authority. */
function joinsOf(demands: readonly PlannedDemand[]): VisitRequest[] {
  const name = ({ visit, authority }: PlannedDemand) => `${visit}/${authority}`;
  return [...groupedBy(demands, name)].flatMap(([id, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { entity, site, authority, visit } = first;
    const isCensus = own.some(({ kind }) => kind === 'census');
    return {
      ...{ id, entity, kind: isCensus ? 'census' : 'spot-check', lead: authority, join: visit },
      ...(site === undefined ? {} : { site }),
      // The days on which all of it can be done, among them that of the visit.
      window: {
        from: own
          .map(({ window }) => window.from)
          .sort()
          .at(-1) as Day,
        to: own.map(({ window }) => window.to).sort()[0] as Day,
      },
      items: [...new Set(own.map(({ item }) => item))],
      demands: own.map((one) => one.id),
    };
  });
}

/** A demand of a drawn plan, and the visit that does it. */
type PlannedDemand = Demand & { readonly visit: string };

/** The demands of a drawn plan, each with its visit. */
export async function demandsOfPlan(
  desk: Desk,
  folder: string,
): Promise<{ readonly demands: readonly PlannedDemand[]; readonly issues: readonly Issue[] }> {
  const path = await tableOf(join(desk.path(folder), 'plan'), 'demands');
  const { rows, issues } = await readRows(path);
  const demands = rows.map(({ values }): PlannedDemand => {
    const cell = (name: string): string => String((values as Record<string, unknown>)[name] ?? '');
    return {
      ...{ id: cell('id'), entity: cell('entity'), authority: cell('authority') },
      ...(cell('site') === '' ? {} : { site: cell('site') }),
      ...{ item: cell('item'), kind: cell('kind') as Demand['kind'] },
      ...{ cause: cell('cause') as Demand['cause'], weight: Number(cell('weight')) },
      ...{ window: { from: cell('from'), to: cell('to') }, duty: cell('duty') === 'true' },
      visit: cell('visit'),
    };
  });
  return { demands, issues: issues.map((issue) => ({ ...issue, file: basename(path) })) };
}
