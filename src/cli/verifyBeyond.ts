import type { Difference } from '../core/firstDifference.js';
import type { PlanAmendment } from '../notice/amend/amendment.js';
import { type AmendmentVerifier, verifyAmendments } from '../notice/amend/verifyAmendments.js';
import type { NoticeA, NoticeB } from '../notice/notices.js';
import { changesFor, type PlaceChange } from '../notice/proof/changesFor.js';
import { checkProof, type ProofAnswer } from '../notice/proof/checkProof.js';
import type { Proof } from '../notice/proof/proof.js';
import { checkSeal, type Holds } from '../notice/seal/checkSeal.js';
import type { SealedB } from '../notice/seal/sealed.js';
import { differenceText } from '../texts/differenceText.js';
import type { Desk } from './io.js';

/** What was published of a draw beside its two notices. */
export interface Beyond {
  readonly sealed?: SealedB;
  readonly amendments: readonly PlanAmendment[];
  readonly proof?: Proof;
}

/** Whether each of it holds, as far as it was given. */
export interface BeyondAnswer {
  readonly seal?: Holds;
  readonly amendments?: Holds;
  /** With what amendments that hold made of the place it had in the draw. */
  readonly proof?: ProofAnswer & { readonly changes?: readonly PlaceChange[] };
}

/**
 * Checks seal, amendments and proof of a draw.
 *
 * @param withFrame - a verifier of the amendments that was given the frame
 */
export function verifyBeyond(
  a: NoticeA,
  b: NoticeB | undefined,
  { sealed, amendments, proof }: Beyond,
  withFrame?: AmendmentVerifier,
): BeyondAnswer {
  const later =
    amendments.length === 0 || b === undefined
      ? undefined
      : (withFrame?.done() ?? verifyAmendments(a, b, amendments));
  return {
    ...(sealed === undefined || b === undefined ? {} : { seal: checkSeal(sealed, b) }),
    ...(later === undefined ? {} : { amendments: later }),
    ...(proof === undefined
      ? {}
      : { proof: withChanges(checkProof(a, b, proof), proof, later?.ok ? amendments : []) }),
  };
}

/** A proof speaks of the draw alone; what amendments made of it is told beside it. */
function withChanges(
  answer: ProofAnswer,
  proof: Proof,
  amendments: readonly PlanAmendment[],
): NonNullable<BeyondAnswer['proof']> {
  if (!answer.ok || amendments.length === 0) return answer;
  return { ...answer, changes: changesFor(amendments, proof) };
}

/** Whether all of it holds. */
export const holds = (answer: BeyondAnswer): boolean =>
  Object.values(answer).every((one: Holds) => one.ok);

/** The answers as lines, like those of the draw's own checks. */
export function beyondLines(desk: Desk, answer: BeyondAnswer): string[] {
  const { seal, amendments, proof } = answer;
  return [
    ...lines(desk, 'seal', seal, '公示乙与密封时一致', 'notice B is the one that was sealed'),
    ...lines(
      ...([desk, 'amendments', amendments] as const),
      '变更公告前后相接，递补、增抽和补抽正确',
      'amendments follow each other; substitutes, top-ups and teams are right',
    ),
    ...lines(
      ...([desk, 'proof', proof] as const),
      '该对象在抽查范围内，抽取结果与其签号相符',
      'the entity is in the frame, and was treated as its ticket says',
    ),
    ...(proof === undefined ? [] : proofLines(desk, proof)),
  ];
}

function lines(desk: Desk, name: string, one: Holds | undefined, zh: string, en: string): string[] {
  if (one === undefined) return [];
  const first = `${one.ok ? '✓' : '✗'} ${name}  ${desk.say(zh, en)}`;
  return one.ok ? [first] : [first, ...differenceLines(desk, one)];
}

/** The first field that differs, and in what. */
export function differenceLines(desk: Desk, one: Partial<Difference>): string[] {
  const { expected, found } = differenceText(one, desk.lang);
  const field = `    ${desk.say('字段', 'field')} ${one.field ?? ''}`;
  if (expected === undefined) return [field, `    ${desk.say('问题', 'fault')} ${found}`];
  return [
    field,
    `    ${desk.say('应为', 'expected')} ${expected}`,
    `    ${desk.say('实为', 'found')} ${found}`,
  ];
}

/** What an amendment did with an entity, as a line. */
export function changeLine(desk: Desk, { kind, number, reason }: PlaceChange): string {
  const { zh, en } = CHANGES[kind];
  // Why somebody else was struck is no reason for whoever came in.
  const why = kind === 'came-in' ? '' : desk.say(`（理由：${reason}）`, ` (${reason})`);
  return desk.say(`变更公告第 ${number} 号：${zh}${why}`, `amendment ${number}: ${en}${why}`);
}

const CHANGES = {
  struck: { zh: '撤出', en: 'struck' },
  'came-in': { zh: '递补进入', en: 'came in as a substitute' },
  added: { zh: '增抽进入', en: 'came in by a top-up' },
} as const satisfies Record<PlaceChange['kind'], { readonly zh: string; readonly en: string }>;

function proofLines(desk: Desk, answer: NonNullable<BeyondAnswer['proof']>): string[] {
  const { ticket, threshold, drawn, substitute, weight, key, thresholdKey, takeAll } = answer;
  const { changes = [] } = answer;
  if (ticket === undefined) return [];
  const place =
    substitute === undefined
      ? ''
      : desk.say(`（备选第 ${substitute}）`, ` (substitute ${substitute})`);
  return [
    `    ${desk.say('签号', 'ticket')} ${ticket}`,
    `    ${desk.say('门槛', 'threshold')} ${threshold ?? '—'}`,
    ...(weight === undefined ? [] : [`    ${desk.say('权重', 'weight')} ${weight}`]),
    ...(key === undefined
      ? []
      : [
          `    ${desk.say('按权重的排序值', 'key by weight')} ${key}`,
          `    ${desk.say('按权重的门槛', 'threshold by weight')} ${thresholdKey ?? '—'}`,
        ]),
    ...(takeAll === undefined
      ? []
      : [`    ${desk.say('因权重直接入选', 'in by its weight alone')} ${takeAll}`]),
    `    ${drawn ? desk.say('中签', 'drawn') : desk.say('未中签', 'not drawn')}${place}`,
    ...changes.map((change) => `    ${changeLine(desk, change)}`),
  ];
}
