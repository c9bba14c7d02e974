import { addPeriod, type Day } from '../core/day.js';
import { isEvenhandError } from '../core/error.js';
import { sortedBy } from '../core/order.js';
import { governingOn } from '../credit/publication/governing.js';
import { repairStanding } from '../credit/publication/judgeRepair.js';
import type { Publication } from '../credit/publication/publication.js';
import type { CreditRecord } from '../credit/record/creditRecord.js';
import { DEEDS, type Deed } from '../credit/record/entry.js';
import { listsOf } from '../credit/record/listsOf.js';
import type { Matter, RecordView } from '../credit/record/matter.js';
import { recordAsOf } from '../credit/record/recordAsOf.js';
import type { RecordRules } from '../credit/record/recordRules.js';
import { isEffective } from '../register/condition.js';
import type { Act } from './acts.js';
import type { Assessable } from './assess.js';

/** An entity whose events and lists stand on a record. */
export interface OnRecord {
  /** What else is known of it: facts, district, founding day. */
  readonly entity: Omit<Assessable, 'events' | 'lists'>;
  readonly record: CreditRecord;
  readonly rules: RecordRules;
  readonly publication: readonly Publication[];
}

/** What the entity still has to do before a repair is granted, and by which rule. */
export interface RepairStep {
  readonly matter: string;
  readonly on: Day;
  readonly deeds: readonly Deed[];
  readonly rule: string;
  readonly document: string;
}

/** The days looked at: as of which, known by which, and the last. */
export interface Span {
  readonly asOf: Day;
  readonly known: Day;
  readonly last: Day;
}

/** The repairs and exits the documents allow within the days looked at. */
export function possibleRepairs(of: OnRecord, entity: Assessable, span: Span) {
  const { asOf, known } = span;
  const view = recordAsOf(of.record, { ...of, on: asOf, known });
  const standing = listsOf(view.matters, asOf);
  const steps = new Map<string, RepairStep>();
  const afters = new Map<string, readonly string[]>();
  const open = view.matters.filter(
    ({ state, repairedOn }) => state !== 'withdrawn' && repairedOn === undefined,
  );
  const leavable = new Map<string, Day>();
  const find = (matter: Matter): void => {
    const first = firstRepair(of, view, matter, span, leavable);
    if (first === undefined) return;
    steps.set(matter.id, first.step);
    afters.set(matter.id, first.after);
  };
  // Lists first: a repair of another matter may ask for them to be left.
  for (const matter of open) if (standing.some((one) => one.matter === matter.id)) find(matter);
  const leaves: Act[] = [];
  for (const list of new Set(standing.map((one) => one.list))) {
    const ids = standing.filter((one) => one.list === list).map(({ matter }) => matter);
    const days = ids.map((id) => steps.get(id)?.on);
    if (days.includes(undefined)) continue;
    const on = (days as Day[]).sort().at(-1) as Day;
    leavable.set(list, on);
    const events = ids.filter((id) => entity.events.some((event) => event.id === id));
    if (entity.lists.includes(list)) leaves.push({ kind: 'leave', list, events, on });
  }
  for (const matter of open) if (!standing.some((one) => one.matter === matter.id)) find(matter);
  const repairs = entity.events.flatMap((event): Act[] => {
    const step = steps.get(event.id);
    const isListed = standing.some((one) => one.matter === event.id);
    if (step === undefined || isListed || !isEffective(event, asOf)) return [];
    const after = afters.get(event.id) ?? [];
    return [
      {
        kind: 'repair',
        event: event.id,
        on: step.on,
        ...(after.length === 0 ? {} : { after }),
      },
    ];
  });
  const byEvent = (act: Act): string => (act.kind === 'repair' ? act.event : '');
  return { repairs: sortedBy(repairs, byEvent), leaves, steps };
}

/** The first day a matter can be repaired, if what is still wanting is done on the day of asking. */
function firstRepair(
  of: OnRecord,
  view: RecordView,
  matter: Matter,
  { asOf, known, last }: Span,
  leavable: ReadonlyMap<string, Day>,
): { readonly step: RepairStep; readonly after: readonly string[] } | undefined {
  const done = Object.fromEntries(DEEDS.map((deed) => [deed, asOf]));
  const willing = { ...matter, deeds: { ...done, ...matter.deeds } };
  const days = new Set([asOf, ...of.publication.map(({ from }) => from)]);
  // A term of a list that ends, or the day a list can be left, opens the way as well.
  for (const { until } of listsOf(view.matters, asOf)) {
    if (until !== undefined) days.add(addPeriod(until, { days: 1 }));
  }
  for (const day of leavable.values()) days.add(day);
  const tried = new Set<Day>();
  const queue = [...days].filter((day) => day >= asOf);
  let best: { step: RepairStep; after: readonly string[] } | undefined;
  while (queue.length > 0) {
    const day = queue.shift() as Day;
    if (tried.has(day) || day > last || (best !== undefined && best.step.on <= day)) continue;
    tried.add(day);
    const governing = governingIn(of, matter, day);
    if (governing === undefined) continue;
    const { matters } = recordAsOf(of.record, { ...of, on: day, known });
    const lists = listsOf(matters, day);
    const staying = lists.filter(({ list }) => (leavable.get(list) ?? '9999-12-31') > day);
    const standing = repairStanding(governing, willing, day, { matters, lists: staying });
    if (standing.firstDay !== undefined && standing.firstDay > day) queue.push(standing.firstDay);
    if (standing.can !== 'now' || governing.rule.repair === 'never') continue;
    const needs = governing.rule.repair.needs;
    const asked = needs.flatMap((one) => (one.need === 'on-no-list' ? one.lists : []));
    best = {
      step: {
        matter: matter.id,
        on: day,
        deeds: needs.flatMap(({ need }) =>
          need === 'on-no-list' || need === 'no-same-offence' || matter.deeds[need] !== undefined
            ? []
            : [need],
        ),
        rule: standing.rule,
        document: standing.document,
      },
      after: [...new Set(lists.map(({ list }) => list))].filter((list) => asked.includes(list)),
    };
  }
  return best;
}

function governingIn({ publication }: OnRecord, matter: Matter, day: Day) {
  try {
    return governingOn(publication, matter, day);
  } catch (error) {
    if (isEvenhandError(error) && error.code === 'not-in-force') return undefined;
    throw error;
  }
}
