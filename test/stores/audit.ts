import type { LedgerStore } from '../../src/stores/index.js';
import type { Cap } from '../../src/visits/cap.js';
import type { LedgerEvent } from '../../src/visits/ledger/event.js';
import { ledgerOf, visitsOf } from '../../src/visits/ledger/ledger.js';
import { isLive } from '../../src/visits/ledger/ledgerVisit.js';
import type { Decision } from '../../src/visits/ledger/request.js';
import { type Crowd, requestOf } from './requests.js';

/** What a ledger holds after a load, and what is wrong with it. */
export interface Audit {
  readonly firms: number;
  readonly events: number;
  readonly visits: number;
  readonly fullFirms: number;
  readonly overCap: readonly string[];
  /** Requests acknowledged that are not there, or are answered otherwise there. */
  readonly lost: readonly string[];
  readonly repeated: readonly string[];
}

/** Compares what a ledger holds with what was acknowledged, by counting alone. */
export async function audit(
  store: LedgerStore<LedgerEvent>,
  crowd: Crowd & { readonly cap: Cap },
  acknowledged: ReadonlyMap<number, Pick<Decision, 'status'>>,
): Promise<Audit> {
  const most = Object.fromEntries(
    crowd.cap.limits.map(({ counts, unit }) => [
      counts.kinds?.[0] ?? 'any',
      'visits' in unit ? unit.visits : 0,
    ]),
  );
  const answers = new Map<string, string>();
  const repeated: string[] = [];
  const overCap: string[] = [];
  let [firms, events, visits, fullFirms] = [0, 0, 0, 0];
  for (let after = `${crowd.mark}/`; ; ) {
    const page = await store.entities(after, 1_000);
    const own = page.filter((entity) => entity.startsWith(`${crowd.mark}/`));
    if (own.length === 0) break;
    const histories = await store.readMany?.(own);
    for (const [entity, history] of histories ?? []) {
      firms++;
      events += history.length;
      for (const event of history) {
        if (!('request' in event)) continue;
        if (answers.has(event.request)) repeated.push(event.request);
        answers.set(event.request, event.type);
      }
      const live = visitsOf(ledgerOf(history), entity).filter(isLive);
      visits += live.length;
      const counted = Object.entries(most).map(
        ([kind, places]) =>
          live.filter((visit) => kind === 'any' || visit.kind === kind).length - places,
      );
      if (counted.some((over) => over > 0)) overCap.push(entity);
      if (counted.every((over) => over === 0)) fullFirms++;
    }
    after = own.at(-1) as string;
  }
  const lost = [...acknowledged].flatMap(([i, { status }]) => {
    const { id } = requestOf(i, crowd);
    return answers.get(id) === status ? [] : id;
  });
  return { firms, events, visits, fullFirms, overCap, lost, repeated };
}
