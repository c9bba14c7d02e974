import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { decimalText } from '../../core/decimal.js';
import { bestFirst, type Scale } from '../../document/document.js';
import type { Construct } from '../../scoring/constructs/construct.js';
import type { Band, Override, OverrideEffect, Part, Scheme } from '../../scoring/scheme.js';
import { documentFrame, MADE_UP } from './documentFrame.js';
import { arbitraryScale } from './scale.js';
import {
  arbitraryCondition,
  arbitraryTerm,
  badEventsReached,
  INPUTS,
  type Points,
} from './term.js';

/** What of an arbitrary scheme is fixed. */
export interface SchemeOptions {
  readonly id?: string;
  readonly scale?: Scale;
  readonly direction?: Scheme['direction'];
}

/**
 * Valid schemes of every construct, in either direction. More bad events never better the score,
 * and the bands don't turn round, so every law of a scheme holds for them.
 *
 * @example
 * ```ts
 * import { checkScheme } from 'evenhand/scoring';
 * import { arbitraryScheme } from 'evenhand/testing';
 * import * as fc from 'fast-check';
 *
 * fc.sample(arbitraryScheme(), 20).flatMap(checkScheme); // => []
 * ```
 */
export function arbitraryScheme(options: SchemeOptions = {}): fc.Arbitrary<Scheme> {
  requireArgument('arbitraryScheme', 'options', options, 'object');
  const { id = 'any-scheme' } = options;
  return fc
    .record({
      frame: documentFrame(id),
      scale: options.scale === undefined ? arbitraryScale(id) : fc.constant(options.scale),
      direction:
        options.direction === undefined
          ? fc.constantFrom('more-is-better' as const, 'more-is-worse' as const)
          : fc.constant(options.direction),
      places: fc.integer({ min: 0, max: 2 }),
    })
    .chain((fixed) => {
      const bad = fixed.direction === 'more-is-better' ? -1 : 1;
      return body(fixed.scale, fixed.direction, { places: fixed.places, bad }).map(
        (rest): Scheme => ({
          schema: 'evenhand/scheme/1',
          kind: 'scheme',
          ...fixed.frame,
          scale: fixed.scale,
          places: fixed.places,
          direction: fixed.direction,
          inputs: INPUTS,
          ...rest,
        }),
      );
    });
}

type Body = Pick<Scheme, 'start' | 'parts' | 'terms' | 'total' | 'bands' | 'overrides'>;

function body(scale: Scale, direction: Scheme['direction'], points: Points): fc.Arbitrary<Body> {
  const units = (min: number, max: number): fc.Arbitrary<string> =>
    fc.integer({ min, max }).map((value) => decimalText(value, points.places));
  const ends = fc.record({ min: units(-800, 0), max: units(0, 800) }, { requiredKeys: [] });
  return fc
    .record({
      start: units(-500, 500),
      parts: fc.array(ends, { maxLength: 2 }),
      terms: fc.array(fc.tuple(arbitraryTerm(points), fc.nat(2)), { minLength: 1, maxLength: 6 }),
      total: fc.option(ends, { nil: undefined }),
      bands: bands(scale, direction, points.places),
      overrides: fc.array(override(scale), { maxLength: 3 }),
    })
    .map(({ start, parts, terms, total, overrides, ...rest }) => ({
      start,
      parts: parts.map((part, i): Part => ({ id: `p${i + 1}`, ...part, cite: MADE_UP })),
      terms: terms.map(
        ([term, part], i): Construct => ({
          ...term,
          id: `t${i + 1}`,
          ...(part < parts.length ? { part: `p${part + 1}` } : {}),
        }),
      ),
      ...(total === undefined ? {} : { total: { ...total, cite: MADE_UP } }),
      overrides: overrides.map((rule, i) => ({ ...rule, id: `o${i + 1}` })),
      ...rest,
    }));
}

/** One band a level, in the order of the direction. */
function bands(scale: Scale, direction: Scheme['direction'], places: number): fc.Arbitrary<Band[]> {
  const best = bestFirst(scale);
  const upward = direction === 'more-is-better' ? [...best].reverse() : best;
  return fc
    .uniqueArray(fc.integer({ min: -600, max: 600 }), {
      minLength: upward.length - 1,
      maxLength: upward.length - 1,
    })
    .map((edges) => {
      const ascending = [...edges].sort((a, b) => a - b);
      return upward.map((level, i) => ({
        ...(i === 0 ? {} : { from: decimalText(ascending[i - 1] as number, places) }),
        level,
        cite: MADE_UP,
      }));
    });
}

/** Rules above the score; one that hangs on bad events only makes the level worse. */
function override(scale: Scale): fc.Arbitrary<Override> {
  const level = fc.constantFrom(...scale.levels);
  const by = fc.integer({ min: 1, max: 2 });
  const worse = fc.oneof(
    by.map((steps): OverrideEffect => ({ step: 'worse', by: steps })),
    level.map((atBest): OverrideEffect => ({ atBest })),
  );
  const any = fc.oneof(
    worse,
    by.map((steps): OverrideEffect => ({ step: 'better', by: steps })),
    level.map((set): OverrideEffect => ({ set })),
    level.map((atWorst): OverrideEffect => ({ atWorst })),
  );
  return fc
    .tuple(
      fc.oneof(
        fc.record({ when: arbitraryCondition(), effect: any }),
        fc.record({ when: badEventsReached, effect: worse }),
      ),
      fc.record(
        {
          sunset: fc.constantFrom('2024-06-30', '2030-12-31'),
          missing: fc.constantFrom('skip' as const, 'apply' as const, 'refuse' as const),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([rule, more]) => ({
      id: '',
      ...rule,
      ...more,
      reason: { zh: '仅供测试', en: 'to test with' },
      cite: MADE_UP,
    }));
}
