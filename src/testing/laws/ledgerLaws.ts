import { requireArgument } from '../../core/argument.js';
import { addDays, type Day, daysBetween } from '../../core/day.js';
import type { Cap } from '../../visits/cap.js';
import { groupedBy } from '../../visits/groupedBy.js';
import { admitVisit } from '../../visits/ledger/admitVisit.js';
import type { LedgerAnswer } from '../../visits/ledger/answered.js';
import {
  emptyLedger,
  eventsOf,
  type Ledger,
  ledgerOf,
  ledgerOfBearing,
  visitsOf,
} from '../../visits/ledger/ledger.js';
import { gathered, isLive } from '../../visits/ledger/ledgerVisit.js';
import { recordVisit } from '../../visits/ledger/recordVisit.js';
import type { VisitAct, VisitRequest } from '../../visits/ledger/request.js';
import { arbitrarySteps, type LedgerStep } from '../arbitraries/ledger.js';
import { crossedLimits } from './crossedLimits.js';
import { changes, differs, type Finding, firstFinding, type Law, law } from './law.js';

/** What is tried: this library's ledger, or a platform's that claims to be equal. */
export interface LedgerPlatform {
  readonly admitVisit?: typeof admitVisit;
  readonly recordVisit?: typeof recordVisit;
}

/** One step as it was asked, and the ledger before and after it. */
interface Played {
  readonly asked: VisitRequest | VisitAct;
  readonly before: Ledger;
  readonly answer: LedgerAnswer;
}

/**
 * What must hold for a ledger under caps, whoever asks in whatever order: no limit is crossed but in the
 * open, no duty that is booked is lost to another's request, each answer can be had again.
 *
 * @param caps - the authority's own caps, which hold at once
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { ledgerLaws } from 'evenhand/testing';
 * import * as fc from 'fast-check';
 *
 * ledgerLaws(twoInspections).every((law) => !fc.check(law.property, { numRuns: 5 }).failed); // => true
 * ```
 */
