import { judgeLeniency, penaltyRange } from 'evenhand/inspection';
import { answerApplication, emptyHistory, type LevelHistory, regrade, watch } from 'evenhand/risk';
import { sandboxStatus } from 'evenhand/sandbox';
import {
  chinaPenaltyLeniency,
  exampleApproval,
  exampleDiscretion,
  exampleLeniency,
  exampleProgramme,
  exampleRegrading,
  exampleRisk,
  exampleSandbox,
  exampleWarnings,
} from 'evenhand/schemes';
import { compileScheme, schemeAt } from 'evenhand/scoring';
import {
  approvalLaws,
  arbitraryEntity,
  discretionLaws,
  type Law,
  leniencyLaws,
  regradeLaws,
  sandboxLaws,
  warningLaws,
} from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const holds = (laws: readonly Law[]) => {
  for (const { name, property } of laws) {
    it(`${name}`, () => fc.assert(property as fc.IProperty<unknown>, { numRuns: 30 }));
  }
};
const broken = (laws: readonly Law[], numRuns = 200): string[] =>
  laws.flatMap(({ name, property }) =>
    fc.check(property as fc.IProperty<unknown>, { numRuns }).failed ? [name] : [],
  );

describe('the laws of early warning', () => {
  describe('hold for the example', () => holds(warningLaws(exampleWarnings)));

  it('catch a platform that forgets earlier signals, counts what is not known, or warns of the closed', () => {
    const look = warningLaws(exampleWarnings, {
      watch: (all, asOf) => watch(exampleWarnings, all, { asOf }),
    });
    expect(broken(look)).toEqual(['raises no rule anew within its time']);
    const hasty = warningLaws(exampleWarnings, {
      watch: (all, asOf, before) =>
        watch(
          exampleWarnings,
          all.map((one) => ({ ...one, events: one.events.map(({ knownOn: _, ...e }) => e) })),
          { asOf, before },
        ),
    });
    expect(broken(hasty)).toEqual(['counts events of the entity that are known by the day']);
    const closed = warningLaws(exampleWarnings, {
      watch: (all, asOf, before) =>
        watch(
          exampleWarnings,
          all.map(({ state: _, ...one }) => one),
          { asOf, before },
        ),
    });
    expect(broken(closed)).toEqual([
      'raises each signal once, for an active entity and a rule there is',
    ]);
  });
});

describe('the laws of regrading', () => {
  const firms = arbitraryEntity(exampleProgramme, { asOf: '2025-01-01' });
  describe('hold for the example', () => holds(regradeLaws(exampleRegrading, exampleRisk, firms)));

  it('catch a platform that lets levels get better every month, and one that rewrites', () => {
    const rounds = exampleRegrading.rounds.map((one) => ({ ...one, may: 'both' as const }));
    const kind = { ...exampleRegrading, rounds };
    const compiled = compileScheme(exampleRisk);
    const rate = (history: LevelHistory, all: Parameters<typeof regrade>[1], on: string) => {
      const rules = { regrading: kind, risk: [{ at: schemeAt(compiled, on) }] };
      return regrade({ ...history, regrading: emptyHistory(kind).regrading }, all, rules).history;
    };
    expect(broken(regradeLaws(exampleRegrading, exampleRisk, firms, { regrade: rate }))).toEqual([
      'betters nobody in a round that may only go worse',
    ]);
    const rewriting = regradeLaws(exampleRegrading, exampleRisk, firms, {
      regrade: (history, all, on) => {
        const next = rate(history, all, on);
        return { ...next, changes: next.changes.map((one) => ({ ...one, points: [], on })) };
      },
    });
    expect(broken(rewriting)).toEqual(
      expect.arrayContaining([
        'only adds to a history',
        'says of which rules a change of score is made, exactly',
      ]),
    );
  });
});

