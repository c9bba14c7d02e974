import type { Condition } from '../../register/condition.js';
import type { Bins } from '../../scoring/constructs/bins.js';
import type { Construct } from '../../scoring/constructs/construct.js';
import type { Bound } from '../../scoring/constructs/edges.js';
import type { Lookup } from '../../scoring/constructs/lookup.js';
import type { NumberInput } from '../../scoring/scheme.js';
import type { Reading } from '../reading.js';
import { note, refuse } from '../reading.js';
import { regionsOf } from '../regions.js';
import { titleOf } from '../safeName.js';
import { compareDecimals, xmlDecimal } from '../xmlDecimal.js';
import type { XmlNode } from '../xmlTree.js';
import { boundsOf, type Field } from './fields.js';
import { leavesOf, type Predicate, truthOf } from './predicate.js';

/** A group of attributes of which the first that is true gives the points. */
export interface Characteristic {
  readonly node: XmlNode;
  readonly name: string;
  readonly reasonCode?: string;
  readonly baseline?: string;
  readonly attributes: readonly Attribute[];
}

export interface Attribute {
  readonly points: string;
  readonly predicate: Predicate;
  readonly reasonCode?: string;
}

/** What a characteristic became, and which attribute stands behind each of its outcomes. */
export interface Term {
  readonly term: Construct;
  /** The attribute behind each bin or entry, in their order; -1 where there is none. */
  readonly chosen: readonly number[];
  /** The attribute behind what the term does not name, and where the field is missing. */
  readonly otherwise: number;
  readonly missing: number;
  /** Who has no attribute, and so no score. */
  readonly outside: readonly Condition[];
}

/** The attribute that gives the points, for a value; -1 where none is true. */
function chosenFor({ attributes }: Characteristic, value: string | undefined, field: Field) {
  return attributes.findIndex(({ predicate }) => truthOf(predicate, value, field.kind) === true);
}

/** The term that gives the points of a characteristic. */
export function termOf(
  characteristic: Characteristic,
  id: string,
  fields: ReadonlyMap<string, Field>,
  reading: Reading,
): Term | undefined {
  const { node, name, attributes } = characteristic;
  const leaves = attributes.flatMap(({ predicate }) => leavesOf(predicate));
  const names = [...new Set(leaves.flatMap((leaf) => ('field' in leaf ? [leaf.field] : [])))];
  const [given, ...more] = names;
  if (more.length > 0) return refuse(reading, node, 'fields-mixed', { given: names });
  const base = { id, ...titleOf(name), cite: 'pmml' };
  if (given === undefined) return constantTerm(characteristic, base, reading);
  const field = fields.get(given);
  if (field === undefined) {
    // What is wrong with a field that is there has been said.
    if (!reading.issues.some(({ path }) => path.includes('DataField'))) {
      refuse(reading, node, 'field-unknown', { given });
    }
    return undefined;
  }
  const bounds = leaves.flatMap((leaf) => boundsOf(leaf, given));
  if (field.kind === 'text' && !areTexts(leaves, field, reading)) return undefined;
  const term =
    field.kind === 'number'
      ? binsTerm(characteristic, base, field, bounds)
      : listTerm(characteristic, base, field, bounds);
  if (term.outside.length > 0) {
    note(reading, node, 'attributes-leave-gap', { given: name });
  }
  return term;
}

type Base = Pick<Bins, 'id' | 'title' | 'cite'>;

function constantTerm({ node, attributes }: Characteristic, base: Base, reading: Reading) {
  const chosen = attributes.findIndex(({ predicate }) => truthOf(predicate, '', 'text') === true);
  if (chosen < 0) return refuse(reading, node, 'element-missing', { expected: 'True' });
  const points = attributes[chosen]?.points as string;
  const term: Construct = {
    kind: 'conditional',
    ...base,
    when: { all: [] },
    points,
    missing: 'refuse',
  };
  return { term, chosen: [chosen], otherwise: -1, missing: -1, outside: [] };
}

/** What is done where the field is missing, and the attribute behind it. */
function missingOf(characteristic: Characteristic, field: Field) {
  const { replacement } = field;
  const value = field.kind === 'number' ? xmlDecimal(replacement ?? '') : replacement;
  const missing = field.refusesMissing ? -1 : chosenFor(characteristic, value, field);
  const points = characteristic.attributes[missing]?.points;
  return { missing, rule: points === undefined ? ('refuse' as const) : { points } };
}

