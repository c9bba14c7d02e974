import type { ImportOptions } from '../documentFrame.js';
import { inputName } from '../inputName.js';
import { all, one, oneOf, onlyKnown, type Reading, refuse } from '../reading.js';
import type { XmlNode } from '../xmlTree.js';
import { AGGREGATIONS, type Aggregation, HIT_POLICIES, type HitPolicy } from './hitPolicy.js';
import {
  type FeelType,
  literal,
  READABLE,
  splitList,
  type UnaryTests,
  unaryTests,
} from './unaryTests.js';

/** A decision table as its file states it. */
export interface DecisionTable {
  readonly node: XmlNode;
  readonly policy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly columns: readonly Column[];
  readonly outputs: readonly Output[];
  readonly rules: readonly Rule[];
}

/** An input of the table. */
export interface Column {
  readonly node: XmlNode;
  /** The name in the file, and of the input it becomes. */
  readonly given: string;
  readonly name: string;
  readonly type: FeelType;
  /** Whether the file says that only whole numbers come. */
  readonly isWhole: boolean;
  /** Whether the file states a type; without one the values are taken for texts. */
  readonly isTyped: boolean;
  readonly values?: readonly string[];
}

export interface Output {
  readonly node: XmlNode;
  readonly name: string;
  readonly type: FeelType;
  /** All its values, by priority, where the table lists them. */
  readonly values?: readonly string[];
  readonly otherwise?: string;
}

export interface Rule {
  readonly tests: readonly UnaryTests[];
  readonly outputs: readonly string[];
}

const TYPES = ['string', 'number', 'boolean'];
/** Types of numbers that modellers write beside FEEL's own. */
const WHOLE = ['integer', 'long'];
const NUMBERS = [...WHOLE, 'double', 'float', 'decimal'];
const TELLING = ['description', 'extensionElements', 'annotation'];

/** Reads a `decisionTable`; everything in it that is no literal or plain test is refused by name. */
export function readTable(
  node: XmlNode,
  types: ReadonlyMap<string, XmlNode>,
  decision: string,
  options: ImportOptions,
  reading: Reading,
): DecisionTable | undefined {
  const found = reading.issues.length;
  onlyKnown(node, ['input', 'output', 'rule'], TELLING, reading);
  const policy = oneOf(node, 'hitPolicy', HIT_POLICIES, reading) ?? 'UNIQUE';
  const aggregation = oneOf(node, 'aggregation', AGGREGATIONS, reading);
  const columns = all(node, 'input').flatMap(
    (one) => readColumn(one, types, options, reading) ?? [],
  );
  const outputs = all(node, 'output').map((one) => readOutput(one, types, decision, reading));
  if (columns.length === 0) one(node, 'input', reading);
  if (outputs.length === 0) one(node, 'output', reading);
  const isNumeric = aggregation !== undefined && aggregation !== 'COUNT';
  const [first] = outputs;
  if (
    aggregation !== undefined &&
    (outputs.length !== 1 || (isNumeric && first?.type !== 'number'))
  ) {
    const params = { name: 'aggregation', given: aggregation, expected: 'one output, a number' };
    refuse(reading, node, 'attribute-unsupported', params);
  }
  if (reading.issues.length > found) return undefined;
  const rules = all(node, 'rule').flatMap((one) => readRule(one, columns, outputs, reading) ?? []);
  return {
    node,
    policy: policy as HitPolicy,
    ...(aggregation === undefined ? {} : { aggregation: aggregation as Aggregation }),
    columns,
    outputs,
    rules,
  };
}

function readColumn(
  node: XmlNode,
  types: ReadonlyMap<string, XmlNode>,
  options: ImportOptions,
  reading: Reading,
): Column | undefined {
  const expression = one(node, 'inputExpression', reading);
  if (expression === undefined) return undefined;
  const given = textOf(expression);
  if (!/^[\p{L}_][\p{L}\p{N}_ .]*$/u.test(given)) {
    const expected = 'the name of an input';
    return refuse(reading, expression, 'expression-unsupported', { given, expected });
  }
  const { type, isWhole, allowed } = typeOf(expression, types, reading);
  const values = listIn(node, 'inputValues', type, reading) ?? allowed;
  const name = inputName(given, options.names ?? {}, node, reading);
  const isTyped = expression.attributes.has('typeRef');
  return { node, given, name, type, isWhole, isTyped, ...(values === undefined ? {} : { values }) };
}

