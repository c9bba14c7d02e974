import type { Calendar } from '../../calendar/calendar.js';
import { safeParseCalendar } from '../../calendar/parseCalendar.js';
import { type WorkingCalendar, workingCalendar } from '../../calendar/workingCalendar.js';
import type { Day } from '../../core/day.js';
import { EvenhandError, mistake } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import { inspectionRecord } from '../../inspection/chain/inspectionRecord.js';
import { safeParseChainHead, safeParseRecordChain } from '../../inspection/chain/parseChain.js';
import { safeParseSystemDuties } from '../../inspection/chain/parseDuties.js';
import { appendRecord, chainHead, emptyChain } from '../../inspection/chain/recordChain.js';
import { systemDutyFindings } from '../../inspection/chain/systemDutyFindings.js';
import { verifyChain } from '../../inspection/chain/verifyChain.js';
import { findingsOf } from '../../inspection/findingsOf.js';
import type { VisitChecklist } from '../../inspection/inspection.js';
import { inspectionDuties } from '../../inspection/inspectionDuties.js';
import { openInspection } from '../../inspection/openInspection.js';
import {
  safeParseInspectionAct,
  safeParseInspectionOpening,
  safeParseVisitChecklist,
} from '../../inspection/parseAct.js';
import { safeParseInspectionRules, safeParseResultList } from '../../inspection/parseInspection.js';
import { recordInspectionActs } from '../../inspection/recordInspection.js';
import { chinaWorkingDays } from '../../schemes/chinaWorkingDays.js';
import { exampleInspectionRules, exampleResults } from '../../schemes/exampleInspection.js';
import { EXIT } from '../exit.js';
import { writeFileWhole } from '../files/writeFileWhole.js';
import { errorsOf } from '../findings.js';
import type { Desk } from '../io.js';
import { badOption } from '../options.js';
import { printIssues } from '../printIssues.js';
import { readList } from '../readDocument.js';
import { readTyped } from '../readTyped.js';

/** What `inspection` is told. */
export interface InspectionCommandOptions {
  readonly opening?: string;
  readonly checklist?: string;
  readonly results?: string;
  readonly visitRules?: string;
  readonly calendar: readonly string[];
  readonly asOf?: Day;
  readonly record?: string;
  readonly head: readonly string[];
  readonly duties?: string;
}

/** Goes through a visit's acts, or verifies a record of the whole course. */
export async function inspectionCommand(
  desk: Desk,
  action: string,
  file: string,
  options: InspectionCommandOptions,
): Promise<number> {
  if (action === 'replay') return replay(desk, file, options);
  if (action === 'verify-record') return verifyRecord(desk, file, options);
  throw badOption('<action>', action, 'replay | verify-record');
}

