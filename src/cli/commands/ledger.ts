import type { Day } from '../../core/day.js';
import { EvenhandError, mistake } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import { ENGINE } from '../../core/version.js';
import { burdenTally } from '../../oversight/burdenReport.js';
import type { Demand } from '../../register/nouns.js';
import { safeParseDemand } from '../../register/parseDemand.js';
import { placed } from '../../register/rawRow.js';
import { bookVisit, bookVisits } from '../../stores/bookVisit.js';
import type { LedgerStore } from '../../stores/ledgerStore.js';
import { recordInLedger } from '../../stores/recordInLedger.js';
import type { LedgerOptions } from '../../visits/ledger/answered.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';
import { ledgerOf, visitsOf } from '../../visits/ledger/ledger.js';
import type { Decision, VisitAct, VisitRequest, VisitState } from '../../visits/ledger/request.js';
import { burdenFiles } from '../burden/burdenFiles.js';
import { burdenPage } from '../burden/burdenPage.js';
import { chartDrawer } from '../burden/drawChart.js';
import { EXIT } from '../exit.js';
import { writeFolderWhole } from '../files/writeFolderWhole.js';
import { errorsOf } from '../findings.js';
import type { Desk } from '../io.js';
import { actOf } from '../ledger/actOf.js';
import { decisionLine, stateWord, visitLines } from '../ledger/decisionText.js';
import { histories } from '../ledger/histories.js';
import { ledgerRegister } from '../ledger/ledgerRegister.js';
import { openLedger } from '../ledger/openLedger.js';
import { optionMissing } from '../ledger/optionMissing.js';
import { readCaps } from '../ledger/readCaps.js';
import { demandsOfPlan, readRequests, requestsOfPlan } from '../ledger/readRequests.js';
import { badOption } from '../options.js';
import { printIssues } from '../printIssues.js';
import { readList } from '../readDocument.js';

/** What `ledger` is told. */
export interface LedgerCommandOptions {
  readonly cap: readonly string[];
  readonly in?: string;
  readonly requests?: string;
  readonly plan?: string;
  readonly asOf?: Day;
  readonly id?: string;
  readonly request?: string;
  readonly lead?: string;
  readonly kind?: string;
  readonly day?: Day;
  readonly until?: Day;
  readonly evidence?: string;
  readonly visit?: string;
  readonly outcome?: string;
  readonly days?: number;
  readonly reference?: string;
  readonly reason?: string;
  readonly year?: number;
  readonly demands?: string;
  readonly out?: string;
  readonly html: boolean;
  readonly force: boolean;
  readonly bom: boolean;
}

/** Books in a ledger in a file, tells what stands in it, and reports what a year cost the firms. */
export async function ledgerCommand(
  desk: Desk,
  action: string,
  file: string,
  options: LedgerCommandOptions,
): Promise<number> {
  const run = ACTIONS[action];
  if (run === undefined) throw badOption('ledger', action, Object.keys(ACTIONS).join(' | '));
  const isNew = action === 'import' || action === 'reserve';
  let ledger: Awaited<ReturnType<typeof openLedger>> | undefined;
  const opened: Opener = async () => {
    ledger ??= await openLedger(desk.path(file), file, isNew);
    return ledger.store;
  };
  try {
    return await run(desk, opened, options);
  } finally {
    ledger?.close();
  }
}

/** Opens the ledger, once all that is asked of it was read: what is refused before leaves no file behind. */
type Opener = () => Promise<LedgerStore<LedgerEvent>>;

type Action = (desk: Desk, opened: Opener, options: LedgerCommandOptions) => Promise<number>;

/** How many requests are decided in one transaction. */
const BATCH = 500;

