import { requireArgument } from '../../core/argument.js';
import { errorAt } from '../../core/issue.js';
import type { Bound } from '../../scoring/constructs/edges.js';
import { rangesOf } from '../../scoring/constructs/edges.js';
import type { Axis, Cells, Table } from '../../scoring/constructs/table.js';
import type { Input } from '../../scoring/scheme.js';
import type { ImportOptions } from '../documentFrame.js';
import type { Imported } from '../imported.js';
import { all, note, openReading, type Reading, refuse } from '../reading.js';
import { regionsOf } from '../regions.js';
import { safeName, titleOf } from '../safeName.js';
import { mostPlaces } from '../xmlDecimal.js';
import { readXml, type XmlNode } from '../xmlTree.js';
import { type Column, type DecisionTable, readTable } from './decisionTable.js';
import { type Hit, resultOf } from './hitPolicy.js';
import { passes, valuesIn } from './unaryTests.js';

/** How a decision table becomes values of a scheme. */
export interface DmnOptions extends ImportOptions {
  /** Name or id of the decision, where the file has several tables. */
  readonly decision?: string;
  /** The id of the citation that the values point to. */
  readonly cite: string;
  /** What holds where no rule does, by output, where the table does not say. */
  readonly otherwise?: Readonly<Record<string, string>>;
  /** What holds where an input is not known; `refuse` where left out. */
  readonly missing?: Table['missing'];
}

/** A decision table as what a scheme spreads among its own `inputs` and `values`. */
export interface ImportedTable {
  readonly inputs: Readonly<Record<string, Input>>;
  /** One table an output, in their order. */
  readonly values: readonly Table[];
}

/** 1.2 to 1.5. */
const NAMESPACES = [
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
];

const MOST_CELLS = 20_000;

/**
 * A decision table of another system as tables with a cell for every case, each the same answer.
 *
 * Every input is cut where a rule cuts it, and each cell is what the hit policy makes of the rules
 * that hold there: so that rules overlap, contradict each other or leave a gap is found here, with
 * the case, and not on the day an entity falls into it. Lists (COLLECT without an operator, RULE ORDER, OUTPUT
 * ORDER) become one text, `a; b`.
 *
 * @param text - the file: DMN 1.2 to 1.5
 * @throws `xml-tree` if `options.xml` gives another tree than `XmlParser` says
 * @source DMN 1.5 (Object Management Group), 8 Decision Table, 7.3 unary tests. Differs: an input that is
 * not known refuses the answer, also where `-` would not ask for it.
 */
export function tableFromDmn(text: string, options: DmnOptions): Imported<ImportedTable> {
  requireArgument('tableFromDmn', 'text', text, 'string');
  requireArgument('tableFromDmn', 'options', options, { xml: 'object' });
  const root = readXml(text, options.xml);
  if ('code' in root) return { ok: false, issues: [root] };
  if (root.name !== 'definitions' || !NAMESPACES.includes(root.namespace)) {
    const given = `${root.name} ${root.namespace}`.trim();
    return {
      ok: false,
      issues: [errorAt('format-unknown', root.path, { given, expected: NAMESPACES })],
    };
  }
  const reading = openReading();
  const value = readDecision(root, options, reading);
  if (value === undefined || reading.issues.length > 0)
    return { ok: false, issues: reading.issues };
  return { ok: true, value, notes: reading.notes };
}

