import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { digest } from '../core/digest.js';
import { mistake } from '../core/error.js';
import { sortedBy } from '../core/order.js';
import { ENGINE } from '../core/version.js';
import { projectRecord } from '../credit/record/projectEvents.js';
import { type Assessable, safeAssess } from '../programme/assess.js';
import type { OnRecord } from '../programme/possibleRepairs.js';
import type { Programme } from '../programme/programme.js';
import type { Event } from '../register/nouns.js';
import { eventsOf, type Ledger } from '../visits/ledger/ledger.js';
import { diligenceChecks } from './diligenceChecks.js';
import { doneDemands } from './doneDemands.js';
import {
  type DueDiligenceFile,
  type DutyThen,
  EXEMPTION_CIRCUMSTANCES,
  type ExemptionCircumstance,
  type KnownThen,
  type RefusedThen,
} from './dueDiligenceTypes.js';
import type { PublicationTerm } from './latePublications.js';
import type { OfficialDecision, Proposal, VisitOutcome } from './outcome.js';
import type { Promised } from './promised.js';

/** What the file of an entity is made of. */
export interface DueDiligenceInput {
  readonly programme: Programme;
  /**
   * The entity with its record, or as a register has it. Without a record its lists and facts are those
   * of the register, whatever day they are of.
   */
  readonly firm: Assessable | OnRecord;
  /** The day looked back at: the end of it. */
  readonly day: Day;
  /** The day of writing, by default the same. */
  readonly writtenOn?: Day;
  readonly promised?: Promised;
  readonly outcomes?: readonly VisitOutcome[];
  readonly proposals?: readonly Proposal[];
  readonly decisions?: readonly OfficialDecision[];
  readonly ledger?: Ledger;
  readonly term?: PublicationTerm;
}

/**
 * What was known of an entity on a day, which rule applied to it, and what was done (尽职免责).
 *
 * What came to be known later stands apart and changes nothing of what was known then: `digest` is the
 * same whenever the file is written. What is missing from the input is `unknown`, never good or bad.
 *
 * @throws `written-before-day`; `no-such-day`
 * @source 京政发〔2021〕24号, 健全问责免责制度: 结合动机态度、客观条件、程序方法、性质程度、后果影响以及
 * 挽回损失等情况综合分析. Of these six the file speaks to procedure, and to conditions as far as a cap or a
 * deferral is one; the others are for people.
 * @example
 * ```ts
 * import { dueDiligence } from 'evenhand/oversight';
 * import { parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 *
 * const late = { id: 'e1', kind: 'accident', on: '2026-02-01', knownOn: '2026-05-01', source: '示例' };
 * const firm = { id: 'E1', facts: { industry: '6210' }, lists: [], events: [late] };
 * const file = dueDiligence({ programme: parseProgramme(exampleProgramme), firm, day: '2026-03-01', writtenOn: '2026-06-01' });
 * [file.then.events.length, file.learntSince.length]; // => [0, 1]
 * [file.then.receipt?.cell.risk, file.hindsight?.risk]; // => ['medium', 'high']
 * ```
 */
export function dueDiligence(input: DueDiligenceInput): DueDiligenceFile {
  requireArgument('dueDiligence', 'input', input, { programme: 'object' });
  const { programme, firm, day, writtenOn = day } = input;
  if (writtenOn < day) {
    throw mistake('written-before-day', `a file of \`${writtenOn}\` about \`${day}\``, {
      given: writtenOn,
      expected: day,
    });
  }
  const known = asKnown(firm, day, day);
  const later = asKnown(firm, day, writtenOn);
  const then = knownThen(input, known);
  const before = new Set(known.events.map(({ id }) => id));
  const learntSince = later.events.filter(({ id }) => !before.has(id));
  const answer = safeAssess(programme, asIfKnown(later), { asOf: day });
  const hindsight = answer.ok ? answer.value.cell : undefined;
  const cell = then.receipt?.cell;
  const isOther =
    hindsight !== undefined &&
    cell !== undefined &&
    (hindsight.risk !== cell.risk || hindsight.credit !== cell.credit);
  return {
    schema: 'evenhand/due-diligence/1',
    engine: ENGINE,
    ...{ entity: known.id, day, writtenOn, then, digest: digest(then), learntSince },
    ...(isOther ? { hindsight } : {}),
    speaksTo: SPOKEN_TO,
    leftToPeople: EXEMPTION_CIRCUMSTANCES.filter((one) => !SPOKEN_TO.includes(one)),
  };
}

