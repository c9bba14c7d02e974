import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import { isEvenhandError } from '../../core/error.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { compareBytes } from '../../core/order.js';
import { governingOn } from '../publication/governing.js';
import { repairRefusals, repairStanding } from '../publication/judgeRepair.js';
import type { Publication } from '../publication/publication.js';
import { type CreditRecord, recordDigest } from './creditRecord.js';
import { type Deed, type FactEntry, isStep, type RecordEntry, type StepEntry } from './entry.js';
import { entryFaults } from './entryFaults.js';
import { gatherMatter, matterId } from './gatherMatter.js';
import { listsOf } from './listsOf.js';
import type { Matter, RecordView, Taken } from './matter.js';
import type { RecordRules } from './recordRules.js';
import { type Steps, stepsInForce } from './stepsInForce.js';

/** From where a record is looked at. */
export interface RecordQuestion {
  /** The day it is about: what happened later is left out. */
  readonly on: Day;
  /** The day whose knowledge is used; that of `on` where left out. */
  readonly known?: Day;
  /** Whose word counts where reports differ; only who decided, and who was last, where left out. */
  readonly rules?: RecordRules;
  /** By these a repair must be lawful to have effect; each repair has it where left out. */
  readonly publication?: readonly Publication[];
}

/**
 * A record as of a day, by the knowledge of a day: each matter once, with the trace of how its
 * reports became one.
 *
 * The two days are apart. An answer given on a day can be given again from any later record with
 * `known` that day, whatever was corrected since; with `known` today it is what should have been
 * answered. A correction, and the withdrawal of a report, tell what was so from the beginning; a
 * deed, a repair, an objection and the withdrawal of a repair count from their own days.
 *
 * The withdrawal of the report of the department that decided takes the matter back; that of another
 * report takes back this report alone.
 *
 * A repair on a day without a document in force is refused, `not-in-force`, as any other that no rule
 * allows: `issues` name each.
 *
 * @example
 * ```ts
 * import { emptyRecord, joinEntries, recordAsOf } from 'evenhand/credit';
 *
 * const source = { department: 'market', reference: '示例市监罚〔2026〕1号' };
 * const of = { entity: 'A', jurisdiction: '110000', basis: [], source };
 * const { record } = joinEntries(emptyRecord('A'), [
 *   { ...of, id: 'r1', kind: 'penalty', severity: 'serious', on: '2026-01-31', knownOn: '2026-02-03' },
 *   { ...of, id: 'r2', kind: 'correction', refers: 'r1', set: { severity: 'general' }, on: '2026-03-01', knownOn: '2026-03-02' },
 * ]);
 * const severity = (known: string) => recordAsOf(record, { on: '2026-02-15', known }).matters[0]?.fields.severity;
 * [severity('2026-02-15'), severity('2026-04-01')]; // => ['serious', 'general']
 * ```
 */
export function recordAsOf(record: CreditRecord, question: RecordQuestion): RecordView {
  requireArgument('recordAsOf', 'record', record, { entries: 'array' });
  requireArgument('recordAsOf', 'question', question, { on: 'string' });
  const { on, known = on, rules, publication } = question;
  const heard = record.entries.filter(({ knownOn }) => knownOn <= known);
  const steps = stepsInForce(heard);
  const issues: Issue[] = [...steps.issues];
  const departments = rules?.precedence.departments ?? [];
  const gathered = [...groups(heard)].flatMap(([id, reports]) =>
    openMatter(id, reports, steps, { on, departments, issues }),
  );
  gathered.sort((a, b) => compareBytes(a.fields.on, b.fields.on) || compareBytes(a.id, b.id));
  return {
    method: 'credit-record/1',
    entity: record.entity,
    on,
    known,
    digest: recordDigest(record, known),
    matters: withRepairs(gathered, steps, on, publication, issues),
    pending: steps.pending,
    issues,
  };
}

function groups(entries: readonly RecordEntry[]): Map<string, FactEntry[]> {
  const found = new Map<string, FactEntry[]>();
  for (const entry of entries) {
    if (isStep(entry)) continue;
    const id = matterId(entry);
    const group = found.get(id);
    if (group === undefined) found.set(id, [entry]);
    else group.push(entry);
  }
  return found;
}

