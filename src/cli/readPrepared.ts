import { createReadStream } from 'node:fs';
import { dictionary } from '../core/dictionary.js';
import { growingWords } from '../core/growing.js';
import { textColumn } from '../core/textColumn.js';
import { textIndex } from '../core/textIndex.js';
import type { FrameUnit } from '../draw/unit.js';
import { FrameRows } from '../plan/frameRows.js';
import type { Prepared, Standing } from '../plan/prepared.js';
import { StandingRows, standingColumns } from '../plan/standingColumns.js';
import { jsonScanner } from './files/jsonScanner.js';

/**
 * A prepared plan out of its file, however large: its frames and standings are columns.
 *
 * @throws SyntaxError where the file is no JSON
 */
export async function readPrepared(path: string): Promise<Prepared> {
  const ids = textColumn();
  const standings = standingColumns();
  const frames = sharedFrames();
  const scanner = jsonScanner({
    standings(item) {
      ids.add((item as Standing).id);
      standings.add(item as Standing);
    },
    'tasks.*.frame': (item, task) => frames.add(task, item as FrameUnit),
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const part of createReadStream(path, { highWaterMark: 1 << 18 })) {
    scanner.take(decoder.decode(part as Uint8Array, { stream: true }));
  }
  scanner.take(decoder.decode());
  const rest = scanner.end() as Prepared;
  const order = Uint32Array.from({ length: ids.count() }, (_, i) => i);
  return {
    ...rest,
    standings: new StandingRows(ids, standings, order),
    tasks: rest.tasks?.map((one, i) => ({ ...one, frame: frames.of(i) })),
  };
}

/** The frames of several tasks, whose ids are kept once. */
function sharedFrames() {
  const ids = textColumn();
  const index = textIndex(ids);
  const kinds = dictionary<Omit<FrameUnit, 'id'>>((kind) => JSON.stringify(kind));
  const all: Omit<FrameUnit, 'id'>[] = [];
  const tasks: { readonly who: Growing; readonly kind: Growing }[] = [];
  const frameOf = (task: number) => {
    while (tasks.length <= task) tasks.push({ who: growingWords(), kind: growingWords() });
    return tasks[task] as (typeof tasks)[number];
  };
  return {
    add(task: number, { id, ...kind }: FrameUnit): void {
      const known = index.find(id);
      const { who, kind: kindOf } = frameOf(task);
      who.push(known < 0 ? index.put(ids.add(id)) : known);
      const number = kinds.numberOf(kind);
      all[number] = kind;
      kindOf.push(number);
    },
    of(task: number): FrameRows {
      const { who, kind } = frameOf(task);
      return new FrameRows(ids, who.whole(), kind.whole(), all);
    },
  };
}

type Growing = ReturnType<typeof growingWords>;