const SPOKEN_TO: readonly ExemptionCircumstance[] = [
  'objective-conditions',
  'procedure-and-method',
];

function knownThen(input: DueDiligenceInput, known: Assessable): KnownThen {
  const { day, programme, proposals = [], decisions = [], outcomes = [] } = input;
  const own = <T extends { readonly entity: string }>(
    rows: readonly T[],
    on: (row: T) => Day,
  ): T[] => rows.filter((row) => row.entity === known.id && on(row) <= day);
  const answer = safeAssess(programme, known, { asOf: day });
  const visits = sortedBy(
    own(outcomes, (one) => one.day).map((one) => asOfDay(one, day)),
    (one) => `${one.day} ${one.visit}`,
  );
  const parts = {
    events: known.events,
    lists: known.lists,
    ...(answer.ok ? { receipt: answer.value } : {}),
    issues: answer.ok ? [] : answer.issues,
    duties: duties(input.promised, visits, known.id, day),
    visits,
    refused: input.ledger === undefined ? [] : refusals(input.ledger, known.id, day),
    proposals: sortedBy(
      own(proposals, (one) => one.on),
      ({ id }) => id,
    ),
    decisions: sortedBy(
      own(decisions, (one) => one.on),
      ({ id }) => id,
    ).map(({ review: _, ...one }) => one),
  };
  return { ...parts, checks: diligenceChecks(parts, input) };
}

/** An outcome as it stood at the end of a day: what was concluded or published later is left out. */
function asOfDay(outcome: VisitOutcome, day: Day): VisitOutcome {
  const { concludedOn, publishedOn, publishBy, ...rest } = outcome;
  const isConcluded = concludedOn !== undefined && concludedOn <= day;
  return {
    ...rest,
    ...(isConcluded ? { concludedOn } : {}),
    ...(publishBy === undefined ? {} : { publishBy }),
    ...(publishedOn !== undefined && publishedOn <= day ? { publishedOn } : {}),
  };
}

function duties(
  promised: Promised | undefined,
  visits: readonly VisitOutcome[],
  entity: string,
  day: Day,
): DutyThen[] {
  if (promised === undefined) return [];
  const own = { ...promised, demands: promised.demands.filter((one) => one.entity === entity) };
  const { by } = doneDemands(own, visits);
  const deferred = new Map(promised.deferred.map((one) => [one.demand, one.reason]));
  return own.demands.map(({ id, item, way, reason, window }) => {
    const done = by.get(id);
    const because = deferred.get(id);
    const base = { demand: id, item, way, ...(reason === undefined ? {} : { reason }), window };
    if (done !== undefined) return { ...base, state: 'done', visit: done.visit, day: done.day };
    if (because !== undefined) return { ...base, state: 'deferred', deferredBecause: because };
    return { ...base, state: window.to < day ? 'overdue' : 'open' };
  });
}

function refusals(ledger: Ledger, entity: string, day: Day): RefusedThen[] {
  return eventsOf(ledger, entity).flatMap((event) =>
    event.type === 'refused' && event.at <= day
      ? [
          {
            ...{ request: event.request, by: event.by, at: event.at },
            because: event.because.map(({ code, limit }) => limit ?? code),
          },
        ]
      : [],
  );
}

/** The entity on the day, by the knowledge of a day: later events, repairs and ends are left out. */
function asKnown(firm: Assessable | OnRecord, day: Day, known: Day): Assessable {
  if ('record' in firm) {
    const { entity, record, rules, publication } = firm;
    const { events, lists } = projectRecord(record, { asOf: day, known, rules, publication });
    return { ...entity, events, lists };
  }
  const events = firm.events
    .filter(({ on, knownOn = on }) => on <= day && knownOn <= known)
    .map(({ repairedOn, ...event }): Event => {
      return repairedOn === undefined || repairedOn > day ? event : { ...event, repairedOn };
    });
  return { ...firm, events };
}

/** The same events as if each had been known on its day. */
function asIfKnown(firm: Assessable): Assessable {
  return { ...firm, events: firm.events.map(({ knownOn: _, ...event }) => event) };
}