async function replay(
  desk: Desk,
  file: string,
  options: InspectionCommandOptions,
): Promise<number> {
  const opening = await readTyped(
    desk,
    told(options.opening, '--opening FILE'),
    safeParseInspectionOpening,
  );
  const checklist: VisitChecklist = await readTyped(
    desk,
    told(options.checklist, '--checklist FILE'),
    safeParseVisitChecklist,
  );
  const results =
    options.results === undefined
      ? exampleResults
      : await readTyped(desk, options.results, safeParseResultList);
  const rules =
    options.visitRules === undefined
      ? exampleInspectionRules
      : await readTyped(desk, options.visitRules, safeParseInspectionRules);
  if (options.results === undefined || options.visitRules === undefined) {
    desk.note(
      desk.say(
        '未指明的文件以示例代替（--results、--visit-rules）',
        'documents not told are those of the example (--results, --visit-rules)',
      ),
    );
  }
  const working = await workingOf(desk, options.calendar);
  const { value: acts, issues: badRows } = await readList(desk.path(file), safeParseInspectionAct);
  const opened = openInspection(opening, { checklist, results, rules });
  if (!opened.ok) throw new EvenhandError('faulty-document', 'the visit can’t open', opened.issues);
  const { inspection, refused } = recordInspectionActs(opened.inspection, acts, { working });
  const issues: Issue[] = [...badRows, ...refused.flatMap((one) => one.issues)];
  const last = inspection.acts.at(-1)?.at ?? opening.on;
  const asOf = options.asOf ?? last;
  const terms = inspectionDuties(inspection, { working, asOf });
  const findings = findingsOf(inspection);
  if (options.record !== undefined) {
    const chain = appendRecord(emptyChain(opening.visit), inspectionRecord(inspection));
    await writeFileWhole(desk.path(options.record), `${JSON.stringify(chain, null, 2)}\n`);
  }
  desk.bar.stop();
  if (desk.json) {
    const { state } = inspection;
    desk.print(JSON.stringify({ state, findings, terms, refused, issues }, null, 2));
  } else {
    printIssues(desk, issues);
    desk.print(
      [
        desk.say(
          `检查 ${opening.visit}：${inspection.state}，记录 ${inspection.acts.length} 项，不予记录 ${refused.length} 项`,
          `visit ${opening.visit}: ${inspection.state}, ${inspection.acts.length} acts, ${refused.length} refused`,
        ),
        ...findings.map(
          ({ item, codes, duties }) => `  ${item}  ${codes.join()}  ${duties.join('; ')}`,
        ),
        ...terms.map(
          ({ duty, of, due = '-', on = '-', state }) => `  ${duty}  ${of}  ${due}  ${on}  ${state}`,
        ),
      ].join('\n'),
    );
  }
  return errorsOf(issues).length > 0 ? EXIT.findings : EXIT.done;
}

async function verifyRecord(
  desk: Desk,
  file: string,
  options: InspectionCommandOptions,
): Promise<number> {
  const chain = await readTyped(desk, file, safeParseRecordChain);
  const heads = await Promise.all(
    options.head.map((head) => readTyped(desk, head, safeParseChainHead)),
  );
  const verdict = verifyChain(chain, heads);
  const asOf = options.asOf ?? chain.entries.at(-1)?.at ?? '0001-01-01';
  const duties =
    options.duties === undefined
      ? undefined
      : await readTyped(desk, options.duties, safeParseSystemDuties);
  const working = duties === undefined ? undefined : await workingOf(desk, options.calendar);
  const found =
    duties === undefined || working === undefined
      ? []
      : systemDutyFindings(chain, duties, { asOf, working });
  const wanting = found.filter(({ state }) => state === 'unmet' || state === 'late');
  const head = chainHead(chain);
  desk.bar.stop();
  if (desk.json) desk.print(JSON.stringify({ ...verdict, head, duties: found }, null, 2));
  else {
    printIssues(desk, verdict.issues);
    const { from = 0, seq = 0 } = verdict.first ?? {};
    desk.print(
      [
        verdict.ok
          ? desk.say(
              `记录 ${head.count} 条，未见改动`,
              `entries: ${head.count}, unchanged as far as anybody can tell`,
            )
          : desk.say(
              `记录不可信：第一处差异在第 ${from} 至第 ${seq} 条`,
              `not to be trusted: the first that differs is one of entries ${from} to ${seq}`,
            ),
        desk.say('末条摘要，请予公布：', 'the head, to be published:'),
        `  ${JSON.stringify(head)}`,
        ...found.map(
          ({ duty, matter, of, state, due = '-', citation }) =>
            `  ${state}  ${duty}  ${matter}#${of}  ${due}  ${citation.article ?? citation.title}`,
        ),
      ].join('\n'),
    );
  }
  return verdict.ok && wanting.length === 0 ? EXIT.done : EXIT.findings;
}

/** The calendars of files, or the library's. */
async function workingOf(desk: Desk, files: readonly string[]): Promise<WorkingCalendar> {
  const calendars: Calendar[] = [];
  for (const file of files) calendars.push(await readTyped(desk, file, safeParseCalendar));
  return workingCalendar(calendars.length === 0 ? [chinaWorkingDays] : calendars);
}

function told(value: string | undefined, expected: string): string {
  if (value !== undefined) return value;
  throw mistake('option-missing', `${expected} is missing`, { expected, command: 'inspection' });
}
