import { type Day, yearRange } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { safeParseDocumentText } from '../../document/jsonText.js';
import { keyCoverage } from '../../risk/key/keyCoverage.js';
import {
  safeParseKeyRules,
  safeParseRegrading,
  safeParseWarningRules,
} from '../../risk/parseRisk.js';
import type { LevelHistory } from '../../risk/regrade/levelHistory.js';
import { levelLists } from '../../risk/regrade/levelLists.js';
import { emptyHistory, regrade } from '../../risk/regrade/regrade.js';
import type { Signal } from '../../risk/warnings/signal.js';
import { watch } from '../../risk/warnings/watch.js';
import { exampleKeySupervision } from '../../schemes/exampleKeySupervision.js';
import { exampleRegrading } from '../../schemes/exampleRegrading.js';
import { exampleWarnings } from '../../schemes/exampleWarnings.js';
import { missingWords, warningActWords } from '../../texts/supervisionWords.js';
import { byColumn } from '../absentFacts.js';
import { EXIT } from '../exit.js';
import { writeFileWhole } from '../files/writeFileWhole.js';
import type { Desk } from '../io.js';
import { badOption, type InputOptions } from '../options.js';
import { printIssues } from '../printIssues.js';
import { ruleDocument } from '../ruleDocument.js';
import { shaped } from '../shaped.js';
import {
  coveredSchema,
  historySchema,
  keepRows,
  keptRows,
  signalSchema,
  textIfThere,
} from '../stateFile.js';
import { textTable } from '../textTable.js';
import { told } from '../told.js';
import { wholeRegister } from '../wholeRegister.js';

/** What `risk` is told. */
export interface RiskOptions extends InputOptions {
  readonly rules?: string;
  readonly asOf?: Day;
  readonly since?: Day;
  readonly year?: number;
}

/** Rates anew, lists by level, watches for warnings, or proves that key supervision covers everybody. */
export async function riskCommand(
  desk: Desk,
  action: string,
  file: string,
  options: RiskOptions,
): Promise<number> {
  switch (action) {
    case 'regrade':
      return regradeRegister(desk, file, options);
    case 'lists':
      return lists(desk, file, options);
    case 'watch':
      return watchRegister(desk, file, options);
    case 'cover':
      return cover(desk, file, options);
    default:
      throw badOption('<action>', action, 'regrade | lists | watch | cover');
  }
}

async function regradeRegister(desk: Desk, file: string, options: RiskOptions): Promise<number> {
  const asOf = told(options.asOf, '--as-of DAY', 'risk');
  const rules = await ruleDocument(desk, options.rules, safeParseRegrading, exampleRegrading);
  const { programme, register, issues } = await wholeRegister(desk, options, asOf);
  const before = (await historyOf(desk, file)) ?? emptyHistory(rules);
  const { risk } = programme.at(asOf);
  const done = regrade(before, register.entities, { regrading: rules, risk });
  await writeFileWhole(desk.path(file), `${JSON.stringify(done.history, null, 2)}\n`);
  desk.bar.stop();
  if (desk.json) {
    desk.print(JSON.stringify({ changes: done.changes, issues: done.issues }, null, 2));
  } else {
    printIssues(desk, byColumn([...issues, ...done.issues], programme.source));
    const round = done.history.rounds.at(-1);
    const count = `${round?.rated ?? 0}`;
    desk.print(
      [
        desk.say(
          `${asOf} 评级 ${count} 户，变动 ${done.changes.length} 户`,
          `${count} rated on ${asOf}, ${done.changes.length} changed`,
        ),
        ...textTable(
          desk.lang === 'zh' ? ['检查对象', '原等级', '现等级'] : ['entity', 'from', 'to'],
          done.changes.map(({ entity, from = '', to = '' }) => [entity, from, to]),
        ),
      ].join('\n'),
    );
  }
  return done.issues.length > 0 ? EXIT.findings : EXIT.done;
}

