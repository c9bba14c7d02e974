import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import { groundsOf, heaviestOf } from '../../measures/checkMeasureList.js';
import type { MeasureList } from '../../measures/measureList.js';
import { type AppliedMeasure, type MeasureGrounds, measuresOn } from '../../measures/measuresOn.js';
import { arbitraryDay } from '../arbitraries/day.js';
import { firstFinding, type Law, law, repeated } from './law.js';

/** How a platform applies measures: this library's way, or one that claims to be equal. */
export interface MeasurePlatform {
  readonly apply?: (grounds: MeasureGrounds, asOf: Day) => readonly AppliedMeasure[];
}

/** Grounds an entity may have by a list of measures: any grade, any of its lists, around `days`. */
export function arbitraryGrounds(
  list: MeasureList,
  days: { readonly from: Day; readonly to: Day } = { from: '2024-01-01', to: '2027-12-31' },
): fc.Arbitrary<MeasureGrounds> {
  requireArgument(
    'arbitraryGrounds',
    'list',
    list,
    { measures: 'array', scale: 'object' },
    'parseMeasureList(…)',
  );
  requireArgument('arbitraryGrounds', 'days', days, 'object');
  const lists = [...new Set(list.measures.flatMap(({ from }) => from.lists ?? []))];
  const day = arbitraryDay(days);
  const entry = fc
    .record({
      list: fc.constantFrom(...(lists.length === 0 ? ['of-no-list'] : lists)),
      since: day,
      until: fc.option(day, { nil: undefined }),
    })
    .map(({ until, ...one }) =>
      until === undefined || until < one.since ? one : { ...one, until },
    );
  return fc.record({
    scale: fc.constant(list.scale.id),
    grade: fc.constantFrom(...list.scale.levels),
    since: day,
    lists: fc.array(entry, { maxLength: 3 }),
  });
}

/**
 * What must hold for the measures of a closed list: only what is on it applies, each once, for a
 * ground it follows from, within its term, in proportion, and nothing is sanctioned twice.
 *
 * @param list - one that `checkMeasureList` accepts
 * @param platform - what is tried; this library's own where left out
 */
export function measureLaws(list: MeasureList, platform: MeasurePlatform = {}): Law[] {
  requireArgument(
    'measureLaws',
    'list',
    list,
    { measures: 'array', weights: 'array' },
    'parseMeasureList(…)',
  );
  requireArgument('measureLaws', 'platform', platform, 'object');
  const { apply = (grounds, asOf) => measuresOn(list, grounds, asOf) } = platform;
  const cases = fc.tuple(
    arbitraryGrounds(list),
    arbitraryDay({ from: '2024-01-01', to: '2028-12-31' }),
  );
  const of = (id: string) => list.measures.find((one) => one.id === id);
  const counts = ({ coveredBy, barredBy }: AppliedMeasure): boolean =>
    coveredBy === undefined && barredBy === undefined;
  return [
    law('applies nothing that is off the list, and each measure once', cases, ([grounds, asOf]) => {
      const names = apply(grounds, asOf).map(({ measure }) => measure);
      const odd = names.find((name) => of(name) === undefined);
      return odd === undefined ? repeated(names, 'measure') : `\`${odd}\` is not on the list`;
    }),
    law(
      'applies a measure for a ground it follows from, within its days',
      cases,
      ([grounds, asOf]) =>
        firstFinding(apply(grounds, asOf), ({ measure, grounds: why, from, until }) => {
          const own = of(measure);
          const odd = why.find((ground) => own === undefined || !groundsOf(own).includes(ground));
          if (why.length === 0 || odd !== undefined)
            return `\`${measure}\` follows from \`${odd}\``;
          return from <= asOf && (until === undefined || asOf <= until)
            ? undefined
            : `\`${measure}\` applies on \`${asOf}\`, outside its days`;
        }),
    ),
    law('applies no sanction heavier than a ground of it carries', cases, ([grounds, asOf]) =>
      firstFinding(apply(grounds, asOf), ({ measure, sort, grounds: why }) => {
        const weight = of(measure)?.weight ?? '';
        const light = why.find(
          (ground) =>
            list.weights.indexOf(heaviestOf(list, ground) ?? '') < list.weights.indexOf(weight),
        );
        return sort === 'incentive' || light === undefined
          ? undefined
          : `\`${measure}\` is \`${weight}\`, and \`${light}\` carries less`;
      }),
    ),
    law('sanctions nothing twice, and rewards nothing it sanctions', cases, ([grounds, asOf]) => {
      const found = apply(grounds, asOf).filter(counts);
      const sanctioned = found.filter(({ sort }) => sort === 'sanction').map((one) => one.touches);
      const both = found.find(
        ({ sort, touches }) => sort === 'incentive' && sanctioned.includes(touches),
      );
      return both === undefined
        ? repeated(sanctioned, 'sanctioned right')
        : `\`${both.measure}\` rewards what is sanctioned`;
    }),
  ];
}
