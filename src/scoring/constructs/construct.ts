import type { LocalText } from '../../document/document.js';
import type { Bins } from './bins.js';
import type { Combine } from './combine.js';
import type { Conditional } from './conditional.js';
import type { Events } from './events.js';
import type { EventCount, EventSum } from './eventValues.js';
import type { Ladder } from './ladder.js';
import type { Lookup } from './lookup.js';
import type { NumberTerm } from './number.js';
import type { RatioValue } from './ratio.js';
import type { Table } from './table.js';

/** What every term has: a name, the part it counts in, and where it comes from. */
export interface TermBase {
  readonly id: string;
  readonly title?: LocalText;
  readonly part?: string;
  readonly cite: string;
}

/** What every value has: the name by which terms, conditions and later values read it. */
export interface ValueBase {
  readonly id: string;
  readonly title?: LocalText;
  readonly cite: string;
}

/** The terms a scheme is made of. A new one does not compile until every backend answers it. */
export type Construct = Bins | Lookup | Conditional | Events | NumberTerm;

/** What a scheme works out before its terms. A new one does not compile either, until all answer. */
export type SchemeValue = Combine | RatioValue | EventCount | EventSum | Table | Ladder;
