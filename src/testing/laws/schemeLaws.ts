import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, type Day } from '../../core/day.js';
import { scaled } from '../../core/decimal.js';
import type { Issue } from '../../core/issue.js';
import { bestFirst } from '../../document/document.js';
import type { Entity, Event } from '../../register/nouns.js';
import { compileScheme, type SchemeAt, schemeAt } from '../../scoring/compile.js';
import { evaluate } from '../../scoring/evaluate.js';
import { explain } from '../../scoring/explain.js';
import type { Rating } from '../../scoring/rating.js';
import type { Scheme } from '../../scoring/scheme.js';
import { arbitraryDay } from '../arbitraries/day.js';
import { entityOf } from '../arbitraries/entity.js';
import { arbitraryEvent } from '../arbitraries/event.js';
import { readingOfScheme } from '../arbitraries/reading.js';
import { type Finding, type Law, law } from './law.js';
import { addsUp, isBetweenEnds, isCited, isInBand } from './ratingChecks.js';

/** How an entity is rated: this library's way, or a platform's that claims to be equal. */
export type Rate = (at: SchemeAt, entity: Entity) => Rating | readonly Issue[];

/** A rated case: an entity on a day, with one bad event more. */
interface Rated {
  readonly asOf: Day;
  readonly entity: Entity;
  readonly event: Event;
  readonly later: number;
}

/**
 * What must hold for a scheme: points add up and are cited, bands over the score and ends are kept, and, since the
 * scheme's direction declares it, a bad event never betters anybody.
 *
 * A kind of event is bad where every effect of it has points in the bad direction, or none. Laws on
 * bad events are left out of a scheme that has no such kind.
 *
 * @param scheme - one that `checkScheme` accepts
 * @param platform.rate - what is tried; this library's own rating where left out
 */
export function schemeLaws(scheme: Scheme, platform: { readonly rate?: Rate } = {}): Law[] {
  requireArgument('schemeLaws', 'scheme', scheme, 'object', 'parseScheme(…)');
  requireArgument('schemeLaws', 'platform', platform, 'object');
  const { rate = rated } = platform;
  const compiled = compileScheme(scheme);
  const reading = readingOfScheme(compiled);
  const kinds = badKinds(scheme);
  const to = scheme.to ?? addDays(scheme.from, 1200);
  const cases = arbitraryDay({ from: scheme.from, to }).chain((asOf) =>
    fc.record({
      asOf: fc.constant(asOf),
      entity: entityOf(reading, asOf, {}),
      event: arbitraryEvent({ ...reading, eventKinds: kinds }, asOf, 'one-more'),
      later: fc.integer({ min: 1, max: 900 }),
    }),
  );
  const on = (asOf: Day): SchemeAt => schemeAt(compiled, asOf);
  const ratedLaw = (name: string, check: (rating: Rating, scheme: Scheme) => Finding): Law =>
    law(name, cases, ({ asOf, entity }) => {
      const rating = rate(on(asOf), entity);
      return 'score' in rating ? check(rating, scheme) : undefined;
    });
  const badLaw = (name: string, better: (one: Rated) => Entity, worse: (one: Rated) => Entity) =>
    law(name, cases, (one) => {
      const before = rate(on(one.asOf), better(one));
      const after = rate(on(one.asOf), worse(one));
      if (!('score' in before) || !('score' in after)) return undefined;
      return notBetter(scheme, before, after);
    });
  const always = [
    ratedLaw('adds its reasons up to the score', addsUp),
    ratedLaw('cites a text for every reason, band and override', isCited),
    ratedLaw('keeps each score between the ends of the total', isBetweenEnds),
  ];
  const inBands = [
    ratedLaw('stands each score in the band it reaches', isInBand),
    law('gives a better score no worse a band', fc.tuple(cases, cases), ([one, two]) => {
      const a = rate(on(one.asOf), one.entity);
      const b = rate(on(two.asOf), two.entity);
      if (!('score' in a) || !('score' in b)) return undefined;
      const [better, worse] = isWorse(scheme, a.score, b.score) ? [b, a] : [a, b];
      return placeOf(scheme, better.band.level) <= placeOf(scheme, worse.band.level)
        ? undefined
        : `\`${better.score}\` stands in \`${better.band.level}\`, \`${worse.score}\` in \`${worse.band.level}\``;
    }),
  ];
  const isBanded = scheme.bands !== undefined && scheme.bandsOn === undefined;
  const either = isBanded ? [...always, ...inBands] : always;
  if (kinds.length === 0) return either;
  return [
    ...either,
    badLaw(
      'never betters an entity for one bad event more',
      ({ entity }) => entity,
      ({ entity, event }) => plus(entity, event),
    ),
    badLaw(
      'never worsens an entity for the repair of a bad event',
      ({ entity, event, asOf }) => plus(entity, { ...event, repairedOn: latest(event.on, asOf) }),
      ({ entity, event: { repairedOn: _, ...event } }) => plus(entity, event),
    ),
    law('lets a bad event weigh no more as it grows older', cases, (one) => {
      const entity = plus(one.entity, one.event);
      const young = rate(on(one.asOf), entity);
      const old = rate(on(addDays(one.asOf, one.later)), entity);
      if (!('score' in young) || !('score' in old)) return undefined;
      const [before, after] = [weight(scheme, young), weight(scheme, old)];
      if (before === undefined || (after ?? 0) <= before) return undefined;
      return `\`${one.event.kind}\` weighs more \`${one.later}\` days later`;
    }),
  ];
}

