import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/core/day.js';
import * as schemes from '../../src/schemes/index.js';
import { arbitraryLimits } from '../../src/testing/arbitraries/ledger.js';
import { ledgerLaws } from '../../src/testing/laws/ledgerLaws.js';
import type { Cap } from '../../src/visits/cap.js';
import { capSchema } from '../../src/visits/capSchema.js';
import { checkCap } from '../../src/visits/checkCap.js';
import { admitVisit } from '../../src/visits/ledger/admitVisit.js';
import type { LedgerAnswer } from '../../src/visits/ledger/answered.js';
import { emptyLedger, eventsOf, ledgerOf } from '../../src/visits/ledger/ledger.js';
import { counter, eachIsBroken, namesOf } from './breaks.js';

const published = Object.values(schemes).filter(
  (one): one is Cap => (one as { kind?: string }).kind === 'cap',
);

describe('the ledger keeps every published cap', () => {
  it.each(published)('$id', (cap) => {
    for (const { property } of ledgerLaws(cap)) fc.assert(property, { numRuns: 15 });
  });

  it('several at once', () => {
    const several = [schemes.twoInspections, schemes.chinaThreeMonths, schemes.chinaPostLicence];
    for (const { property } of ledgerLaws(several)) fc.assert(property, { numRuns: 25 });
  });
});

describe('caps nobody has thought of', () => {
  it('are sound documents', () => {
    fc.assert(
      fc.property(arbitraryLimits(), (cap) => {
        expect(capSchema.safeParse(JSON.parse(JSON.stringify(cap))).success).toBe(true);
        expect(checkCap(cap)).toEqual([]);
      }),
    );
  });

  it.each(ledgerLaws(schemes.twoInspections).map(({ name }, i) => [name, i] as const))(
    '%s',
    (_, i) => {
      fc.assert(
        fc.property(
          fc.array(arbitraryLimits(), { minLength: 1, maxLength: 2 }),
          fc.nat(),
          (caps, seed) => {
            const named = caps.map((cap, n) => ({ ...cap, id: `cap-${n}` }));
            const { property } = ledgerLaws(named)[i] as ReturnType<typeof ledgerLaws>[number];
            const { errorInstance } = fc.check(property, { seed, numRuns: 4 });
            if (errorInstance != null) throw errorInstance;
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

const { twoInspections } = schemes;
const loose: Cap = {
  ...twoInspections,
  limits: twoInspections.limits.map((limit) => ({ ...limit, unit: { visits: 2 } })),
};
const answering = (change: (answer: LedgerAnswer) => Partial<LedgerAnswer>) => () =>
  ledgerLaws(twoInspections, {
    admitVisit: (...asked) => {
      const answer = admitVisit(...asked);
      return { ...answer, ...change(answer) };
    },
  });
const refusing = (change: object) =>
  answering(({ decision }) =>
    decision.status === 'refused' ? { decision: { ...decision, ...change } } : {},
  );
const count = counter();

describe('a ledger that does wrong', () => {
  eachIsBroken(namesOf(ledgerLaws(twoInspections)), {
    'crosses no limit but by a marked duty or override': () =>
      ledgerLaws(twoInspections, {
        admitVisit: (ledger, request, _, options) => admitVisit(ledger, request, loose, options),
      }),
    'takes no booked duty from anybody who did not give it up': answering(({ ledger, events }) => {
      const [first, ...rest] = eventsOf(ledger);
      if (first === undefined || rest.length === 0 || !('basis' in first)) return {};
      const kept = ledgerOf([{ ...first, basis: [] }, ...rest]);
      return { ledger: kept, events };
    }),
    'is the same when its events are replayed': answering(({ ledger }) => ({
      ledger: { ...ledger, requests: emptyLedger.requests },
    })),
    'adds its new events and changes none': answering(() => ({ events: [] })),
    'answers the same request the same, and changes nothing then': answering(({ decision }) => ({
      decision: decision.status === 'refused' ? decision : { ...decision, until: `${count()}` },
    })) as never,
    'refuses another request under a name that is taken': () =>
      ledgerLaws(twoInspections, {
        admitVisit: (ledger, request, ...rest) =>
          admitVisit(request.entity === 'E1' ? ledger : emptyLedger, request, ...rest),
      }),
    'says why it refuses, and lets through on the day it calls free': refusing({ because: [] }),
    'calls no day free where an earlier one is': answering(({ decision }) =>
      decision.status === 'refused' && decision.free !== undefined
        ? { decision: { ...decision, free: addDays(decision.free, 1) } }
        : {},
    ),
    'decides the same where refusals that bear on nothing are left out': () =>
      ledgerLaws(twoInspections, {
        // It counts how often it has refused: what is left out is missed.
        admitVisit: (ledger, ...asked) => {
          const answer = admitVisit(ledger, ...asked);
          const refusals = eventsOf(ledger).filter(({ type }) => type === 'refused').length;
          return answer.decision.status === 'refused'
            ? { ...answer, decision: { status: 'recorded', visit: `${refusals}`, state: 'done' } }
            : answer;
        },
      }),
    'answers the same when asked twice, and leaves what it is asked as it was': answering(() => ({
      decision: { status: 'recorded', visit: String(count()), state: 'done' },
    })),
  });

  it('is found out where a day it calls free is none', () => {
    const laws = ledgerLaws(twoInspections, {
      admitVisit: (...asked) => {
        const answer = admitVisit(...asked);
        const { decision } = answer;
        if (decision.status !== 'refused' || decision.free === undefined) return answer;
        return { ...answer, decision: { ...decision, free: addDays(decision.free, -1) } };
      },
    });
    const law = laws.find(({ name }) => name.startsWith('says why'));
    expect(law && fc.check(law.property, { numRuns: 300 }).failed).toBe(true);
  });
});
