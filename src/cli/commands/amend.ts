import type { Day } from '../../core/day.js';
import { yearRange } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { checkedId } from '../../core/identifier.js';
import { ENGINE } from '../../core/version.js';
import type { PlanAct, PlanAmendment } from '../../notice/amend/amendment.js';
import { amendmentMarkdown } from '../../notice/amend/amendmentMarkdown.js';
import { amendPlan } from '../../notice/amend/amendPlan.js';
import { EXIT } from '../exit.js';
import { writeFolderWhole } from '../files/writeFolderWhole.js';
import type { Desk } from '../io.js';
import { contentsOf, openOutput } from '../outputFolder.js';
import { json } from '../preparedFiles.js';
import { amendmentName, publishedIn } from '../publishedIn.js';

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
}

/** Adds one amendment to a drawn plan; every file that was there stays as it was. */
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
  await writeFolderWhole(
    desk.path(options.out),
    {
      ...contentsOf(folder),
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
            `递补对象:${substitution?.id ?? '本层已无备选'}`,
            `substitute: ${substitution?.id ?? 'none left in its stratum'}`,
          ),
        ]
      : []),
    ...additions.map(({ stratum, quota, added }) =>
      desk.say(
        `${stratum} 层增抽 ${added.length} 个,现抽 ${quota} 个`,
        `stratum ${stratum}: ${added.length} more, ${quota} now`,
      ),
    ),
    desk.say(`变动的检查组:${teams.length}`, `teams that changed: ${teams.length}`),
    ...(unstaffed.length === 0
      ? []
      : [
          desk.say(
            `执法检查人员不足,暂无检查组的检查:${unstaffed.length}`,
            `not enough inspectors; visits without a team: ${unstaffed.length}`,
          ),
        ]),
    desk.say('摘要,请予公布:', 'its digest, to be published:'),
    `  ${digest}`,
  ].join('\n');
}

function missing(expected: string) {
  return mistake('option-missing', `${expected} is missing`, { expected, command: 'amend' });
}
