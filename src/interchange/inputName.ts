import { FIELDS } from '../scoring/conditionIssues.js';
import { type Reading, refuse } from './reading.js';
import type { XmlNode } from './xmlTree.js';

/** The input a field becomes; what every entity has beside its facts cannot be the name of one. */
export function inputName(
  given: string,
  names: Readonly<Record<string, string>>,
  node: XmlNode,
  reading: Reading,
): string {
  const name = (Object.hasOwn(names, given) ? names[given] : undefined) ?? given;
  const reserved = [...FIELDS, 'total'];
  if (reserved.includes(name)) {
    refuse(reading, node, 'field-reserved', { given: name, expected: reserved });
  }
  return name;
}
