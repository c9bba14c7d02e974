import type { ProgrammeSource } from '../programme/programme.js';
import type { FactType } from '../register/readFact.js';
import { FIELDS } from '../scoring/conditionIssues.js';
import type { Input } from '../scoring/scheme.js';

const TYPES = {
  integer: 'integer',
  decimal: 'decimal',
  category: 'category',
  boolean: 'boolean',
  code: 'category',
  day: 'day',
} as const satisfies Record<Exclude<Input['type'], 'full-years'>, FactType>;

/**
 * The facts a programme's schemes read, and the one its draws weigh by, with the types their columns have. An input `full-years`
 * reads the day it counts from; fields of the entity itself (`since`, `district`) are no facts.
 */
export function factTypes(programme: ProgrammeSource): Record<string, FactType> {
  const facts = new Map<string, FactType>();
  for (const document of programme.documents) {
    if (document.kind === 'sampling' && document.weight !== undefined) {
      const { weight } = document;
      if ('fact' in weight && !facts.has(weight.fact)) facts.set(weight.fact, 'integer');
    }
    if (document.kind !== 'scheme') continue;
    for (const [name, input] of Object.entries(document.inputs)) {
      if (input.type === 'full-years') facts.set(input.since, 'day');
      // A number with places for one scheme and without for another is read with its places.
      else if (facts.get(name) !== 'decimal') facts.set(name, TYPES[input.type]);
    }
  }
  for (const field of FIELDS) facts.delete(field);
  return Object.fromEntries(facts);
}
