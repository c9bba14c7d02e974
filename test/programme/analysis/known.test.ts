import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/programme/analysis/analyze.js';
import { KNOWN } from './knownWarnings.js';
import { libraryByName } from './libraryDocuments.js';

describe('the analysis of every published document', () => {
  it.each(libraryByName())('says of %s what is known, and nothing more', (name, document) => {
    const found = analyze(document);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    const warnings = found.map(({ code, path }) => `${code} ${path.join('.')}`);
    expect(warnings.sort()).toEqual((KNOWN[name] ?? []).map(([warning]) => warning).sort());
  });

  it('states for each of them why it is right to stand', () => {
    for (const [, why] of Object.values(KNOWN).flat()) expect(why).toMatch(/^[A-Z].{15,}\.$/);
  });
});
