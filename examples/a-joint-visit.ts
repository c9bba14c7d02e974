// A joint visit at a restaurant, from the handbook of its trade to the published result: one list of
// four departments, one team, one order of work, and a record that shows any later change.
import { workingCalendar } from 'evenhand/calendar';
import { emptyRecord, joinEntries } from 'evenhand/credit';
import {
  appendRecord,
  chainHead,
  emptyChain,
  findingsOf,
  type InspectionAct,
  inspectionDuties,
  inspectionRecord,
  openInspection,
  recordInspection,
  systemDutyFindings,
  verifyChain,
} from 'evenhand/inspection';
import { findingEntries, ledgerActsOf, ledgerDifferences } from 'evenhand/programme';
import { evaluateScene, handbookOf, jointChecklist, jointVisit } from 'evenhand/scenario';
import {
  cateringEcology,
  cateringFire,
  cateringMarket,
  cateringScene,
  cateringUrban,
  chinaThreeSystems,
  chinaWorkingDays,
  exampleInspectionRules,
  exampleResults,
  exampleVisitRules,
  twoInspections,
} from 'evenhand/schemes';
import { describe, handbookMarkdown } from 'evenhand/texts';
import { admitVisit, checklistOf, emptyLedger, recordVisit } from 'evenhand/visits';

const firm = '示例企业00017';
const on = '2026-02-09';
const standards = [cateringMarket, cateringFire, cateringUrban, cateringEcology];

// 一业一册: what restaurants have to do, from four departments. The first lines, in Chinese.
const book = handbookOf(cateringScene, standards, { on });
if (!book.ok) throw new Error('no handbook');
console.log(handbookMarkdown(book.handbook, 'zh').split('\n').slice(0, 24).join('\n'));

// 一业一单: sixteen questions of four lists become twelve, each asked once.
const made = jointChecklist(cateringScene, standards, { on, version: '2026-1' });
if (!made.ok) throw new Error('no checklist');
console.log('\nThe joint checklist · 联合检查单');
for (const { question, rank, authorities, checkedBy } of made.checklist.items) {
  const who = authorities.map((one) => (one === checkedBy ? `[${one}]` : one)).join(' ');
  console.log(`  ${rank === 'key' ? '*' : ' '} ${question.zh}  ${who}`);
}

// 一业一查: the visit is booked in the ledger of all authorities; its list, in the order of its rules.
const visit = `${firm}/spot-check`;
const booking = { id: visit, entity: firm, kind: 'spot-check', day: on, lead: 'market' } as const;
const booked = admitVisit(emptyLedger, { ...booking, partners: ['fire', 'urban'] }, twoInspections);
const asked = [
  ['market', 'licence'],
  ['market', 'health'],
  ['market', 'gas-alarm'],
  ['fire', 'exits'],
  ['fire', 'gas-lines'],
  ['urban', 'gas-device'],
  ['urban', 'fumes'],
] as const;
const demands = asked.map(([authority, item]) => ({
  ...{ id: `${authority}:${item}`, authority, item },
  duty: false,
}));
const rankOf = (item: string) =>
  standards.flatMap(({ items }) => items).find(({ id }) => id === item)?.rank;
const order = exampleVisitRules.checklist?.order ?? [];
const ordered = checklistOf({ lead: 'market' }, demands, order, rankOf);
const team = [
  { officer: 'JC-000101', authority: 'market' },
  { officer: 'JC-000102', authority: 'market' },
  { officer: 'JC-000203', authority: 'fire' },
  { officer: 'JC-000304', authority: 'urban' },
];
const joint = { visit, lead: 'market', partners: ['fire', 'urban'], team };
const planned = jointVisit(made.checklist, joint, ordered, { on });
if (!planned.ok) throw new Error('no joint visit');
console.log(
  `\n${asked.length} items of 3 departments, ${planned.work.length} questions, one order of work:`,
);
for (const { item, checkedBy, officers } of planned.work) {
  console.log(`  ${item}  asked by ${checkedBy} (${officers.join(', ')})`);
}

// The visit itself, act after act. What cannot be is refused by name.
const opened = openInspection(
  {
    ...joint,
    entity: firm,
    on,
    method: 'on-site',
    reviewers: ['FZ-000001'],
    checklistDigest: planned.digest,
  },
  { checklist: planned.checklist, results: exampleResults, rules: exampleInspectionRules },
);
if (!opened.ok) throw new Error('not opened');
const working = workingCalendar([chinaWorkingDays]);
const photo = { digest: '5a'.repeat(32), kind: 'photo', takenOn: on } as const;
const by = { visit, at: on, by: 'JC-000101' } as const;
const answer = (item: string, officer: string) =>
  ({ ...by, id: item, by: officer, act: 'answer', item, outcome: 'met', evidence: [] }) as const;
