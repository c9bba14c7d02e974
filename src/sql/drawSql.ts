import { mistake } from '../core/error.js';
import { parseRatio } from '../core/ratio.js';
import { shownValue } from '../core/shownValue.js';
import type { Sampling } from '../draw/sampling.js';
import { type Condition, windowStart } from '../register/condition.js';
import { isHexDigest } from '../ticket/hexDigest.js';
import type { Carried, SqlCell } from './answerSql.js';
import { conditionSql } from './conditionSql.js';
import type { Dialect } from './dialect.js';
import type { Sight } from './held.js';
import { type Step, step } from './step.js';

/**
 * A draw. Its strata are the cells of the matrix, and within each the tiers of recency that the sampling
 * document names; who is not active, has no answer, or is outside the scope stands in no frame, and who is
 * visited for certain is not drawn.
 */
export interface SqlPlan {
  /** `drawKey` for `select:<coordination group>`. */
  readonly key: string;
  /** Who can be drawn; everybody where left out. One whose scope is not known is left out. */
  readonly scope?: Condition;
  /**
   * Whose visits tell the tier of an entity: the lead and the partners of the task. With none of them everybody
   * stands in the first tier. Needed where the sampling document has several tiers.
   */
  readonly authorities?: readonly string[];
  /**
   * How many of each stratum, by the place of its cell as text, such as `3`, and where there are several tiers
   * that of its tier, such as `3/0`; a stratum that is not named has nobody drawn. Where left out the matrix
   * says: its ratio of all that are in the cell. Tiers need them: `sqlQuotas` gives them for the rows of `sizes`.
   */
  readonly quotas?: Readonly<Record<string, number>>;
  /** How many of the next in order are listed for each stratum; 0 where left out. */
  readonly substitutes?: number;
}

