/** Bytes as lower-case hex digits. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += PAIRS[bytes[i] as number];
  return text;
}

const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);

/** The bytes of lower-case hex digits; undefined for anything else. */
export function bytesOf(digits: unknown): Uint8Array | undefined {
  if (typeof digits !== 'string' || !/^(?:[0-9a-f]{2})*$/.test(digits)) return undefined;
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}
