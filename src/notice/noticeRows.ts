import { ColumnRows, type Rows } from '../core/rows.js';
import type { NoticeB } from './notices.js';

/** The fields of notice B that are long in a city: a row for each firm drawn, visit, or inspector. */
type Long = 'samples' | 'visits' | 'desk' | 'deferred' | 'joined' | 'staff';

/**
 * Notice B whose long lists make each row when it is asked for. It is digested and written like the
 * notice it stands for, byte for byte, without ever being there as a whole.
 */
export type NoticeRows = {
  readonly [K in keyof NoticeB]: K extends Long ? RowsOf<NoticeB[K]> : NoticeB[K];
};

type RowsOf<L> = L extends readonly (infer T)[] ? Rows<T> : L;

/** The notice as a plain value. */
export function wholeNotice(notice: NoticeRows): NoticeB {
  const fields = Object.entries(notice).map(([name, value]) => [
    name,
    value instanceof ColumnRows ? [...value] : value,
  ]);
  return Object.fromEntries(fields) as NoticeB;
}