function readDecision(root: XmlNode, options: DmnOptions, reading: Reading) {
  const decisions = all(root, 'decision').filter((one) => all(one, 'decisionTable').length > 0);
  const nameOf = ({ attributes }: XmlNode) => attributes.get('name') ?? attributes.get('id') ?? '';
  const { decision: wanted } = options;
  const named = decisions.filter(
    (one) => wanted === undefined || [nameOf(one), one.attributes.get('id')].includes(wanted),
  );
  const [decision] = named;
  if (decision === undefined && decisions.length === 0) {
    return refuse(reading, root, 'element-missing', { expected: 'decisionTable' });
  }
  if (decision === undefined || named.length > 1) {
    const params = { given: wanted ?? '', expected: decisions.map(nameOf) };
    return refuse(reading, root, 'model-unclear', params);
  }
  const types = new Map(
    all(root, 'itemDefinition').map((one) => [one.attributes.get('name') ?? '', one]),
  );
  const [node] = all(decision, 'decisionTable');
  const table = readTable(node as XmlNode, types, nameOf(decision), options, reading);
  if (table === undefined || reading.issues.length > 0) return undefined;
  return written(table, options, reading);
}

/** One side of the table: its cuts, each with a key and a value that stands for it. */
interface Side {
  readonly input: Input;
  readonly axis: Axis;
  readonly cuts: readonly { readonly key: string; readonly inside: string }[];
}

function sideOf(
  column: Column,
  at: number,
  table: DecisionTable,
  options: DmnOptions,
  reading: Reading,
): Side | undefined {
  const { node, given, name, type, isWhole, values } = column;
  const asked = [...new Set(table.rules.flatMap(({ tests }) => valuesIn(tests[at] as never)))];
  if (type === 'number' && values === undefined) {
    const stated = isWhole ? 0 : options.places?.[given];
    const places = stated ?? mostPlaces(asked);
    const isFine = isWhole && mostPlaces(asked) > 0;
    if (isFine || places > 9 || asked.some((one) => Math.abs(Number(one)) * 10 ** places > 1e15)) {
      return refuse(reading, node, 'number-too-fine', {
        given: isFine ? mostPlaces(asked) : places,
      });
    }
    if (stated === undefined) note(reading, node, 'places-assumed', { given, places });
    const regions = merged(regionsOf(asked, { places }), at, table);
    const bins = regions.map(({ bound }) => bound);
    const keys = rangesOf(bins, places);
    return {
      input: isWhole ? { type: 'integer' } : { type: 'decimal', places },
      axis: { input: name, bins: bins.map((bound, i) => ({ ...bound, key: keys[i] as string })) },
      cuts: regions.map(({ inside }, i) => ({ key: keys[i] as string, inside })),
    };
  }
  const closed = type === 'boolean' ? ['true', 'false'] : (values ?? asked);
  if (closed.length === 0) return refuse(reading, node, 'domain-open', { given });
  if (type !== 'boolean' && values === undefined) {
    note(reading, node, 'domain-assumed', { given, expected: closed });
  }
  const axis = { input: name };
  const cuts = closed.map((value) => ({ key: value, inside: value }));
  if (type === 'boolean') return { input: { type }, axis, cuts };
  if (type === 'string') return { input: { type: 'category', values: closed }, axis, cuts };
  return { input: { type: 'decimal', places: mostPlaces(closed), values: closed }, axis, cuts };
}

/** Neighbours that every rule answers alike are one stretch. */
function merged(
  regions: readonly { readonly bound: Bound; readonly inside: string }[],
  at: number,
  { rules }: DecisionTable,
) {
  const answers = regions.map(({ inside }) =>
    rules.map(({ tests }) => passes(tests[at] as never, inside, 'number')).join(),
  );
  return regions.filter((_, i) => i === 0 || answers[i] !== answers[i - 1]);
}

