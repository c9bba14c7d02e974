import { twoInspections } from 'evenhand/schemes';
import { mergeVisits } from 'evenhand/visits';

// Four authorities want to see one restaurant in 2026; a customer has complained.
const due = { entity: '示例餐厅', cause: 'draw', weight: 1, duty: false } as const;
const year = (from: string, to: string) => ({ from: `2026-${from}`, to: `2026-${to}` });

const { visits, outside, deferred, before, after } = mergeVisits(
  [
    {
      ...due,
      id: 'fire-exits',
      authority: 'fire',
      item: 'exits',
      kind: 'spot-check',
      window: year('03-01', '06-30'),
    },
    {
      ...due,
      id: 'kitchen',
      authority: 'food',
      item: 'kitchen',
      kind: 'spot-check',
      window: year('05-01', '09-30'),
      weight: 3,
    },
    {
      ...due,
      id: 'invoices',
      authority: 'tax',
      item: 'invoices',
      kind: 'census',
      window: year('06-01', '12-31'),
    },
    {
      ...due,
      id: 'gas',
      authority: 'housing',
      item: 'gas',
      kind: 'spot-check',
      window: year('01-05', '02-10'),
      weight: 2,
    },
    {
      ...due,
      id: 'signboard',
      authority: 'housing',
      item: 'signboard',
      kind: 'spot-check',
      window: year('02-20', '02-28'),
    },
    {
      ...due,
      id: 'complaint',
      authority: 'food',
      item: 'kitchen',
      kind: 'spot-check',
      cause: 'for-cause',
      window: year('04-02', '04-09'),
      evidence: { cause: 'complaint', reference: '12345-2026-0417' },
    },
  ],
  twoInspections,
);

for (const visit of visits) {
  const others = visit.partners.length === 0 ? '' : ` with ${visit.partners.join(', ')}`;
  console.log(
    `${visit.day}  ${visit.id}: ${visit.lead}${others} check ${visit.demands.join(', ')}`,
  );
}
for (const visit of outside) {
  console.log(
    `${visit.day}  ${visit.id}: outside the cap, ${visit.evidence?.cause} ${visit.evidence?.reference}`,
  );
}
for (const { demand, reason, because } of deferred) {
  console.log(`deferred    ${demand}: ${reason}, beside ${because.join(', ')}`);
}
console.log(`${before} visits became ${after}`);
