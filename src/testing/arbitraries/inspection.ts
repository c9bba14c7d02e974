import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, type Day } from '../../core/day.js';
import type { EvidenceReference, InspectionAct } from '../../inspection/act.js';
import type { InspectionDocuments, InspectionOpening } from '../../inspection/inspection.js';

/** What acts are made for. */
export interface InspectionCase {
  readonly opening: InspectionOpening;
  readonly documents: InspectionDocuments;
}

/**
 * Acts of a visit as devices might send them: mostly in order, some left out, sent twice, turned round,
 * by somebody else, or about something that is not there. Each has the right shape.
 *
 * @example
 * ```ts
 * import { arbitraryInspectionActs } from 'evenhand/testing';
 * import { exampleInspectionRules as rules, exampleResults as results } from 'evenhand/schemes';
 * import * as fc from 'fast-check';
 *
 * const team = ['O-1', 'O-2'].map((officer) => ({ officer, authority: 'market' }));
 * const opening = { visit: 'v', entity: 'A', on: '2026-03-02', method: 'on-site', lead: 'market', partners: [], team } as const;
 * const documents = { checklist: { id: 'c', version: '1', from: '2026-01-01', items: [] }, results, rules };
 * fc.sample(arbitraryInspectionActs({ opening, documents }), { seed: 1, numRuns: 3 }).every((acts) => acts.length > 0); // => true
 * ```
 */
export function arbitraryInspectionActs(given: InspectionCase): fc.Arbitrary<InspectionAct[]> {
  requireArgument('arbitraryInspectionActs', 'given', given, { opening: 'object' });
  return fc
    .tuple(usual(given), fc.array(odd(given), { maxLength: 6 }))
    .chain(([acts, others]) =>
      fc.tuple(
        fc.shuffledSubarray(others, { minLength: others.length }),
        fc.array(fc.nat({ max: acts.length }), {
          minLength: others.length,
          maxLength: others.length,
        }),
        fc.oneof(
          { arbitrary: fc.constant(acts), weight: 3 },
          { arbitrary: fc.subarray(acts, { minLength: Math.min(1, acts.length) }), weight: 2 },
          { arbitrary: fc.shuffledSubarray(acts, { minLength: acts.length }), weight: 1 },
        ),
      ),
    )
    .map(([others, places, acts]) => {
      const all: Undated[] = [...acts];
      others.forEach((one, i) => {
        all.splice(Math.min(places[i] as number, all.length), 0, one);
      });
      return all;
    })
    .chain((acts) =>
      fc
        .array(fc.constantFrom(0, 0, 0, 1, 3, 20), {
          minLength: acts.length,
          maxLength: acts.length,
        })
        .map((steps) => dated(acts, steps, given.opening)),
    );
}

type Undated = { readonly id: string; readonly act: InspectionAct['act']; readonly by: string };

function dated(
  acts: readonly Undated[],
  steps: readonly number[],
  { on, visit }: InspectionOpening,
): InspectionAct[] {
  let day: Day = on;
  return acts.map((one, i) => {
    day = addDays(day, steps[i] as number);
    const { dueIn, ...fields } = one as Undated & { dueIn?: number };
    const due = dueIn === undefined ? {} : { due: addDays(day, dueIn) };
    return { ...fields, visit, at: day, ...due } as unknown as InspectionAct;
  });
}

