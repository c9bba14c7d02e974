// Twelve months of one city: the plan is visited, what is found becomes events, firms put things right,
// levels and grades follow, warnings are looked into, and next year's plan is made of all that.

import { cityRecord, sampleCity } from 'evenhand/city';
import { addDays, addMonths, daysBetween } from 'evenhand/core';
import {
  type CreditRecord,
  emptyRecord,
  joinEntries,
  projectRecord,
  type RecordEntry,
} from 'evenhand/credit';
import {
  type DueDiligenceFile,
  dueDiligence,
  type OfficialDecision,
  type OversightReport,
  outcomeOf,
  oversightReport,
  type Promised,
  type PublicationTerm,
  promisedBy,
  type VisitOutcome,
} from 'evenhand/oversight';
import { type Plan, type Prepared, preparePlan } from 'evenhand/plan';
import { assess, ledgerActsOf, type Programme } from 'evenhand/programme';
import type { Entity, Item } from 'evenhand/register';
import {
  advanceCase,
  caseEvent,
  emptyHistory,
  openCase,
  regrade,
  type Signal,
  type WarningCase,
  watch,
} from 'evenhand/risk';
import {
  chinaWorkingDays,
  exampleInspectionRules,
  examplePublication,
  exampleRecordRules,
  exampleRegrading,
  exampleWarnings,
  twoInspections,
} from 'evenhand/schemes';
import { randomStream } from 'evenhand/simulate';
import {
  admitVisit,
  emptyLedger,
  recordVisit,
  type VisitAct,
  type VisitRequest,
} from 'evenhand/visits';
import { eyes, type Faults, hiddenFaults } from './hidden.js';
import { plannedCity } from './plans.js';
import { type DueVisit, makeVisit, type VisitLuck, working } from './visits.js';

export const YEAR = { from: '2026-01-01', to: '2026-12-31', before: '2025-12-31' } as const;

/** Where a firm stands: its grade, its risk level, its lists. */
export interface FirmStanding {
  readonly grade: string;
  readonly level: string;
  readonly lists: readonly string[];
}

/** One month in figures. */
export interface Month {
  readonly month: string;
  readonly planned: number;
  readonly plannedHits: number;
  readonly forCause: number;
  readonly forCauseHits: number;
  readonly complaints: number;
  readonly accidents: number;
  readonly signals: number;
  readonly repaired: number;
  readonly refusedRepairs: number;
  readonly worse: number;
  readonly grades: Readonly<Record<string, number>>;
  readonly levels: Readonly<Record<string, number>>;
}

/** A warning rule over the year: signals, how they ended. */
export interface WarningFigures {
  readonly rule: string;
  readonly signals: number;
  readonly offSite: number;
  readonly visited: number;
  readonly founded: number;
}

/** Firms of one tier at the year's beginning: how many, how many visits, what these found. */
export interface TierFigures {
  readonly tier: string;
  readonly firms: number;
  readonly nextFirms: number;
  readonly draws: number;
  readonly nextDraws: number;
  readonly visits: number;
  readonly hits: number;
  readonly faults: number;
}

/** The year: its figures, and the entries from which its end can be computed again. */
export interface CityYear {
  readonly entities: number;
  readonly seed: string;
  readonly strength: number;
  readonly programme: Programme;
  readonly firms: readonly Omit<Entity, 'events' | 'lists'>[];
  readonly plan: Plan;
  readonly next: Prepared;
  readonly months: readonly Month[];
  readonly warnings: readonly WarningFigures[];
  readonly tiers: readonly TierFigures[];
  readonly oversight: OversightReport;
  /** What was known of the firm of the first accident on that day, and what had been done. */
  readonly file: DueDiligenceFile | undefined;
  /** Every entry of every record, in the order it was entered. */
  readonly log: readonly RecordEntry[];
  readonly start: ReadonlyMap<string, FirmStanding>;
  readonly end: ReadonlyMap<string, FirmStanding>;
  /** The level of each firm after the last round of regrading. */
  readonly regraded: ReadonlyMap<string, string>;
  readonly levelChanges: number;
  /** Acts and terms the rules refused, by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** How many hidden faults there were on some day of the year, and how many of them visits found. */
  readonly hidden: { readonly were: number; readonly found: number };
}

/** Results are public within the term of the rules the visits go by. */
const TERM: PublicationTerm = {
  workingDays: exampleInspectionRules.publication?.workingDays ?? 0,
  calendars: [chinaWorkingDays],
};

