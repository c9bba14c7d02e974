import type { Issue } from '../core/issue.js';
import { ENGINE } from '../core/version.js';
import type { Plan } from '../plan/plan.js';
import { EXIT } from './exit.js';
import type { FileContent } from './files/writeContent.js';
import { writeFolderWhole } from './files/writeFolderWhole.js';
import type { Desk } from './io.js';
import { PLACES } from './preparedFiles.js';
import { printIssues } from './printIssues.js';
import type { Summary } from './summary.js';
import { summaryText } from './summaryText.js';

/** What a drawn plan is reported by. */
export interface PlanReport {
  readonly command: 'draw' | 'plan';
  readonly out: string;
  readonly force: boolean;
  readonly plan: Plan;
  readonly summary: Summary;
  readonly issues: readonly Issue[];
  readonly files: Readonly<Record<string, FileContent>>;
}

/** Writes a drawn plan, says what came out, and whether there are inspectors for it. */
export async function reportPlan(desk: Desk, report: PlanReport): Promise<number> {
  const { command, out, force, plan, summary, issues, files } = report;
  const text = summaryText(summary, desk.lang);
  desk.bar.stage({ zh: '写出文件', en: 'writing files' }, 1);
  await writeFolderWhole(
    desk.path(out),
    { ...files, [PLACES.summary]: text },
    {
      force,
      about: {
        ...{ engine: ENGINE, command, drawId: plan.prepared.drawId, mode: plan.mode },
        noticeA: summary.noticeA,
      },
    },
  );
  desk.bar.stop();
  printIssues(desk, issues);
  if (desk.json) desk.print(JSON.stringify({ summary, issues }, null, 2));
  else desk.print(text);
  desk.note(desk.say(`已写入 ${out}`, `written to ${out}`));
  if (plan.staffing.status === 'assigned') return EXIT.done;
  desk.warn(
    desk.say(
      '计划已生成，但执法检查人员不足，没有检查组；依据见 plan/witness.json',
      'the plan is made, but there are not enough inspectors, so it has no teams; the proof is in plan/witness.json',
    ),
  );
  return EXIT.understaffed;
}
