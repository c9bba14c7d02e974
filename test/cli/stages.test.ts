import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledCli } from './bundledCli.js';
import { workplace } from './files/workplace.js';
import { changed, filesIn, run, withCell } from './run.js';

const place = workplace();
const cwd = place.fresh('cwd');
const city = join(cwd, 'city');
const day = ['--year', '2026', '--as-of', '2025-12-31'] as const;
let whole: Record<string, string>;

/** The plan of a folder into a new one, with the stages that are kept. */
async function planned(input: string, stages: string, ...more: string[]) {
  const out = place.fresh('out');
  const told = ['plan', '--in', input, ...day, '--stages', stages, '--out', out, ...more];
  return { ...(await run(cwd, ...told)), out };
}

beforeAll(async () => {
  mkdirSync(cwd, { recursive: true });
  await run(cwd, 'sample-city', '--entities', '200', '--seed', 'stages', '--out', 'city');
  const out = place.fresh('out');
  expect((await run(cwd, 'plan', '--in', city, ...day, '--out', out)).code).toBe(0);
  whole = filesIn(out);
});

describe('a plan whose stages are kept', () => {
  it('is that of one run, and taken up where it was interrupted', async () => {
    const stages = place.fresh('stages');
    const taken = place.fresh('taken');
    mkdirSync(taken);
    writeFileSync(join(taken, 'x'), '');
    // The last stage fails: the folder to write is somebody else's.
    const told = ['plan', '--in', city, ...day, '--stages', stages, '--out', taken];
    const stopped = await run(cwd, ...told);
    expect(stopped.code).not.toBe(0);
    expect(stopped.err).not.toContain('taken up');
    const { code, err, out } = await planned(city, stages);
    expect(code).toBe(0);
    for (const stage of ['preparing', 'drawing', 'merging visits', 'staffing']) {
      expect(err).toContain(`${stage}: taken up`);
    }
    expect(filesIn(out)).toEqual(whole);
  });

  it('begins anew with a ledger, be it empty, and takes up what was made with it', async () => {
    const stages = place.fresh('stages');
    const none = place.file('none.json', '[]');
    const ledger = join(cwd, 'empty.sqlite');
    await run(cwd, 'ledger', 'import', ledger, '--requests', none, '--as-of', '2025-12-31');
    await planned(city, stages);
    const first = await planned(city, stages, '--ledger', ledger);
    expect([first.code, first.err.includes('taken up')]).toEqual([0, false]);
    const notice = readFileSync(join(first.out, 'public/notice-a.json'), 'utf8');
    expect(JSON.parse(notice)).toMatchObject({ booked: [] });
    const again = await planned(city, stages, '--ledger', ledger);
    expect(again.err).toContain('preparing: taken up');
    expect(filesIn(again.out)).toEqual(filesIn(first.out));
  });

  it.each([
    ['draw.lines', ['preparing', 'merging visits', 'staffing'], 'drawing'],
    ['merge.lines', ['preparing', 'drawing', 'staffing'], 'merging'],
    ['staff.lines', ['preparing', 'drawing', 'merging visits'], 'staffing'],
    ['prepared/manifest.json', ['drawing', 'merging visits', 'staffing'], 'preparing'],
  ])('goes over a stage without %s again', async (file, taken, done) => {
    const stages = place.fresh('stages');
    await planned(city, stages);
    writeFileSync(join(stages, file), '{}');
    const again = await planned(city, stages, '--force');
    // A folder that is none of ours is never replaced, so a torn preparation is told.
    if (file.startsWith('prepared')) {
      expect(again.err).toContain('not-our-folder');
      return;
    }
    expect(again.err).not.toContain(`${done}: taken up`);
    for (const stage of taken) expect(again.err).toContain(`${stage}: taken up`);
    expect(filesIn(again.out)).toEqual(whole);
  });

  it('takes up nothing that was made from another input, option or entropy', async () => {
    const stages = place.fresh('stages');
    await planned(city, stages);
    const other = await planned(city, stages, '--entropy', 'demonstration=1.2.3');
    expect(other.err).toContain('preparing: taken up');
    expect(other.err).not.toContain('drawing: taken up');
    const edited = changed(city, place.fresh('edited'), 'entities.csv', (text) =>
      withCell(text, 2, 'name', '另名'),
    );
    const fresh = await planned(edited, stages);
    expect(fresh.err).not.toContain('taken up');
    const out = place.fresh('out');
    await run(cwd, 'plan', '--in', edited, ...day, '--out', out);
    expect(filesIn(fresh.out)).toEqual(filesIn(out));
    expect((await planned(edited, stages, '--bom')).err).not.toContain('preparing: taken up');
  });

  it('refuses a kept preparation that was changed', async () => {
    const stages = place.fresh('stages');
    await planned(city, stages);
    const frame = join(stages, 'prepared/auditor/frame.csv');
    writeFileSync(frame, readFileSync(frame, 'utf8').replace('s01', 's02'));
    const { code, err } = await planned(city, stages);
    expect(code).not.toBe(0);
    expect(err).toContain('output-changed');
  });

  it('is the same after it was killed', async () => {
    const stages = place.fresh('stages');
    const program = place.fresh('cli.mjs');
    await bundledCli(program);
    const told = ['plan', '--in', city, ...day, '--stages', stages, '--out', place.fresh('none')];
    const child = spawn(process.execPath, [program, ...told], { stdio: 'ignore' });
    // Killed as soon as the preparation is there, in whatever comes next.
    await expect
      .poll(() => existsSync(join(stages, 'prepared/manifest.json')), { timeout: 60_000 })
      .toBe(true);
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
    const { code, err, out } = await planned(city, stages);
    expect(code).toBe(0);
    expect(err).toContain('preparing: taken up');
    expect(filesIn(out)).toEqual(whole);
  }, 120_000);
});