const DOCUMENTS = { rules: exampleRecordRules, publication: [examplePublication] };

/** The firm as its record has it on a day. */
export function firmOn(
  firm: Omit<Entity, 'events' | 'lists'>,
  record: CreditRecord,
  day: string,
): Entity {
  const { events, lists } = projectRecord(record, { ...DOCUMENTS, asOf: day });
  return { ...firm, events, lists };
}

export function cityYear(entities: number, seed: string, strength: number): CityYear {
  const base = sampleCity({ entities, seed });
  const firms = base.register.entities.map(({ events: _, lists: __, ...firm }) => firm);
  const records = new Map<string, CreditRecord>();
  const log: RecordEntry[] = [];
  const enter = (entries: readonly RecordEntry[]): void => {
    for (const entry of entries) {
      const { record, aside } = joinEntries(
        records.get(entry.entity) ?? emptyRecord(entry.entity),
        [entry],
      );
      if (aside.length > 0) throw new Error(`${entry.id}: ${aside[0]?.issues[0]?.code}`);
      records.set(entry.entity, record);
      log.push(entry);
    }
  };
  for (const firm of base.register.entities) {
    const { entries } = cityRecord(firm, { asOf: YEAR.before, seed });
    records.set(firm.id, joinEntries(emptyRecord(firm.id), entries).record);
    log.push(...entries);
  }
  const lastVisits = new Map(firms.map(({ id, lastVisits: days }) => [id, { ...days }]));
  const registerOn = (day: string) => ({
    ...base.register,
    entities: firms.map((firm) => ({
      ...firmOn(firm, records.get(firm.id) ?? emptyRecord(firm.id), day),
      lastVisits: lastVisits.get(firm.id) ?? {},
    })),
  });

  let register = registerOn(YEAR.before);
  const { plan, programme, places } = plannedCity(entities, seed, register);
  const [faults = new Map<string, Faults>()] = hiddenFaults(places, seed, [strength]);
  const officers = eyes(seed);
  const items = new Map<string, Item>(base.register.items.map((one) => [one.id, one]));
  const active = register.entities.filter(({ id }) => places.has(id));
  const standingOn = (day: string, entity: Entity): FirmStanding => {
    const { cell } = assess(programme, entity, { asOf: day });
    return { level: cell.risk, grade: cell.credit, lists: entity.lists };
  };
  const standings = (day: string): Map<string, FirmStanding> =>
    new Map(
      register.entities
        .filter(({ id }) => places.has(id))
        .map((entity) => [entity.id, standingOn(day, entity)] as const),
    );

  const start = standings(YEAR.before);
  let levels = regrade(emptyHistory(exampleRegrading), active, {
    ...{ regrading: exampleRegrading, risk: programme.at(YEAR.before).risk },
  }).history;
  const demandItem = new Map(plan.demands.map(({ id, item }) => [id, item]));
  const duePlanned = plan.visits.map(
    ({ id, entity, day, lead, partners, members = [], items: own, demands }): DueVisit => ({
      ...{ id, entity, day, lead, partners, officers: members },
      items: own.map((item) => items.get(item) as Item),
      demands: demands.map((one) => ({ id: one, item: demandItem.get(one) as string })),
    }),
  );
  // Every visit stands in the ledger of all authorities: the plan's within the cap, others outside it.
  const books = bookings();
  const standingOf = new Map(plan.prepared.standings.map((one) => [one.id, one]));
  for (const { id, entity, kind, day, window, lead, partners, ...visit } of plan.visits) {
    const { level = '', grade = '', tier = '' } = standingOf.get(entity) ?? {};
    books.admit({
      ...{ id, entity, kind, day, window: window ?? { from: day, to: day }, lead, partners },
      ...{ items: visit.items, demands: visit.demands, join: false, at: YEAR.from },
      standing: [
        { scale: 'example-credit', level: grade },
        { scale: 'example-risk', level },
        { scale: 'example-tiers', level: tier },
      ],
      ...(visit.beyondCap === true ? { basis: visit.because ?? [] } : {}),
    });
  }
  let cases: { one: WarningCase; visit: DueVisit }[] = [];
  const outcomes: VisitOutcome[] = [];
  const decisions: OfficialDecision[] = [];
  const signals: Signal[] = [];
  const months: Month[] = [];
  const closed: WarningCase[] = [];
  const seenBy = new Map<string, number>();
  let end = start;

  for (let n = 0; n < 12; n++) {
    const from = addMonths(YEAR.from, n);
    const to = addDays(addMonths(YEAR.from, n + 1), -1);
    const isInMonth = ({ day }: { readonly day: string }): boolean => from <= day && day <= to;
    const trouble = troubles(places.keys(), faults, officers, seed, n);
    enter(trouble);

    // The visits of the month, the plan's and those that warnings asked for, in the order of their days.
    const counts = { planned: 0, plannedHits: 0, forCause: 0, forCauseHits: 0 };
    const asked = cases.filter(({ visit }) => isInMonth(visit));
    const visits = [...duePlanned.filter(isInMonth), ...asked.map(({ visit }) => visit)];
    visits.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
    for (const due of visits) {
      const luck = luckOf(seed, due, faults.get(due.entity) ?? [], officers);
      const { inspection, entries, refused: codes, penalty } = makeVisit(due, luck);
      books.refuse(codes);
      const outcome = outcomeOf(inspection, {
        demands: due.demands,
        ...(due.because === undefined ? {} : { cause: due.because }),
      });
      if (outcome === undefined) continue;
      for (const act of ledgerActsOf(inspection)) books.record(act);
      outcomes.push(outcome);
      seenBy.set(due.id, luck.seen.length);
      const isHit = outcome.faults.length > 0 ? 1 : 0;
      const found = asked.find(({ visit }) => visit.id === due.id);
      if (found === undefined) {
        counts.planned++;
        counts.plannedHits += isHit;
        enter(entries);
      } else {
        counts.forCause++;
        counts.forCauseHits += isHit;
        const ended = endCase(found.one, due, luck);
        closed.push(ended);
        enter(caseEntries(ended, due));
      }
      for (const authority of [due.lead, ...due.partners]) {
        lastVisits.set(due.entity, { ...lastVisits.get(due.entity), [authority]: due.day });
      }
      if (penalty !== undefined && found === undefined)
        decisions.push(decisionOf(due, penalty, luck));
    }

    // Firms that want an old penalty repaired ask at the month's end; the rules say yes or no.
    const repairs = repairsAsked(active, records, seed, n, to);
    enter(repairs.entries);
    const accepted = repairs.matters.filter(({ entity, matter }) => {
      const view = projectRecord(records.get(entity) as CreditRecord, {
        ...DOCUMENTS,
        asOf: to,
      }).view;
      return view.matters.find(({ id }) => id === matter)?.repairedOn !== undefined;
    }).length;

    // Monitoring, regrading, grades: as of the month's last day, by what is on the records.
    register = registerOn(to);
    const living = register.entities.filter(({ id }) => places.has(id));
    const watched = watch(exampleWarnings, living, { asOf: to, before: signals });
    signals.push(...watched.signals);
    cases = watched.signals.flatMap((signal) => {
      const begun = beginCase(signal, faults, officers, base.register.inspectors, items);
      if (begun?.visit === undefined) {
        if (begun !== undefined) closed.push(begun.one);
        return [];
      }
      const { id, entity, day, lead, because } = begun.visit;
      const evidence = because as { cause: string; reference: string };
      books.admit({ id, entity, kind: 'for-cause', day, lead, evidence, join: false, at: to });
      return [{ one: begun.one, visit: begun.visit }];
    });
    const risk = programme.at(to).risk;
    const graded = regrade(levels, living, { regrading: exampleRegrading, risk });
    levels = graded.history;
    end = standings(to);
    months.push({
      ...{ month: to.slice(0, 7), ...counts, signals: watched.signals.length },
      complaints: trouble.filter(({ kind }) => kind === 'complaint').length,
      accidents: trouble.filter(({ kind }) => kind === 'accident').length,
      ...{ repaired: accepted, refusedRepairs: repairs.matters.length - accepted },
      worse: graded.changes.length,
      grades: tally([...end.values()].map(({ grade }) => grade)),
      levels: tally([...end.values()].map(({ level }) => level)),
    });
  }

  const promised = promisedBy(plan);
  const { tasks } = sampleCity({ entities, seed, year: 2027 });
  const next = preparePlan({
    ...{ programme, register: registerOn(YEAR.to), tasks, year: 2027, asOf: YEAR.to },
    ...{ drawId: 'EX-2027-001', sources: [{ label: 'dice', bits: 132 }] },
  });
  const all = [...faults.values()].flat().filter((one) => one !== undefined).length;
  return {
    ...{ entities, seed, strength, programme, firms, plan, next, months, log, start, end },
    refused: books.refused,
    warnings: warningFigures(signals, closed),
    tiers: tierFigures(plan, next, outcomes, seenBy),
    oversight: oversightReport({
      ...{ promised, outcomes, decisions, ledger: books.ledger(), asOf: YEAR.to },
      term: TERM,
    }),
    file: fileOfAccident(programme, firms, records, promised, outcomes, decisions),
    regraded: new Map(levels.standings.map(({ entity, level }) => [entity, level])),
    levelChanges: levels.changes.filter(({ cause }) => cause === 'regraded').length,
    hidden: { were: all, found: [...seenBy.values()].reduce((sum, one) => sum + one, 0) },
  };
}

