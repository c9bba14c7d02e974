import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { bestFirst, type Scale } from '../../document/document.js';
import { FOR_CAUSE } from '../../register/nouns.js';
import type { Cap, CapLimit, EligibleLevels } from '../../visits/cap.js';
import { documentFrame, MADE_UP } from './documentFrame.js';

/**
 * Valid caps over two scales that protect the better levels and that a year can be planned by: up to
 * two visits of each kind in a calendar year, or in all.
 */
export function arbitraryCap(scales: {
  readonly credit: Scale;
  readonly risk: Scale;
}): fc.Arbitrary<Cap> {
  requireArgument('arbitraryCap', 'scales', scales, { credit: 'object', risk: 'object' });
  const eligible = (scale: Scale): fc.Arbitrary<EligibleLevels> =>
    fc.integer({ min: 0, max: scale.levels.length - 1 }).map((most) => ({
      scale: scale.id,
      levels: bestFirst(scale).slice(0, most),
      cite: MADE_UP,
    }));
  const limit = (id: CapLimit['id'], counts: CapLimit['counts']): fc.Arbitrary<CapLimit> =>
    fc.nat(2).map((visits) => ({
      id,
      unit: { visits },
      window: 'calendar-year',
      counts,
      cite: MADE_UP,
    }));
  const limits = fc.oneof(
    fc.tuple(
      limit('census', { kinds: ['census'] }),
      limit('spot-check', { kinds: ['spot-check'] }),
    ),
    fc.tuple(limit('all', {})),
    fc.tuple(limit('all', {}), limit('census', { kinds: ['census'] })),
  );
  return fc
    .record({
      frame: documentFrame('any-cap'),
      eligible: fc.tuple(eligible(scales.credit), eligible(scales.risk)),
      limits,
      exceptions: fc.subarray([...FOR_CAUSE]),
      precedence: fc.constantFrom<Cap['precedence']>(
        ['for-cause', 'duty', 'cap'],
        ['for-cause', 'cap', 'duty'],
        ['duty', 'for-cause', 'cap'],
      ),
    })
    .map(
      ({ frame, eligible: levels, exceptions, ...rest }): Cap => ({
        schema: 'evenhand/cap/2',
        kind: 'cap',
        ...frame,
        ...rest,
        eligible: { levels },
        exceptions: exceptions.map((cause) => ({ cause, cite: MADE_UP })),
        cite: MADE_UP,
      }),
    );
}
