// One visit from the scan-in to the published result, by the rules of `evenhand/inspection`. What the
// officers find comes from the hidden state; everything after that follows from the rules.
import { addWorkingDays, type WorkingCalendar, workingCalendar } from 'evenhand/calendar';
import { addDays, digest } from 'evenhand/core';
import type { RecordEntry, StepEntry } from 'evenhand/credit';
import {
  type Inspection,
  type InspectionAct,
  openInspection,
  recordInspectionActs,
} from 'evenhand/inspection';
import { findingEntries } from 'evenhand/programme';
import type { Item } from 'evenhand/register';
import { chinaWorkingDays, exampleInspectionRules, exampleResults } from 'evenhand/schemes';

/** A visit that is due: where, when, by whom, what for. */
export interface DueVisit {
  readonly id: string;
  readonly entity: string;
  readonly day: string;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly officers: readonly string[];
  readonly items: readonly Item[];
  /** The demands of the plan that it does, by item. */
  readonly demands: readonly { readonly id: string; readonly item: string }[];
  /** Why it is made, where no plan asked for it. */
  readonly because?: { readonly cause: string; readonly reference: string };
}

/** What chance has in store for a visit; every share is made up. */
export interface VisitLuck {
  /** The places at which a fault is seen: 0 papers, 1 premises, 2 safety. */
  readonly seen: readonly number[];
  readonly isAway: boolean;
  readonly corrects: boolean;
  /** Working days from the result to its publication. */
  readonly published: number;
  readonly review: 'none' | 'upheld' | 'overturned';
}

/** What a visit leaves: how it went, and entries for the firm's record. */
export interface VisitDone {
  readonly inspection: Inspection;
  readonly entries: readonly RecordEntry[];
  /** Acts the rules refused; each is told. */
  readonly refused: readonly string[];
  readonly penalty?: { readonly id: string; readonly on: string };
}

export const working: WorkingCalendar = workingCalendar([chinaWorkingDays]);

/** The last day anything of the year is entered on. */
const YEAR_END = '2026-12-31';

/** Makes a visit. Its days lie in order, and nothing after the year's last day is entered. */
export function makeVisit(due: DueVisit, luck: VisitLuck): VisitDone {
  const { id, entity, day, lead, partners, officers, items } = due;
  const authorities = [lead, ...partners];
  const opened = openInspection(
    {
      ...{ visit: id, entity, on: day, method: 'on-site', lead, partners, reviewers: ['LEGAL-1'] },
      // A joint team answers its joint checklist together.
      team: officers.map((officer, i) => ({
        officer,
        authority: authorities[i % authorities.length] as string,
      })),
    },
    {
      checklist: {
        ...{ id: `checklist-${authorities.join('-')}`, version: '2026', from: '2026-01-01' },
        items: items.map(({ id: item, rank }) => ({ id: item, rank, authorities })),
      },
      results: exampleResults,
      rules: exampleInspectionRules,
    },
  );
  if (!opened.ok) throw new Error(`${id}: ${opened.issues.map(({ code }) => code).join(', ')}`);
  const { inspection, refused } = recordInspectionActs(
    opened.inspection,
    actsOf(due, luck).filter(({ at }) => at <= YEAR_END),
    { working },
  );
  const { entries, penalty } = entriesOf(due, luck, inspection);
  return {
    ...{ inspection, entries },
    refused: refused.flatMap(({ issues }) => issues.map(({ code }) => code)),
    ...(penalty === undefined ? {} : { penalty }),
  };
}

/** A seen fault stands at an item of the checklist: a fault of safety at a key item, where there is one. */
function faultyItems({ items }: DueVisit, seen: readonly number[]): Map<string, boolean> {
  const faulty = new Map<string, boolean>();
  for (const slot of seen) {
    const fit = slot === 2 ? items.filter(({ rank }) => rank === 'key') : items;
    const { id } = (fit.length > 0 ? fit : items)[slot % (fit.length || items.length)] as Item;
    faulty.set(id, faulty.get(id) === true || slot === 2);
  }
  return faulty;
}