async function lists(desk: Desk, file: string, options: RiskOptions): Promise<number> {
  const on = told(options.asOf, '--as-of DAY', 'risk');
  const history = await historyOf(desk, file);
  if (history === undefined) {
    throw mistake('no-such-file', `there is no \`${file}\``, { file });
  }
  const { since } = options;
  const found = levelLists(history, { on, ...(since === undefined ? {} : { since }) });
  desk.bar.stop();
  if (desk.json) desk.print(JSON.stringify(found, null, 2));
  else {
    const header =
      desk.lang === 'zh'
        ? ['等级', '户数', '新增', '移出']
        : ['level', 'entities', 'joined', 'left'];
    const rows = found.lists.map(({ level, entities, joined, left }) => [
      level,
      String(entities.length),
      String(joined.length),
      String(left.length),
    ]);
    desk.print(textTable(header, rows).join('\n'));
  }
  return EXIT.done;
}

async function watchRegister(desk: Desk, file: string, options: RiskOptions): Promise<number> {
  const asOf = told(options.asOf, '--as-of DAY', 'risk');
  const rules = await ruleDocument(desk, options.rules, safeParseWarningRules, exampleWarnings);
  const { register, issues } = await wholeRegister(desk, options, asOf);
  const before = await keptRows<Signal>(desk, file, signalSchema);
  const found = watch(rules, register.entities, { asOf, before });
  if (found.signals.length > 0) await keepRows(desk, file, [...before, ...found.signals]);
  desk.bar.stop();
  if (desk.json) desk.print(JSON.stringify(found, null, 2));
  else {
    printIssues(desk, [...issues, ...found.issues]);
    const title = (id: string): string =>
      rules.rules.find((rule) => rule.id === id)?.title[desk.lang] ?? id;
    desk.print(
      [
        desk.say(
          `${asOf} 监测 ${found.watched} 户，预警 ${found.signals.length} 条`,
          `${found.watched} watched on ${asOf}, ${found.signals.length} signals`,
        ),
        ...found.signals.map(({ entity, rule, asks }) =>
          [
            entity,
            title(rule),
            asks.map((act) => warningActWords[act.do][desk.lang]).join(' + '),
          ].join('  '),
        ),
      ].join('\n'),
    );
  }
  return EXIT.done;
}

async function cover(desk: Desk, file: string, options: RiskOptions): Promise<number> {
  const asOf = told(options.asOf, '--as-of DAY', 'risk');
  const rules = await ruleDocument(desk, options.rules, safeParseKeyRules, exampleKeySupervision);
  const { register, issues } = await wholeRegister(desk, options, asOf);
  const range = yearRange(options.year ?? Number(asOf.slice(0, 4)));
  const done = await keptRows<{ entity: string; item: string; on: Day; visit: string }>(
    desk,
    file,
    coveredSchema,
  );
  // A register tells who is listed on its day, not since when: from the first day of the year.
  const objects = register.entities
    .filter(({ lists: own }) => own.includes(rules.list))
    .map(({ id }) => ({ entity: id, since: range.from }));
  const report = keyCoverage(rules, { objects, done }, range, { asOf });
  desk.bar.stop();
  if (desk.json) desk.print(JSON.stringify(report, null, 2));
  else {
    printIssues(desk, [...issues, ...report.issues]);
    const { covered, due, missing } = report.counts;
    desk.print(
      [
        desk.say(
          `重点监管对象 ${objects.length} 户：已覆盖 ${covered} 项，待办 ${due} 项，缺 ${missing} 项`,
          `${objects.length} under key supervision: ${covered} covered, ${due} due, ${missing} missing`,
        ),
        ...report.lines
          .filter(({ state }) => state === 'missing')
          .map(({ entity, item, window, why = 'no-visit' }) =>
            [entity, item, `${window.from}..${window.to}`, missingWords[why][desk.lang]].join('  '),
          ),
      ].join('\n'),
    );
  }
  return report.isFull ? EXIT.done : EXIT.findings;
}

async function historyOf(desk: Desk, file: string): Promise<LevelHistory | undefined> {
  const text = await textIfThere(desk.path(file));
  if (text.trim() === '') return undefined;
  const parsed = safeParseDocumentText(text);
  const value = parsed.ok ? parsed.value : text;
  return shaped(historySchema, value, file) as unknown as LevelHistory;
}
