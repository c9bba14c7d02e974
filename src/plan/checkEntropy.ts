import { EvenhandError, mistake } from '../core/error.js';
import { type Issue, warningAt } from '../core/issue.js';
import type { Entropy } from '../ticket/drawSeed.js';
import { canHoldBits } from '../ticket/entropy/canHoldBits.js';
import { checkEntropyValue } from '../ticket/entropy/checkEntropyValue.js';
import { isDemonstration } from './demonstration.js';
import type { EntropySource } from './planInput.js';
import type { Prepared } from './prepared.js';

/**
 * The entropy is that of the sources of notice A, in their order, each value in its form and, in a plan
 * that binds, long enough.
 *
 * @throws `entropy-differs` | `bad-entropy-value` | `entropy-too-short`
 */
export function checkEntropy(
  { sources, mode }: Pick<Prepared, 'sources' | 'mode'>,
  entropy: readonly Entropy[],
): void {
  const expected = sources.map(({ label }) => label);
  const given = entropy.map(({ label }) => label);
  if (expected.join('\n') === given.join('\n')) {
    checkValues(sources, entropy);
    if (mode === 'authoritative') checkLengths(sources, entropy);
    return;
  }
  throw mistake(
    'entropy-differs',
    `the entropy is labelled \`${given.join(', ')}\`, notice A names \`${expected.join(', ')}\` in this order`,
    { given, expected },
  );
}

/** A value of the wrong form is found before the draw, not by whoever verifies it. */
function checkValues(sources: Prepared['sources'], entropy: readonly Entropy[]): void {
  const issues = sources.flatMap(({ spec }, i) =>
    spec === undefined ? [] : checkEntropyValue(spec, entropy[i]?.value ?? ''),
  );
  const { code, params } = issues[0] ?? {};
  if (code === undefined) return;
  throw new EvenhandError(
    code,
    `the value \`${String(params?.['given'])}\` is none of source \`${String(params?.['label'])}\` (expected ${String(params?.['expected'])})`,
    issues,
  );
}

/** In a draw that binds, a value is long enough for the bits that its source claims. */
function checkLengths(sources: Prepared['sources'], entropy: readonly Entropy[]): void {
  const [{ params } = {}] = shortEntropy(sources, entropy);
  if (params === undefined) return;
  const { label, given, expected } = params;
  throw mistake(
    'entropy-too-short',
    `the value \`${given}\` of source \`${label}\` can't hold ${expected} bits`,
    params,
  );
}

/**
 * Values that are too short for the bits their sources claim: a draw that binds refuses them, a
 * simulation goes on, and says so.
 */
export function shortEntropy(sources: Prepared['sources'], entropy: readonly Entropy[]): Issue[] {
  return sources.flatMap((source, i) => {
    const { label, bits } = source;
    const given = entropy[i]?.value ?? '';
    // Nobody takes what stands for demonstration for chance, however long it is.
    if (isDemonstration(source) || !isTooShort(source, given)) return [];
    const params = { label, given, expected: String(bits) };
    return [warningAt('entropy-too-short', ['entropy', i], params)];
  });
}

/**
 * Whether a value is too short for the bits that its source claims. Of a source as data the form of its values
 * tells the bits: low numbers of a lottery are as good as high ones.
 */
export function isTooShort(
  { spec, bits }: Pick<EntropySource, 'spec' | 'bits'>,
  value: string,
): boolean {
  return spec === undefined && !canHoldBits(value, bits);
}