const importRequests: Action = async (desk, opened, options) => {
  const { requests: path, plan, asOf } = options;
  if ((path === undefined) === (plan === undefined))
    throw optionMissing('--requests FILE | --plan DIR');
  const caps = await readCaps(desk, options.cap);
  const { requests, rows, issues, struck } =
    path === undefined
      ? await requestsOfPlan(desk, plan as string)
      : await readRequests(desk.path(path));
  refuseUnclean(issues);
  const known = await knownTo(desk, options);
  const store = await opened();
  desk.bar.stage({ zh: '登记检查', en: 'booking visits' }, requests.length);
  const refusals: Issue[] = [];
  const counts = { admitted: 0, planned: 0, reserved: 0, joined: 0, recorded: 0, refused: 0 };
  for (let at = 0; at < requests.length; at += BATCH) {
    const batch = requests.slice(at, at + BATCH);
    const asked = asOf === undefined ? known : { asOf, ...known };
    for (const [i, decision] of (await bookVisits(store, batch, caps, asked)).entries()) {
      counts[decision.status]++;
      if (decision.status === 'refused') {
        const row = rows?.[at + i];
        const { because } = decision;
        refusals.push(...(row === undefined ? because : because.map((one) => placed(row, one))));
      }
      desk.bar.tick();
    }
  }
  desk.bar.stop();
  const left = struck === undefined ? [] : await leftFrom(store, struck, requests);
  if (desk.json)
    desk.print(JSON.stringify({ requests: requests.length, ...counts, refusals, left }, null, 2));
  else {
    printIssues(desk, refusals, 20);
    const { refused, joined } = counts;
    const own = counts.admitted + counts.planned + counts.reserved;
    desk.print(
      desk.say(
        `申请 ${requests.length} 项:登记 ${own} 次,并入 ${joined} 次,拒绝 ${refused} 项`,
        `${requests.length} requests: ${own} visits booked, ${joined} joined, ${refused} refused`,
      ),
    );
    for (const visit of left) {
      desk.warn(
        desk.say(
          `台账中的检查 ${visit} 已不在变更后的计划中:请由其部门用 ledger cancel 取消`,
          `the visit ${visit} stands in the ledger and no longer in the plan: let its authority cancel it`,
        ),
      );
    }
  }
  return counts.refused > 0 ? EXIT.findings : EXIT.done;
};

/** Visits of those struck that an earlier import booked, and the amended plan has no more. */
async function leftFrom(
  store: LedgerStore<LedgerEvent>,
  { plan, entities }: { readonly plan: string; readonly entities: readonly string[] },
  requests: readonly { readonly id: string }[],
): Promise<string[]> {
  const planned = new Set(requests.map(({ id }) => id));
  const left: string[] = [];
  for (const entity of entities) {
    for (const visit of visitsOf(ledgerOf(await store.read(entity)), entity)) {
      const isWaiting = visit.state === 'planned' || visit.state === 'admitted';
      if (visit.plan === plan && isWaiting && !planned.has(visit.id)) left.push(visit.id);
    }
  }
  return left.sort();
}

const reserve: Action = async (desk, opened, options) => {
  const { id, request, lead, kind, day, until, asOf, evidence } = options;
  if (id === undefined) throw optionMissing('--id ENTITY');
  if (request === undefined) throw optionMissing('--request ID');
  if (lead === undefined) throw optionMissing('--lead AUTHORITY');
  if (day === undefined) throw optionMissing('--day DAY');
  if (kind !== 'census' && kind !== 'spot-check' && kind !== 'for-cause') {
    throw badOption('--kind', kind ?? '', 'census | spot-check | for-cause');
  }
  const [cause = '', reference = ''] = (evidence ?? '').split(/:(.*)/s);
  const asked: VisitRequest = {
    ...{ id: request, entity: id, lead, kind, day },
    ...(until === undefined ? {} : { until }),
    ...(asOf === undefined ? {} : { at: asOf }),
    ...(evidence === undefined ? {} : { evidence: { cause, reference } }),
  };
  const known = await knownTo(desk, options);
  const caps = await readCaps(desk, options.cap);
  const decision = await bookVisit(await opened(), asked, caps, known);
  desk.bar.stop();
  tellDecision(desk, decision);
  return decision.status === 'refused' ? EXIT.findings : EXIT.done;
};

