import type { CompiledInput } from '../scoring/inputs.js';
import type { TermSight } from './termSql.js';

/**
 * What is wrong with the inputs a rule reads, as conditions: never true where a value is missing,
 * since whether it may be is for the rule to say.
 */
export function domainFaults(reads: readonly CompiledInput[], sight: TermSight): string[] {
  return reads.flatMap((input) => faultsOf(input, sight));
}

function faultsOf(input: CompiledInput, sight: TermSight): string[] {
  const { name, min, max, closed } = input;
  const kind = input.input;
  switch (kind.type) {
    case 'full-years':
      return [`${sight.field(kind.since).sql} > ${sight.dialect.day(sight.asOf)}`];
    case 'category': {
      const known = kind.values.map(sight.dialect.text).join(', ');
      return [`${sight.field(name).sql} NOT IN (${known})`];
    }
    case 'integer':
    case 'decimal': {
      const units = sight.units(input);
      return [
        ...sight.misfits(input),
        ...(min === -Infinity ? [] : [`${units} < ${min}`]),
        ...(max === Infinity ? [] : [`${units} > ${max}`]),
        ...(closed === undefined ? [] : [`${units} NOT IN (${closed.join(', ')})`]),
      ];
    }
    default:
      return [];
  }
}
