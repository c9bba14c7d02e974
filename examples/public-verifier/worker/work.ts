import {
  type FrameRow,
  type NoticeA,
  type NoticeB,
  type PlanAmendment,
  type Proof,
  type SealedB,
  safeParseNoticeA,
  safeParseNoticeB,
  type Verification,
  verifyDraw,
} from 'evenhand/notice';
import { isFrameName } from '../fileNames.js';
import type { Outcome, Progress, Reply, Request } from '../messages.js';
import { FileFault } from './fileFault.js';
import { glance } from './glance.js';
import { inOrder, later } from './later.js';
import { lookUp } from './lookUp.js';
import { placeOf } from './placeOf.js';
import { proofFrom, withProof } from './proofs.js';
import { readFrame } from './readFrame.js';
import { readNotice } from './readNotice.js';

/** All that has been read so far. */
interface Desk {
  a?: NoticeA;
  b?: NoticeB;
  /** Both, once they have their shape and can be looked into. */
  whole?: { readonly a: NoticeA; readonly b: NoticeB } | undefined;
  frame?: FrameRow[];
  digestOfA?: string | undefined;
  proofs: Proof[];
  sealed?: SealedB;
  readonly amendments: Map<number, PlanAmendment>;
  /** Those of them that hold, in their order. */
  holding: readonly PlanAmendment[];
}

/**
 * Answers the page's requests: files and digests one after another, and a firm at once by what is
 * known, even while a long frame is being read.
 */
export function worker(reply: (message: Reply) => void): (request: Request) => Promise<void> {
  const desk: Desk = { proofs: [], amendments: new Map(), holding: [] };
  let queue = Promise.resolve();
  return (request) => {
    if (request.kind === 'firm') firm(desk, request.code, reply);
    else queue = queue.then(() => answer(desk, request, reply));
    return queue;
  };
}

async function answer(
  desk: Desk,
  request: Exclude<Request, { readonly kind: 'firm' }>,
  reply: (message: Reply) => void,
): Promise<void> {
  if (request.kind === 'files') return takeFiles(desk, request.files, reply);
  if (request.kind === 'proof') return prove(desk, request, reply);
  desk.digestOfA = request.digest;
  verify(desk, reply);
}

/** A forged notice may hold what no ticket can be computed of; that is said, too. */
function firm(
  { whole, frame, proofs, holding }: Desk,
  code: string,
  reply: (message: Reply) => void,
): void {
  if (whole === undefined) return;
  const more = { proofs, amendments: holding };
  const known = { ...whole, ...more, ...(frame === undefined ? {} : { frame }) };
  try {
    reply({ kind: 'firm', answer: lookUp(known, code) });
  } catch (error) {
    const given = String(error).slice(0, 200);
    reply({ kind: 'fault', fault: { name: code, code: 'not-computable', given } });
  }
}

/** Notices first and checked at once; then the frame, which may take a while. */
async function takeFiles(
  desk: Desk,
  files: readonly File[],
  reply: (message: Reply) => void,
): Promise<void> {
  const isFrame = ({ name }: File): boolean => isFrameName(name);
  const notices = files.filter((file) => !isFrame(file));
  for (const file of notices) await taken(file, takeNotice, desk, reply);
  if (notices.length > 0) verify(desk, reply);
  for (const file of files.filter(isFrame)) await taken(file, takeFrame, desk, reply);
  if (files.some(isFrame)) verify(desk, reply);
  reply({ kind: 'progress', progress: { stage: 'done' } });
}

/** Makes a firm's proof out of the frame, and answers the firm again with it. */
function prove(
  desk: Desk,
  { code, task }: Extract<Request, { readonly kind: 'proof' }>,
  reply: (message: Reply) => void,
): void {
  const { whole, frame } = desk;
  if (whole === undefined || frame === undefined) return;
  reply({ kind: 'progress', progress: { stage: 'proving' } });
  try {
    desk.proofs = withProof(desk.proofs, proofFrom(whole.a, frame, task, code));
    firm(desk, code, reply);
  } catch (error) {
    const given = String(error).slice(0, 200);
    reply({ kind: 'fault', fault: { name: code, code: 'not-computable', given } });
  }
  reply({ kind: 'progress', progress: { stage: 'done' } });
}

