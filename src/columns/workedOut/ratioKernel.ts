import type { CompiledRatio } from '../../scoring/constructs/ratio.js';
import { BLOCK } from '../block.js';
import { memberKernels } from './members.js';
import { quotient } from './quotient.js';
import type { ValueContext, ValueKernel } from './valueKernel.js';

/** What was reached of what could be reached, row by row, as `evaluateRatio` has it. */
export function ratioKernel(value: CompiledRatio, context: ValueContext): ValueKernel {
  const { faulty } = context.block;
  const upper = memberKernels(value.upper, context);
  const lower = memberKernels(value.lower, context);
  const up = value.times * 10 ** value.places;
  const down = 10 ** value.timesPlaces;
  const out = new Float64Array(BLOCK);
  return {
    out,
    run(from, size) {
      upper.run(from, size);
      lower.run(from, size);
      for (let i = 0; i < size; i++) {
        let n = 0;
        let d = 0;
        let isUnknown = false;
        for (let m = 0; m < upper.vectors.length; m++) {
          const one = (upper.vectors[m] as Float64Array)[i] as number;
          const other = (lower.vectors[m] as Float64Array)[i] as number;
          if (Number.isNaN(one) || Number.isNaN(other)) {
            if (value.missing === 'skip') continue;
            if (value.missing === 'refuse') faulty[i] = 1;
            isUnknown = true;
            break;
          }
          n += one;
          d += other;
          if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) faulty[i] = 1;
        }
        // Over nothing the value is unknown.
        if (isUnknown || d === 0) out[i] = Number.NaN;
        else {
          const units = quotient(Math.sign(d) * n * up, Math.abs(d) * down, value.rounding);
          if (Number.isNaN(units)) faulty[i] = 1;
          out[i] = units;
        }
      }
    },
  };
}
