import { requireArgument } from '../../core/argument.js';
import { dayNumber } from '../../core/day.js';
import { errorAt, type Issue } from '../../core/issue.js';
import type { Inspection } from '../../inspection/inspection.js';
import { type Ledger, visitsOf } from '../../visits/ledger/ledger.js';
import type { VisitAct, VisitState } from '../../visits/ledger/request.js';

/**
 * The ledger's acts of a visit (检查台账): it starts on its scan-in, is over with its results, or is off.
 *
 * `recordVisit` takes them one after another; what has not happened yet is left out. The days it took are
 * those from the start to the conclusion, both inside.
 *
 * @returns ids `visit/start`, `visit/finish`, `visit/cancel`
 */
export function ledgerActsOf(inspection: Inspection): VisitAct[] {
  requireArgument(
    'ledgerActsOf',
    'inspection',
    inspection,
    { opening: 'object', documents: 'object' },
    'openInspection(…)',
  );
  const { opening, startedOn, scan, conclusion, acts, state } = inspection;
  const { visit, entity, lead } = opening;
  const base = { entity, visit, by: lead } as const;
  if (state === 'called-off') {
    const off = acts.findLast((one) => one.act === 'call-off');
    const reason = off?.act === 'call-off' ? off.reason : '';
    return [{ ...base, id: `${visit}/cancel`, act: 'cancel', reason, at: off?.at ?? opening.on }];
  }
  if (startedOn === undefined) return [];
  const begun: VisitAct = {
    ...base,
    id: `${visit}/start`,
    act: 'start',
    day: startedOn,
    at: startedOn,
    ...(scan === undefined ? {} : { reference: scan }),
  };
  if (conclusion === undefined || conclusion.review === 'returned') return [begun];
  const over: VisitAct = {
    ...base,
    id: `${visit}/finish`,
    act: 'finish',
    outcome: conclusion.results.map(({ code }) => code).join('+'),
    days: dayNumber(conclusion.on) - dayNumber(startedOn) + 1,
    at: conclusion.on,
    reference: conclusion.act,
  };
  return [begun, over];
}

/** In which states of the ledger a visit may stand, by where its acts have brought it. */
const LEDGER_STATES = {
  opened: ['planned', 'reserved', 'admitted'],
  'turned-away': ['planned', 'reserved', 'admitted'],
  'called-off': ['cancelled'],
  started: ['started'],
  concluded: ['done'],
  closed: ['done'],
} as const satisfies Record<Inspection['state'], readonly VisitState[]>;

/**
 * Where the ledger and the visit's own acts disagree: another state, day, outcome or number of days.
 *
 * @returns `ledger-differs` with the field, or `visit-not-in-ledger`
 */
export function ledgerDifferences(inspection: Inspection, ledger: Ledger): Issue[] {
  requireArgument(
    'ledgerDifferences',
    'inspection',
    inspection,
    { opening: 'object', documents: 'object' },
    'openInspection(…)',
  );
  requireArgument('ledgerDifferences', 'ledger', ledger, { entities: 'object' });
  const { opening, state, startedOn } = inspection;
  const booked = visitsOf(ledger, opening.entity).find(({ id }) => id === opening.visit);
  if (booked === undefined) {
    return [errorAt('visit-not-in-ledger', ['visit'], { given: opening.visit })];
  }
  const issues: Issue[] = [];
  const compare = (field: string, given: string, expected: readonly string[]): void => {
    if (expected.includes(given)) return;
    const params = { visit: opening.visit, field, given, expected };
    issues.push(errorAt('ledger-differs', [field], params));
  };
  compare('state', booked.state, LEDGER_STATES[state]);
  if (startedOn !== undefined) compare('day', booked.day, [startedOn]);
  const over = ledgerActsOf(inspection).find(({ act }) => act === 'finish');
  if (over?.act === 'finish' && booked.state === 'done') {
    compare('outcome', booked.outcome ?? '', [over.outcome]);
    compare('days', String(booked.days), [String(over.days)]);
  }
  return issues;
}
