import * as fc from 'fast-check';

/** Ids that keep the draw's rule, beyond the basic plane too. */
export const ids = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 60 })
  .map((text) => `i${text.normalize('NFC').replaceAll(/[\p{Cc}\p{Cs}]/gu, '')}i`)
  .filter((text) => text.normalize('NFC') === text && Buffer.byteLength(text) <= 256);

/** Keys and tickets: any digest. */
export const keys = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((b) => Buffer.from(b).toString('hex'));
