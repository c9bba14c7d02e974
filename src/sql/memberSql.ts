import type { CompiledMember } from '../scoring/constructs/members.js';
import { domainFaults } from './domainFaults.js';
import type { ValueDesk } from './valueSql.js';

/** A member in common units, with how far from 0 it can lie. */
export interface MemberSql {
  /** NULL where it is not known. */
  readonly sql: string;
  readonly most: bigint;
  readonly isConstant: boolean;
  /** What makes a row faulty where this member is read. */
  readonly faults: readonly string[];
}

/** What a whole number may reach: JavaScript counts no further, and so nobody answers beyond. */
export const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** What 64 bits hold, with room for one more sum. */
export const ROOM = 2n ** 62n;

export function memberSql(
  { input, constant, factor }: CompiledMember,
  { sight }: ValueDesk,
): MemberSql {
  if (input === undefined) {
    const units = constant as number;
    const sql = sight.dialect.big(String(units));
    return { sql, most: BigInt(Math.abs(units)), isConstant: true, faults: [] };
  }
  const units = sight.units(input);
  const { min, max } = input;
  const ends = Math.max(Math.abs(min), Math.abs(max));
  const reach = Number.isFinite(ends) ? BigInt(ends) : SAFE;
  const times = BigInt(Math.abs(factor));
  const isFar = reach * times > SAFE;
  const limit = times === 0n ? SAFE : SAFE / times;
  const within = isFar
    ? `CASE WHEN ${units} BETWEEN -${limit} AND ${limit} THEN ${units} END`
    : units;
  return {
    sql: factor === 1 ? within : `${within} * ${factor}`,
    most: isFar ? SAFE : reach * times,
    isConstant: false,
    faults: [
      ...domainFaults([input], sight),
      ...(isFar ? [`${units} NOT BETWEEN -${limit} AND ${limit}`] : []),
    ],
  };
}

/** A result beyond what is counted exactly makes its row faulty, where it can lie there. */
export function requireSafe(column: string, most: bigint, desk: ValueDesk): void {
  if (most > SAFE) desk.fault(`${column} NOT BETWEEN -${SAFE} AND ${SAFE}`);
}
