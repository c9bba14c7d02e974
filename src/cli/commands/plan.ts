import { noticeA } from '../../notice/noticeA.js';
import { noticeBRows } from '../../notice/noticeB.js';
import { shortEntropy } from '../../plan/checkEntropy.js';
import { demonstrationValue } from '../../plan/demonstration.js';
import type { Prepared } from '../../plan/prepared.js';
import type { Programme } from '../../programme/programme.js';
import type { Entropy } from '../../ticket/drawSeed.js';
import { byColumn } from '../absentFacts.js';
import { drawnBy } from '../drawnBy.js';
import { requiredDuckdb } from '../files/loadDuckdb.js';
import type { FileContent } from '../files/writeContent.js';
import type { Findings } from '../findings.js';
import { inSourceOrder } from '../inSourceOrder.js';
import type { Desk } from '../io.js';
import { contentsOf, type OutputFolder } from '../outputFolder.js';
import { placeIssues } from '../placeIssues.js';
import { planFiles, type TableFormat } from '../planFiles.js';
import { openStages, type PlanStages } from '../planStages.js';
import { planTask, preparedFrom } from '../planTask.js';
import { preparedFiles } from '../preparedFiles.js';
import { reportPlan } from '../reportPlan.js';
import { summaryOf } from '../summary.js';
import type { PrepareOptions } from './prepare.js';

/** What `plan` is told. */
export interface PlanCommandOptions extends PrepareOptions {
  readonly entropy: readonly Entropy[];
  /** The folder its finished stages are kept in. */
  readonly stages?: string;
  /** How its tables are written. */
  readonly format?: TableFormat;
}

/** Both halves at once, as a simulation with entropy that anyone can foresee. */
export async function planCommand(desk: Desk, options: PlanCommandOptions): Promise<number> {
  const { out, force } = options;
  if (options.format === 'parquet') await requiredDuckdb('plan/*.parquet');
  const stages = await openStages(desk, options.stages, options);
  const half = await firstHalf(desk, options, stages);
  const { prepared, programme, findings } = half;
  const { read, setAside } = findings;
  const entropy =
    options.entropy.length > 0
      ? inSourceOrder(prepared.sources, options.entropy)
      : prepared.sources.map((source) => ({
          label: source.label,
          value: demonstrationValue(prepared.drawId, source),
        }));
  const plan = await drawnBy(desk, prepared, entropy, stages?.drawing(entropy));
  // A draw that binds would refuse them.
  const short = options.entropy.length > 0 ? shortEntropy(prepared.sources, entropy) : [];
  const issues = [...findings.issues, ...short];
  const at = programme.at(prepared.asOf);
  desk.bar.stage({ zh: '公示乙', en: 'notice B' }, 1);
  return reportPlan(desk, {
    ...{ command: 'plan', out, force, plan, issues },
    summary: summaryOf({ prepared, plan, at, noticeA: half.noticeA, read, setAside }),
    files: { ...half.files, ...planFiles(plan, noticeBRows(plan), options) },
  });
}

/** All that is there before chance, and the files it is written to. */
interface FirstHalf {
  readonly prepared: Prepared;
  readonly programme: Programme;
  readonly noticeA: string;
  readonly findings: Pick<Findings, 'read' | 'setAside' | 'issues'>;
  readonly files: Readonly<Record<string, FileContent>>;
}

async function firstHalf(
  desk: Desk,
  options: PlanCommandOptions,
  stages: PlanStages | undefined,
): Promise<FirstHalf> {
  const before = await stages?.prepared();
  if (before !== undefined) {
    desk.note(desk.say('准备：沿用已完成的结果', 'preparing: taken up, it was finished before'));
    return halfOf(before);
  }
  const { input, findings, rowOf } = await planTask(desk, options, { isTrial: true });
  const prepared: Prepared = { ...(await preparedFrom(desk, input)), mode: 'simulation' };
  const issues = byColumn(
    [...findings.issues, ...placeIssues(prepared.issues, rowOf)],
    input.programme.source,
  );
  const kept = { ...findings, issues };
  desk.bar.stage({ zh: '公示甲', en: 'notice A' }, 1);
  const notice = noticeA(prepared);
  const { programme } = input;
  const files = preparedFiles(
    prepared,
    notice,
    programme.source,
    kept,
    options.bom,
    input.register.authorities,
  );
  if (stages !== undefined) return halfOf(await stages.keepPrepared(files));
  return { prepared, programme, noticeA: notice.digest, findings: kept, files };
}

const halfOf = (folder: OutputFolder): FirstHalf => ({
  prepared: folder.prepared,
  programme: folder.programme,
  noticeA: folder.noticeA.digest,
  findings: folder.findings,
  files: contentsOf(folder),
});
