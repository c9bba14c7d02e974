import { noQuota } from './checkedQuotas.js';
import { checkedWeight, type FrameUnit, isWeight } from './unit.js';

/** Units that are read before their strata are looked up. */
const AT_ONCE = 128;

/**
 * Hands on the units of a frame in their order, each with the place of its stratum.
 *
 * The texts of strata lie about in memory, and to wait for each of them, unit by unit, takes some 50 ns in
 * a long run; looked up 128 in a loop of their own, most of the waiting falls together, and some 10 are left.
 * What a unit is refused for, and what was handed on before, is as if each had been asked alone.
 *
 * @param places - of each stratum
 * @param take - takes an id and the place of its stratum; may refuse it
 * @throws `no-quota` | `bad-weight`, and what `take` throws; what was handed on before stays
 */
export function addInTurn(
  frame: Iterable<FrameUnit>,
  places: ReadonlyMap<string, number>,
  take: (id: string, place: number) => void,
): void {
  const ids: string[] = [];
  const strata: string[] = [];
  const found = new Int32Array(AT_ONCE);
  let waiting = 0;

  const handOn = (): void => {
    const count = waiting;
    // Before anything is refused, so that nothing is handed on after it.
    waiting = 0;
    for (let i = 0; i < count; i++) found[i] = places.get(strata[i] as string) ?? -1;
    for (let i = 0; i < count; i++) {
      const place = found[i] as number;
      if (place === -1) throw noQuota(strata[i] as string);
      take(ids[i] as string, place);
    }
  };

  try {
    for (const unit of frame) {
      const { stratum } = unit;
      if (unit.weight !== undefined && !isWeight(unit.weight)) {
        if (!places.has(stratum)) throw noQuota(stratum);
        checkedWeight(unit);
      }
      ids[waiting] = unit.id;
      strata[waiting] = stratum;
      if (++waiting === AT_ONCE) handOn();
    }
  } finally {
    // Also where a weight is refused or the frame itself fails: a unit that came before is refused first.
    handOn();
  }
}
