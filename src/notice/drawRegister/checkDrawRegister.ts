import { ownDigest } from '../../core/digest.js';
import { errorAt, type Issue, warningAt } from '../../core/issue.js';
import { groupedBy } from '../../visits/groupedBy.js';
import { type DrawNumber, drawIdOf, drawNumber } from './drawNumber.js';
import { type DrawRegister, firstLink, type RegisteredDraw } from './drawRegister.js';
import { safeParseDrawRegister } from './parseDrawRegister.js';

/** How many numbers missing in one series are named one by one. */
const NAMED = 1000;

/**
 * Everything in a register of draws that somebody must explain.
 *
 * Errors: past entries changed (`register-changed`), a number that is missing (`draw-gap`), a second
 * draw for a purpose (`second-draw`), a draw abandoned without explanation
 * (`abandoned-unexplained`), entries that do not follow each other (`entry-out-of-turn`), an id
 * without a number (`draw-without-number`). Warnings: a draw made again after one was abandoned with
 * an explanation (`drawn-again`), one left open while the next was announced (`draw-left-open`).
 *
 * @param options.lastKnown - 64 hex digits, the digest of an entry as it was published: all up to it
 * must still be there
 * @returns issues whose path leads to the entry; nothing is thrown
 *
 * @source double-random/1 §4, abuses
 */
export function checkDrawRegister(
  register: DrawRegister,
  options: { readonly lastKnown?: string } = {},
): Issue[] {
  const parsed = safeParseDrawRegister(register);
  if (!parsed.ok) return [...parsed.issues];
  const { entries } = register;
  const { lastKnown } = options;
  const isCut = lastKnown !== undefined && !entries.some(({ digest }) => digest === lastKnown);
  return [
    ...chainIssues(register),
    ...(isCut
      ? [
          errorAt('register-changed', ['entries'], {
            given: entries.at(-1)?.digest ?? '–',
            expected: lastKnown,
          }),
        ]
      : []),
    ...entries.flatMap((entry, i) => turnIssues(entries, entry, i)),
    ...gapIssues(entries),
    ...purposeIssues(entries),
    ...openIssues(entries),
  ];
}

/** Only the first broken link is named: all after it follow from it. */
function chainIssues(register: DrawRegister): Issue[] {
  let previous = firstLink(register);
  for (const [i, entry] of register.entries.entries()) {
    const own = ownDigest({ ...entry });
    const expected = [
      ['previous', previous, entry.previous],
      ['number', String(i + 1), String(entry.number)],
      ['digest', own, entry.digest],
    ] as const;
    const wrong = expected.find(([, should, is]) => should !== is);
    if (wrong !== undefined) {
      const [field, should, is] = wrong;
      return [errorAt('register-changed', ['entries', i, field], { given: is, expected: should })];
    }
    previous = entry.digest;
  }
  return [];
}

/** A draw is announced first, then drawn or abandoned, once; what was drawn may be topped up. */
function turnIssues(entries: readonly RegisteredDraw[], entry: RegisteredDraw, i: number): Issue[] {
  const { drawId, state, noticeA, noticeB, explanation, purpose } = entry;
  const path = ['entries', i];
  const before = entries.slice(0, i).filter((one) => one.drawId === drawId);
  const announced = before.find((one) => one.state === 'announced');
  const isClosed = before.some((one) => one.state !== 'announced');
  const outOfTurn = (expected: string): Issue =>
    errorAt('entry-out-of-turn', path, { id: drawId, given: state, expected });
  const issues: Issue[] = [];
  if (state === 'announced') {
    if (before.length > 0) issues.push(outOfTurn('drawn | abandoned'));
    if (noticeA === undefined) issues.push(outOfTurn('noticeA'));
  }
  if (state === 'drawn') {
    if (announced === undefined || isClosed) issues.push(outOfTurn('announced'));
    else if (noticeB === undefined) issues.push(outOfTurn('noticeB'));
    else if (noticeA !== undefined && noticeA !== announced.noticeA)
      issues.push(outOfTurn('noticeA'));
    else if (purpose !== announced.purpose) issues.push(outOfTurn(announced.purpose));
  }
  if (state === 'topped-up') {
    const isDrawn = before.some((one) => one.state === 'drawn');
    const isGone = before.some((one) => one.state === 'abandoned');
    const isTold = before.some((one) => one.amendment === entry.amendment);
    if (!isDrawn || isGone) issues.push(outOfTurn('drawn'));
    else if (entry.amendment === undefined || isTold) issues.push(outOfTurn('amendment'));
    else if (purpose !== announced?.purpose) issues.push(outOfTurn(announced?.purpose ?? ''));
  }
  if (state === 'abandoned') {
    if (before.some((one) => one.state === 'abandoned')) issues.push(outOfTurn('announced'));
    if ((explanation ?? '').trim() === '') {
      issues.push(errorAt('abandoned-unexplained', path, { given: drawId }));
    }
  }
  return issues;
}

