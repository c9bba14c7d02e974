/** Takes JSON text part by part, and gives what it says at the end. */
export interface JsonScanner {
  take(text: string): void;
  /**
   * The value of the text, with the lists whose items were taken left empty.
   *
   * @throws SyntaxError where it is no JSON
   */
  end(): unknown;
}

/** Takes an item of a list; `place` is that of the list itself in the list it stands in, from 0. */
export type ItemTaker = (item: unknown, place: number) => void;

/** A list or an object that is open; `key` is the last key met, or the number of items before. */
interface Level {
  readonly isList: boolean;
  key: string | number;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/**
 * Reads JSON that no text can hold: the items of some lists go to their takers one by one.
 *
 * @param lists - takers by the way to their list: keys parted by dots, `*` for the items of a list
 */
export function jsonScanner(lists: Readonly<Record<string, ItemTaker>>): JsonScanner {
  const levels: Level[] = [];
  let rest = '';
  let buffer = '';
  let at = 0;
  /** Where what was not yet put away begins: a key, an item, or text of the rest. */
  let from = 0;
  let isText = false;
  let textFrom = 0;
  let isKeyNext = false;
  let taker: ItemTaker | undefined;
  /** How many levels are open around the items of the list that is taken. */
  let depth = 0;
  let place = 0;

  const open = (isList: boolean): void => {
    if (taker !== undefined) {
      levels.push({ isList, key: 0 });
      return;
    }
    const found = isList
      ? lists[levels.map(({ isList: all, key }) => (all ? '*' : key)).join('.')]
      : undefined;
    const around = levels.findLast((level) => level.isList);
    place = around === undefined ? 0 : (around.key as number);
    levels.push({ isList, key: isList ? 0 : '' });
    isKeyNext = !isList;
    if (found === undefined) return;
    taker = found;
    depth = levels.length;
    rest += buffer.slice(from, at + 1);
    from = at + 1;
  };
  const giveItem = (): void => {
    const item = buffer.slice(from, at);
    if (item.trim() !== '') taker?.(JSON.parse(item), place);
    from = at + 1;
  };
  const close = (): void => {
    if (taker !== undefined && levels.length === depth) {
      giveItem();
      from = at;
      taker = undefined;
    }
    levels.pop();
    isKeyNext = false;
  };
  const comma = (): void => {
    if (taker !== undefined) {
      if (levels.length === depth) giveItem();
      return;
    }
    const level = levels.at(-1);
    if (level === undefined) return;
    if (level.isList) level.key = (level.key as number) + 1;
    else isKeyNext = true;
  };
  const endText = (): void => {
    isText = false;
    if (taker !== undefined || !isKeyNext) return;
    (levels.at(-1) as Level).key = JSON.parse(buffer.slice(textFrom, at + 1)) as string;
  };

  return {
    take(text) {
      const kept = Math.min(from, isText ? textFrom : from);
      buffer = buffer.slice(kept) + text;
      at -= kept;
      from -= kept;
      textFrom -= kept;
      for (; at < buffer.length; at++) {
        const unit = buffer.charCodeAt(at);
        if (isText) {
          if (unit === BACKSLASH) {
            // The sign after it says nothing here; where it has not come yet, it is waited for.
            if (at + 1 === buffer.length) break;
            at++;
          } else if (unit === QUOTE) endText();
        } else if (unit === QUOTE) {
          isText = true;
          textFrom = at;
        } else if (unit === COMMA) comma();
        else if (unit === COLON) isKeyNext = false;
        else if (unit === OPEN_OBJECT) open(false);
        else if (unit === OPEN_LIST) open(true);
        else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) close();
      }
      if (taker !== undefined || isText) return;
      rest += buffer.slice(from, at);
      from = at;
    },
    end() {
      if (taker !== undefined) throw new SyntaxError('the text ends inside a list');
      return JSON.parse(rest + buffer.slice(from));
    },
  };
}
