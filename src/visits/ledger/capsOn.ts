import type { Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { referenceOf } from '../../document/book.js';
import type { DocumentReference } from '../../document/document.js';
import type { Cap } from '../cap.js';
import { because } from './because.js';
import type { Because } from './request.js';

/**
 * The caps that rule on a day: of several versions of one the version in force, and none whose sunset is
 * over, since it protects nobody any more.
 *
 * @returns a refusal where a cap has no version in force on the day: an older one is never taken by
 * silence
 * @throws `caps-overlap` where two versions of one cap are in force on the day
 */
export function capsOn(caps: readonly Cap[], day: Day, id: string): readonly Cap[] | Because {
  const [only] = caps;
  if (caps.length === 1 && only !== undefined && isInForce(only, day)) {
    return protects(only, day) ? caps : NONE;
  }
  const names = [...new Set(caps.map((cap) => cap.id))];
  const ruling: Cap[] = [];
  for (const name of names) {
    const versions = caps.filter((cap) => cap.id === name);
    const inForce = versions.filter((cap) => isInForce(cap, day));
    const [cap, second] = inForce;
    if (second !== undefined) {
      throw mistake(
        'caps-overlap',
        `cap \`${name}\` has two versions in force on \`${day}\`: \`${inForce.map(({ version }) => version).join(', ')}\` (expected one)`,
        { cap: name, given: inForce.map(({ version }) => version), day },
      );
    }
    if (cap === undefined) {
      const expected = versions.map(({ from, to = '' }) => `${from}..${to}`).join(', ');
      return because('cap-not-in-force', 'day', { cap: name, id, given: day, expected });
    }
    if (protects(cap, day)) ruling.push(cap);
  }
  return ruling;
}

const NONE: readonly Cap[] = [];

const isInForce = ({ from, to }: Cap, day: Day): boolean =>
  from <= day && (to === undefined || day <= to);

const protects = ({ sunset }: Cap, day: Day): boolean => sunset === undefined || day <= sunset;

/** Whether caps could be found: what stands against it otherwise. */
export function isRuling(found: readonly Cap[] | Because): found is readonly Cap[] {
  return Array.isArray(found);
}

/** The caps' names, versions and digests, as receipts state them. */
export function referencesOf(caps: readonly Cap[]): DocumentReference[] {
  return caps.map((cap) => {
    const known = references.get(cap);
    if (known !== undefined) return known;
    const reference = Object.freeze(referenceOf(cap));
    references.set(cap, reference);
    return reference;
  });
}

/** A document's digest costs more than a decision under it, and documents don't change. */
const references = new WeakMap<Cap, DocumentReference>();