function actsOf(due: DueVisit, luck: VisitLuck): InspectionAct[] {
  const { id, entity, day, items, officers } = due;
  const [by = ''] = officers;
  const list = `${exampleResults.id}@${exampleResults.version}`;
  let count = 0;
  const at = (on: string) => ({ id: `${id}/${++count}`, visit: id, at: on, by });
  const start: InspectionAct = { ...at(day), act: 'start', officers, scan: `SCAN-${id}` };
  const publish = (formed: string): InspectionAct[] =>
    term(formed, luck.published).map((on) => ({
      ...{ ...at(on), act: 'publish', reference: `公示 ${id}` },
    }));
  if (luck.isAway) {
    const results = [{ code: 'not-found' }];
    return [start, { ...at(day), act: 'conclude', list, results }, ...publish(day)];
  }
  const faulty = faultyItems(due, luck.seen);
  const photo = (item: string) => ({
    ...{ digest: digest([id, item]), kind: 'photo' as const, takenOn: day },
  });
  const answers = items.map(
    ({ id: item }): InspectionAct => ({
      ...{ ...at(day), act: 'answer', item, outcome: faulty.has(item) ? 'not-met' : 'met' },
      evidence: faulty.has(item) ? [photo(item)] : [],
    }),
  );
  const serious = [...faulty].filter(([, isSerious]) => isSerious).map(([item]) => item);
  const minor = [...faulty].filter(([, isSerious]) => !isSerious).map(([item]) => item);
  const results = [
    ...(faulty.size === 0 ? [{ code: 'clean' }] : []),
    ...(minor.length > 0 ? [{ code: 'to-correct', items: minor }] : []),
    ...(serious.length > 0 ? [{ code: 'serious', items: serious }] : []),
  ];
  const formed = serious.length > 0 ? addDays(day, 4) : day;
  const [orderId, due15] = [`${id}/order`, term(day, 15)[0]];
  const again = due15 === undefined ? undefined : addDays(due15, 3);
  return [
    ...[start, ...answers, { ...at(day), act: 'conclude', list, results } as InspectionAct],
    ...(faulty.size === 0
      ? []
      : [{ ...at(day), id: orderId, act: 'order', measure: 'correct', items: [...faulty.keys()] }]),
    ...(serious.length > 0
      ? [{ ...at(formed), by: 'LEGAL-1', act: 'review', outcome: 'agreed', opinion: '同意' }]
      : []),
    ...publish(formed),
    ...(faulty.size === 0 || again === undefined
      ? []
      : [
          ...(luck.corrects
            ? [
                {
                  ...at(due15 as string),
                  by: entity,
                  act: 'report-done',
                  followUp: orderId,
                  evidence: [],
                },
              ]
            : []),
          {
            ...{ ...at(again), act: 'recheck', followUp: orderId, evidence: [] },
            outcome: luck.corrects ? 'corrected' : 'not-corrected',
          },
        ]),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) as InspectionAct[];
}

/** The day so many working days later; none where that year has no calendar yet. */
function term(from: string, days: number): string[] {
  const day = from <= '2026-11-20' ? addWorkingDays(working, from, days) : undefined;
  return day === undefined ? [] : [day];
}

/** What the visit leaves on the record: what was found, what was put right, a penalty, an entry of a list. */
function entriesOf(due: DueVisit, luck: VisitLuck, inspection: Inspection) {
  const { id, entity, lead } = due;
  const { conclusion } = inspection;
  const formed = conclusion?.formedOn;
  if (formed === undefined) return { entries: [] };
  const source = { department: lead, reference: `示例检查〔2026〕${id}` };
  const base = (name: string, on: string, reference = source.reference) => ({
    ...{ id: `${id}:${name}`, entity, jurisdiction: '110000', on, knownOn: on, basis: [] },
    source: { ...source, reference },
  });
  const step = (name: string, on: string, refers: string, more: Partial<StepEntry>): StepEntry => ({
    ...base(name, on),
    ...({ kind: 'deed', refers, ...more } as Pick<StepEntry, 'kind' | 'refers'>),
  });
  const entries: RecordEntry[] = [];
  if (luck.isAway) {
    const listed = base('list', formed);
    entries.push({ ...listed, kind: 'list-entry', list: 'abnormal-operations' });
    const back = addDays(formed, 60);
    if (luck.corrects && back <= YEAR_END) {
      entries.push(step('found', back, listed.id, { deed: 'duty-done' }));
      entries.push(step('off-list', back, listed.id, { kind: 'repair' }));
    }
    return { entries };
  }
  // What was found, and that it was put right; the firm then asks for repair, which the rules grant or not.
  for (const entry of findingEntries(inspection, { jurisdiction: '110000' })) {
    entries.push(entry);
    if (!('refers' in entry)) continue;
    const { id: deed, on, refers } = entry;
    entries.push({ ...base('repair', on, refers), id: `${deed}/repair`, kind: 'repair', refers });
  }
  const fined = addDays(formed, 40);
  const isFined = conclusion?.results.some(({ code }) => code === 'serious') === true;
  if (!isFined || fined > YEAR_END) return { entries };
  const penalty = base('penalty', fined, `示例处罚〔2026〕${id}`);
  entries.push({ ...penalty, kind: 'penalty', severity: 'general' });
  const quashed = addDays(fined, 60);
  if (luck.review === 'overturned' && quashed <= YEAR_END) {
    entries.push(step('quashed', quashed, penalty.id, { kind: 'withdrawal' }));
  }
  return { entries, penalty: { id: penalty.id, on: fined } };
}