/** The ledger of all authorities, and what anything refused. */
function bookings() {
  let ledger = emptyLedger;
  const refused: Record<string, number> = {};
  const refuse = (codes: readonly string[]): void => {
    for (const code of codes) refused[code] = (refused[code] ?? 0) + 1;
  };
  const taken = (answer: ReturnType<typeof admitVisit>): void => {
    ledger = answer.ledger;
    if (answer.decision.status === 'refused') {
      refuse(answer.decision.because.map(({ code }) => code));
    }
  };
  return {
    admit: (request: VisitRequest) => taken(admitVisit(ledger, request, twoInspections)),
    record: (act: VisitAct) => taken(recordVisit(ledger, act, twoInspections)),
    ...{ refuse, refused },
    ledger: () => ledger,
  };
}

/** Complaints and accidents of a month: the more hidden faults, the more often. Every share is made up. */
function troubles(
  ids: Iterable<string>,
  faults: ReadonlyMap<string, Faults>,
  officers: ReturnType<typeof eyes>,
  seed: string,
  n: number,
): RecordEntry[] {
  const first = addMonths(YEAR.from, n);
  const length = daysBetween(first, addMonths(first, 1));
  return [...ids].flatMap((entity) => {
    const there = officers.open(entity, faults.get(entity) ?? [], daysBetween(YEAR.before, first));
    if (there.length === 0) return [];
    const random = randomStream(seed, 'trouble', `${entity}/${n}`);
    const [complains, happens, day] = [random(), random(), Math.floor(random() * length)];
    const on = addDays(first, day);
    const base = (kind: 'complaint' | 'accident', department: string) => ({
      ...{
        id: `${entity}:${kind}:${n + 1}`,
        entity,
        jurisdiction: '110000',
        kind,
        on,
        knownOn: on,
      },
      ...{ basis: [], source: { department, reference: `示例${kind}〔2026〕${entity}/${n + 1}` } },
    });
    return [
      ...(complains < 0.03 * there.length ? [base('complaint', 'market')] : []),
      ...(there.includes(2) && happens < 0.003 ? [base('accident', 'emergency')] : []),
    ];
  });
}