/** @throws `bad-sql-plan` */
export function checkPlan(
  { key, quotas = {}, substitutes = 0, authorities }: SqlPlan,
  cells: number,
  tiers: number,
): void {
  if (!isHexDigest(key)) throw badPlan('key', key, '64 lower-case hex digits');
  if (tiers > 1 && authorities === undefined) {
    throw badPlan('authorities', '', `the task's authorities, for ${tiers} tiers of recency`);
  }
  const expected = [
    `the place of a cell, 0 to ${cells - 1}`,
    ...(tiers > 1 ? [`/ and that of a tier, 0 to ${tiers - 1}`] : []),
  ].join(', ');
  for (const [stratum, quota] of Object.entries(quotas)) {
    const places = stratum.split('/');
    const isPlace = (at: number, most: number): boolean =>
      /^(?:0|[1-9][0-9]*)$/.test(places[at] as string) && Number(places[at]) < most;
    const isStratum =
      places.length === (tiers > 1 ? 2 : 1) &&
      isPlace(0, cells) &&
      (tiers === 1 || isPlace(1, tiers));
    if (!isStratum) throw badPlan('quotas', stratum, expected);
    if (!isCount(quota)) throw badPlan(`quotas.${stratum}`, quota, 'a whole number, 0 or more');
  }
  if (!isCount(substitutes)) throw badPlan('substitutes', substitutes, 'a whole number, 0 or more');
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const badPlan = (field: string, value: unknown, expected: string) => {
  const given = shownValue(value).slice(0, 80);
  return mistake(
    'bad-sql-plan',
    `the plan's \`${field}\` is \`${given}\` (expected ${expected})`,
    { given, expected },
    ['plan', ...field.split('.')],
  );
};

/** What the frame asks of each entity, for `answer` to carry on. */
export function frameColumns(
  { scope, authorities }: Pick<SqlPlan, 'scope' | 'authorities'>,
  sampling: Sampling,
  sight: Sight,
): readonly Carried[] {
  const state = sight.field('state');
  const lists = sampling.certain.map(({ list }) => `${sight.onList(list)} = 1`);
  const inScope = scope === undefined ? 'TRUE' : conditionSql(scope, sight);
  const active = `${state.sql} = ${sight.dialect.text('active')}`;
  const certain = lists.length === 0 ? '0' : `CASE WHEN ${lists.join(' OR ')} THEN 1 ELSE 0 END`;
  return [
    { name: 'in_scope', sql: `CASE WHEN ${active} AND (${inScope}) THEN 1 ELSE 0 END` },
    { name: 'on_certain_list', sql: certain },
    {
      name: 'recency',
      sql: recencySql(authorities === undefined ? {} : { authorities }, sampling, sight),
    },
  ];
}

/** The steps from `answer` to `sized`, in which each unit of the frame has its place and its stratum its quota. */
export function drawSteps(
  plan: SqlPlan,
  cells: readonly SqlCell[],
  { recency }: Sampling,
  dialect: Dialect,
): readonly Step[] {
  const key = cells.flatMap(({ measures }, cell) => (measures.key ? [cell] : []));
  const isKey = key.length === 0 ? '0' : `CASE WHEN cell IN (${key.join(', ')}) THEN 1 ELSE 0 END`;
  const ticket = dialect.sha256(dialect.concat(dialect.text(plan.key), 'id'));
  return [
    step('standing', 'who is visited for certain, and who can be drawn', [
      'SELECT',
      [
        't.*',
        `CASE WHEN fault = 0 AND in_scope = 1 AND (on_certain_list = 1 OR ${isKey} = 1) THEN 1 ELSE 0 END AS certain`,
        `CASE WHEN fault = 0 AND in_scope = 1 AND on_certain_list = 0 AND ${isKey} = 0 THEN 1 ELSE 0 END AS framed`,
      ],
      'FROM answer t',
    ]),
    step('ticketed', 'the ticket of each unit of the frame', [
      'SELECT',
      ['t.*', `CASE WHEN framed = 1 THEN ${ticket} END AS ticket`],
      'FROM standing t',
    ]),
    step('ranked', 'the place of each ticket within its stratum, the smallest first', [
      'SELECT',
      [
        't.*',
        'ROW_NUMBER() OVER (PARTITION BY framed, cell, recency ORDER BY ticket, id) AS place',
        'COUNT(*) OVER (PARTITION BY framed, cell, recency) AS size',
      ],
      'FROM ticketed t',
    ]),
    step('sized', 'how many of each stratum are drawn', [
      'SELECT',
      ['t.*', `${quotaSql(plan, cells, recency.length, dialect)} AS quota`],
      'FROM ranked t',
    ]),
  ];
}

/** The place of an entity's tier of recency; who was never visited stands in the first. */
function recencySql(
  { authorities = [] }: Pick<SqlPlan, 'authorities'>,
  { recency }: Sampling,
  sight: Sight,
): string {
  if (recency.length <= 1 || authorities.length === 0) return '0';
  const last = sight.lastVisit(authorities);
  const turns = recency.flatMap(({ after }, i) =>
    after === undefined
      ? []
      : [`WHEN ${last} < ${sight.dialect.day(windowStart(sight.asOf, after))} THEN ${i}`],
  );
  return `CASE WHEN ${last} IS NULL THEN 0 ${turns.join(' ')} ELSE ${recency.length - 1} END`;
}

/** How many are drawn of a stratum of `size` units, in whole numbers. */
function quotaSql(
  { quotas }: SqlPlan,
  cells: readonly SqlCell[],
  tiers: number,
  dialect: Dialect,
): string {
  if (quotas !== undefined) {
    const turns = Object.entries(quotas).map(([stratum, quota]) => {
      const [cell = 0, tier = 0] = stratum.split('/').map(Number);
      return `WHEN ${cell * tiers + tier} THEN ${quota}`;
    });
    const stratum = tiers === 1 ? 'cell' : `cell * ${tiers} + recency`;
    return turns.length === 0 ? dialect.big('0') : `CASE ${stratum} ${turns.join(' ')} ELSE 0 END`;
  }
  const turns = cells.map(({ measures }, cell) => {
    const { p, q } = parseRatio(measures.ratio);
    const size = dialect.big('size');
    const share = {
      'at-least': () => dialect.divide(`${size} * ${p} + ${q - 1n}`, String(q)),
      'at-most': () => dialect.divide(`${size} * ${p}`, String(q)),
      'half-up': () => dialect.divide(`${size} * ${2n * p} + ${q}`, String(2n * q)),
    }[measures.rule]();
    return `WHEN ${cell} THEN ${share}`;
  });
  return turns.length === 0 ? dialect.big('0') : `CASE cell ${turns.join(' ')} ELSE 0 END`;
}

/**
 * What is selected in the end: every entity, or those alone who are listed; among them the first one out,
 * without which samples of shards can't be merged.
 */
export function drawnSelect({ substitutes = 0 }: SqlPlan, rows: 'all' | 'listed'): string {
  const isDrawn = 'r.framed = 1 AND r.place <= r.quota';
  const isNext = (count: number) => `r.framed = 1 AND r.place <= r.quota + ${count}`;
  return [
    'SELECT',
    `  ${[
      'r.id AS id',
      'r.fault AS fault',
      'r.credit_points AS credit_points',
      'r.grade AS grade',
      'r.risk_points AS risk_points',
      'r.level AS level',
      'r.cell AS cell',
      'CASE WHEN r.framed = 1 THEN r.recency END AS recency',
      'r.certain AS certain',
      'r.ticket AS ticket',
      'CASE WHEN r.framed = 1 THEN r.place END AS place',
      'CASE WHEN r.framed = 1 THEN r.size END AS size',
      'CASE WHEN r.framed = 1 THEN r.quota END AS quota',
      `CASE WHEN ${isDrawn} THEN 1 ELSE 0 END AS drawn`,
      `CASE WHEN ${isNext(substitutes)} AND r.place > r.quota THEN 1 ELSE 0 END AS substitute`,
    ].join(',\n  ')}`,
    'FROM sized r',
    ...(rows === 'all' ? [] : [`WHERE ${isNext(Math.max(1, substitutes))} OR r.certain = 1`]),
  ].join('\n');
}

/** The size of every stratum, from which quotas of any rule can be worked out. */
export const SIZES_SELECT = [
  'SELECT cell, recency, COUNT(*) AS size',
  'FROM standing',
  'WHERE framed = 1',
  'GROUP BY cell, recency',
].join('\n');
