import { badOption } from '../options.js';

/** Where a ledger is: a file, or a schema of a PostgreSQL database. */
export type LedgerAddress =
  | { readonly kind: 'file'; readonly given: string }
  | {
      readonly kind: 'postgres';
      /** What the driver is told, the password included: never to be shown. */
      readonly url: string;
      /** The schema the tables stand in, where the address names one. */
      readonly schema?: string;
      /** The address as it may be shown. */
      readonly shown: string;
      /** Every way the password is written in the address. */
      readonly secrets: readonly string[];
    };

// No file is called `postgres:…`: it is an address that was mistyped, and may hold a password.
const SCHEME = /^(?:([a-z][a-z0-9+.-]*):\/\/|(postgres(?:ql)?):)/i;

/**
 * Reads where a ledger is. `postgres://USER@HOST:PORT/DATABASE?schema=NAME` is a database, a path is a file.
 *
 * @throws `bad-option` for an address of another kind, or one that cannot be read; no password is in it
 */
export function ledgerAddress(given: string): LedgerAddress {
  const [, complete, bare] = SCHEME.exec(given) ?? [];
  const scheme = (complete ?? bare)?.toLowerCase();
  if (scheme === undefined) return { kind: 'file', given };
  const wrong = () => badOption('<ledger>', `${scheme}://…`, EXPECTED);
  if (bare !== undefined || !/^postgres(ql)?$/.test(scheme)) throw wrong();
  try {
    const url = new URL(given);
    const { username, host, pathname, password, searchParams } = url;
    for (const part of [username, password, pathname]) decodeURIComponent(part);
    const schema = searchParams.get('schema') ?? undefined;
    const secrets = [password, decodeURIComponent(password), searchParams.get('password') ?? ''];
    searchParams.delete('schema');
    return {
      kind: 'postgres',
      url: url.href,
      ...(schema === undefined ? {} : { schema }),
      shown: `${scheme}://${username === '' ? '' : `${username}@`}${host}${pathname}${schema === undefined ? '' : `?schema=${schema}`}`,
      secrets: [...new Set(secrets)].filter((one) => one !== ''),
    };
  } catch {
    // What cannot be read may hold a password anywhere.
    throw wrong();
  }
}

const EXPECTED = 'FILE | postgres://USER@HOST:PORT/DATABASE';

/** A text in which the passwords of addresses are left out. */
export function withoutPasswords(text: string): string {
  return text.replaceAll(PASSWORD, '$1…@').replaceAll(PARAMETER, '$1…');
}

const PASSWORD = /([a-z][a-z0-9+.-]*:\/\/[^\s:@/?#]*:)[^\s@]*@/gi;
const PARAMETER = /([a-z][a-z0-9+.-]*:\/\/[^\s]*[?&](?:password|sslpassword)=)[^\s&]*/gi;
