import { type Day, isDay, noSuchDay } from '../core/day.js';
import type { Item, Visit } from '../register/nouns.js';
import type { IndexedInspector, InspectorIndex } from './inspectorIndex.js';

/** Who of which authorities may go where, when. */
export interface CandidateQuestion {
  readonly visit: Pick<Visit, 'entity' | 'lead' | 'partners'>;
  /** The items the visit checks, of all its authorities. */
  readonly items: readonly Pick<Item, 'id' | 'authority'>[];
  readonly day: Day;
  readonly district?: string;
}

/**
 * Answers with the number of candidates, whose places in the order of ids then are the first of
 * `places`, ascending; the next question overwrites them.
 */
export interface CandidateFinder {
  readonly places: Int32Array;
  readonly find: (question: CandidateQuestion) => number;
}

/**
 * Who may be drawn for one visit after another: whom `eligibleInspectors` names, by place, without
 * the reasons against the others.
 *
 * District and items are looked at once for all visits that ask for the same; a visit then costs a
 * few nanoseconds a colleague, for the day and for recusals.
 *
 * @throws `no-such-day`, when it is asked
 */
export function candidateFinder(
  { byAuthority }: InspectorIndex,
  {
    covers = 'one-item',
    waived = [],
  }: { readonly covers?: 'one-item' | 'all-items'; readonly waived?: readonly string[] },
): CandidateFinder {
  const staff = [...byAuthority.values()].flat();
  const validTo = new Int32Array(staff.length);
  const absences = new Array<readonly Away[]>(staff.length);
  const recused = new Map<string, number[]>();
  for (const { place, ...one } of staff) {
    validTo[place] = one.validTo === '' ? 0 : numberOf(one.validTo);
    absences[place] = one.absences.map(({ from, to }) => ({
      from: numberOf(from),
      to: numberOf(to),
    }));
    for (const [entity, recusals] of one.recusals) {
      if (recusals.every(({ rule }) => rule !== undefined && waived.includes(rule))) continue;
      const places = recused.get(entity);
      if (places === undefined) recused.set(entity, [place]);
      else places.push(place);
    }
  }
  const isDistrictAsked = !waived.includes('district');
  const known = new Map<string, Int32Array>();
  const isOut = new Uint8Array(staff.length);
  const places = new Int32Array(staff.length);

  return {
    places,
    find({ visit, items, day, district }) {
      if (!isDay(day)) throw noSuchDay(day, 'day');
      const own = [...new Set([visit.lead, ...visit.partners])].map((authority) => ({
        authority,
        items: items.filter((item) => item.authority === authority).map(({ id }) => id),
      }));
      const listed = fitFor(own, isDistrictAsked ? district : undefined);
      const out = recused.get(visit.entity) ?? [];
      for (const place of out) isOut[place] = 1;
      const on = numberOf(day);
      let count = 0;
      for (let n = 0; n < listed.length; n++) {
        const place = listed[n] as number;
        if ((validTo[place] as number) < on || isOut[place] === 1) continue;
        if (isAway(absences[place] as readonly Away[], on)) continue;
        places[count++] = place;
      }
      for (const place of out) isOut[place] = 0;
      return count;
    },
  };

  /** Who is fit for a visit on any day and at any entity of the district, ascending. */
  function fitFor(own: readonly Own[], district: string | undefined): Int32Array {
    const key = keyOf(own, district);
    let fit = known.get(key);
    if (fit === undefined) {
      const lists = own.flatMap(({ authority, items }) => {
        const colleagues = byAuthority.get(authority) ?? [];
        return colleagues.filter((one) => isFit(one, items)).map(({ place }) => place);
      });
      fit = Int32Array.from(lists).sort();
      known.set(key, fit);
    }
    return fit;

    function isFit({ districts, items: can }: IndexedInspector, items: readonly string[]) {
      if (district !== undefined && !districts.has(district)) return false;
      if (covers === 'one-item') return items.some((item) => can.has(item));
      return items.length > 0 && items.every((item) => can.has(item));
    }
  }
}

interface Away {
  readonly from: number;
  readonly to: number;
}

/** An authority, and which of the items that are checked are its own. */
interface Own {
  readonly authority: string;
  readonly items: readonly string[];
}

const isAway = (absences: readonly Away[], on: number): boolean =>
  absences.some(({ from, to }) => from <= on && on <= to);

const keyOf = (own: readonly Own[], district: string | undefined): string =>
  JSON.stringify([district ?? null, ...own.map(({ authority, items }) => [authority, ...items])]);

/** A day as a number of the same order. */
const numberOf = (day: Day): number => Number(day.replaceAll('-', ''));
