import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { firstDifference } from '../../core/firstDifference.js';

/**
 * A claim that must hold for every case fast-check can find.
 *
 * @example
 * ```ts
 * import { exampleProgramme } from 'evenhand/schemes';
 * import { programmeLaws } from 'evenhand/testing';
 * import * as fc from 'fast-check';
 *
 * programmeLaws(exampleProgramme).every((law) => !fc.check(law.property, { numRuns: 5 }).failed); // => true
 * ```
 */
export interface Law {
  /** The claim in English, unique among the laws it is given with. */
  readonly name: string;
  readonly property: fc.IProperty<unknown>;
}

/** What breaks a claim, in one line, or undefined where it holds. */
export type Finding = string | undefined;

/**
 * A law out of its cases and a pure check.
 *
 * @param name - the claim
 * @param cases - what it is tried on
 * @param check - says what breaks the claim for a case
 */
export function law<Case>(
  name: string,
  cases: fc.Arbitrary<Case>,
  check: (one: Case) => Finding,
): Law {
  requireArgument('law', 'cases', cases, 'object');
  requireArgument('law', 'check', check, 'function');
  const property = fc.property(cases, (one) => {
    const finding = check(one);
    if (finding !== undefined) throw new Error(`not true that it ${name}: ${finding}`);
  });
  return { name, property: property as fc.IProperty<unknown> };
}

/** Says where two pieces of plain data differ. */
export function differs(expected: unknown, found: unknown): Finding {
  const difference = firstDifference(expected, found);
  if (difference === undefined) return undefined;
  return `\`${difference.field}\` is \`${difference.found}\`, expected \`${difference.expected}\``;
}

/** The first finding of many. */
export function firstFinding<T>(list: Iterable<T>, check: (one: T) => Finding): Finding {
  for (const one of list) {
    const finding = check(one);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

/** Says that a text stands more than once in a list. */
export function repeated(list: readonly string[], what: string): Finding {
  const twice = list.find((one, i) => list.indexOf(one) < i);
  return twice === undefined ? undefined : `${what} \`${twice}\` stands twice`;
}

/** Says that a function changed what it was given. */
export function changes<T>(given: T, run: (given: T) => unknown): Finding {
  const before = JSON.stringify(given);
  run(given);
  return JSON.stringify(given) === before ? undefined : 'its argument was changed';
}

/** Plain data after a trip through JSON. */
export function throughJson<T>(data: T): T {
  return JSON.parse(JSON.stringify(data)) as T;
}
