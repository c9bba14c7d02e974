import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { digest } from '../core/digest.js';
import { ENGINE } from '../core/version.js';
import type { DrawStage } from '../plan/drawPlan.js';
import { PLAN_METHOD } from '../plan/prepared.js';
import type { Entropy } from '../ticket/drawSeed.js';
import { lineParts, readLineParts } from './files/lineParts.js';
import { fileDigest, MANIFEST } from './files/manifest.js';
import type { FileContent } from './files/writeContent.js';
import { writeFileWhole } from './files/writeFileWhole.js';
import { writeFolderWhole } from './files/writeFolderWhole.js';
import { INPUT_KINDS, inputFiles } from './inputFiles.js';
import type { Desk } from './io.js';
import { bookedIn } from './ledger/bookedIn.js';
import { type OutputFolder, openOutput } from './outputFolder.js';
import { dayAndYear, type PlanOptions } from './planTask.js';

/** The finished stages of a plan in a folder of their own: what `prepare` writes, then a file a stage. */
export interface PlanStages {
  /** The preparation, if it was finished from this very input. */
  prepared(): Promise<OutputFolder | undefined>;
  keepPrepared(files: Readonly<Record<string, FileContent>>): Promise<OutputFolder>;
  /** The stages of the draw with this entropy. */
  drawing(entropy: readonly Entropy[]): DrawingStages;
}

/** The stages of one draw. */
export interface DrawingStages {
  result(stage: DrawStage): Promise<object | undefined>;
  keep(stage: DrawStage, result: object): Promise<void>;
}

/**
 * Opens the folder that a plan's finished stages are kept in; without one nothing is kept.
 *
 * A stage counts only if it was made from the same bytes of every input file, the same options and the
 * same version of this program; each is written whole, so that one which was interrupted is not there.
 *
 * @throws `no-such-file` | `two-input-files` as reading the input does
 */
export async function openStages(
  desk: Desk,
  folder: string | undefined,
  options: PlanOptions & { readonly bom: boolean },
): Promise<PlanStages | undefined> {
  if (folder === undefined) return undefined;
  const path = desk.path(folder);
  const key = await keyOf(desk, options);
  const place = join(path, 'prepared');
  const given = join(folder, 'prepared');
  await mkdir(path, { recursive: true });
  return {
    async prepared() {
      if ((await keptKey(join(place, MANIFEST))) !== key) return undefined;
      desk.bar.stage({ zh: '核对已完成的准备', en: 'checking the finished preparation' }, 1);
      return openOutput(place, given);
    },
    async keepPrepared(files) {
      desk.bar.stage({ zh: '保存准备结果', en: 'keeping the preparation' }, 1);
      await writeFolderWhole(place, files, { force: true, about: { engine: ENGINE, key } });
      return openOutput(place, given);
    },
    drawing(entropy) {
      const drawn = digest({ key, entropy: entropy.map(({ label, value }) => [label, value]) });
      const fileOf = (stage: DrawStage): string => join(path, `${stage}.lines`);
      return {
        async result(stage) {
          return (await readLineParts(fileOf(stage), drawn)) as object | undefined;
        },
        async keep(stage, result) {
          await writeFileWhole(fileOf(stage), lineParts(drawn, result));
        },
      };
    },
  };
}

/** What a finished preparation says that it was made from. */
async function keptKey(manifest: string): Promise<unknown> {
  const text = await readFile(manifest, 'utf8').catch(() => '{}');
  return (JSON.parse(text) as { about?: { key?: unknown } }).about?.key;
}

/** The digest of all that a preparation is made from. */
async function keyOf(
  desk: Desk,
  options: PlanOptions & { readonly bom: boolean },
): Promise<string> {
  desk.bar.stage({ zh: '计算输入文件的摘要', en: 'digesting the input' }, 1);
  const { year, asOf, drawId, encoding, seed, sampleCity, setAside, bom, source, ledger } = options;
  const found = sampleCity === undefined ? await inputFiles(desk, options) : {};
  const paths = [
    ...INPUT_KINDS.map((kind) => [kind, found[kind]] as const),
    ...(['secretFile', 'earlier'] as const).map(
      (name) => [name, options[name] && desk.path(options[name])] as const,
    ),
  ];
  const files: (readonly [string, string, string])[] = [];
  for (const [kind, path] of paths) {
    if (path !== undefined) files.push([kind, basename(path), await fileDigest(path)]);
  }
  const booked = ledger === undefined ? null : await bookedIn(desk, ledger, dayAndYear(options));
  return digest({
    ...{ engine: ENGINE, method: PLAN_METHOD, files, year, asOf, drawId, encoding, seed },
    ...{ sampleCity, setAside, bom, source, booked },
  });
}
