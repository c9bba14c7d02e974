import type { Day, DayRange } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import type { Assessment } from '../programme/assess.js';
import type { Event } from '../register/nouns.js';
import type { OfficialDecision, Proposal, VisitOutcome } from './outcome.js';
import type { Way } from './promised.js';

/** A demand of the plan, and where it stood at the end of the day that is looked back at. */
export interface DutyThen {
  readonly demand: string;
  readonly item: string;
  readonly way: Way;
  readonly reason?: string;
  readonly window: DayRange;
  readonly state: 'done' | 'open' | 'overdue' | 'deferred';
  /** The visit that did it, and its day; why it was deferred. */
  readonly visit?: string;
  readonly day?: Day;
  readonly deferredBecause?: string;
}

/** A request for a visit that the ledger refused, with the limits that stood against it. */
export interface RefusedThen {
  readonly request: string;
  readonly by: string;
  readonly at: Day;
  readonly because: readonly string[];
}

/** The conditions that can be computed. */
export const DILIGENCE_CHECKS = [
  'rule-in-force',
  'duties-done',
  'answers-followed',
  'faults-acted-on',
  'published-in-time',
] as const;
export type DiligenceCheckName = (typeof DILIGENCE_CHECKS)[number];

/** One condition, whether it held by what was known, and what shows it. */
export interface DiligenceCheck {
  readonly check: DiligenceCheckName;
  /** `none` where there was nothing that could hold or not, `unknown` where what would show it was not given. */
  readonly answer: 'yes' | 'no' | 'none' | 'unknown';
  /** Ids of what shows it, or of what stands against it. */
  readonly shownBy: readonly string[];
}

/** What an exemption is weighed by (动机态度、客观条件、程序方法、性质程度、后果影响、挽回损失). */
export const EXEMPTION_CIRCUMSTANCES = [
  'motive-and-attitude',
  'objective-conditions',
  'procedure-and-method',
  'nature-and-degree',
  'consequences',
  'losses-recovered',
] as const;
export type ExemptionCircumstance = (typeof EXEMPTION_CIRCUMSTANCES)[number];

/** All that could be acted on by the day: nothing in it changes by what came to be known later. */
export interface KnownThen {
  readonly events: readonly Event[];
  readonly lists: readonly string[];
  /** The answer by the rules in force, with their ids and digests; none where none could be given. */
  readonly receipt?: Assessment;
  readonly issues: readonly Issue[];
  readonly duties: readonly DutyThen[];
  readonly visits: readonly VisitOutcome[];
  readonly refused: readonly RefusedThen[];
  readonly proposals: readonly Proposal[];
  readonly decisions: readonly OfficialDecision[];
  readonly checks: readonly DiligenceCheck[];
}

/**
 * A file for the question of exemption (尽职免责), about one entity and one day: what was known then,
 * which rule applied, what was asked, and what was done.
 *
 * It answers what can be computed and names what people weigh. It clears nobody and blames nobody.
 */
export interface DueDiligenceFile {
  readonly schema: 'evenhand/due-diligence/1';
  readonly engine: string;
  readonly entity: string;
  readonly day: Day;
  readonly writtenOn: Day;
  readonly then: KnownThen;
  /** The digest of `then`: the same whenever the file is written. */
  readonly digest: string;
  /** What had happened by the day and came to be known after it: nobody could act on it. */
  readonly learntSince: readonly Event[];
  /** Where the entity would have stood had that been known; left out where it is the same or unknown. */
  readonly hindsight?: { readonly risk: string; readonly credit: string };
  /** What the file speaks to, and what is for people to weigh. */
  readonly speaksTo: readonly ExemptionCircumstance[];
  readonly leftToPeople: readonly ExemptionCircumstance[];
}
