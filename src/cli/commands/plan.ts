import { noticeA } from '../../notice/noticeA.js';
import { noticeB } from '../../notice/noticeB.js';
import { demonstrationValue } from '../../plan/demonstration.js';
import { planYear } from '../../plan/planYear.js';
import type { Entropy } from '../../ticket/drawSeed.js';
import { inSourceOrder } from '../inSourceOrder.js';
import type { Desk } from '../io.js';
import { placeIssues } from '../placeIssues.js';
import { planFiles } from '../planFiles.js';
import { planTask } from '../planTask.js';
import { preparedFiles } from '../preparedFiles.js';
import { reportPlan } from '../reportPlan.js';
import { summaryOf } from '../summary.js';
import type { PrepareOptions } from './prepare.js';

/** What `plan` is told. */
export interface PlanCommandOptions extends PrepareOptions {
  readonly entropy: readonly Entropy[];
}

/** Both halves at once, as a simulation with entropy that anyone can foresee. */
export async function planCommand(desk: Desk, options: PlanCommandOptions): Promise<number> {
  const { out, force, bom } = options;
  const { input, findings, rowOf } = await planTask(desk, options, { isTrial: true });
  const entropy =
    options.entropy.length > 0
      ? inSourceOrder(input.sources, options.entropy)
      : input.sources.map(({ label }) => ({
          label,
          value: demonstrationValue(input.drawId, label),
        }));
  desk.bar.stage({ zh: '评定、抽签、合并、派组', en: 'assessing, drawing, merging, staffing' }, 1);
  const plan = planYear(input, entropy);
  desk.bar.tick();
  const { prepared } = plan;
  const issues = [...findings.issues, ...placeIssues(prepared.issues, rowOf)];
  const { read, setAside } = findings;
  const notice = noticeA(prepared);
  const at = input.programme.at(input.asOf);
  const { source } = input.programme;
  const kept = { read, setAside, issues };
  return reportPlan(desk, {
    ...{ command: 'plan', out, force, plan, issues },
    summary: summaryOf({ prepared, plan, at, noticeA: notice.digest, read, setAside }),
    files: {
      ...preparedFiles(prepared, notice, source, kept, bom),
      ...planFiles(plan, noticeB(plan), bom),
    },
  });
}
