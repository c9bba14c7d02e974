import type { Issue } from '../../core/issue.js';
import { ENGINE } from '../../core/version.js';
import { noticeA } from '../../notice/noticeA.js';
import { byColumn } from '../absentFacts.js';
import { EXIT } from '../exit.js';
import { writeFolderWhole } from '../files/writeFolderWhole.js';
import { requireClean } from '../findings.js';
import type { Desk } from '../io.js';
import { placeIssues } from '../placeIssues.js';
import { type PlanOptions, planTask, preparedFrom } from '../planTask.js';
import { PLACES, preparedFiles } from '../preparedFiles.js';
import { printIssues } from '../printIssues.js';
import { summaryOf } from '../summary.js';
import { summaryText } from '../summaryText.js';

/** What `prepare` is told. */
export interface PrepareOptions extends PlanOptions {
  readonly out: string;
  readonly force: boolean;
  readonly bom: boolean;
}

/** Does all that needs no chance, and writes notice A. */
export async function prepareCommand(desk: Desk, options: PrepareOptions): Promise<number> {
  const { input, findings, rowOf } = await planTask(desk, options, { isTrial: false });
  const prepared = await preparedFrom(desk, input);
  const issues: Issue[] = byColumn(
    [...findings.issues, ...placeIssues(prepared.issues, rowOf)],
    input.programme.source,
  );
  requireClean({ ...findings, issues }, options.setAside);
  const notice = noticeA(prepared);
  const { read, setAside } = findings;
  const at = input.programme.at(input.asOf);
  const summary = summaryOf({ prepared, at, noticeA: notice.digest, read, setAside });
  const text = summaryText(summary, desk.lang);
  const { source } = input.programme;
  desk.bar.stage({ zh: '写出文件', en: 'writing files' }, 1);
  await writeFolderWhole(
    desk.path(options.out),
    {
      ...preparedFiles(
        prepared,
        notice,
        source,
        { read, setAside, issues },
        options.bom,
        input.register.authorities,
      ),
      [PLACES.summary]: text,
    },
    {
      force: options.force,
      about: {
        ...{ engine: ENGINE, command: 'prepare', drawId: prepared.drawId, mode: prepared.mode },
        noticeA: notice.digest,
      },
    },
  );
  desk.bar.stop();
  printIssues(desk, issues);
  if (desk.json) desk.print(JSON.stringify({ summary, issues }, null, 2));
  else {
    desk.print(text);
    desk.print(
      [
        desk.say(
          '公示甲的摘要，请先公布再取随机数：',
          'Digest of notice A — publish it before the entropy exists:',
        ),
        `  ${notice.digest}`,
      ].join('\n'),
    );
  }
  desk.note(desk.say(`已写入 ${options.out}`, `written to ${options.out}`));
  return EXIT.done;
}
