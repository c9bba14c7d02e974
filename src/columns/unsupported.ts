import { requireArgument } from '../core/argument.js';
import { EvenhandError } from '../core/error.js';
import { errorAt, type Issue } from '../core/issue.js';
import { fieldsOf } from '../register/condition.js';
import type { Construct, SchemeValue } from '../scoring/constructs/construct.js';
import type { EventRules } from '../scoring/constructs/eventRules.js';
import type { EventPoints } from '../scoring/constructs/events.js';
import type { Scheme } from '../scoring/scheme.js';
import { conditionsOf } from '../scoring/schemeKinds.js';

/** What of each construct columns can't say; nothing where they can. */
const limits = {
  bins: () => [],
  lookup: () => [],
  conditional: () => [],
  number: () => [],
  events: eventLimits,
} satisfies Record<Construct['kind'], unknown>;

/** The same of each kind of value; the empty text stands for the whole of it. */
const valueLimits = {
  combine: () => [],
  ratio: () => [],
  'count-events': eventLimits,
  'sum-events': eventLimits,
  table: () => [],
  ladder: () => [''],
} satisfies Record<SchemeValue['kind'], unknown>;

/** Which events count has to hang on nothing but their kind, days and repair. */
function eventLimits({
  where,
  consolidate,
  suspend,
  repeat,
  window,
}: Pick<EventPoints, keyof EventRules | 'repeat' | 'window'>): string[] {
  return [
    ...(where === undefined ? [] : ['where']),
    ...(consolidate === undefined ? [] : ['consolidate']),
    ...(suspend === undefined ? [] : ['suspend']),
    ...(repeat === undefined ? [] : ['repeat']),
    ...('last' in window ? ['window.last'] : []),
    ...('since' in window ? ['window.since'] : []),
  ];
}

/** Which overrides of a row fired is kept in one word. */
const MOST_OVERRIDES = 32;

/**
 * What of a scheme columns do not answer, by name. Such a scheme is answered entity by entity, with
 * `classify` or `assess`.
 *
 * @returns an issue `columns-unsupported` for each, at its path
 */
export function unsupportedIn(scheme: Scheme): Issue[] {
  requireArgument('unsupportedIn', 'scheme', scheme, { terms: 'array' }, 'parseScheme(…)');
  const at = (path: Issue['path'], rule: string, construct: string): Issue =>
    errorAt('columns-unsupported', path, { rule, construct, given: scheme.id });
  return [
    ...(scheme.values ?? []).flatMap((value, i) =>
      (valueLimits[value.kind] as (value: SchemeValue) => string[])(value).map((limit) =>
        limit === ''
          ? at(['values', i], value.id, value.kind)
          : at(['values', i, ...limit.split('.')], value.id, `${value.kind}.${limit}`),
      ),
    ),
    ...scheme.terms.flatMap((term, i) =>
      (limits[term.kind] as (term: Construct) => string[])(term).map((limit) =>
        at(['terms', i, ...limit.split('.')], term.id, `${term.kind}.${limit}`),
      ),
    ),
    ...conditionsOf(scheme)
      .flatMap(fieldsOf)
      .filter((field) => field === 'id')
      .map((field) => at([], scheme.id, `field.${field}`)),
    ...(scheme.overrides ?? [])
      .slice(MOST_OVERRIDES)
      .map(({ id }, i) => at(['overrides', MOST_OVERRIDES + i], id, 'overrides')),
  ];
}

/** @throws `columns-unsupported` with every issue of `unsupportedIn` */
export function requireSupported(schemes: readonly Scheme[]): void {
  const issues = schemes.flatMap(unsupportedIn);
  if (issues.length === 0) return;
  const names = issues.map(({ params }) => `\`${params['construct']}\` of \`${params['given']}\``);
  throw new EvenhandError(
    'columns-unsupported',
    `columns do not answer ${names.join(', ')}; assess such entities one by one`,
    issues,
  );
}
