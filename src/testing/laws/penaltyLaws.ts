import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, addPeriod, type Day } from '../../core/day.js';
import { decimalText, placesOf, scaled } from '../../core/decimal.js';
import type { DiscretionTable } from '../../inspection/discretion/discretionTable.js';
import {
  type Discretion,
  type ProposedPenalty,
  penaltyRange,
  penaltyRefusals,
} from '../../inspection/discretion/penaltyRange.js';
import { judgeLeniency, type LeniencyDecision } from '../../inspection/leniency/judgeLeniency.js';
import type { LeniencyList } from '../../inspection/leniency/leniencyList.js';
import type { ViolationCase } from '../../inspection/violationCase.js';
import { eventKindsOf } from '../../register/condition.js';
import { arbitraryEvents, arbitraryFacts } from '../arbitraries/conditionFacts.js';
import { differs, firstFinding, type Law, law } from './law.js';

/** How a platform judges leniency: this library's way, or one that claims to be equal. */
export interface LeniencyPlatform {
  readonly judge?: (one: ViolationCase, asOf: Day) => LeniencyDecision;
}

/** How a platform finds the range of a penalty and refuses what is outside. */
export interface DiscretionPlatform {
  readonly range?: (one: ViolationCase, asOf: Day) => Discretion;
  readonly refuses?: (
    one: ViolationCase,
    proposed: readonly ProposedPenalty[],
    asOf: Day,
  ) => boolean;
}

/**
 * What must hold of a leniency list: nothing goes unpunished unless every condition of its ground is met and
 * shown, what is refuted grants nothing, and the order of evidence and events does not matter.
 *
 * @param list - a document that `checkLeniencyList` accepts, with no time in working days
 * @param platform - what is tried; this library's own where left out
 */
export function leniencyLaws(list: LeniencyList, platform: LeniencyPlatform = {}): Law[] {
  requireArgument(
    'leniencyLaws',
    'list',
    list,
    { violations: 'array', conditions: 'array', grounds: 'array' },
    'parseLeniencyList(…)',
  );
  requireArgument('leniencyLaws', 'platform', platform, 'object');
  const { judge = (one, asOf) => judgeLeniency(list, one, { asOf }) } = platform;
  const asOf = addPeriod(list.from, { years: 1 });
  const cases = casesOf(
    list.violations.map(({ id }) => id),
    list.conditions.flatMap(({ shown }) => (shown.by === 'fact' ? [shown.when] : [])),
    list.conditions.flatMap(({ shown }) => (shown.by === 'record' ? shown.kinds : [])),
    list.conditions.map(({ id }) => id),
    asOf,
  );
  return [
    law('grants nothing unless every condition of its ground is met and shown', cases, (one) => {
      const { outcome, ground, checked } = judge(one, asOf);
      if (outcome !== 'granted' && outcome !== 'may') return undefined;
      const needed = list.grounds.find(({ id }) => id === ground)?.all ?? [''];
      return firstFinding(needed, (id) => {
        const found = checked.find(({ condition }) => condition === id);
        const isRecord = list.conditions.find((one_) => one_.id === id)?.shown.by === 'record';
        if (found?.answer !== 'yes') return `\`${id}\` is \`${found?.answer}\``;
        return isRecord || found.evidence.length > 0 ? undefined : `\`${id}\` is not shown`;
      });
    }),
    law('grants nothing by a condition that somebody refuted', cases, (one) => {
      const { outcome, ground } = judge(one, asOf);
      if (outcome !== 'granted' && outcome !== 'may') return undefined;
      const needed = list.grounds.find(({ id }) => id === ground)?.all ?? [];
      const refuted = one.evidence.find(
        (proof) => !proof.holds && needed.includes(proof.condition),
      );
      const isRecord =
        list.conditions.find(({ id }) => id === refuted?.condition)?.shown.by === 'record';
      return refuted === undefined || isRecord ? undefined : `\`${refuted.condition}\` is refuted`;
    }),
    law('asks of whatever it does not know, and only then', cases, (one) => {
      const { outcome, ask } = judge(one, asOf);
      return (outcome === 'asked') === ask.length > 0 || outcome === 'may' || outcome === 'granted'
        ? undefined
        : `it is \`${outcome}\` and asks \`${ask.join()}\``;
    }),
    law('decides the same in any order of evidence and events', cases, (one) => {
      const turned = {
        ...one,
        evidence: [...one.evidence].reverse(),
        events: [...one.events].reverse(),
      };
      const plain = ({ outcome, ground, ask }: LeniencyDecision) => ({ outcome, ground, ask });
      return differs(plain(judge(one, asOf)), plain(judge(turned, asOf)));
    }),
  ];
}

