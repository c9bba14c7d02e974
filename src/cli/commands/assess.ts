import type { Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { ENGINE } from '../../core/version.js';
import { levelWord } from '../../texts/codeWords.js';
import { requireTaskAlone } from '../assessedTask.js';
import { assessmentFiles } from '../assessmentFiles.js';
import { type AssessedInput, assessRegister } from '../assessRegister.js';
import { EXIT } from '../exit.js';
import { requiredDuckdb } from '../files/loadDuckdb.js';
import { openScratch, type Scratch } from '../files/scratch.js';
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
  readonly task?: string;
  readonly setAside: boolean;
  readonly format?: TableFormat;
  readonly out: string;
  readonly force: boolean;
  readonly bom: boolean;
}

/** Assesses a whole register, and draws from it where a key is given. */
export async function assessCommand(desk: Desk, options: AssessOptions): Promise<number> {
  const { asOf, format } = options;
  if (asOf === undefined) {
    const expected = '--as-of YYYY-MM-DD';
    throw mistake('option-missing', `${expected} is missing`, { expected, command: 'assess' });
  }
  if (options.task !== undefined) requireTaskAlone(options.task, options);
  if (format === 'parquet') await requiredDuckdb('assessments.parquet');
  const aside = await openScratch();
  try {
    return await assessAside(desk, options, asOf, aside);
  } finally {
    await aside.close();
  }
}

async function assessAside(
  desk: Desk,
  options: AssessOptions,
  asOf: Day,
  aside: Scratch,
): Promise<number> {
  const { key, substitutes = 0, authority, task, out, force, bom, format } = options;
  const plan = key === undefined ? undefined : { key, substitutes };
  const told = { authorities: authority, plan, task };
  const { assessed, authorities, findings } = await assessRegister(
    desk,
    options,
    asOf,
    told,
    aside,
  );
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
      about: {
        ...{ engine: ENGINE, command: 'assess', asOf },
        ...(key === undefined ? {} : { key }),
        ...(task === undefined ? {} : { task }),
      },
    },
  );
  desk.bar.stop();
  printIssues(desk, issues);
  tellUnvisited(desk, assessed, authorities);
  const summary = summaryOf(assessed, setAside);
  if (desk.json) desk.print(JSON.stringify({ summary, issues }, null, 2));
  else desk.print(summaryText(desk, summary));
  desk.note(desk.say(`已写入 ${out}`, `written to ${out}`));
  return EXIT.done;
}

/** Tells of authorities whose visits the tiers of recency shall hang on, but of which there are none. */
function tellUnvisited(
  desk: Desk,
  { visitedBy, drawn }: AssessedInput['assessed'],
  authorities: readonly string[],
): void {
  const none = authorities.filter((authority) => !visitedBy.has(authority));
  if (drawn === undefined || none.length === 0) return;
  const quoted = (ids: Iterable<string>, mark: string): string =>
    Array.from(ids, (id) => `\`${id}\``).join(mark);
  const there = [...visitedBy].sort();
  desk.note(
    there.length === 0
      ? desk.say(
          `名录库中没有任何检查记录（指定的是 ${quoted(none, '、')}）`,
          `nobody in the register has a visit of anybody (asked for: ${quoted(none, ', ')})`,
        )
      : desk.say(
          `没有对象受过 ${quoted(none, '、')} 的检查；有检查记录的部门：${quoted(there, '、')}`,
          `nobody has a visit of ${quoted(none, ', ')}; there are visits of ${quoted(there, ', ')}`,
        ),
  );
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
  const { cells, inCell, unanswered, drawn } = assessed;
  const drawnIn = (place: number): number =>
    (drawn?.strata ?? [])
      .filter((stratum) => stratum.cell === place)
      .reduce((sum, { quota, size: own }) => sum + Math.min(quota, own), 0);
  return {
    assessed: inCell.reduce((sum, count) => sum + count, unanswered),
    ...{ unanswered, setAside: setAside.entities },
    cells: cells.map(({ risk, credit }, place) => ({
      ...{ risk, credit, entities: inCell[place] as number },
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
    ...[levelWord(risk, desk.lang), levelWord(credit, desk.lang), entities],
    ...(drawn === undefined ? [] : [drawn]),
  ]);
  return [
    desk.say(
      `评定 ${assessed} 个检查对象，其中 ${unanswered} 个无结论；搁置 ${setAside} 行`,
      `${assessed} entities assessed, ${unanswered} of them without an answer; ${setAside} rows set aside`,
    ),
    ...(isDrawn ? [desk.say(`必查 ${certain} 个`, `${certain} visited for certain`)] : []),
    ...textTable(header, rows),
  ].join('\n');
}
