import type { Fact } from '../register/nouns.js';
import { chance, type Random, weighted } from './choice.js';
import { type Conduct, TAX_GRADES } from './conducts.js';
import type { CityIndustry } from './industries.js';

/** The facts the example schemes read. Each is drawn whether it is known or not, so a gap moves nothing. */
export function entityFacts(
  random: Random,
  industry: CityIndustry,
  conduct: Conduct,
  isNew: boolean,
): Record<string, Fact> {
  const hazardous = chance(random, industry.hazardous);
  const isHazardKnown = chance(random, 0.97);
  const [few, many] = industry.crowd;
  const share = random();
  const crowd = few + Math.floor((many - few) * share * share);
  const isCrowdKnown = chance(random, 0.95);
  const [standardised] = weighted(random, STANDARDS, ([, weight]) => weight);
  const place = weighted(random, PLACES, (i) => conduct.taxGrades[i]);
  const grade = TAX_GRADES[place];
  // The tax authority grades new firms M.
  const taxGrade = grade !== '' && isNew ? 'M' : grade;
  return {
    industry: industry.code,
    ...(isHazardKnown ? { hazardous } : {}),
    ...(isCrowdKnown ? { crowd } : {}),
    ...(standardised === '' ? {} : { standardised }),
    ...(taxGrade === '' ? {} : { taxGrade }),
  };
}

const PLACES = [0, 1, 2, 3, 4] as const;

const STANDARDS: readonly (readonly [string, number])[] = [
  ['none', 34],
  ['basic', 42],
  ['certified', 16],
  ['', 8],
];
