import { stat } from 'node:fs/promises';
import { EvenhandError, mistake } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import { parseAmendment } from '../../notice/amend/parseAmendment.js';
import { checkDrawRegister } from '../../notice/drawRegister/checkDrawRegister.js';
import {
  type DrawEntry,
  type DrawRegister,
  drawRegister,
  withDraw,
} from '../../notice/drawRegister/drawRegister.js';
import { parseDrawRegister } from '../../notice/drawRegister/parseDrawRegister.js';
import { parseNoticeA, safeParseNoticeB } from '../../notice/parseNotice.js';
import { parseSealed } from '../../notice/seal/parseSealed.js';
import { EXIT } from '../exit.js';
import { writeFileWhole } from '../files/writeFileWhole.js';
import { errorsOf } from '../findings.js';
import type { Desk } from '../io.js';
import { badOption } from '../options.js';
import { json } from '../preparedFiles.js';
import { printIssues } from '../printIssues.js';
import { readPlain } from '../readPlain.js';

/** What `register` is told. */
export interface RegisterOptions {
  readonly noticeA?: string;
  readonly purpose?: string;
  readonly noticeB?: string;
  readonly toppedUp?: string;
  readonly abandon?: string;
  readonly explanation?: string;
  readonly lastKnown?: string;
}

/** Adds an entry to a register of draws, or checks one. */
export async function registerCommand(
  desk: Desk,
  action: string,
  file: string,
  options: RegisterOptions,
): Promise<number> {
  if (action === 'add') return add(desk, file, options);
  if (action !== 'check') throw badOption('<action>', action, 'add | check');
  const register = parseDrawRegister(await readPlain(desk.path(file)));
  const { lastKnown } = options;
  const issues = checkDrawRegister(register, lastKnown === undefined ? {} : { lastKnown });
  return report(desk, register, issues);
}

async function add(desk: Desk, file: string, options: RegisterOptions): Promise<number> {
  const path = desk.path(file);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  const before = isThere ? parseDrawRegister(await readPlain(path)) : undefined;
  const { organ, entry } = await entryOf(desk, before, options);
  const register = withDraw(before ?? drawRegister(organ, []), entry);
  const issues = checkDrawRegister(register);
  const last = register.entries.length - 1;
  const own = issues.filter(
    ({ code, path: [, i] }) =>
      code === 'register-changed' ||
      (i === last && (code === 'entry-out-of-turn' || code === 'abandoned-unexplained')),
  );
  const [first] = own;
  if (first !== undefined) {
    throw new EvenhandError(first.code, `the entry of \`${entry.drawId}\` was not added`, own);
  }
  await writeFileWhole(path, json(register));
  return report(desk, register, issues);
}

async function entryOf(
  desk: Desk,
  before: DrawRegister | undefined,
  { noticeA, purpose, noticeB, toppedUp, abandon, explanation }: RegisterOptions,
): Promise<{ readonly organ: string; readonly entry: DrawEntry }> {
  const given = {
    ...{ '--notice-a': noticeA, '--notice-b': noticeB },
    ...{ '--topped-up': toppedUp, '--abandon': abandon },
  };
  const told = Object.entries(given).filter(([, value]) => value !== undefined);
  if (told.length > 1) {
    const names = told.map(([name]) => name).join(', ');
    throw mistake('options-conflict', `${names} exclude each other`, { given: names });
  }
  if (noticeA !== undefined) {
    if (purpose === undefined) throw missing('--purpose TEXT');
    const { drawId, digest, organ } = parseNoticeA(await readPlain(desk.path(noticeA)));
    return { organ, entry: { drawId, state: 'announced', purpose, noticeA: digest } };
  }
  if (before === undefined) throw missing('--notice-a FILE');
  const { organ, entries } = before;
  const purposeOf = (id: string): string =>
    entries.find(({ drawId }) => drawId === id)?.purpose ?? purpose ?? '—';
  if (noticeB !== undefined) {
    const { drawId, a, b } = await drawnIn(desk.path(noticeB));
    return {
      organ,
      entry: { drawId, state: 'drawn', purpose: purposeOf(drawId), noticeA: a, noticeB: b },
    };
  }
  if (toppedUp !== undefined) {
    const { drawId, act, digest } = parseAmendment(await readPlain(desk.path(toppedUp)));
    if (act.kind !== 'top-up') throw badOption('--topped-up', act.kind, 'top-up');
    const purpose = purposeOf(drawId);
    return { organ, entry: { drawId, state: 'topped-up', purpose, amendment: digest } };
  }
  if (abandon === undefined) {
    throw missing('--notice-a FILE | --notice-b FILE | --topped-up FILE | --abandon ID');
  }
  if (explanation === undefined) throw missing('--explanation TEXT');
  return {
    organ,
    entry: { drawId: abandon, state: 'abandoned', purpose: purposeOf(abandon), explanation },
  };
}

/** A notice B, or its sealed form, which names the same digest. */
async function drawnIn(path: string): Promise<{ drawId: string; a: string; b: string }> {
  const value = await readPlain(path);
  const notice = safeParseNoticeB(value);
  if (notice.ok) {
    const { drawId, noticeA, digest } = notice.value;
    return { drawId, a: noticeA, b: digest };
  }
  const { drawId, noticeA, noticeB } = parseSealed(value);
  return { drawId, a: noticeA, b: noticeB };
}

function report(desk: Desk, register: DrawRegister, issues: readonly Issue[]): number {
  const { entries } = register;
  const lastKnown = entries.at(-1)?.digest ?? '';
  const errors = errorsOf(issues).length;
  desk.bar.stop();
  if (desk.json)
    desk.print(JSON.stringify({ entries: entries.length, lastKnown, errors, issues }, null, 2));
  else {
    printIssues(desk, issues);
    desk.print(
      [
        desk.say(
          `记录 ${entries.length} 条，错误 ${errors} 处`,
          `entries: ${entries.length}, errors: ${errors}`,
        ),
        desk.say('末条摘要，请予公布：', 'digest of the last entry, to be published:'),
        `  ${lastKnown}`,
      ].join('\n'),
    );
  }
  return errors > 0 ? EXIT.findings : EXIT.done;
}

function missing(expected: string) {
  return mistake('option-missing', `${expected} is missing`, { expected, command: 'register' });
}
