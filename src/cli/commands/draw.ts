import { noticeB } from '../../notice/noticeB.js';
import { drawPlan } from '../../plan/drawPlan.js';
import type { Entropy } from '../../ticket/drawSeed.js';
import { inSourceOrder } from '../inSourceOrder.js';
import type { Desk } from '../io.js';
import { openOutput } from '../outputFolder.js';
import { planFiles } from '../planFiles.js';
import { PLACES } from '../preparedFiles.js';
import { reportPlan } from '../reportPlan.js';
import { summaryOf } from '../summary.js';

/** What `draw` is told. */
export interface DrawOptions {
  readonly prepared: string;
  readonly entropy: readonly Entropy[];
  readonly out: string;
  readonly force: boolean;
  readonly bom: boolean;
}

/** Draws what `prepare` committed to, with the entropy that came after. */
export async function drawCommand(desk: Desk, options: DrawOptions): Promise<number> {
  const { out, force, bom } = options;
  desk.bar.stage({ zh: '核对准备好的计划', en: 'checking the prepared plan' }, 1);
  const folder = await openOutput(desk.path(options.prepared), options.prepared);
  desk.bar.tick();
  const { prepared, programme, findings } = folder;
  desk.bar.stage({ zh: '抽签、合并、派组', en: 'drawing, merging, staffing' }, 1);
  const plan = drawPlan(prepared, inSourceOrder(prepared.sources, options.entropy));
  desk.bar.tick();
  const { read, setAside, issues } = findings;
  const kept = [...folder.files].filter(([name]) => COPIED.has(name));
  return reportPlan(desk, {
    ...{ command: 'draw', out, force, plan, issues },
    summary: summaryOf({
      ...{ prepared, plan, read, setAside },
      at: programme.at(prepared.asOf),
      noticeA: folder.noticeA.digest,
    }),
    files: { ...Object.fromEntries(kept), ...planFiles(plan, noticeB(plan), bom) },
  });
}

/** What a draw takes over from its preparation byte by byte. */
const COPIED: ReadonlySet<string> = new Set([
  PLACES.noticeA,
  'public/notice-a.zh.md',
  'public/notice-a.en.md',
  PLACES.prepared,
  PLACES.frame,
  PLACES.programme,
  PLACES.findings,
]);
