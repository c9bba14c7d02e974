import type { Day } from '../core/day.js';
import { mistake } from '../core/error.js';
import { parseNoticeB } from '../notice/parseNotice.js';
import { DEMONSTRATION } from '../plan/demonstration.js';
import type { PlanInput } from '../plan/planInput.js';
import type { Prepared } from '../plan/prepared.js';
import { planPreparation } from '../plan/preparing.js';
import { readText } from './files/readText.js';
import type { Findings } from './findings.js';
import { requireClean } from './findings.js';
import type { Desk } from './io.js';
import { bookedIn } from './ledger/bookedIn.js';
import type { InputOptions } from './options.js';
import { type Input, readInput } from './readInput.js';
import { readPlain } from './readPlain.js';
import type { StreamedRegister } from './readRegister.js';

/** What `prepare` and `plan` are told. */
export interface PlanOptions extends InputOptions {
  readonly year?: number;
  readonly asOf?: Day;
  readonly drawId?: string;
  readonly secretFile?: string;
  readonly earlier?: string;
  /** The ledger whose visits the plan starts from. */
  readonly ledger?: string;
  readonly setAside: boolean;
}

/** An input that a plan can be made of, with what was found in it. */
export interface PlanTask {
  readonly input: Omit<PlanInput, 'register'> & { readonly register: StreamedRegister };
  readonly findings: Findings;
  readonly rowOf: Input['rowOf'];
}

/** The sample city's year and day. */
const CITY = { year: 2026, asOf: '2025-12-31' } as const;

/** Makes sure that an input comes from one place. */
export function checkOrigin(options: InputOptions): InputOptions {
  const { in: folder, sampleCity } = options;
  if (sampleCity !== undefined && folder !== undefined) {
    const given = '--in, --sample-city';
    throw mistake('options-conflict', `${given} exclude each other`, { given });
  }
  return options;
}

/** The day and year asked for, or the sample city's own. */
export function dayAndYear(options: Pick<PlanOptions, 'sampleCity' | 'asOf' | 'year'>): {
  readonly asOf: Day;
  readonly year: number;
} {
  const { sampleCity, asOf, year } = options;
  if (sampleCity !== undefined) return { asOf: asOf ?? CITY.asOf, year: year ?? CITY.year };
  return { asOf: asOf ?? missing('--as-of YYYY-MM-DD'), year: year ?? missing('--year YYYY') };
}

/**
 * Reads all that a plan is made of and refuses what is not clean enough.
 *
 * @param isTrial - a simulation: good rows go on, a draw id and sources may be left out
 * @throws what `readInput` and `requireClean` throw
 */
export async function planTask(
  desk: Desk,
  options: PlanOptions,
  { isTrial }: { readonly isTrial: boolean },
): Promise<PlanTask> {
  checkOrigin(options);
  const { asOf, year } = dayAndYear(options);
  const isCity = options.sampleCity !== undefined;
  const label = isCity ? `SAMPLE-${year}-001` : `DEMO-${year}-001`;
  const drawId = options.drawId ?? (isTrial || isCity ? label : missing('--draw-id ID'));
  const { earlier, ledger } = options;
  const secret = await secretOf(desk, options.secretFile);
  const read = await readInput(desk, options, asOf, year, 'plan');
  requireClean(read.findings, options.setAside || isTrial);
  const { programme, register, tasks, causes } = read;
  if (programme === undefined || register === undefined) throw missingInput();
  const sources = read.sources.length === 0 && isTrial ? [DEMONSTRATION] : read.sources;
  return {
    input: {
      ...{ programme, register, tasks, year, asOf, drawId, sources, causes },
      ...(secret === undefined ? {} : { secret }),
      ...(earlier === undefined
        ? {}
        : { earlier: parseNoticeB(await readPlain(desk.path(earlier))) }),
      ...(ledger === undefined ? {} : { booked: await bookedIn(desk, ledger, { asOf, year }) }),
    },
    findings: read.findings,
    rowOf: read.rowOf,
  };
}

/** Everything before chance, of entities that come one by one. */
export async function preparedFrom(
  desk: Desk,
  { register, ...input }: PlanTask['input'],
): Promise<Prepared> {
  const preparation = planPreparation({ ...input, register });
  desk.bar.stage({ zh: '评定', en: 'assessing' }, register.entityCount);
  await register.each((entity) => {
    preparation.add(entity);
    desk.bar.tick();
  });
  desk.bar.stage({ zh: '分层与定额', en: 'frames and quotas' }, 1);
  const prepared = preparation.done();
  desk.bar.tick();
  return prepared;
}

async function secretOf(desk: Desk, path: string | undefined): Promise<string | undefined> {
  return path === undefined ? undefined : (await readText(desk.path(path))).trim();
}

function missing(expected: string): never {
  throw mistake('option-missing', `${expected} is missing`, { expected });
}

/** A programme and a register are missing only together with an error that was thrown before. */
function missingInput(): Error {
  return new Error('no programme and register without a finding');
}
