import * as fc from 'fast-check';
import { bestFirst, type Scale } from '../../document/document.js';
import { FOR_CAUSE } from '../../register/nouns.js';
import { type Cap, type EligibleLevels, PRECEDENCE } from '../../visits/cap.js';
import { documentFrame, MADE_UP } from './documentFrame.js';

/** Valid caps over two scales that protect the better levels, with up to two visits of each kind. */
export function arbitraryCap(scales: {
  readonly credit: Scale;
  readonly risk: Scale;
}): fc.Arbitrary<Cap> {
  const eligible = (scale: Scale): fc.Arbitrary<EligibleLevels> =>
    fc.integer({ min: 0, max: scale.levels.length - 1 }).map((most) => ({
      scale: scale.id,
      levels: bestFirst(scale).slice(0, most),
      cite: MADE_UP,
    }));
  return fc
    .record({
      frame: documentFrame('any-cap'),
      eligible: fc.record({ credit: eligible(scales.credit), risk: eligible(scales.risk) }),
      visits: fc.record({ census: fc.nat(2), 'spot-check': fc.nat(2) }),
      doesNotCount: fc.subarray([...FOR_CAUSE]),
      precedence: fc.constantFrom(...PRECEDENCE),
    })
    .map(
      ({ frame, ...rest }): Cap => ({
        schema: 'evenhand/cap/1',
        kind: 'cap',
        ...frame,
        ...rest,
        window: 'calendar-year',
        scope: 'all-authorities',
        cite: MADE_UP,
      }),
    );
}
