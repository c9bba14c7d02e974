import type { CompiledCombine } from '../scoring/constructs/combine.js';
import { type MemberSql, memberSql, ROOM, requireSafe } from './memberSql.js';
import { roundedSql } from './rounded.js';
import type { ValueDesk } from './valueSql.js';

const SIGNS = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
const LEAST = -(2n ** 62n);

/** Numbers made one; NULL where the value is unknown. */
export function combineSql(value: CompiledCombine, desk: ValueDesk): string {
  const { op, missing, instead } = value;
  const members = value.members.map((member) => memberSql(member, desk));
  for (const { faults } of members) desk.fault(...faults);
  const open = members.filter(({ isConstant }) => !isConstant);
  if (missing === 'refuse') desk.fault(...open.map(({ sql }) => `(${sql}) IS NULL`));
  // Where one that is missing makes the value unknown, or all of them.
  const isUnknown =
    missing === 'is' || open.length === 0
      ? undefined
      : missing === 'skip'
        ? open.length < members.length
          ? undefined
          : open.map(({ sql }) => `(${sql}) IS NULL`).join(' AND ')
        : open.map(({ sql }) => `(${sql}) IS NULL`).join(' OR ');
  const known = (sql: string): string =>
    isUnknown === undefined ? sql : `CASE WHEN ${isUnknown} THEN NULL ELSE ${sql} END`;
  const stated = members.map((_, i) => (instead === undefined ? undefined : String(instead[i])));
  const most = members.reduce((sum, one, i) => {
    const other = BigInt(Math.abs(instead?.[i] ?? 0));
    return sum + (one.most > other ? one.most : other);
  }, 0n);
  switch (op) {
    case 'count':
      return known(countSql(value, members, stated));
    case 'count-of-top': {
      const top = desk.column(`${value.id}_top`, known(extremeSql('GREATEST', members, stated)));
      const equal = members.map(
        (one, i) => `CASE WHEN ${orStated(one, stated[i])} = ${top} THEN 1 ELSE 0 END`,
      );
      return `CASE WHEN ${top} IS NULL THEN NULL ELSE ${equal.join(' + ')} END`;
    }
    case 'max':
    case 'min': {
      const name = op === 'max' ? 'GREATEST' : 'LEAST';
      return atPlaces(known(extremeSql(name, members, stated)), '1', most, value, desk);
    }
    case 'sum':
      return atPlaces(known(sumSql(members, stated, desk)), '1', most, value, desk);
    case 'mean':
      return meanSql(known(sumSql(members, stated, desk)), members, most, value, desk);
  }
}

/** A member, or what is stated in its place where it is not known. */
function orStated({ sql }: MemberSql, stated: string | undefined): string {
  return stated === undefined ? sql : `COALESCE(${sql}, ${stated})`;
}

function countSql(
  { test }: CompiledCombine,
  members: readonly MemberSql[],
  stated: readonly (string | undefined)[],
): string {
  const { sign, bound } = test as NonNullable<typeof test>;
  return members
    .map(
      (one, i) => `CASE WHEN ${orStated(one, stated[i])} ${SIGNS[sign]} ${bound} THEN 1 ELSE 0 END`,
    )
    .join(' + ');
}

/** The largest or the smallest: engines differ in what they make of NULL there, so none is given to them. */
function extremeSql(
  name: 'GREATEST' | 'LEAST',
  members: readonly MemberSql[],
  stated: readonly (string | undefined)[],
): string {
  const none = name === 'GREATEST' ? LEAST : -LEAST;
  const list = members.map((one, i) => `COALESCE(${one.sql}, ${stated[i] ?? none})`);
  return list.length === 1 ? (list[0] as string) : `${name}(${list.join(', ')})`;
}

function sumSql(
  members: readonly MemberSql[],
  stated: readonly (string | undefined)[],
  { sight }: ValueDesk,
): string {
  const list = members.map((one, i) => `COALESCE(${one.sql}, ${stated[i] ?? 0})`);
  return [sight.dialect.big('0'), ...list].join(' + ');
}

function meanSql(
  sum: string,
  members: readonly MemberSql[],
  most: bigint,
  value: CompiledCombine,
  desk: ValueDesk,
): string {
  const weights = value.weights.map((weight, i) => {
    const member = members[i] as MemberSql;
    return value.missing === 'skip' && !member.isConstant
      ? `CASE WHEN (${member.sql}) IS NULL THEN 0 ELSE ${weight} END`
      : String(weight);
  });
  const weight = desk.column(
    `${value.id}_weight`,
    [desk.sight.dialect.big('0'), ...weights].join(' + '),
  );
  const ones = 10n ** BigInt(value.weightPlaces);
  const scaled = `CASE WHEN ${weight} > 0 THEN (${sum}) * ${ones} END`;
  return atPlaces(scaled, weight, most * ones, value, desk);
}

/** n/d common units at the places of the result. */
function atPlaces(
  n: string,
  d: string,
  most: bigint,
  { id, places, common, rounding }: CompiledCombine,
  desk: ValueDesk,
): string {
  const up = 10n ** BigInt(Math.max(0, places - common));
  const down = 10n ** BigInt(Math.max(0, common - places));
  if (most * up * 20n + down * 20n > ROOM) return desk.refuse('combine.range');
  const upper = up === 1n ? n : `(${n}) * ${up}`;
  if (d === '1' && down === 1n) {
    const whole = desk.column(`${id}_exact`, upper);
    requireSafe(whole, most * up, desk);
    return whole;
  }
  const numerator = desk.column(`${id}_upper`, upper);
  const denominator = down === 1n ? d : d === '1' ? String(down) : `(${d} * ${down})`;
  const quotient = roundedSql(numerator, denominator, rounding, desk.sight.dialect);
  const result = desk.column(
    `${id}_rounded`,
    `CASE WHEN ${numerator} IS NOT NULL THEN ${quotient} END`,
  );
  requireSafe(result, most * up, desk);
  return result;
}
