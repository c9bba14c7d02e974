import { requireArgument } from '../core/argument.js';
import type { Day, DayRange } from '../core/day.js';
import { mistake } from '../core/error.js';
import { checkedId } from '../core/identifier.js';
import { sortedBy } from '../core/order.js';
import type { Inspector, Recusal } from '../register/nouns.js';

/** An inspector laid out for many questions; `place` is his place in the order of ids. */
export interface IndexedInspector {
  readonly id: string;
  readonly place: number;
  readonly validTo: Day;
  readonly districts: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly absences: readonly DayRange[];
  readonly recusals: ReadonlyMap<string, readonly Recusal[]>;
}

/** Inspectors by authority, each list by id bytes. */
export interface InspectorIndex {
  readonly byAuthority: ReadonlyMap<string, readonly IndexedInspector[]>;
}

/**
 * The inspectors of a register, laid out once so that thousands of visits can ask who is eligible.
 *
 * Of several certificates the one valid longest counts.
 *
 * @throws `bad-id` | `repeated-inspector`
 */
export function inspectorIndex(inspectors: readonly Inspector[]): InspectorIndex {
  requireArgument('inspectorIndex', 'inspectors', inspectors, ['object']);
  const byAuthority = new Map<string, IndexedInspector[]>();
  let last: string | undefined;
  for (const [place, inspector] of sortedBy(inspectors, ({ id }) => id).entries()) {
    const { id, authority } = inspector;
    checkedId(id, 'inspector');
    if (id === last) {
      throw mistake('repeated-inspector', `the inspector \`${id}\` is listed twice`, { id });
    }
    last = id;
    const list = byAuthority.get(authority) ?? [];
    if (list.length === 0) byAuthority.set(authority, list);
    list.push(indexed(inspector, place));
  }
  return { byAuthority };
}

function indexed(inspector: Inspector, place: number): IndexedInspector {
  const recusals = new Map<string, Recusal[]>();
  for (const recusal of inspector.recusals) {
    const list = recusals.get(recusal.entity);
    if (list === undefined) recusals.set(recusal.entity, [recusal]);
    else list.push(recusal);
  }
  return {
    id: inspector.id,
    place,
    validTo: inspector.certificates.reduce((last, { to }) => (to > last ? to : last), ''),
    districts: new Set(inspector.districts),
    items: new Set(inspector.items),
    absences: inspector.absences,
    recusals,
  };
}