/** A matter with all but its repairs; none where it has not happened by the day. */
function openMatter(
  id: string,
  reports: readonly FactEntry[],
  steps: Steps,
  { on, departments, issues }: { on: Day; departments: readonly string[]; issues: Issue[] },
): Matter[] {
  const all = gatherMatter(reports, [], departments);
  const left = reports.filter((one) => steps.withdrawalsOf(one).length === 0);
  const isTakenBack =
    left.length === 0 ||
    reports.some((one) => one.source.department === all.decidedBy && !left.includes(one));
  const own = steps.found.filter(({ about }) => !isStep(about) && reports.includes(about));
  const isOpen = (step: StepEntry): boolean => steps.withdrawalsOf(step).length === 0;
  const corrections = own.flatMap(({ step }) =>
    step.kind === 'correction' && isOpen(step) ? [step] : [],
  );
  const used = isTakenBack ? reports : left;
  const { decidedBy, fields, from, conflicts } = gatherMatter(used, corrections, departments);
  if (fields.on > on) return [];
  const first = reports[0] as FactEntry;
  if (corrections.length > 0) {
    for (const { path } of entryFaults({ ...first, ...fields, knownOn: '9999-12-31' })) {
      issues.push(errorAt('corrected-days', path, { given: id }));
    }
  }
  const deeds: Partial<Record<Deed, Day>> = {};
  const done = (deed: Deed, day: Day): void => {
    if (day <= on && day < (deeds[deed] ?? '9999-12-32')) deeds[deed] = day;
  };
  if (fields.performedOn !== undefined) done('duty-done', fields.performedOn);
  const taken: Taken[] = own.map(({ step }) => {
    if (!isOpen(step) && step.kind !== 'repair' && step.kind !== 'shortening') {
      return { entry: step, effect: 'withdrawn' };
    }
    if (step.on > on && step.kind !== 'correction' && step.kind !== 'withdrawal') {
      return { entry: step, effect: 'not-yet' };
    }
    if (step.kind === 'deed') done(step.deed as Deed, step.on);
    return { entry: step, effect: 'applied' };
  });
  const isObjected = taken.some(
    ({ entry, effect }) =>
      entry.kind === 'objection' && effect === 'applied' && isUndecided(entry, own, steps, on),
  );
  return [
    {
      id,
      kind: first.kind,
      jurisdiction: first.jurisdiction,
      reference: first.source.reference,
      ...(first.scheme === undefined ? {} : { scheme: first.scheme }),
      decidedBy,
      state: isTakenBack ? 'withdrawn' : isObjected ? 'objected' : 'standing',
      fields,
      knownOn: (used[0] as FactEntry).knownOn,
      from,
      conflicts,
      reports: reports.map(({ id: entry, source }) => ({ entry, department: source.department })),
      steps: taken,
      deeds,
    },
  ];
}

/** An objection is open until it is rejected, or what it led to is on the record. */
function isUndecided(objection: StepEntry, own: Steps['found'], steps: Steps, on: Day): boolean {
  const decision = steps.found.find(
    ({ step, about }) =>
      step.kind === 'objection-decision' &&
      about === objection &&
      step.on <= on &&
      steps.withdrawalsOf(step).length === 0,
  )?.step;
  if (decision === undefined) return true;
  if (decision.outcome === 'rejected') return false;
  return !own.some(
    ({ step }) =>
      (step.kind === 'correction' || step.kind === 'withdrawal') &&
      step.on >= objection.on &&
      steps.withdrawalsOf(step).length === 0,
  );
}

/** Repairs in the order of their days, each judged by what stood on its day. */
function withRepairs(
  matters: readonly Matter[],
  steps: Steps,
  on: Day,
  publication: readonly Publication[] | undefined,
  issues: Issue[],
): Matter[] {
  const found = new Map(matters.map((matter) => [matter.id, matter]));
  const open = matters.flatMap((matter) =>
    matter.steps.flatMap(({ entry, effect }) =>
      (entry.kind === 'repair' || entry.kind === 'shortening') && effect === 'applied'
        ? [{ id: matter.id, step: entry }]
        : [],
    ),
  );
  open.sort((a, b) => compareBytes(a.step.on, b.step.on));
  for (const { id, step } of open) {
    const matter = found.get(id) as Matter;
    // Whoever takes a repair back ends it from that day; until then it was good.
    const isEnded = steps.withdrawalsOf(step).some((one) => one.on <= on);
    const refused =
      publication === undefined ? [] : refusals(publication, matter, step, [...found.values()]);
    const hasEffect = !isEnded && refused.length === 0;
    issues.push(...refused);
    const taken: Taken = {
      entry: step,
      effect: isEnded ? 'withdrawn' : refused.length > 0 ? 'refused' : 'applied',
      ...(refused.length === 0 ? {} : { issues: refused }),
    };
    const isFirst = hasEffect && step.kind === 'repair' && matter.repairedOn === undefined;
    const shorter = hasEffect && step.kind === 'shortening' ? (step.months ?? 0) : 0;
    found.set(id, {
      ...matter,
      steps: matter.steps.map((one) => (one.entry === step ? taken : one)),
      ...(isFirst ? { repairedOn: step.on } : {}),
      ...(shorter > 0 ? { shortenedBy: (matter.shortenedBy ?? 0) + shorter } : {}),
    });
  }
  return matters.map(({ id }) => found.get(id) as Matter);
}

function refusals(
  publication: readonly Publication[],
  matter: Matter,
  step: StepEntry,
  matters: readonly Matter[],
): Issue[] {
  const governing = governingIn(publication, matter, step.on);
  if (Array.isArray(governing)) return governing;
  if (governing === undefined) {
    return [errorAt('repair-without-rule', ['refers'], { given: matter.id, entry: step.id })];
  }
  if (step.kind === 'shortening') {
    const { repair } = governing.rule;
    const range = repair === 'never' ? undefined : repair.shortening;
    const { months = 0 } = step;
    if (range !== undefined && range.min <= months && months <= range.max) return [];
    const expected = range === undefined ? '0' : `${range.min}–${range.max}`;
    return [
      errorAt('shortening-refused', ['months'], { given: months, matter: matter.id, expected }),
    ];
  }
  const around = { matters, lists: listsOf(matters, step.on) };
  const standing = repairStanding(governing, matter, step.on, around);
  return repairRefusals(standing, step.on, matter.id);
}

/** The rule of a day, or why there is none: the day of a repair is data. */
function governingIn(
  publication: readonly Publication[],
  matter: Matter,
  day: Day,
): ReturnType<typeof governingOn> | Issue[] {
  try {
    return governingOn(publication, matter, day);
  } catch (error) {
    if (isEvenhandError(error) && error.code === 'not-in-force') {
      return error.issues.map((issue) => ({ ...issue, path: ['on'] }));
    }
    throw error;
  }
}
