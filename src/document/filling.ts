import type { Schema } from './schemaParts.js';
import { partsOf } from './schemaParts.js';

/** How a name is written that stands where nobody can read one; no document has two colons in a name. */
const UNREAD = 'unread::';
/** The same where a whole list of names cannot be read, so that it may have held any. */
const ANY_NAME = 'unread::any::';

/** Decimals do the same for closed sets of numbers; no document has these. */
const UNREAD_NUMBER = /^-?9876[45](?:\.0+)?$/;
const ANY_NUMBER = /^-?98764(?:\.0+)?$/;

/** Whether a text speaks of a name, or is a number, that cannot be read. */
export const isUnread = (text: unknown): boolean =>
  typeof text === 'string' && (text.includes(UNREAD) || UNREAD_NUMBER.test(text));

/** Whether it stands for any number of them. */
export const isAnyName = (text: unknown): boolean =>
  typeof text === 'string' && (text.includes(ANY_NAME) || ANY_NUMBER.test(text));

/** What stands in the places that cannot be read: another thing by every turn. */
export interface Filling {
  readonly turn: number;
  /** A name nobody has, or one that was chosen for it. */
  readonly name: (isAny: boolean) => string;
}

/** Names for one reading; the same in the same order, unless others are chosen for them. */
export function fillingOf(
  turn: number,
  chosen: (unread: string) => string | undefined = () => undefined,
): Filling {
  let names = 0;
  return {
    turn,
    name: (isAny) => {
      const unread = `${isAny ? ANY_NAME : UNREAD}${++names}`;
      return chosen(unread) ?? unread;
    },
  };
}

/**
 * Something a schema takes, in the place of what it does not take. Even turns leave out and keep
 * small, odd ones put in and make large; of several shapes each turn takes the next.
 */
export function filled(schema: Schema, filling: Filling, isList = false): unknown {
  const { turn } = filling;
  const isOdd = turn % 2 === 1;
  const parts = partsOf(schema);
  switch (parts.type) {
    case 'optional':
      return isOdd ? filled(parts.inner, filling, isList) : undefined;
    case 'lazy':
      return filled(parts.inner, { ...filling, turn: turn + 1 }, isList);
    case 'object': {
      const fields = Object.entries(parts.shape).map(([key, one]) => [
        key,
        filled(one, filling, isList),
      ]);
      return Object.fromEntries(fields.filter(([, one]) => one !== undefined));
    }
    case 'array':
      return !isOdd && takes(schema, []) ? [] : [filled(parts.element, filling, true)];
    case 'tuple':
      return parts.items.map((one) => filled(one, filling, isList));
    case 'record':
      return isOdd ? { [filling.name(true)]: filled(parts.value, filling, true) } : {};
    case 'union':
      return (
        leaf(schema, filling, isList) ??
        filled(parts.options[turn % parts.options.length] as Schema, filling, isList)
      );
    case 'words':
      return parts.words[turn % parts.words.length];
    case 'leaf':
      return leaf(schema, filling, isList);
  }
}

const takes = (schema: Schema, value: unknown): boolean => schema.safeParse(value).success;

/** A text or a number the schema takes: a name where it takes names. */
function leaf(schema: Schema, { turn, name }: Filling, isList: boolean): unknown {
  if (takes(schema, NAME)) return name(isList);
  const sign = turn % 2 === 0 ? '-' : '';
  return [`${sign}${isList ? 98764 : 98765}`, ...(sign === '' ? LARGE : SMALL)].find((one) =>
    takes(schema, one),
  );
}

/** Stands for any name where it is asked whether a schema takes names. */
const NAME = `${UNREAD}0`;

const SMALL = [false, 0, 1, '0', '0%', '0001-01-01', '01-01', '1:1', '0'.repeat(64)];
const LARGE = [
  ...[true, 999, 99, 12, 9, 7, 5, 1, '999', '77%', '9999-12-31', '12-31', '7:1'],
  'f'.repeat(64),
];
