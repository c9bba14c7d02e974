import { assignInspectors, checkWitness, recountWitness } from 'evenhand/inspectors';
import { describe, expect, it } from 'vitest';

const staffing = {
  visits: [
    { id: 'A', size: 2, eligible: ['Li', 'Wang'] },
    { id: 'B', size: 2, eligible: ['Li', 'Zhao'] },
    { id: 'C', size: 2, eligible: ['Chen', 'Zhao'] },
  ],
  inspectors: [
    { id: 'Li', lead: true, capacity: 1 },
    { id: 'Wang', lead: false, capacity: 2 },
    { id: 'Zhao', lead: false, capacity: 2 },
    { id: 'Chen', lead: true, capacity: 2 },
  ],
};
const keys = { visitKey: '0'.repeat(64), pairKey: '1'.repeat(64) };

describe('a witness', () => {
  const result = assignInspectors({ ...keys, ...staffing });
  const witness = { inspectors: ['Li'], needed: 2, capacity: 1, missing: 1 };

  it('names the one lead that two visits need', () => {
    expect(result).toEqual({ status: 'infeasible', witness });
    expect(checkWitness(staffing, witness)).toBe(true);
  });

  it.each([
    ['a wrong need', { ...witness, needed: 3 }],
    ['a wrong capacity', { ...witness, capacity: 0 }],
    ['a wrong difference', { ...witness, missing: 2 }],
    ['an inspector who is not there', { ...witness, inspectors: ['Li', 'Qian'] }],
    ['a true count that proves nothing', recountWitness(staffing, ['Chen'])],
  ])('is refused with %s', (_, changed) => {
    expect(checkWitness(staffing, changed)).toBe(false);
  });

  it('is no longer one when the inspector can take one visit more', () => {
    const inspectors = staffing.inspectors.map((i) => (i.id === 'Li' ? { ...i, capacity: 2 } : i));
    expect(checkWitness({ ...staffing, inspectors }, witness)).toBe(false);
    expect(assignInspectors({ ...keys, ...staffing, inspectors }).status).toBe('assigned');
  });

  it('counts a lead beyond the seats of the others: non-leads fill all seats but one', () => {
    const visits = [{ id: 'A', size: 3, eligible: ['Li', 'Chen', 'Wang', 'Zhao'] }];
    const needed = (set: string[]) => recountWitness({ ...staffing, visits }, set).needed;
    expect(needed([])).toBe(0);
    expect(needed(['Li'])).toBe(0);
    expect(needed(['Li', 'Chen'])).toBe(1);
    expect(needed(['Li', 'Wang', 'Zhao'])).toBe(2);
    expect(needed(['Li', 'Chen', 'Wang', 'Zhao'])).toBe(3);
  });
});
