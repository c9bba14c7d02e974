import type { DocumentBase, LocalText, Scale } from '../document/document.js';
import type { Condition } from '../register/condition.js';
import type { Method } from '../register/nouns.js';

/** How the firms of one cell are supervised in this scene (差异化监管措施). */
export interface SceneMeasures {
  /** The share drawn a year; as the matrix has it where left out. */
  readonly ratio?: string;
  /** The most joint visits a year. */
  readonly visits?: number;
  readonly methods?: readonly Method[];
  /** All of the checklist, or its key items alone. */
  readonly items: 'all' | 'key';
  readonly note?: LocalText;
  readonly cite: string;
}

/** Who is evaluated on which scales, and what follows, for every pair of levels (一业一评). */
export interface SceneEvaluation {
  readonly credit: Scale;
  readonly risk: Scale;
  readonly cells: Readonly<Record<string, Readonly<Record<string, SceneMeasures>>>>;
}

/**
 * A scene of business with one lead authority (监管场景): which firms, which departments, whose standards are
 * merged, and how its firms are evaluated.
 */
export interface Scene extends DocumentBase {
  readonly schema: 'evenhand/scene/1';
  readonly kind: 'scene';
  readonly scope: Condition;
  readonly lead: string;
  readonly partners: readonly string[];
  /** The standards that are merged, by id: the version of the day is taken. */
  readonly standards: readonly string[];
  /** Chapters of the handbook, in order. */
  readonly chapters: readonly { readonly id: string; readonly title: LocalText }[];
  /** Who checks what several may: the first that names a law of the question and has it; else the lead, else the first partner. */
  readonly checkedBy?: readonly {
    readonly law: string;
    readonly authority: string;
    readonly cite: string;
  }[];
  readonly evaluation?: SceneEvaluation;
}

/** The authorities of a scene, its lead first. */
export function authoritiesOfScene({ lead, partners }: Pick<Scene, 'lead' | 'partners'>): string[] {
  return [lead, ...partners];
}
