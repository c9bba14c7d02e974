import { identifierFault } from 'evenhand/core';
import { paretoKey, shiftedKey, spreadOffset } from 'evenhand/draw';
import {
  changesFor,
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
import type { FirmAnswer, FirmResult, FirmTask, FirmVisit, Threshold } from '../messages.js';
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
 * where it lies; its visits are those after the amendments. Spaces around the code go; small letters and
 * signs of full width are tried as capitals where only those are known.
 */
export function lookUp(known: Known, typed: string): FirmAnswer {
  const given = typed.trim().normalize('NFC');
  const impossible = identifierFault(given);
  const named = (code: string): boolean => isNamed(known, code);
  const narrow = given.normalize('NFKC');
  const tries = [given, given.toUpperCase(), narrow, narrow.toUpperCase()];
  const code = tries.find(named) ?? given;
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
  const places = placeByTask(frame, code);
  return {
    ...about,
    tasks: a.tasks.map((task) => firmTask(task, known, code, places)),
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

function isNamed({ b, frame = [], proofs = [], amendments = [] }: Known, code: string): boolean {
  const isIt = ({ id }: { readonly id: string }): boolean => id === code;
  return (
    planNow(b, amendments).visits.some(({ entity }) => entity === code) ||
    b.samples.some(
      ({ certain, strata }) =>
        certain.some(isIt) ||
        strata.some(({ takeAll = [], selected, substitutes }) =>
          [takeAll, selected, substitutes].some((list) => list.some(isIt)),
        ),
    ) ||
    frame.some(isIt) ||
    proofs.some(isIt)
  );
}

function placeByTask(frame: readonly FrameRow[] = [], code: string): Map<string, InFrame> {
  return new Map(frame.filter(({ id }) => id === code).map((row) => [row.task, row]));
}

/** What the frame says of a firm, or its proof. */
type InFrame = Pick<FrameRow, 'stratum' | 'weight'>;

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
  places: ReadonlyMap<string, InFrame>,
): FirmTask {
  const seed = drawSeed({ drawId: a.drawId, entropy: b.entropy });
  const purpose = `select:${task.group}`;
  const key = drawKey(seed, purpose);
  const own = ticket(key, code);
  const sample = b.samples.find((one) => one.task === task.id);
  const shown = proofs.find((proof) => proof.id === code && proof.task === task.id);
  const proof = shown === undefined ? undefined : proven(a, b, shown);
  // A proof that holds says stratum and weight as surely as the frame does.
  const byProof =
    proof?.stratum === undefined || shown === undefined
      ? undefined
      : { stratum: proof.stratum, weight: shown.weight ?? 1 };
  const inFrame = frame === undefined ? byProof : (places.get(task.id) ?? OUTSIDE);
  const { place, of } = task.spread ?? { place: 1, of: 1 };
  const offset = spreadOffset(place - 1, of);
  return {
    ...{ id: task.id, name: task.name ?? task.id, key, ticket: own },
    keyText: [DRAW_METHOD, `seed=${seed}`, `purpose=${purpose}`].join('\n'),
    offset,
    result: listed(sample, code, own) ?? unlisted(sample, { ticket: own, offset }, inFrame),
    ...(proof === undefined ? {} : { proof }),
    canProve: places.has(task.id),
    changes: changesFor(amendments, { task: task.id, id: code }),
  };
}

/** Where notice B lists the firm for a task, if it does. */
function listed(
  sample: NoticeSample | undefined,
  code: string,
  ticket: string,
): FirmResult | undefined {
  const isIt = ({ id }: { readonly id: string }): boolean => id === code;
  const certain = sample?.certain.find(isIt);
  if (certain !== undefined) return { kind: 'certain', reason: certain.reason };
  for (const stratum of sample?.strata ?? []) {
    const heavy = stratum.takeAll?.find(isIt);
    if (heavy !== undefined) {
      const { weight, reason } = heavy;
      return { kind: 'take-all', reason, ...thresholdOf(stratum), weight };
    }
    for (const [kind, list] of [
      ['drawn', stratum.selected],
      ['substitute', stratum.substitutes],
    ] as const) {
      const place = list.findIndex(isIt);
      if (place < 0) continue;
      const own = { ticket, weight: list[place]?.weight };
      return { kind, place: place + 1, ...thresholdOf(stratum), ...weighed(stratum, own) };
    }
  }
  return undefined;
}

/**
 * What an own ticket says to a firm that notice B does not list.
 *
 * @param place - in the frame; undefined where there is neither frame nor proof
 */
function unlisted(
  sample: NoticeSample | undefined,
  own: OwnTicket,
  place: InFrame | undefined,
): FirmResult {
  const strata = sample?.strata ?? [];
  if (place === undefined) {
    const codes = (list: typeof strata) => list.map(({ code }) => code);
    const byWeight = strata.filter(({ weights }) => weights !== undefined);
    const byTicket = strata.filter(({ weights }) => weights === undefined);
    const below = byTicket.filter((stratum) => isWithin(stratum, own));
    return {
      kind: 'not-listed',
      strata: byTicket.length,
      below: codes(below),
      byWeight: codes(byWeight),
    };
  }
  const stratum = strata.find((one) => one.code === place.stratum);
  if (stratum === undefined) return { kind: 'not-in-frame' };
  const unit = { ...own, weight: place.weight ?? 1 };
  const isPassedOver = isWithin(stratum, unit);
  return { kind: 'not-drawn', isPassedOver, ...thresholdOf(stratum), ...weighed(stratum, unit) };
}

/** Nobody's place. */
const OUTSIDE: InFrame = { stratum: '' };

interface OwnTicket {
  readonly ticket: string;
  /** Where the order begins; 0 unless the task is spread. */
  readonly offset: number;
  readonly weight?: number;
}

/** Whether a unit comes no later than the last one in, or is too heavy for a lottery. */
function isWithin(
  { lastIn, weights, selected }: NoticeSample['strata'][number],
  { ticket: own, offset, weight = 1 }: OwnTicket,
): boolean {
  if (weights !== undefined && weights.quota * weight >= weights.rest) return true;
  if (lastIn === undefined) return false;
  const keyOf = (ticket: string, one: number): number =>
    weights === undefined
      ? shiftedKey(ticket, offset)
      : paretoKey(ticket, one, weights.rest, weights.quota);
  const [key, last] = [keyOf(own, weight), keyOf(lastIn, selected.at(-1)?.weight ?? 1)];
  return key < last || (key === last && own <= lastIn);
}

/** By weight: what a unit weighs, its key and that of the last one in. */
function weighed(
  { weights, lastInKey }: NoticeSample['strata'][number],
  { ticket: own, weight }: { readonly ticket: string; readonly weight: number | undefined },
): Pick<Threshold, 'weight' | 'key' | 'lastInKey'> {
  if (weights === undefined || weight === undefined) return {};
  if (weights.quota === 0) return { weight };
  return {
    weight,
    key: String(paretoKey(own, weight, weights.rest, weights.quota)),
    ...(lastInKey === undefined ? {} : { lastInKey: String(lastInKey) }),
  };
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
    // Two tasks may ask for one item.
    items: [...new Set(demands.map(({ item }) => itemName(a, item)))],
    ...(leader === undefined ? {} : { leader }),
  };
}

const nameOf = (a: NoticeA, task: string): string =>
  a.tasks.find(({ id }) => id === task)?.name ?? task;

const itemName = (a: NoticeA, item: string): string =>
  a.items.find(({ id }) => id === item)?.name ?? item;
