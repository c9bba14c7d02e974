import { compareBytes } from '../../core/order.js';
import type { LedgerStore } from '../../stores/ledgerStore.js';

/** Every entity of a store, page by page, or what is wrong with its pages. */
export async function listedBy(store: LedgerStore): Promise<readonly string[] | string> {
  const listed: string[] = [];
  for (let page = await store.entities('', 50); page.length > 0; ) {
    const last = page.at(-1) as string;
    // Else the pages of a store that goes back would never end.
    if (listed.length > 0 && compareBytes(last, listed.at(-1) as string) <= 0) {
      return `a page ends with \`${last}\`, which is not behind \`${listed.at(-1)}\``;
    }
    listed.push(...page);
    page = await store.entities(last, 50);
  }
  return listed;
}

/** The last characters there are, so that what begins with them stands behind whatever else is written. */
const LAST = '\u{10fffd}';

/** An identifier behind a list's last one, and no longer for every one that was asked for before. */
export function behind(last: string): string {
  const number = last.startsWith(LAST) ? Number(last.slice(LAST.length)) + 1 : 0;
  return `${LAST}${String(number).padStart(9, '0')}`;
}
