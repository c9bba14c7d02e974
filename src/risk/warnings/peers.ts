import { placesOf, scaled } from '../../core/decimal.js';
import type { Issue } from '../../core/issue.js';
import { fieldOf } from '../../register/condition.js';
import type { Entity } from '../../register/nouns.js';
import type { Counter } from './counting.js';
import type { Ground } from './signal.js';
import type { PeerTest } from './warningRules.js';

/** Those alike, by what they have in common: how many, and how many events together. */
export interface PeerGroup {
  readonly test: PeerTest;
  readonly counter: Counter;
  readonly groups: Map<string, { readonly entities: number; readonly sum: number }>;
}

/** What makes an entity like others, or the field that is not known of it. */
export function groupOf(
  { by }: PeerTest,
  entity: Entity,
): { readonly key: string; readonly values: readonly string[] } | { readonly missing: string } {
  const values: string[] = [];
  for (const { field, digits } of by) {
    const value = fieldOf(entity, field);
    if (value === undefined) return { missing: field };
    values.push(digits === undefined ? String(value) : String(value).slice(0, digits));
  }
  return { key: JSON.stringify(values), values };
}

type PeerAnswer =
  | { readonly answer: 'no' }
  | { readonly answer: 'yes'; readonly ground: Omit<Ground, 'events'> }
  | { readonly answer: 'missing'; readonly code: string; readonly params: Issue['params'] };

/** Whether an entity has so many times the average of the others, by whole numbers alone. */
export function peerAnswer({ test, counter, groups }: PeerGroup, entity: Entity): PeerAnswer {
  const count = counter.count(entity);
  // Below the least count it is no, whatever the others have.
  if (count < test.atLeast) return { answer: 'no' };
  const group = groupOf(test, entity);
  if ('missing' in group) {
    return { answer: 'missing', code: 'fact-not-known', params: { given: group.missing } };
  }
  const { entities, sum } = groups.get(group.key) as { entities: number; sum: number };
  const others = entities - 1;
  if (others < test.leastPeers) {
    const params = { given: others, expected: test.leastPeers };
    return { answer: 'missing', code: 'too-few-peers', params };
  }
  const theirs = sum - count;
  const places = placesOf(test.times);
  const left = BigInt(count) * BigInt(others) * 10n ** BigInt(places);
  const right = BigInt(scaled(test.times, places)) * BigInt(theirs);
  if (left < right) return { answer: 'no' };
  const ground = {
    count,
    atLeast: test.atLeast,
    average: `${theirs}/${others}`,
    others,
    times: String(test.times),
    alike: group.values,
  };
  return { answer: 'yes', ground };
}
