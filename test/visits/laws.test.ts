import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Demand, ForCause } from '../../src/register/nouns.js';
import { mergeVisits } from '../../src/visits/mergeVisits.js';
import { yearCap } from '../../src/visits/yearCap.js';
import { anyCap, CAP_FIRST, crowded, DUTY_FIRST } from './demands.js';

const causes: (ForCause | undefined)[] = ['complaint', 'case', undefined];

/** Demands of three entities in two years, at several sites, some of them for cause, some ill. */
const anyDemands = fc
  .tuple(
    crowded({
      days: 9,
      most: 24,
      sites: [undefined, 'S1', '店2'],
      entities: ['E1', 'E2', '企业'],
      years: 2,
    }),
    fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
  )
  .map(([demands, stream]): Demand[] =>
    demands.map((demand, i) => {
      const chance = stream.next().value as number;
      if (chance === 0) return { ...demand, id: 'twin' };
      if (chance === 1) return { ...demand, authority: '' };
      if (chance > 3) return demand;
      const cause = causes[i % 3];
      const evidence = cause === undefined ? {} : { evidence: { cause, reference: `R-${i}` } };
      return { ...demand, cause: 'for-cause', ...evidence };
    }),
  );

const inAnyOrder = anyDemands.chain((demands) =>
  fc.tuple(
    fc.constant(demands),
    fc.shuffledSubarray(demands, { minLength: demands.length, maxLength: demands.length }),
  ),
);

it('has every demand in exactly one visit, deferred, or refused', () => {
  fc.assert(
    fc.property(anyDemands, anyCap(2), (demands, cap) => {
      const { visits, outside, deferred, refused } = mergeVisits(demands, cap);
      const seen = [
        ...[...visits, ...outside].flatMap((visit) => visit.demands),
        ...deferred.map((one) => one.demand),
        ...refused.map((one) => one.demand),
      ];
      expect(seen.sort()).toEqual(demands.map((demand) => demand.id).sort());
    }),
  );
});

it('never plans more than the cap in a year but for marked visits that do a legal duty', () => {
  fc.assert(
    fc.property(anyDemands, anyCap(2), (demands, cap) => {
      const byId = new Map(demands.map((demand) => [demand.id, demand]));
      const { visits } = mergeVisits(demands, cap);
      const { visits: most, precedence } = yearCap(cap);
      const counts = new Map<string, number>();
      for (const visit of visits) {
        if (visit.beyondCap) {
          expect(precedence).toBe('duty-over-cap');
          expect(visit.because).toEqual(visit.demands.filter((id) => byId.get(id)?.duty));
          expect(visit.because).not.toEqual([]);
        } else {
          const slot = `${visit.entity} ${visit.day.slice(0, 4)} ${visit.kind}`;
          counts.set(slot, (counts.get(slot) ?? 0) + 1);
          expect(counts.get(slot)).toBeLessThanOrEqual(most[visit.kind as 'census' | 'spot-check']);
          const year = `${visit.entity} ${visit.day.slice(0, 4)}`;
          counts.set(year, (counts.get(year) ?? 0) + 1);
          expect(counts.get(year)).toBeLessThanOrEqual(most.total ?? Infinity);
        }
      }
    }),
  );
});

it('never drops a legal duty where duties go over the cap, whatever else is demanded', () => {
  fc.assert(
    fc.property(anyDemands, anyCap(2), (demands, cap) => {
      const { deferred } = mergeVisits(demands, { ...cap, precedence: DUTY_FIRST });
      const dropped = deferred.filter((one) => demands.find(({ id }) => id === one.demand)?.duty);
      expect(dropped).toEqual([]);
    }),
  );
});

it('does no fewer duties after one more demand, even where the cap goes over duties', () => {
  fc.assert(
    fc.property(crowded({ days: 8, most: 9 }), anyCap(2), (demands, cap) => {
      const strict = { ...cap, precedence: CAP_FIRST };
      const duties = (some: readonly Demand[]): number => {
        const done = mergeVisits(some, strict).visits.flatMap((visit) => visit.demands);
        return some.filter((demand) => demand.duty && done.includes(demand.id)).length;
      };
      expect(duties(demands)).toBeGreaterThanOrEqual(duties(demands.slice(1)));
    }),
  );
});

