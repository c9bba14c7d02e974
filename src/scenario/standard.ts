import { requireArgument } from '../core/argument.js';
import type { DocumentBase, LocalText } from '../document/document.js';
import type { Item, Method } from '../register/nouns.js';

/**
 * A place in a law, as finely as the law is divided: article, paragraph, point (条、款、项). Two questions are
 * the same where they share one, so a whole article is named only where it says one thing.
 */
export interface Provision {
  readonly law: string;
  readonly article: string;
  readonly cite: string;
}

/** What a firm has to do, in words it can follow (合规义务). */
export interface Obligation {
  readonly id: string;
  readonly chapter: string;
  readonly title: LocalText;
  readonly text: LocalText;
  /** The duties of the law it puts into words. */
  readonly duties: readonly Provision[];
}

/** One question of a department's list of checks (检查事项). */
export interface StandardItem {
  readonly id: string;
  readonly question: LocalText;
  readonly rank: Item['rank'];
  readonly methods: readonly Method[];
  /** The firm's duties it asks: by these the question is known. */
  readonly duties: readonly Provision[];
  /** Why the department may check it; no question is known by these. */
  readonly powers?: readonly Provision[];
  /** How one tells that it is met (检查标准). */
  readonly measure?: LocalText;
}

/** What one department asks of the firms of a trade, and checks (部门监管标准). */
export interface DepartmentStandard extends DocumentBase {
  readonly schema: 'evenhand/standard/1';
  readonly kind: 'standard';
  readonly authority: string;
  readonly name: LocalText;
  readonly obligations: readonly Obligation[];
  readonly items: readonly StandardItem[];
}

/** A provision by its name: the law and the place, which have no blanks. */
export function dutyName(provision: Pick<Provision, 'law' | 'article'>): string {
  requireArgument('dutyName', 'provision', provision, 'object');
  const { law, article } = provision;
  return `${law} ${article}`;
}
