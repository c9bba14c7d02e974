import type { FactType } from '../register/readFact.js';

/** The facts of the sample city and their types, as `registerFromRows` asks for them. */
export const CITY_FACTS = {
  industry: 'category',
  hazardous: 'boolean',
  crowd: 'integer',
  standardised: 'category',
  taxGrade: 'category',
} as const satisfies Readonly<Record<string, FactType>>;
