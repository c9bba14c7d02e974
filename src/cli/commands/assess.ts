import type { Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { ENGINE } from '../../core/version.js';
import { assessmentFiles } from '../assessmentFiles.js';
import { type AssessedInput, assessRegister } from '../assessRegister.js';
import { isAnswered } from '../columns/assessing.js';
import { EXIT } from '../exit.js';
import { requiredDuckdb } from '../files/loadDuckdb.js';
import { writeFolderWhole } from '../files/writeFolderWhole.js';
import { requireClean } from '../findings.js';
import type { Desk } from '../io.js';
import type { InputOptions } from '../options.js';
import type { TableFormat } from '../planFiles.js';
import { json, type KeptFindings, PLACES } from '../preparedFiles.js';
import { printIssues } from '../printIssues.js';
import { textTable } from '../textTable.js';

/** What `assess` is told. */
export interface AssessOptions extends InputOptions {
  readonly asOf?: Day;
  readonly key?: string;
  readonly substitutes?: number;
  readonly authority: readonly string[];
  readonly setAside: boolean;
  readonly format?: TableFormat;
  readonly out: string;
  readonly force: boolean;
  readonly bom: boolean;
}

/** Assesses a whole register, and draws from it where a key is given. */
export async function assessCommand(desk: Desk, options: AssessOptions): Promise<number> {
  const { asOf, key, substitutes = 0, authority: authorities, out, force, bom, format } = options;
  if (asOf === undefined) {
    const expected = '--as-of YYYY-MM-DD';
    throw mistake('option-missing', `${expected} is missing`, { expected, command: 'assess' });
  }
  if (format === 'parquet') await requiredDuckdb('assessments.parquet');
  const plan = key === undefined ? {} : { plan: { key, substitutes } };
  const { assessed, findings } = await assessRegister(desk, options, asOf, {
    authorities,
    ...plan,
  });
  requireClean(findings, options.setAside);
  const { read, setAside, issues } = findings;
  const kept: KeptFindings = { schema: 'evenhand/findings/1', read, setAside, issues };
  desk.bar.stage({ zh: '写出文件', en: 'writing files' }, 1);
  await writeFolderWhole(
    desk.path(out),
    {
      ...assessmentFiles(assessed, substitutes, {
        bom,
        ...(format === undefined ? {} : { format }),
      }),
      [PLACES.findings]: json(kept),
    },
    {
      force,
      about: { engine: ENGINE, command: 'assess', asOf, ...(key === undefined ? {} : { key }) },
    },
  );
  desk.bar.stop();
  printIssues(desk, issues);
  const summary = summaryOf(assessed, setAside);
  if (desk.json) desk.print(JSON.stringify({ summary, issues }, null, 2));
  else desk.print(summaryText(desk, summary));
  desk.note(desk.say(`已写入 ${out}`, `written to ${out}`));
  return EXIT.done;
}

interface Summary {
  readonly assessed: number;
  readonly unanswered: number;
  readonly setAside: number;
  /** How many stand in each cell, and of these how many are drawn where there was a draw. */
  readonly cells: readonly {
    readonly risk: string;
    readonly credit: string;
    readonly entities: number;
    readonly drawn?: number;
  }[];
  readonly certain?: number;
}

function summaryOf(
  assessed: AssessedInput['assessed'],
  setAside: AssessedInput['findings']['setAside'],
): Summary {
  const { size, cell, cells, drawn } = assessed;
  const counts = cells.map(() => 0);
  let all = 0;
  let unanswered = 0;
  for (let n = 0; n < size; n++) {
    if (!assessed.has(n)) continue;
    all++;
    if (!isAnswered(assessed, n)) unanswered++;
    else counts[cell[n] as number] = (counts[cell[n] as number] as number) + 1;
  }
  const drawnIn = (place: number): number =>
    (drawn?.strata ?? [])
      .filter((stratum) => stratum.cell === place)
      .reduce((sum, { quota, size: own }) => sum + Math.min(quota, own), 0);
  return {
    ...{ assessed: all, unanswered, setAside: setAside.entities },
    cells: cells.map(({ risk, credit }, place) => ({
      ...{ risk, credit, entities: counts[place] as number },
      ...(drawn === undefined ? {} : { drawn: drawnIn(place) }),
    })),
    ...(drawn === undefined ? {} : { certain: drawn.certain.length }),
  };
}

function summaryText(
  desk: Desk,
  { assessed, unanswered, setAside, cells, certain }: Summary,
): string {
  const isDrawn = certain !== undefined;
  const header = [
    ...[desk.say('风险', 'risk'), desk.say('信用', 'credit'), desk.say('对象', 'entities')],
    ...(isDrawn ? [desk.say('抽中', 'drawn')] : []),
  ];
  const rows = cells.map(({ risk, credit, entities, drawn }) => [
    ...[risk, credit, entities],
    ...(drawn === undefined ? [] : [drawn]),
  ]);
  return [
    desk.say(
      `评定 ${assessed} 个检查对象,其中 ${unanswered} 个无结论;搁置 ${setAside} 行`,
      `${assessed} entities assessed, ${unanswered} of them without an answer; ${setAside} rows set aside`,
    ),
    ...(isDrawn ? [desk.say(`必查 ${certain} 个`, `${certain} visited for certain`)] : []),
    ...textTable(header, rows),
  ].join('\n');
}
