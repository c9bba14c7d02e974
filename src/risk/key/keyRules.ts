import type { DocumentBase, LocalText } from '../../document/document.js';

/**
 * Key supervision (重点监管): everybody on a list is covered for certain, outside the lottery, item by item and
 * period by period.
 */
export interface KeyRules extends DocumentBase {
  readonly schema: 'evenhand/key/1';
  readonly kind: 'key';
  /** The list, by the name entities and the rules of lists have for it. */
  readonly list: string;
  readonly cover: readonly KeyItem[];
  /** The closed list of reasons why an object need not be covered in a period; each needs a reference. */
  readonly excuses: readonly {
    readonly id: string;
    readonly title: LocalText;
    readonly cite: string;
  }[];
}

/** One item that every listed object is checked for in each period of the calendar. */
export interface KeyItem {
  readonly authority: string;
  readonly item: string;
  readonly every: 'month' | 'quarter' | 'half-year' | 'year';
  readonly cite: string;
}