/** The due-diligence file of the first accident, of a firm the plan asked to visit if there is one, written at the year's end. */
function fileOfAccident(
  programme: Programme,
  firms: CityYear['firms'],
  records: ReadonlyMap<string, CreditRecord>,
  promised: Promised,
  outcomes: readonly VisitOutcome[],
  decisions: readonly OfficialDecision[],
): DueDiligenceFile | undefined {
  const asked = new Set(promised.demands.map(({ entity }) => entity));
  const accidents = [...records.values()].flatMap(({ entries, entity }) =>
    entries.flatMap(({ kind, on }) =>
      kind === 'accident' && on >= YEAR.from ? [{ entity, on }] : [],
    ),
  );
  const key = ({ entity, on }: { entity: string; on: string }): string =>
    `${asked.has(entity) ? 0 : 1} ${on} ${entity}`;
  accidents.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const [first] = accidents;
  const entity = firms.find(({ id }) => id === first?.entity);
  const record = records.get(first?.entity ?? '');
  if (first === undefined || entity === undefined || record === undefined) return undefined;
  return dueDiligence({
    ...{ programme, firm: { entity, record, ...DOCUMENTS }, day: first.on, writtenOn: YEAR.to },
    ...{ promised, outcomes, decisions, term: TERM },
  });
}

