import type { DocumentBase, DocumentReference, LocalText } from '../document/document.js';
import type { Item, Method } from '../register/nouns.js';
import type { Provision } from './standard.js';

/** A department's own question in a line of a joint checklist: nothing of it is lost. */
export interface ChecklistSource {
  readonly authority: string;
  readonly standard: string;
  readonly item: string;
  readonly question: LocalText;
  readonly rank: Item['rank'];
  readonly methods: readonly Method[];
  readonly duties: readonly Provision[];
  readonly powers: readonly Provision[];
  readonly measure?: LocalText;
}

/** One question of a joint checklist, asked once, whoever has it. */
export interface ChecklistItem {
  /** `authority/item` of its first source. */
  readonly id: string;
  readonly question: LocalText;
  /** Key where one department calls it key. */
  readonly rank: Item['rank'];
  /** Every authority that has it, the lead first. */
  readonly authorities: readonly string[];
  /** Who asks it for all of them. */
  readonly checkedBy: string;
  readonly methods: readonly Method[];
  /** The duties it asks, `law article`; none stands in another line. */
  readonly duties: readonly string[];
  readonly sources: readonly ChecklistSource[];
}

/**
 * The joint checklist of a scene (联合检查单, 一业一单), or of one visit, where `visit` names it. It is a
 * document, so its digest fixes it.
 */
export interface JointChecklist extends DocumentBase {
  readonly schema: 'evenhand/checklist/1';
  readonly kind: 'checklist';
  readonly method: 'joint-checklist/1';
  readonly scene: DocumentReference;
  readonly standards: readonly DocumentReference[];
  readonly lead: string;
  readonly partners: readonly string[];
  readonly visit?: string;
  readonly items: readonly ChecklistItem[];
}