/** The way from a scan-in to a closed visit. */
function usual({ opening, documents }: InspectionCase): fc.Arbitrary<Undated[]> {
  const { checklist, results } = documents;
  const officers = opening.team.map(({ officer }) => officer);
  const first = officers[0] as string;
  const list = `${results.id}@${results.version}`;
  const evidence: EvidenceReference[] = [
    { digest: 'e'.repeat(64), kind: 'photo', takenOn: opening.on },
  ];
  const codesOf = (sort: string): string[] =>
    results.results.filter((one) => one.sort === sort).map(({ code }) => code);
  return fc
    .record({
      outcomes: fc.array(fc.constantFrom('met', 'not-met', 'not-applicable'), {
        minLength: checklist.items.length,
        maxLength: checklist.items.length,
      }),
      clean: fc.constantFrom(...codesOf('clean')),
      problem: fc.constantFrom(...codesOf('problem')),
      measure: fc.constantFrom(...results.followUps.map(({ code }) => code)),
      dueIn: fc.constantFrom(undefined, 0, 3, 5),
      word: fc.constantFrom('agreed', 'agreed', 'returned'),
      isReported: fc.boolean(),
      look: fc.constantFrom('corrected', 'not-corrected'),
    })
    .map(({ outcomes, clean, problem, measure, dueIn, word, isReported, look }) => {
      const answers = checklist.items.map(({ id, authorities }, i) => ({
        id: `a${i}`,
        by: opening.team.find(({ authority }) => authorities.includes(authority))?.officer ?? first,
        act: 'answer' as const,
        item: id,
        outcome: outcomes[i],
        evidence: outcomes[i] === 'not-met' ? evidence : [],
      }));
      const faulty = answers.filter(({ outcome }) => outcome === 'not-met');
      const codes = [{ code: faulty.length === 0 ? clean : problem }];
      const of = (id: string, act: Undated['act'], fields: object, by = first): Undated => ({
        id,
        act,
        by,
        ...fields,
      });
      const items = faulty.map(({ item }) => item);
      const due = dueIn === undefined ? {} : { dueIn };
      return [
        of('in', 'start', { officers, scan: 'SCAN' }),
        ...answers,
        of('out', 'conclude', { list, results: codes }),
        of('word', 'review', { outcome: word, opinion: 'OPINION' }, 'reviewer'),
        of('fix', 'order', { measure, items, ...due }),
        of('word2', 'review', { of: 'fix', outcome: word, opinion: 'OPINION' }, 'reviewer'),
        ...(isReported
          ? [of('done', 'report-done', { followUp: 'fix', evidence: [] }, 'firm')]
          : []),
        of('look', 'recheck', { followUp: 'fix', outcome: look, evidence: [] }),
        of('fix2', 'order', { measure, items, follows: 'fix', ...due }),
        of('public', 'publish', { reference: 'NOTICE' }, opening.lead),
        of('end', 'close', {}, opening.lead),
      ];
    });
}

/** What does not fit, or only sometimes. */
function odd({ opening, documents }: InspectionCase): fc.Arbitrary<Undated> {
  const { checklist, results } = documents;
  const officer = fc.constantFrom(...opening.team.map((one) => one.officer), 'stranger');
  const item = fc.constantFrom(...checklist.items.map(({ id }) => id), 'of-no-list');
  const late = { digest: 'f'.repeat(64), kind: 'photo', takenOn: addDays(opening.on, 2) } as const;
  const evidence = fc.constantFrom([], [late]);
  const code = fc.constantFrom(...results.results.map((one) => one.code), 'of-no-list');
  const followUp = fc.constantFrom('fix', 'fix2', 'of-nothing');
  const measure = fc.constantFrom(...results.followUps.map((one) => one.code), 'of-no-list');
  const own = `${results.id}@${results.version}`;
  const kinds = [
    fc.record({
      act: fc.constant('start'),
      officers: fc.subarray([...opening.team.map((one) => one.officer), 'stranger']),
      scan: fc.constant('SCAN'),
    }),
    fc.record({ act: fc.constant('turn-away'), reason: fc.constant('no') }),
    fc.record({ act: fc.constant('call-off'), reason: fc.constant('storm') }),
    fc.record({
      act: fc.constant('restaff'),
      team: fc.subarray([...opening.team, { officer: 'new', authority: opening.lead }]),
      reason: fc.constant('ill'),
    }),
    fc.record({
      act: fc.constant('answer'),
      item,
      outcome: fc.constantFrom('met', 'not-met'),
      evidence,
      ...{ replaces: fc.constantFrom('a0', 'a1') },
    }),
    fc.record({
      act: fc.constant('conclude'),
      list: fc.constantFrom(own, own, 'another@1'),
      results: fc.array(fc.record({ code }), { maxLength: 3 }),
    }),
    fc.record({ act: fc.constant('order'), measure, items: fc.constantFrom([], ['of-no-list']) }),
    fc.record({
      act: fc.constant('review'),
      outcome: fc.constantFrom('agreed', 'returned'),
      opinion: fc.constant('OPINION'),
    }),
    fc.record({ act: fc.constant('report-done'), followUp, evidence }),
    fc.record({
      act: fc.constant('recheck'),
      followUp,
      outcome: fc.constantFrom('corrected', 'not-corrected'),
      evidence,
    }),
    fc.record({ act: fc.constant('publish'), reference: fc.constant('NOTICE') }),
    fc.record({ act: fc.constant('close') }),
  ] as fc.Arbitrary<object>[];
  return fc
    .tuple(fc.nat({ max: 30 }), officer, fc.oneof(...kinds))
    .map(([n, by, fields]) => ({ id: `x${n}`, by, ...fields }) as Undated);
}
