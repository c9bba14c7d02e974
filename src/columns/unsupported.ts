import { EvenhandError } from '../core/error.js';
import { errorAt, type Issue } from '../core/issue.js';
import { fieldsOf } from '../register/condition.js';
import type { Construct, SchemeValue } from '../scoring/constructs/construct.js';
import type { Events } from '../scoring/constructs/events.js';
import type { Scheme } from '../scoring/scheme.js';
import { conditionsOf } from '../scoring/schemeKinds.js';

/** What of each construct columns can't say; nothing where they can. */
const limits = {
  bins: () => [],
  lookup: () => [],
  conditional: () => [],
  number: () => [],
  events: (term: Events) => [
    ...(term.where === undefined ? [] : ['where']),
    ...(term.consolidate === undefined ? [] : ['consolidate']),
    ...(term.suspend === undefined ? [] : ['suspend']),
    ...(term.repeat === undefined ? [] : ['repeat']),
    ...('last' in term.window ? ['window.last'] : []),
    ...('since' in term.window ? ['window.since'] : []),
  ],
} satisfies Record<Construct['kind'], unknown>;

/** Values are worked out entity by entity. */
const valueLimits = {
  combine: ['combine'],
  ratio: ['ratio'],
  'count-events': ['count-events'],
  'sum-events': ['sum-events'],
  table: ['table'],
  ladder: ['ladder'],
} satisfies Record<SchemeValue['kind'], readonly string[]>;

/**
 * What of a scheme columns do not answer, by name. Such a scheme is answered entity by entity, with
 * `classify` or `assess`.
 *
 * @returns an issue `columns-unsupported` for each, at its path
 */
export function unsupportedIn(scheme: Scheme): Issue[] {
  const at = (path: Issue['path'], rule: string, construct: string): Issue =>
    errorAt('columns-unsupported', path, { rule, construct, given: scheme.id });
  return [
    ...(scheme.values ?? []).flatMap(({ id, kind }, i) =>
      valueLimits[kind].map((limit) => at(['values', i], id, limit)),
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
