import { needed, oneOf, type Reading, refuse } from '../reading.js';
import { compareDecimals, xmlDecimal } from '../xmlDecimal.js';
import type { XmlNode } from '../xmlTree.js';
import { arrayOf } from './array.js';

/** A question of one field, or several joined; three-valued, as PMML has it. */
export type Predicate =
  | { readonly kind: 'constant'; readonly is: boolean }
  | { readonly kind: 'missing'; readonly field: string; readonly is: boolean }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: Operator;
      readonly value: string;
      readonly node: XmlNode;
    }
  | {
      readonly kind: 'set';
      readonly field: string;
      readonly values: readonly string[];
      readonly isIn: boolean;
      readonly node: XmlNode;
    }
  | { readonly kind: 'compound'; readonly operator: Joint; readonly of: readonly Predicate[] };

const OPERATORS = [
  'equal',
  'notEqual',
  'lessThan',
  'lessOrEqual',
  'greaterThan',
  'greaterOrEqual',
] as const;
export type Operator = (typeof OPERATORS)[number];

const JOINTS = ['and', 'or', 'xor', 'surrogate'] as const;
export type Joint = (typeof JOINTS)[number];

/** The elements that are predicates. */
export const PREDICATES = [
  'SimplePredicate',
  'SimpleSetPredicate',
  'CompoundPredicate',
  'True',
  'False',
];

/** The predicate directly inside an element. */
export function predicateIn(node: XmlNode, reading: Reading): Predicate | undefined {
  const inside = predicatesIn(node);
  if (inside.length === 1) return readPredicate(inside[0] as XmlNode, reading);
  return refuse(reading, node, 'element-missing', { expected: PREDICATES.join(' | ') });
}

const predicatesIn = (node: XmlNode): readonly XmlNode[] =>
  node.children.filter(
    ({ name, namespace }) => PREDICATES.includes(name) && namespace === node.namespace,
  );

function readPredicate(node: XmlNode, reading: Reading): Predicate | undefined {
  switch (node.name) {
    case 'True':
    case 'False':
      return { kind: 'constant', is: node.name === 'True' };
    case 'SimplePredicate':
      return readSimple(node, reading);
    case 'SimpleSetPredicate':
      return readSet(node, reading);
    default:
      return readCompound(node, reading);
  }
}

function readSimple(node: XmlNode, reading: Reading): Predicate | undefined {
  const field = needed(node, 'field', reading);
  if (needed(node, 'operator', reading) === undefined || field === undefined) return undefined;
  const all = [...OPERATORS, 'isMissing', 'isNotMissing'];
  const operator = oneOf(node, 'operator', all, reading);
  if (operator === undefined) return undefined;
  if (operator === 'isMissing' || operator === 'isNotMissing') {
    return { kind: 'missing', field, is: operator === 'isMissing' };
  }
  const value = needed(node, 'value', reading);
  if (value === undefined) return undefined;
  return { kind: 'compare', field, operator: operator as Operator, value, node };
}

function readSet(node: XmlNode, reading: Reading): Predicate | undefined {
  const field = needed(node, 'field', reading);
  if (needed(node, 'booleanOperator', reading) === undefined || field === undefined) {
    return undefined;
  }
  const operator = oneOf(node, 'booleanOperator', ['isIn', 'isNotIn'], reading);
  const values = arrayOf(node, reading);
  if (operator === undefined || values === undefined) return undefined;
  return { kind: 'set', field, values, isIn: operator === 'isIn', node };
}

function readCompound(node: XmlNode, reading: Reading): Predicate | undefined {
  if (needed(node, 'booleanOperator', reading) === undefined) return undefined;
  const operator = oneOf(node, 'booleanOperator', JOINTS, reading);
  const of = predicatesIn(node).map((child) => readPredicate(child, reading));
  if (of.length === 0) {
    return refuse(reading, node, 'element-missing', { expected: PREDICATES.join(' | ') });
  }
  if (operator === undefined || of.includes(undefined)) return undefined;
  return { kind: 'compound', operator: operator as Joint, of: of as Predicate[] };
}

/** Every predicate that names a field, compounds opened. */
export function leavesOf(predicate: Predicate): Exclude<Predicate, { kind: 'compound' }>[] {
  return predicate.kind === 'compound' ? predicate.of.flatMap(leavesOf) : [predicate];
}

/** `undefined` is PMML's UNKNOWN: a comparison with a value that is missing. */
type Truth = boolean | undefined;

/**
 * The answer of a predicate whose one field has a value, or none.
 *
 * @param field - how its values are compared
 */
export function truthOf(predicate: Predicate, value: string | undefined, field: ValueKind): Truth {
  switch (predicate.kind) {
    case 'constant':
      return predicate.is;
    case 'missing':
      return (value === undefined) === predicate.is;
    case 'compare': {
      if (value === undefined) return undefined;
      return stands(orderOf(value, predicate.value, field), predicate.operator);
    }
    case 'set': {
      if (value === undefined) return undefined;
      const isMember = predicate.values.some((one) => orderOf(value, one, field) === 0);
      return isMember === predicate.isIn;
    }
    case 'compound':
      return joined(
        predicate.operator,
        predicate.of.map((one) => truthOf(one, value, field)),
      );
  }
}

/** How values of a field are compared: as numbers, or only as equal texts. */
export type ValueKind = 'number' | 'text';

function orderOf(a: string, b: string, kind: ValueKind): number {
  if (kind === 'text') return a === b ? 0 : 1;
  return compareDecimals(a, xmlDecimal(b) ?? '0');
}

function stands(order: number, operator: Operator): boolean {
  switch (operator) {
    case 'equal':
      return order === 0;
    case 'notEqual':
      return order !== 0;
    case 'lessThan':
      return order < 0;
    case 'lessOrEqual':
      return order <= 0;
    case 'greaterThan':
      return order > 0;
    case 'greaterOrEqual':
      return order >= 0;
  }
}

function joined(operator: Joint, of: readonly Truth[]): Truth {
  switch (operator) {
    case 'and':
      return of.includes(false) ? false : of.includes(undefined) ? undefined : true;
    case 'or':
      return of.includes(true) ? true : of.includes(undefined) ? undefined : false;
    case 'xor':
      return of.includes(undefined) ? undefined : of.filter(Boolean).length % 2 === 1;
    case 'surrogate':
      return of.find((one) => one !== undefined);
  }
}
