import { createReadStream } from 'node:fs';
import { textParts } from './textParts.js';
import type { FileContent } from './writeContent.js';

/** So many lists and objects deep data is taken apart; what lies deeper is small, and one line. */
const DEPTH = 4;

/**
 * Plain data line by line, so that neither who writes it nor who reads it holds it as one text, of which
 * none has more than half a gigabyte.
 *
 * The first line is a text of the writer's; then `[` and `]` stand around the items of a list, `{` and `}`
 * around the fields of an object, each behind `:` and its name, and `=` before what is one line of JSON.
 */
export function lineParts(first: string, value: unknown): FileContent {
  return textParts({
    *[Symbol.iterator]() {
      yield `${first}\n`;
      yield* lines(value, DEPTH);
    },
  });
}

function* lines(value: unknown, depth: number): Generator<string> {
  if (typeof value !== 'object' || value === null || depth === 0) {
    // What JSON has no word for stands as null in a list, and is left out of an object before.
    yield `=${JSON.stringify(value) ?? 'null'}\n`;
  } else if (Symbol.iterator in value) {
    yield '[\n';
    for (const item of value as Iterable<unknown>) {
      if (isFlat(item)) yield `=${JSON.stringify(item) ?? 'null'}\n`;
      else yield* lines(item, depth - 1);
    }
    yield ']\n';
  } else {
    yield '{\n';
    for (const [name, item] of Object.entries(value)) {
      if (item === undefined) continue;
      yield `:${JSON.stringify(name)}\n`;
      yield* lines(item, depth - 1);
    }
    yield '}\n';
  }
}

/** Whether an item is plain, or an object that holds nothing but plain values. */
function isFlat(item: unknown): boolean {
  if (typeof item !== 'object' || item === null) return true;
  if (Symbol.iterator in item) return false;
  return Object.values(item).every((field) => typeof field !== 'object' || field === null);
}

/**
 * Reads what `lineParts` wrote.
 *
 * @param first - the text that the first line has to be
 * @returns undefined where there is no such file, another first line, or not all of it
 */
export async function readLineParts(path: string, first: string): Promise<unknown> {
  const tree = growingTree();
  let isFirst = true;
  try {
    for await (const some of linesOf(path)) {
      for (const line of some) {
        if (!isFirst) tree.take(line);
        else if (line !== first) return undefined;
        isFirst = false;
      }
    }
    return tree.done();
  } catch {
    // Whoever kept it makes it again.
    return undefined;
  }
}

/** The lines of a file, some at a time. */
async function* linesOf(path: string): AsyncGenerator<string[]> {
  let rest = '';
  for await (const part of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const some = (rest + part).split('\n');
    rest = some.pop() as string;
    yield some;
  }
  if (rest !== '') throw new Error('the last line has no end');
}

/** A list or an object that is being read. */
type Open = { readonly items: unknown[] } | { readonly fields: [string, unknown][]; name?: string };

function growingTree() {
  const open: Open[] = [];
  const whole: unknown[] = [];
  const add = (value: unknown): void => {
    const last = open.at(-1);
    if (last === undefined) whole.push(value);
    else if ('items' in last) last.items.push(value);
    else last.fields.push([last.name as string, value]);
  };
  return {
    take(line: string): void {
      const last = open.at(-1);
      const sign = line[0];
      if (sign === '=') add(JSON.parse(line.slice(1)));
      else if (sign === '[') open.push({ items: [] });
      else if (sign === '{') open.push({ fields: [] });
      else if (sign === ':' && last !== undefined && 'fields' in last)
        last.name = JSON.parse(line.slice(1)) as string;
      else if (sign === ']' && last !== undefined && 'items' in last) {
        open.pop();
        add(last.items);
      } else if (sign === '}' && last !== undefined && 'fields' in last) {
        open.pop();
        add(Object.fromEntries(last.fields));
      } else throw new Error(`a line that begins with ${sign}`);
    },
    done(): unknown {
      if (open.length > 0 || whole.length !== 1) throw new Error('not all of it');
      return whole[0];
    },
  };
}
