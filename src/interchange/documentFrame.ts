import type { Citation, DocumentBase, LocalText, Scale } from '../document/document.js';
import type { Band, Scheme } from '../scoring/scheme.js';
import type { XmlParser } from './xmlParser.js';

/** What a dated document needs and no file of another system tells. */
export interface DocumentFrame extends Pick<DocumentBase, 'id' | 'version' | 'from' | 'to'> {
  /** `draft` where left out: who imports decides when it is in force. */
  readonly status?: DocumentBase['status'];
  readonly title?: LocalText;
  /** Where the file comes from; its own name where left out. */
  readonly citation?: Omit<Citation, 'id'>;
}

/** What turns a score into a level; a scorecard has a score only. */
export interface LevelRule {
  readonly scale: Scale;
  readonly direction: Scheme['direction'];
  readonly bands: readonly Omit<Band, 'cite'>[];
}

/** What every import takes. */
export interface ImportOptions {
  /** `new XMLParser(XML_OPTIONS)` of `fast-xml-parser`, or another of its shape. */
  readonly xml: XmlParser;
  /** Other names for inputs, by their names in the file. */
  readonly names?: Readonly<Record<string, string>>;
  /** Places after the point of inputs, by their names in the file; those its bounds need where left out. */
  readonly places?: Readonly<Record<string, number>>;
}
