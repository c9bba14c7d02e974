import { eligibleInspectors, inspectorIndex } from 'evenhand/inspectors';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inspector } from '../../src/register/nouns.js';
import { bytes } from './bruteForce.js';

const officer: Inspector = {
  id: 'JC-000003',
  authority: 'fire',
  lead: true,
  districts: ['110105'],
  items: ['exits'],
  certificates: [{ id: 'c1', to: '2026-06-15' }],
  capacity: 20,
  absences: [{ from: '2026-07-01', to: '2026-07-10' }],
  recusals: [{ entity: 'firm-2', reason: 'sister of the manager' }],
};
const question = {
  visit: { entity: 'firm-1', lead: 'fire', partners: ['food'] },
  items: [
    { id: 'exits', authority: 'fire' },
    { id: 'kitchen', authority: 'food' },
  ],
  day: '2026-06-15',
  district: '110105',
};
const renewed = {
  ...officer,
  certificates: [{ id: 'c2', to: '2027-12-31' }, ...officer.certificates],
};

describe('eligibleInspectors', () => {
  it.each<[string, Inspector, object, object[]]>([
    ['on the last day of the certificate', officer, {}, []],
    ['with one certificate of two still valid', renewed, { day: '2026-08-01' }, []],
    ['where the district is not known', officer, { district: undefined }, []],
    ['the day before an absence', renewed, { day: '2026-06-30' }, []],
    ['the day after an absence', renewed, { day: '2026-07-11' }, []],
  ])('takes an inspector %s', (_, inspector, change) => {
    const asked = { ...question, ...change };
    if (asked.district === undefined) delete (asked as { district?: string }).district;
    expect(eligibleInspectors({ ...asked, inspectors: [inspector] })).toEqual({
      eligible: ['JC-000003'],
      excluded: [],
    });
  });

  it.each<[string, Inspector, object, string]>([
    ['the day after the certificate', officer, { day: '2026-06-16' }, 'certificate-expired'],
    ['without certificate', { ...officer, certificates: [] }, {}, 'certificate-expired'],
    ['of another district', officer, { district: '110101' }, 'district'],
    ['who cannot check any of the items', { ...officer, items: ['hydrants'] }, {}, 'item'],
    ['whose item is another authority’s', { ...officer, items: ['kitchen'] }, {}, 'item'],
    ['on the first day of an absence', renewed, { day: '2026-07-01' }, 'absent'],
    ['on the last day of an absence', renewed, { day: '2026-07-10' }, 'absent'],
  ])('leaves out an inspector %s', (_, inspector, change, because) => {
    expect(eligibleInspectors({ ...question, ...change, inspectors: [inspector] })).toEqual({
      eligible: [],
      excluded: [{ inspector: 'JC-000003', because }],
    });
  });

  it('leaves out a recused inspector with the reason stated', () => {
    const visit = { ...question.visit, entity: 'firm-2' };
    const recusals = [...officer.recusals, { entity: 'firm-2', reason: 'another' }];
    const inspectors = [{ ...officer, recusals }];
    expect(eligibleInspectors({ ...question, visit, inspectors }).excluded).toEqual([
      { inspector: 'JC-000003', because: 'recusal', reason: 'sister of the manager' },
    ]);
  });

  it('names the first cause in the order certificate, district, item, absence, recusal', () => {
    const visit = { ...question.visit, entity: 'firm-2' };
    const ask = (change: Partial<Inspector>) =>
      eligibleInspectors({
        ...question,
        visit,
        district: '110101',
        day: '2026-07-05',
        inspectors: [{ ...officer, items: [], ...change }],
      }).excluded[0]?.because;
    const { certificates } = renewed;
    const districts = ['110101'];
    const items = ['exits'];
    expect(ask({})).toBe('certificate-expired');
    expect(ask({ certificates })).toBe('district');
    expect(ask({ certificates, districts })).toBe('item');
    expect(ask({ certificates, districts, items })).toBe('absent');
    expect(ask({ certificates, districts, items, absences: [] })).toBe('recusal');
  });

  it('asks lead and partner authorities, no other, and answers by id bytes', () => {
    const inspectors = [
      { ...officer, id: '\u{20000}', authority: 'food', items: ['kitchen'] },
      { ...officer, id: '\uff21' },
      { ...officer, id: 'tax', authority: 'tax' },
      { ...officer, id: 'b', items: [] },
      { ...officer, id: 'a', authority: 'food', items: ['exits'] },
    ];
    expect(eligibleInspectors({ ...question, inspectors })).toEqual({
      eligible: ['\uff21', '\u{20000}'],
      excluded: [
        { inspector: 'a', because: 'item' },
        { inspector: 'b', because: 'item' },
      ],
    });
  });

  it('asks an authority once that is lead and partner', () => {
    const visit = { ...question.visit, partners: ['fire'] };
    expect(eligibleInspectors({ ...question, visit, inspectors: [officer] }).eligible).toEqual([
      'JC-000003',
    ]);
  });

  it('gives nobody for a visit without items and for a register without inspectors', () => {
    const none = eligibleInspectors({ ...question, items: [], inspectors: [officer] });
    expect(none.excluded).toEqual([{ inspector: 'JC-000003', because: 'item' }]);
    expect(eligibleInspectors({ ...question, inspectors: [] })).toEqual({
      eligible: [],
      excluded: [],
    });
  });

  it('answers the same from an index, and as each inspector asked alone', () => {
    const some = <T>(values: readonly T[]) => fc.subarray([...values]);
    const day = fc.constantFrom('2026-01-01', '2026-06-01', '2026-06-15', '2026-12-31');
    const arbitrary = fc.record({
      id: fc.constantFrom('a', 'b', 'c', '丁', '\u{20000}', '\uff21'),
      authority: fc.constantFrom('fire', 'food', 'tax'),
      lead: fc.boolean(),
      districts: some(['110101', '110105']),
      items: some(['exits', 'kitchen']),
      certificates: fc.array(fc.record({ id: fc.constant('c'), to: day }), { maxLength: 2 }),
      capacity: fc.nat(3),
      absences: fc.array(
        fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a })),
        { maxLength: 1 },
      ),
      recusals: some([{ entity: 'firm-1', reason: 'x' }]),
    });
    const list = fc.uniqueArray(arbitrary, { selector: ({ id }) => id });
    fc.assert(
      fc.property(list, day, (inspectors, when) => {
        const before = structuredClone(inspectors);
        const asked = { ...question, day: when };
        const answer = eligibleInspectors({ ...asked, inspectors });
        expect(eligibleInspectors({ ...asked, inspectors: inspectorIndex(inspectors) })).toEqual(
          answer,
        );
        const alone = inspectors.map((one) => eligibleInspectors({ ...asked, inspectors: [one] }));
        expect(answer.eligible).toEqual(alone.flatMap(({ eligible }) => eligible).sort(bytes));
        expect(answer.excluded).toEqual(
          alone.flatMap(({ excluded }) => excluded).sort((a, b) => bytes(a.inspector, b.inspector)),
        );
        expect(inspectors).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['no-such-day', 'a day that does not exist', { day: '2026-02-30' }],
    ['repeated-inspector', 'an inspector listed twice', { inspectors: [officer, officer] }],
    ['bad-id', 'an inspector without id', { inspectors: [{ ...officer, id: '' }] }],
  ])('throws %s for %s', (code, _, change) => {
    const call = () => eligibleInspectors({ ...question, inspectors: [officer], ...change });
    expect(call).toThrow(expect.objectContaining({ name: 'EvenhandError', code }));
  });
});
