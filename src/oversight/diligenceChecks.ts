import type { DueDiligenceInput } from './dueDiligence.js';
import type { DiligenceCheck, DiligenceCheckName, KnownThen } from './dueDiligenceTypes.js';
import { latePublications } from './latePublications.js';
import { isOverride } from './overrideRates.js';

/** Whether each condition that can be computed held by the end of the day, and what shows it. */
export function diligenceChecks(
  then: Omit<KnownThen, 'checks'>,
  given: Pick<
    DueDiligenceInput,
    'promised' | 'outcomes' | 'proposals' | 'decisions' | 'term' | 'day'
  >,
): DiligenceCheck[] {
  const { receipt, duties, visits, proposals, decisions } = then;
  const ifGiven = (
    check: DiligenceCheckName,
    isGiven: boolean,
    against: readonly string[],
    shownBy: readonly string[],
  ): DiligenceCheck => ({
    check,
    answer: isGiven ? answerOf(against, shownBy) : 'unknown',
    shownBy: isGiven ? (against.length === 0 ? shownBy : against) : [],
  });
  const documents = receipt?.documents.map(({ id, version }) => `${id}@${version}`) ?? [];
  const overdue = duties.filter(({ state }) => state === 'overdue').map(({ demand }) => demand);
  const unexplained = proposals.filter((one) => isOverride(one) && one.reason === undefined);
  const faulty = visits.filter(({ faults }) => faults.length > 0).map(({ visit }) => visit);
  const answered = new Set(decisions.map(({ visit }) => visit));
  const { late, judged, running } = latePublications(visits, given.day, given.term);
  return [
    ifGiven('rule-in-force', true, receipt === undefined ? ['not-assessable'] : [], documents),
    ifGiven(
      'duties-done',
      given.promised !== undefined && given.outcomes !== undefined,
      overdue,
      duties.filter(({ state }) => state !== 'overdue').map(({ demand }) => demand),
    ),
    ifGiven(
      'answers-followed',
      given.proposals !== undefined,
      unexplained.map(({ id }) => id),
      proposals.map(({ id }) => id),
    ),
    ifGiven(
      'faults-acted-on',
      given.decisions !== undefined && given.outcomes !== undefined,
      faulty.filter((visit) => !answered.has(visit)),
      faulty,
    ),
    ifGiven(
      'published-in-time',
      judged + running === visits.length && given.outcomes !== undefined,
      late.map(({ visit }) => visit),
      visits.map(({ visit }) => visit),
    ),
  ];
}

function answerOf(
  against: readonly string[],
  shownBy: readonly string[],
): DiligenceCheck['answer'] {
  if (against.length > 0) return 'no';
  return shownBy.length > 0 ? 'yes' : 'none';
}
