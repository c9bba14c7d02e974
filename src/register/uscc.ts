import { mistake } from '../core/error.js';
import type { UsccFault } from './codes.js';

/** The parts of a unified social credit code before its two check characters are known. */
export interface UsccBase {
  /** The registration authority (登记管理部门), e.g. `9` for market supervision. */
  readonly authority: string;
  /** The type of body (机构类别), e.g. `1` for an enterprise, `2` for a sole trader. */
  readonly type: string;
  /** The division at registration (GB/T 2260), six digits. */
  readonly division: string;
  /** The organisation code (GB 11714) without its check character, eight characters. */
  readonly organisation: string;
}

// GB 32100-2015 §4.2 table 1: no I, O, S, V, Z.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
// GB 32100-2015 §4.3 table 3: 3^(i-1) mod 31.
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
// GB 11714-1997: the weights of an organisation code's first eight characters.
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Whether a text is a unified social credit code (统一社会信用代码) that keeps both check characters. */
export function isUscc(text: string): boolean {
  return usccFault(text) === undefined;
}

/**
 * What is wrong with a unified social credit code, or undefined where nothing is.
 *
 * A division is only asked to be six digits: a code keeps the division of the day it was given, so
 * abolished divisions stay valid. The second character may be any digit but 0, since types are added.
 *
 * @returns `uscc-length` | `uscc-alphabet` | `uscc-head` | `uscc-division` | `uscc-check` |
 * `uscc-organisation`, the first that applies
 * @source GB 32100-2015 (check character), GB 11714-1997 (organisation code). The standard's
 * 31 - r gives 31 where r = 0; the check character is then `0`.
 * @example
 * ```ts
 * import { usccFault } from 'evenhand/register';
 *
 * usccFault('91110108551385082Q'); // => undefined
 * usccFault('91110108551385082R'); // => 'uscc-check'
 * ```
 */
export function usccFault(text: string): UsccFault | undefined {
  if (text.length !== 18) return 'uscc-length';
  if (!/^[0-9A-HJ-NP-RTUW-Y]*$/.test(text)) return 'uscc-alphabet';
  if (!/^[1-9ANY][1-9]/.test(text)) return 'uscc-head';
  if (!/^..\d{6}/.test(text)) return 'uscc-division';
  if (checkCharacter(text) !== text[17]) return 'uscc-check';
  if (organisationCheck(text.slice(8, 16)) !== text[16]) return 'uscc-organisation';
  return undefined;
}

/**
 * Completes a unified social credit code with both its check characters, for generated registers.
 *
 * @throws `uscc-length` | `uscc-alphabet` | `uscc-head` | `uscc-division` for parts that cannot stand
 * in a code
 * @example
 * ```ts
 * import { isUscc, usccOf } from 'evenhand/register';
 *
 * const code = usccOf({ authority: '9', type: '1', division: '110105', organisation: '12345678' });
 * isUscc(code); // => true
 * ```
 */
export function usccOf(base: UsccBase): string {
  const { authority, type, division, organisation } = base;
  const body = `${authority}${type}${division}${organisation}`;
  const seventeen = `${body}${organisationCheck(organisation)}`;
  const code = `${seventeen}${checkCharacter(seventeen)}`;
  const sizes = [authority, type, division, organisation].map((part) => part.length);
  const fault = sizes.join() === '1,1,6,8' ? usccFault(code) : 'uscc-length';
  if (fault === undefined) return code;
  throw mistake(
    fault,
    `no unified social credit code begins with \`${body}\` (expected authority 1-9 A N Y, type 1-9, six digits, eight of ${ALPHABET})`,
    { given: body },
  );
}

function checkCharacter(text: string): string {
  let sum = 0;
  WEIGHTS.forEach((weight, i) => {
    sum += weight * ALPHABET.indexOf(text.charAt(i));
  });
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Letters count A = 10 … Z = 35 here, as in GB 11714, not their place in the alphabet above. */
function organisationCheck(eight: string): string {
  let sum = 0;
  ORGANISATION_WEIGHTS.forEach((weight, i) => {
    sum += weight * Number.parseInt(eight.charAt(i), 36);
  });
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
