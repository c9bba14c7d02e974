import { mistake } from '../core/error.js';
import { parseRatio } from '../core/ratio.js';
import type { Sampling } from '../draw/sampling.js';
import type { Condition } from '../register/condition.js';
import { isHexDigest } from '../ticket/hexDigest.js';
import type { Carried, SqlCell } from './answerSql.js';
import { conditionSql } from './conditionSql.js';
import type { Dialect } from './dialect.js';
import type { Sight } from './held.js';
import { type Step, step } from './step.js';

/**
 * A draw. Its strata are the cells of the matrix; who is not active, has no answer, or is outside the
 * scope stands in no frame, and who is visited for certain is not drawn.
 */
export interface SqlPlan {
  /** `drawKey` for `select:<coordination group>`. */
  readonly key: string;
  /** Who can be drawn; everybody where left out. One whose scope is not known is left out. */
  readonly scope?: Condition;
  /**
   * How many of each cell, by the cell's place as text; a cell that is not named has nobody drawn. Where left
   * out the matrix says: its ratio of all that are in the cell.
   */
  readonly quotas?: Readonly<Record<string, number>>;
  /** How many of the next in order are listed for each stratum; 0 where left out. */
  readonly substitutes?: number;
}

/** @throws `bad-sql-plan` */
export function checkPlan({ key, quotas = {}, substitutes = 0 }: SqlPlan, cells: number): void {
  if (!isHexDigest(key)) throw badPlan('key', key, '64 lower-case hex digits');
  for (const [cell, quota] of Object.entries(quotas)) {
    if (!/^(?:0|[1-9][0-9]*)$/.test(cell) || Number(cell) >= cells) {
      throw badPlan('quotas', cell, `the place of a cell, 0 to ${cells - 1}`);
    }
    if (!isCount(quota)) throw badPlan(`quotas.${cell}`, quota, 'a whole number, 0 or more');
  }
  if (!isCount(substitutes)) throw badPlan('substitutes', substitutes, 'a whole number, 0 or more');
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const badPlan = (field: string, value: unknown, expected: string) => {
  const given = String(value).slice(0, 80);
  return mistake(
    'bad-sql-plan',
    `the plan's \`${field}\` is \`${given}\` (expected ${expected})`,
    { given, expected },
    ['plan', ...field.split('.')],
  );
};

/** What the frame asks of each entity, for `answer` to carry on. */
export function frameColumns(
  { scope }: Pick<SqlPlan, 'scope'>,
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
  ];
}

/** The steps from `answer` to `sized`, in which each unit of the frame has its place and its stratum its quota. */
export function drawSteps(
  plan: SqlPlan,
  cells: readonly SqlCell[],
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
    step('ranked', 'the place of each ticket within its cell, the smallest first', [
      'SELECT',
      [
        't.*',
        'ROW_NUMBER() OVER (PARTITION BY framed, cell ORDER BY ticket, id) AS place',
        'COUNT(*) OVER (PARTITION BY framed, cell) AS size',
      ],
      'FROM ticketed t',
    ]),
    step('sized', 'how many of each cell are drawn', [
      'SELECT',
      ['t.*', `${quotaSql(plan, cells, dialect)} AS quota`],
      'FROM ranked t',
    ]),
  ];
}

/** How many are drawn of a cell of `size` units, in whole numbers. */
function quotaSql({ quotas }: SqlPlan, cells: readonly SqlCell[], dialect: Dialect): string {
  const turns = cells.flatMap(({ measures }, cell) => {
    if (quotas !== undefined) {
      return Object.hasOwn(quotas, String(cell)) ? [`WHEN ${cell} THEN ${quotas[cell]}`] : [];
    }
    const { p, q } = parseRatio(measures.ratio);
    const size = dialect.big('size');
    const share = {
      'at-least': () => dialect.divide(`${size} * ${p} + ${q - 1n}`, String(q)),
      'at-most': () => dialect.divide(`${size} * ${p}`, String(q)),
      'half-up': () => dialect.divide(`${size} * ${2n * p} + ${q}`, String(2n * q)),
    }[measures.rule]();
    return [`WHEN ${cell} THEN ${share}`];
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
  'SELECT cell, COUNT(*) AS size',
  'FROM standing',
  'WHERE framed = 1',
  'GROUP BY cell',
].join('\n');
