const HEX_DIGEST = /^[0-9a-f]{64}$/;

/** Whether a value is a digest as it is published: 64 lower-case hex digits. */
export function isHexDigest(value: unknown): value is string {
  return typeof value === 'string' && HEX_DIGEST.test(value);
}