describe('the laws of a sandbox', () => {
  describe('hold for the example', () => holds(sandboxLaws(exampleSandbox)));

  it('catch a platform whose sandbox has no end, forgives, or keeps the plan changed', () => {
    const status = (change: (one: ReturnType<typeof sandboxStatus>) => object) =>
      sandboxLaws(exampleSandbox, {
        status: (one, record, asOf) => {
          const found = sandboxStatus(exampleSandbox, one, record, asOf);
          return { ...found, ...change(found) };
        },
      });
    expect(broken(status(({ state }) => (state === 'ended' ? { state: 'inside' } : {})))).toContain(
      'ends on its last day at the latest',
    );
    expect(
      broken(
        status(({ state, asOf }) =>
          state === 'triggered' && asOf > '2026-09-01' ? { state: 'inside' } : {},
        ),
      ),
    ).toContain('ends for good');
    expect(broken(status(({ state }) => (state === 'ended' ? { plan: 'excluded' } : {})))).toEqual([
      'suspends nothing, and changes no plan, but for who is inside',
    ]);
  });
});

describe('the laws of leniency', () => {
  describe('hold for the example', () => holds(leniencyLaws(exampleLeniency)));
  describe('hold for the law on penalties', () => holds(leniencyLaws(chinaPenaltyLeniency)));

  it('catch a platform that grants what is not known, and one that takes what suits it', () => {
    const kind = leniencyLaws(exampleLeniency, {
      judge: (one, asOf) => {
        const found = judgeLeniency(exampleLeniency, one, { asOf });
        return found.outcome === 'asked'
          ? { ...found, outcome: 'granted', ground: 'slight-first', ask: [] }
          : found;
      },
    });
    expect(broken(kind)).toContain(
      'grants nothing unless every condition of its ground is met and shown',
    );
    const partial = leniencyLaws(exampleLeniency, {
      judge: (one, asOf) =>
        judgeLeniency(
          exampleLeniency,
          { ...one, evidence: one.evidence.filter(({ holds: yes }) => yes) },
          { asOf },
        ),
    });
    expect(broken(partial)).toEqual(['grants nothing by a condition that somebody refuted']);
  });
});

describe('the laws of discretion', () => {
  describe('hold for the example', () => holds(discretionLaws(exampleDiscretion)));

  it('catch a platform that looks at who it is, and one that lets the end slip', () => {
    const favour = discretionLaws(exampleDiscretion, {
      range: (one, asOf) => {
        const found = penaltyRange(exampleDiscretion, one, { asOf });
        return one.entity === 'A' ? found : { ...found, ranges: [] };
      },
    });
    expect(broken(favour)).toEqual(['gives the same facts the same range, whoever it is']);
    const loose = discretionLaws(exampleDiscretion, {
      refuses: (one, proposed, asOf) => {
        const { state, ranges } = penaltyRange(exampleDiscretion, one, { asOf });
        const [first] = proposed;
        const own = ranges.find(({ penalty }) => penalty === first?.penalty);
        return state === 'asked' || Number(first?.amount) < Number(own?.from);
      },
    });
    expect(broken(loose)).toEqual([
      'lets the ends of a range be proposed, and nothing beyond them',
    ]);
    const early = discretionLaws(exampleDiscretion, { refuses: () => false });
    expect(broken(early)).toEqual([
      'lets the ends of a range be proposed, and nothing beyond them',
      'lets nothing be proposed while something is asked',
    ]);
  });
});

describe('the laws of approval', () => {
  describe('hold for the example', () => holds(approvalLaws(exampleApproval)));

  it('catch a platform that approves lightly, and one that grants half a promise', () => {
    const light = approvalLaws(exampleApproval, {
      answer: (application, rating, entity) => ({
        ...answerApplication(exampleApproval, application, rating, { entity }),
        tier: 'filing',
      }),
    });
    expect(broken(light)).toEqual(['lets nobody go by a lighter way than his level has']);
    const half = approvalLaws(exampleApproval, {
      answer: (application, rating, entity) => {
        const found = answerApplication(exampleApproval, application, rating, { entity });
        return found.decision === 'incomplete' ? { ...found, decision: 'granted' } : found;
      },
    });
    expect(broken(half)).toEqual([
      'gives nothing while something is missing or asked',
      'grants on commitment to whoever made every promise, and checks each',
    ]);
  });
});
