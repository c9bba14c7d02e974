import { type CompiledCombine, isTrue } from '../../scoring/constructs/combine.js';
import { BLOCK } from '../block.js';
import { memberKernels } from './members.js';
import { quotient } from './quotient.js';
import type { ValueContext, ValueKernel } from './valueKernel.js';

/** Numbers made one, row by row over the vectors of its members, as `evaluateCombine` does. */
export function combineKernel(value: CompiledCombine, context: ValueContext): ValueKernel {
  const { members, weights, missing, instead } = value;
  const { faulty } = context.block;
  const { vectors, run } = memberKernels(members, context);
  const out = new Float64Array(BLOCK);
  const known: number[] = [];
  return {
    out,
    run(from, size) {
      run(from, size);
      for (let i = 0; i < size; i++) {
        let count = 0;
        let weight = 0;
        let isUnknown = false;
        for (let m = 0; m < vectors.length; m++) {
          let units = (vectors[m] as Float64Array)[i] as number;
          if (Number.isNaN(units)) {
            if (missing === 'refuse') faulty[i] = 1;
            if (missing === 'refuse' || missing === 'unknown') isUnknown = true;
            if (instead === undefined) continue;
            units = instead[m] as number;
          }
          known[count++] = units;
          weight += weights[m] as number;
        }
        const isNone = isUnknown || count === 0;
        const units = isNone ? Number.NaN : combined(value, known, count, weight);
        out[i] = units;
        // A mean over no weight is unknown; any other number that is none was too large.
        const isFar = Number.isNaN(units) && !(value.op === 'mean' && weight === 0);
        if (isFar && !isNone) faulty[i] = 1;
      }
    },
  };
}

function combined(
  value: CompiledCombine,
  known: readonly number[],
  count: number,
  weight: number,
): number {
  const { op, test, weightPlaces } = value;
  let sum = 0;
  let top = known[0] as number;
  let least = top;
  let tops = 0;
  let trues = 0;
  for (let m = 0; m < count; m++) {
    const units = known[m] as number;
    sum += units;
    if (!Number.isSafeInteger(sum)) sum = Number.NaN;
    if (units > top) {
      top = units;
      tops = 0;
    }
    if (units === top) tops++;
    if (units < least) least = units;
    if (test !== undefined && isTrue(units, test)) trues++;
  }
  switch (op) {
    case 'count':
      return trues;
    case 'count-of-top':
      return tops;
    case 'max':
      return atPlaces(top, 1, value);
    case 'min':
      return atPlaces(least, 1, value);
    case 'sum':
      return atPlaces(sum, 1, value);
    case 'mean':
      return weight === 0 ? Number.NaN : atPlaces(sum * 10 ** weightPlaces, weight, value);
  }
}

/** n/d common units at the places of the result. */
function atPlaces(n: number, d: number, { places, common, rounding }: CompiledCombine): number {
  const up = 10 ** Math.max(0, places - common);
  const down = 10 ** Math.max(0, common - places);
  return quotient(n * up, d * down, rounding);
}
