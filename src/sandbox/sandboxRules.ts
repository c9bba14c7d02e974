import type { Day, Period } from '../core/day.js';
import type { Decimal } from '../core/decimal.js';
import type { DocumentBase, LocalText } from '../document/document.js';
import type { Condition } from '../register/condition.js';

/**
 * Room for a new form of business (包容审慎): who may enter, an observation period (观察期), a sandbox (沙盒监管) with
 * limits, the triggers that end it (触发式监管), and a stated end.
 */
export interface SandboxRules extends DocumentBase {
  readonly schema: 'evenhand/sandbox/1';
  readonly kind: 'sandbox';
  readonly form: LocalText;
  readonly authority: string;
  /** All of them, on the day of admission. */
  readonly entry: readonly {
    readonly id: string;
    readonly title: LocalText;
    readonly when: Condition;
    readonly cite: string;
  }[];
  /** How many may be inside at once. */
  readonly places?: number;
  /** The observation period comes first, where there is one. */
  readonly observation?: SandboxStage & { readonly lasts: Period };
  readonly inside: SandboxStage & { readonly lasts?: Period };
  /** The last day of the whole experiment, whoever entered when. */
  readonly ends?: Day;
  readonly limits: readonly SandboxLimit[];
  readonly triggers: readonly SandboxTrigger[];
}

/** What a plan does with whoever is in a stage, and which measures rest meanwhile. */
export interface SandboxStage {
  /** Left out of the frame of a draw, or told and advised without a check. */
  readonly plan: 'excluded' | 'contact-only';
  readonly suspends: readonly string[];
  readonly cite: string;
}

/** The most of something a firm may do inside, as it reports. */
export interface SandboxLimit {
  readonly id: string;
  readonly title: LocalText;
  readonly atMost: Decimal;
  /** How often it is reported. */
  readonly every?: Period;
  readonly cite: string;
}

/** So many events since the admission end it, or bring a check. */
export interface SandboxTrigger {
  readonly id: string;
  readonly title: LocalText;
  readonly kinds: readonly string[];
  readonly within?: Period;
  readonly atLeast: number;
  readonly does: 'end' | 'check';
  /** What a check looks at, and how long it takes from the day of the trigger. */
  readonly check?: { readonly item: string; readonly within: Period };
  readonly cite: string;
}
