import { noticeMarkdown } from '../notice/noticeMarkdown.js';
import type { NoticeB } from '../notice/notices.js';
import { drawnIn } from '../plan/drawnIn.js';
import type { Plan, PlanVisit } from '../plan/plan.js';
import type { PreparedStratum } from '../plan/prepared.js';
import { type Cell, csvParts } from './files/csvText.js';
import { parquetFile } from './files/parquetFile.js';
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

function* withHeader(header: readonly Cell[], rows: readonly (readonly Cell[])[]) {
  yield header;
  yield* rows;
}

/** The files that a draw adds to those of its preparation, but for the summary. */
export function planFiles(
  plan: Plan,
  notice: NoticeB,
  { bom, format = 'csv' }: TableOptions,
): Record<string, FileContent> {
  const names = namesIn(plan);
  const table = (
    name: string,
    header: readonly string[],
    rows: readonly (readonly Cell[])[],
  ): Record<string, FileContent> =>
    format === 'csv'
      ? {
          [`plan/${name}.csv`]: csvParts(
            { [Symbol.iterator]: () => withHeader(header, rows) },
            { bom },
          ),
        }
      : { [`plan/${name}.parquet`]: parquetFile(header, rows, TYPES) };
  const { staffing } = plan;
  return {
    [PLACES.noticeB]: json(notice),
    'public/notice-b.zh.md': noticeMarkdown(notice, 'zh'),
    'public/notice-b.en.md': noticeMarkdown(notice, 'en'),
    ...table(
      'visits',
      VISIT_HEADER,
      plan.visits.map((visit) => visitRow(visit, names)),
    ),
    ...table('demands', DEMAND_HEADER, demandRows(plan)),
    ...table('deferred', ['demand', 'entity', 'reason', 'because'], deferredRows(plan)),
    ...table(
      'desk',
      ['task', 'entity', 'name', 'method'],
      plan.desk.map(({ task, entity, method }) => [task, entity, names.get(entity), method]),
    ),
    ...table('samples', ...sampleRows(plan, names)),
    ...table('strata', STRATUM_HEADER, stratumRows(plan)),
    ...table(
      'loads',
      ['inspector', 'authority', 'capacity', 'load', 'low', 'high'],
      loadRows(plan),
    ),
    ...(staffing.status === 'infeasible' ? { 'plan/witness.json': json(staffing.witness) } : {}),
  };
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
  for (const { id, name } of prepared.standings) if (wanted.has(id)) names.set(id, name);
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

function demandRows({ demands, visits, joined = [] }: Plan): Cell[][] {
  const done = [
    ...visits,
    ...joined.map(({ visit, demands: own }) => ({ id: visit, demands: own })),
  ];
  const visitOf = new Map(done.flatMap(({ id, demands: own }) => own.map((one) => [one, id])));
  return demands.map(
    ({ id, entity, site, authority, item, kind, cause, window, weight, duty }): Cell[] => [
      ...[id, entity, site, authority, item, kind, cause, window.from, window.to, weight, duty],
      visitOf.get(id),
    ],
  );
}

function deferredRows({ deferred, refused, demands }: Plan): Cell[][] {
  const entityOf = new Map(demands.map(({ id, entity }) => [id, entity]));
  return [
    ...deferred.map(({ demand, entity, reason, because }) => [
      demand,
      entity,
      reason,
      list(because),
    ]),
    ...refused.map(({ demand, issue }) => [demand, entityOf.get(demand), issue.code, '']),
  ];
}

const SAMPLE_HEADER = ['task', 'stratum', 'how', 'place', 'entity', 'name', 'ticket', 'reason'];

/** Everybody drawn, named next, or certain; with weights where a task draws by them. */
function sampleRows({ samples, prepared }: Plan, names: Names): [readonly string[], Cell[][]] {
  const isWeighted = samples.some(({ strata }) => strata.some((one) => 'weights' in one));
  const weightCell = (weight?: number): Cell[] => (isWeighted ? [weight] : []);
  const rows = samples.flatMap(({ task, strata }, i) => [
    ...(prepared.tasks[i]?.certain ?? []).map(({ id, reason }): Cell[] => [
      ...[task, undefined, 'certain', undefined, id, names.get(id), undefined, reason],
      ...weightCell(),
    ]),
    ...strata.flatMap((one) => {
      const { stratum, selected, substitutes } = one;
      const row =
        (how: string) =>
        (unit: { id: string; ticket: string; weight?: number }, place: number): Cell[] => [
          ...[task, stratum, how, place + 1, unit.id, names.get(unit.id), unit.ticket, undefined],
          ...weightCell(unit.weight),
        ];
      const certain = 'certain' in one ? one.certain : [];
      return [
        ...certain.map(({ id, weight, reason }): Cell[] => [
          ...[task, stratum, 'take-all', undefined, id, names.get(id), undefined, reason],
          ...weightCell(weight),
        ]),
        ...selected.map(row('selected')),
        ...substitutes.map(row('substitute')),
      ];
    }),
  ]);
  return [isWeighted ? [...SAMPLE_HEADER, 'weight'] : SAMPLE_HEADER, rows];
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
