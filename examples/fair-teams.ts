// Six visits, five officers, one of them recused: teams by lottery, loads as even as can be.
import { assignInspectors, checkWitness, eligibleInspectors } from 'evenhand/inspectors';
import { drawKey, drawSeed } from 'evenhand/ticket';

const officer = (id: string, lead: boolean, capacity: number, recusedFrom?: string) => ({
  id,
  authority: 'market',
  lead,
  districts: ['110105'],
  items: ['labels'],
  certificates: [{ id: `certificate of ${id}`, to: '2026-12-31' }],
  capacity,
  absences: [],
  recusals: recusedFrom === undefined ? [] : [{ entity: recusedFrom, reason: 'former employer' }],
});
const inspectors = [
  officer('JC-000002', true, 4),
  officer('JC-000003', true, 4, 'firm-3'),
  officer('JC-000005', false, 4),
  officer('JC-000004', false, 1),
  officer('JC-000006', false, 4),
];

const visits = ['firm-1', 'firm-2', 'firm-3', 'firm-4', 'firm-5', 'firm-6'].map((entity) => {
  const { eligible, excluded } = eligibleInspectors({
    visit: { entity, lead: 'market', partners: [] },
    items: [{ id: 'labels', authority: 'market' }],
    day: '2026-06-15',
    district: '110105',
    inspectors,
  });
  for (const { inspector, because, reason } of excluded) {
    console.log(`${inspector} is not asked for ${entity}: ${because}, ${reason}`);
  }
  return { id: `${entity}/spot-check`, size: 2, eligible };
});

const seed = drawSeed({
  drawId: 'EXAMPLE-2026-001',
  entropy: [{ label: 'dice', value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9.4.4.7.1' }],
});
const keys = { visitKey: drawKey(seed, 'visit'), pairKey: drawKey(seed, 'pair') };

const drawn = assignInspectors({ ...keys, visits, inspectors });
if (drawn.status === 'assigned') {
  for (const { visit, members, leader } of drawn.teams) {
    console.log(`${visit}: ${members.join(' and ')}, led by ${leader}`);
  }
  for (const { inspector, load, low, high } of drawn.loads) {
    console.log(`load of ${inspector}: ${load} (fair: ${low} to ${high})`);
  }
}

// With both leads down to two visits each, four of six teams have a lead; anyone can count it.
const fewer = inspectors.map((i) => ({ ...i, capacity: i.lead ? 2 : i.capacity }));
const refused = assignInspectors({ ...keys, visits, inspectors: fewer });
if (refused.status === 'infeasible') {
  const { witness } = refused;
  const holds = checkWitness({ visits, inspectors: fewer }, witness);
  console.log(
    `${witness.inspectors.join(' and ')} are needed ${witness.needed} times and can go ${witness.capacity}: ${witness.missing} short (recounted: ${holds})`,
  );
}
