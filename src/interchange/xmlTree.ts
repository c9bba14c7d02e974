import { mistake } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { malformed, xmlFault } from './xmlFault.js';
import type { XmlParser } from './xmlParser.js';

/** An element: its name without a prefix, its attributes without those of other namespaces. */
export interface XmlNode {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** All text directly inside, as it stands. */
  readonly text: string;
  readonly line: number | undefined;
  /** Names from the root, with a number (from 0) where several siblings have one name. */
  readonly path: Issue['path'];
}

/**
 * The root element of a text.
 *
 * @throws `xml-tree` if the parser gives another shape than `XmlParser` says
 */
export function readXml(text: string, parser: XmlParser): XmlNode | Issue {
  // What a parser of XML does with line ends, done here so that its places are places in this text.
  const plain = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const fault = xmlFault(plain);
  if (fault !== undefined) return fault;
  let tree: unknown;
  try {
    tree = parser.parse(plain, true);
  } catch (error) {
    return malformed(error instanceof Error ? error.message : String(error));
  }
  if (!Array.isArray(tree)) throw wrongTree(tree);
  const roots = tree.filter((raw) => nameOf(raw) !== '#text' && !nameOf(raw).startsWith('?'));
  const [root] = roots;
  if (root === undefined || roots.length > 1) return malformed(`${roots.length} root elements`);
  const name = localName(nameOf(root));
  return toNode(root, name, [name], new Map(), lineEnds(plain));
}

function toNode(
  raw: RawNode,
  name: string,
  path: Issue['path'],
  outer: ReadonlyMap<string, string>,
  ends: readonly number[],
): XmlNode {
  const full = nameOf(raw);
  const given = Object.entries((raw[':@'] ?? {}) as Record<string, string>);
  const spaces = new Map(outer);
  for (const [key, value] of given) {
    if (key === 'xmlns') spaces.set('', value);
    else if (key.startsWith('xmlns:')) spaces.set(key.slice(6), value);
  }
  const inside = raw[full];
  if (!Array.isArray(inside)) throw wrongTree(inside);
  const elements = (inside as RawNode[]).filter((child) => nameOf(child) !== '#text');
  const names = elements.map((child) => localName(nameOf(child)));
  const seen = new Map<string, number>();
  return {
    name,
    namespace: spaces.get(full.includes(':') ? full.slice(0, full.indexOf(':')) : '') ?? '',
    attributes: new Map(given.filter(([key]) => !key.includes(':') && key !== 'xmlns')),
    children: elements.map((child, i) => {
      const own = names[i] as string;
      const place = seen.get(own) ?? 0;
      seen.set(own, place + 1);
      const isOnly = names.indexOf(own) === names.lastIndexOf(own);
      return toNode(child, own, isOnly ? [...path, own] : [...path, own, place], spaces, ends);
    }),
    text: (inside as RawNode[]).map((child) => child['#text'] ?? '').join(''),
    line: lineOf(raw, ends),
    path,
  };
}

type RawNode = Readonly<Record<string | symbol, unknown>>;

function nameOf(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null) throw wrongTree(raw);
  const name = Object.keys(raw).find((key) => key !== ':@');
  if (name === undefined) throw wrongTree(raw);
  return name;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function wrongTree(given: unknown) {
  const shown = String(given).slice(0, 40);
  return mistake(
    'xml-tree',
    `the parser gave \`${shown}\` (expected a list of nodes, as \`new XMLParser(XML_OPTIONS)\` gives)`,
    { given: shown },
  );
}

function lineEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return ends;
}

/** The line an element begins on, where the parser tells its place. */
function lineOf(raw: RawNode, ends: readonly number[]): number | undefined {
  const [symbol] = Object.getOwnPropertySymbols(raw);
  if (symbol === undefined) return undefined;
  const { startIndex } = raw[symbol] as { readonly startIndex?: unknown };
  if (typeof startIndex !== 'number') return undefined;
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) < startIndex) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
