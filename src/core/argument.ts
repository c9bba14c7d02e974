import { mistake } from './error.js';

/** What an argument, or a part of one, has to be. */
export type ArgumentKind = 'object' | 'array' | 'iterable' | 'string' | 'number' | 'function';

/** The parts of an argument that are read at once, by name. */
export type ArgumentParts = Readonly<Record<string, ArgumentKind>>;

/**
 * Refuses an argument that is no such thing at all, before it is read: a program in plain JavaScript has no
 * types that would say so. What is wrong with data is another matter: that is for the parsers, which return it.
 *
 * Only what the function reads at once is asked for, in the time of a look: nothing is gone through.
 *
 * @param call - the function, as its caller wrote it
 * @param argument - the argument's name in that function's documentation
 * @param wanted - what it is, or an object with some parts
 * @param from - what gives such a thing, where it isn't written by hand: `parseProgramme(…)`
 * @throws `bad-argument` with the path to the part
 */
export function requireArgument(
  call: string,
  argument: string,
  given: unknown,
  wanted: ArgumentKind | ArgumentParts,
  from?: string,
): void {
  const kind = typeof wanted === 'string' ? wanted : 'object';
  const parts: ArgumentParts = typeof wanted === 'string' ? {} : wanted;
  if (!isOf(kind, given)) throw badArgument(call, [argument], given, from ?? kind);
  for (const name in parts) {
    const part = parts[name] as ArgumentKind;
    const value = (given as Readonly<Record<string, unknown>>)[name];
    if (isOf(part, value)) continue;
    throw from === undefined
      ? badArgument(call, [argument, name], value, part)
      : badArgument(call, [argument], given, from);
  }
}

function badArgument(call: string, path: readonly string[], value: unknown, expected: string) {
  const [argument, given] = [path.join('.'), shown(value)];
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

/** What was given, in a few signs: the names of an object's parts, how many a list holds. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(cut(value));
  if (typeof value === 'function') return 'function';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[… ${value.length}]`;
  if (typeof value !== 'object' || value === null) return cut(String(value));
  const names = Object.keys(value);
  return `{${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''}}`;
}

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
