import { type Day, dayNumber } from '../../core/day.js';
import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import { ageSteps, effectTable } from '../effectTables.js';
import { FIRST_DAY, LAST_DAY } from '../entityAt.js';
import type { EventColumns } from '../entityColumns.js';
import { EVENT_DAYS } from '../eventDomains.js';
import type { EventQuestion } from '../eventQuestions.js';
import { allowedEvents, isHalf } from '../eventWords.js';
import { type Locals, loadOf, placed } from './draft.js';
import { entryRoom, type Room } from './room.js';
import { roomOfRow } from './shape.js';
import { word } from './word.js';

/** Sums over the events of a row, as lanes of vectors. */
export interface EventLanes {
  /** The sum a question asks for; code that leaves it. */
  lane(question: EventQuestion): Code;
  /** Call once when all are asked for. */
  done(): {
    /** Runs over the events of a block; leaves whether some event stands for nothing. */
    readonly pass: Code;
    /** Before the first row, and at each. */
    readonly begin: Code;
    readonly atRow: Code;
    /** More events than a row may have for its sums to be exact. */
    readonly allowed: number;
  };
}

const VECTOR = 16;

/** Lanes of one vector: four words, or eight halves. */
interface Group {
  readonly isHalf: boolean;
  readonly local: number;
  readonly lanes: EventQuestion[];
}

/**
 * All sums run over the events of a block at once, eight or four to a vector, and what a row has is
 * the difference between the sums behind its last event and before its first. So there is no loop
 * within the loop, whose end a processor could not foresee.
 */
export function eventLanes(
  events: EventColumns | undefined,
  asOf: Day,
  { room, locals, row }: { readonly room: Room; readonly locals: Locals; readonly row: number },
): EventLanes {
  const groups: Group[] = [];
  let allowed = Infinity;
  const mostOfRow = events === undefined ? 0 : roomOfRow(events);
  return {
    lane(question) {
      if (events === undefined) return word.constant(0);
      const { kinds } = events;
      const { greatest } = effectTable(question, kinds, ageSteps([question], asOf), asOf);
      const sized = { most: question.most, greatest };
      const half = isHalf(sized, mostOfRow);
      if (!half) allowed = Math.min(allowed, allowedEvents(sized));
      let group = groups.find((one) => one.isHalf === half && one.lanes.length < (half ? 8 : 4));
      if (group === undefined) {
        group = { isHalf: half, local: locals.vector(), lanes: [] };
        groups.push(group);
      }
      const lane = group.lanes.push(question) - 1;
      return [...wasm.get(group.local), ...(half ? wasm.half(lane) : wasm.lane(lane))];
    },
    done() {
      if (events === undefined) return { pass: word.constant(0), begin: [], atRow: [], allowed };
      const running = room.scratch((entryRoom(events.offsets) + 1) * VECTOR * groups.length);
      const pass = eventPass(events, asOf, groups, { room, locals, running });
      return { pass, ...rowSums(events, groups, { room, locals, row, running }), allowed };
    },
  };
}

interface Bound {
  readonly room: Room;
  readonly locals: Locals;
  /** Where the running sums stand, those of all groups side by side, the first before any event. */
  readonly running: number;
}

