import { createHash } from 'node:crypto';

/** The specification's section 1 once more, by the platform's SHA-256 and whole strings. */
const hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const plainSeed = (drawId: string, entropy: { label: string; value: string }[]): string =>
  hex(
    `double-random/1\ndraw=${drawId}\nentropy=${entropy.length}\n` +
      entropy.map(({ label, value }) => `${label}=${value}\n`).join(''),
  );

export const plainKey = (seed: string, purpose: string): string =>
  hex(`double-random/1\nseed=${seed}\npurpose=${purpose}\n`);

export const plainTicket = (key: string, id: string): string => hex(key + id);

export const plainPairTicket = (key: string, visit: string, inspector: string): string =>
  hex(`${key}${visit}\x1f${inspector}`);
