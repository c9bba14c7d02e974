import type { Day } from '../core/day.js';
import type { DocumentReference } from '../document/document.js';
import { type NextDue, nextDue } from '../matrix/nextDue.js';
import type { Schedule } from '../matrix/schedule.js';
import { type EntityTempo, tempoFor } from '../matrix/tempoFor.js';
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
  readonly next: NextDue;
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
    const last = lastVisit(entity, authority, at.day);
    const since = entity.since === undefined ? {} : { since: entity.since };
    const visits = last === undefined ? since : { ...since, last };
    const cited = schedule.citations.find(({ id }) => id === known.tempo.cite);
    return {
      schedule: { id: schedule.id, version: schedule.version },
      scale: schedule.scale.id,
      level,
      ...(authority === undefined ? {} : { authority }),
      ...(last === undefined ? {} : { last }),
      ...known,
      next: nextDue(known.tempo, visits, at.day),
      article: cited?.article ?? cited?.title ?? '',
    };
  });
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
