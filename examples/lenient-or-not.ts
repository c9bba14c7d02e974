// A slight violation that is asked about, then goes unpunished; and another one, whose penalty has a range.
import { judgeLeniency, penaltyRange, penaltyRefusals } from 'evenhand/inspection';
import { exampleDiscretion, exampleLeniency } from 'evenhand/schemes';
import { describe } from 'evenhand/texts';

const slight = {
  id: '示例案〔2026〕7号',
  entity: '示例企业00017',
  violation: 'price-not-shown',
  on: '2026-03-02',
  facts: {},
  events: [],
  evidence: [],
};
const asOf = '2026-03-06';
const asked = judgeLeniency(exampleLeniency, slight, { asOf });
console.log(asked.outcome);
for (const { condition, answer, asks } of asked.checked) {
  console.log(`  ${condition}: ${answer}${asks === undefined ? '' : ` — ${asks.zh} ${asks.en}`}`);
}
const shown = {
  ...slight,
  facts: { harm: false },
  correctedOn: '2026-03-05',
  evidence: ['no-harm', 'corrected'].map((condition) => ({
    condition,
    holds: true,
    reference: `示例材料-${condition}`,
  })),
};
const granted = judgeLeniency(exampleLeniency, shown, { asOf });
console.log(granted.outcome, 'by', granted.ground);
for (const { condition, answer, evidence, due } of granted.checked) {
  console.log(
    `  ${condition}: ${answer} ${evidence.join(' ')}${due === undefined ? '' : ` (until ${due})`}`,
  );
}
const before = {
  id: 'p1',
  kind: 'penalty-minor',
  on: '2025-06-01',
  values: { violation: 'price-not-shown' },
  source: '示例',
};
const fault = { condition: 'no-fault', holds: false, reference: '示例笔录-3' };
const again = { ...shown, events: [before], evidence: [...shown.evidence, fault] };
console.log('the second time:', judgeLeniency(exampleLeniency, again, { asOf }).outcome);

console.log('\n裁量 / discretion');
const label = { ...slight, id: '示例案〔2026〕8号', violation: 'label-false' };
for (const facts of [
  { voluntary: false, harm: false, obstructed: false },
  { voluntary: true, harm: false, obstructed: false },
  { voluntary: true, harm: true, obstructed: false },
  { voluntary: true, obstructed: false },
]) {
  const { state, band, between, ranges, ask } = penaltyRange(
    exampleDiscretion,
    { ...label, facts },
    { asOf },
  );
  const range = ranges.map(({ penalty, from, to }) => `${penalty} ${from}..${to}`).join(', ');
  console.log(
    JSON.stringify(facts),
    state,
    band ?? between?.join(' to '),
    range || `asks ${ask.join()}`,
  );
}
const known = { ...label, facts: { voluntary: false, harm: false, obstructed: false } };
for (const amount of ['3000', '2999.99']) {
  const refused = penaltyRefusals(exampleDiscretion, known, [{ penalty: 'fine', amount }], {
    asOf,
  });
  console.log(`fine ${amount}: ${refused.length === 0 ? 'in its range' : ''}`);
  for (const issue of refused)
    console.log(`  ${describe(issue, 'zh')}\n  ${describe(issue, 'en')}`);
}