function binsTerm(
  characteristic: Characteristic,
  base: Base,
  field: Field,
  bounds: readonly string[],
) {
  const bins: (Bound & { points: string })[] = [];
  const chosen: number[] = [];
  for (const { bound, inside } of regionsFor(field, bounds)) {
    const attribute = chosenFor(characteristic, inside, field);
    if (chosen.length > 0 && chosen.at(-1) === attribute) continue;
    chosen.push(attribute);
    bins.push({ ...bound, points: characteristic.attributes[attribute]?.points ?? '0' });
  }
  const { missing, rule } = missingOf(characteristic, field);
  const term: Bins = { kind: 'bins', ...base, input: field.name, bins, missing: rule };
  const outside = bins.flatMap((bin, i) =>
    (chosen[i] as number) < 0 ? [between(field.name, bin, bins[i + 1])] : [],
  );
  return { term, chosen, otherwise: -1, missing, outside };
}

/** The stretches of a number; of one with a closed set, its values. */
function regionsFor({ input, places, values }: Field, bounds: readonly string[]) {
  if (values === undefined) {
    const numbers = bounds.map((bound) => xmlDecimal(bound) ?? '0');
    return regionsOf(numbers, { ...(input as NumberInput), places });
  }
  const ascending = [...values].sort(compareDecimals);
  return ascending.map((inside, i) => ({ bound: i === 0 ? {} : { from: inside }, inside }));
}

/** From one bound to before the next, as a condition. */
function between(field: string, low: Bound, high: Bound | undefined): Condition {
  return {
    all: [
      ...(low.from === undefined ? [] : [{ field, gte: String(low.from) }]),
      ...(low.above === undefined ? [] : [{ field, gt: String(low.above) }]),
      ...(high?.from === undefined ? [] : [{ field, lt: String(high.from) }]),
      ...(high?.above === undefined ? [] : [{ field, lte: String(high.above) }]),
    ],
  };
}

/** Texts are equal or not, and have to be declared where the dictionary lists them. */
function areTexts(leaves: ReturnType<typeof leavesOf>, field: Field, reading: Reading): boolean {
  const found = reading.issues.length;
  const expected = ['equal', 'notEqual'];
  for (const leaf of leaves) {
    if (leaf.kind !== 'compare' && leaf.kind !== 'set') continue;
    if (leaf.kind === 'compare' && !expected.includes(leaf.operator)) {
      const params = { name: 'operator', given: leaf.operator, expected };
      refuse(reading, leaf.node, 'attribute-unsupported', params);
    }
    for (const given of leaf.kind === 'compare' ? [leaf.value] : leaf.values) {
      if (field.values?.includes(given) !== false) continue;
      refuse(reading, leaf.node, 'value-undeclared', { given, expected: field.values });
    }
  }
  return reading.issues.length === found;
}

/** A value that no predicate names: what the others of an open list get. */
const NO_VALUE = '\u0000';

function listTerm(
  characteristic: Characteristic,
  base: Base,
  field: Field,
  bounds: readonly string[],
) {
  const values = field.values ?? [...new Set(bounds)];
  const points = (attribute: number) => characteristic.attributes[attribute]?.points;
  const chosen = values.map((value) => chosenFor(characteristic, value, field));
  const otherwise = field.values === undefined ? chosenFor(characteristic, NO_VALUE, field) : -1;
  const others = points(otherwise);
  const { missing, rule } = missingOf(characteristic, field);
  const term: Lookup = {
    kind: 'lookup',
    ...base,
    input: field.name,
    table: Object.fromEntries(
      values.map((value, i) => [value, points(chosen[i] as number) ?? '0']),
    ),
    ...(others === undefined ? {} : { otherwise: others }),
    missing: rule,
  };
  const outside = values.filter((_, i) => (chosen[i] as number) < 0);
  const facts = outside.map((value) => (field.input.type === 'boolean' ? value === 'true' : value));
  return {
    term,
    chosen,
    otherwise,
    missing,
    outside: facts.length === 0 ? [] : [{ field: field.name, in: facts }],
  };
}
