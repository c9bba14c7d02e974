import type { PlanInput } from 'evenhand/plan';
import { parseProgramme } from 'evenhand/programme';
import type { Demand, Entity, Event, Inspector, Item, Register, Task } from 'evenhand/register';
import { exampleProgramme } from 'evenhand/schemes';
import { SOURCES } from './year.js';

/** Facts that give each risk level of the example programme. */
const RISKS = {
  low: { industry: '6410', hazardous: false, crowd: 10, standardised: 'certified' },
  medium: { industry: '6210', hazardous: false, crowd: 60, standardised: 'none' },
  high: { industry: '2511', hazardous: true, crowd: 60, standardised: 'none' },
} as const;

/** What has to happen in the last year for each credit grade. */
const PENALTIES = { A: 0, B: 2, C: 3, D: 5 } as const;

export type Risk = keyof typeof RISKS;
export type Credit = keyof typeof PENALTIES;

/** A firm of a cell of the example matrix. */
export function firm(id: string, risk: Risk, credit: Credit, more: Partial<Entity> = {}): Entity {
  const events = Array.from(
    { length: PENALTIES[credit] },
    (_, i): Event => ({
      id: `${id}-p${i}`,
      kind: 'penalty-general',
      on: `2025-0${i + 4}-01`,
      source: 'example',
    }),
  );
  return { id, district: '110105', facts: RISKS[risk], events, lists: [], ...more };
}

/** `count` firms of one cell, named after it. */
export const firms = (
  count: number,
  risk: Risk,
  credit: Credit,
  more: (i: number) => Partial<Entity> = () => ({}),
): Entity[] =>
  Array.from({ length: count }, (_, i) =>
    firm(`${risk}-${credit}-${String(i + 1).padStart(3, '0')}`, risk, credit, more(i)),
  );

export const ITEMS: readonly Item[] = [
  item('goods', 'market', 'general'),
  item('scales', 'market', 'key'),
  item('exits', 'fire', 'general'),
  item('wages', 'labour', 'general'),
];

function item(id: string, authority: string, rank: Item['rank']): Item {
  return { id, authority, rank, methods: ['on-site'], basis: ['example'] };
}

export function inspector(id: string, authority: string, more: Partial<Inspector> = {}): Inspector {
  return {
    id,
    authority,
    lead: true,
    districts: ['110105', '110108'],
    items: ITEMS.map((one) => one.id),
    certificates: [{ id: `c-${id}`, to: '2027-12-31' }],
    capacity: 60,
    absences: [],
    recusals: [],
    ...more,
  };
}

export function task(id: string, more: Partial<Task> = {}): Task {
  return {
    id,
    lead: 'market',
    partners: [],
    items: ['goods', 'scales'],
    scope: { all: [] },
    kind: 'spot-check',
    quota: { by: 'matrix' },
    window: { from: '2026-03-01', to: '2026-09-30' },
    group: 'all',
    teamSize: 2,
    ...more,
  };
}

export const AUTHORITIES = [{ id: 'market' }, { id: 'fire' }, { id: 'labour' }];

export const INSPECTORS: readonly Inspector[] = [
  inspector('M1', 'market'),
  inspector('M2', 'market', { lead: false }),
  inspector('M3', 'market', {
    recusals: [8, 1, 2, 3, 4, 5].map((n) => ({ entity: `medium-B-00${n}`, reason: 'family' })),
  }),
  inspector('M4', 'market', { absences: [{ from: '2026-06-01', to: '2026-06-14' }] }),
  inspector('F1', 'fire'),
  inspector('F2', 'fire', { lead: false }),
  inspector('F3', 'fire'),
  inspector('L1', 'labour'),
  inspector('L2', 'labour'),
  inspector('L3', 'labour', { lead: false }),
];

/** An input made of firms and tasks by hand. */
export function townInput(
  entities: readonly Entity[],
  tasks: readonly Task[],
  more: Partial<PlanInput> & { readonly inspectors?: Register['inspectors'] } = {},
): PlanInput {
  const { inspectors = INSPECTORS, ...rest } = more;
  return {
    programme: parseProgramme(exampleProgramme),
    register: { entities, inspectors, authorities: AUTHORITIES, items: ITEMS },
    tasks,
    year: 2026,
    asOf: '2025-12-31',
    drawId: 'EX-2026-001',
    sources: SOURCES,
    ...rest,
  };
}

const complaint: Demand = {
  id: 'complaint-1',
  entity: 'low-B-003',
  authority: 'market',
  item: 'goods',
  kind: 'spot-check',
  cause: 'for-cause',
  window: { from: '2026-02-02', to: '2026-02-13' },
  weight: 1,
  duty: true,
  evidence: { cause: 'complaint', reference: '12345-2026-0417' },
};

/**
 * A town with something of everything: all kinds of quota, a cap that defers, desk checks, a list, key
 * supervision, a recusal that is opened, two complaints about one firm.
 */
export const town = townInput(
  [
    ...firms(12, 'low', 'A'),
    ...firms(12, 'low', 'B', (i) => (i < 4 ? { lastVisits: { market: '2025-11-30' } } : {})),
    ...firms(10, 'medium', 'B', (i) => (i % 2 ? { district: '110108' } : {})),
    ...firms(4, 'high', 'B'),
    ...firms(2, 'high', 'D'),
    firm('listed', 'low', 'B', { lists: ['key-supervision'] }),
    firm('closed', 'high', 'D', { state: 'closed' }),
    firm('unknown', 'low', 'A', { facts: {} }),
  ],
  [
    task('matrix', { partners: ['fire'], items: ['goods', 'scales', 'exits'] }),
    task('spring', {
      quota: { ratio: '1/2', rule: 'at-least' },
      window: { from: '2026-01-10', to: '2026-02-20' },
    }),
    task('autumn', {
      lead: 'labour',
      items: ['wages'],
      quota: { ratio: '2/3', rule: 'half-up' },
      window: { from: '2026-10-10', to: '2026-11-20' },
      group: 'apart',
    }),
    task('fires', {
      lead: 'fire',
      items: ['exits'],
      kind: 'census',
      quota: { total: 5 },
      teamSize: 3,
    }),
    task('medium', {
      scope: { field: 'industry', eq: '6210' },
      quota: { all: 'new rules for kitchens' },
      window: { from: '2026-05-01', to: '2026-05-31' },
      duty: true,
    }),
  ],
  {
    causes: [
      complaint,
      { ...complaint, id: 'complaint-2', window: { from: '2026-02-03', to: '2026-02-20' } },
    ],
  },
);
