import { deadlineOn } from '../../calendar/deadline.js';
import type { WorkingCalendar } from '../../calendar/workingCalendar.js';
import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import { digest } from '../../core/digest.js';
import { mistake } from '../../core/error.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { referenceOf } from '../../document/book.js';
import type { DocumentReference, LocalText } from '../../document/document.js';
import {
  type Condition,
  fieldOf,
  fieldsOf,
  holds,
  type Subject,
} from '../../register/condition.js';
import type { Demand } from '../../register/nouns.js';
import type { RiskRating } from '../rateRisk.js';
import type { ApprovalRules, ApprovalTier, Permit } from './approvalRules.js';

/** What a firm applies with, or files. */
export interface Application {
  readonly id: string;
  readonly entity: string;
  readonly permit: string;
  readonly on: Day;
  readonly materials: readonly { readonly material: string; readonly reference: string }[];
  readonly commitments: readonly {
    readonly commitment: string;
    readonly signedOn: Day;
    readonly reference: string;
  }[];
}

/** What an application comes to. */
export const APPROVAL_DECISIONS = [
  'needless',
  'filed',
  'granted',
  'to-examine',
  'incomplete',
  'asked',
  'forbidden',
] as const;
export type ApprovalDecision = (typeof APPROVAL_DECISIONS)[number];

/** The receipt of an application: what it comes to, by which way, and why. */
export interface ApprovalAnswer {
  readonly schema: 'evenhand/approval-answer/1';
  readonly application: string;
  readonly entity: string;
  readonly permit: string;
  readonly authority: string;
  readonly on: Day;
  readonly level: string;
  readonly tier: ApprovalTier;
  readonly decision: ApprovalDecision;
  /** Each step that led here, with its source. */
  readonly reasons: readonly { readonly text: LocalText; readonly cite: string }[];
  /** What is missing or not known, of an answer that is incomplete or asked. */
  readonly issues: readonly Issue[];
  /** The last day of a strict examination. */
  readonly due?: Day;
  /** Each promise that was made, and the last day to check it. */
  readonly promises: readonly { readonly commitment: string; readonly checkBy: Day }[];
  /** The check that follows, outside the lottery. */
  readonly followUp?: Demand;
  readonly document: DocumentReference;
  readonly standard: DocumentReference;
  readonly input: string;
}

/**
 * Answers an application, or a filing, by the way its risk asks for (分级分类审批), with a receipt.
 *
 * First what is forbidden, then the tier of the level: nothing is needed, it is filed, granted on commitment,
 * or examined. Whoever is barred from promising is examined. What is not known is asked, never granted.
 *
 * @param rating - the applicant's risk by the rules' standard, on the day of the application
 * @param options.entity - its facts, events and lists
 * @throws `standard-differs` for a rating by another standard; `rating-of-another-day`; `unknown-permit`; what
 * `deadlineOn` throws
 * @example
 * ```ts
 * import { answerApplication, rateRisk } from 'evenhand/risk';
 * import { exampleApproval, exampleRisk } from 'evenhand/schemes';
 * import { compileScheme } from 'evenhand/scoring';
 *
 * const entity = { facts: { industry: '6210', hazardous: false, crowd: 10, heritageStreet: false }, lists: [], events: [] };
 * const rating = rateRisk(compileScheme(exampleRisk), entity, { asOf: '2026-03-02' });
 * const filing = { id: '示例备〔2026〕1号', entity: '示例企业00017', permit: 'sidewalk-seats', on: '2026-03-02',
 *   materials: [{ material: 'plan', reference: '示例图-1' }], commitments: [] };
 * const answer = answerApplication(exampleApproval, filing, rating, { entity });
 * [rating.level, answer.tier, answer.decision]; // => ['low', 'filing', 'filed']
 * ```
 */
