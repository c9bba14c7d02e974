import { type Condition, eventKindsOf } from '../register/condition.js';
import type { Construct, SchemeValue } from './constructs/construct.js';
import type { EventPoints } from './constructs/events.js';
import type { Scheme } from './scheme.js';

/** Every kind of event a scheme names anywhere. */
export function schemeKinds(scheme: Scheme): ReadonlySet<string> {
  return new Set([
    ...[...scheme.terms, ...(scheme.values ?? [])].flatMap(kindsOf),
    ...conditionsOf(scheme).flatMap(eventKindsOf),
  ]);
}

/** Every condition of a scheme. */
export function conditionsOf(scheme: Scheme): readonly Condition[] {
  return [
    ...scheme.terms.flatMap((term) => (term.kind === 'conditional' ? [term.when] : [])),
    ...(scheme.statuses ?? []).map(({ when }) => when),
    ...(scheme.gates ?? []).flatMap(({ all = [], any = [] }) => [...all, ...any]),
    ...(scheme.overrides ?? []).map(({ when }) => when),
    ...(scheme.values ?? []).flatMap((value) =>
      value.kind === 'ladder' ? value.transitions.flatMap(({ requires }) => requires ?? []) : [],
    ),
  ];
}

/** Every kind of event a term or a value takes up. */
export function kindsOf(one: Construct | SchemeValue): readonly string[] {
  switch (one.kind) {
    case 'events':
    case 'sum-events':
      return [...one.effects.map(({ event }) => event), ...ruleKinds(one)];
    case 'count-events':
      return [...one.events, ...ruleKinds(one)];
    case 'ladder':
      return one.outcomes.map(({ event }) => event);
    default:
      return [];
  }
}

function ruleKinds({ suspend, window }: Pick<EventPoints, 'suspend' | 'window'>): string[] {
  return [
    ...(suspend === undefined ? [] : [suspend.event]),
    ...('since' in window ? window.since : []),
  ];
}
