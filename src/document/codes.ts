/** The codes of `document`. */
export const DOCUMENT_CODES = [
  'not-json',
  'repeated-key',
  'repeated-name',
  'validity-inverted',
  'transition-wrong',
  'citation-dangling',
  'unsure-in-force',
  'document-conflict',
  'two-in-force',
  'not-in-force',
  'unknown-document',
  'bad-document',
  'text-broken',
] as const;

/** A code of `document`. */
export type DocumentCode = (typeof DOCUMENT_CODES)[number];