it('visits within the window of everything it does, at its site, with its authorities', () => {
  fc.assert(
    fc.property(anyDemands, anyCap(2), (demands, cap) => {
      const byId = new Map(demands.map((demand) => [demand.id, demand]));
      const { visits, outside } = mergeVisits(demands, cap);
      for (const visit of [...visits, ...outside]) {
        const done = visit.demands.map((id) => byId.get(id) as Demand);
        const froms = done.map((demand) => demand.window.from).sort();
        const tos = done.map((demand) => demand.window.to).sort();
        expect(visit.window).toEqual({ from: froms.at(-1), to: tos[0] });
        expect(visit.day).toBe(visit.window.from);
        expect(visit.day <= visit.window.to).toBe(true);
        expect(new Set(done.map((demand) => demand.site))).toEqual(new Set([visit.site]));
        expect(new Set([visit.lead, ...visit.partners])).toEqual(
          new Set(done.map((demand) => demand.authority)),
        );
        if (visit.kind === 'for-cause') continue;
        const isCensus = done.some((demand) => demand.kind === 'census');
        expect(visit.kind).toBe(isCensus ? 'census' : 'spot-check');
      }
    }),
  );
});

it('gives the same answer in any order of the demands, and changes none of them', () => {
  fc.assert(
    fc.property(inAnyOrder, anyCap(2), ([demands, shuffled], cap) => {
      const before = JSON.stringify(demands);
      const { refused, ...rest } = mergeVisits(demands, cap);
      expect(JSON.stringify(demands)).toBe(before);
      const { refused: other, ...same } = mergeVisits(shuffled, cap);
      expect(same).toEqual(rest);
      const codes = (all: typeof refused): string[] =>
        all.map((one) => `${one.demand} ${one.issue.code}`).sort();
      expect(codes(other)).toEqual(codes(refused));
    }),
  );
});

it('names visits so that no two have one name, and a joint visit stays nameable by its place', () => {
  fc.assert(
    fc.property(anyDemands, anyCap(2), (demands, cap) => {
      const { visits, outside } = mergeVisits(demands, cap, { eligible: (id) => id !== 'E2' });
      const all = [...visits, ...outside];
      expect(new Set(all.map((visit) => visit.id)).size).toBe(all.length);
      for (const { id, entity, site, kind } of all) {
        const place = site === undefined ? entity : `${entity}@${site}`;
        expect(id.replace(/#\d+$/, '')).toBe(`${place}/${kind}`);
      }
    }),
  );
});

it('plans as many visits as there are windows of which no two meet, where no cap binds', () => {
  fc.assert(
    fc.property(anyDemands, anyCap(2), (demands, cap) => {
      const { visits, deferred, refused } = mergeVisits(demands, cap, { eligible: () => false });
      expect(deferred).toEqual([]);
      const set = new Set(refused.map((one) => one.demand));
      const groups = new Map<string, Demand[]>();
      for (const one of demands) {
        if (set.has(one.id) || one.cause === 'for-cause') continue;
        const place = `${one.entity}@${one.site ?? ''}`;
        groups.set(place, [...(groups.get(place) ?? []), one]);
      }
      // By hand: the window that ends first is met on its last day, and so on.
      let needed = 0;
      for (const group of groups.values()) {
        let met = '';
        for (const one of group.sort((a, b) => (a.window.to < b.window.to ? -1 : 1))) {
          if (one.window.from <= met) continue;
          met = one.window.to;
          needed++;
        }
      }
      expect(visits.length).toBe(needed);
    }),
  );
});

it('proves each deferral: one window too many of which no two meet, or a set as heavy instead', () => {
  let proven = 0;
  fc.assert(
    fc.property(crowded({ days: 9, most: 9, sites: [undefined, 'S1'] }), anyCap(2), (list, cap) => {
      const byId = new Map(list.map((demand) => [demand.id, demand]));
      const { visits, deferred } = mergeVisits(list, cap);
      const done = visits.flatMap((visit) => visit.demands).sort();
      const censusDemands = list.filter((demand) => demand.kind === 'census').length;
      for (const one of deferred) {
        const late = byId.get(one.demand) as Demand;
        expect(one.reason === 'cap-over-duty').toBe(late.duty);
        if (one.reason === 'heavier-set-chosen') expect(one.because).toEqual(done);
        if (one.reason !== 'cap-reached') continue;
        proven++;
        const proof = [late, ...one.because.map((id) => byId.get(id) as Demand)];
        const { census, 'spot-check': spotChecks, total = Infinity } = yearCap(cap).visits;
        const room = late.kind === 'census' ? census : Math.min(census, censusDemands) + spotChecks;
        expect(proof.length).toBe(Math.min(room, total) + 1);
        if (late.kind === 'census') expect(proof.every((d) => d.kind === 'census')).toBe(true);
        proof.forEach((a, i) => {
          for (const b of proof.slice(0, i)) {
            const apart = a.window.to < b.window.from || b.window.to < a.window.from;
            expect(a.site !== b.site || apart).toBe(true);
          }
        });
      }
    }),
    { numRuns: 100 },
  );
  expect(proven).toBeGreaterThan(20);
});
