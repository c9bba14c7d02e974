import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addPeriod, type Day } from '../../core/day.js';
import type { Entity } from '../../register/nouns.js';
import type { Signal, Watched } from '../../risk/warnings/signal.js';
import type { WarningRules, WarningTest } from '../../risk/warnings/warningRules.js';
import { watch } from '../../risk/warnings/watch.js';
import { arbitraryEvents, arbitraryFacts } from '../arbitraries/conditionFacts.js';
import { differs, firstFinding, type Law, law, repeated } from './law.js';

/** How a platform watches: this library's way, or one that claims to be equal. */
export interface WarningPlatform {
  readonly watch?: (entities: readonly Entity[], asOf: Day, before: readonly Signal[]) => Watched;
}

/** Entities that rules of early warning may meet, of few districts and industries so that some are alike. */
export function arbitraryWatched(rules: WarningRules, asOf: Day): fc.Arbitrary<readonly Entity[]> {
  requireArgument(
    'arbitraryWatched',
    'rules',
    rules,
    { rules: 'array', events: 'array' },
    'parseWarningRules(…)',
  );
  const conditions = rules.rules.flatMap(({ scope, when }) => [
    ...(scope === undefined ? [] : [scope]),
    ...conditionsOf(when),
  ]);
  const one = fc.record({
    facts: arbitraryFacts(conditions),
    industry: fc.constantFrom('6210', '6220', '7010', undefined),
    district: fc.constantFrom('110101', '110105', undefined),
    events: arbitraryEvents(rules.events, asOf),
    state: fc.constantFrom('active' as const, 'active' as const, 'closed' as const),
  });
  return fc.array(one, { maxLength: 8 }).map((all) =>
    all.map(({ facts, industry, district, events, state }, i) => ({
      id: `F${i}`,
      facts: { ...(industry === undefined ? {} : { industry }), ...facts },
      ...(district === undefined ? {} : { district }),
      lists: [],
      events: events.map((event) => ({ ...event, id: `${i}-${event.id}` })),
      state,
    })),
  );
}

/**
 * What must hold of early warning: the order of entities does not matter, nobody closed is warned of,
 * every count has its events, known by the day, and no rule is raised anew within its time.
 *
 * @param rules - a document that `checkWarningRules` accepts
 * @param platform - what is tried; this library's own where left out
 */
export function warningLaws(rules: WarningRules, platform: WarningPlatform = {}): Law[] {
  requireArgument('warningLaws', 'rules', rules, { rules: 'array' }, 'parseWarningRules(…)');
  requireArgument('warningLaws', 'platform', platform, 'object');
  const asOf = '2026-06-30';
  const { watch: look = (all, day, before) => watch(rules, all, { asOf: day, before }) } = platform;
  const cases = arbitraryWatched(rules, asOf);
  return [
    law('raises the same signals in any order of entities', cases, (all) =>
      differs(look(all, asOf, []).signals, look([...all].reverse(), asOf, []).signals),
    ),
    law('raises each signal once, for an active entity and a rule there is', cases, (all) => {
      const { signals } = look(all, asOf, []);
      const odd = signals.find(
        ({ entity, rule }) =>
          !all.some(({ id, state = 'active' }) => id === entity && state === 'active') ||
          !rules.rules.some(({ id }) => id === rule),
      );
      if (odd !== undefined) return `\`${odd.id}\` is of nobody active, or of no rule`;
      return repeated(
        signals.map(({ id }) => id),
        'signal',
      );
    }),
    law('counts events of the entity that are known by the day', cases, (all) =>
      firstFinding(look(all, asOf, []).signals, ({ entity, grounds }) => {
        const own = all.find(({ id }) => id === entity)?.events ?? [];
        return firstFinding(grounds, ({ count, events }) => {
          if (count !== undefined && count !== events.length) {
            return `\`${entity}\` has ${events.length} events behind a count of ${count}`;
          }
          const odd = events.find((event) => {
            const found = own.find(({ id }) => id === event);
            return found === undefined || (found.knownOn ?? found.on) > asOf;
          });
          return odd === undefined ? undefined : `\`${odd}\` is not known of \`${entity}\``;
        });
      }),
    ),
    law('raises no rule anew within its time', cases, (all) => {
      const first = look(all, asOf, []).signals;
      return firstFinding(rules.rules, ({ id, again }) => {
        const last = addPeriod(asOf, again);
        const twice = look(all, last, first).signals.find(
          ({ rule, entity }) =>
            rule === id && first.some((one) => one.rule === id && one.entity === entity),
        );
        return twice === undefined ? undefined : `\`${twice.id}\` comes again on \`${last}\``;
      });
    }),
  ];
}

function conditionsOf(test: WarningTest): Parameters<typeof arbitraryFacts>[0] {
  if ('all' in test) return test.all.flatMap(conditionsOf);
  if ('any' in test) return test.any.flatMap(conditionsOf);
  return 'when' in test ? [test.when] : [];
}