function eventPass(
  events: EventColumns,
  asOf: Day,
  groups: readonly Group[],
  { room, locals, running }: Bound,
): Code {
  const { offsets, kind, kinds } = events;
  const { of, constant, plus, minus, times, both, either, shiftedLeft, isBeyond, chosen } = word;
  const [at, count, unsound] = [locals.word(), locals.word(), locals.word()];
  const [age, code, place] = [locals.word(), locals.word(), locals.word()];
  const steps = ageSteps(
    groups.flatMap(({ lanes }) => lanes),
    asOf,
  );
  const today = dayNumber(asOf);
  const read = (column: EventColumns['kind'] | Int32Array): Code => [
    ...placed(of(at), column),
    ...loadOf(column)(room.entries(column, offsets)),
  ];
  const unsoundDay = EVENT_DAYS.flatMap(({ name, none }) => {
    const days = events[name];
    if (days === undefined) return [];
    const far = constant(LAST_DAY - FIRST_DAY);
    const isFar = word.isFurther(minus(read(days), constant(FIRST_DAY)), far);
    const isBad =
      none === undefined
        ? isFar
        : both(isFar, word.isNot(word.isEqual(read(days), constant(none))));
    return [...either(of(unsound), isBad), ...wasm.set(unsound)];
  });
  // Age 0 of the table is for events in the future, not yet known, or at an end: they count nothing.
  const offsetOfAge = new Int32Array(steps.ofAge.length + 1);
  steps.ofAge.forEach((step, days) => {
    offsetOfAge[days + 1] = step * VECTOR;
  });
  const ofAge = room.table(offsetOfAge);
  const oldest = constant(steps.ofAge.length);
  const endless = (isGone: Code): Code => [
    ...chosen(constant(0), of(age), isGone),
    ...wasm.set(age),
  ];
  const { until, knownOn, repairedOn } = events;
  const findAge = [
    ...[...minus(constant(today + 1), read(events.on)), ...wasm.set(age)],
    ...[...chosen(oldest, of(age), word.isAbove(of(age), oldest)), ...wasm.set(age)],
    ...endless(word.isBelow(of(age), constant(0))),
    ...(until === undefined ? [] : endless(word.isBelow(read(until), constant(today)))),
    ...(knownOn === undefined ? [] : endless(word.isAbove(read(knownOn), constant(today)))),
  ];
  const known = constant(kinds.length);
  const mended =
    repairedOn === undefined
      ? constant(0)
      : word.isNot(word.isAbove(read(repairedOn), constant(today)));
  const findPlace = [
    ...[...read(kind), ...wasm.set(code)],
    ...[...either(of(unsound), isBeyond(of(code), known)), ...wasm.set(unsound)],
    ...[...chosen(known, of(code), isBeyond(of(code), known)), ...wasm.set(code)],
    ...plus(times(plus(shiftedLeft(of(code), 1), mended), constant(steps.count * VECTOR)), [
      ...shiftedLeft(of(age), 2),
      ...wasm.load32(ofAge),
    ]),
    ...wasm.set(place),
  ];
  const width = VECTOR * groups.length;
  const sums = groups.map(() => locals.vector());
  const addUp = groups.flatMap(({ isHalf, lanes }, g) => {
    const effects = room.table(effectsOf(lanes, isHalf, kinds, steps, asOf));
    return [
      ...times(of(at), constant(width)),
      ...[...wasm.get(sums[g] as number), ...of(place), ...wasm.load(effects)],
      ...[...(isHalf ? wasm.addHalves : wasm.add), ...wasm.tee(sums[g] as number)],
      ...wasm.store(running + width + VECTOR * g),
    ];
  });
  const offsetsAt = room.offsets(offsets);
  // The function's parameter 0 is how many rows there are.
  const last = [...shiftedLeft(of(0), 2), ...wasm.load32(offsetsAt)];
  const first = [...constant(0), ...wasm.load32(offsetsAt)];
  return [
    ...[...minus(last, first), ...wasm.set(count)],
    ...[...constant(0), ...wasm.set(unsound), ...constant(0), ...wasm.set(at)],
    ...sums.flatMap((sum, g) => [
      ...[...wasm.zero, ...wasm.set(sum)],
      ...[...constant(0), ...wasm.get(sum), ...wasm.store(running + VECTOR * g)],
    ]),
    ...of(count),
    ...wasm.when(
      wasm.loop([
        ...[...unsoundDay, ...findAge, ...findPlace, ...addUp],
        ...[...plus(of(at), constant(1)), ...wasm.tee(at), ...of(count), ...wasm.isLess32],
      ]),
    ),
    ...of(unsound),
  ];
}

/** The effects of each kind, repair and step side by side for the lanes of a vector, as words. */
function effectsOf(
  lanes: readonly EventQuestion[],
  isHalf: boolean,
  kinds: readonly string[],
  steps: ReturnType<typeof ageSteps>,
  asOf: Day,
): Int32Array {
  const tables = lanes.map((question) => effectTable(question, kinds, steps, asOf).units);
  const places = (kinds.length + 1) * 2 * steps.count;
  const effects = new Int32Array(places * 4);
  tables.forEach((units, lane) => {
    for (let place = 0; place < places; place++) {
      const one = units[place] as number;
      const at = place * 4 + (isHalf ? lane >> 1 : lane);
      const half = (lane & 1) === 0 ? one & 0xffff : one << 16;
      effects[at] = isHalf ? (effects[at] as number) | half : one;
    }
  });
  return effects;
}

/** The sums of a row: those behind its last event without those before its first. */
function rowSums(
  { offsets }: EventColumns,
  groups: readonly Group[],
  { room, locals, row, running }: Bound & { readonly row: number },
): { begin: Code; atRow: Code } {
  const { of, constant, minus, times, shiftedLeft } = word;
  const width = VECTOR * groups.length;
  const at = room.offsets(offsets);
  const [first, behind] = [locals.word(), locals.word()];
  const before = groups.map(() => locals.vector());
  const after = groups.map(() => locals.vector());
  return {
    begin: [
      ...[...constant(0), ...wasm.load32(at), ...wasm.set(first)],
      ...before.flatMap((sum) => [...wasm.zero, ...wasm.set(sum)]),
    ],
    atRow: [
      ...times(
        minus([...shiftedLeft(of(row), 2), ...wasm.load32(at + 4)], of(first)),
        constant(width),
      ),
      ...wasm.set(behind),
      ...groups.flatMap(({ isHalf, local }, g) => [
        ...[...of(behind), ...wasm.load(running + VECTOR * g), ...wasm.tee(after[g] as number)],
        ...[...wasm.get(before[g] as number), ...(isHalf ? wasm.subtractHalves : wasm.subtract)],
        ...wasm.set(local),
        ...[...wasm.get(after[g] as number), ...wasm.set(before[g] as number)],
      ]),
    ],
  };
}
