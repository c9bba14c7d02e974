import { ENGINE } from '../../core/version.js';
import { burdenTally } from '../../oversight/burdenReport.js';
import type { Demand } from '../../register/nouns.js';
import { safeParseDemand } from '../../register/parseDemand.js';
import { ledgerOf } from '../../visits/ledger/ledger.js';
import { burdenFiles } from '../burden/burdenFiles.js';
import { burdenPage } from '../burden/burdenPage.js';
import { chartDrawer } from '../burden/drawChart.js';
import { EXIT } from '../exit.js';
import { writeFolderWhole } from '../files/writeFolderWhole.js';
import type { Desk } from '../io.js';
import { readList } from '../readDocument.js';
import type { Action } from './action.js';
import { histories } from './histories.js';
import { optionMissing } from './optionMissing.js';
import { demandsOfPlan } from './readRequests.js';
import { refuseUnclean } from './refuseUnclean.js';

/** Writes what a year cost the firms, as tables and pages. */
export const reportBurden: Action = async (desk, opened, options) => {
  const { year, out, plan, html } = options;
  if (year === undefined) throw optionMissing('--year YYYY');
  if (out === undefined) throw optionMissing('--out DIR');
  const demands = await demandsTold(desk, options.demands, plan);
  const store = await opened();
  const draw = html ? await chartDrawer() : undefined;
  const tally = burdenTally({ year, ...(demands === undefined ? {} : { demands }) });
  for await (const [entity, history] of histories(store)) tally.add(ledgerOf(history), entity);
  const burden = tally.done();
  const pages =
    draw === undefined
      ? {}
      : {
          'report.zh.html': burdenPage(burden, { lang: 'zh', draw }),
          'report.en.html': burdenPage(burden, { lang: 'en', draw }),
        };
  await writeFolderWhole(
    desk.path(out),
    { ...burdenFiles(burden, options.bom), ...pages },
    { force: options.force, about: { engine: ENGINE, command: 'ledger report', year } },
  );
  desk.bar.stop();
  const { total, saved, refused, firms } = burden;
  if (desk.json) {
    const { byFirm: _, ...rest } = burden;
    desk.print(JSON.stringify(rest, null, 2));
  } else {
    desk.print(
      desk.say(
        `企业 ${firms} 家，检查 ${total.after.visits} 次（合并前 ${total.before.visits} 次，节省 ${saved.visits} 次），拒绝 ${refused} 项`,
        `firms: ${firms}, visits: ${total.after.visits} (${total.before.visits} before joining, ${saved.visits} spared), requests refused: ${refused}`,
      ),
    );
  }
  desk.note(desk.say(`已写入 ${out}`, `written to ${out}`));
  return EXIT.done;
};

/** The demands that were due, where they are told. */
async function demandsTold(
  desk: Desk,
  file: string | undefined,
  plan: string | undefined,
): Promise<readonly Demand[] | undefined> {
  if (file === undefined && plan === undefined) return undefined;
  if (plan !== undefined) {
    const { demands, issues } = await demandsOfPlan(desk, plan);
    refuseUnclean(issues);
    return demands;
  }
  const { value, issues } = await readList(desk.path(file as string), safeParseDemand);
  refuseUnclean(issues);
  return value;
}
