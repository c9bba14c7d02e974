import { describe, expect, it } from 'vitest';
import { AUTHORITY_NAMES } from '../../src/city/cityAuthorities.js';
import { EVENT_CHANCES } from '../../src/city/conducts.js';
import { DISTRICT_SHARES } from '../../src/city/districts.js';
import { CITY_INDUSTRIES } from '../../src/city/industries.js';
import { organisationCode } from '../../src/city/organisationCode.js';
import { sampleCity } from '../../src/city/sampleCity.js';
import { addPeriod } from '../../src/core/day.js';
import { digest } from '../../src/core/digest.js';
import { eventKindsOf } from '../../src/register/condition.js';
import { BEIJING_DISTRICTS } from '../../src/register/division.js';
import { INDUSTRY_SECTIONS, sectionOf } from '../../src/register/industry.js';
import { ENTITY_STATES, type Entity } from '../../src/register/nouns.js';
import { safeParseRegister } from '../../src/register/parseRegister.js';
import { isUscc } from '../../src/register/uscc.js';
import { exampleCredit } from '../../src/schemes/exampleCredit.js';
import { exampleRisk } from '../../src/schemes/exampleRisk.js';

const city = sampleCity();
const { entities } = city.register;
const records = entities.flatMap((entity) => entity.events.map((event) => ({ entity, event })));
type Kept = (typeof records)[number];

describe('the entities of the sample city', () => {
  it('are twenty thousand firms, plainly named as examples', () => {
    expect(entities.length).toBe(20_000);
    expect(new Set(entities.map(({ name }) => name)).size).toBe(20_000);
    expect(entities.filter(({ name = '' }) => !/^示例企业\d{5}$/.test(name))).toEqual([]);
  });

  it('have unified social credit codes whose check characters hold, each another', () => {
    expect(entities.filter(({ id }) => !isUscc(id))).toEqual([]);
    expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
    expect(entities.filter(({ id }) => id.slice(8, 10) !== 'YY')).toEqual([]);
  });

  it('have organisation codes that meet for no two numbers', () => {
    // The first and the last: the product of number and step stays a safe integer up to there.
    const numbers = Array.from({ length: 100_000 }, (_, n) => [n, 9_999_999 - n]).flat();
    expect(new Set(numbers.map(organisationCode)).size).toBe(200_000);
    expect(organisationCode(0)).toBe('YY000000');
  });

  it('live in all sixteen districts, by their shares', () => {
    expect(DISTRICT_SHARES.map(({ code }) => code)).toEqual(
      BEIJING_DISTRICTS.map(({ code }) => code),
    );
    expect(DISTRICT_SHARES.reduce((sum, { share }) => sum + share, 0)).toBe(1000);
    for (const { code, share } of DISTRICT_SHARES) {
      const count = entities.filter(({ district }) => district === code).length;
      expect(Math.abs(count - entities.length * (share / 1000))).toBeLessThan(
        5 * deviation(entities.length, share / 1000),
      );
    }
  });

  it('work in every section but public administration and international bodies', () => {
    const found = new Set(entities.map(({ facts }) => sectionOf(String(facts['industry']))));
    const sections = INDUSTRY_SECTIONS.map(({ section }) => section);
    expect(sections.filter((section) => !found.has(section))).toEqual(['S', 'T']);
    const codes = CITY_INDUSTRIES.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.length).toBeGreaterThanOrEqual(40);
  });

  it('were founded over the last thirty years, more of them lately', () => {
    const days = entities.map(({ since = '' }) => since);
    expect(days.every((day) => day > '1995-12-31' && day <= city.asOf)).toBe(true);
    const since = (day: string) => days.filter((one) => one > day).length / days.length;
    expect(since('2024-12-31')).toBeGreaterThan(0.08);
    expect(since('2010-12-31')).toBeLessThan(0.75);
    expect(days.some((day) => day < '1997')).toBe(true);
  });

  it('are mostly active, some in every other state', () => {
    const share = (state: string) =>
      entities.filter((entity) => entity.state === state).length / entities.length;
    expect(share('active')).toBeGreaterThan(0.92);
    for (const state of ENTITY_STATES) expect(share(state)).toBeGreaterThan(0.005);
  });

  it('leave some facts unknown, but never the industry', () => {
    const unknown = (fact: string) =>
      entities.filter(({ facts }) => !Object.hasOwn(facts, fact)).length / entities.length;
    expect(unknown('industry')).toBe(0);
    for (const fact of ['hazardous', 'crowd', 'standardised', 'taxGrade']) {
      expect(unknown(fact)).toBeGreaterThan(0.02);
      expect(unknown(fact)).toBeLessThan(0.15);
    }
  });

  it('have tax grade M while new, and no other', () => {
    const graded = entities.filter(({ facts }) => facts['taxGrade'] !== undefined);
    const isNew = ({ since = '' }) => since >= '2025-01-01';
    expect(graded.filter((one) => isNew(one) !== (one.facts['taxGrade'] === 'M'))).toEqual([]);
  });

  it('stand on each of the three lists, for the reason on their record', () => {
    const on = (list: string) => entities.filter(({ lists }) => lists.includes(list));
    for (const entity of on('abnormal-operations')) {
      expect(
        entity.events.some(
          ({ kind, repairedOn }) => kind === 'list-abnormal' && repairedOn === undefined,
        ),
      ).toBe(true);
    }
    for (const entity of on('serious-dishonesty')) {
      expect(entity.events.some(({ kind }) => kind === 'list-dishonest')).toBe(true);
    }
    const counts = ['abnormal-operations', 'serious-dishonesty', 'key-supervision'].map(
      (list) => on(list).length,
    );
    for (const count of counts) expect(count).toBeGreaterThan(100);
  });

  it('were last visited within three years, after their birth, by an authority of the city', () => {
    const known = new Set(Object.keys(AUTHORITY_NAMES));
    const visits = entities.flatMap(({ since = '', lastVisits = {} }) =>
      Object.entries(lastVisits).map(([authority, day]) => ({ since, authority, day })),
    );
    expect(visits.length).toBeGreaterThan(5000);
    const isSound = ({ since, authority, day }: (typeof visits)[number]) =>
      known.has(authority) && day >= since && day > '2022-12-31' && day <= city.asOf;
    expect(visits.filter((visit) => !isSound(visit))).toEqual([]);
  });

  it('have a second site now and then, in the register of sites', () => {
    const many = entities.filter(({ sites }) => sites !== undefined);
    expect(many.length).toBeGreaterThan(50);
    for (const { sites, district } of many) {
      expect(sites?.map(({ id }) => id)).toEqual(['1', '2']);
      expect(sites?.[0]?.district).toBe(district);
    }
  });

  it('keep the shapes of the register', () => {
    expect(safeParseRegister(city.register).ok).toBe(true);
    expect(JSON.parse(JSON.stringify(city))).toEqual(city);
  });
});

