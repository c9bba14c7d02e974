import type { Day } from '../../core/day.js';
import { EvenhandError, mistake } from '../../core/error.js';
import { ENGINE } from '../../core/version.js';
import { type Parsed, safeParsed } from '../../register/parsed.js';
import { evaluateScene, type SceneFirm, type SceneReport } from '../../scenario/evaluateScene.js';
import { handbookOf } from '../../scenario/handbook.js';
import { jointChecklist } from '../../scenario/jointChecklist.js';
import { safeParseScene, safeParseStandard } from '../../scenario/parseScene.js';
import type { Scene } from '../../scenario/scene.js';
import { sceneFirmSchema } from '../../scenario/sceneSchemas.js';
import type { DepartmentStandard } from '../../scenario/standard.js';
import { handbookMarkdown } from '../../texts/handbookText.js';
import { EXIT } from '../exit.js';
import { writeFolderWhole } from '../files/writeFolderWhole.js';
import { errorsOf } from '../findings.js';
import { handbookPage } from '../handbookPage.js';
import type { Desk } from '../io.js';
import { badOption } from '../options.js';
import { printIssues } from '../printIssues.js';
import { readList } from '../readDocument.js';
import { readTyped } from '../readTyped.js';
import { textTable } from '../textTable.js';

/** What `scenario` is told. */
export interface ScenarioOptions {
  readonly standard: readonly string[];
  readonly asOf?: Day;
  readonly checklistVersion?: string;
  readonly firms?: string;
  readonly out?: string;
  readonly force: boolean;
}

/** A scene's handbook, its joint checklist, or how its firms stand. */
export async function scenarioCommand(
  desk: Desk,
  action: string,
  file: string,
  options: ScenarioOptions,
): Promise<number> {
  const run = ACTIONS[action];
  if (run === undefined) throw badOption('<action>', action, Object.keys(ACTIONS).join(' | '));
  const scene = await readTyped(desk, file, safeParseScene);
  return run(desk, scene, options);
}

type Action = (desk: Desk, scene: Scene, options: ScenarioOptions) => Promise<number>;

const handbook: Action = async (desk, scene, options) => {
  const made = handbookOf(scene, await standardsOf(desk, options), { on: dayOf(options) });
  if (!made.ok) throw faulty(made.issues);
  const { out, force } = options;
  if (out !== undefined) {
    const files = (['zh', 'en'] as const).flatMap((lang) => [
      [`handbook-${lang}.md`, handbookMarkdown(made.handbook, lang)],
      [`handbook-${lang}.html`, handbookPage(made.handbook, lang)],
    ]);
    const json = `${JSON.stringify(made.handbook, null, 2)}\n`;
    const all = Object.fromEntries([...files, ['handbook.json', json]]) as Record<string, string>;
    await writeFolderWhole(desk.path(out), all, { force, about: { engine: ENGINE } });
  }
  desk.bar.stop();
  if (desk.json) desk.print(JSON.stringify(made.handbook, null, 2));
  else if (out === undefined) desk.print(handbookMarkdown(made.handbook, desk.lang));
  else desk.print(desk.say(`手册已写入 ${out}`, `the handbook is in ${out}`));
  return EXIT.done;
};

const checklist: Action = async (desk, scene, options) => {
  const on = dayOf(options);
  const version = options.checklistVersion ?? on;
  const made = jointChecklist(scene, await standardsOf(desk, options), { on, version });
  if (!made.ok) throw faulty(made.issues);
  desk.bar.stop();
  if (desk.json) {
    desk.print(JSON.stringify(made.checklist, null, 2));
    return EXIT.done;
  }
  const { items } = made.checklist;
  const asked = items.flatMap(({ sources }) => sources).length;
  desk.print(
    desk.say(`${asked} 个问题合并为 ${items.length} 个`, `${asked} questions made ${items.length}`),
  );
  const header =
    desk.lang === 'zh'
      ? ['标识', '问题', '类别', '检查', '所属部门', '依据']
      : ['id', 'question', 'rank', 'asked by', 'authorities', 'duties'];
  const rows = items.map(({ id, question, rank, checkedBy, authorities, duties }) => [
    id,
    question[desk.lang],
    desk.say(rank === 'key' ? '重点' : '一般', rank),
    checkedBy,
    authorities.join(' '),
    duties.join('; '),
  ]);
  for (const line of textTable(header, rows)) desk.print(line);
  return EXIT.done;
};

const evaluate: Action = async (desk, scene, { firms: path }) => {
  if (path === undefined) throw missing('--firms FILE');
  const { value, issues } = await readList(desk.path(path), safeParseFirm);
  const report = evaluateScene(scene, value);
  desk.bar.stop();
  const found = [...issues, ...report.issues];
  if (desk.json) desk.print(JSON.stringify({ ...report, issues: found }, null, 2));
  else {
    printIssues(desk, found);
    for (const line of reportLines(desk, report)) desk.print(line);
  }
  return errorsOf(found).length > 0 ? EXIT.findings : EXIT.done;
};

const ACTIONS: Readonly<Record<string, Action>> = { handbook, checklist, evaluate };

function reportLines(desk: Desk, { counts, firms, unrated, total }: SceneReport): string[] {
  const zh = desk.lang === 'zh';
  const standing = counts.filter((cell) => cell.firms > 0);
  return [
    desk.say(
      `共 ${total} 户，已评 ${firms.length} 户，未评 ${unrated.length} 户`,
      `${total} firms: ${firms.length} evaluated, ${unrated.length} without a level`,
    ),
    ...textTable(
      zh ? ['风险', '信用', '户数'] : ['risk', 'credit', 'firms'],
      standing.map((cell) => [cell.risk, cell.credit, cell.firms]),
    ),
    ...textTable(
      zh
        ? ['标识', '风险', '信用', '比例', '次数', '事项']
        : ['id', 'risk', 'credit', 'ratio', 'visits', 'items'],
      firms.map(({ id, risk, credit, measures }) => [
        id,
        risk,
        credit,
        measures.ratio ?? '',
        measures.visits === undefined ? '' : `<= ${measures.visits}`,
        desk.say(measures.items === 'key' ? '重点' : '全部', measures.items),
      ]),
    ),
  ];
}

const safeParseFirm = (value: unknown): Parsed<SceneFirm> => safeParsed(sceneFirmSchema, value);

function standardsOf(desk: Desk, { standard }: ScenarioOptions): Promise<DepartmentStandard[]> {
  if (standard.length === 0) throw missing('--standard FILE');
  return Promise.all(standard.map((file) => readTyped(desk, file, safeParseStandard)));
}

function dayOf({ asOf }: ScenarioOptions): Day {
  if (asOf === undefined) throw missing('--as-of DAY');
  return asOf;
}

const faulty = (issues: ConstructorParameters<typeof EvenhandError>[2]) =>
  new EvenhandError('faulty-document', 'the scene and its standards do not fit together', issues);

function missing(expected: string) {
  return mistake('option-missing', `${expected} is missing`, { expected, command: 'scenario' });
}
