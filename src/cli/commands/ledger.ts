import { mistake } from '../../core/error.js';
import { bookVisit } from '../../stores/bookVisit.js';
import { recordInLedger } from '../../stores/recordInLedger.js';
import { ledgerOf, visitsOf } from '../../visits/ledger/ledger.js';
import type { Decision, VisitAct, VisitRequest, VisitState } from '../../visits/ledger/request.js';
import { EXIT } from '../exit.js';
import type { Desk } from '../io.js';
import type { Action, LedgerCommandOptions } from '../ledger/action.js';
import { actOf } from '../ledger/actOf.js';
import { decisionLine, stateWord, visitLines } from '../ledger/decisionText.js';
import { histories } from '../ledger/histories.js';
import { importRequests } from '../ledger/importRequests.js';
import { knownTo } from '../ledger/knownTo.js';
import { migrateTables } from '../ledger/migrate.js';
import { usingLedger } from '../ledger/openLedger.js';
import { optionMissing } from '../ledger/optionMissing.js';
import { readCaps } from '../ledger/readCaps.js';
import { reportBurden } from '../ledger/reportBurden.js';
import { badOption } from '../options.js';
import { printIssues } from '../printIssues.js';

/** Books in a ledger in a file or a database, tells what stands in it, and reports what a year cost the firms. */
export async function ledgerCommand(
  desk: Desk,
  action: string,
  given: string,
  options: LedgerCommandOptions,
): Promise<number> {
  if (action === 'migrate') return migrateTables(desk, given, options);
  const run = ACTIONS[action];
  if (run === undefined)
    throw badOption('<action>', action, [...Object.keys(ACTIONS), 'migrate'].join(' | '));
  const isNew = action === 'import' || action === 'reserve';
  return usingLedger(desk, given, isNew, (opened) => run(desk, opened, options));
}

const reserve: Action = async (desk, opened, options) => {
  const { id, request, lead, kind, day, until, asOf, evidence, standing } = options;
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
    ...(standing.length === 0 ? {} : { standing }),
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
      desk.say(`对象 ${entities} 个，事件 ${events} 条`, `${entities} entities, ${events} events`),
    );
    for (const [state, count] of Object.entries(states).sort()) {
      desk.print(`  ${stateWord(desk, state as VisitState)}  ${count}`);
    }
  }
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
  report: reportBurden,
};
