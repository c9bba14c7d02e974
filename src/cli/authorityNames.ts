import type { Names } from '../notice/markdown.js';
import type { Authority } from '../register/nouns.js';

/** The names of those authorities that have one, by id. */
export const authorityNames = (authorities: readonly Authority[]): Names =>
  Object.fromEntries(
    authorities.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]])),
  );
