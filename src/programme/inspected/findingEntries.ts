import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import type { FactEntry, RecordEntry, StepEntry } from '../../credit/record/entry.js';
import { findingsOf, tracesOf } from '../../inspection/findingsOf.js';
import type { Inspection } from '../../inspection/inspection.js';

/**
 * What a visit found as reports to the credit record (结果回流): a `finding` for each result whose list
 * names an event and for each follow-up that failed, and a `deed` once all it was about is put right.
 *
 * The reference of a report is the visit with the code, so the same visit reported twice stays one
 * matter. Nothing is reported before the results are formed.
 *
 * @param options.jurisdiction - where the record is kept: a division code, or `national`
 * @example
 * ```ts
 * import { emptyRecord, joinEntries } from 'evenhand/credit';
 * import { openInspection, recordInspectionActs } from 'evenhand/inspection';
 * import { findingEntries } from 'evenhand/programme';
 * import { exampleInspectionRules as rules, exampleResults as results } from 'evenhand/schemes';
 *
 * const team = ['O-1', 'O-2'].map((officer) => ({ officer, authority: 'market' }));
 * const opened = openInspection(
 *   { visit: 'v', entity: 'A', on: '2026-03-02', method: 'on-site', lead: 'market', partners: [], team },
 *   { checklist: { id: 'none', version: '1', from: '2026-01-01', items: [] }, results, rules },
 * );
 * if (!opened.ok) throw new Error();
 * const by = { visit: 'v', at: '2026-03-02', by: 'O-1' } as const;
 * const { inspection } = recordInspectionActs(opened.inspection, [
 *   { ...by, id: '1', act: 'start', officers: ['O-1', 'O-2'], scan: 'S' },
 *   { ...by, id: '2', act: 'conclude', list: 'example-results@2026', results: [{ code: 'not-found' }] },
 * ]);
 * const entries = findingEntries(inspection, { jurisdiction: '110000' });
 * entries.map(({ kind, on }) => [kind, on]); // => [['finding', '2026-03-02']]
 * joinEntries(emptyRecord('A'), entries).aside; // => []
 * ```
 */
export function findingEntries(
  inspection: Inspection,
  options: { readonly jurisdiction: string },
): RecordEntry[] {
  requireArgument(
    'findingEntries',
    'inspection',
    inspection,
    { opening: 'object', documents: 'object' },
    'openInspection(…)',
  );
  const { opening, conclusion, followUps } = inspection;
  const findings = findingsOf(inspection);
  const base = { entity: opening.entity, jurisdiction: options.jurisdiction };
  const source = (reference: string) => ({ department: opening.lead, reference });
  return tracesOf(inspection).flatMap(({ id, code, kind, severity, on, knownOn }) => {
    const failed = followUps.find((one) => one.id === id);
    const about = failed?.items ?? itemsUnder(inspection, code);
    const duties = findings.filter(({ item }) => about.includes(item)).flatMap((one) => one.duties);
    const fact: FactEntry = {
      ...base,
      id: `${opening.visit}/${id}`,
      kind: 'finding',
      on,
      knownOn,
      event: kind,
      ...(severity === undefined ? {} : { severity }),
      values: { code },
      basis: [...new Set(duties)],
      source: source(`${opening.visit}:${code}`),
    };
    const right = about.length === 0 ? undefined : rightOn(inspection, about);
    if (right === undefined || conclusion === undefined) return [fact];
    const day = right < knownOn ? knownOn : right;
    const deed: StepEntry = {
      ...base,
      id: `${opening.visit}/${id}/done`,
      kind: 'deed',
      deed: 'duty-done',
      refers: fact.id,
      on: day,
      knownOn: day,
      basis: [],
      source: source(`${opening.visit}:${code}`),
    };
    return [fact, deed];
  });
}

/** The items a result is about: those it names, else all that were not met. */
function itemsUnder(inspection: Inspection, code: string): readonly string[] {
  const entry = inspection.conclusion?.results.find((one) => one.code === code);
  return (
    entry?.items ??
    findingsOf(inspection)
      .filter(({ codes }) => codes.includes(code))
      .map(({ item }) => item)
  );
}

/** The day on which the last of some items was put right; none while one of them is not. */
function rightOn({ answers, followUps }: Inspection, items: readonly string[]): Day | undefined {
  let last: Day = '';
  for (const item of items) {
    const answer = answers[item];
    const settled = followUps.find((one) => one.state === 'settled' && one.items.includes(item));
    const on = answer?.corrected === true ? answer.on : settled?.since;
    if (on === undefined) return undefined;
    if (last < on) last = on;
  }
  return last;
}
