import { mistake } from './error.js';
import { shownValue } from './shownValue.js';

/** What an identifier can have against the draw's rule for bytes. */
export type IdentifierFault =
  | 'it is no text'
  | 'it is empty'
  | 'it is longer than 256 bytes'
  | 'it has a lone surrogate'
  | 'it has a control character'
  | 'it begins or ends with a space'
  | 'it begins with a byte order mark'
  | 'it is not in Unicode normal form NFC';

/** Why an identifier breaks the draw's rule for bytes, or undefined where it keeps it. */
export function identifierFault(id: unknown): IdentifierFault | undefined {
  if (typeof id !== 'string') return 'it is no text';
  if (id === '') return 'it is empty';
  if (id.length > LONGEST) return 'it is longer than 256 bytes';
  const { bytes, hasControl, isComposed } = scan(id);
  if (!isComposed && !id.isWellFormed()) return 'it has a lone surrogate';
  if (hasControl) return 'it has a control character';
  if (id.startsWith(' ') || id.endsWith(' ')) return 'it begins or ends with a space';
  if (id.startsWith('\ufeff')) return 'it begins with a byte order mark';
  if (bytes > LONGEST) return 'it is longer than 256 bytes';
  if (!isComposed && id.normalize('NFC') !== id) return 'it is not in Unicode normal form NFC';
  return undefined;
}

const LONGEST = 256;

/** One pass over the units of a text: its length in UTF-8, and what need not be looked at again. */
function scan(text: string) {
  let bytes = 0;
  let hasControl = false;
  let isComposed = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes++;
      hasControl ||= unit < 0x20 || unit === 0x7f;
    } else {
      // A surrogate is half of a character of four bytes.
      bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
      isComposed &&= standsAlone(unit);
    }
  }
  return { bytes, hasControl, isComposed };
}

/**
 * Whether a unit is a whole character that no normal form joins with another or takes apart: Latin
 * letters below the combining marks, and the Chinese characters in daily use. Text of these alone is
 * in NFC, without the call to `normalize` that would cost more than the rest of the check.
 */
const standsAlone = (unit: number): boolean => unit < 0x300 || (unit >= 0x4e00 && unit <= 0x9fff);

/**
 * The identifier itself, once it keeps the rule of `double-random/1` §1: 1 to 256 bytes of UTF-8 in
 * NFC, no control character, no space at either end. Nothing is normalised silently.
 *
 * @throws `bad-id`
 */
export function checkedId(id: string, what: string): string {
  const fault = identifierFault(id);
  if (fault === undefined) return id;
  throw mistake(
    'bad-id',
    `bad id of ${shownValue(what)}: \`${shownValue(id).slice(0, 80)}\`; ${fault}`,
    {
      given: shownValue(id).slice(0, 80),
      what: shownValue(what),
      fault,
    },
  );
}

const NAME = /^[A-Za-z0-9.:/+-]{1,64}$/;

/**
 * The name itself (drawId, stratum code, coordination group), once it is 1 to 64 of `A-Za-z0-9.:/+-`.
 *
 * @throws `bad-name`
 */
export function checkedName(name: string, what: string): string {
  if (typeof name === 'string' && NAME.test(name)) return name;
  throw mistake(
    'bad-name',
    `bad ${shownValue(what)}: \`${shownValue(name).slice(0, 80)}\` (expected 1 to 64 of A-Z a-z 0-9 . : / + -)`,
    {
      given: shownValue(name).slice(0, 80),
      what: shownValue(what),
      expected: '[A-Za-z0-9.:/+-]{1,64}',
    },
  );
}
