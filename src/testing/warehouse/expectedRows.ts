import { compareBytes } from '../../core/order.js';
import { sha256 } from '../../core/sha256.js';
import { drawSample } from '../../draw/drawSample.js';
import { quota } from '../../draw/quota.js';
import { classify } from '../../programme/classify.js';
import type { ProgrammeAt } from '../../programme/programme.js';
import { holds, windowStart } from '../../register/condition.js';
import type { Entity } from '../../register/nouns.js';
import type { SqlPlan } from '../../sql/drawSql.js';

/** A row of an answer, by name. */
export type SqlRow = Readonly<Record<string, string | number | null>>;

/** What the row evaluator and the library's own draw say of every entity, as the statement's rows. */
export function expectedRows(
  at: ProgrammeAt,
  entities: readonly Entity[],
  plan?: SqlPlan,
): readonly SqlRow[] {
  const grades = at.matrix.credit.levels;
  const rows = entities.map((entity) => {
    const found = classify(at, entity);
    const isKnown = 'grade' in found;
    const cell = isKnown
      ? at.matrix.risk.levels.indexOf(found.level) * grades.length + grades.indexOf(found.grade)
      : null;
    const plain: SqlRow = {
      id: entity.id,
      fault: isKnown ? 0 : 1,
      credit_points: isKnown ? found.credit.units : null,
      grade: isKnown ? found.grade : null,
      risk_points: isKnown ? found.risk.units : null,
      level: isKnown ? found.level : null,
      cell,
    };
    return { entity, plain, cell, measures: isKnown ? found.measures : undefined };
  });
  if (plan === undefined) return rows.map(({ plain }) => plain);

  const standing = rows.map((row) => {
    const { entity, measures } = row;
    const isIn =
      measures !== undefined &&
      (entity.state ?? 'active') === 'active' &&
      (plan.scope === undefined || holds(plan.scope, entity, at.day) === 'yes');
    const isListed = at.sampling.certain.some(({ list }) => entity.lists.includes(list));
    const certain = isIn && (isListed || measures.key);
    const recency = recencyOf(at, entity, plan.authorities ?? []);
    return { ...row, certain, framed: isIn && !certain, recency };
  });
  const tiers = at.sampling.recency.length;
  const stratumOf = ({ cell, recency }: { cell: number | null; recency: number }): string =>
    tiers > 1 ? `${cell}/${recency}` : String(cell);
  // A stratum is called without a stroke where it is drawn from.
  const named = (stratum: string): string => stratum.replace('/', '-');
  const frame = standing.flatMap((one) =>
    one.framed ? [{ id: one.entity.id, stratum: named(stratumOf(one)) }] : [],
  );
  const sizes = new Map<string, number>();
  for (const { stratum } of frame) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
  const quotas = Object.fromEntries(
    [...sizes].map(([stratum, size]) => {
      const of = standing.find((one) => one.framed && named(stratumOf(one)) === stratum);
      const own = quota(size, of?.measures?.ratio ?? '', of?.measures?.rule ?? 'at-least');
      return [
        stratum,
        plan.quotas === undefined ? own : (plan.quotas[of ? stratumOf(of) : ''] ?? 0),
      ];
    }),
  );
  // Everybody is listed, so that every place is known.
  const { strata } = drawSample({
    ...{ key: plan.key, frame, quotas, substitutes: entities.length },
  });
  const places = new Map(
    strata.flatMap(({ selected, substitutes }) =>
      [...selected, ...substitutes].map(({ id, ticket }, i) => [id, { ticket, place: i + 1 }]),
    ),
  );
  return standing.map((one) => {
    const { plain, entity, certain, framed, recency } = one;
    const stratum = named(stratumOf(one));
    const drawn = framed ? places.get(entity.id) : undefined;
    const wanted = quotas[stratum] ?? 0;
    const place = drawn?.place ?? 0;
    const { substitutes = 0 } = plan;
    return {
      ...plain,
      recency: framed ? recency : null,
      certain: certain ? 1 : 0,
      ticket: drawn?.ticket ?? null,
      place: drawn?.place ?? null,
      size: framed ? (sizes.get(stratum) ?? null) : null,
      quota: framed ? wanted : null,
      drawn: framed && place <= wanted ? 1 : 0,
      substitute: framed && place > wanted && place <= wanted + substitutes ? 1 : 0,
    };
  });
}

/** The tier by the last visit of some authorities, 0 where there was none. */
function recencyOf(at: ProgrammeAt, entity: Entity, authorities: readonly string[]): number {
  const days = authorities.flatMap((one) => entity.lastVisits?.[one] ?? []).sort();
  const last = days.at(-1);
  if (last === undefined) return 0;
  return at.sampling.recency.findIndex(
    ({ after }) => after === undefined || last < windowStart(at.day, after),
  );
}

/** One digest over all rows, by id. */
export function digestOf(rows: readonly SqlRow[]): string {
  const lines = rows.map((row) =>
    JSON.stringify(
      Object.keys(row)
        .sort()
        .map((key) => row[key]),
    ),
  );
  return sha256(lines.sort(compareBytes).join('\n'));
}

export const byId = (rows: readonly SqlRow[]): readonly SqlRow[] =>
  [...rows].sort((a, b) => compareBytes(String(a['id']), String(b['id'])));