describe('the events of the sample city', () => {
  it('are of every kind the example schemes read, and of no other', () => {
    const terms = [...exampleCredit.terms, ...exampleRisk.terms];
    const read = new Set([
      ...terms.flatMap((term) =>
        term.kind === 'events' ? term.effects.map(({ event }) => event) : [],
      ),
      ...[exampleCredit, exampleRisk].flatMap(({ overrides = [] }) =>
        overrides.flatMap(({ when }) => eventKindsOf(when)),
      ),
    ]);
    expect(new Set(Object.keys(EVENT_CHANCES))).toEqual(read);
    expect(new Set(records.map(({ event }) => event.kind))).toEqual(read);
  });

  it('lie after the birth of their firm, within three years, and not after the day', () => {
    const isSound = ({ entity: { since = '' }, event: { on, knownOn = on } }: Kept) =>
      on >= since && on > '2022-12-31' && on <= city.asOf && knownOn <= city.asOf;
    expect(records.filter((record) => !isSound(record))).toEqual([]);
  });

  it('are repaired no sooner than the schemes allow, and not after the day', () => {
    const earliest = new Map(
      [...exampleCredit.terms, ...exampleRisk.terms].flatMap((term) =>
        term.kind !== 'events'
          ? []
          : term.effects.flatMap(({ event, repair }) =>
              typeof repair === 'object' ? [[event, repair.after] as const] : [],
            ),
      ),
    );
    const repaired = records.filter(({ event }) => event.repairedOn !== undefined);
    expect(repaired.length).toBeGreaterThan(1000);
    const isSound = ({ event: { kind, on, repairedOn = '' } }: Kept) => {
      const after = earliest.get(kind);
      return after !== undefined && repairedOn >= addPeriod(on, after) && repairedOn <= city.asOf;
    };
    expect(repaired.filter((record) => !isSound(record))).toEqual([]);
  });

  it('end, or come to be known late, now and then', () => {
    const ended = records.filter(({ event }) => event.until !== undefined);
    const late = records.filter(({ event }) => event.knownOn !== undefined);
    expect(ended.length).toBeGreaterThan(500);
    expect(late.length).toBeGreaterThan(500);
    for (const { event } of ended) expect((event.until ?? '') >= event.on).toBe(true);
    for (const { event } of late) expect((event.knownOn ?? '') > event.on).toBe(true);
  });

  it('fall on few: a tenth of the firms has more than half of what counts against anybody', () => {
    const isAgainst = (kind: string) => /^(penalty|list|report|commitment-broken)/.test(kind);
    const counts = entities
      .map(({ events }) => events.filter(({ kind }) => isAgainst(kind)).length)
      .sort((a, b) => b - a);
    const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
    expect(sum(counts.slice(0, counts.length / 10))).toBeGreaterThan(sum(counts) / 2);
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(counts.length / 2);
  });

  it('have ids that are unique in the city and stand by day', () => {
    expect(new Set(records.map(({ event }) => event.id)).size).toBe(records.length);
    const isInOrder = ({ events }: Entity) => {
      const order = events.map(({ on, id }) => `${on} ${id}`);
      return [...order].sort().join() === order.join();
    };
    expect(entities.filter((entity) => !isInOrder(entity))).toEqual([]);
  });
});

