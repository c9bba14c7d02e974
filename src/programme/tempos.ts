import type { Day } from '../core/day.js';
import type { DocumentReference } from '../document/document.js';
import { type NextDue, nextDue } from '../matrix/nextDue.js';
import { nextMethod } from '../matrix/nextMethod.js';
import type { Schedule, Tempo } from '../matrix/schedule.js';
import { strataFor } from '../matrix/strataFor.js';
import { type EntityTempo, tempoFor } from '../matrix/tempoFor.js';
import { type PastVisit, visitHistory } from '../matrix/visitHistory.js';
import type { Assessable } from './assess.js';
import type { Classified } from './classify.js';
import type { ProgrammeAt } from './programme.js';

/** What one schedule says of an entity on a day, and from which visit it counts. */
export interface EntityTempoAt extends EntityTempo {
  readonly schedule: Pick<DocumentReference, 'id' | 'version'>;
  readonly scale: string;
  readonly level: string;
  readonly authority?: string;
  readonly last?: Day;
  /** The rule of reliance by which the last visit, another body's, counts as one of ours. */
  readonly lastBy?: string;
  readonly next: NextDue;
  /** The method of the cycle whose turn it is; left out where it is not known what was done last. */
  readonly method?: string;
  /** The random strata it is in beside its tempo. */
  readonly strata?: readonly string[];
  readonly article: string;
}

/** What every schedule of the programme says of an entity whose cell is found. */
export function temposOf(
  at: ProgrammeAt,
  entity: Assessable,
  found: Classified,
): readonly EntityTempoAt[] {
  return at.schedules.map(({ schedule, authority }): EntityTempoAt => {
    const level = levelOn(schedule, at, found);
    const known = tempoFor(schedule, level, entity, at.day);
    const history = visitHistory(schedule, level, entity, at.day);
    const recorded = lastVisit(entity, authority, at.day);
    const latest = history.at(-1);
    const isRelied = latest !== undefined && (recorded === undefined || latest.on > recorded);
    const last = isRelied ? latest.on : recorded;
    const method = methodOf(known.tempo, history, recorded);
    const strata = strataFor(schedule, { level }, entity, at.day).map(({ id }) => id);
    const cited = schedule.citations.find(({ id }) => id === known.tempo.cite);
    return {
      schedule: { id: schedule.id, version: schedule.version },
      scale: schedule.scale.id,
      level,
      ...(authority === undefined ? {} : { authority }),
      ...(last === undefined ? {} : { last }),
      ...(isRelied && latest.by !== undefined ? { lastBy: latest.by } : {}),
      ...known,
      next: nextDue(
        known.tempo,
        {
          ...(entity.since === undefined ? {} : { since: entity.since }),
          ...(last === undefined ? {} : { last }),
          days: daysOf(history, recorded),
        },
        at.day,
      ),
      ...(method === undefined ? {} : { method }),
      ...(strata.length === 0 ? {} : { strata }),
      article: cited?.article ?? cited?.title ?? '',
    };
  });
}

function methodOf(
  { methods = [] }: Tempo,
  history: readonly PastVisit[],
  recorded: Day | undefined,
): string | undefined {
  const ours = history.filter(({ by }) => by === undefined);
  const latest = ours.at(-1);
  const isNew = latest === undefined && recorded === undefined;
  const isKnown = latest?.method !== undefined && (recorded === undefined || recorded <= latest.on);
  if (methods.length > 1 && !isNew && !isKnown) return undefined;
  return nextMethod(
    methods,
    ours.flatMap((visit) => visit.method ?? []),
  );
}

/** Every day of a visit that is known, each once. */
function daysOf(history: readonly PastVisit[], recorded: Day | undefined): readonly Day[] {
  const days = [...history.map(({ on }) => on), ...(recorded === undefined ? [] : [recorded])];
  return [...new Set(days)];
}

/** The entity's level on the schedule's scale: its credit grade, its risk level or its tier. */
function levelOn({ scale }: Schedule, { matrix }: ProgrammeAt, found: Classified): string {
  if (scale.id === matrix.credit.id) return found.grade;
  return scale.id === matrix.risk.id ? found.level : found.measures.tier;
}

/** The last visit known by the day: of one authority, or of any. */
function lastVisit(
  { lastVisits = {} }: Assessable,
  authority: string | undefined,
  asOf: Day,
): Day | undefined {
  const days = Object.entries(lastVisits)
    .filter(([by, day]) => (authority === undefined || by === authority) && day <= asOf)
    .map(([, day]) => day);
  return days.sort().at(-1);
}
