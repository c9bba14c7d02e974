import {
  type CheckedDocument,
  checkedDocument,
  soundDocument,
} from '../../document/checkedDocument.js';
import { checkPublication } from './checkPublication.js';
import type { Publication } from './publication.js';
import { publicationSchema } from './publicationSchema.js';

/**
 * A document on publication and repair out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkPublication`
 */
export function parsePublication(value: unknown): Publication {
  return soundDocument(safeParsePublication(value));
}

/** The same with what is wrong returned; a good document may still carry warnings. */
export function safeParsePublication(value: unknown): CheckedDocument<Publication> {
  return checkedDocument(publicationSchema, checkPublication, value);
}
