import { requireArgument } from '../../core/argument.js';
import { addPeriod, type Day } from '../../core/day.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { sortedBy } from '../../core/order.js';
import { referenceOf } from '../../document/book.js';
import { holds } from '../../register/condition.js';
import type { Entity } from '../../register/nouns.js';
import { countedIn, eachTest } from './checkWarningRules.js';
import { type Counter, counterOn } from './counting.js';
import { groupOf, type PeerGroup, peerAnswer } from './peers.js';
import type { Ground, Signal, Watched } from './signal.js';
import type { WarningRule, WarningRules, WarningTest } from './warningRules.js';

/**
 * Watches entities as of a day (监测、预警): every signal its rules raise, with the events behind it.
 *
 * An average is that of the other active entities given, of the same like, as exact numbers: `n` events
 * of one entity are `times` the average where `n × others ≥ times × their sum`. The order of the
 * entities does not matter. A rule without an answer, for a fact that is not known or too few peers,
 * raises nothing and is told: neither is silence.
 *
 * @param entities - all that are watched, and that are each other's peers; only active ones count
 * @param options.before - earlier signals: within `again` of one the same rule is not raised anew
 * @returns signals by entity and rule; `issues` are `fact-not-known` and `too-few-peers`, as warnings
 * @example
 * ```ts
 * import { watch } from 'evenhand/risk';
 * import { exampleWarnings } from 'evenhand/schemes';
 *
 * const complaint = (n: number) => ({ id: `c${n}`, kind: 'complaint', on: `2026-01-0${n}`, source: 'example' });
 * const firm = { id: '示例企业00017', facts: { industry: '6210' }, district: '110105', lists: [],
 *   events: [1, 2, 3].map(complaint) };
 * const { signals } = watch(exampleWarnings, [firm], { asOf: '2026-01-31' });
 * signals.map(({ rule, grounds }) => [rule, grounds[0]?.count]); // => [['complaints', 3]]
 * ```
 */
export function watch(
  rules: WarningRules,
  entities: Iterable<Entity>,
  options: { readonly asOf: Day; readonly before?: readonly Signal[] },
): Watched {
  requireArgument('watch', 'rules', rules, 'object');
  requireArgument('watch', 'entities', entities, 'iterable');
  requireArgument('watch', 'options', options, 'object');
  const { asOf, before = [] } = options;
  const active = sortedBy(entities, ({ id }) => id).filter(
    ({ state }) => (state ?? 'active') === 'active',
  );
  const compiled = rules.rules.map((rule) => compileRule(rule, asOf));
  for (const one of compiled) for (const peers of one.peers.values()) gather(peers, active);
  const last = lastSignals(before, asOf);
  const signals: Signal[] = [];
  const issues: Issue[] = [];
  let quiet = 0;
  const document = referenceOf(rules);
  for (const entity of active) {
    for (const { rule, counters, peers } of compiled) {
      const note = (code: string, params: Issue['params']): void => {
        const issue = errorAt(code, [entity.id, rule.id], { ...params, rule: rule.id });
        issues.push({ ...issue, severity: 'warning' });
      };
      const inScope = rule.scope === undefined ? 'yes' : holds(rule.scope, entity, asOf);
      if (inScope === 'no') continue;
      if (inScope === 'missing') {
        note('fact-not-known', { given: 'scope' });
        continue;
      }
      const grounds: Ground[] = [];
      const found = answer(rule.when, entity, { asOf, counters, peers, grounds });
      if (found.answer === 'missing') note(found.code, found.params);
      if (found.answer !== 'yes') continue;
      const earlier = last.get(keyOf(rule.id, entity.id));
      if (earlier !== undefined && asOf <= addPeriod(earlier, rule.again)) {
        quiet++;
        continue;
      }
      signals.push({
        id: `${rule.id}:${entity.id}:${asOf}`,
        rule: rule.id,
        entity: entity.id,
        on: asOf,
        grounds,
        asks: rule.asks,
        cite: rule.cite,
        document,
      });
    }
  }
  return { asOf, document, watched: active.length, signals, quiet, issues };
}

