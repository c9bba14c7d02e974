import { describe, expect, it } from 'vitest';
import { bundle } from './bundle.js';

// Bytes after minifying, as an application pays them. Raise a ceiling on purpose, never in passing.
const ceilings: readonly [name: string, room: string, bytes: number][] = [
  ['compareBytes', 'core', 300],
  ['parseRatio', 'core', 1_300],
  ['sha256', 'core', 11_600],
  ['isUscc', 'register', 1250],
  ['ticket', 'ticket', 14_000],
  ['drawSeed', 'ticket', 13_000],
  ['quota', 'draw', 1_900],
  ['allocate', 'draw', 4_100],
  ['frameRoot', 'draw', 23_000],
  ['drawSample', 'draw', 30_500],
  ['measuresFor', 'matrix', 2_100],
  ['mergeVisits', 'visits', 35_000],
  ['assignInspectors', 'inspectors', 52_500],
  ['assess', 'programme', 67_000],
  ['drawPlan', 'plan', 130_000],
];

describe('an application carries what it imports and no more', () => {
  it.each(ceilings)('%s of evenhand/%s stays under %i bytes', async (name, room, ceiling) => {
    const { bytes, packages } = await bundle(`export { ${name} } from 'evenhand/${room}'`);
    expect(bytes).toBeLessThan(ceiling);
    // A ceiling far above is none.
    expect(bytes).toBeGreaterThan(ceiling / 3);
    expect(packages).not.toContain('zod');
  });

  it('the root costs no more than the room', async () => {
    const [root, room] = await Promise.all([
      bundle("export { quota } from 'evenhand'"),
      bundle("export { quota } from 'evenhand/draw'"),
    ]);
    expect(root.bytes).toBe(room.bytes);
  });

  it('zod comes with what parses, so the claims above can fail', async () => {
    const { packages } = await bundle("export { parseProgramme } from 'evenhand/programme'");
    expect(packages).toContain('zod');
  });
});
