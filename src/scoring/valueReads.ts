import { fieldsOf } from '../register/condition.js';
import { FIELDS } from './conditionIssues.js';
import type { Combine } from './constructs/combine.js';
import type { SchemeValue } from './constructs/construct.js';
import type { EventCount, EventSum } from './constructs/eventValues.js';
import type { Ladder } from './constructs/ladder.js';
import type { Member } from './constructs/members.js';
import type { RatioValue } from './constructs/ratio.js';
import type { Table } from './constructs/table.js';

/** A name a value reads, and where it stands in the value. */
export interface NameRead {
  readonly name: string;
  readonly path: readonly (string | number)[];
}

const readers = {
  combine: ({ of }: Combine) => of.flatMap((member, i) => nameOf(member, ['of', i])),
  ratio: ({ of }: RatioValue) =>
    of.flatMap(({ upper, lower }, i) => [
      ...nameOf(upper, ['of', i, 'upper']),
      ...nameOf(lower, ['of', i, 'lower']),
    ]),
  'count-events': (_: EventCount): NameRead[] => [],
  'sum-events': (_: EventSum): NameRead[] => [],
  table: ({ axes }: Table) =>
    axes.map(({ input }, i): NameRead => ({ name: input, path: ['axes', i, 'input'] })),
  ladder: ({ transitions }: Ladder) =>
    transitions.flatMap(({ requires }, i) => {
      const fields = requires === undefined ? [] : fieldsOf(requires);
      const path = ['transitions', i, 'requires'];
      return fields
        .filter((name) => !FIELDS.includes(name))
        .map((name): NameRead => ({ name, path }));
    }),
} satisfies Record<SchemeValue['kind'], unknown>;

/** Every input and value a value reads. */
export function readsOfValue(value: SchemeValue): readonly NameRead[] {
  return (readers[value.kind] as (value: SchemeValue) => NameRead[])(value);
}

function nameOf(member: Member, path: NameRead['path']): NameRead[] {
  return 'value' in member ? [{ name: member.value, path: [...path, 'value'] }] : [];
}