interface CompiledRule {
  readonly rule: WarningRule;
  readonly counters: ReadonlyMap<WarningTest, Counter>;
  readonly peers: ReadonlyMap<WarningTest, PeerGroup>;
}

function compileRule(rule: WarningRule, asOf: Day): CompiledRule {
  const counters = new Map<WarningTest, Counter>();
  const peers = new Map<WarningTest, PeerGroup>();
  eachTest(rule.when, [], (test) => {
    const counting = countedIn(test);
    if (counting === undefined) return;
    const counter = counterOn(counting, asOf);
    counters.set(test, counter);
    if ('peers' in test) peers.set(test, { test: test.peers, counter, groups: new Map() });
  });
  return { rule, counters, peers };
}

/** Counts the events of everybody, by what makes them alike. */
function gather({ test, counter, groups }: PeerGroup, entities: readonly Entity[]): void {
  for (const entity of entities) {
    const group = groupOf(test, entity);
    if ('missing' in group) continue;
    const known = groups.get(group.key);
    const sum = (known?.sum ?? 0) + counter.count(entity);
    groups.set(group.key, { entities: (known?.entities ?? 0) + 1, sum });
  }
}

interface Asked {
  readonly asOf: Day;
  readonly counters: CompiledRule['counters'];
  readonly peers: CompiledRule['peers'];
  /** What held, in the order of the rule. */
  readonly grounds: Ground[];
}

type Found =
  | { readonly answer: 'yes' | 'no' }
  | { readonly answer: 'missing'; readonly code: string; readonly params: Issue['params'] };

/** In three values: one part that fails decides `all`, one that holds decides `any`. */
function answer(test: WarningTest, entity: Entity, asked: Asked): Found {
  if ('all' in test || 'any' in test) {
    const decisive = 'all' in test ? 'no' : 'yes';
    let open: Found | undefined;
    let isDecided = false;
    const grounds: Ground[] = [];
    for (const part of 'all' in test ? test.all : test.any) {
      const own: Ground[] = [];
      const one = answer(part, entity, { ...asked, grounds: own });
      if (one.answer === 'missing') open ??= one;
      if (one.answer === decisive) isDecided = true;
      if (one.answer === 'yes') grounds.push(...own);
    }
    const found: Found = isDecided
      ? { answer: decisive }
      : (open ?? { answer: decisive === 'no' ? 'yes' : 'no' });
    if (found.answer === 'yes') asked.grounds.push(...grounds);
    return found;
  }
  if ('when' in test) {
    const one = holds(test.when, entity, asked.asOf);
    if (one === 'yes') asked.grounds.push({ events: [] });
    return one === 'missing'
      ? { answer: one, code: 'fact-not-known', params: { given: 'when' } }
      : { answer: one };
  }
  const counter = asked.counters.get(test) as Counter;
  if ('count' in test) {
    const count = counter.count(entity);
    if (count < test.count.atLeast) return { answer: 'no' };
    asked.grounds.push({ count, atLeast: test.count.atLeast, events: counter.events(entity) });
    return { answer: 'yes' };
  }
  const found = peerAnswer(asked.peers.get(test) as PeerGroup, entity);
  if (found.answer === 'yes') {
    asked.grounds.push({ ...found.ground, events: counter.events(entity) });
  }
  return found;
}

const keyOf = (rule: string, entity: string): string => JSON.stringify([rule, entity]);

/** The day of the last signal of each rule and entity, up to a day. */
function lastSignals(before: readonly Signal[], asOf: Day): ReadonlyMap<string, Day> {
  const last = new Map<string, Day>();
  for (const { rule, entity, on } of before) {
    const key = keyOf(rule, entity);
    const known = last.get(key);
    if (on <= asOf && (known === undefined || on > known)) last.set(key, on);
  }
  return last;
}
