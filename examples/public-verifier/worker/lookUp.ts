import { identifierFault } from 'evenhand/core';
import { shiftedKey, spreadOffset } from 'evenhand/draw';
import {
  type FrameRow,
  type NoticeA,
  type NoticeB,
  type NoticeSample,
  type NoticeTask,
  type PlanAmendment,
  type Proof,
  planNow,
} from 'evenhand/notice';
import { DRAW_METHOD, drawKey, drawSeed, ticket } from 'evenhand/ticket';
import type { FirmAnswer, FirmChange, FirmResult, FirmTask, FirmVisit } from '../messages.js';
import { proven } from './proofs.js';

/** What is known about a draw when a firm is looked up. */
export interface Known {
  readonly a: NoticeA;
  readonly b: NoticeB;
  readonly frame?: readonly FrameRow[];
  readonly proofs?: readonly Proof[];
  /** All amendments in their order, where they hold. */
  readonly amendments?: readonly PlanAmendment[];
}

/**
 * What a draw means for one firm: task by task its ticket, computed here out of the entropy, and
 * where it lies; its visits are those after the amendments. Spaces around the code go; small letters are tried as capitals where only those are
 * known.
 */
export function lookUp(known: Known, typed: string): FirmAnswer {
  const given = typed.trim().normalize('NFC');
  const impossible = identifierFault(given);
  const named = (code: string): boolean => isNamed(known, code);
  const capital = given.toUpperCase();
  const code = !named(given) && named(capital) ? capital : given;
  const { a, b, frame, amendments = [] } = known;
  const now = planNow(b, amendments);
  const about = {
    code,
    ...(code === typed ? {} : { typed }),
    isKnown: named(code),
    hasFrame: frame !== undefined,
    seedText: seedTextOf(a.drawId, b.entropy),
  };
  if (impossible !== undefined) {
    return { ...about, impossible, tasks: [], visits: [], desk: [], deferred: [] };
  }
  const strataOf = stratumByTask(frame, code);
  return {
    ...about,
    tasks: a.tasks.map((task) => firmTask(task, known, code, strataOf)),
    visits: now.visits.filter(({ entity }) => entity === code).map((visit) => firmVisit(visit, a)),
    desk: now.desk.filter(({ entity }) => entity === code).map(({ task }) => nameOf(a, task)),
    deferred: now.deferred
      .filter(({ entity }) => entity === code)
      .map(({ task, item, reason }) => ({
        task: nameOf(a, task),
        item: itemName(a, item),
        reason,
      })),
  };
}

function isNamed({ b, frame = [], proofs = [] }: Known, code: string): boolean {
  const isIt = ({ id }: { readonly id: string }): boolean => id === code;
  return (
    b.visits.some(({ entity }) => entity === code) ||
    b.samples.some(
      ({ certain, strata }) =>
        certain.some(isIt) ||
        strata.some(({ selected, substitutes }) => selected.some(isIt) || substitutes.some(isIt)),
    ) ||
    frame.some(isIt) ||
    proofs.some(isIt)
  );
}

function stratumByTask(frame: readonly FrameRow[] = [], code: string): Map<string, string> {
  return new Map(frame.filter(({ id }) => id === code).map(({ task, stratum }) => [task, stratum]));
}

const seedTextOf = (drawId: string, entropy: NoticeB['entropy']): string =>
  [
    DRAW_METHOD,
    `draw=${drawId}`,
    `entropy=${entropy.length}`,
    ...entropy.map(({ label, value }) => `${label}=${value}`),
  ].join('\n');

