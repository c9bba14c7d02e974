import type { LocalText } from '../../document/document.js';
import type { Bins } from './bins.js';
import type { Conditional } from './conditional.js';
import type { Events } from './events.js';
import type { Lookup } from './lookup.js';

/** What every term has: a name, the part it counts in, and where it comes from. */
export interface TermBase {
  readonly id: string;
  readonly title?: LocalText;
  readonly part?: string;
  readonly cite: string;
}

/** The terms a scheme is made of. A new one does not compile until every backend answers it. */
export type Construct = Bins | Lookup | Conditional | Events;
