import { describe, expect, it } from 'vitest';
import { burdenReport } from '../../src/oversight/burdenReport.js';
import type { Demand } from '../../src/register/nouns.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import { admitVisit } from '../../src/visits/ledger/admitVisit.js';
import { emptyLedger, type Ledger } from '../../src/visits/ledger/ledger.js';
import type { VisitRequest } from '../../src/visits/ledger/request.js';

const spring = { from: '2026-03-02', to: '2026-06-30' };
const ask = (id: string, more: Partial<VisitRequest> = {}): VisitRequest => ({
  ...{ id, entity: 'E1', lead: id.split(':')[0] as string, kind: 'spot-check', window: spring },
  ...{ at: '2026-01-05', items: [id], ...more },
});
const cause = (id: string, day: string, named = 'complaint', entity = 'E1'): VisitRequest => ({
  ...{ id, entity, lead: id.split(':')[0] as string, kind: 'for-cause', day, at: '2026-01-05' },
  evidence: { cause: named, reference: `no. ${id}` },
});
const after = (...requests: VisitRequest[]): Ledger =>
  requests.reduce((ledger, one) => admitVisit(ledger, one, twoInspections).ledger, emptyLedger);
const reported = (...requests: VisitRequest[]) => burdenReport(after(...requests), { year: 2026 });

describe('the burden of a year', () => {
  it('counts a joint visit once after, and once for each who is in it before', () => {
    const { total, saved, byFirm } = reported(
      ask('fire:1', { days: 2 }),
      ask('food:1', { days: 3 }),
      ask('tax:1'),
    );
    expect(total).toEqual({
      before: { visits: 3, days: 6 },
      after: { visits: 1, days: 3 },
      outside: { visits: 0, days: 0 },
    });
    expect(saved).toEqual({ visits: 2, days: 3 });
    expect(byFirm).toHaveLength(1);
  });

  it('counts a request with partners as the visits of all of them before', () => {
    const { total, saved } = reported(
      ask('fire:1', { partners: ['food', 'tax', 'fire'], days: 2 }),
      ask('urban:1'),
    );
    expect(total.before).toEqual({ visits: 4, days: 7 });
    expect([total.after, saved]).toEqual([
      { visits: 1, days: 2 },
      { visits: 3, days: 5 },
    ]);
  });

  it('tells what stood outside the limits, by cause and who asked', () => {
    const report = reported(
      ask('fire:1'),
      cause('fire:2', '2026-04-01'),
      cause('fire:3', '2026-05-01'),
      cause('food:1', '2026-05-02', 'transfer', 'E2'),
    );
    expect(report.leakage).toEqual([
      { cause: 'complaint', authority: 'fire', visits: 2 },
      { cause: 'transfer', authority: 'food', visits: 1 },
    ]);
    expect([report.total.outside.visits, report.leakagePerTenThousand]).toEqual([3, 7500]);
    expect(report.authorities).toEqual([
      { authority: 'fire', requests: 3, joined: 0, outside: 2, overridden: 0, refused: 0 },
      { authority: 'food', requests: 1, joined: 0, outside: 1, overridden: 0, refused: 0 },
    ]);
  });

  it('finds the firms at their cap, limit by limit and of a whole cap', () => {
    const report = reported(
      ask('fire:1'),
      ask('fire:2', { kind: 'census', join: false }),
      ask('food:1', { entity: 'E2' }),
      ask('tax:1', { join: false }),
    );
    expect(report.atCap).toEqual([
      { limit: 'beijing-two-inspections/census', firms: 1 },
      { limit: 'beijing-two-inspections/spot-check', firms: 2 },
    ]);
    expect([report.fullFirms, report.refused]).toEqual([1, 1]);
    expect(report.byFirm.map(({ entity, refused }) => [entity, refused])).toEqual([
      ['E1', 1],
      ['E2', 0],
    ]);
  });

  it('belongs to the year of its day, and says how many firms bore how many', () => {
    const next = { from: '2027-03-01', to: '2027-04-01' };
    const { total, spread, months } = reported(ask('fire:1'), ask('fire:2', { window: next }));
    expect(total.after.visits).toBe(1);
    expect(spread).toEqual([
      { visits: 0, firmsBefore: 0, firmsAfter: 0 },
      { visits: 1, firmsBefore: 1, firmsAfter: 1 },
    ]);
    expect(months.map(({ visits }) => visits['spot-check'])).toEqual([
      ...[0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  it('names the floors and duties that stand in no visit, and no others', () => {
    const demand = (id: string, more: Partial<Demand> = {}): Demand => ({
      ...{ id, entity: 'E1', authority: 'fire', item: 'exits', kind: 'spot-check' },
      ...{ cause: 'floor', window: spring, weight: 1, duty: false, ...more },
    });
    const ledger = after(ask('fire:1', { demands: ['done'] }));
    const demands = [
      demand('missed'),
      demand('done'),
      demand('drawn', { cause: 'draw' }),
      demand('a-duty', { cause: 'draw', duty: true }),
      demand('of-another-year', { window: { from: '2027-01-01', to: '2027-02-01' } }),
    ];
    const { floorsMissed } = burdenReport(ledger, { year: 2026, demands });
    expect(floorsMissed?.map(({ demand: id }) => id)).toEqual(['a-duty', 'missed']);
    expect(burdenReport(ledger, { year: 2026 }).floorsMissed).toBeUndefined();
  });

  it('is empty for a ledger in which nothing happened', () => {
    const { firms, total, spread, leakagePerTenThousand } = burdenReport(emptyLedger, {
      year: 2026,
    });
    expect([firms, total.after.visits, leakagePerTenThousand]).toEqual([0, 0, 0]);
    expect(spread).toEqual([{ visits: 0, firmsBefore: 0, firmsAfter: 0 }]);
  });
});
