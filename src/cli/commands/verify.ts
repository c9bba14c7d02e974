import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EvenhandError, mistake } from '../../core/error.js';
import type { PlanAmendment } from '../../notice/amend/amendment.js';
import { amendmentVerifier } from '../../notice/amend/verifyAmendments.js';
import type { FrameRow, VerifyOptions } from '../../notice/checks/case.js';
import type { NoticeA, NoticeB } from '../../notice/notices.js';
import { parseNoticeB } from '../../notice/parseNotice.js';
import type { Proof } from '../../notice/proof/proof.js';
import type { SealedB } from '../../notice/seal/sealed.js';
import { drawVerifier, verifyDraw } from '../../notice/verifyDraw.js';
import type { Programme } from '../../programme/programme.js';
import { EXIT } from '../exit.js';
import { frameRead } from '../frameRead.js';
import type { Desk } from '../io.js';
import { PLACES } from '../preparedFiles.js';
import { isAmendment } from '../publishedIn.js';
import { readPlain } from '../readPlain.js';
import { readProgramme } from '../readProgramme.js';
import { type GivenToVerify, notCompared, verificationText } from '../verificationText.js';
import { type BeyondAnswer, beyondLines, holds, verifyBeyond } from '../verifyBeyond.js';

/** What `verify` is told. */
export interface VerifyCommandOptions extends GivenToVerify {
  readonly noticeA?: string;
  readonly noticeB?: string;
  readonly frame?: string;
  readonly programme?: string;
  readonly sealed?: string;
  readonly amendment: readonly string[];
}

/** Checks a published draw, out of a folder of outputs or out of notices anybody can have. */
export async function verifyCommand(
  desk: Desk,
  folder: string | undefined,
  options: VerifyCommandOptions,
): Promise<number> {
  const place = async (name: string, told: string | undefined): Promise<string | undefined> => {
    if (told !== undefined) return desk.path(told);
    for (const path of placesIn(desk, folder, name)) if (await isThere(path)) return path;
    return undefined;
  };
  const aPath = await place(PLACES.noticeA, options.noticeA);
  const bPath =
    (await place(PLACES.noticeB, options.noticeB)) ?? (await place(PLACES.closedB, undefined));
  // Before the draw a proof shows an entity's place with notice A alone.
  const isBefore = bPath === undefined && options.proof !== undefined;
  if (aPath === undefined || (bPath === undefined && !isBefore)) {
    throw noticeMissing(folder, aPath === undefined);
  }
  const framePath = await place(PLACES.frame, options.frame);
  const programmePath = await place(PLACES.programme, options.programme);
  const { digestOfA } = options;
  const a = (await readPlain(aPath)) as NoticeA;
  const b = bPath === undefined ? undefined : ((await readPlain(bPath)) as NoticeB);
  const sealedPath = await place(PLACES.sealed, options.sealed);
  const beyond = {
    ...(sealedPath === undefined ? {} : { sealed: (await readPlain(sealedPath)) as SealedB }),
    ...(options.proof === undefined
      ? {}
      : { proof: (await readPlain(desk.path(options.proof))) as Proof }),
    amendments: await amendmentsOf(desk, folder, options.amendment),
  };
  if (b === undefined) return reportBeyond(desk, verifyBeyond(a, b, beyond));
  const programme =
    programmePath === undefined ? {} : { programme: await programmeOf(programmePath) };
  const earlier =
    options.earlier === undefined
      ? undefined
      : parseNoticeB(await readPlain(desk.path(options.earlier)));
  const known = {
    ...programme,
    ...(earlier === undefined ? {} : { earlier }),
    ...(digestOfA === undefined ? {} : { digestOfA }),
  };
  const { amendments } = beyond;
  const verifier =
    framePath === undefined
      ? undefined
      : await frameRead(desk, framePath, () => bothVerifiers(a, b, amendments, known));
  desk.bar.stage({ zh: '核验', en: 'verifying' }, 1);
  const verification = verifier?.draw.done() ?? verifyDraw(a, b, known);
  const more = verifyBeyond(a, b, beyond, verifier?.later);
  desk.bar.stop();
  const ok = verification.ok && holds(more);
  // What a forger wrote may be no notice at all, which the checks have said by now.
  const stated: Partial<NoticeA> = a ?? {};
  desk.print(
    desk.json
      ? JSON.stringify({ mode: stated.mode, ...verification, ...more, ok }, null, 2)
      : verificationText(
          desk,
          { ...verification, ok },
          more,
          notCompared(desk, stated, options, programmePath, amendments.length > 0),
        ),
  );
  return ok ? EXIT.done : EXIT.findings;
}

/** Where a file of an output may lie: there, or by its side in a folder that holds the published files alone. */
function placesIn(desk: Desk, folder: string | undefined, name: string): string[] {
  if (folder === undefined) return [];
  const published = name.startsWith('public/') ? [name.slice('public/'.length)] : [];
  return [name, ...published].map((one) => join(desk.path(folder), one));
}

/** Draw and amendments are checked with the same rows of the frame. */
function bothVerifiers(
  a: NoticeA,
  b: NoticeB,
  amendments: readonly PlanAmendment[],
  known: Omit<VerifyOptions, 'frame'>,
) {
  const draw = drawVerifier(a, b, known);
  const later = amendmentVerifier(a, b, amendments);
  return {
    draw,
    later,
    add(row: FrameRow): void {
      draw.add(row);
      later.add(row);
    },
  };
}

function reportBeyond(desk: Desk, answer: BeyondAnswer): number {
  desk.bar.stop();
  const ok = holds(answer);
  desk.print(
    desk.json ? JSON.stringify({ ok, ...answer }, null, 2) : beyondLines(desk, answer).join('\n'),
  );
  return ok ? EXIT.done : EXIT.findings;
}

/** The amendments named, or those of the folder, in order of their names. */
async function amendmentsOf(
  desk: Desk,
  folder: string | undefined,
  named: readonly string[],
): Promise<PlanAmendment[]> {
  const paths = named.map((path) => desk.path(path));
  if (folder !== undefined && paths.length === 0) {
    for (const place of ['public/amendments', 'private/amendments']) {
      for (const path of placesIn(desk, folder, place)) {
        const inside = await readdir(path).catch(() => []);
        const names = inside.filter((name) => isAmendment(`${place}/${name}`)).sort();
        paths.push(...names.map((name) => join(path, name)));
      }
    }
  }
  const amendments: PlanAmendment[] = [];
  for (const path of paths) amendments.push((await readPlain(path)) as PlanAmendment);
  return amendments;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function programmeOf(path: string): Promise<Programme> {
  const { value, issues } = await readProgramme(path);
  if (value !== undefined) return value;
  throw new EvenhandError('faulty-document', `\`${path}\` is no programme`, [
    { code: 'faulty-document', severity: 'error', path: [], params: { given: basename(path) } },
    ...issues,
  ]);
}

function noticeMissing(folder: string | undefined, isA: boolean) {
  if (folder === undefined) {
    const expected = isA ? 'DIR | --notice-a FILE' : '--notice-b FILE';
    return mistake('option-missing', `${expected} is missing`, { expected, command: 'verify' });
  }
  const expected = isA ? PLACES.noticeA : PLACES.noticeB;
  const option = isA ? '--notice-a' : '--notice-b';
  return mistake('input-file-missing', `\`${folder}\` has no ${expected}`, {
    ...{ given: folder, expected, option },
  });
}