function written(
  table: DecisionTable,
  options: DmnOptions,
  reading: Reading,
): ImportedTable | undefined {
  const { columns, outputs, policy } = table;
  const sides = columns.map((column, i) => sideOf(column, i, table, options, reading));
  if (sides.includes(undefined)) return undefined;
  const all = sides as readonly Side[];
  const size = all.reduce((product, { cuts }) => product * cuts.length, 1);
  if (size > MOST_CELLS) {
    return refuse(reading, table.node, 'table-too-large', { given: size, expected: MOST_CELLS });
  }
  if (policy === 'PRIORITY' || policy === 'OUTPUT ORDER') checkPriorities(table, reading);
  const cells = cellsOf(table, all, options, reading);
  if (reading.issues.length > 0) return undefined;
  const isList =
    table.aggregation === undefined && ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'].includes(policy);
  const taken = new Set(columns.map(({ name }) => name));
  const values = outputs.map(({ name, type }, k): Table => {
    const given = cells.map((outcome) => outcome[k] as string);
    const isNumber = table.aggregation === 'COUNT' || (type === 'number' && !isList);
    const places = mostPlaces(isNumber ? given : []);
    return {
      kind: 'table',
      id: safeName(name, taken),
      ...titleOf(name),
      cite: options.cite,
      axes: all.map(({ axis }) => axis),
      gives: isNumber ? 'number' : 'text',
      ...(places === 0 ? {} : { places }),
      table: nested(given, all),
      missing: options.missing ?? 'refuse',
    };
  });
  return { inputs: Object.fromEntries(all.map(({ axis, input }) => [axis.input, input])), values };
}

function checkPriorities({ rules, outputs }: DecisionTable, reading: Reading): void {
  outputs.forEach(({ node, values = [] }, k) => {
    const unknown = rules
      .map((rule) => rule.outputs[k] as string)
      .find((one) => !values.includes(one));
    if (unknown === undefined) return;
    refuse(reading, node, 'priority-missing', { given: unknown, expected: [...values] });
  });
}

/** What each case gives, the last input running fastest; each kind of fault is told once a rule set. */
function cellsOf(
  table: DecisionTable,
  sides: readonly Side[],
  { otherwise = {} }: DmnOptions,
  reading: Reading,
): readonly (readonly string[])[] {
  const { node, columns, outputs, rules, policy, aggregation } = table;
  const ranks = (hit: Hit) =>
    outputs.map(({ values = [] }, k) => values.indexOf(hit.outputs[k] as string));
  const instead = outputs.map(({ name, otherwise: own }) => own ?? otherwise[name]);
  const told = new Set<string>();
  const tell = (code: string, cuts: Side['cuts'], hits: readonly Hit[]): void => {
    const list = hits.map(({ rule }) => rule).join(', ');
    if (told.has(`${code} ${list}`)) return;
    told.add(`${code} ${list}`);
    const given = cuts.map(({ key }, i) => `${columns[i]?.given} ${key}`).join(', ');
    const expected = hits.map((hit) => hit.outputs.join(', ')).join(' | ');
    refuse(reading, node, code, { given, rules: list, expected });
  };
  return cases(sides).map((cuts) => {
    const hits = rules.flatMap(({ tests, outputs: given }, i): Hit[] => {
      const isHit = tests.every((test, k) =>
        passes(test, cuts[k]?.inside ?? '', columns[k]?.type ?? 'string'),
      );
      return isHit ? [{ rule: i + 1, outputs: given }] : [];
    });
    const result = resultOf(hits, policy, aggregation, ranks);
    if (result !== undefined && 'outputs' in result) return result.outputs;
    if (result === undefined && !instead.includes(undefined)) return instead as string[];
    tell(result?.code ?? 'rules-gap', cuts, hits);
    return [];
  });
}

/** Every combination of cuts, the last side running fastest. */
function cases(sides: readonly Side[]): readonly Side['cuts'][] {
  return sides.reduce<readonly Side['cuts'][]>(
    (list, { cuts }) => list.flatMap((one) => cuts.map((cut) => [...one, cut])),
    [[]],
  );
}

/** A row of cells as objects, one within the other. */
function nested(row: readonly string[], [side, ...rest]: readonly Side[]): Cells {
  if (side === undefined) return row[0] as string;
  const width = row.length / side.cuts.length;
  return Object.fromEntries(
    side.cuts.map(({ key }, i) => [key, nested(row.slice(i * width, (i + 1) * width), rest)]),
  );
}
