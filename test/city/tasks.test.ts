import { describe, expect, it } from 'vitest';
import { CITY_INDUSTRIES } from '../../src/city/industries.js';
import { sampleCity } from '../../src/city/sampleCity.js';
import { planYear } from '../../src/plan/planYear.js';
import { preparePlan } from '../../src/plan/preparePlan.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { holds } from '../../src/register/condition.js';
import type { Task } from '../../src/register/nouns.js';
import { parseTask } from '../../src/register/parseTask.js';

const city = sampleCity();
const { entities, items, authorities } = city.register;
const authorityOf = new Map(items.map(({ id, authority }) => [id, authority]));

describe('the authorities and items of the sample city', () => {
  it('are at least twelve and thirty, by id bytes, each authority with an item', () => {
    expect(authorities.length).toBeGreaterThanOrEqual(12);
    expect(items.length).toBeGreaterThanOrEqual(30);
    for (const nouns of [authorities, items]) {
      const ids = nouns.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].sort());
    }
    expect(new Set(authorityOf.values())).toEqual(new Set(authorities.map(({ id }) => id)));
  });

  it('say that they are examples', () => {
    for (const { name } of authorities) expect(name).toMatch(/^示例市/);
    for (const { basis } of items) expect(basis.every((text) => /^示例/.test(text))).toBe(true);
  });

  it('know every authority that an industry is inspected by', () => {
    const known = new Set<string>(authorities.map(({ id }) => id));
    for (const { inspectedBy } of CITY_INDUSTRIES) {
      expect(inspectedBy.every((authority) => known.has(authority))).toBe(true);
    }
  });
});

describe('the tasks of the sample city', () => {
  it.each([
    [1, 'evenhand'],
    [100, 'doc'],
    [300, 'a'],
  ])('of %i firms all have somebody in their scope', (size, seed) => {
    const small = sampleCity({ entities: size, seed });
    const { register, tasks, year, asOf } = small;
    const programme = parseProgramme(small.programme);
    const sources = [{ label: 'dice', bits: 132 }];
    const prepared = preparePlan({
      programme,
      register,
      tasks,
      year,
      asOf,
      drawId: 'T-1',
      sources,
    });
    expect(prepared.issues).toEqual([]);
    expect(tasks.length).toBeLessThan(city.tasks.length);
    expect(tasks.length).toBeGreaterThan(0);
  });

  it('have the shape of a task, and ids of their own', () => {
    for (const task of city.tasks) expect(parseTask(task)).toEqual(task);
    expect(new Set(city.tasks.map(({ id }) => id)).size).toBe(city.tasks.length);
    expect(city.tasks.length).toBeGreaterThanOrEqual(20);
  });

  it('check items of the lead and of every partner, and of nobody else', () => {
    for (const { lead, partners, items: ids } of city.tasks) {
      expect(new Set(ids.map((id) => authorityOf.get(id)))).toEqual(new Set([lead, ...partners]));
      expect(partners).not.toContain(lead);
    }
    expect(new Set(city.tasks.flatMap((task) => task.items))).toEqual(new Set(authorityOf.keys()));
  });

  it('keep something for the lead to check where only general items are checked', () => {
    const rank = new Map(items.map((item) => [item.id, item.rank]));
    for (const { id, lead, items: ids } of city.tasks) {
      const general = ids.filter((item) => rank.get(item) === 'general');
      expect(
        general.some((item) => authorityOf.get(item) === lead),
        id,
      ).toBe(true);
    }
  });

  it('are of both kinds, single and joint, targeted and not, with quotas of every sort', () => {
    const some = (test: (task: Task) => boolean) => city.tasks.filter(test).length;
    expect(some(({ kind }) => kind === 'census')).toBeGreaterThanOrEqual(3);
    expect(some(({ kind }) => kind === 'spot-check')).toBeGreaterThanOrEqual(12);
    expect(some(({ partners }) => partners.length === 0)).toBeGreaterThanOrEqual(3);
    expect(some(({ partners }) => partners.length > 0)).toBeGreaterThanOrEqual(8);
    expect(some(({ scope }) => 'all' in scope && scope.all.length === 0)).toBeGreaterThanOrEqual(2);
    const sorts = city.tasks.map(({ quota: sort }) => Object.keys(sort)[0]);
    expect(new Set(sorts)).toEqual(new Set(['by', 'ratio', 'total', 'all']));
    expect(some(({ group }) => group === 'all')).toBeGreaterThan(city.tasks.length - 4);
    expect(new Set(city.tasks.map(({ teamSize }) => teamSize))).toEqual(new Set([2, 3]));
  });

  it('take months of the year they are for', () => {
    for (const { window } of city.tasks) {
      expect(window.from >= '2026-01-01' && window.to <= '2026-12-31').toBe(true);
      expect(Number(window.to.slice(5, 7)) - Number(window.from.slice(5, 7))).toBeGreaterThan(1);
    }
  });

  it('ask nothing that a firm leaves unknown, and find firms at every size', () => {
    for (const { scope, id } of city.tasks) {
      const answers = entities.map((entity) => holds(scope, entity, city.asOf));
      expect(answers).not.toContain('missing');
      expect(answers.filter((answer) => answer === 'yes').length, id).toBeGreaterThan(20);
    }
  });

  it.each([20_000, 2000])('can be planned and staffed at %i firms', (size) => {
    const { register, tasks, programme, asOf, year } = sampleCity({ entities: size });
    const plan = planYear(
      {
        programme: parseProgramme(programme),
        register,
        tasks,
        year,
        asOf,
        drawId: 'EX-2026-001',
        sources: [{ label: 'dice', bits: 132 }],
      },
      [{ label: 'dice', value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9' }],
    );
    expect(plan.staffing.status).toBe('assigned');
    expect(plan.refused).toEqual([]);
    expect(plan.visits.length).toBeGreaterThan(size * 0.06);
    expect(plan.visits.length).toBeLessThan(size * 0.2);
    expect(plan.openings.length).toBeGreaterThan(0);
    if (size === 20_000) expect(plan.deferred.length).toBeGreaterThan(0);
  });
});
