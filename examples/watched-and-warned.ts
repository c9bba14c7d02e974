// A street of restaurants over a year: rated anew each month, watched for warnings, and one warning brought
// to its end: a look from afar, a visit outside the cap, a finding, its disposal, its event, a new level.
import {
  advanceCase,
  type CaseStep,
  caseDemand,
  caseEvent,
  emptyHistory,
  levelLists,
  levelUnderWarnings,
  openCase,
  regrade,
  regradingDays,
  type Signal,
  watch,
} from 'evenhand/risk';
import { exampleRegrading, exampleRisk, exampleWarnings } from 'evenhand/schemes';
import { compileScheme, schemeAt } from 'evenhand/scoring';
import { describe } from 'evenhand/texts';

const standard = compileScheme(exampleRisk);
const event = (id: string, kind: string, on: string) => ({ id, kind, on, source: '示例' });
const firm = (n: number, events: ReturnType<typeof event>[]) => ({
  id: `示例企业${String(n).padStart(5, '0')}`,
  facts: { industry: '6210', hazardous: false, crowd: 20, standardised: 'basic' },
  district: '110105',
  lists: [],
  events,
});
const complaints = (n: number, ...days: string[]) =>
  days.map((on, i) => event(`c${n}-${i}`, 'complaint', on));

// Eleven restaurants; the seventh has one complaint after another.
let street = Array.from({ length: 11 }, (_, n) =>
  firm(
    n,
    n === 7
      ? [
          ...complaints(7, '2026-02-03', '2026-02-20', '2026-03-11'),
          event('f7', 'finding-serious', '2025-11-05'),
        ]
      : complaints(n, ...(n < 3 ? ['2026-03-02'] : [])),
  ),
);

let history = emptyHistory(exampleRegrading);
let signals: Signal[] = [];
for (const { on } of regradingDays(exampleRegrading, { from: '2025-12-31', to: '2026-03-31' })) {
  const rules = { regrading: exampleRegrading, risk: [{ at: schemeAt(standard, on) }] };
  const { history: next, changes } = regrade(history, street, rules);
  history = next;
  const seen = watch(exampleWarnings, street, { asOf: on, before: signals });
  signals = [...signals, ...seen.signals];
  console.log(
    `${on}: ${changes.length} changes, ${seen.signals.length} signals, ${seen.quiet} quiet`,
  );
}

console.log('\n预警 / signals');
for (const { entity, rule, grounds } of signals) {
  const [ground] = grounds;
  const average = ground?.average === undefined ? '' : `, the others ${ground.average} on average`;
  console.log(`${entity} ${rule}: ${ground?.count} events${average}`);
}

console.log('\n核查处置 / from the signal to its end');
const signal = signals.find(({ rule }) => rule === 'complaints') as Signal;
let now = openCase(exampleWarnings, signal);
const steps: CaseStep[] = [
  { do: 'begin', on: '2026-04-01', method: 'on-site', by: 'JC-000123' },
  { do: 'begin', on: '2026-04-01', method: 'off-site', by: 'JC-000123' },
  { do: 'result', on: '2026-04-03', outcome: 'inconclusive', evidence: ['示例录像-17'] },
  { do: 'begin', on: '2026-04-07', method: 'on-site', by: 'JC-000123' },
  {
    do: 'result',
    on: '2026-04-07',
    outcome: 'founded',
    finding: 'serious',
    evidence: ['示例照片-3'],
  },
  { do: 'dispose', on: '2026-04-20', disposal: 'case-filed', reference: '示例立案〔2026〕3号' },
];
for (const step of steps) {
  if (now === undefined) break;
  const { case: next, issues } = advanceCase(exampleWarnings, now, step);
  now = next;
  const demand = caseDemand(exampleWarnings, now);
  const visit =
    demand === undefined ? '' : `; a visit for cause, ${demand.window.from} to ${demand.window.to}`;
  console.log(`${step.on} ${step.do}: ${now.state}${now.due ? `, due ${now.due}` : ''}${visit}`);
  for (const issue of issues) console.log(`  ${describe(issue, 'zh')}\n  ${describe(issue, 'en')}`);
}
const outcome = now === undefined ? undefined : caseEvent(exampleWarnings, now);
console.log(`event: ${outcome?.kind} on ${outcome?.on}, source ${outcome?.source}`);

// The event is on the record at the next round, and the level follows from it.
street = street.map((one) =>
  one.id === signal.entity && outcome !== undefined
    ? { ...one, events: [...one.events, { ...outcome, source: '示例' }] }
    : one,
);
const april = { regrading: exampleRegrading, risk: [{ at: schemeAt(standard, '2026-04-30') }] };
const { history: after, changes } = regrade(history, street, april);
console.log('\n名单 / lists on 2026-04-30, since 2026-03-31');
for (const { level, entities, joined, left } of levelLists(after, {
  on: '2026-04-30',
  since: '2026-03-31',
}).lists) {
  console.log(`${level}: ${entities.length}, ${joined.length} joined, ${left.length} left`);
}
for (const { entity, from, to, score, points } of changes) {
  const why = points.map((one) => `${one.rule} ${one.from ?? 0} → ${one.to ?? 0}`).join(', ');
  console.log(`${entity}: ${from} → ${to}, ${score?.from} → ${score?.to} points (${why})`);
}

// Two serious findings within a year step the level too, for half a year: the rating itself stays.
const may = watch(exampleWarnings, street, { asOf: '2026-05-01', before: signals }).signals;
const warned = levelUnderWarnings(exampleWarnings, 'medium', may, { asOf: '2026-05-01' });
console.log(
  `\nunder warnings on 2026-05-01: ${warned.from} → ${warned.level} until ${warned.until}, by ${warned.by.join()}`,
);