/** In each series of numbers, from 1 to the last, none is missing. */
function gapIssues(entries: readonly RegisteredDraw[]): Issue[] {
  const issues: Issue[] = [];
  const numbers: DrawNumber[] = [];
  for (const [i, { drawId }] of entries.entries()) {
    const number = drawNumber(drawId);
    if (number !== undefined) numbers.push(number);
    else issues.push(errorAt('draw-without-number', ['entries', i, 'drawId'], { given: drawId }));
  }
  for (const [, own] of groupedBy(numbers, ({ series }) => series)) {
    const known = new Set(own.map(({ number }) => number));
    const { digits, series } = own[0] as DrawNumber;
    const last = Math.max(...known);
    let named = 0;
    for (let number = 1; number < last && named < NAMED; number++) {
      if (known.has(number)) continue;
      named++;
      const given = drawIdOf({ series, number, digits });
      issues.push(errorAt('draw-gap', ['entries'], { given, series }));
    }
  }
  return issues;
}

/** A purpose is drawn for once; again only after an abandonment that was explained, and in view. */
function purposeIssues(entries: readonly RegisteredDraw[]): Issue[] {
  const announced = [...entries.entries()].filter(([, { state }]) => state === 'announced');
  return announced.flatMap(([i, { purpose, drawId }]) => {
    const earlier = announced.filter(
      ([k, one]) => k < i && one.drawId !== drawId && sameWords(one.purpose, purpose),
    );
    return earlier.map(([, first]) => {
      const isExplained = entries
        .slice(0, i)
        .some(
          (one) =>
            one.drawId === first.drawId &&
            one.state === 'abandoned' &&
            (one.explanation ?? '').trim() !== '',
        );
      const wasDrawn = entries
        .slice(0, i)
        .some((one) => one.drawId === first.drawId && one.state === 'drawn');
      const params = { given: drawId, first: first.drawId, purpose };
      return isExplained && !wasDrawn
        ? warningAt('drawn-again', ['entries', i], params)
        : errorAt('second-draw', ['entries', i], params);
    });
  });
}

/** Letters' size and blanks make no other purpose. */
function sameWords(a: string, b: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, '');
  return plain(a) === plain(b);
}

/** An announced draw is concluded before the next of its series is announced. */
function openIssues(entries: readonly RegisteredDraw[]): Issue[] {
  return entries.flatMap((entry, i) => {
    const number = drawNumber(entry.drawId);
    if (entry.state !== 'announced' || number === undefined) return [];
    const next = entries.findIndex((one, k) => {
      const later = drawNumber(one.drawId);
      return k > i && one.state === 'announced' && later?.series === number.series;
    });
    if (next < 0) return [];
    const isClosed = entries
      .slice(0, next)
      .some((one) => one.drawId === entry.drawId && one.state !== 'announced');
    return isClosed ? [] : [warningAt('draw-left-open', ['entries', i], { given: entry.drawId })];
  });
}
