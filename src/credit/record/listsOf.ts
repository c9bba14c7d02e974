import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import { sortedBy } from '../../core/order.js';
import type { Matter } from './matter.js';

/** A list an entity stands on, and the matter that put it there. */
export interface ListMembership {
  readonly list: string;
  readonly matter: string;
  readonly since: Day;
  /** The last day of its term, where it has one. */
  readonly until?: Day;
}

/**
 * The lists an entity stands on on a day, by name: entered by then, not repaired, within the term,
 * and without an exit of that list on or after the entry.
 */
export function listsOf(matters: readonly Matter[], day: Day): ListMembership[] {
  requireArgument('listsOf', 'matters', matters, [{ fields: 'object' }]);
  const held = matters.filter(({ state }) => state !== 'withdrawn');
  const exits = held.filter(({ kind }) => kind === 'list-exit');
  const standing = held.flatMap(({ id, kind, jurisdiction, fields, repairedOn }) => {
    const { list, on, until } = fields;
    if (kind !== 'list-entry' || list === undefined || on > day) return [];
    if ((until !== undefined && until < day) || (repairedOn !== undefined && repairedOn <= day)) {
      return [];
    }
    const hasLeft = exits.some(
      (exit) =>
        exit.fields.list === list &&
        exit.jurisdiction === jurisdiction &&
        on <= exit.fields.on &&
        exit.fields.on <= day,
    );
    return hasLeft
      ? []
      : [{ list, matter: id, since: on, ...(until === undefined ? {} : { until }) }];
  });
  return sortedBy(standing, ({ list, matter }) => `${list} ${matter}`);
}