/** What is looked up of firms, authorities and items: nothing without a register's folder. */
async function knownTo(
  desk: Desk,
  { in: folder, asOf }: LedgerCommandOptions,
): Promise<Pick<LedgerOptions, 'register'>> {
  if (folder === undefined) return {};
  if (asOf === undefined) throw optionMissing('--as-of DAY');
  return { register: await ledgerRegister(desk, folder, asOf) };
}

/** Enters what becomes of a booked visit. */
const acted =
  (act: VisitAct['act']): Action =>
  async (desk, opened, options) => {
    const asked = actOf(act, options);
    const caps = await readCaps(desk, options.cap);
    const decision = await recordInLedger(await opened(), asked, caps);
    desk.bar.stop();
    tellDecision(desk, decision);
    return decision.status === 'refused' ? EXIT.findings : EXIT.done;
  };

function tellDecision(desk: Desk, decision: Decision): void {
  if (desk.json) desk.print(JSON.stringify(decision, null, 2));
  else if (decision.status === 'refused') {
    printIssues(desk, decision.because, 20);
    desk.print(decisionLine(desk, decision));
  } else desk.print(decisionLine(desk, decision));
}

const status: Action = async (desk, opened, { id }) => {
  const store = await opened();
  if (id !== undefined) {
    const history = await store.read(id);
    if (history.length === 0) {
      throw mistake('entity-not-found', `the ledger has nothing of \`${id}\``, { given: id });
    }
    const visits = visitsOf(ledgerOf(history), id);
    if (desk.json)
      desk.print(JSON.stringify({ entity: id, events: history.length, visits }, null, 2));
    else for (const line of visitLines(desk, id, visits, history)) desk.print(line);
    return EXIT.done;
  }
  const states: Record<string, number> = {};
  let [entities, events] = [0, 0];
  for await (const [entity, history] of histories(store)) {
    entities++;
    events += history.length;
    for (const { state } of visitsOf(ledgerOf(history), entity)) {
      states[state] = (states[state] ?? 0) + 1;
    }
  }
  if (desk.json) desk.print(JSON.stringify({ entities, events, visits: states }, null, 2));
  else {
    desk.print(
      desk.say(`对象 ${entities} 个,事件 ${events} 条`, `${entities} entities, ${events} events`),
    );
    for (const [state, count] of Object.entries(states).sort()) {
      desk.print(`  ${stateWord(desk, state as VisitState)}  ${count}`);
    }
  }
  return EXIT.done;
};

const report: Action = async (desk, opened, options) => {
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
        `企业 ${firms} 家,检查 ${total.after.visits} 次(合并前 ${total.before.visits} 次,节省 ${saved.visits} 次),拒绝 ${refused} 项`,
        `${firms} firms, ${total.after.visits} visits (${total.before.visits} before joining, ${saved.visits} spared), ${refused} requests refused`,
      ),
    );
  }
  desk.note(desk.say(`已写入 ${out}`, `written to ${out}`));
  return EXIT.done;
};

const ACTIONS: Readonly<Record<string, Action>> = {
  import: importRequests,
  reserve,
  confirm: acted('confirm'),
  start: acted('start'),
  finish: acted('finish'),
  cancel: acted('cancel'),
  status,
  report,
};

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

/** Bad rows are named all together, and nothing is booked. */
function refuseUnclean(issues: readonly Issue[]): void {
  const errors = errorsOf(issues);
  if (errors.length === 0) return;
  throw new EvenhandError('unclean-rows', `${errors.length} rows cannot be read`, [
    { code: 'unclean-rows', severity: 'error', path: [], params: { given: errors.length } },
    ...issues,
  ]);
}