/** What chance has in store for a visit. Every share is made up. */
function luckOf(
  seed: string,
  { id, entity, day }: DueVisit,
  faults: Faults,
  officers: ReturnType<typeof eyes>,
): VisitLuck {
  const random = randomStream(seed, 'visit', id);
  const [away, corrects, late, published, review] = Array.from({ length: 5 }, random) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const isAway = away < 0.02;
  return {
    isAway,
    seen: isAway ? [] : officers.look(entity, faults, daysBetween(YEAR.before, day)),
    corrects: corrects < 0.75,
    published: late < 0.05 ? 24 : 4 + Math.floor(published * 15),
    review: review < 0.75 ? 'none' : review < 0.93 ? 'upheld' : 'overturned',
  };
}

/** A signal that asks for a check is looked into from the desk first, where its rule says so. */
function beginCase(
  signal: Signal,
  faults: ReadonlyMap<string, Faults>,
  officers: ReturnType<typeof eyes>,
  inspectors: readonly { readonly id: string; readonly authority: string }[],
  items: ReadonlyMap<string, Item>,
): { readonly one: WarningCase; readonly visit?: DueVisit } | undefined {
  let one = openCase(exampleWarnings, signal, { working });
  if (one === undefined) return undefined;
  const { entity, authority, methods, on } = { ...one, on: signal.on };
  const day = daysBetween(YEAR.before, on);
  const step = (taken: Parameters<typeof advanceCase>[2]): void => {
    const answer = advanceCase(exampleWarnings, one as WarningCase, taken, { working });
    if (answer.issues.length > 0) throw new Error(answer.issues[0]?.code);
    one = answer.case;
  };
  if (methods[0] === 'off-site') {
    const isDoubtful = officers.open(entity, faults.get(entity) ?? [], day).length > 0;
    step({ do: 'begin', on: addDays(on, 2), method: 'off-site', by: authority });
    const evidence = [`示例非现场核查 ${one.id}`];
    if (!isDoubtful) {
      step({ do: 'result', on: addDays(on, 5), outcome: 'unfounded', evidence });
      return { one };
    }
    step({ do: 'result', on: addDays(on, 5), outcome: 'inconclusive', evidence });
  }
  const visited = addDays(on, 7);
  if (visited > YEAR.to) return { one };
  step({ do: 'begin', on: visited, method: 'on-site', by: authority });
  const team = inspectors.filter((each) => each.authority === authority).slice(0, 2);
  return {
    one,
    visit: {
      ...{ id: `${entity}/for-cause#${signal.rule}@${on}`, entity, day: visited, lead: authority },
      ...{ partners: [], officers: team.map(({ id }) => id), demands: [] },
      items: [items.get(one.item) as Item],
      because: { cause: 'monitoring', reference: one.id },
    },
  };
}

/** The visit's answer, and what is done about it: the case is the event, so the visit leaves no second one. */
function endCase(begun: WarningCase, { id, day }: DueVisit, luck: VisitLuck): WarningCase {
  let one = begun;
  const step = (taken: Parameters<typeof advanceCase>[2]): void => {
    const answer = advanceCase(exampleWarnings, one, taken, { working });
    if (answer.issues.length > 0) throw new Error(answer.issues[0]?.code);
    one = answer.case;
  };
  const evidence = [id];
  const isSerious = luck.seen.includes(2);
  if (luck.seen.length === 0) step({ do: 'result', on: day, outcome: 'unfounded', evidence });
  else {
    const finding = isSerious ? 'serious' : 'minor';
    step({ do: 'result', on: day, outcome: 'founded', finding, evidence });
    const on = addDays(day, 5);
    const disposal = isSerious ? 'case-filed' : 'corrected';
    if (on <= YEAR.to) step({ do: 'dispose', on, disposal, reference: `示例处置 ${id}` });
  }
  return one;
}

function caseEntries(one: WarningCase, { entity, lead, id }: DueVisit): RecordEntry[] {
  const event = caseEvent(exampleWarnings, one);
  if (event === undefined) return [];
  const severity = event.kind === 'finding-serious' ? 'serious' : 'minor';
  return [
    {
      ...{ id: event.id, entity, jurisdiction: '110000', kind: 'finding', severity, basis: [] },
      ...{ on: event.on, knownOn: event.on },
      source: { department: lead, reference: `示例处置 ${id}` },
    },
  ];
}