function rated(at: SchemeAt, entity: Entity): Rating | readonly Issue[] {
  const score = evaluate(at, entity);
  return 'units' in score ? explain(at, entity, score) : score;
}

const sign = ({ direction }: Scheme): number => (direction === 'more-is-worse' ? 1 : -1);

/** The kinds of events whose every effect goes in the bad direction. */
export function badKinds(scheme: Scheme): string[] {
  requireArgument('badKinds', 'scheme', scheme, { terms: 'array' }, 'parseScheme(…)');
  const effects = scheme.terms.flatMap((term) => (term.kind === 'events' ? term.effects : []));
  const size = (points: string | number | undefined): number => sign(scheme) * Number(points ?? 0);
  return [...new Set(effects.map(({ event }) => event))].filter((kind) => {
    const own = effects.filter(({ event }) => event === kind);
    return (
      own.every(({ points, repaired }) => size(points) >= 0 && size(repaired ?? points) >= 0) &&
      own.some(({ points }) => size(points) > 0)
    );
  });
}

function isWorse(scheme: Scheme, score: string, than: string): boolean {
  const { places } = scheme;
  return sign(scheme) * (scaled(score, places) - scaled(than, places)) > 0;
}

const placeOf = ({ scale }: Scheme, level: string): number => bestFirst(scale).indexOf(level);

function notBetter(scheme: Scheme, before: Rating, after: Rating): Finding {
  if (isWorse(scheme, before.score, after.score)) {
    return `the score goes from \`${before.score}\` to \`${after.score}\``;
  }
  return placeOf(scheme, after.level) < placeOf(scheme, before.level)
    ? `the level goes from \`${before.level}\` to \`${after.level}\``
    : undefined;
}

/** What the added event weighs, in the bad direction; undefined where it is no reason. */
function weight(scheme: Scheme, { reasons }: Rating): number | undefined {
  const own = reasons.filter(({ event }) => event?.id === 'one-more');
  if (own.length === 0) return undefined;
  return own.reduce((sum, { points }) => sum + sign(scheme) * scaled(points, scheme.places), 0);
}

const plus = (entity: Entity, event: Event): Entity => ({
  ...entity,
  events: [...entity.events, event],
});

const latest = (a: Day, b: Day): Day => (a > b ? a : b);
