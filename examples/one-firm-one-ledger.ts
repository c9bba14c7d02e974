// One firm, four authorities, one ledger: what each is answered, and what becomes of it.
import { chinaThreeMonths, twoInspections } from 'evenhand/schemes';
import { describe } from 'evenhand/texts';
import {
  admitVisit,
  type Decision,
  emptyLedger,
  eventsOf,
  type Ledger,
  recordVisit,
  type VisitAct,
  type VisitRequest,
  visitsOf,
} from 'evenhand/visits';

const caps = [twoInspections, chinaThreeMonths];
const firm = '示例企业00017';
let ledger: Ledger = emptyLedger;

function say(id: string, decision: Decision): void {
  console.log(`${id}: ${decision.status}`);
  if (decision.status === 'joined') console.log(`  one entry with ${decision.visit}`);
  if (decision.status !== 'refused') return;
  for (const reason of decision.because) {
    console.log(`  ${describe(reason, 'en')}`);
    console.log(`  ${describe(reason, 'zh')}`);
  }
}

function ask(request: Omit<VisitRequest, 'entity' | 'cause'> & Partial<VisitRequest>): void {
  const answer = admitVisit(ledger, { entity: firm, cause: 'draw', ...request }, caps);
  ledger = answer.ledger;
  say(request.id, answer.decision);
}

function act(what: VisitAct): void {
  const answer = recordVisit(ledger, what, caps);
  ledger = answer.ledger;
  say(what.id, answer.decision);
}

// The city's food supervision plans a census in June; fire and the tax office come along.
ask({
  id: 'city-food:1',
  kind: 'census',
  lead: 'city-food',
  items: ['kitchen', 'cold-chain'],
  day: '2026-06-10',
  at: '2026-01-15',
});
ask({
  id: 'fire:1',
  kind: 'spot-check',
  lead: 'fire',
  items: ['exits'],
  day: '2026-05-04',
  window: { from: '2026-05-01', to: '2026-06-30' },
  at: '2026-01-16',
});

// The district would look at the same kitchen in August: three months are not over.
ask({
  id: 'district-food:1',
  kind: 'spot-check',
  lead: 'district-food',
  items: ['kitchen', 'labels'],
  day: '2026-08-03',
  at: '2026-02-01',
});
ask({
  id: 'district-food:2',
  kind: 'spot-check',
  lead: 'district-food',
  items: ['labels'],
  day: '2026-08-03',
  at: '2026-02-01',
});

// The year's two visits are used up; a complaint goes through, with its record.
ask({
  id: 'labour:1',
  kind: 'spot-check',
  lead: 'labour',
  items: ['contracts'],
  day: '2026-10-12',
  at: '2026-03-01',
});
ask({
  id: 'labour:2',
  kind: 'for-cause',
  lead: 'labour',
  items: ['contracts'],
  cause: 'for-cause',
  evidence: { cause: 'complaint', reference: '12345-2026-031' },
  day: '2026-10-12',
  at: '2026-03-02',
});

// The day comes: scan in, check, done.
const visit = { entity: firm, visit: 'city-food:1', by: 'city-food', at: '2026-06-10' } as const;
act({ ...visit, id: 'city-food:1/in', act: 'start', reference: 'scan-000123' });
act({ ...visit, id: 'city-food:1/out', act: 'finish', outcome: 'no-problem' });

console.log();
for (const { id, day, state, counts, shares } of visitsOf(ledger)) {
  const who = shares.map(({ lead }) => lead).join(' + ');
  console.log(`${day} ${id} (${who}): ${state}${counts ? '' : ', outside the cap'}`);
}
console.log(
  eventsOf(ledger, firm)
    .map(({ seq, type }) => `${seq} ${type}`)
    .join(', '),
);
