import { type EvenhandError, isEvenhandError } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import type { Demand } from '../../register/nouns.js';
import { placed } from '../../register/rawRow.js';
import { bookVisit, bookVisits } from '../../stores/bookVisit.js';
import type { LedgerStore } from '../../stores/ledgerStore.js';
import type { Cap } from '../../visits/cap.js';
import type { LedgerOptions } from '../../visits/ledger/answered.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';
import { ledgerOf, visitsOf } from '../../visits/ledger/ledger.js';
import type { Decision, VisitRequest } from '../../visits/ledger/request.js';
import { EXIT } from '../exit.js';
import { printIssues } from '../printIssues.js';
import type { Action } from './action.js';
import { knownTo } from './knownTo.js';
import { optionMissing } from './optionMissing.js';
import { readCaps } from './readCaps.js';
import { readRequests, requestsOfPlan } from './readRequests.js';
import { refuseUnclean } from './refuseUnclean.js';

/** How many requests are decided in one transaction. */
const BATCH = 500;

/** Asks for many visits at once: those of a file of requests, or those of a drawn plan. */
export const importRequests: Action = async (desk, opened, options) => {
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
    for (const [i, decision] of (await answersTo(store, batch, caps, asked)).entries()) {
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
        `申请 ${requests.length} 项：登记 ${own} 次，并入 ${joined} 次，拒绝 ${refused} 项`,
        `requests: ${requests.length}; booked: ${own}, joined: ${joined}, refused: ${refused}`,
      ),
    );
    for (const visit of left) {
      desk.warn(
        desk.say(
          `台账中的检查 ${visit} 已不在变更后的计划中：请由其部门用 ledger cancel 取消`,
          `the visit ${visit} stands in the ledger and no longer in the plan: let its authority cancel it`,
        ),
      );
    }
  }
  return counts.refused > 0 ? EXIT.findings : EXIT.done;
};

/** What requests are answered. One whose name was used for another firm is refused, and leaves the others alone. */
async function answersTo(
  store: LedgerStore<LedgerEvent>,
  batch: readonly (VisitRequest | Demand)[],
  caps: readonly Cap[],
  asked: LedgerOptions,
): Promise<readonly Answer[]> {
  try {
    return await bookVisits(store, batch, caps, asked);
  } catch (error) {
    if (!isElsewhere(error)) throw error;
  }
  const answers: Answer[] = [];
  for (const request of batch) {
    answers.push(
      await bookVisit(store, request, caps, asked).catch((error: unknown) => {
        if (!isElsewhere(error)) throw error;
        const because = error.issues.map((issue) => ({ ...issue, path: ['id'] }));
        return { status: 'refused' as const, because };
      }),
    );
  }
  return answers;
}

/** A decision, or that of the store that a name is another's. */
type Answer =
  | Exclude<Decision, { readonly status: 'refused' }>
  | { readonly status: 'refused'; readonly because: readonly Issue[] };

const isElsewhere = (error: unknown): error is EvenhandError =>
  isEvenhandError(error) && error.code === 'request-elsewhere';

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
