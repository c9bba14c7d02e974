import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { FieldCondition } from '../../register/condition.js';
import { listedAnswers, YES } from '../answers.js';
import type { ListColumns } from '../entityColumns.js';
import { type Locals, loadOf, MARK, placed } from './draft.js';
import type { Room } from './room.js';
import { word } from './word.js';

/** What a row's lists say, one bit a condition. */
export interface ListBits {
  /** Whether a condition on lists holds; code that leaves the truth. */
  holds(condition: FieldCondition): Code;
  /** Call once when all are asked for: before the first row, and at each. */
  done(): { readonly begin: Code; readonly atRow: Code };
}

/** Conditions of one word; the bit beyond marks a list that stands for nothing. */
const BITS = 16;

interface Asked {
  readonly local: number;
  /** For each text of the dictionary the bits of the conditions it turns. */
  readonly masks: Int32Array;
  count: number;
}

/** Most rows are on no list: so for each of the others the bits of what its lists turn. */
export function listBits(
  lists: ListColumns | undefined,
  {
    room,
    locals,
    row,
    faulty,
  }: {
    readonly room: Room;
    readonly locals: Locals;
    readonly row: number;
    readonly faulty: number;
  },
): ListBits {
  const words: Asked[] = [];
  return {
    holds(condition) {
      const { none, alone } = listedAnswers(condition, lists);
      const standard = word.constant(none === YES ? 1 : 0);
      if (alone.every((answer) => answer === none)) {
        if (lists !== undefined && words.length === 0) words.push(newWord(lists, locals));
        return standard;
      }
      let asked = words.at(-1);
      if (asked === undefined || asked.count === BITS) {
        asked = newWord(lists as ListColumns, locals);
        words.push(asked);
      }
      const bit = asked.count++;
      const { masks, local } = asked;
      alone.forEach((answer, code) => {
        if (answer !== none) masks[code] = (masks[code] as number) | (1 << bit);
      });
      const isTurned = word.both(word.shiftedRight(word.of(local), bit), word.constant(1));
      return none === YES ? word.isNot(isTurned) : isTurned;
    },
    done() {
      if (lists === undefined || words.length === 0) return { begin: [], atRow: [] };
      return listLoop(lists, words, { room, locals, row, faulty });
    },
  };
}

function newWord({ dictionary }: ListColumns, locals: Locals): Asked {
  const masks = new Int32Array(dictionary.length + 1);
  masks[dictionary.length] = MARK;
  return { local: locals.word(), masks, count: 0 };
}

function listLoop(
  { offsets, codes, dictionary }: ListColumns,
  words: readonly Asked[],
  {
    room,
    locals,
    row,
    faulty,
  }: {
    readonly room: Room;
    readonly locals: Locals;
    readonly row: number;
    readonly faulty: number;
  },
): { begin: Code; atRow: Code } {
  const { of, constant, plus, minus, both, either, shiftedLeft, isBeyond, chosen } = word;
  const offsetsAt = room.offsets(offsets);
  const [first, at, end, code] = [locals.word(), locals.word(), locals.word(), locals.word()];
  const known = constant(dictionary.length);
  const [one] = words;
  return {
    begin: [
      ...[...constant(0), ...wasm.load32(offsetsAt), ...wasm.set(first)],
      ...[...constant(0), ...wasm.set(at)],
    ],
    atRow: [
      ...words.flatMap(({ local }) => [...constant(0), ...wasm.set(local)]),
      ...minus([...shiftedLeft(of(row), 2), ...wasm.load32(offsetsAt + 4)], of(first)),
      ...[...wasm.set(end), ...word.isNot(word.isEqual(of(at), of(end)))],
      ...wasm.when([
        ...wasm.loop([
          ...[...placed(of(at), codes), ...loadOf(codes)(room.entries(codes, offsets))],
          ...wasm.set(code),
          ...[...chosen(known, of(code), isBeyond(of(code), known)), ...wasm.set(code)],
          ...words.flatMap(({ local, masks }) => [
            ...either(of(local), [
              ...[...shiftedLeft(of(code), 2), ...wasm.load32(room.table(masks))],
            ]),
            ...wasm.set(local),
          ]),
          ...[...plus(of(at), constant(1)), ...wasm.tee(at), ...of(end), ...wasm.isLess32],
        ]),
        ...either(of(faulty), both(of((one as Asked).local), constant(MARK))),
        ...wasm.set(faulty),
      ]),
    ],
  };
}
