import type { Lang } from '../notice/markdown.js';
import { noticeBPieces } from '../notice/markdownB.js';
import type { NoticeRows } from '../notice/noticeRows.js';
import { drawnIn } from '../plan/drawnIn.js';
import type { Plan, PlanVisit } from '../plan/plan.js';
import type { PreparedStratum } from '../plan/prepared.js';
import { standingsNamed } from '../plan/standingsOf.js';
import { type Cell, csvParts } from './files/csvText.js';
import { jsonParts } from './files/jsonParts.js';
import { parquetFile } from './files/parquetFile.js';
import { textParts } from './files/textParts.js';
import type { FileContent } from './files/writeContent.js';
import { json, PLACES } from './preparedFiles.js';

/** How the tables of a plan are written. */
export interface TableOptions {
  readonly bom: boolean;
  readonly format?: TableFormat;
}

/** The formats that tables can be written in. */
export const TABLE_FORMATS = ['csv', 'parquet'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** The columns of a plan's tables that are no text. */
const TYPES = {
  numbers: new Set([
    ...['weight', 'teamSize', 'place', 'size', 'quota', 'drawn'],
    ...['capacity', 'load', 'low', 'high'],
  ]),
  booleans: new Set(['duty', 'counts', 'beyondCap']),
} as const;

/** Rows that are made when they are gone through, and each time they are. */
type Table = () => Iterable<readonly Cell[]>;

const rowsOf = (rows: Table): Iterable<readonly Cell[]> => ({
  [Symbol.iterator]: () => rows()[Symbol.iterator](),
});

function* withHeader(header: readonly Cell[], rows: Table) {
  yield header;
  yield* rows();
}

/** The files that a draw adds to those of its preparation, but for the summary. */
export function planFiles(
  plan: Plan,
  notice: NoticeRows,
  options: TableOptions,
): Record<string, FileContent> {
  const page = (lang: Lang): FileContent =>
    textParts({ [Symbol.iterator]: () => noticeBPieces(notice, lang)[Symbol.iterator]() });
  return {
    [PLACES.noticeB]: jsonParts(notice, { indent: 2 }),
    'public/notice-b.zh.md': page('zh'),
    'public/notice-b.en.md': page('en'),
    ...planTables(plan, options),
  };
}

/** The tables that authorities work by, and the proof where inspectors do not suffice. */
export function planTables(
  plan: Plan,
  { bom, format = 'csv' }: TableOptions,
): Record<string, FileContent> {
  const names = namesIn(plan);
  const table = (
    name: string,
    header: readonly string[],
    rows: Table,
  ): Record<string, FileContent> =>
    format === 'csv'
      ? {
          [`plan/${name}.csv`]: csvParts(
            rowsOf(() => withHeader(header, rows)),
            { bom },
          ),
        }
      : { [`plan/${name}.parquet`]: parquetFile(header, rowsOf(rows), TYPES) };
  const { staffing } = plan;
  return {
    ...table('visits', VISIT_HEADER, () => each(plan.visits, (visit) => visitRow(visit, names))),
    ...table('demands', DEMAND_HEADER, () => demandRows(plan)),
    ...table('deferred', ['demand', 'entity', 'reason', 'because'], () => deferredRows(plan)),
    ...table('desk', ['task', 'entity', 'name', 'method'], () =>
      each(plan.desk, ({ task, entity, method }) => [task, entity, names.get(entity), method]),
    ),
    ...table('samples', isWeighted(plan) ? [...SAMPLE_HEADER, 'weight'] : SAMPLE_HEADER, () =>
      sampleRows(plan, names),
    ),
    ...table('strata', STRATUM_HEADER, () => stratumRows(plan)),
    ...table('loads', ['inspector', 'authority', 'capacity', 'load', 'low', 'high'], () =>
      loadRows(plan),
    ),
    ...(staffing.status === 'infeasible' ? { 'plan/witness.json': json(staffing.witness) } : {}),
  };
}

function* each<T>(rows: Iterable<T>, row: (one: T) => readonly Cell[]) {
  for (const one of rows) yield row(one);
}

/** The names of those that a plan has something on. */
type Names = ReadonlyMap<string, string | undefined>;

function namesIn({ prepared, samples, visits }: Plan): Names {
  const wanted = new Set(visits.map(({ entity }) => entity));
  for (const { certain } of prepared.tasks) for (const { id } of certain) wanted.add(id);
  for (const { strata } of samples) {
    for (const { takeAll, selected, substitutes } of strata) {
      for (const id of takeAll) wanted.add(id);
      for (const { id } of [...selected, ...substitutes]) wanted.add(id);
    }
  }
  const names = new Map<string, string | undefined>();
  for (const { id, name } of standingsNamed(prepared.standings, wanted)) names.set(id, name);
  return names;
}

const list = (entries: readonly string[] = []): string => entries.join(';');

const VISIT_HEADER = [
  ...['id', 'entity', 'name', 'site', 'district', 'kind', 'day', 'from', 'to', 'lead', 'partners'],
  ...[
    'tasks',
    'items',
    'teamSize',
    'leader',
    'members',
    'counts',
    'beyondCap',
    'because',
    'evidence',
  ],
];

function visitRow(visit: PlanVisit, names: Names): Cell[] {
  const { id, entity, site, district, kind, day, window, lead, partners, tasks, items } = visit;
  const { teamSize, leader, members, counts, beyondCap, because, evidence } = visit;
  return [
    ...[id, entity, names.get(entity), site, district, kind, day, window.from, window.to],
    ...[lead, list(partners), list(tasks), list(items), teamSize, leader, list(members), counts],
    ...[beyondCap, list(because)],
    evidence === undefined ? undefined : `${evidence.cause}:${evidence.reference}`,
  ];
}

const DEMAND_HEADER = [
  ...['id', 'entity', 'site', 'authority', 'item', 'kind', 'cause', 'from', 'to', 'weight', 'duty'],
  'visit',
];

function* demandRows({ demands, visits, joined = [] }: Plan): Generator<Cell[]> {
  const visitOf = new Map<string, string>();
  for (const { id, demands: own } of visits) for (const one of own) visitOf.set(one, id);
  for (const { visit, demands: own } of joined) for (const one of own) visitOf.set(one, visit);
  for (const demand of demands) {
    const { id, entity, site, authority, item, kind, cause, window, weight, duty } = demand;
    yield [
      ...[id, entity, site, authority, item, kind, cause, window.from, window.to, weight, duty],
      visitOf.get(id),
    ];
  }
}

function* deferredRows({ deferred, refused, demands }: Plan): Generator<Cell[]> {
  for (const { demand, entity, reason, because } of deferred) {
    yield [demand, entity, reason, list(because)];
  }
  if (refused.length === 0) return;
  const entityOf = new Map(demands.map(({ id, entity }) => [id, entity]));
  for (const { demand, issue } of refused) {
    yield [demand, entityOf.get(demand), issue.code, ''];
  }
}

const SAMPLE_HEADER = ['task', 'stratum', 'how', 'place', 'entity', 'name', 'ticket', 'reason'];

const isWeighted = ({ samples }: Plan): boolean =>
  samples.some(({ strata }) => strata.some((one) => 'weights' in one));

/** Everybody drawn, named next, or certain; with weights where a task draws by them. */
function* sampleRows(plan: Plan, names: Names): Generator<Cell[]> {
  const hasWeights = isWeighted(plan);
  const weightCell = (weight?: number): Cell[] => (hasWeights ? [weight] : []);
  for (const [i, { task, strata }] of plan.samples.entries()) {
    for (const { id, reason } of plan.prepared.tasks[i]?.certain ?? []) {
      yield [
        ...[task, undefined, 'certain', undefined, id, names.get(id), undefined, reason],
        ...weightCell(),
      ];
    }
    for (const one of strata) {
      const { stratum, selected, substitutes } = one;
      const row =
        (how: string) =>
        (unit: { id: string; ticket: string; weight?: number }, place: number): Cell[] => [
          ...[task, stratum, how, place + 1, unit.id, names.get(unit.id), unit.ticket, undefined],
          ...weightCell(unit.weight),
        ];
      for (const { id, weight, reason } of 'certain' in one ? one.certain : []) {
        yield [
          ...[task, stratum, 'take-all', undefined, id, names.get(id), undefined, reason],
          ...weightCell(weight),
        ];
      }
      yield* selected.map(row('selected'));
      yield* substitutes.map(row('substitute'));
    }
  }
}

const STRATUM_HEADER = [
  ...['task', 'stratum', 'risk', 'credit', 'recency', 'size', 'quota', 'drawn'],
  ...['lastIn', 'firstOut'],
];

function stratumRows({ prepared, samples }: Plan): Cell[][] {
  return prepared.tasks.flatMap(({ task, strata }, i) => {
    const drawn = new Map(samples[i]?.strata.map((one) => [one.stratum, one]));
    return strata.map(({ code, level, grade, recency, size, quota }: PreparedStratum): Cell[] => {
      const sample = drawn.get(code);
      return [
        ...[task.id, code, level, grade, recency, size, quota, sample && drawnIn(sample).length],
        ...[sample?.lastIn, sample?.firstOut],
      ];
    });
  });
}

function loadRows({ staffing, prepared }: Plan): Cell[][] {
  if (staffing.status === 'infeasible') return [];
  const staff = new Map(prepared.inspectors.map((one) => [one.id, one]));
  return staffing.loads.map(({ inspector, load, low, high }) => {
    const { authority, capacity } = staff.get(inspector) ?? {};
    return [inspector, authority, capacity, load, low, high];
  });
}
