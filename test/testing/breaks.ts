import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Law } from '../../src/testing/laws/law.js';

/**
 * Claims that every law of a set is broken by the wrong-doing named for it, and by none that is
 * missing here: so no law is one that cannot fail.
 */
export function eachIsBroken(
  names: readonly string[],
  wrong: Readonly<Record<string, () => readonly Law[]>>,
): void {
  it('has a way to break each law', () => {
    expect(Object.keys(wrong).sort()).toEqual([...names].sort());
  });
  for (const [name, laws] of Object.entries(wrong)) {
    it(`finds it out: ${name}`, () => {
      const law = laws().find((one) => one.name === name) as Law;
      const { failed, errorInstance } = fc.check(law.property, {
        endOnFailure: true,
        seed: 1,
        numRuns: 1000,
      });
      expect({ failed, message: String(errorInstance) }).toEqual({
        failed: true,
        message: expect.stringContaining(`not true that it ${name}`),
      });
    });
  }
}

/** What fast-check says of the first case that breaks the law of that name. */
export function faultOf(laws: readonly Law[], name: string): string {
  const { property } = laws.find((one) => one.name === name) as Law;
  return String(fc.check(property, { endOnFailure: true, seed: 1, numRuns: 1000 }).errorInstance);
}

/** Runs for laws that plan whole years: fewer than for the others, and more where more are asked for. */
export function fewerRuns(): { numRuns: number } {
  return { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 4) };
}

/** A number that grows each time it is read. */
export function counter(): () => number {
  let n = 0;
  return () => n++;
}

export const namesOf = (laws: readonly Law[]): string[] => laws.map(({ name }) => name);
