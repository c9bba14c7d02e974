// Approval by risk: four ways for one standard, a promise not kept, and a sandbox for what nobody can judge yet.
import { answerApplication, promiseStandings, rateRisk, standardIssues } from 'evenhand/risk';
import { admit, checkSandboxRules, planEffects, sandboxStatus } from 'evenhand/sandbox';
import { exampleApproval, exampleRisk, exampleSandbox } from 'evenhand/schemes';
import { compileScheme } from 'evenhand/scoring';
import { describe } from 'evenhand/texts';

const standard = compileScheme(exampleRisk);
const on = '2026-03-02';
console.log(
  'one standard before and after:',
  standardIssues(exampleApproval, [exampleRisk]).length === 0,
);

const kitchen = { industry: '6210', hazardous: false, signBlocksExit: false };
const broken = { id: 'e1', kind: 'commitment-broken', on: '2025-05-01', source: '示例' };
const applicants = [
  ['a plain sign', 'shop-sign', { ...kitchen, crowd: 10 }, []],
  ['a small kitchen', 'food-service', { ...kitchen, crowd: 10 }, []],
  ['a large one', 'food-service', { ...kitchen, crowd: 300 }, []],
  ['a large one that broke its word', 'food-service', { ...kitchen, crowd: 300 }, [broken]],
  [
    'a plant',
    'food-service',
    { industry: '2610', hazardous: true, crowd: 300, standardised: 'none' },
    [{ ...broken, id: 'e2', kind: 'accident' }],
  ],
] as const;
const answers = applicants.map(([name, permit, facts, events], i) => {
  const entity = { facts, lists: [], events };
  const application = {
    id: `示例准〔2026〕${i}号`,
    entity: `示例企业0000${i}`,
    permit,
    on,
    materials: ['plan', 'health'].map((material) => ({ material, reference: '示例材料' })),
    commitments: ['premises', 'staff'].map((commitment) => ({
      commitment,
      signedOn: on,
      reference: '示例承诺书',
    })),
  };
  const rating = rateRisk(standard, entity, { asOf: on });
  const answer = answerApplication(exampleApproval, application, rating, { entity });
  const check = answer.followUp === undefined ? '' : `, checked by ${answer.followUp.window.to}`;
  console.log(`${name}: ${answer.level}, ${answer.tier}, ${answer.decision}${check}`);
  return answer;
});

const [, , granted] = answers;
if (granted !== undefined) {
  const checks = [
    { commitment: 'premises', on: '2026-04-01', found: 'kept', reference: '示例核查-1' },
    { commitment: 'staff', on: '2026-04-01', found: 'unkept', reference: '示例核查-1' },
  ] as const;
  for (const asOf of ['2026-03-31', '2026-04-16', '2026-04-17']) {
    const { permit, standings, events } = promiseStandings(exampleApproval, granted, checks, {
      asOf,
    });
    const states = standings.map(({ commitment, state }) => `${commitment} ${state}`).join(', ');
    console.log(
      `${asOf}: permit ${permit}; ${states}; events: ${events.map(({ kind }) => kind).join(', ')}`,
    );
  }
}

console.log('\n沙盒 / the sandbox');
const { ends: _, ...endless } = exampleSandbox;
const { lasts: __, ...inside } = exampleSandbox.inside;
for (const issue of checkSandboxRules({ ...endless, inside })) {
  console.log(`${describe(issue, 'zh')}\n${describe(issue, 'en')}`);
}
const robots = {
  id: '示例企业00020',
  facts: { deliveryRobots: true, insured: true },
  lists: [],
  events: [],
};
const { admission } = admit(exampleSandbox, robots, { on: '2026-03-01', inside: [] });
if (admission !== undefined) {
  const complaint = (day: string) => ({
    id: `c-${day}`,
    kind: 'complaint',
    on: day,
    source: '示例',
  });
  const accident = {
    id: 'a1',
    kind: 'accident',
    on: '2027-01-05',
    knownOn: '2027-01-07',
    source: '示例',
  };
  const record = {
    events: [complaint('2026-10-01'), complaint('2026-10-05'), complaint('2026-10-20'), accident],
    readings: ['2026-05-31', '2026-08-31', '2026-11-30'].map((day) => ({
      limit: 'robots',
      on: day,
      value: '40',
      reference: `示例月报-${day}`,
    })),
  };
  for (const asOf of ['2026-03-01', '2026-09-02', '2026-10-20', '2027-01-06', '2027-01-07']) {
    const status = sandboxStatus(exampleSandbox, admission, record, asOf);
    const [effect] = planEffects([status]);
    const checks = status.checks.map(({ item, evidence }) => `${item} for ${evidence?.reference}`);
    console.log(
      `${asOf}: ${status.state}, planned ${effect?.plan ?? 'as usual'}, checks: ${checks.join() || 'none'}`,
    );
  }
}
