export { type BookPage, bookIssues, type PolicyBook, policyBook, referenceOf } from './book.js';
export { documentIssues } from './citations.js';
export { DOCUMENT_CODES, type DocumentCode } from './codes.js';
export {
  bestFirst,
  type Citation,
  CONFIDENCE,
  type Confidence,
  type DocumentBase,
  type DocumentReference,
  type LocalText,
  type Scale,
  STATUSES,
  type Status,
  type VersionChange,
} from './document.js';
export { parseDocumentText, safeParseDocumentText } from './jsonText.js';
