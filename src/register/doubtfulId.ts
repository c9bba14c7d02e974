import { isUscc } from './uscc.js';

/** What a spreadsheet makes of a long number: `9.11101E+17`, `9111010100000.0`. */
const NUMBER = /^\d+(?:\.\d+)?E\+\d+$|^\d+\.0+$/i;

/** The mark that a spreadsheet puts before text, and leaves in a file. */
const APOSTROPHE = /^['\u2018\u2019]/;

/** Signs that nobody sees: zero-width ones, marks of direction; at an end also spaces of other kinds. */
const UNSEEN = /\p{Cf}|^[\u00a0\u3000]|[\u00a0\u3000]$/u;

/**
 * Whether an id may stand and was hardly meant: what a spreadsheet made of a number, one with the
 * apostrophe that a spreadsheet puts before text, a sound unified social credit code in small letters, or one with
 * signs that nobody sees. Such an id draws another
 * ticket than the firm's own, and no other file finds it.
 */
export function isDoubtfulId(id: string): boolean {
  if (NUMBER.test(id) || APOSTROPHE.test(id) || UNSEEN.test(id)) return true;
  return id.length === 18 && id !== id.toUpperCase() && isUscc(id.toUpperCase());
}
