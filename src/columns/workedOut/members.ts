import type { CompiledMember } from '../../scoring/constructs/members.js';
import { BLOCK } from '../block.js';
import { numbersOf } from '../numbers.js';
import type { ValueContext } from './valueKernel.js';

/** Members of a value over a block, in common units, NaN where one is not known. */
export interface MemberKernels {
  readonly vectors: readonly Float64Array[];
  run(from: number, size: number): void;
}

/** Products beyond the safe integers mark their row: the row evaluator says what is too large. */
export function memberKernels(
  members: readonly CompiledMember[],
  { columns, asOf, block }: ValueContext,
): MemberKernels {
  const kernels = members.map(({ input, constant, factor }) => {
    const out = new Float64Array(BLOCK);
    if (input === undefined) {
      out.fill(constant as number);
      return { out, run: () => undefined };
    }
    const numbers = numbersOf(input, columns, asOf, block);
    const run = (from: number, size: number): void => {
      const values = numbers(from, size);
      for (let i = 0; i < size; i++) {
        const units = (values[i] as number) * factor;
        if (Math.abs(units) > Number.MAX_SAFE_INTEGER) block.faulty[i] = 1;
        out[i] = units;
      }
    };
    return { out, run };
  });
  return {
    vectors: kernels.map(({ out }) => out),
    run(from, size) {
      for (const { run } of kernels) run(from, size);
    },
  };
}
