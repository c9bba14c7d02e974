import { mistake } from './error.js';
import type { Issue } from './issue.js';
import { shownValue } from './shownValue.js';

/** What an argument, or a part of one, has to be. */
export type ArgumentKind = 'object' | 'array' | 'iterable' | 'string' | 'number' | 'function';

/**
 * What is asked of an argument: a kind, an object with some parts by name, or in brackets a list in which
 * each is such a thing: `[{ id: 'string' }]`.
 */
export type Wanted = ArgumentKind | readonly [Wanted] | { readonly [part: string]: Wanted };

/**
 * Refuses an argument that is no such thing at all, before it is read: a program in plain JavaScript has no
 * types that would say so. What is wrong with data is another matter: that is for the parsers, which return it.
 *
 * Only what the function reads at once is asked for, in the time of a look: a list is gone through only where
 * its members are asked for.
 *
 * @param call - the function, as its caller wrote it
 * @param argument - the argument's name in that function's documentation
 * @param from - what gives such a thing, where it isn't written by hand: `parseProgramme(…)`
 * @throws `bad-argument` with the path to the part
 */
export function requireArgument(
  call: string,
  argument: string,
  given: unknown,
  wanted: Wanted,
  from?: string,
): void {
  const fault = faultOf(given, wanted);
  if (fault === undefined) return;
  const { path, value, kind } = from === undefined ? fault : { path: [], value: given, kind: from };
  throw badArgument(call, [argument, ...path], value, kind);
}

/** The first part that is not what it has to be. */
interface Fault {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly kind: string;
}

function faultOf(value: unknown, wanted: Wanted): Fault | undefined {
  const kind = typeof wanted === 'string' ? wanted : Array.isArray(wanted) ? 'array' : 'object';
  if (!isOf(kind, value)) return { path: [], value, kind };
  if (typeof wanted === 'string') return undefined;
  const names = Array.isArray(wanted) ? (value as readonly unknown[]).keys() : Object.keys(wanted);
  for (const name of names) {
    const part = (Array.isArray(wanted) ? wanted[0] : wanted[name as never]) as Wanted;
    const fault = faultOf((value as Readonly<Record<string | number, unknown>>)[name], part);
    if (fault !== undefined) return { ...fault, path: [name, ...fault.path] };
  }
  return undefined;
}

function badArgument(call: string, path: Issue['path'], value: unknown, expected: string) {
  const argument = path.join('.');
  const given = typeof value === 'string' ? JSON.stringify(cut(value)) : shownValue(value);
  return mistake(
    'bad-argument',
    `\`${call}\` was given \`${given}\` as \`${argument}\` (expected ${expected})`,
    { call, argument, given, expected },
    path,
  );
}

function isOf(kind: ArgumentKind, value: unknown): boolean {
  switch (kind) {
    case 'array':
      return Array.isArray(value) || ArrayBuffer.isView(value);
    case 'iterable':
      return (
        typeof (value as Iterable<unknown> | undefined | null)?.[Symbol.iterator] === 'function' &&
        typeof value !== 'string'
      );
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return typeof value === kind;
  }
}

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
