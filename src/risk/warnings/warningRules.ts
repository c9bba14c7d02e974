import type { Deadline } from '../../calendar/deadline.js';
import type { Period } from '../../core/day.js';
import type { Decimal } from '../../core/decimal.js';
import type { DocumentBase, LocalText, Scale } from '../../document/document.js';
import type { Condition } from '../../register/condition.js';
import type { ForCause, Method } from '../../register/nouns.js';
import type { EventRules } from '../../scoring/constructs/eventRules.js';
import type { EventWindow } from '../../scoring/constructs/eventWindow.js';

/**
 * Rules of early warning (风险预警): what raises a signal, what the signal asks for, and how it is
 * handled to its end (监测 → 预警 → 核查 → 处置).
 */
export interface WarningRules extends DocumentBase {
  readonly schema: 'evenhand/warnings/1';
  readonly kind: 'warnings';
  /** The risk scale that a step moves on. */
  readonly scale: Scale;
  /** Of several steps at once the largest counts, or all of them together. */
  readonly steps: 'largest' | 'sum';
  /** Every kind of event that is watched: a rule over another one is refused. */
  readonly events: readonly string[];
  readonly rules: readonly WarningRule[];
  readonly handling: Handling;
}

/** One rule: of whom it is asked, what raises it, what it asks for, and when it may be raised anew. */
export interface WarningRule {
  readonly id: string;
  readonly title: LocalText;
  /** Of whom it is asked; of everybody where left out. */
  readonly scope?: Condition;
  readonly when: WarningTest;
  readonly asks: readonly WarningAct[];
  /** How long it is not raised again for the same entity, from the day of its signal. */
  readonly again: Period;
  readonly cite: string;
}

/** Events of some kinds in a window, by the rules scoring counts with. */
export interface EventCounting extends EventRules {
  readonly kinds: readonly string[];
  readonly window: EventWindow;
  readonly unrepaired?: true;
}

/** So many events, on their own. */
export interface CountTest extends EventCounting {
  readonly atLeast: number;
}

/**
 * So many events, and `times` as many as the others of its like have on average: entities with the same
 * values in every field of `by`, itself not counted. A code may be compared by its first digits.
 */
export interface PeerTest extends CountTest {
  readonly times: Decimal;
  readonly by: readonly { readonly field: string; readonly digits?: number }[];
  /** With fewer others there is no average, and the rule has no answer. */
  readonly leastPeers: number;
}

/** What raises a signal. */
export type WarningTest =
  | { readonly all: readonly WarningTest[] }
  | { readonly any: readonly WarningTest[] }
  | { readonly count: CountTest }
  | { readonly peers: PeerTest }
  | { readonly when: Condition };

/** What a signal asks for: somebody is told, the level steps for a while, or a check is made. */
export type WarningAct =
  | { readonly do: 'alert'; readonly to: readonly string[] }
  | { readonly do: 'step'; readonly by: number; readonly lasts: Period }
  | {
      readonly do: 'check';
      readonly authority: string;
      readonly item: string;
      /** One after the other, each only where the one before gave no answer: off-site before on-site. */
      readonly methods: readonly Method[];
    };

/** How a signal that asks for a check is brought to its end. */
export interface Handling {
  /** How long until a check begins, from the signal or from the check before. */
  readonly begin: Deadline;
  /** How long one check takes. */
  readonly check: Deadline;
  /** How long until a finding is disposed of. */
  readonly dispose: Deadline;
  /** The cause of the visit it may need: evidence for the exceptions of a cap. */
  readonly cause: ForCause;
  /** The closed list of findings. */
  readonly findings: readonly { readonly id: string; readonly title: LocalText }[];
  /** The closed list of what may be done about which finding, and the event it becomes. */
  readonly disposals: readonly {
    readonly id: string;
    readonly title: LocalText;
    readonly findings: readonly string[];
    readonly event?: string;
    readonly cite: string;
  }[];
  readonly cite: string;
}
