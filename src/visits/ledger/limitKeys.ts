import type { Cap, CapLimit, CapScope, VisitFilter } from '../cap.js';
import { authoritiesOf, formsOf, gathered, type LedgerVisit } from './ledgerVisit.js';

/** Stands for what a visit does not say: it is in every count. */
const ANY = '*';

/** Whether a visit is in a count of a limit, or says too little to be out of it. */
export function inKey(
  cap: Cap,
  limit: CapLimit,
  visit: LedgerVisit,
  filter: VisitFilter,
  key: readonly string[],
): boolean {
  if (key.length === 0) return true;
  return keysOf(cap, limit, visit, filter).some((other) =>
    other.every((part, i) => part === key[i] || part === ANY || key[i] === ANY),
  );
}

/** The counts of a limit that a visit is in: one for each combination of what the limit counts apart. */
export function keysOf(
  cap: Cap,
  { per }: CapLimit,
  visit: LedgerVisit,
  filter: VisitFilter,
): readonly (readonly string[])[] {
  if (per === undefined) return ONE_COUNT;
  return per.reduce<string[][]>(
    (keys, scope) =>
      keys.flatMap((key) => partsOf(cap, scope, visit, filter).map((part) => [...key, part])),
    [[]],
  );
}

/** The one count of a limit that counts nothing apart. */
export const NO_KEY: readonly string[] = [];

const ONE_COUNT: readonly (readonly string[])[] = [NO_KEY];

function partsOf(cap: Cap, scope: CapScope, visit: LedgerVisit, filter: VisitFilter): string[] {
  switch (scope) {
    case 'site':
      return [visit.site ?? ''];
    case 'kind':
      return [visit.kind];
    case 'form':
      return stated(kept(formsOf(visit), filter.forms));
    case 'item':
      return stated(kept(gathered(visit, 'items'), filter.items));
    case 'authority':
      return kept(authoritiesOf(visit), filter.authorities);
    case 'line':
      return (cap.lines ?? [])
        .filter(({ authorities }) =>
          kept(authoritiesOf(visit), filter.authorities).some((one) => authorities.includes(one)),
        )
        .map(({ id }) => id);
  }
}

const kept = (given: readonly string[], asked: readonly string[] | undefined): string[] =>
  given.filter((one) => asked?.includes(one) ?? true);

const stated = (parts: readonly string[]): string[] => (parts.length > 0 ? [...parts] : [ANY]);