const acts: InspectionAct[] = [
  answer('market/licence', 'JC-000101'),
  {
    ...by,
    id: 'in',
    act: 'start',
    officers: team.map(({ officer }) => officer),
    scan: 'SCAN-0017',
  },
  answer('market/licence', 'JC-000101'),
  answer('market/health', 'JC-000102'),
  answer('market/gas-alarm', 'JC-000999'),
  {
    ...answer('market/gas-alarm', 'JC-000203'),
    outcome: 'not-met',
    evidence: [photo],
    duties: ['安全生产法 第三十六条第四款'],
  },
  answer('urban/fumes', 'JC-000304'),
  { ...answer('fire/exits', 'JC-000203'), outcome: 'not-met', evidence: [photo], corrected: true },
  { ...by, id: 'out-0', act: 'conclude', list: 'zhejiang-results@2017', results: [{ code: 'A' }] },
  {
    ...by,
    id: 'out',
    act: 'conclude',
    list: 'example-results@2026',
    results: [
      { code: 'corrected', items: ['fire/exits'] },
      { code: 'to-correct', items: ['market/gas-alarm'] },
    ],
  },
  {
    ...by,
    id: 'fix',
    by: 'JC-000203',
    act: 'order',
    measure: 'correct',
    items: ['market/gas-alarm'],
  },
  {
    ...by,
    id: 'told',
    by: firm,
    at: '2026-03-05',
    act: 'report-done',
    followUp: 'fix',
    evidence: [],
  },
  {
    ...by,
    id: 'public',
    by: 'market',
    at: '2026-03-10',
    act: 'publish',
    reference: 'GS-2026-0017',
  },
  {
    ...by,
    id: 'seen',
    by: 'JC-000203',
    at: '2026-03-10',
    act: 'recheck',
    followUp: 'fix',
    outcome: 'corrected',
    evidence: [{ ...photo, takenOn: '2026-03-10' }],
  },
  { ...by, id: 'end', by: 'market', at: '2026-03-10', act: 'close' },
];
let inspection = opened.inspection;
console.log('\nRefused · 不予记录');
for (const act of acts) {
  const next = recordInspection(inspection, act, { working });
  inspection = next.inspection;
  for (const issue of next.issues)
    console.log(`  ${describe(issue, 'zh')}\n  ${describe(issue, 'en')}`);
}
console.log(`\nThe visit is ${inspection.state}. Found:`);
for (const { item, duties, codes, corrected } of findingsOf(inspection)) {
  console.log(
    `  ${item}  ${duties.join('; ')}  ${codes.join()}${corrected ? ', put right at once' : ''}`,
  );
}
console.log('Terms over Spring Festival:');
for (const { duty, from, due, on: done, state } of inspectionDuties(inspection, {
  working,
  asOf: '2026-03-31',
})) {
  console.log(`  ${duty}  ${from} to ${due ?? '-'}  ${done ?? '-'}  ${state}`);
}

// The ledger agrees, and what was found flows back to the credit record.
let { ledger } = booked;
for (const act of ledgerActsOf(inspection))
  ledger = recordVisit(ledger, act, twoInspections).ledger;
console.log(
  `\nThe ledger and the visit differ in ${ledgerDifferences(inspection, ledger).length} places.`,
);
const { record } = joinEntries(
  emptyRecord(firm),
  findingEntries(inspection, { jurisdiction: '110000' }),
);
for (const entry of record.entries) console.log(`  on the record: ${entry.kind} ${entry.on}`);

// The record of the whole course, and the three systems.
const chain = appendRecord(emptyChain('market-2026'), inspectionRecord(inspection));
const head = chainHead(chain);
console.log(`\n${head.count} entries, head ${head.head.slice(0, 16)}…`);
for (const { duty, state, citation } of systemDutyFindings(chain, chinaThreeSystems, {
  asOf: '2026-03-31',
  working,
})) {
  console.log(`  ${duty}  ${state}  ${citation.article ?? citation.title}`);
}
const forged = chain.entries.map((entry) =>
  entry.kind === 'answer'
    ? { ...entry, body: { ...(entry.body as object), outcome: 'met' } }
    : entry,
);
const verdict = verifyChain({ ...chain, entries: forged }, [head]);
console.log(
  `Answers turned to "met" afterwards: ${verdict.issues[0]?.code} at entry ${verdict.first?.seq}.`,
);

// 一业一评: the scene's firms, and what follows for each.
const level = (risk: string, credit: string) => ({
  risk: { scale: 'example-risk', level: risk },
  credit: { scale: 'example-credit', level: credit },
});
const report = evaluateScene(cateringScene, [
  { id: firm, ...level('medium', 'C') },
  { id: '示例企业00018', ...level('low', 'A') },
  { id: '示例企业00019', ...level('low', 'A') },
]);
console.log('\nThe evaluation · 一业一评');
for (const { risk, credit, firms } of report.counts.filter((cell) => cell.firms > 0)) {
  console.log(`  risk ${risk}, credit ${credit}: ${firms}`);
}
for (const { id, measures } of report.firms) {
  console.log(
    `  ${id}  ${measures.ratio}, at most ${measures.visits} a year, ${measures.items} items`,
  );
}
