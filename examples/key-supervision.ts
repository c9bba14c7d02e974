// Key supervision covers everybody on its list, and proves it line by line.
import { keyCoverage, keyDemands, lotteryIssues } from 'evenhand/risk';
import { exampleKeySupervision } from 'evenhand/schemes';
import { describe } from 'evenhand/texts';

const objects = [
  { entity: '示例企业00001', since: '2025-05-01' },
  { entity: '示例企业00002', since: '2026-04-10' },
  { entity: '示例企业00003', since: '2025-01-01', until: '2026-02-28' },
];
const year = { from: '2026-01-01', to: '2026-12-31' };
console.log(
  'due:',
  keyDemands(exampleKeySupervision, objects, year).length,
  'items, each a legal duty',
);

const done = [
  { entity: '示例企业00001', item: 'fire-crowd', on: '2026-03-04', visit: 'v1' },
  { entity: '示例企业00001', item: 'emergency-production', on: '2026-03-04', visit: 'v1' },
  { entity: '示例企业00001', item: 'fire-crowd', on: '2026-09-01', visit: 'v2' },
  { entity: '示例企业00002', item: 'fire-crowd', on: '2026-04-01', visit: 'v3' },
  { entity: '示例企业00003', item: 'fire-crowd', on: '2026-02-10', visit: 'v4' },
];
const excuses = [
  {
    entity: '示例企业00002',
    reason: 'closed',
    reference: '示例停业-1',
    from: '2026-07-01',
    to: '2026-12-31',
  },
  {
    entity: '示例企业00003',
    reason: 'forgotten',
    reference: '示例-2',
    from: '2026-01-01',
    to: '2026-12-31',
  },
];
const report = keyCoverage(exampleKeySupervision, { objects, done, excuses }, year, {
  asOf: '2027-01-01',
});
for (const { entity, item, window, state, visit, why, excuse } of report.lines) {
  const by = visit ?? why ?? excuse?.reference ?? '';
  console.log(`${entity} ${item} ${window.from}..${window.to}: ${state} ${by}`);
}
console.log(report.counts, 'full:', report.isFull);
for (const issue of [
  ...report.issues,
  ...lotteryIssues(objects, ['示例企业00001'], '2026-06-01'),
]) {
  console.log(`${describe(issue, 'zh')}\n${describe(issue, 'en')}`);
}
