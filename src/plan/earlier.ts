import type { TeamRules } from '../draw/sampling.js';
import type { Inspector, Recusal } from '../register/nouns.js';

/** A published notice B of an earlier round, as far as this one looks at it. */
export interface EarlierDraw {
  readonly digest: string;
  readonly visits: readonly { readonly entity: string; readonly members?: readonly string[] }[];
}

/** The soft rule that nobody goes to the same entity twice running. */
export const TWICE_RUNNING = 'twice-running';

/**
 * The inspectors with what follows from an earlier round: as `carried` their loads there, where loads
 * even out over the rounds, and a soft recusal from whom each visited, where the ladder has that rule.
 */
export function withEarlier(
  inspectors: readonly Inspector[],
  earlier: EarlierDraw | undefined,
  teams: Pick<TeamRules, 'carryLoads' | 'ladder'> = {},
): Inspector[] {
  if (earlier === undefined) return [...inspectors];
  const visited = visitedBy(earlier);
  const isSoft = teams.ladder?.includes(TWICE_RUNNING) === true;
  return inspectors.map((one): Inspector => {
    const entities = visited.get(one.id) ?? [];
    const more = [...new Set(entities)].map(
      (entity): Recusal => ({ entity, reason: 'the earlier round', rule: TWICE_RUNNING }),
    );
    return {
      ...one,
      ...(teams.carryLoads === true ? { carried: entities.length } : {}),
      ...(isSoft ? { recusals: [...one.recusals, ...more] } : {}),
    };
  });
}

/** Inspector → whose visits he was on, once for each visit. */
export function visitedBy({ visits }: Pick<EarlierDraw, 'visits'>): Map<string, string[]> {
  const visited = new Map<string, string[]>();
  for (const { entity, members = [] } of visits) {
    for (const id of members) {
      const list = visited.get(id);
      if (list === undefined) visited.set(id, [entity]);
      else list.push(entity);
    }
  }
  return visited;
}
