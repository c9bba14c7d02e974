import { type Day, dayOf, type Period } from '../core/day.js';
import type { Entity, EntityState, Event, Site } from '../register/nouns.js';
import { usccOf } from '../register/uscc.js';
import { randomStream } from '../simulate/random.js';
import { between, chance, oneOf, type Random, weighted } from './choice.js';
import { cityEvents } from './cityEvents.js';
import { CONDUCTS } from './conducts.js';
import { DISTRICT_SHARES } from './districts.js';
import { entityFacts } from './entityFacts.js';
import { CITY_INDUSTRIES, type CityIndustry } from './industries.js';
import { organisationCode } from './organisationCode.js';
import type { Spans } from './spans.js';

/**
 * The firm of that number, counted from 1. A stream of its own makes it up, so it stays as it is
 * however many others there are.
 */
export function cityEntity(
  n: number,
  options: {
    readonly seed: string;
    readonly spans: Spans;
    readonly repairs: ReadonlyMap<string, Period>;
  },
): Entity {
  const { seed, spans, repairs } = options;
  const number = String(n).padStart(5, '0');
  const random = randomStream(seed, 'entity', number);
  const district = weighted(random, DISTRICT_SHARES, ({ share }) => share).code;
  const registeredIn = chance(random, 0.03) ? oneOf(random, DISTRICT_SHARES).code : district;
  const industry = weighted(random, CITY_INDUSTRIES, ({ weight }) => weight);
  const since = birthday(random, spans);
  const conduct = weighted(random, CONDUCTS, ({ share }) => share);
  const [state] = weighted(random, STATES, ([, weight]) => weight);
  const facts = entityFacts(random, industry, conduct, since >= spans.yearAgo);
  const isKey = chance(random, facts['hazardous'] === true ? 0.15 : 0.005);
  const sites = sitesOf(random, district, industry);
  const lastVisits = lastVisitsOf(random, industry, since, spans);
  const { inspectedBy } = industry;
  const events = cityEvents(random, { number, since, conduct, inspectedBy, spans, repairs });
  const organisation = organisationCode(n);
  return {
    id: usccOf({ authority: '9', type: '1', division: registeredIn, organisation }),
    name: `示例企业${number}`,
    since,
    district,
    ...(sites === undefined ? {} : { sites }),
    state,
    facts,
    events,
    lists: listsOf(events, isKey),
    ...(lastVisits === undefined ? {} : { lastVisits }),
  };
}

const STATES: readonly (readonly [EntityState, number])[] = [
  ['active', 94],
  ['closed', 2],
  ['deregistered', 2],
  ['revoked', 1],
  ['moved-out', 1],
];

/** A day of the last thirty years, the later the likelier. */
function birthday(random: Random, { last, thirtyYears }: Spans): Day {
  const share = random();
  return dayOf(last - Math.floor(thirtyYears * share * Math.sqrt(share)));
}

/** A few shops and restaurants have a second place. */
function sitesOf(random: Random, district: string, { code }: CityIndustry): Site[] | undefined {
  const hasTwo = chance(random, 0.08);
  const other = weighted(random, DISTRICT_SHARES, ({ share }) => share).code;
  if (!hasTwo || !/^(52|62)/.test(code)) return undefined;
  return [
    { id: '1', district },
    { id: '2', district: other },
  ];
}

function lastVisitsOf(
  random: Random,
  { inspectedBy }: CityIndustry,
  since: Day,
  { last, threeYears }: Spans,
): Record<string, Day> | undefined {
  const visits: [string, Day][] = [];
  for (const authority of inspectedBy) {
    const wasVisited = chance(random, 0.3);
    const daysAgo = between(random, 0, threeYears);
    if (!wasVisited) continue;
    const day = dayOf(last - daysAgo);
    if (day >= since) visits.push([authority, day]);
  }
  return visits.length === 0 ? undefined : Object.fromEntries(visits);
}

/** The lists a firm stands on follow from its events; key supervision is the authorities' choice. */
function listsOf(events: readonly Event[], isKey: boolean): string[] {
  const isAbnormal = events.some(
    ({ kind, repairedOn }) => kind === 'list-abnormal' && repairedOn === undefined,
  );
  const isDishonest = events.some(({ kind }) => kind === 'list-dishonest');
  return [
    ...(isAbnormal ? ['abnormal-operations'] : []),
    ...(isKey ? ['key-supervision'] : []),
    ...(isDishonest ? ['serious-dishonesty'] : []),
  ];
}
