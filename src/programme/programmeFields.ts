import { requireArgument } from '../core/argument.js';
import { fieldsOf } from '../register/condition.js';
import type { CompiledInput } from '../scoring/inputs.js';
import { conditionsOf } from '../scoring/schemeKinds.js';
import type { ProgrammeAt } from './programme.js';

/** A field a programme reads of an entity, and what its values are. */
export interface Field {
  readonly name: string;
  readonly kind: 'number' | 'code' | 'boolean' | 'day';
  /** Of a number: the most places any scheme gives it. */
  readonly places: number;
}

/** A field that is one kind of value for one scheme and another for the next. */
export interface FieldClash {
  readonly name: string;
  readonly kinds: readonly [Field['kind'], Field['kind']];
}

/**
 * What a programme on a day reads of an entity beside its events, its lists and what its schemes work
 * out themselves, by name; and the fields that no single column could hold.
 */
export function programmeFields(at: ProgrammeAt): {
  readonly fields: ReadonlyMap<string, Field>;
  readonly clashes: readonly FieldClash[];
} {
  requireArgument(
    'programmeFields',
    'at',
    at,
    { credit: 'object', risk: 'array' },
    'parseProgramme(…).at(day)',
  );
  const schemes = [at.credit, ...at.risk.map((one) => one.at)].map(({ compiled }) => compiled);
  const fields = new Map<string, Field>();
  const clashes: FieldClash[] = [];
  for (const { scheme, inputs } of schemes) {
    const own = new Set(scheme.values?.map(({ id }) => id));
    for (const input of inputs.values()) {
      if (own.has(input.name)) continue;
      const field = fieldOf(input);
      const known = fields.get(field.name) ?? field;
      if (known.kind !== field.kind) {
        clashes.push({ name: field.name, kinds: [known.kind, field.kind] });
      }
      fields.set(field.name, { ...field, places: Math.max(known.places, field.places) });
    }
  }
  const asked = [
    ...schemes.flatMap(({ scheme }) => {
      const own = new Set(['total', ...(scheme.values ?? []).map(({ id }) => id)]);
      return conditionsOf(scheme)
        .flatMap(fieldsOf)
        .filter((name) => !own.has(name));
    }),
    ...at.risk.flatMap(({ when }) => (when === undefined ? [] : fieldsOf(when))),
  ];
  for (const name of asked) {
    if (name === 'list' || fields.has(name)) continue;
    fields.set(name, { name, kind: name === 'since' ? 'day' : 'code', places: 0 });
  }
  return { fields, clashes };
}

function fieldOf({ name, input, places }: CompiledInput): Field {
  switch (input.type) {
    case 'full-years':
      return { name: input.since, kind: 'day', places: 0 };
    case 'integer':
    case 'decimal':
      return { name, kind: 'number', places };
    case 'category':
      return { name, kind: 'code', places: 0 };
    default:
      return { name, kind: input.type, places: 0 };
  }
}