type Take = (desk: Desk, file: File, reply: (message: Reply) => void) => Promise<void>;

async function taken(file: File, take: Take, desk: Desk, reply: (message: Reply) => void) {
  try {
    await take(desk, file, reply);
  } catch (error) {
    const fault =
      error instanceof FileFault
        ? error.fault
        : { name: file.name, code: 'unreadable' as const, given: String(error).slice(0, 120) };
    reply({ kind: 'fault', fault });
  }
}

const takeNotice: Take = async (desk, file, reply) => {
  const read = await readNotice(file);
  if (read.role === 'proof') {
    desk.proofs = withProof(desk.proofs, read.proof);
    reply({ kind: 'read', material: { role: 'proof', name: file.name, id: read.proof.id } });
    return;
  }
  if (read.role === 'amendments') {
    desk.amendments.set(read.amendment.number, read.amendment);
    const count = desk.amendments.size;
    reply({ kind: 'read', material: { role: 'amendments', name: file.name, count } });
    return;
  }
  if (read.role === 'sealed') {
    desk.sealed = read.sealed;
    const { drawId } = read.sealed;
    reply({ kind: 'read', material: { role: 'sealed', name: file.name, drawId } });
    return;
  }
  if (read.role === 'notice-a') desk.a = read.notice;
  else desk.b = read.notice;
  const drawId = String(read.notice.drawId).slice(0, 80);
  reply({ kind: 'read', material: { role: read.role, name: file.name, drawId } });
};

const takeFrame: Take = async (desk, file, reply) => {
  let shown = 0;
  const tell = (share: number): void => {
    if (share < 1 && share - shown < 0.01) return;
    shown = share;
    reply({ kind: 'progress', progress: { stage: 'reading', name: file.name, share } });
  };
  desk.frame = await readFrame(file, tell);
  reply({ kind: 'read', material: { role: 'frame', name: file.name, rows: desk.frame.length } });
};

function verify(desk: Desk, reply: (message: Reply) => void): void {
  tellLater(desk, reply);
  const { a, b, frame, digestOfA } = desk;
  if (a === undefined || b === undefined) return;
  const stage = (progress: Progress): void => reply({ kind: 'progress', progress });
  stage({ stage: 'checking', withFrame: frame !== undefined });
  const verification = verifyDraw(a, b, {
    ...(frame === undefined ? {} : { frame }),
    ...(digestOfA === undefined ? {} : { digestOfA }),
  });
  const isWhole = safeParseNoticeA(a).ok && safeParseNoticeB(b).ok;
  desk.whole = isWhole ? { a, b } : undefined;
  reply({
    kind: 'verified',
    outcome: {
      verification,
      hasFrame: frame !== undefined,
      hasDigest: digestOfA !== undefined,
      places: isWhole ? placesOf(verification, a, b) : {},
      ...(isWhole ? { draw: glance(a, b) } : {}),
    },
  });
  stage({ stage: 'done' });
}

/** What was published beside the notices, as far as it is there. */
function tellLater(desk: Desk, reply: (message: Reply) => void): void {
  const { a, b, sealed, amendments, frame } = desk;
  if (sealed === undefined && amendments.size === 0) return;
  const files = { amendments, ...(sealed === undefined ? {} : { sealed }) };
  const found = later(files, a, b, frame);
  desk.holding = found.chain?.ok === true ? inOrder(files) : [];
  reply({ kind: 'later', later: found });
}

function placesOf({ checks }: Verification, a: NoticeA, b: NoticeB): Outcome['places'] {
  return Object.fromEntries(
    checks.flatMap(({ check, ok, field = '' }) => (ok ? [] : [[check, placeOf(field, a, b)]])),
  );
}
