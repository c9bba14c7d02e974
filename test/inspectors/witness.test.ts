import { assignInspectors, checkWitness, recountWitness } from 'evenhand/inspectors';
import { describe, expect, it } from 'vitest';

const staffing = {
  visits: [
    { id: 'A', size: 2, eligible: ['JC-000003', 'JC-000004'] },
    { id: 'B', size: 2, eligible: ['JC-000003', 'JC-000006'] },
    { id: 'C', size: 2, eligible: ['JC-000002', 'JC-000006'] },
  ],
  inspectors: [
    { id: 'JC-000003', lead: true, capacity: 1 },
    { id: 'JC-000004', lead: false, capacity: 2 },
    { id: 'JC-000006', lead: false, capacity: 2 },
    { id: 'JC-000002', lead: true, capacity: 2 },
  ],
};
const keys = { visitKey: '0'.repeat(64), pairKey: '1'.repeat(64) };

describe('a witness', () => {
  const result = assignInspectors({ ...keys, ...staffing });
  const witness = { inspectors: ['JC-000003'], needed: 2, capacity: 1, missing: 1 };

  it('names the one lead that two visits need', () => {
    expect(result).toEqual({ status: 'infeasible', witness });
    expect(checkWitness(staffing, witness)).toBe(true);
  });

  it.each([
    ['a wrong need', { ...witness, needed: 3 }],
    ['a wrong capacity', { ...witness, capacity: 0 }],
    ['a wrong difference', { ...witness, missing: 2 }],
    ['an inspector who is not there', { ...witness, inspectors: ['JC-000003', 'JC-000009'] }],
    ['a true count that proves nothing', recountWitness(staffing, ['JC-000002'])],
  ])('is refused with %s', (_, changed) => {
    expect(checkWitness(staffing, changed)).toBe(false);
  });

  it('is no longer one when the inspector can take one visit more', () => {
    const inspectors = staffing.inspectors.map((i) =>
      i.id === 'JC-000003' ? { ...i, capacity: 2 } : i,
    );
    expect(checkWitness({ ...staffing, inspectors }, witness)).toBe(false);
    expect(assignInspectors({ ...keys, ...staffing, inspectors }).status).toBe('assigned');
  });

  it('counts a lead beyond the seats of the others: non-leads fill all seats but one', () => {
    const visits = [
      { id: 'A', size: 3, eligible: ['JC-000003', 'JC-000002', 'JC-000004', 'JC-000006'] },
    ];
    const needed = (set: string[]) => recountWitness({ ...staffing, visits }, set).needed;
    expect(needed([])).toBe(0);
    expect(needed(['JC-000003'])).toBe(0);
    expect(needed(['JC-000003', 'JC-000002'])).toBe(1);
    expect(needed(['JC-000003', 'JC-000004', 'JC-000006'])).toBe(2);
    expect(needed(['JC-000003', 'JC-000002', 'JC-000004', 'JC-000006'])).toBe(3);
  });
});
