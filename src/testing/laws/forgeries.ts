import { addDays } from '../../core/day.js';
import { sortedBy } from '../../core/order.js';
import type { NoticeB, NoticeSample } from '../../notice/notices.js';

/** A way to favour or to harm somebody in notice B; undefined where there is nothing to forge. */
export interface Forgery {
  readonly name: string;
  /** Whether only the frame shows it: what somebody weighs stands nowhere else. */
  readonly needsFrame?: true;
  readonly forge: (notice: NoticeB) => Partial<NoticeB> | undefined;
}

/** What a dishonest publisher might try, each time with new digests. */
export const FORGERIES: readonly Forgery[] = [
  {
    name: 'that leaves out a visit',
    forge: ({ visits: [first, ...visits] }) => (first === undefined ? undefined : { visits }),
  },
  {
    name: 'that moves a visit to another day',
    forge: ({ visits: [first, ...rest] }) =>
      first === undefined
        ? undefined
        : { visits: [{ ...first, day: addDays(first.day, 1) }, ...rest] },
  },
  {
    name: 'that sends another team',
    forge: ({ visits: [first, ...rest] }) =>
      first?.members === undefined
        ? undefined
        : { visits: [{ ...first, members: [...first.members].reverse() }, ...rest] },
  },
  {
    name: 'that spares somebody who was drawn',
    forge: ({ samples }) =>
      inFirstStratum(samples, ({ selected, ...rest }) =>
        selected.length === 0 ? undefined : { ...rest, selected: selected.slice(1) },
      ),
  },
  {
    name: 'that draws a substitute first',
    forge: ({ samples }) =>
      inFirstStratum(samples, ({ selected, substitutes, ...rest }) => {
        const [favoured, ...others] = selected;
        const [instead, ...later] = substitutes;
        if (favoured === undefined || instead === undefined) return undefined;
        return { ...rest, selected: [instead, ...others], substitutes: [favoured, ...later] };
      }),
  },
  {
    name: 'that makes somebody drawn by weight heavier',
    needsFrame: true,
    forge: ({ samples }) =>
      inFirstStratum(samples, ({ selected, ...rest }) => {
        const [first, ...others] = selected;
        if (first?.weight === undefined) return undefined;
        return { ...rest, selected: [{ ...first, weight: first.weight + 1 }, ...others] };
      }),
  },
  {
    name: 'that takes somebody for certain whose weight is too small',
    forge: ({ samples }) =>
      inFirstStratum(samples, ({ selected, takeAll, weights, ...rest }) => {
        const [first, ...others] = selected;
        if (first?.weight === undefined || takeAll === undefined || weights === undefined) {
          return undefined;
        }
        const { id, weight } = first;
        const reason = `weight: ${weights.quota} * ${weight} >= ${weights.rest}`;
        const left = { quota: weights.quota - 1, rest: weights.rest - weight };
        return {
          ...rest,
          selected: others,
          takeAll: sortedBy([...takeAll, { id, weight, reason }], (one) => one.id),
          weights: { ...weights, ...left },
        };
      }),
  },
  {
    name: 'with other entropy',
    forge: ({ entropy }) => ({
      entropy: entropy.map(({ label, value }) => ({ label, value: `${value}1` })),
    }),
  },
  {
    name: 'with more staff than was committed to',
    forge: ({ staff: [first, ...rest] }) =>
      first === undefined
        ? undefined
        : { staff: [{ ...first, capacity: first.capacity + 1 }, ...rest] },
  },
];

type Stratum = NoticeSample['strata'][number];

/** The samples with the first stratum that can be forged. */
function inFirstStratum(
  samples: NoticeB['samples'],
  forge: (stratum: Stratum) => Stratum | undefined,
): Partial<NoticeB> | undefined {
  for (const [i, sample] of samples.entries()) {
    for (const [j, stratum] of sample.strata.entries()) {
      const forged = forge(stratum);
      if (forged === undefined) continue;
      const strata = sample.strata.with(j, forged);
      return { samples: samples.with(i, { ...sample, strata }) };
    }
  }
  return undefined;
}
