import { mistake } from '../core/error.js';
import { hex } from '../core/hex.js';
import { shownValue } from '../core/shownValue.js';
import { utf8 } from '../core/utf8.js';

/** Characters that mean nothing to any engine between two quotation marks. */
const PLAIN = /^[\p{L}\p{N} .:,;/+*=<>()%&!#@_-]*$/u;

/**
 * A text literal. Between the quotation marks stands nothing but letters, digits and harmless signs:
 * any other text is written as the hex digits of its UTF-8, so that no setting of an engine
 * (backslashes, variables, comments) can make it end early.
 */
export function literal(value: string, fromHex: (hex: string) => string): string {
  if (PLAIN.test(value) && !value.includes('--') && !value.includes('/*')) return `'${value}'`;
  return fromHex(hex(utf8(value)).toUpperCase());
}

/**
 * An identifier between `quote`s, which are doubled inside it.
 *
 * @throws `bad-sql-name` for an empty one, one with a control character or half a character, or one
 * with a sign that engines replace or read as an escape even there
 */
export function quotedName(name: string, quote: '"' | '`'): string {
  const isBad =
    typeof name !== 'string' ||
    name === '' ||
    name.length > 128 ||
    /[\p{C}\\$]/u.test(name) ||
    !name.isWellFormed();
  if (isBad) {
    const given = JSON.stringify(shownValue(name).slice(0, 80));
    throw mistake(
      'bad-sql-name',
      `no name for a table or a column: \`${given}\` (expected 1 to 128 characters, without control characters, \`\\\` and \`$\`)`,
      { given },
    );
  }
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}