describe('sampleCity', () => {
  it('gives the same city for the same options', () => {
    const options = { entities: 300, seed: '种子', asOf: '2024-02-29', year: 2024 };
    expect(sampleCity(options)).toEqual(sampleCity({ ...options }));
  });

  it('is pinned: a changed city is a changed answer', () => {
    expect(digest(sampleCity({ entities: 300 }).register)).toMatchInlineSnapshot(
      `"98183785f92356492994da11bce24a74ba963ff9ac4b8671c0302c100dfa03c0"`,
    );
  });

  it('gives another city for another seed or day', () => {
    const ids = (options: { seed?: string; asOf?: string }) =>
      digest(sampleCity({ entities: 100, ...options }).register.entities);
    expect(new Set([ids({}), ids({ seed: 'b' }), ids({ asOf: '2025-06-30' })]).size).toBe(3);
  });

  it('keeps its first firms when more come', () => {
    const small = sampleCity({ entities: 1000 }).register.entities;
    const large = sampleCity({ entities: 2000 }).register.entities;
    const isFirst = ({ name = '' }) => Number(name.slice(-5)) <= 1000;
    expect(large.filter(isFirst)).toEqual(small);
  });

  it('lies before any day it is given', () => {
    const past = sampleCity({ entities: 500, asOf: '2000-02-29', year: 2000 });
    for (const { since = '', events } of past.register.entities) {
      expect(since > '1970-02-28' && since <= '2000-02-29').toBe(true);
      for (const { on } of events) expect(on > '1997-02-28' && on <= '2000-02-29').toBe(true);
    }
    expect(past.tasks.every(({ window }) => window.from.startsWith('2000-'))).toBe(true);
  });

  it.each([
    [{ entities: 0 }],
    [{ entities: 1.5 }],
    [{ entities: Number.NaN }],
    [{ entities: 10_000_000 }],
    [{ year: 1899 }],
    [{ year: 9901 }],
    [{ asOf: '0001-01-01' }],
  ])('refuses %j', (options) => {
    expect(() => sampleCity(options)).toThrow(expect.objectContaining({ code: 'bad-value' }));
  });

  it('refuses a day that does not exist', () => {
    expect(() => sampleCity({ asOf: '2025-02-29' })).toThrow(
      expect.objectContaining({ code: 'no-such-day' }),
    );
  });

  it('can be as small as one firm', () => {
    expect(sampleCity({ entities: 1 }).register.entities).toHaveLength(1);
  });
});

/** The standard deviation of a binomial count. */
function deviation(n: number, share: number): number {
  return Math.sqrt(n * share * (1 - share));
}
