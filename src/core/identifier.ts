import { mistake } from './error.js';

/** Why an identifier breaks the draw's rule for bytes, or undefined where it keeps it. */
export function identifierFault(id: unknown): string | undefined {
  if (typeof id !== 'string') return 'it is no text';
  if (id === '') return 'it is empty';
  if (!id.isWellFormed()) return 'it has a lone surrogate';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\u0000-\u001f\u007f]/.test(id)) return 'it has a control character';
  if (id.startsWith(' ') || id.endsWith(' ')) return 'it begins or ends with a space';
  if (id.startsWith('\ufeff')) return 'it begins with a byte order mark';
  if (id.length > 256 || byteLength(id) > 256) return 'it is longer than 256 bytes';
  if (id.normalize('NFC') !== id) return 'it is not in Unicode normal form NFC';
  return undefined;
}

/**
 * The identifier itself, once it keeps the rule of `double-random/1` §1: 1 to 256 bytes of UTF-8 in
 * NFC, no control character, no space at either end. Nothing is normalised silently.
 *
 * @throws `bad-id`
 */
export function checkedId(id: string, what: string): string {
  const fault = identifierFault(id);
  if (fault === undefined) return id;
  throw mistake('bad-id', `bad id of ${what}: \`${String(id).slice(0, 80)}\`; ${fault}`, {
    given: String(id).slice(0, 80),
    what,
    fault,
  });
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
    `bad ${what}: \`${String(name).slice(0, 80)}\` (expected 1 to 64 of A-Z a-z 0-9 . : / + -)`,
    { given: String(name).slice(0, 80), what, expected: '[A-Za-z0-9.:/+-]{1,64}' },
  );
}

function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