/** Firms with a general penalty three months old or more ask once for repair, in a month of their own. */
function repairsAsked(
  firms: readonly Entity[],
  records: ReadonlyMap<string, CreditRecord>,
  seed: string,
  n: number,
  on: string,
) {
  const entries: RecordEntry[] = [];
  const matters: { readonly entity: string; readonly matter: string }[] = [];
  for (const { id: entity } of firms) {
    const random = randomStream(seed, 'repair', entity);
    if (random() >= 0.5 || Math.floor(random() * 12) !== n) continue;
    const record = records.get(entity);
    if (record === undefined) continue;
    const { view } = projectRecord(record, { ...DOCUMENTS, asOf: on });
    for (const { id, kind, fields, repairedOn, state, reports } of view.matters) {
      const isOpen = state === 'standing' && repairedOn === undefined;
      if (kind !== 'penalty' || fields.severity !== 'general' || !isOpen) continue;
      const refers = reports[0]?.entry;
      if (refers === undefined) continue;
      const base = (name: string) => ({
        ...{ id: `${refers}:${name}@${on}`, entity, jurisdiction: '110000', on, knownOn: on },
        ...{ basis: [], refers, source: { department: 'market', reference: `示例修复 ${refers}` } },
      });
      entries.push(
        { ...base('duty-done'), kind: 'deed', deed: 'duty-done' },
        { ...base('pledge'), kind: 'deed', deed: 'pledge' },
        { ...base('repair'), kind: 'repair' },
      );
      matters.push({ entity, matter: id });
    }
  }
  return { entries, matters };
}

function decisionOf(
  { id: visit, entity, lead: authority }: DueVisit,
  { id, on }: { readonly id: string; readonly on: string },
  { review }: VisitLuck,
): OfficialDecision {
  const base = { id, entity, authority, visit, on, kind: 'penalty' };
  if (review === 'none') return base;
  return { ...base, review: { asked: addDays(on, 20), on: addDays(on, 60), outcome: review } };
}

const tally = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

function warningFigures(
  signals: readonly Signal[],
  closed: readonly WarningCase[],
): WarningFigures[] {
  return exampleWarnings.rules.map(({ id: rule }) => {
    const own = closed.filter((one) => one.rule === rule);
    const onSite = own.filter(({ steps }) =>
      steps.some((one) => one.do === 'begin' && one.method === 'on-site'),
    );
    return {
      rule,
      signals: signals.filter((one) => one.rule === rule).length,
      offSite: own.length - onSite.length,
      visited: onSite.length,
      founded: onSite.filter(({ finding }) => finding !== undefined).length,
    };
  });
}

function tierFigures(
  plan: Plan,
  next: Prepared,
  outcomes: readonly VisitOutcome[],
  seenBy: ReadonlyMap<string, number>,
): TierFigures[] {
  const { prepared } = plan;
  const tierOf = new Map(prepared.standings.map(({ id, tier }) => [id, tier]));
  const planned = new Set(plan.visits.map(({ id }) => id));
  const made = outcomes.filter(({ visit }) => planned.has(visit));
  return ['I', 'II', 'III', 'IV'].map((tier) => {
    const own = made.filter(({ entity }) => tierOf.get(entity) === tier);
    return {
      tier,
      firms: prepared.standings.filter((one) => one.tier === tier).length,
      nextFirms: next.standings.filter((one) => one.tier === tier).length,
      draws: drawsOf(prepared, tier),
      nextDraws: drawsOf(next, tier),
      visits: own.length,
      hits: own.filter(({ faults }) => faults.length > 0).length,
      faults: own.reduce((sum, { visit }) => sum + (seenBy.get(visit) ?? 0), 0),
    };
  });
}

/** How many draws and certain visits of a plan fall on firms of a tier. */
function drawsOf({ tasks, standings }: Prepared, tier: string): number {
  const tierOf = new Map(standings.map(({ id, tier: own }) => [id, own]));
  const cells = new Map(standings.map(({ level, grade, tier: own }) => [`${level}/${grade}`, own]));
  return tasks.reduce(
    (sum, { strata, certain }) =>
      sum +
      strata.reduce(
        (all, one) => all + (cells.get(`${one.level}/${one.grade}`) === tier ? one.quota : 0),
        0,
      ) +
      certain.filter(({ id }) => tierOf.get(id) === tier).length,
    0,
  );
}
