import { noticeBRows } from '../../notice/noticeB.js';
import type { NoticeRows } from '../../notice/noticeRows.js';
import { sealNotice } from '../../notice/seal/sealNotice.js';
import { shortEntropy } from '../../plan/checkEntropy.js';
import type { Entropy } from '../../ticket/drawSeed.js';
import { drawnBy } from '../drawnBy.js';
import { requiredDuckdb } from '../files/loadDuckdb.js';
import type { FileContent } from '../files/writeContent.js';
import { inSourceOrder } from '../inSourceOrder.js';
import type { Desk } from '../io.js';
import { contentsOf, openOutput } from '../outputFolder.js';
import { planFiles, type TableFormat } from '../planFiles.js';
import { json, PLACES } from '../preparedFiles.js';
import { reportPlan } from '../reportPlan.js';
import { summaryOf } from '../summary.js';

/** What `draw` is told. */
export interface DrawOptions {
  readonly prepared: string;
  readonly entropy: readonly Entropy[];
  readonly out: string;
  readonly force: boolean;
  readonly bom: boolean;
  /** How its tables are written. */
  readonly format?: TableFormat;
  /** Publish digests alone; notice B stays private until it is opened. */
  readonly sealed?: boolean;
}

/** Draws what `prepare` committed to, with the entropy that came after. */
export async function drawCommand(desk: Desk, options: DrawOptions): Promise<number> {
  const { out, force } = options;
  if (options.format === 'parquet') await requiredDuckdb('plan/*.parquet');
  desk.bar.stage({ zh: '核对准备好的计划', en: 'checking the prepared plan' }, 1);
  const folder = await openOutput(desk.path(options.prepared), options.prepared);
  desk.bar.tick();
  const { prepared, programme, findings } = folder;
  const entropy = inSourceOrder(prepared.sources, options.entropy);
  const plan = await drawnBy(desk, prepared, entropy);
  const notice = noticeBRows(plan);
  const { read, setAside } = findings;
  // Only a simulation has come this far with them.
  const issues = [...findings.issues, ...shortEntropy(prepared.sources, entropy)];
  return reportPlan(desk, {
    ...{ command: 'draw', out, force, plan, issues },
    summary: summaryOf({
      ...{ prepared, plan, read, setAside },
      at: programme.at(prepared.asOf),
      noticeA: folder.noticeA.digest,
    }),
    files: {
      ...contentsOf(folder, COPIED),
      ...(options.sealed === true
        ? sealedFiles(notice, planFiles(plan, notice, options))
        : planFiles(plan, notice, options)),
    },
  });
}

/** The seal in the place of notice B, and notice B where nobody outside sees it. */
function sealedFiles(
  notice: NoticeRows,
  files: Readonly<Record<string, FileContent>>,
): Record<string, FileContent> {
  const moved = Object.entries(files).map(([name, content]) => [
    name.replace(/^public\/notice-b\./, 'private/notice-b.'),
    content,
  ]);
  return { ...Object.fromEntries(moved), [PLACES.sealed]: json(sealNotice(notice)) };
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
