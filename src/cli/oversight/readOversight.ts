import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Calendar } from '../../calendar/calendar.js';
import { safeParseCalendar } from '../../calendar/parseCalendar.js';
import { EvenhandError, mistake } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import type { PlanAmendment } from '../../notice/amend/amendment.js';
import { safeParseAmendment } from '../../notice/amend/parseAmendment.js';
import { planNow } from '../../notice/amend/planNow.js';
import { safeParseNoticeA, safeParseNoticeB } from '../../notice/parseNotice.js';
import type { PublicationTerm } from '../../oversight/latePublications.js';
import type { OfficialDecision, Proposal, VisitOutcome } from '../../oversight/outcome.js';
import {
  safeParseDecision,
  safeParseOutcome,
  safeParseProposal,
} from '../../oversight/parseOutcome.js';
import { type Promised, promisedIn } from '../../oversight/promised.js';
import type { Parsed } from '../../register/parsed.js';
import { chinaWorkingDays } from '../../schemes/chinaWorkingDays.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';
import { type Ledger, ledgerOf } from '../../visits/ledger/ledger.js';
import { errorsOf } from '../findings.js';
import type { Desk } from '../io.js';
import { histories } from '../ledger/histories.js';
import { usingLedger } from '../ledger/openLedger.js';
import { PLACES } from '../preparedFiles.js';
import { inFile, readDocument, readList } from '../readDocument.js';
import { readPlain } from '../readPlain.js';

/** The files oversight reads. */
export interface OversightFiles {
  readonly plan?: string;
  readonly noticeA?: string;
  readonly noticeB?: string;
  readonly outcomes?: string;
  readonly decisions?: string;
  readonly proposals?: string;
  readonly ledger?: string;
  readonly within?: number;
  readonly calendar: readonly string[];
}

/** What they hold, as far as each was told. */
export interface OversightRows {
  readonly promised?: Promised;
  readonly outcomes?: readonly VisitOutcome[];
  readonly decisions?: readonly OfficialDecision[];
  readonly proposals?: readonly Proposal[];
  readonly ledger?: Ledger;
  readonly term: PublicationTerm;
}

/**
 * Reads all that oversight is told; every fault of every file is named before anything is refused.
 *
 * @param entity - whose ledger alone is read, where it is about one
 * @throws `unclean-rows`, `faulty-document`, and those of files
 */
export async function readOversight(
  desk: Desk,
  files: OversightFiles,
  entity?: string,
): Promise<OversightRows> {
  const issues: Issue[] = [];
  const rows = async <T>(
    file: string | undefined,
    parse: (value: unknown) => Parsed<T>,
  ): Promise<readonly T[] | undefined> => {
    if (file === undefined) return undefined;
    const read = await readList(desk.path(file), parse);
    issues.push(...read.issues);
    return read.value;
  };
  const outcomes = await rows(files.outcomes, safeParseOutcome);
  const decisions = await rows(files.decisions, safeParseDecision);
  const proposals = await rows(files.proposals, safeParseProposal);
  const errors = errorsOf(issues);
  if (errors.length > 0) {
    throw new EvenhandError('unclean-rows', `${errors.length} faults in rows`, [
      { code: 'unclean-rows', severity: 'error', path: [], params: { given: errors.length } },
      ...issues,
    ]);
  }
  const promised = await promises(desk, files);
  const ledger =
    files.ledger === undefined ? undefined : await wholeLedger(desk, files.ledger, entity);
  return {
    ...(promised === undefined ? {} : { promised }),
    ...(outcomes === undefined ? {} : { outcomes }),
    ...(decisions === undefined ? {} : { decisions }),
    ...(proposals === undefined ? {} : { proposals }),
    ...(ledger === undefined ? {} : { ledger }),
    term: {
      ...(files.within === undefined ? {} : { workingDays: files.within }),
      calendars: await calendarsOf(desk, files.calendar),
    },
  };
}

async function promises(
  desk: Desk,
  { plan, noticeA, noticeB }: OversightFiles,
): Promise<Promised | undefined> {
  const [a, b] =
    plan === undefined
      ? [noticeA, noticeB]
      : [join(plan, PLACES.noticeA), join(plan, PLACES.noticeB)];
  if (a === undefined && b === undefined) return undefined;
  if (a === undefined || b === undefined) {
    const expected = '--notice-a FILE --notice-b FILE';
    throw mistake('option-missing', `${expected} is missing`, { expected, command: 'oversight' });
  }
  const announced = await notice(desk, a, safeParseNoticeA);
  const drawn = await notice(desk, b, safeParseNoticeB);
  if (plan === undefined) return promisedIn(announced, drawn);
  return promisedIn(announced, planNow(drawn, await amendmentsIn(desk, plan)));
}

/** The published amendments of a plan's folder, in their order. */
async function amendmentsIn(desk: Desk, plan: string): Promise<readonly PlanAmendment[]> {
  const folder = join(plan, PLACES.amendments);
  const names = await readdir(desk.path(folder)).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).sort();
  const found: PlanAmendment[] = [];
  for (const file of files) found.push(await notice(desk, join(folder, file), safeParseAmendment));
  return found.sort((one, other) => one.number - other.number);
}

async function notice<T>(
  desk: Desk,
  file: string,
  parse: (value: unknown) => Parsed<T>,
): Promise<T> {
  const { value, issues } = await readDocument(desk.path(file));
  const parsed = value === undefined ? { ok: false as const, issues } : parse(value);
  if (parsed.ok) return parsed.value;
  throw faulty(file, parsed.issues);
}

async function calendarsOf(desk: Desk, files: readonly string[]): Promise<readonly Calendar[]> {
  if (files.length === 0) return [chinaWorkingDays];
  return Promise.all(
    files.map(async (file) => {
      const parsed = safeParseCalendar(await readPlain(desk.path(file)));
      if (parsed.ok) return parsed.value;
      throw faulty(file, parsed.issues);
    }),
  );
}

async function wholeLedger(desk: Desk, file: string, entity: string | undefined): Promise<Ledger> {
  return usingLedger(desk, file, false, async (opened) => {
    const store = await opened();
    if (entity !== undefined) return ledgerOf(await store.read(entity));
    const events: LedgerEvent[] = [];
    for await (const [, history] of histories(store)) events.push(...history);
    return ledgerOf(events);
  });
}

function faulty(file: string, issues: readonly Issue[]): EvenhandError {
  const given = basename(file);
  return new EvenhandError('faulty-document', `\`${given}\` is faulty`, [
    { code: 'faulty-document', severity: 'error', path: [], params: { given } },
    ...inFile(file, issues).issues,
  ]);
}
