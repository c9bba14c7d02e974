import type { Rounding } from '../scoring/rounding.js';
import type { Dialect } from './dialect.js';

/**
 * A quotient of whole numbers brought to a whole one by a stated rule: what `roundedQuotient` gives.
 * Engines cut quotients towards zero, so only what is not negative is ever divided.
 *
 * @param n - a column; @param d - a column or a constant above 0
 */
export function roundedSql(n: string, d: string, rounding: Rounding, dialect: Dialect): string {
  const { divide } = dialect;
  const bySign = (positive: string, negative: string): string =>
    `CASE WHEN ${n} >= 0 THEN ${positive} ELSE -(${negative}) END`;
  switch (rounding) {
    case 'floor':
      return bySign(divide(n, d), divide(`-${n} + ${d} - 1`, d));
    case 'ceil':
      return bySign(divide(`${n} + ${d} - 1`, d), divide(`-${n}`, d));
    case 'half-up':
      return bySign(
        divide(`2 * ${n} + ${d}`, `(2 * ${d})`),
        divide(`-2 * ${n} + ${d}`, `(2 * ${d})`),
      );
    case 'between': {
      const tens = bySign(divide(n, `(10 * ${d})`), divide(`-${n} + 10 * ${d} - 1`, `(10 * ${d})`));
      return `(${tens}) * 10 + CASE WHEN ${n} % (10 * ${d}) = 0 THEN 0 ELSE 5 END`;
    }
  }
}
