/**
 * One contribution to a score: which rule, what it saw, how many points, and where the rule stands.
 *
 * The points of all reasons and the scheme's start add up to the score exactly; what a cap of a
 * part or of the total takes away or adds is a reason of its own (`what: 'cap'`).
 */
export interface Reason {
  readonly rule: string;
  readonly what: 'bin' | 'lookup' | 'condition' | 'event' | 'missing' | 'cap';
  readonly input?: string;
  readonly given?: string;
  readonly bin?: string;
  readonly event?: { readonly id: string; readonly kind: string; readonly on: string };
  readonly repaired?: boolean;
  readonly share?: string;
  readonly points: string;
  readonly cite: string;
  readonly article: string;
}

/** A reason before its points are written out and its citation is looked up. */
export type RawReason = Omit<Reason, 'points' | 'article'> & { readonly units: number };
