import {
  all,
  decimalIn,
  emptyOf,
  needed,
  one,
  oneOf,
  onlyKnown,
  type Reading,
  refuse,
} from '../reading.js';
import type { XmlNode } from '../xmlTree.js';
import type { Attribute, Characteristic } from './characteristic.js';
import { PREDICATES, predicateIn } from './predicate.js';

/** A scorecard as its file states it. */
export interface Scorecard {
  readonly node: XmlNode;
  readonly name: string;
  readonly initial: string;
  readonly baseline?: string;
  readonly algorithm: 'points-above' | 'points-below';
  /** Whether the file says that it gives reason codes. */
  readonly givesReasons: boolean;
  readonly characteristics: readonly Characteristic[];
}

/** What tells about a model without changing its score. */
const TELLING = ['Extension', 'Output', 'ModelStats', 'ModelExplanation', 'ModelVerification'];

/** Reads a `Scorecard`; what it has besides is refused by name, or noted where no score hangs on it. */
export function readScorecard(node: XmlNode, reading: Reading): Scorecard {
  const empty = emptyOf(node, ['LocalTransformations', 'Targets']);
  onlyKnown(node, ['MiningSchema', 'Characteristics'], [...TELLING, ...empty], reading);
  oneOf(node, 'functionName', ['regression'], reading);
  oneOf(node, 'isScorable', ['true'], reading);
  const algorithm = oneOf(node, 'reasonCodeAlgorithm', ['pointsAbove', 'pointsBelow'], reading);
  const baseline = decimalIn(node, 'baselineScore', reading);
  const list = one(node, 'Characteristics', reading);
  if (list !== undefined) onlyKnown(list, ['Characteristic'], ['Extension'], reading);
  const characteristics = list === undefined ? [] : all(list, 'Characteristic');
  if (list !== undefined && characteristics.length === 0) {
    refuse(reading, list, 'element-missing', { expected: 'Characteristic' });
  }
  return {
    node,
    name: node.attributes.get('modelName') ?? '',
    initial: decimalIn(node, 'initialScore', reading) ?? '0',
    ...(baseline === undefined ? {} : { baseline }),
    algorithm: algorithm === 'pointsAbove' ? 'points-above' : 'points-below',
    givesReasons: oneOf(node, 'useReasonCodes', ['true', 'false'], reading) !== 'false',
    characteristics: characteristics.map((child) => readCharacteristic(child, reading)),
  };
}

function readCharacteristic(node: XmlNode, reading: Reading): Characteristic {
  onlyKnown(node, ['Attribute'], ['Extension'], reading);
  const children = all(node, 'Attribute');
  if (children.length === 0) refuse(reading, node, 'element-missing', { expected: 'Attribute' });
  const baseline = decimalIn(node, 'baselineScore', reading);
  return {
    node,
    name: node.attributes.get('name') ?? '',
    ...reasonCodeOf(node),
    ...(baseline === undefined ? {} : { baseline }),
    attributes: children.flatMap((child) => readAttribute(child, reading) ?? []),
  };
}

function readAttribute(node: XmlNode, reading: Reading): Attribute | undefined {
  // A complex score would take the place of the points; it is refused, not left out.
  onlyKnown(node, PREDICATES, ['Extension'], reading);
  if (all(node, 'ComplexPartialScore').length > 0) return undefined;
  const stated = needed(node, 'partialScore', reading);
  const points = decimalIn(node, 'partialScore', reading);
  const predicate = predicateIn(node, reading);
  if (stated === undefined || points === undefined || predicate === undefined) return undefined;
  return { points, predicate, ...reasonCodeOf(node) };
}

function reasonCodeOf(node: XmlNode): { readonly reasonCode?: string } {
  const reasonCode = node.attributes.get('reasonCode');
  return reasonCode === undefined ? {} : { reasonCode };
}
