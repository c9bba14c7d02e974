import type { HitRate, Measure, OversightReport } from './oversightTypes.js';

/**
 * The figures of a report that can be compared, and which way each is better.
 *
 * A share has as its whole what was promised, proposed or reviewed; what went wrong is a plain count, so
 * that nobody thins it with more of what went right. A hit rate by itself is neither good nor bad: among
 * all it says how the firms are.
 */
export function measuresOf(
  report: Pick<
    OversightReport,
    | 'coverage'
    | 'hits'
    | 'decisions'
    | 'publication'
    | 'overrides'
    | 'joint'
    | 'unplanned'
    | 'burden'
  >,
): Measure[] {
  const { coverage, hits, decisions, publication, overrides, joint, unplanned, burden } = report;
  const share = (id: string, better: Measure['better'], part: number, of: number): Measure => ({
    ...{ id, better, part, of },
  });
  const count = (id: string, part: number): Measure => ({ id, better: 'less', part });
  const sum = <T>(rows: readonly T[], of: (row: T) => number): number =>
    rows.reduce((all, row) => all + of(row), 0);
  const { certain, strata } = coverage;
  const [random, targeted] = hits.ways as [HitRate, HitRate];
  return [
    share(
      'certain-covered',
      'more',
      sum(certain, (one) => one.done),
      sum(certain, (one) => one.due),
    ),
    count(
      'certain-overdue',
      sum(certain, (one) => one.overdue),
    ),
    share(
      'drawn-visited',
      'more',
      sum(strata, (one) => one.visited),
      sum(strata, (one) => one.promised),
    ),
    share('hits-untargeted', 'neither', random.hits, random.visits),
    share('hits-targeted', 'neither', targeted.hits, targeted.visits),
    share(
      'targeting',
      'more',
      targeted.hits * random.visits - random.hits * targeted.visits,
      targeted.visits * random.visits,
    ),
    count(
      'overturned',
      sum(decisions, (one) => one.overturned),
    ),
    count(
      'changed',
      sum(decisions, (one) => one.changed),
    ),
    count('published-late', publication.late.length),
    count(
      'working-days-late',
      sum(publication.late, (one) => one.workingDaysLate),
    ),
    share(
      'overridden',
      'neither',
      sum(overrides.officers, (one) => one.overridden),
      sum(overrides.officers, (one) => one.proposals),
    ),
    count(
      'overridden-without-reason',
      sum(overrides.officers, (one) => one.withoutReason),
    ),
    count(
      'limits-overridden',
      sum(overrides.officers, (one) => one.limits),
    ),
    share('together', 'more', joint.together, joint.entities),
    count('unplanned', unplanned.length),
    ...(burden === undefined
      ? []
      : [
          count('visits-borne', burden.total.after.visits),
          count('days-borne', burden.total.after.days),
          count(
            'outside-limits',
            sum(burden.leakage, (one) => one.visits),
          ),
        ]),
  ];
}
