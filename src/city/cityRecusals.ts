import type { Entity, Recusal } from '../register/nouns.js';
import { between, chance, oneOf, type Random } from './choice.js';
import type { CityAuthority } from './cityAuthorities.js';
import { CITY_INDUSTRIES } from './industries.js';

/** Everybody, and those an authority inspects in a district, by `authority district`. */
export interface Neighbours {
  readonly all: readonly string[];
  readonly near: ReadonlyMap<string, readonly string[]>;
}

/** Who could meet whom: the entities by the authorities that inspect them, and their district. */
export function neighboursOf(entities: readonly Entity[]): Neighbours {
  const inspectedBy = new Map(CITY_INDUSTRIES.map((one) => [one.code, one.inspectedBy]));
  const near = new Map<string, string[]>();
  for (const { id, district, facts } of entities) {
    for (const authority of inspectedBy.get(String(facts['industry'])) ?? []) {
      const place = `${authority} ${district}`;
      const list = near.get(place);
      if (list === undefined) near.set(place, [id]);
      else list.push(id);
    }
  }
  return { all: entities.map(({ id }) => id), near };
}

/** The recusals of an inspector: none for most; most of them about firms he would be sent to. */
export function cityRecusals(
  random: Random,
  authority: CityAuthority,
  districts: readonly string[],
  { all, near }: Neighbours,
): Recusal[] {
  if (!chance(random, 0.3)) return [];
  const recusals = new Map<string, Recusal>();
  for (let left = between(random, 1, 3); left > 0; left--) {
    const neighbours = near.get(`${authority} ${oneOf(random, districts)}`) ?? all;
    const entity = oneOf(random, chance(random, 0.8) ? neighbours : all);
    recusals.set(entity, { entity, reason: oneOf(random, REASONS) });
  }
  return [...recusals.values()];
}

const REASONS = ['kinship', 'former-employer', 'shareholder', 'creditor', 'adviser'] as const;