function firmTask(
  task: NoticeTask,
  { a, b, frame, proofs = [], amendments = [] }: Known,
  code: string,
  strataOf: ReadonlyMap<string, string>,
): FirmTask {
  const seed = drawSeed({ drawId: a.drawId, entropy: b.entropy });
  const purpose = `select:${task.group}`;
  const key = drawKey(seed, purpose);
  const own = ticket(key, code);
  const sample = b.samples.find((one) => one.task === task.id);
  const shown = proofs.find((proof) => proof.id === code && proof.task === task.id);
  const proof = shown === undefined ? undefined : proven(a, b, shown);
  // A proof that holds says the stratum as surely as the frame does.
  const stratum = frame === undefined ? proof?.stratum : (strataOf.get(task.id) ?? '');
  const { place, of } = task.spread ?? { place: 1, of: 1 };
  const offset = spreadOffset(place - 1, of);
  return {
    ...{ id: task.id, name: task.name ?? task.id, key, ticket: own },
    keyText: [DRAW_METHOD, `seed=${seed}`, `purpose=${purpose}`].join('\n'),
    offset,
    result: listed(sample, code) ?? unlisted(sample, { ticket: own, offset }, stratum),
    ...(proof === undefined ? {} : { proof }),
    canProve: strataOf.has(task.id),
    changes: amendments.flatMap((one) => changeBy(one, task.id, code)),
  };
}

/** What an amendment did with the firm in a task. */
function changeBy({ number, act, substitution }: PlanAmendment, task: string, code: string) {
  if (act.kind !== 'strike' || act.task !== task) return [];
  const kind: FirmChange['kind'] | undefined =
    act.entity === code ? 'struck' : substitution?.id === code ? 'came-in' : undefined;
  return kind === undefined ? [] : [{ kind, number, reason: act.reason }];
}

/** Where notice B lists the firm for a task, if it does. */
function listed(sample: NoticeSample | undefined, code: string): FirmResult | undefined {
  const certain = sample?.certain.find(({ id }) => id === code);
  if (certain !== undefined) return { kind: 'certain', reason: certain.reason };
  for (const stratum of sample?.strata ?? []) {
    const drawn = stratum.selected.findIndex(({ id }) => id === code);
    if (drawn >= 0) return { kind: 'drawn', place: drawn + 1, ...thresholdOf(stratum) };
    const next = stratum.substitutes.findIndex(({ id }) => id === code);
    if (next >= 0) return { kind: 'substitute', place: next + 1, ...thresholdOf(stratum) };
  }
  return undefined;
}

/**
 * What an own ticket says to a firm that notice B does not list.
 *
 * @param code - its stratum; empty where it is not in the frame, undefined where there is no frame
 */
function unlisted(
  sample: NoticeSample | undefined,
  own: OwnTicket,
  code: string | undefined,
): FirmResult {
  const strata = sample?.strata ?? [];
  if (code === undefined) {
    const below = strata.filter(({ lastIn }) => isWithin(own, lastIn));
    return { kind: 'not-listed', strata: strata.length, below: below.map((one) => one.code) };
  }
  const stratum = strata.find((one) => one.code === code);
  if (stratum === undefined) return { kind: 'not-in-frame' };
  const { lastIn } = stratum;
  const isPassedOver = isWithin(own, lastIn);
  return { kind: 'not-drawn', isPassedOver, ...thresholdOf(stratum) };
}

interface OwnTicket {
  readonly ticket: string;
  /** Where the order begins; 0 unless the task is spread. */
  readonly offset: number;
}

/** Whether a ticket comes no later than the last one in. */
function isWithin({ ticket: own, offset }: OwnTicket, lastIn: string | undefined): boolean {
  if (lastIn === undefined) return false;
  const [key, last] = [shiftedKey(own, offset), shiftedKey(lastIn, offset)];
  return key < last || (key === last && own <= lastIn);
}

function thresholdOf({ code, size, quota, lastIn, firstOut }: NoticeSample['strata'][number]) {
  return {
    ...{ stratum: code, size, quota },
    ...(lastIn === undefined ? {} : { lastIn }),
    ...(firstOut === undefined ? {} : { firstOut }),
  };
}

function firmVisit(visit: NoticeB['visits'][number], a: NoticeA): FirmVisit {
  const { kind, day, lead, partners, demands, leader, members = [] } = visit;
  return {
    ...{ kind, day, lead, partners, members },
    items: demands.map(({ item }) => itemName(a, item)),
    ...(leader === undefined ? {} : { leader }),
  };
}

const nameOf = (a: NoticeA, task: string): string =>
  a.tasks.find(({ id }) => id === task)?.name ?? task;

const itemName = (a: NoticeA, item: string): string =>
  a.items.find(({ id }) => id === item)?.name ?? item;
