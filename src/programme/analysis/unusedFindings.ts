import type { Issue } from '../../core/issue.js';
import { compareBytes } from '../../core/order.js';
import { fieldsOf } from '../../register/condition.js';
import type { Scheme } from '../../scoring/scheme.js';
import { conditionsOf, schemeKinds } from '../../scoring/schemeKinds.js';
import { readsOfValue } from '../../scoring/valueReads.js';
import { type Finding, finding } from './finding.js';

/** Inputs, values and parts nothing reads; kinds of event of the register no rule counts. */
export function unusedFindings(scheme: Scheme, eventKinds: readonly string[]): Finding[] {
  const read = new Set([
    ...scheme.terms.flatMap((term) => ('input' in term ? [term.input] : [])),
    ...(scheme.values ?? []).flatMap((value) => readsOfValue(value).map(({ name }) => name)),
    ...conditionsOf(scheme).flatMap(fieldsOf),
    ...(scheme.overrides ?? []).flatMap(({ evidence = [] }) => evidence),
    ...Object.values(scheme.inputs).flatMap((input) =>
      input.type === 'full-years' ? [input.since] : [],
    ),
    ...[scheme.bandsOn, scheme.levelFrom].filter((name) => name !== undefined),
  ]);
  const say = (code: string, path: Issue['path'], given: string): Finding[] => [
    finding(code, path, { given }),
  ];
  const kinds = schemeKinds(scheme);
  return [
    ...Object.keys(scheme.inputs).flatMap((name) =>
      read.has(name) ? [] : say('input-unused', ['inputs', name], name),
    ),
    ...(scheme.values ?? []).flatMap(({ id }, i) =>
      read.has(id) ? [] : say('value-unused', ['values', i], id),
    ),
    ...(scheme.parts ?? []).flatMap(({ id }, i) =>
      scheme.terms.some(({ part }) => part === id) ? [] : say('part-unused', ['parts', i], id),
    ),
    ...eventKinds.flatMap((given) =>
      kinds.has(given)
        ? []
        : [finding('event-unused', [], { given, expected: [...kinds].sort(compareBytes) })],
    ),
  ];
}
