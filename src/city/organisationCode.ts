const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
// 31 to the sixth.
const SIZE = 887_503_681;
// Shares no factor with 31, so that numbers below SIZE never meet; near 0.618 of SIZE, so that they scatter.
const STEP = 548_507_441;

/**
 * Eight characters of an organisation code for a made-up firm, another for every number from 0 to
 * 10,000,000. All begin with `YY`, which shows that they are made up.
 */
export function organisationCode(n: number): string {
  let rest = (n * STEP) % SIZE;
  let code = '';
  for (let i = 0; i < 6; i++) {
    code = ALPHABET.charAt(rest % 31) + code;
    rest = Math.floor(rest / 31);
  }
  return `YY${code}`;
}