export function ledgerLaws(caps: Cap | readonly Cap[], platform: LedgerPlatform = {}): Law[] {
  requireArgument('ledgerLaws', 'platform', platform, 'object');
  const all: readonly Cap[] = Array.isArray(caps) ? caps : [caps as Cap];
  requireArgument('ledgerLaws', 'caps', all, [{ limits: 'array' }], 'parseCap(…)');
  const { admitVisit: admit = admitVisit, recordVisit: record = recordVisit } = platform;
  const cases = arbitrarySteps(all);
  const put = (ledger: Ledger, asked: VisitRequest | VisitAct): LedgerAnswer =>
    'act' in asked ? record(ledger, asked, all) : admit(ledger, asked, all);
  const play = (steps: readonly LedgerStep[]): Played[] => {
    let ledger = emptyLedger;
    return steps.flatMap((step, i): Played[] => {
      const asked = askedBy(step, i, ledger);
      if (asked === undefined) return [];
      const played = { asked, before: ledger, answer: put(ledger, asked) };
      ledger = played.answer.ledger;
      return [played];
    });
  };
  const playedLaw = (name: string, check: (one: Played) => Finding): Law =>
    law(name, cases, (steps) => firstFinding(play(steps), check));

  return [
    playedLaw('crosses no limit but by a marked duty or override', ({ answer }) => {
      const found = crossedLimits(eventsOf(answer.ledger), all);
      return found.length === 0 ? undefined : found.join('; ');
    }),
    playedLaw('takes no booked duty from anybody who did not give it up', (played) =>
      lostDuty(played),
    ),
    playedLaw('is the same when its events are replayed', ({ answer }) => {
      const events = JSON.parse(JSON.stringify(eventsOf(answer.ledger)));
      return differs(answer.ledger, ledgerOf(events));
    }),
    playedLaw('adds its new events and changes none', ({ before, answer }) =>
      differs([...eventsOf(before), ...answer.events], eventsOf(answer.ledger)),
    ),
    playedLaw(
      'answers the same request the same, and changes nothing then',
      ({ asked, answer }) => {
        const again = put(answer.ledger, asked);
        return differs(answer.decision, again.decision) ?? differs([], again.events);
      },
    ),
    playedLaw('refuses another request under a name that is taken', ({ asked, answer }) => {
      if (answer.events.length === 0) return undefined;
      const other = { ...asked, entity: `${asked.entity}-other` };
      const { decision } = put(answer.ledger, other);
      return decision.status === 'refused' ? undefined : `\`${asked.id}\` is answered twice`;
    }),
    playedLaw(
      'says why it refuses, and lets through on the day it calls free',
      ({ asked, answer }) => {
        const { decision, ledger } = answer;
        if (decision.status !== 'refused') return undefined;
        if (decision.because.length === 0) return `\`${asked.id}\` is refused for nothing`;
        if ('act' in asked || decision.free === undefined) return undefined;
        const { free } = decision;
        const { until: _, ...rest } = asked;
        const later = {
          ...rest,
          id: `${asked.id}/later`,
          day: free,
          window: { from: free, to: free },
        };
        const again = put(ledger, later).decision;
        return again.status === 'refused' && again.because.some(({ limit }) => limit !== undefined)
          ? `\`${asked.id}\` is refused on \`${free}\` too`
          : undefined;
      },
    ),
    playedLaw('calls no day free where an earlier one is', ({ asked, answer }) => {
      const { decision, ledger } = answer;
      if (decision.status !== 'refused' || decision.free === undefined) return undefined;
      if ('act' in asked || asked.day === undefined) return undefined;
      const { until: _, ...rest } = asked;
      const span = daysBetween(asked.day, decision.free);
      return firstFinding([span - 1, span >> 1, 1], (later) => {
        if (later < 0 || later >= span) return undefined;
        const day = addDays(asked.day as Day, later);
        const earlier = { ...rest, id: `${asked.id}/earlier`, day, window: { from: day, to: day } };
        const { status } = put(ledger, { ...earlier, join: false }).decision;
        return status === 'refused' ? undefined : `\`${asked.id}\` is let through on \`${day}\``;
      });
    }),
    playedLaw('decides the same where refusals that bear on nothing are left out', (played) => {
      const { asked, before, answer } = played;
      const bearing = groupedBy(eventsOf(before), ({ entity }) => entity);
      const ledger = ledgerOfBearing(
        [...bearing.values()].flatMap((events) =>
          events.filter(
            (event) =>
              event.type !== 'refused' || event === events.at(-1) || event.request === asked.id,
          ),
        ),
      );
      const { decision, events } = put(ledger, asked);
      return differs(answer.decision, decision) ?? differs(answer.events, events);
    }),
    law(
      'answers the same when asked twice, and leaves what it is asked as it was',
      cases,
      (steps) =>
        differs(
          play(steps).map(({ answer }) => answer),
          play(steps).map(({ answer }) => answer),
        ) ?? changes(steps, play),
    ),
  ];
}

function askedBy(step: LedgerStep, i: number, ledger: Ledger): VisitRequest | VisitAct | undefined {
  if ('ask' in step) return { id: `r${i}`, ...step.ask };
  const booked = visitsOf(ledger, 'E1');
  const visit = booked[step.of % Math.max(1, booked.length)];
  if (visit === undefined) return undefined;
  const last = eventsOf(ledger, 'E1').at(-1)?.at ?? visit.day;
  const by = visit.shares[0]?.lead ?? 'nobody';
  const base = { id: `a${i}`, entity: 'E1', visit: visit.id, by } as const;
  switch (step.act) {
    case 'confirm':
      return { ...base, act: 'confirm', day: addDays(visit.window.from, step.later) };
    case 'start': {
      const day = visit.day < last ? last : visit.day;
      return { ...base, act: 'start', at: day, day: step.later < 20 ? visit.day : day };
    }
    case 'finish':
      return { ...base, act: 'finish', outcome: step.outcome, days: visit.days + (step.later % 2) };
    case 'cancel':
      return { ...base, act: 'cancel', reason: 'moved' };
  }
}

/** A request of somebody else never takes a booked duty away; only its own authority does, or the time. */
function lostDuty({ asked, before, answer }: Played): Finding {
  const now = new Map(visitsOf(answer.ledger).map((visit) => [visit.id, visit]));
  return firstFinding(visitsOf(before).filter(isLive), (visit) => {
    const after = now.get(visit.id);
    if (after?.state === 'expired') return undefined;
    const kept = new Set(after === undefined ? [] : gathered(after, 'basis'));
    const lost = visit.shares.some(
      (share) =>
        !('act' in asked && asked.act === 'cancel' && asked.by === share.lead) &&
        share.basis.some((one) => !kept.has(one)),
    );
    return lost ? `\`${asked.id}\` takes a duty of \`${visit.id}\` away` : undefined;
  });
}
