import type { Issue } from '../core/issue.js';
import { xmlDecimal } from './xmlDecimal.js';
import type { XmlNode } from './xmlTree.js';

/** What is found while a file is read: all of it, not the first. */
export interface Reading {
  readonly issues: Issue[];
  readonly notes: Issue[];
}

export function openReading(): Reading {
  return { issues: [], notes: [] };
}

/** Refuses something of an element by name. */
export function refuse(
  { issues }: Reading,
  node: XmlNode,
  code: string,
  params: Issue['params'],
): undefined {
  issues.push({ code, severity: 'error', ...place(node), params });
  return undefined;
}

/** Notes what was assumed or left out, once for each kind of it. */
export function note(
  { notes }: Reading,
  node: XmlNode,
  code: string,
  params: Issue['params'],
): void {
  const isNoted = notes.some((one) => one.code === code && one.params['given'] === params['given']);
  if (!isNoted) notes.push({ code, severity: 'warning', ...place(node), params });
}

const place = ({ path, line }: XmlNode) => ({ path, ...(line === undefined ? {} : { row: line }) });

/** The children of one name, of the element's own namespace. */
export function all(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((one) => one.name === name && one.namespace === node.namespace);
}

/** The one child of a name; undefined and refused where it is not there. */
export function one(node: XmlNode, name: string, reading: Reading): XmlNode | undefined {
  return all(node, name)[0] ?? refuse(reading, node, 'element-missing', { expected: name });
}

/** An attribute that must be there. */
export function needed(node: XmlNode, name: string, reading: Reading): string | undefined {
  const value = node.attributes.get(name);
  return value ?? refuse(reading, node, 'attribute-missing', { expected: name });
}

/** An attribute that is one of some words, or left out. */
export function oneOf(
  node: XmlNode,
  name: string,
  expected: readonly string[],
  reading: Reading,
): string | undefined {
  const given = node.attributes.get(name);
  if (given === undefined || expected.includes(given)) return given;
  return refuse(reading, node, 'attribute-unsupported', { name, given, expected });
}

/** A decimal in an attribute; undefined where it is left out, or refused. */
export function decimalIn(node: XmlNode, name: string, reading: Reading): string | undefined {
  const given = node.attributes.get(name);
  if (given === undefined) return undefined;
  return xmlDecimal(given) ?? refuse(reading, node, 'number-unreadable', { given });
}

/** Of some names those of children that hold nothing: they have no meaning that could be lost. */
export function emptyOf(node: XmlNode, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const found = all(node, name);
    return found.length > 0 && found.every(({ children }) => children.length === 0);
  });
}

/** Refuses children with a meaning nobody here reads; notes those that only tell something. */
export function onlyKnown(
  node: XmlNode,
  known: readonly string[],
  telling: readonly string[],
  reading: Reading,
): void {
  for (const child of node.children) {
    const isOwn = child.namespace === node.namespace;
    if (isOwn && known.includes(child.name)) continue;
    if (!isOwn || telling.includes(child.name)) {
      note(reading, child, 'element-left-out', { given: child.name });
    } else refuse(reading, child, 'element-unsupported', { given: child.name });
  }
}
