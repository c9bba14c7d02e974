import { requireArgument } from '../core/argument.js';
import { findingsOf } from '../inspection/findingsOf.js';
import type { Inspection } from '../inspection/inspection.js';
import type { VisitOutcome } from './outcome.js';

/** What an inspection does not know of itself: the demands it was sent for, the cause, the last day of its term. */
export interface OutcomeBeside {
  /** The demands of the plan, each with its item: one is done once its item is answered. */
  readonly demands?: readonly { readonly id: string; readonly item: string }[];
  readonly cause?: { readonly cause: string; readonly reference: string };
  readonly publishBy?: string;
}

/**
 * What came of a visit, out of its record (检查过程); undefined for one that never started.
 *
 * Items are answered as they stand in the record. A fault is told once the result is formed, and so is
 * the day from which the term of publication runs; of several publications the first counts.
 *
 * @example
 * ```ts
 * import { openInspection, recordInspectionActs } from 'evenhand/inspection';
 * import { outcomeOf } from 'evenhand/oversight';
 * import { exampleInspectionRules as rules, exampleResults as results } from 'evenhand/schemes';
 *
 * const team = ['O-1', 'O-2'].map((officer) => ({ officer, authority: 'fire' }));
 * const checklist = { id: 'exits', version: '1', from: '2026-01-01', items: [{ id: 'exits', rank: 'key', authorities: ['fire'] }] } as const;
 * const opening = { visit: 'E1/census', entity: 'E1', on: '2026-04-02', method: 'on-site', lead: 'fire', partners: [], team } as const;
 * const opened = openInspection(opening, { checklist, results, rules });
 * if (!opened.ok) throw new Error();
 * const by = { visit: 'E1/census', at: '2026-04-02', by: 'O-1' } as const;
 * const { inspection } = recordInspectionActs(opened.inspection, [
 *   { ...by, id: '1', act: 'start', officers: ['O-1', 'O-2'], scan: 'SCAN-1' },
 *   { ...by, id: '2', act: 'answer', item: 'exits', outcome: 'met', evidence: [] },
 *   { ...by, id: '3', act: 'conclude', list: 'example-results@2026', results: [{ code: 'clean' }] },
 * ]);
 * outcomeOf(inspection, { demands: [{ id: 'key/exits/E1', item: 'exits' }] })?.demands; // => ['key/exits/E1']
 * ```
 */
export function outcomeOf(
  inspection: Inspection,
  options: OutcomeBeside = {},
): VisitOutcome | undefined {
  requireArgument(
    'outcomeOf',
    'inspection',
    inspection,
    { opening: 'object', documents: 'object' },
    'openInspection(…)',
  );
  requireArgument('outcomeOf', 'options', options, 'object');
  const { demands = [], cause, publishBy } = options;
  const { opening, startedOn, officers, answers, conclusion, published } = inspection;
  if (startedOn === undefined) return undefined;
  const { visit, entity, lead, partners } = opening;
  const answered = inspection.documents.checklist.items.flatMap(({ id }) =>
    Object.hasOwn(answers, id) ? [id] : [],
  );
  const [shown] = published;
  return {
    ...{ visit, entity, day: startedOn, lead, partners, officers, answered },
    demands: demands.filter(({ item }) => answered.includes(item)).map(({ id }) => id),
    faults: findingsOf(inspection).map(({ item }) => item),
    ...(conclusion?.formedOn === undefined ? {} : { concludedOn: conclusion.formedOn }),
    ...(publishBy === undefined ? {} : { publishBy }),
    ...(shown === undefined ? {} : { publishedOn: shown.on }),
    ...(cause ?? {}),
  };
}