/**
 * What must hold of a discretion table: same facts, same range, whoever it is; the ends of a range may be
 * proposed and nothing beyond them; nothing may be proposed while something is asked.
 *
 * @param table - a document that `checkDiscretionTable` accepts
 * @param platform - what is tried; this library's own where left out
 */
export function discretionLaws(table: DiscretionTable, platform: DiscretionPlatform = {}): Law[] {
  requireArgument(
    'discretionLaws',
    'table',
    table,
    { circumstances: 'array', violations: 'array' },
    'parseDiscretionTable(…)',
  );
  requireArgument('discretionLaws', 'platform', platform, 'object');
  const {
    range = (one, asOf) => penaltyRange(table, one, { asOf }),
    refuses = (one, proposed, asOf) => penaltyRefusals(table, one, proposed, { asOf }).length > 0,
  } = platform;
  const asOf = addPeriod(table.from, { years: 1 });
  const conditions = table.circumstances.map(({ when }) => when);
  const cases = casesOf(
    table.violations.map(({ id }) => id),
    conditions,
    conditions.flatMap(eventKindsOf),
    [],
    asOf,
  );
  const plain = ({ state, band, between, ranges }: Discretion) => ({
    state,
    band,
    between,
    ranges,
  });
  return [
    law('gives the same facts the same range, whoever it is', cases, (one) => {
      const other = {
        ...one,
        id: 'another',
        entity: 'somebody else',
        facts: Object.fromEntries(Object.entries(one.facts).reverse()),
        events: [...one.events].reverse(),
      };
      return differs(plain(range(one, asOf)), plain(range(other, asOf)));
    }),
    law('lets the ends of a range be proposed, and nothing beyond them', cases, (one) => {
      const { ranges } = range(one, asOf);
      return firstFinding(ranges, ({ penalty, from, to }) => {
        const places = Math.max(placesOf(from), placesOf(to)) + 1;
        const of = (units: number) => [{ penalty, amount: decimalText(units, places) }];
        const [low, high] = [scaled(from, places), scaled(to, places)];
        if (refuses(one, of(low), asOf)) return `\`${from}\` of \`${penalty}\` is refused`;
        if (refuses(one, of(high), asOf)) return `\`${to}\` of \`${penalty}\` is refused`;
        if (!refuses(one, of(low - 1), asOf))
          return `less than \`${from}\` of \`${penalty}\` passes`;
        return refuses(one, of(high + 1), asOf)
          ? undefined
          : `more than \`${to}\` of \`${penalty}\` passes`;
      });
    }),
    law('lets nothing be proposed while something is asked', cases, (one) => {
      const { state, ask } = range(one, asOf);
      if (state !== 'asked') return undefined;
      if (ask.length === 0) return 'it asks nothing';
      const row = table.violations.find(({ id }) => id === one.violation);
      const passing = row?.ranges.find(
        ({ penalty, from }) => !refuses(one, [{ penalty, amount: from }], asOf),
      );
      return passing === undefined ? undefined : `\`${passing.penalty}\` passes while it asks`;
    }),
  ];
}

function casesOf(
  violations: readonly string[],
  conditions: Parameters<typeof arbitraryFacts>[0],
  kinds: readonly string[],
  shown: readonly string[],
  asOf: Day,
): fc.Arbitrary<ViolationCase> {
  const on = addDays(asOf, -60);
  const names = violations.length === 0 ? ['of-no-list'] : violations;
  const proof = fc.record({
    condition: fc.constantFrom(...shown, 'of-no-rule'),
    holds: fc.constantFrom(true, true, true, false),
  });
  return fc
    .record({
      violation: fc.constantFrom(...names),
      facts: arbitraryFacts(conditions),
      events: arbitraryEvents(kinds, asOf, 3),
      evidence: fc.array(proof, { maxLength: 7 }),
      correctedOn: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined, freq: 3 }),
    })
    .map(({ correctedOn, evidence, events, violation, ...one }) => ({
      id: 'case',
      entity: 'A',
      on,
      violation,
      ...one,
      events: events.map((event) => ({ ...event, values: { violation } })),
      evidence: evidence.map((of, i) => ({ ...of, reference: `r${i}` })),
      ...(correctedOn === undefined ? {} : { correctedOn: addDays(on, correctedOn) }),
    }));
}
