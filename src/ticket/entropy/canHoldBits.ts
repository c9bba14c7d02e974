/**
 * Whether a text is long enough to hold so many bits at all, by the characters it is made of: a decimal
 * digit holds log2 of 10, a hex digit 4, any character of an entropy value less than log2 of 66.
 *
 * This refutes a claim and never proves one: whether a value could be foreseen no text shows.
 *
 * @param value - the value of a source of entropy
 * @param bits - what its source claims
 */
export function canHoldBits(value: string, bits: number): boolean {
  const digits = value.replace(/[._:-]/g, '');
  const [length, base] = /^[0-9]*$/.test(digits)
    ? [digits.length, 10n]
    : /^[0-9a-f]*$/.test(digits)
      ? [digits.length, 16n]
      : [value.length, 66n];
  if (bits > 8 * length) return false;
  return base ** BigInt(length) >= 1n << BigInt(Math.ceil(bits));
}
