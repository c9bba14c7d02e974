import { decimalText } from '../core/decimal.js';
import { fieldOf } from '../register/condition.js';
import type { SchemeAt } from './compile.js';
import { type CompiledLadder, climb } from './constructs/climb.js';
import type { EventBounds } from './constructs/compiledEvents.js';
import type { SchemeValue } from './constructs/construct.js';
import { explainEvents } from './constructs/explainEvents.js';
import { type CompiledRatio, ratioSums } from './constructs/ratio.js';
import { type CompiledTable, placeOn } from './constructs/table.js';
import { evaluateValues } from './derive.js';
import { readNumber } from './inputs.js';
import type { ValueReason } from './reason.js';
import { readsOfValue } from './valueReads.js';
import type { CompiledValue } from './values.js';
import type { View } from './view.js';

/** What a kind of value adds to its account, beside what it read. */
type Detail = Pick<ValueReason, 'events' | 'states' | 'cell' | 'quotient'>;

const details = {
  combine: (): Detail => ({}),
  ratio: explainRatio,
  'count-events': explainEventValue,
  'sum-events': explainEventValue,
  table: explainCell,
  ladder: ({ ladder }: CompiledLadder, view: View): Detail => ({ states: climb(ladder, view) }),
} satisfies Record<CompiledValue['kind'], unknown>;

/** Works out the values in an opened view and gives the account of each; `early` only those of statuses. */
export function valuesOf(
  at: SchemeAt,
  view: View,
  article: (cite: string) => string,
  early = false,
): readonly ValueReason[] {
  const { compiled, valueBounds } = at;
  const { values = [], scheme } = compiled;
  evaluateValues(at, view, true);
  if (!early) evaluateValues(at, view, false);
  return values.flatMap((value, i) => {
    if (early && compiled.early?.[i] !== true) return [];
    const detail = details[value.kind] as (
      value: CompiledValue,
      view: View,
      bounds: EventBounds | undefined,
    ) => Detail;
    const gives = fieldOf(view.subject, value.id);
    return [
      {
        value: value.id,
        what: value.kind,
        ...(gives === undefined ? {} : { gives: String(gives) }),
        from: readOf(scheme.values?.[i] as SchemeValue, view),
        ...detail(value, view, valueBounds[i]),
        cite: value.cite,
        article: article(value.cite),
      },
    ];
  });
}

function readOf(value: SchemeValue, view: View): ValueReason['from'] {
  const names = [...new Set(readsOfValue(value).map(({ name }) => name))];
  return names.map((name) => {
    const given = givenOf(name, view);
    return given === undefined ? { name } : { name, given };
  });
}

/** An input as the rules read it: completed years are counted, not stated. */
function givenOf(name: string, view: View): string | undefined {
  const input = view.inputs.get(name);
  if (input?.input.type === 'full-years') {
    const years = readNumber(input, view);
    return years === undefined ? undefined : decimalText(years, 0);
  }
  const fact = fieldOf(view.subject, name);
  return fact === undefined ? undefined : String(fact);
}

/** The key of every side; none where a side is not known. */
function explainCell({ axes }: CompiledTable, view: View): Detail {
  const cell = axes.flatMap((axis) => axis.keys[placeOn(axis, view) ?? -1] ?? []);
  return cell.length < axes.length ? {} : { cell };
}

function explainRatio(value: CompiledRatio, view: View): Detail {
  const sums = ratioSums(value, view);
  if (sums === undefined) return {};
  const text = (units: bigint): string => exactText(units, value.common);
  return { quotient: { upper: text(sums.upper), lower: text(sums.lower) } };
}

/** A count of 10^-places however large. */
function exactText(units: bigint, places: number): string {
  const one = 10n ** BigInt(places);
  const size = units < 0n ? -units : units;
  const digits =
    places === 0
      ? ''
      : String(size % one)
          .padStart(places, '0')
          .replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${size / one}${digits === '' ? '' : `.${digits}`}`;
}

function explainEventValue(
  value: Extract<CompiledValue, { events: unknown }>,
  view: View,
  bounds: EventBounds,
): Detail {
  const pen = { points: (units: number) => decimalText(units, value.places), article: () => '' };
  const events = explainEvents(value.events, view, pen, bounds);
  return { events: events.map(({ reason: { cite: _, article: __, ...reason } }) => reason) };
}
