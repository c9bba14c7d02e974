import type { Day } from '../../core/day.js';
import type { DocumentReference, LocalText, Scale } from '../../document/document.js';

/** The rule's part in a score, before and after, as exact decimals; left out where it had none. */
export interface PointChange {
  readonly rule: string;
  readonly from?: string;
  readonly to?: string;
  /** The events behind the points of after, by id. */
  readonly events: readonly string[];
  readonly cite: string;
  readonly article: string;
}

/** An override as a change names it. */
export interface OverrideNote {
  readonly id: string;
  readonly reason: LocalText;
  readonly cite: string;
}

/** An entity that came to a level, went from one to another, or left the register, and why. */
export interface LevelChange {
  readonly entity: string;
  readonly on: Day;
  readonly round: string;
  readonly cause: 'first' | 'regraded' | 'left';
  readonly scale: string;
  /** The level before, and after; a status of the scheme where it stands outside the scale. */
  readonly from?: string;
  readonly to?: string;
  readonly score?: { readonly from?: string; readonly to?: string };
  /** The range of the scheme each level came from. */
  readonly band?: { readonly from?: string; readonly to?: string };
  /** What became of each rule's points since the level before was set; they add up to the score's. */
  readonly points: readonly PointChange[];
  readonly overrides: {
    readonly began: readonly OverrideNote[];
    readonly ended: readonly string[];
  };
  /** The standard, `id@version`, where another one rates than before. */
  readonly scheme: { readonly from?: string; readonly to?: string };
}

/** Where an entity stands since its last change, with what the level was made of. */
export interface LevelStanding {
  readonly entity: string;
  readonly scale: string;
  readonly level: string;
  /** It is a status: a standing outside the scale. */
  readonly status?: true;
  readonly since: Day;
  readonly scheme: DocumentReference;
  readonly score?: string;
  readonly start?: string;
  readonly band?: string;
  readonly points: Readonly<Record<string, string>>;
  readonly overrides: readonly string[];
}

/** A round that was done. */
export interface DoneRound {
  readonly on: Day;
  readonly round: string;
  readonly rated: number;
  readonly changed: number;
  /** Better levels that the round may not give, by entity. */
  readonly held: readonly { readonly entity: string; readonly to: string }[];
  /** Entities that could not be rated and kept what they had. */
  readonly unrated: readonly string[];
  readonly schemes: readonly DocumentReference[];
}

/** Every level of every entity since the first round: only added to, never edited. */
export interface LevelHistory {
  readonly schema: 'evenhand/level-history/1';
  readonly regrading: DocumentReference;
  readonly scales: readonly Scale[];
  readonly rounds: readonly DoneRound[];
  readonly changes: readonly LevelChange[];
  /** One for each entity, in the order of their ids' bytes. */
  readonly standings: readonly LevelStanding[];
}
