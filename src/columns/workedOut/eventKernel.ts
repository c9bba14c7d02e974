import type { EventBounds } from '../../scoring/constructs/compiledEvents.js';
import type { CompiledEventValue } from '../../scoring/constructs/eventValues.js';
import { BLOCK } from '../block.js';
import { pointsAsked, unknownAsked } from '../eventQuestions.js';
import { eventTallies } from '../eventTallies.js';
import { FAR } from '../sums.js';
import type { ValueContext, ValueKernel } from './valueKernel.js';

/** Events counted or added up, between the ends of the value. */
export function eventKernel(
  { events: term }: CompiledEventValue,
  { columns, asOf, block }: ValueContext,
  bounds: EventBounds,
): ValueKernel {
  const { faulty } = block;
  const tallies = eventTallies(columns.events, asOf);
  const { sums } = tallies.tally(pointsAsked([{ term, bounds }], FAR, asOf));
  const kinds = term.select?.kinds;
  const unknown = kinds === undefined ? undefined : tallies.tally(unknownAsked(kinds)).sums;
  const read = tallies.reader(block);
  const out = new Float64Array(BLOCK);
  return {
    out,
    run(from, size) {
      read(from, size);
      for (let i = 0; i < size; i++) {
        if (unknown !== undefined && unknown[i] !== 0) faulty[i] = 1;
        out[i] = Math.min(term.max, Math.max(term.min, sums[i] as number));
      }
    },
  };
}
