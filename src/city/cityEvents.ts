import { addDays, addPeriod, type Day, dayOf, type Period } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import type { Event } from '../register/nouns.js';
import { between, chance, oneOf, type Random, timesOver } from './choice.js';
import { AUTHORITY_NAMES, type CityAuthority } from './cityAuthorities.js';
import { type CityEventKind, type Conduct, EVENT_CHANCES } from './conducts.js';
import type { Spans } from './spans.js';

/** Whose record is made up, and how. */
export interface RecordOf {
  /** The firm's number, which its events' ids begin with. */
  readonly number: string;
  readonly since: Day;
  readonly conduct: Conduct;
  readonly inspectedBy: readonly CityAuthority[];
  readonly spans: Spans;
  readonly repairs: ReadonlyMap<string, Period>;
}

/** The events of a firm over three years, by day; what would lie before its birth is left out. */
export function cityEvents(random: Random, of: RecordOf): Event[] {
  const { last, threeYears } = of.spans;
  const events: Omit<Event, 'id'>[] = [];
  for (const kind of Object.keys(EVENT_CHANCES) as CityEventKind[]) {
    const again = EVENT_CHANCES[kind][of.conduct.column];
    for (let left = timesOver(random, again); left > 0; left--) {
      const on = dayOf(last - between(random, 0, threeYears));
      const source = AUTHORITY_NAMES[sourceOf(random, kind, of.inspectedBy)];
      const event = { kind, on, ...laterDays(random, kind, on, of), source };
      if (on >= of.since) events.push(event);
    }
  }
  return sortedBy(events, ({ on }) => on).map((event, i) => ({
    id: `E${of.number}-${String(i + 1).padStart(2, '0')}`,
    ...event,
  }));
}

/** The repair of an event, or else its end, or else that it came to be known late. */
function laterDays(
  random: Random,
  kind: CityEventKind,
  on: Day,
  { conduct, repairs, spans }: RecordOf,
): Partial<Pick<Event, 'repairedOn' | 'until' | 'knownOn'>> {
  const after = repairs.get(kind);
  const isRepaired = chance(random, conduct.repaired);
  const delay = between(random, 0, 240);
  const isSpecial = chance(random, 0.1);
  if (after !== undefined && isRepaired) {
    const repairedOn = addDays(addPeriod(on, after), delay);
    if (repairedOn <= spans.asOf) return { repairedOn };
  }
  const lasting = LASTING[kind];
  if (lasting !== undefined) return { until: addPeriod(on, lasting) };
  if (!isSpecial || kind === 'list-abnormal') return {};
  if (kind === 'penalty-minor') return { until: addPeriod(on, { months: 3 }) };
  const knownOn = addDays(on, 15 + Math.floor(delay / 2));
  return knownOn <= spans.asOf ? { knownOn } : {};
}

// Example lengths; the three years of the serious list are recalled, not read in the rule.
const LASTING: Partial<Record<CityEventKind, Period>> = {
  award: { years: 2 },
  'list-dishonest': { years: 3 },
};

/** Reports and lists are the market authority's; all else comes from one that inspects the firm. */
function sourceOf(
  random: Random,
  kind: CityEventKind,
  inspectedBy: readonly CityAuthority[],
): CityAuthority {
  const inspector = oneOf(random, inspectedBy);
  return kind === 'report-late' || kind.startsWith('list-') ? 'market' : inspector;
}
