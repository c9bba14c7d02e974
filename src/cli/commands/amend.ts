import { open } from 'node:fs/promises';
import type { Day } from '../../core/day.js';
import { yearRange } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { checkedId } from '../../core/identifier.js';
import { ENGINE } from '../../core/version.js';
import type { PlanAct, PlanAmendment } from '../../notice/amend/amendment.js';
import { amendmentMarkdown } from '../../notice/amend/amendmentMarkdown.js';
import { amendPlan } from '../../notice/amend/amendPlan.js';
import { planAsAmended } from '../../notice/amend/planAsAmended.js';
import { EXIT } from '../exit.js';
import { writeFolderWhole } from '../files/writeFolderWhole.js';
import type { Desk } from '../io.js';
import { contentsOf, type OutputFolder, openOutput } from '../outputFolder.js';
import { planTables, type TableOptions } from '../planFiles.js';
import { json, PLACES } from '../preparedFiles.js';
import { amendmentName, publishedIn } from '../publishedIn.js';
import { summaryOf } from '../summary.js';
import { summaryText } from '../summaryText.js';

/** What `amend` is told. */
export interface AmendOptions {
  readonly strike?: string;
  readonly task?: string;
  readonly reason?: string;
  readonly absent?: string;
  readonly topUp?: string;
  readonly total?: number;
  readonly from?: Day;
  readonly to?: Day;
  readonly out: string;
  readonly force: boolean;
  readonly bom: boolean;
}

/**
 * Adds one amendment to a drawn plan: what was published stays as it was, and the tables that authorities
 * work by say how the plan stands now.
 */
export async function amendCommand(
  desk: Desk,
  given: string,
  options: AmendOptions,
): Promise<number> {
  desk.bar.stage({ zh: '核对已抽取的计划', en: 'checking the drawn plan' }, 1);
  const folder = await openOutput(desk.path(given), given);
  const { prepared } = folder;
  const { noticeB, amendments, place } = await publishedIn(folder, given);
  const act = actOf(options, prepared.year);
  const amendment = amendPlan({ prepared, noticeB, amendments }, act);
  const name = amendmentName(place, amendment.number);
  const plan = planAsAmended(prepared, noticeB, [...amendments, amendment]);
  const { read, setAside } = folder.findings;
  const summary = summaryOf({
    ...{ prepared, plan, read, setAside, noticeA: folder.noticeA.digest },
    at: folder.programme.at(prepared.asOf),
  });
  await writeFolderWhole(
    desk.path(options.out),
    {
      ...contentsOf(folder),
      ...planTables(plan, await tableOptions(folder, options.bom)),
      [PLACES.summary]: summaryText(summary, desk.lang),
      [`${name}.json`]: json(amendment),
      [`${name}.zh.md`]: amendmentMarkdown(amendment, 'zh'),
      [`${name}.en.md`]: amendmentMarkdown(amendment, 'en'),
    },
    {
      force: options.force,
      about: {
        ...{ engine: ENGINE, command: 'amend', drawId: prepared.drawId, mode: prepared.mode },
        ...{ noticeA: folder.noticeA.digest, amendments: amendment.number },
      },
    },
  );
  desk.bar.stop();
  desk.print(desk.json ? JSON.stringify(amendment, null, 2) : amendmentText(desk, amendment));
  desk.note(desk.say(`已写入 ${options.out}`, `written to ${options.out}`));
  return amendment.witness === undefined ? EXIT.done : EXIT.understaffed;
}

/** The tables stay what they were: Parquet or CSV, with a byte order mark or without. */
async function tableOptions({ files }: OutputFolder, bom: boolean): Promise<TableOptions> {
  if (files.has('plan/visits.parquet')) return { bom, format: 'parquet' };
  const table = files.get('plan/visits.csv');
  if (bom || table === undefined) return { bom };
  const file = await open(table.path);
  try {
    const { buffer } = await file.read(Buffer.alloc(3), 0, 3, 0);
    return { bom: buffer.equals(BYTE_ORDER_MARK) };
  } finally {
    await file.close();
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function actOf(options: AmendOptions, year: number): PlanAct {
  const { strike, task, reason, absent, from, to, topUp, total } = options;
  const acts = Object.entries({ '--strike': strike, '--absent': absent, '--top-up': topUp });
  const named = acts.flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (named.length === 0) throw missing('--strike ID | --absent ID | --top-up TASK');
  if (named.length > 1) {
    const given = named.join(', ');
    throw mistake('options-conflict', `${given} exclude each other`, { given });
  }
  if (topUp !== undefined) {
    if (total === undefined) throw missing('--total N');
    if (reason === undefined) throw missing('--reason TEXT');
    return { kind: 'top-up', task: topUp, total, reason };
  }
  if (strike !== undefined) {
    if (task === undefined) throw missing('--task ID');
    if (reason === undefined) throw missing('--reason TEXT');
    return { kind: 'strike', task, entity: checkedId(strike, 'an entity'), reason };
  }
  const whole = yearRange(year);
  return {
    kind: 'absence',
    inspector: absent as string,
    from: from ?? whole.from,
    to: to ?? whole.to,
  };
}

function amendmentText(desk: Desk, amendment: PlanAmendment): string {
  const { number, act, substitution, additions = [], teams, unstaffed, digest } = amendment;
  return [
    desk.say(`变更公告第 ${number} 号`, `amendment ${number}`),
    ...(act.kind === 'strike'
      ? [
          desk.say(
            `递补对象：${substitution?.id ?? '本层已无备选'}`,
            `substitute: ${substitution?.id ?? 'none left in its stratum'}`,
          ),
        ]
      : []),
    ...additions.map(({ stratum, quota, added }) =>
      desk.say(
        `${stratum} 层增抽 ${added.length} 个，现抽 ${quota} 个`,
        `stratum ${stratum}: ${added.length} more, ${quota} now`,
      ),
    ),
    desk.say(`变动的检查组：${teams.length}`, `teams that changed: ${teams.length}`),
    ...(unstaffed.length === 0
      ? []
      : [
          desk.say(
            `执法检查人员不足，暂无检查组的检查：${unstaffed.length}`,
            `not enough inspectors; visits without a team: ${unstaffed.length}`,
          ),
        ]),
    desk.say('摘要，请予公布：', 'its digest, to be published:'),
    `  ${digest}`,
  ].join('\n');
}

function missing(expected: string) {
  return mistake('option-missing', `${expected} is missing`, { expected, command: 'amend' });
}
