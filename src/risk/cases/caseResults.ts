import { requireArgument } from '../../core/argument.js';
import type { Demand, Event } from '../../register/nouns.js';
import type { WarningRules } from '../warnings/warningRules.js';
import type { WarningCase } from './warningCase.js';

/**
 * The visit a case needs now, as a demand of cause `for-cause` with its evidence, so that it goes by the
 * exceptions of a cap; undefined where nobody need go on the premises (yet).
 *
 * Its window is from the signal, or the last step, to the day the step is due.
 *
 * @example
 * ```ts
 * import { advanceCase, caseDemand, openCase, watch } from 'evenhand/risk';
 * import { exampleWarnings as rules } from 'evenhand/schemes';
 *
 * const complaint = (n: number) => ({ id: `c${n}`, kind: 'complaint', on: `2026-01-0${n}`, source: 'example' });
 * const firm = { id: '示例企业00017', facts: {}, lists: [], events: [1, 2, 3].map(complaint) };
 * const opened = openCase(rules, watch(rules, [firm], { asOf: '2026-01-31' }).signals[0]!)!;
 * caseDemand(rules, opened); // => undefined
 * const begun = advanceCase(rules, opened, { do: 'begin', on: '2026-02-02', by: 'market', method: 'off-site' }).case;
 * const open = { do: 'result', on: '2026-02-03', outcome: 'inconclusive', evidence: ['call-17'] } as const;
 * const demand = caseDemand(rules, advanceCase(rules, begun, open).case);
 * [demand?.cause, demand?.evidence?.cause, demand?.window.from]; // => ['for-cause', 'monitoring', '2026-02-03']
 * ```
 */
export function caseDemand(rules: WarningRules, one: WarningCase): Demand | undefined {
  requireArgument('caseDemand', 'rules', rules, 'object');
  requireArgument('caseDemand', 'one', one, 'object');
  const { state, due, tried, methods } = one;
  if (state !== 'to-check' && state !== 'checking') return undefined;
  if (methods[tried] !== 'on-site' || due === undefined) return undefined;
  const from = one.steps.at(-1)?.on ?? one.raisedOn;
  return {
    id: `${one.id}#${one.item}`,
    entity: one.entity,
    authority: one.authority,
    item: one.item,
    kind: 'spot-check',
    cause: 'for-cause',
    window: { from, to: due },
    weight: 1,
    duty: false,
    evidence: { cause: rules.handling.cause, reference: one.id },
  };
}

/**
 * The event a closed case becomes on the record: one for a disposal that the document names an event
 * for, none otherwise. It is known on the day it was decided, and its source is the case.
 */
export function caseEvent(rules: WarningRules, one: WarningCase): Event | undefined {
  requireArgument('caseEvent', 'rules', rules, 'object');
  requireArgument('caseEvent', 'one', one, { steps: 'array' });
  const step = one.steps.at(-1);
  if (step?.do !== 'dispose') return undefined;
  const kind = rules.handling.disposals.find(({ id }) => id === step.disposal)?.event;
  if (kind === undefined) return undefined;
  return {
    id: `${one.id}#${step.disposal}`,
    kind,
    on: step.on,
    values: { rule: one.rule, finding: one.finding as string, reference: step.reference },
    source: one.id,
  };
}
