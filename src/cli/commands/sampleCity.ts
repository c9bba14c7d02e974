import { cityRecord } from '../../city/cityRecord.js';
import { cityRows } from '../../city/cityRows.js';
import { type City, sampleCity } from '../../city/sampleCity.js';
import { ENGINE } from '../../core/version.js';
import { DEMONSTRATION } from '../../plan/demonstration.js';
import { BEIJING_DISTRICTS } from '../../register/division.js';
import { EXIT } from '../exit.js';
import { csvText } from '../files/csvText.js';
import { writeFolderWhole } from '../files/writeFolderWhole.js';
import type { Desk } from '../io.js';
import { CITY_SIZE } from '../options.js';
import { json } from '../preparedFiles.js';
import { recordLines } from '../readRecords.js';
import { grouped } from '../textTable.js';

/** What `sample-city` is told. */
export interface SampleCityOptions {
  readonly entities?: number;
  readonly seed?: string;
  readonly asOf?: string;
  readonly year?: number;
  readonly out: string;
  readonly force: boolean;
  readonly bom: boolean;
  /** Whether the firms' credit records are written too. */
  readonly records?: boolean;
}

/** Writes the sample city as the files that `prepare --in` reads. */
export async function sampleCityCommand(desk: Desk, options: SampleCityOptions): Promise<number> {
  const { entities = CITY_SIZE, seed = 'evenhand', asOf, year, out, force, bom, records } = options;
  desk.bar.stage({ zh: '生成示例城市', en: 'making the sample city' }, 1);
  const city = sampleCity({
    entities,
    seed,
    ...(asOf === undefined ? {} : { asOf }),
    ...(year === undefined ? {} : { year }),
  });
  desk.bar.tick();
  const tables = Object.entries(cityRows(city)).map(([kind, { header, rows }]) => [
    `${kind}.csv`,
    csvText([header, ...rows], { bom }),
  ]);
  desk.bar.stage({ zh: '写出文件', en: 'writing files' }, 1);
  await writeFolderWhole(
    desk.path(out),
    {
      ...Object.fromEntries(tables),
      'tasks.json': json(city.tasks),
      'programme.json': json(city.programme),
      'sources.json': json([DEMONSTRATION]),
      'districts.json': json(BEIJING_DISTRICTS.map(({ code }) => code)),
      ...(records === true ? { 'records.ndjson': recordsOf(city, seed) } : {}),
    },
    { force, about: { engine: ENGINE, command: 'sample-city', seed, entities } },
  );
  desk.bar.stop();
  desk.note(
    desk.say(
      `示例城市（${grouped(entities)} 个检查对象，均为虚构）已写入 ${out}`,
      `the sample city (${grouped(entities)} entities, all made up) is in ${out}`,
    ),
  );
  desk.note(`evenhand plan --in ${out} --year ${city.year} --as-of ${city.asOf} --out ${out}-plan`);
  return EXIT.done;
}

/** Every firm's record, an entry a line. */
function recordsOf({ register, asOf }: City, seed: string): string {
  const records = register.entities.map((firm) => cityRecord(firm, { asOf, seed }));
  return recordLines(new Map(records.map((record) => [record.entity, record])));
}
