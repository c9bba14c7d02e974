import type { WorkingCalendar } from '../../calendar/workingCalendar.js';
import { addWorkingDays } from '../../calendar/workingDays.js';
import { requireArgument } from '../../core/argument.js';
import type { Json } from '../../core/canonicalJson.js';
import { addPeriod, type Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import type { Citation } from '../../document/document.js';
import type { EntryPattern, System, SystemDuties, SystemDuty } from './duties.js';
import type { ChainEntry, RecordChain } from './recordChain.js';

/** A duty of one entry, and whether it is met. */
export interface DutyFinding {
  readonly duty: string;
  readonly system: System;
  readonly matter: string;
  /** The entry the duty comes from. */
  readonly of: number;
  readonly state: 'met' | 'pending' | 'late' | 'unmet';
  /** The entry that meets it, perhaps too late. */
  readonly by?: number;
  readonly due?: Day;
  readonly citation: Citation;
}

/** What the checks look at beside the record. */
export interface DutyOptions {
  readonly asOf: Day;
  /** For terms in working days. */
  readonly working?: WorkingCalendar;
  /** Only these matters; all where left out. */
  readonly matters?: readonly string[];
}

/**
 * Which duties of the three systems (公示、全过程记录、法制审核) a record meets, each with its article.
 *
 * Whether the record itself is unchanged is asked first, of `verifyChain`: a duty met by a forged entry is
 * none.
 *
 * @param document - the duties, in force or not: whoever asks says which version counts
 * @returns a finding for each duty of each entry, by matter as they first appear, then by duty, then by
 * entry; a duty whose term still runs is `pending`, one that has none and is not met is `unmet`
 * @throws `term-without-calendar`, `year-without-calendar`
 */
export function systemDutyFindings(
  chain: RecordChain,
  document: SystemDuties,
  options: DutyOptions,
): DutyFinding[] {
  requireArgument(
    'systemDutyFindings',
    'chain',
    chain,
    { entries: 'array' },
    'parseRecordChain(…)',
  );
  requireArgument(
    'systemDutyFindings',
    'document',
    document,
    { duties: 'array' },
    'parseSystemDuties(…)',
  );
  requireArgument('systemDutyFindings', 'options', options, 'object');
  const { entries } = chain;
  const matters = new Map<string, ChainEntry[]>();
  for (const entry of entries) {
    if (options.matters !== undefined && !options.matters.includes(entry.matter)) continue;
    if (entry.at > options.asOf) continue;
    const known = matters.get(entry.matter);
    if (known === undefined) matters.set(entry.matter, [entry]);
    else known.push(entry);
  }
  return [...matters.values()].flatMap((own) =>
    document.duties.flatMap((duty) =>
      own
        .filter((entry) => fits(duty.when, entry))
        .map((entry) => findingOf(duty, entry, own, document, options)),
    ),
  );
}

function findingOf(
  duty: SystemDuty,
  entry: ChainEntry,
  own: readonly ChainEntry[],
  { citations }: SystemDuties,
  options: DutyOptions,
): DutyFinding {
  const { needs, cite } = duty;
  const candidates =
    needs.place === 'itself'
      ? [entry]
      : own.filter(({ seq }) => (needs.place === 'before' ? seq < entry.seq : seq > entry.seq));
  const found = candidates.find(
    (one) => fits(needs, one) && (needs.apart === undefined || isApart(one, needs.apart, own)),
  );
  const due = needs.within === undefined ? undefined : lastDay(duty, entry.at, options);
  const base = {
    duty: duty.id,
    system: duty.system,
    matter: entry.matter,
    of: entry.seq,
    ...(due === undefined ? {} : { due }),
    citation: citations.find(({ id }) => id === cite) as Citation,
  };
  if (found !== undefined) {
    const isLate = due !== undefined && found.at > due;
    return { ...base, state: isLate ? 'late' : 'met', by: found.seq };
  }
  return { ...base, state: due !== undefined && options.asOf <= due ? 'pending' : 'unmet' };
}

function lastDay({ id, needs }: SystemDuty, from: Day, { working }: DutyOptions): Day | undefined {
  const { within } = needs;
  if (within === undefined) return undefined;
  if (!('workingDays' in within)) return addPeriod(from, within);
  if (working === undefined) {
    throw mistake(
      'term-without-calendar',
      `duty \`${id}\` has a term of ${within.workingDays} working days (give the calendar)`,
      { given: id, expected: String(within.workingDays) },
    );
  }
  return addWorkingDays(working, from, within.workingDays);
}

/** Whether an entry has one of the kinds, and its body what is asked of it. */
export function fits({ kinds, where = {} }: EntryPattern, entry: ChainEntry): boolean {
  if (!kinds.includes(entry.kind)) return false;
  return Object.entries(where).every(([field, values]) => {
    const found = valuesAt(entry.body, field.split('.'));
    if (values === true) return found.length > 0;
    return found.some((one) => (values as readonly Json[]).includes(one));
  });
}

/** The values of a field of plain data; of lists, those of their members; nothing for what is empty. */
function valuesAt(body: Json | undefined, path: readonly string[]): Json[] {
  if (body === undefined || body === null || body === '') return [];
  if (Array.isArray(body)) return body.flatMap((one: Json) => valuesAt(one, path));
  const [field, ...rest] = path;
  if (field === undefined) return [body];
  if (typeof body !== 'object' || !Object.hasOwn(body, field)) return [];
  return valuesAt((body as Readonly<Record<string, Json | undefined>>)[field], rest);
}

/** Whether whoever made an entry is not named as one who made, or took part in, entries of some kinds. */
function isApart(entry: ChainEntry, kinds: readonly string[], own: readonly ChainEntry[]): boolean {
  const [by] = valuesAt(entry.body, ['by']);
  if (by === undefined) return false;
  return !own.some(
    (one) =>
      kinds.includes(one.kind) &&
      [...valuesAt(one.body, ['by']), ...valuesAt(one.body, ['officers'])].includes(by),
  );
}