export function answerApplication(
  rules: ApprovalRules,
  application: Application,
  rating: RiskRating,
  options: { readonly entity: Subject; readonly working?: WorkingCalendar },
): ApprovalAnswer {
  requireArgument('answerApplication', 'rules', rules, 'object');
  requireArgument('answerApplication', 'application', application, 'object');
  requireArgument('answerApplication', 'rating', rating, 'object');
  requireArgument('answerApplication', 'options', options, { entity: 'object' });
  const { entity, working } = options;
  const permit = permitOf(rules, application, rating);
  const { on } = application;
  const levelTier = permit.tiers[rating.level] as ApprovalTier;
  const reasons: { text: LocalText; cite: string }[] = [{ text: permit.title, cite: permit.cite }];
  const answer = (
    tier: ApprovalTier,
    decision: ApprovalDecision,
    more: Partial<Pick<ApprovalAnswer, 'issues' | 'due' | 'promises' | 'followUp'>> = {},
  ): ApprovalAnswer => ({
    schema: 'evenhand/approval-answer/1',
    application: application.id,
    entity: application.entity,
    permit: permit.id,
    authority: permit.authority,
    on,
    level: rating.level,
    tier,
    decision,
    reasons,
    issues: [],
    promises: [],
    ...more,
    document: referenceOf(rules),
    standard: rating.scheme,
    input: digest({ application, rating }),
  });
  const asked = (when: Condition, tier: ApprovalTier): ApprovalAnswer =>
    answer(tier, 'asked', {
      issues: openFields(when, entity).map((given) =>
        errorAt('fact-needed', ['facts', given], { given, permit: permit.id }),
      ),
    });
  const { forbidden, barred } = permit;
  if (forbidden !== undefined) {
    const one = holds(forbidden.when, entity, on);
    if (one === 'missing') return asked(forbidden.when, levelTier);
    if (one === 'yes') {
      reasons.push({ text: forbidden.text, cite: forbidden.cite });
      return answer(levelTier, 'forbidden');
    }
  }
  const followUp = (tier: ApprovalTier) => {
    const demand = followUpOf(permit, application, tier, working);
    return demand === undefined ? {} : { followUp: demand };
  };
  const strictly = (): ApprovalAnswer => {
    const due = permit.decideWithin && deadlineOn(on, permit.decideWithin, working);
    return answer('strict', 'to-examine', {
      ...(due === undefined ? {} : { due }),
      ...followUp('strict'),
    });
  };
  switch (levelTier) {
    case 'exempt-unless-forbidden':
      return answer(levelTier, 'needless', followUp(levelTier));
    case 'filing': {
      const issues = missingMaterials(permit, application);
      if (issues.length > 0) return answer(levelTier, 'incomplete', { issues });
      return answer(levelTier, 'filed', followUp(levelTier));
    }
    case 'commitment': {
      const isBarred = barred === undefined ? 'no' : holds(barred.when, entity, on);
      if (barred !== undefined && isBarred === 'missing') return asked(barred.when, levelTier);
      if (barred !== undefined && isBarred === 'yes') {
        reasons.push({ text: barred.text, cite: barred.cite });
        return strictly();
      }
      const issues = missingPromises(permit, application);
      if (issues.length > 0) return answer(levelTier, 'incomplete', { issues });
      const promises = (permit.commitments ?? []).map(({ id, checkWithin }) => ({
        commitment: id,
        checkBy: deadlineOn(on, checkWithin, working),
      }));
      return answer(levelTier, 'granted', { promises, ...followUp(levelTier) });
    }
    case 'strict':
      return strictly();
  }
}

function permitOf(rules: ApprovalRules, application: Application, rating: RiskRating): Permit {
  const { standard } = rules;
  const { id, version, digest: content } = rating.scheme;
  if (content !== standard.digest) {
    throw mistake(
      'standard-differs',
      `the rating is by \`${id}@${version}\`, approval by \`${standard.id}@${standard.version}\``,
      {
        given: `${id}@${version} ${content}`,
        expected: `${standard.id}@${standard.version} ${standard.digest}`,
      },
    );
  }
  if (rating.asOf !== application.on) {
    throw mistake('rating-of-another-day', `the rating is of \`${rating.asOf}\``, {
      given: rating.asOf,
      expected: application.on,
    });
  }
  const permit = rules.permits.find((one) => one.id === application.permit);
  if (permit !== undefined) return permit;
  throw mistake('unknown-permit', `\`${rules.id}\` has no permit \`${application.permit}\``, {
    given: application.permit,
    expected: rules.permits.map((one) => one.id),
  });
}

const missingMaterials = ({ materials = [] }: Permit, application: Application): Issue[] =>
  materials.flatMap((one) =>
    application.materials.some(({ material }) => material === one.id)
      ? []
      : [errorAt('material-missing', ['materials'], { given: one.id })],
  );

function missingPromises({ commitments = [] }: Permit, application: Application): Issue[] {
  return commitments.flatMap(({ id }): Issue[] => {
    const own = application.commitments.find(({ commitment }) => commitment === id);
    if (own === undefined) return [errorAt('promise-missing', ['commitments'], { given: id })];
    if (own.signedOn <= application.on) return [];
    const params = { given: own.signedOn, promise: id, expected: application.on };
    return [errorAt('promise-later', ['commitments'], params)];
  });
}

/** The facts a condition asks for that are not known. */
const openFields = (when: Condition, entity: Subject): string[] =>
  [...new Set(fieldsOf(when))].filter(
    (field) => field !== 'list' && fieldOf(entity, field) === undefined,
  );

function followUpOf(
  permit: Permit,
  application: Application,
  tier: ApprovalTier,
  working: WorkingCalendar | undefined,
): Demand | undefined {
  const check = permit.followUp?.[tier];
  if (check === undefined) return undefined;
  return {
    id: `${application.id}#${check.item}`,
    entity: application.entity,
    authority: permit.authority,
    item: check.item,
    kind: 'census',
    cause: 'floor',
    window: { from: application.on, to: deadlineOn(application.on, check.within, working) },
    weight: 1,
    duty: true,
  };
}
