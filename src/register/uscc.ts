import { requireArgument } from '../core/argument.js';
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
 * `uscc-organisation`, the first that applies; of what is no text the length
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
  if (typeof text !== 'string' || text.length !== 18) return 'uscc-length';
  if (isSound(text)) return undefined;
  if (!/^[0-9A-HJ-NP-RTUW-Y]*$/.test(text)) return 'uscc-alphabet';
  if (!/^[1-9ANY][1-9]/.test(text)) return 'uscc-head';
  if (!/^..\d{6}/.test(text)) return 'uscc-division';
  if (checkCharacter(text) !== text[17]) return 'uscc-check';
  if (organisationCheck(text, 8) !== text[16]) return 'uscc-organisation';
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
  requireArgument('usccOf', 'base', base, {
    authority: 'string',
    type: 'string',
    division: 'string',
    organisation: 'string',
  });
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

/**
 * Whether 18 characters are a code, in one pass over them: of millions that are checked nearly all are, and
 * to say what is wrong with one by one costs eight times as much.
 */
function isSound(text: string): boolean {
  let sum = 0;
  let organisation = 0;
  for (let i = 0; i < 17; i++) {
    const unit = text.charCodeAt(i);
    const value = WORTH[unit] ?? -1;
    if (value < 0 || ((PLACES[unit] as number) & (1 << (i < 2 ? i : i < 8 ? 2 : 3))) === 0)
      return false;
    sum += (WEIGHTS[i] as number) * value;
    if (i >= 8 && i < 16) {
      organisation +=
        (ORGANISATION_WEIGHTS[i - 8] as number) * (ORGANISATION_WORTH[unit] as number);
    }
  }
  return text[17] === checkOf(sum) && text[16] === organisationCheckOf(organisation);
}

// Tables by the unit of a character: a sum of 17 look-ups, since millions of codes are checked.
const WORTH = /* @__PURE__ */ worth((sign) => ALPHABET.indexOf(sign));
/** Letters count A = 10 … Z = 35 here, as in GB 11714, not their place in the alphabet above. */
const ORGANISATION_WORTH = /* @__PURE__ */ worth((sign) => Number.parseInt(sign, 36));

function worth(of: (sign: string) => number): Int8Array {
  return Int8Array.from({ length: 128 }, (_, unit) => of(String.fromCharCode(unit)));
}

/** What a sign may be: bit 0 the first of a code, bit 1 its second, bit 2 a digit, bit 3 any other. */
const PLACES = /* @__PURE__ */ worth((sign) => {
  const isDigit = /[0-9]/.test(sign);
  return 8 + (isDigit ? 4 : 0) + (/[1-9]/.test(sign) ? 2 : 0) + (/[1-9ANY]/.test(sign) ? 1 : 0);
});

function checkCharacter(text: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++)
    sum += (WEIGHTS[i] as number) * (WORTH[text.charCodeAt(i)] as number);
  return checkOf(sum);
}

function organisationCheck(eight: string, from = 0): string {
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const unit = eight.charCodeAt(from + i);
    sum += (ORGANISATION_WEIGHTS[i] as number) * (ORGANISATION_WORTH[unit] as number);
  }
  return organisationCheckOf(sum);
}

const checkOf = (sum: number): string => ALPHABET.charAt((31 - (sum % 31)) % 31);

function organisationCheckOf(sum: number): string {
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
