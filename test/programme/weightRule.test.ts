import { safeParseProgramme } from 'evenhand/programme';
import { describe, expect, it } from 'vitest';
import { programmeWith } from '../plan/weighed.js';

describe('a rule of weights that does not fit the other documents', () => {
  const levels = { low: 1, medium: 3, high: 9 };

  it.each([
    ['level-without-weight', { low: 1, medium: 3 }],
    ['unknown-level', { ...levels, extreme: 5 }],
  ])('is refused as %s', (code, weights) => {
    const parsed = safeParseProgramme(
      programmeWith({ method: 'pareto', weight: { levels: weights, cite: 'example' } }),
    );
    expect(parsed.ok ? [] : parsed.issues.map((one) => one.code)).toContain(code);
  });

  it('refuses a fact that a scheme reads as something else', () => {
    const weight = { fact: 'industry', cite: 'example' };
    const parsed = safeParseProgramme(programmeWith({ method: 'pareto', weight }));
    expect(parsed.ok ? [] : parsed.issues.map(({ code }) => code)).toEqual(['input-type']);
  });
});
