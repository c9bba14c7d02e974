/**
 * A parser of XML by its shape: `new XMLParser(XML_OPTIONS)` of `fast-xml-parser` has it. It gives a
 * list of nodes in the order of the text, or throws where the text is malformed.
 *
 * A node is an object with one key, its name, whose value is the list of its children; `:@` holds its
 * attributes, and a text is `{ '#text': '…' }`. Where a node has a symbol whose value tells a
 * `startIndex`, issues get the line.
 */
export interface XmlParser {
  parse(text: string, validate: true): unknown;
}

/**
 * The options with which `fast-xml-parser` gives the tree that this room reads.
 *
 * @example
 * ```ts
 * import { XMLParser } from 'fast-xml-parser';
 * import { XML_OPTIONS } from 'evenhand/interchange';
 *
 * new XMLParser(XML_OPTIONS).parse('<a b="1"/>', true)[0][':@']; // => { b: '1' }
 * ```
 */
export const XML_OPTIONS = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  captureMetaData: true,
  // For references by number, `&#20013;`; by name XML has five, and others never get this far.
  htmlEntities: true,
} as const;
