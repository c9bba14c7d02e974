import { decimalText } from '../../core/decimal.js';
import type { Input } from '../../scoring/scheme.js';
import type { ImportOptions } from '../documentFrame.js';
import { inputName } from '../inputName.js';
import {
  all,
  decimalIn,
  needed,
  note,
  one,
  oneOf,
  onlyKnown,
  type Reading,
  refuse,
} from '../reading.js';
import { mostPlaces, unitsBelow, xmlDecimal } from '../xmlDecimal.js';
import type { XmlNode } from '../xmlTree.js';
import { leavesOf, type Predicate, type ValueKind } from './predicate.js';

/** A field of the dictionary as the input it becomes. */
export interface Field {
  readonly name: string;
  readonly input: Input;
  readonly kind: ValueKind;
  readonly places: number;
  /** All values it can have, where the dictionary lists them. */
  readonly values?: readonly string[];
  /** What stands for a value that is missing. */
  readonly replacement?: string;
  /** Whether a value that is missing leaves no score, whatever the predicates say. */
  readonly refusesMissing: boolean;
}

/** The fields that predicates ask for, by their names in the file. */
export function fieldsOf(
  root: XmlNode,
  model: XmlNode,
  predicates: readonly Predicate[],
  options: ImportOptions,
  reading: Reading,
): ReadonlyMap<string, Field> {
  const dictionary = one(root, 'DataDictionary', reading);
  const schema = one(model, 'MiningSchema', reading);
  const fields = new Map<string, Field>();
  if (dictionary === undefined || schema === undefined) return fields;
  const mining = new Map(
    all(schema, 'MiningField').map((node) => [node.attributes.get('name') ?? '', node]),
  );
  const leaves = predicates.flatMap(leavesOf);
  const asked = new Set(leaves.flatMap((leaf) => ('field' in leaf ? [leaf.field] : [])));
  for (const node of all(dictionary, 'DataField')) {
    const given = needed(node, 'name', reading);
    if (given === undefined || !asked.has(given)) continue;
    const use = mining.get(given);
    if (use === undefined) continue;
    const bounds = leaves.flatMap((leaf) => boundsOf(leaf, given));
    const field = readField(node, use, given, bounds, options, reading);
    if (field !== undefined) fields.set(given, field);
  }
  return fields;
}

/** Every value a predicate compares the field with. */
export function boundsOf(
  leaf: ReturnType<typeof leavesOf>[number],
  field: string,
): readonly string[] {
  if (!('field' in leaf) || leaf.field !== field) return [];
  if (leaf.kind === 'compare') return [leaf.value];
  return leaf.kind === 'set' ? leaf.values : [];
}

function readField(
  node: XmlNode,
  use: XmlNode,
  given: string,
  bounds: readonly string[],
  options: ImportOptions,
  reading: Reading,
): Field | undefined {
  const found = reading.issues.length;
  const name = inputName(given, options.names ?? {}, node, reading);
  const types = ['string', 'boolean', 'integer', 'float', 'double'];
  if (needed(node, 'dataType', reading) === undefined) return undefined;
  const type = oneOf(node, 'dataType', types, reading);
  onlyKnown(node, ['Value', 'Interval'], ['Extension'], reading);
  const values = valuesOf(node, reading);
  const isClosed = values.length > 0 || all(node, 'Interval').length > 0;
  const replacement = use.attributes.get('missingValueReplacement');
  checkUse(use, isClosed, reading);
  if (type === undefined || reading.issues.length > found) return undefined;
  const common = {
    name,
    ...(replacement === undefined ? {} : { replacement }),
    refusesMissing: use.attributes.get('missingValueTreatment') === 'returnInvalid',
  };
  const list = values.length === 0 ? {} : { values };
  if (type === 'boolean') {
    const both = ['true', 'false'];
    return { ...common, kind: 'text', places: 0, values: both, input: { type } };
  }
  if (type === 'string') {
    const input: Input = values.length === 0 ? { type: 'code' } : { type: 'category', values };
    return { ...common, kind: 'text', places: 0, ...list, input };
  }
  const number = readNumber(node, use, type, values, bounds, options.places?.[given], reading);
  return number === undefined ? undefined : { ...common, kind: 'number', ...number };
}

/** What a model does with values: only what this library does with them too. */
function checkUse(use: XmlNode, isClosed: boolean, reading: Reading): void {
  oneOf(use, 'usageType', ['active'], reading);
  oneOf(use, 'outliers', ['asIs'], reading);
  // Without a closed domain no value is invalid, whatever would be done with it.
  if (isClosed) oneOf(use, 'invalidValueTreatment', ['returnInvalid'], reading);
}

function valuesOf(node: XmlNode, reading: Reading): readonly string[] {
  return all(node, 'Value').flatMap((value) => {
    oneOf(value, 'property', ['valid'], reading);
    return needed(value, 'value', reading) ?? [];
  });
}

function readNumber(
  node: XmlNode,
  use: XmlNode,
  type: string,
  values: readonly string[],
  bounds: readonly string[],
  stated: number | undefined,
  reading: Reading,
): Pick<Field, 'input' | 'places' | 'values'> | undefined {
  const found = reading.issues.length;
  const [interval, ...more] = all(node, 'Interval');
  if (more.length > 0 || (interval !== undefined && values.length > 0)) {
    return refuse(reading, more[0] ?? node, 'element-unsupported', { given: 'Interval' });
  }
  const left = interval && decimalIn(interval, 'leftMargin', reading);
  const right = interval && decimalIn(interval, 'rightMargin', reading);
  const instead = decimalIn(use, 'missingValueReplacement', reading);
  const numbers = [...values, ...bounds].map((given) => {
    const number = xmlDecimal(given);
    if (number === undefined) refuse(reading, node, 'number-unreadable', { given });
    return number ?? '0';
  });
  const ends = [left, right, instead].flatMap((end) => end ?? []);
  const needs = mostPlaces([...numbers, ...ends]);
  const places = type === 'integer' ? 0 : (stated ?? needs);
  const largest = Math.max(0, ...[...numbers, ...ends].map((one) => Math.abs(Number(one))));
  if (places > 9 || largest * 10 ** places > 1e15) {
    refuse(reading, node, 'number-too-fine', { given: places });
  }
  if (reading.issues.length > found) return undefined;
  if (type !== 'integer' && stated === undefined) {
    note(reading, node, 'places-assumed', {
      given: node.attributes.get('name') ?? '',
      places,
    });
  }
  const closure = interval?.attributes.get('closure') ?? 'closedClosed';
  const up = left === undefined ? undefined : unitsBelow(left, places);
  const down = right === undefined ? undefined : unitsBelow(right, places);
  // A unit more than below an end that is open, or lies between two units.
  const isOnUnit = (end: string, units: bigint) => decimalText(Number(units), places) === end;
  const input: Input = {
    type: type === 'integer' ? 'integer' : 'decimal',
    ...(type === 'integer' ? {} : { places }),
    ...(left === undefined || up === undefined
      ? {}
      : {
          min: decimalText(
            Number(up) + (closure.startsWith('closed') && isOnUnit(left, up) ? 0 : 1),
            places,
          ),
        }),
    ...(right === undefined || down === undefined
      ? {}
      : {
          max: decimalText(
            Number(down) - (closure.endsWith('Open') && isOnUnit(right, down) ? 1 : 0),
            places,
          ),
        }),
    ...(values.length === 0 ? {} : { values: numbers.slice(0, values.length) }),
  };
  return {
    input,
    places,
    ...(values.length === 0 ? {} : { values: numbers.slice(0, values.length) }),
  };
}
