import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { orThrow, type Parsed, safeParsed } from '../register/parsed.js';
import type { OfficialDecision, Proposal, VisitOutcome } from './outcome.js';
import { decisionSchema, outcomeSchema, proposalSchema } from './outcomeSchema.js';

/**
 * What came of a visit, out of plain data.
 *
 * @throws `bad-noun`, whose issues say what is wrong: `fault-not-answered`, `result-before-visit`,
 * `published-before-result`, `cause-without-reference`, and those of every shape
 * @example
 * ```ts
 * import { parseOutcome } from 'evenhand/oversight';
 *
 * parseOutcome({
 *   visit: 'E1/spot-check', entity: 'E1', day: '2026-04-02', lead: 'fire', partners: [], officers: ['JC-000123'],
 *   demands: ['fire/exits/E1'], answered: ['exits'], faults: [], concludedOn: '2026-04-07', publishedOn: '2026-04-20',
 * }).faults; // => []
 * ```
 */
export function parseOutcome(value: unknown): VisitOutcome {
  return orThrow('outcome of a visit', safeParseOutcome(value));
}

/** As `parseOutcome`, but what is wrong is returned. */
export function safeParseOutcome(value: unknown): Parsed<VisitOutcome> {
  return sound(safeParsed<VisitOutcome>(outcomeSchema, value), outcomeFaults);
}

/** An official decision out of plain data. @throws `bad-noun`: `review-before-decision`, `review-half` */
export function parseDecision(value: unknown): OfficialDecision {
  return orThrow('official decision', safeParseDecision(value));
}

/** As `parseDecision`, but what is wrong is returned. */
export function safeParseDecision(value: unknown): Parsed<OfficialDecision> {
  return sound(safeParsed<OfficialDecision>(decisionSchema, value), decisionFaults);
}

/** An answer that an officer was given, out of plain data. @throws `bad-noun` */
export function parseProposal(value: unknown): Proposal {
  return orThrow('proposal', safeParseProposal(value));
}

/** As `parseProposal`, but what is wrong is returned. */
export function safeParseProposal(value: unknown): Parsed<Proposal> {
  return safeParsed<Proposal>(proposalSchema, value);
}

function sound<T>(parsed: Parsed<T>, faultsOf: (value: T) => readonly Issue[]): Parsed<T> {
  if (!parsed.ok) return parsed;
  const issues = faultsOf(parsed.value);
  return issues.length === 0 ? parsed : { ok: false, issues };
}

function outcomeFaults(outcome: VisitOutcome): Issue[] {
  const { day, answered, faults, concludedOn, publishedOn, cause, reference } = outcome;
  const first = concludedOn ?? day;
  return [
    ...faults.flatMap((item, i) =>
      answered.includes(item)
        ? []
        : [errorAt('fault-not-answered', ['faults', i], { given: item })],
    ),
    ...(concludedOn !== undefined && concludedOn < day
      ? [errorAt('result-before-visit', ['concludedOn'], { given: concludedOn, expected: day })]
      : []),
    ...(publishedOn !== undefined && publishedOn < first
      ? [
          errorAt('published-before-result', ['publishedOn'], {
            given: publishedOn,
            expected: first,
          }),
        ]
      : []),
    ...(cause !== undefined && reference === undefined
      ? [errorAt('cause-without-reference', ['reference'], { given: cause })]
      : []),
  ];
}

function decisionFaults({ on, review }: OfficialDecision): Issue[] {
  if (review === undefined) return [];
  const { asked, on: decided, outcome } = review;
  return [
    ...(asked < on
      ? [errorAt('review-before-decision', ['review', 'asked'], { given: asked, expected: on })]
      : []),
    ...(decided !== undefined && decided < asked
      ? [errorAt('review-before-decision', ['review', 'on'], { given: decided, expected: asked })]
      : []),
    ...((decided === undefined) === (outcome === undefined)
      ? []
      : [
          errorAt('review-half', ['review', outcome === undefined ? 'outcome' : 'on'], {
            given: outcome ?? (decided as string),
          }),
        ]),
  ];
}

/** What of a proposal is to be looked at, though it counts. */
export function proposalWarnings({ id, officer, proposed, done, reason }: Proposal): Issue[] {
  return proposed !== done && reason === undefined
    ? [warningAt('override-without-reason', [id, 'reason'], { given: officer, proposed, done })]
    : [];
}
