import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { bestFirst } from '../../document/document.js';
import { eventKindsOf, type Subject } from '../../register/condition.js';
import {
  type Application,
  type ApprovalAnswer,
  answerApplication,
} from '../../risk/approval/answerApplication.js';
import { APPROVAL_TIERS, type ApprovalRules } from '../../risk/approval/approvalRules.js';
import type { RiskRating } from '../../risk/rateRisk.js';
import { arbitraryEvents, arbitraryFacts } from '../arbitraries/conditionFacts.js';
import { type Law, law } from './law.js';

/** How a platform answers applications: this library's way, or one that claims to be equal. */
export interface ApprovalPlatform {
  readonly answer?: (
    application: Application,
    rating: RiskRating,
    entity: Subject,
  ) => ApprovalAnswer;
}

/**
 * What must hold of approval by risk: nobody goes by a lighter way than his level has, nothing is given while
 * something is missing or asked, and whoever is granted on commitment has made every promise.
 *
 * @param rules - a document that `checkApprovalRules` accepts, with no time in working days
 * @param platform - what is tried; this library's own where left out
 */
export function approvalLaws(rules: ApprovalRules, platform: ApprovalPlatform = {}): Law[] {
  requireArgument(
    'approvalLaws',
    'rules',
    rules,
    { permits: 'array', scale: 'object', standard: 'object' },
    'parseApprovalRules(…)',
  );
  requireArgument('approvalLaws', 'platform', platform, 'object');
  const {
    answer = (application, rating, entity) =>
      answerApplication(rules, application, rating, { entity }),
  } = platform;
  const on = rules.from;
  const permits = rules.permits;
  const conditions = permits.flatMap(({ forbidden, barred }) =>
    [forbidden, barred].flatMap((one) => (one === undefined ? [] : [one.when])),
  );
  const cases = fc
    .record({
      permit: fc.constantFrom(...permits),
      level: fc.constantFrom(...bestFirst(rules.scale)),
      facts: arbitraryFacts(conditions),
      events: arbitraryEvents(conditions.flatMap(eventKindsOf), on, 4),
      isComplete: fc.boolean(),
      kept: fc.infiniteStream(fc.boolean()),
    })
    .map(({ permit, level, facts, events, isComplete, kept }) => {
      const some = <T>(list: readonly T[]): T[] =>
        list.filter(() => isComplete || kept.next().value === true);
      const application: Application = {
        id: 'a',
        entity: 'A',
        permit: permit.id,
        on,
        materials: some(permit.materials ?? []).map(({ id }) => ({ material: id, reference: 'r' })),
        commitments: some(permit.commitments ?? []).map(({ id }) => ({
          commitment: id,
          signedOn: on,
          reference: 'r',
        })),
      };
      const cite = { cite: '', article: '' };
      const rating: RiskRating = {
        scheme: rules.standard,
        tables: '',
        scale: rules.scale.id,
        asOf: on,
        start: '0',
        score: '0',
        level,
        band: { range: '', level, ...cite },
        reasons: [],
        overrides: [],
      };
      const entity: Subject = { id: 'A', facts, events, lists: [] };
      return { permit, level, application, rating, entity };
    });
  return [
    law('lets nobody go by a lighter way than his level has', cases, (one) => {
      const { tier } = answer(one.application, one.rating, one.entity);
      const expected = one.permit.tiers[one.level] as (typeof APPROVAL_TIERS)[number];
      return APPROVAL_TIERS.indexOf(tier) >= APPROVAL_TIERS.indexOf(expected)
        ? undefined
        : `\`${one.level}\` goes by \`${tier}\`, expected \`${expected}\``;
    }),
    law('gives nothing while something is missing or asked', cases, (one) => {
      const { decision, issues } = answer(one.application, one.rating, one.entity);
      const isGiven = ['needless', 'filed', 'granted'].includes(decision);
      return isGiven && issues.length > 0
        ? `it is \`${decision}\` with \`${issues[0]?.code}\``
        : undefined;
    }),
    law('grants on commitment to whoever made every promise, and checks each', cases, (one) => {
      const { decision, promises } = answer(one.application, one.rating, one.entity);
      if (decision !== 'granted') return undefined;
      const made = one.application.commitments.map(({ commitment }) => commitment);
      const open = (one.permit.commitments ?? []).find(
        ({ id }) => !made.includes(id) || !promises.some(({ commitment }) => commitment === id),
      );
      return open === undefined ? undefined : `\`${open.id}\` was not promised, or is not checked`;
    }),
  ];
}
