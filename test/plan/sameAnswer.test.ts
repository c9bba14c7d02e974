import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { canonicalJson, sha256 } from 'evenhand/core';
import { noticeA, noticeB, verifyDraw } from 'evenhand/notice';
import { drawPlan, type PlanInput, preparePlan } from 'evenhand/plan';
import { parseProgramme } from 'evenhand/programme';
import { exampleProgramme } from 'evenhand/schemes';
import { arbitraryYear } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { town } from './town.js';
import { cityInput, ENTROPY, frameOf } from './year.js';

/** The published text of a year. */
function published(input: PlanInput): string {
  const prepared = preparePlan(input);
  return canonicalJson([noticeA(prepared), noticeB(drawPlan(prepared, ENTROPY))]);
}

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length });

/** The same input with every list whose order means nothing in another order. */
const reordered = (input: PlanInput): fc.Arbitrary<PlanInput> =>
  fc
    .record({
      entities: shuffled(input.register.entities),
      inspectors: shuffled(input.register.inspectors),
      items: shuffled(input.register.items),
      authorities: shuffled(input.register.authorities),
      tasks: shuffled(input.tasks),
      causes: shuffled(input.causes ?? []),
    })
    .map(({ tasks, causes, ...register }) => ({
      ...input,
      tasks,
      causes,
      register: {
        ...register,
        entities: register.entities.map((entity) => ({
          ...entity,
          events: entity.events.toReversed(),
          lists: entity.lists.toReversed(),
        })),
        inspectors: register.inspectors.map((one) => ({
          ...one,
          recusals: one.recusals.toReversed(),
        })),
      },
    }));

describe('the order of rows, tasks and events changes no byte of what is published', () => {
  it.each([
    ['a town', town],
    ['a city', cityInput(150)],
  ])('of %s', (_, input) => {
    const text = published(input);
    fc.assert(
      fc.property(reordered(input), (other) => published(other) === text),
      { numRuns: 8 },
    );
  });
});

it('keeps its input, and a prepared plan survives JSON', () => {
  const before = JSON.stringify([town.register, town.tasks, town.causes]);
  const prepared = preparePlan(town);
  const plan = drawPlan(prepared, ENTROPY);
  expect(JSON.stringify([town.register, town.tasks, town.causes])).toBe(before);
  expect(drawPlan(JSON.parse(JSON.stringify(prepared)), ENTROPY)).toEqual(plan);
});

it('verifies whatever year is planned', () => {
  const programme = parseProgramme(exampleProgramme);
  fc.assert(
    fc.property(arbitraryYear(programme), ({ input, entropy }) => {
      const prepared = preparePlan(input);
      const plan = drawPlan(prepared, entropy);
      const { checks } = verifyDraw(noticeA(prepared), noticeB(plan), {
        frame: frameOf(prepared),
        programme,
      });
      expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

/** A changed pin needs a changed method version: its notices no longer verify what was published. */
it('prints the notices that were pinned', () => {
  const pin = JSON.parse(readFileSync('test/vectors/plan-pin.json', 'utf8')) as Record<
    string,
    string
  >;
  // The package's version is in a notice too, and may move without any answer moving.
  const prepared = { ...preparePlan(town), engine: 'evenhand/pin' };
  const [a, b] = [noticeA(prepared), noticeB(drawPlan(prepared, ENTROPY))];
  expect({ method: a.method, scheme: a.scheme, seed: b.seed, result: b.result }).toEqual({
    method: pin['method'],
    scheme: pin['scheme'],
    seed: pin['seed'],
    result: pin['result'],
  });
  expect({ noticeA: a.digest, noticeB: b.digest }).toEqual({
    noticeA: pin['noticeA'],
    noticeB: pin['noticeB'],
  });
});

it('prints the same bytes in every time zone and language', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-'));
  try {
    const entry = join(folder, 'year.ts');
    const src = (path: string) => JSON.stringify(resolve('src', path));
    writeFileSync(
      entry,
      `import { sampleCity } from ${src('city/sampleCity.ts')};
       import { canonicalJson } from ${src('core/canonicalJson.ts')};
       import { sha256 } from ${src('core/sha256.ts')};
       import { noticeA } from ${src('notice/noticeA.ts')};
       import { noticeB } from ${src('notice/noticeB.ts')};
       import { drawPlan } from ${src('plan/drawPlan.ts')};
       import { preparePlan } from ${src('plan/preparePlan.ts')};
       import { parseProgramme } from ${src('programme/parseProgramme.ts')};
       const { programme, ...city } = sampleCity({ entities: 500, seed: 'tests' });
       const prepared = preparePlan({ ...city, programme: parseProgramme(programme),
         drawId: 'EX-2026-001', sources: ${JSON.stringify(PLAIN_SOURCES)} });
       const plan = drawPlan(prepared, ${JSON.stringify(ENTROPY)});
       process.stdout.write(sha256(canonicalJson([noticeA(prepared), noticeB(plan)])));`,
    );
    const outfile = join(folder, 'year.mjs');
    const { sources: _, ...rest } = cityInput(500);
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      nodePaths: [resolve('node_modules')],
      logLevel: 'error',
    });
    const expected = sha256(published({ ...rest, sources: PLAIN_SOURCES }));
    for (const env of [
      { TZ: 'Pacific/Apia', LANG: 'C' },
      { TZ: 'UTC', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
    ]) {
      const { stdout, stderr } = spawnSync(process.execPath, [outfile], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], ...env },
      });
      expect([stdout, stderr]).toEqual([expected, '']);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const PLAIN_SOURCES = ENTROPY.map(({ label }) => ({ label, bits: 128 }));
