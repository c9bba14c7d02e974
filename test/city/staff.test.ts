import { describe, expect, it } from 'vitest';
import { cityAuthorities } from '../../src/city/cityAuthorities.js';
import { CITY_INDUSTRIES } from '../../src/city/industries.js';
import { sampleCity } from '../../src/city/sampleCity.js';
import { STAFF_WEIGHTS } from '../../src/city/staffWeights.js';
import { BEIJING_DISTRICTS } from '../../src/register/division.js';
import type { Inspector } from '../../src/register/nouns.js';

const city = sampleCity();
const { entities, inspectors, items } = city.register;
const small = sampleCity({ entities: 200 }).register.inspectors;

/** Whether an inspector may be sent out on any day of the year. */
const isThereAllYear = ({ certificates, absences, recusals }: Inspector) =>
  certificates.some(({ to }) => to > '2026-12-31') &&
  absences.length === 0 &&
  recusals.length === 0;

describe('the inspectors of the sample city', () => {
  it('are about one for thirty firms, and enough where firms are few', () => {
    expect(inspectors.length).toBe(667);
    expect(small.length).toBe(13 * 24);
  });

  it.each([
    ['20,000 firms', inspectors],
    ['200 firms', small],
  ])(
    'are at least three of each authority in each district all year, one a lead (%s)',
    (_, all) => {
      for (const { id: authority } of cityAuthorities()) {
        const everyItem = items.filter((item) => item.authority === authority).map(({ id }) => id);
        for (const { code } of BEIJING_DISTRICTS) {
          const team = all.filter(
            (one) =>
              one.authority === authority &&
              one.districts.includes(code) &&
              isThereAllYear(one) &&
              everyItem.every((item) => one.items.includes(item)),
          );
          expect(team.length).toBeGreaterThanOrEqual(3);
          expect(team.some(({ lead }) => lead)).toBe(true);
        }
      }
    },
  );

  it('have ids like JC-000123 by their number', () => {
    expect(inspectors.map(({ id }) => id)).toEqual(
      inspectors.map((_, i) => `JC-${String(i + 1).padStart(6, '0')}`),
    );
  });

  it('serve one to three districts and check items of their own authority', () => {
    const authorityOf = new Map(items.map(({ id, authority }) => [id, authority]));
    for (const one of inspectors) {
      expect(one.districts.length).toBeGreaterThanOrEqual(1);
      expect(one.districts.length).toBeLessThanOrEqual(3);
      expect(new Set(one.districts).size).toBe(one.districts.length);
      expect(one.items.length).toBeGreaterThanOrEqual(1);
      expect(one.items.every((item) => authorityOf.get(item) === one.authority)).toBe(true);
    }
  });

  it('may lead in about a third of cases, and can take ten to thirty visits', () => {
    const leads = inspectors.filter(({ lead }) => lead).length / inspectors.length;
    expect(leads).toBeGreaterThan(0.3);
    expect(leads).toBeLessThan(0.42);
    expect(inspectors.every(({ capacity }) => capacity >= 10 && capacity <= 30)).toBe(true);
  });

  it('have certificates of their own, of which some run out before the year and some in it', () => {
    const last = inspectors.map(
      ({ certificates }) =>
        certificates
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? '',
    );
    expect(last.filter((day) => day < '2026-01-01').length).toBeGreaterThan(0);
    expect(last.filter((day) => day >= '2026-01-01' && day <= '2026-12-31').length).toBeGreaterThan(
      10,
    );
    expect(last.every((day) => day !== '')).toBe(true);
    const ids = inspectors.flatMap(({ certificates }) => certificates.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are absent now and then, within the year', () => {
    const absences = inspectors.flatMap((one) => one.absences);
    expect(absences.length).toBeGreaterThan(50);
    for (const { from, to } of absences) {
      expect(from >= '2026-01-01' && from <= to && to <= '2026-12-31').toBe(true);
    }
  });

  it('are recused from real firms of the city, mostly from such as they would be sent to', () => {
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    const inspectedBy = new Map(CITY_INDUSTRIES.map((one) => [one.code, one.inspectedBy]));
    const recusals = inspectors.flatMap((one) =>
      one.recusals.map(({ entity, reason }) => {
        const firm = byId.get(entity);
        const authorities = inspectedBy.get(String(firm?.facts['industry'])) ?? [];
        return {
          isKnown: firm !== undefined,
          isBinding:
            one.districts.includes(firm?.district ?? '') &&
            authorities.some((authority) => authority === one.authority),
          reason,
        };
      }),
    );
    expect(recusals.length).toBeGreaterThan(80);
    expect(recusals.every(({ isKnown }) => isKnown)).toBe(true);
    expect(recusals.filter(({ isBinding }) => isBinding).length).toBeGreaterThan(
      recusals.length / 2,
    );
    expect(new Set(recusals.map(({ reason }) => reason))).toEqual(
      new Set(['kinship', 'former-employer', 'shareholder', 'creditor', 'adviser']),
    );
  });

  it('are weighed by a table that adds up to a hundred', () => {
    expect(Object.values(STAFF_WEIGHTS).reduce((a, b) => a + b)).toBe(100);
  });
});
