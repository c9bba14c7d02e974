import type { CompiledMember } from '../scoring/constructs/members.js';
import type { CompiledRatio } from '../scoring/constructs/ratio.js';
import { memberSql, ROOM, requireSafe } from './memberSql.js';
import { roundedSql } from './rounded.js';
import type { ValueDesk } from './valueSql.js';

/** What was reached of what could be reached; NULL where the value is unknown. */
export function ratioSql(value: CompiledRatio, desk: ValueDesk): string {
  const { dialect } = desk.sight;
  const pairs = value.upper.map((upper, i) => ({
    upper: memberSql(upper, desk),
    lower: memberSql(value.lower[i] as CompiledMember, desk),
  }));
  // Where one that is missing ends the reading, what comes after it is not looked at.
  const before: string[] = [];
  for (const { upper, lower } of pairs) {
    const faults = [...upper.faults, ...lower.faults];
    const isRead = value.missing === 'unknown' ? before.join(' AND ') : '';
    desk.fault(...faults.map((fault) => (isRead === '' ? fault : `(${isRead} AND ${fault})`)));
    if (value.missing === 'refuse') {
      desk.fault(`(${upper.sql}) IS NULL`, `(${lower.sql}) IS NULL`);
    }
    before.push(`(${upper.sql}) IS NOT NULL`, `(${lower.sql}) IS NOT NULL`);
  }
  const summed = (side: 'upper' | 'lower'): string =>
    [
      dialect.big('0'),
      ...pairs.map(({ upper, lower }) => {
        const { sql } = side === 'upper' ? upper : lower;
        return value.missing === 'skip'
          ? `CASE WHEN (${upper.sql}) IS NULL OR (${lower.sql}) IS NULL THEN 0 ELSE ${sql} END`
          : sql;
      }),
    ].join(' + ');
  const reach = (side: 'upper' | 'lower'): bigint =>
    pairs.reduce((sum, pair) => sum + pair[side].most, 0n);
  const up = BigInt(value.times) * 10n ** BigInt(value.places);
  const down = 10n ** BigInt(value.timesPlaces);
  const size = up < 0n ? -up : up;
  if (reach('upper') * size * 20n + reach('lower') * down * 20n > ROOM) {
    return desk.refuse('ratio.range');
  }
  const n = desk.column(`${value.id}_n`, summed('upper'));
  const d = desk.column(`${value.id}_d`, summed('lower'));
  // A unknown upper sum leaves the lower one unknown too: nothing is divided.
  const upper = desk.column(
    `${value.id}_upper`,
    `CASE WHEN ${d} < 0 THEN -${n} * ${up} ELSE ${n} * ${up} END`,
  );
  const lower = desk.column(
    `${value.id}_lower`,
    `CASE WHEN ${d} < 0 THEN -${d} * ${down} WHEN ${d} > 0 THEN ${d} * ${down} END`,
  );
  const quotient = roundedSql(upper, lower, value.rounding, dialect);
  const result = desk.column(
    `${value.id}_rounded`,
    `CASE WHEN ${lower} > 0 AND ${upper} IS NOT NULL THEN ${quotient} END`,
  );
  requireSafe(result, reach('upper') * size, desk);
  return result;
}