function readOutput(
  node: XmlNode,
  types: ReadonlyMap<string, XmlNode>,
  decision: string,
  reading: Reading,
): Output {
  const { type, allowed } = typeOf(node, types, reading);
  const values = listIn(node, 'outputValues', type, reading) ?? allowed;
  const [entry] = all(node, 'defaultOutputEntry');
  const otherwise = entry === undefined ? undefined : literalIn(entry, type, reading);
  return {
    node,
    name: node.attributes.get('name') ?? decision,
    type,
    ...(values === undefined ? {} : { values }),
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

/** The type an element names, directly or by an item definition with its allowed values. */
function typeOf(node: XmlNode, types: ReadonlyMap<string, XmlNode>, reading: Reading) {
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const given = local(node.attributes.get('typeRef') ?? 'string');
  const item = types.get(given);
  const stated = item === undefined ? given : local(textOf(all(item, 'typeRef')[0]));
  const base = NUMBERS.includes(stated) ? 'number' : stated;
  if (!TYPES.includes(base)) {
    const expected = [...TYPES, ...NUMBERS];
    refuse(reading, node, 'attribute-unsupported', { name: 'typeRef', given, expected });
  }
  const type = (TYPES.includes(base) ? base : 'string') as FeelType;
  const allowed = item === undefined ? undefined : listIn(item, 'allowedValues', type, reading);
  const isWhole = WHOLE.includes(stated);
  return { type, isWhole, ...(allowed === undefined ? {} : { allowed }) };
}

/** A list of literals inside a child; undefined where it is not there, or no plain list. */
function listIn(
  node: XmlNode,
  name: string,
  type: FeelType,
  reading: Reading,
): readonly string[] | undefined {
  const [child] = all(node, name);
  if (child === undefined) return undefined;
  const values = splitList(textOf(child))?.map((part) => literal(part, type));
  if (values?.includes(undefined) === false) return values as string[];
  const params = { given: textOf(child), expected: 'a list of literals' };
  return refuse(reading, child, 'expression-unsupported', params);
}

function readRule(
  node: XmlNode,
  columns: readonly Column[],
  outputs: readonly Output[],
  reading: Reading,
): Rule | undefined {
  onlyKnown(node, ['inputEntry', 'outputEntry'], [...TELLING, 'annotationEntry'], reading);
  const asked = all(node, 'inputEntry');
  const given = all(node, 'outputEntry');
  if (asked.length !== columns.length || given.length !== outputs.length) {
    const expected = asked.length === columns.length ? 'outputEntry' : 'inputEntry';
    return refuse(reading, node, 'element-missing', { expected });
  }
  const tests = asked.map((entry, i) => {
    const text = textOf(entry);
    const read = unaryTests(text, columns[i]?.type as FeelType);
    if (read !== undefined) return read;
    const column = columns[i] as Column;
    // A number in a column without a type is readable enough; what is missing is the type.
    const isNumber = !column.isTyped && unaryTests(text, 'number') !== undefined;
    return isNumber
      ? refuse(reading, column.node, 'attribute-missing', { expected: 'typeRef' })
      : refuse(reading, entry, 'expression-unsupported', { given: text, expected: READABLE });
  });
  const values = given.map((entry, i) => literalIn(entry, outputs[i]?.type as FeelType, reading));
  if (tests.includes(undefined) || values.includes(undefined)) return undefined;
  return { tests: tests as UnaryTests[], outputs: values as string[] };
}

function literalIn(node: XmlNode, type: FeelType, reading: Reading): string | undefined {
  const given = textOf(node);
  const value = literal(given, type);
  const params = { given, expected: `a ${type}` };
  // An empty text is no answer anybody could read.
  return value || refuse(reading, node, 'expression-unsupported', params);
}

/** The text of an expression: of its `text` child, or its own. */
export function textOf(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return (all(node, 'text')[0] ?? node).text.trim();
}
