import { allOf, type Change, type Direction } from '../programme/analysis/change.js';
import { type DocumentDiff, diffDocuments } from '../programme/analysis/diffDocuments.js';
import { changeAt } from '../programme/analysis/fieldChanges.js';
import type { ProgrammeDocument, ProgrammeSource } from '../programme/programme.js';

/** What changed in one document of a programme. */
export interface MemberDiff extends DocumentDiff {
  /** `id@version`; undefined where the other programme alone has the document. */
  readonly before?: string;
  readonly after?: string;
}

/** What changed between two programmes, document by document. */
export interface ProgrammeDiff {
  /** What the programme says beside its documents. */
  readonly changes: readonly Change[];
  readonly documents: readonly MemberDiff[];
  readonly direction: Direction;
}

/**
 * Compares two programmes: a document with the one of its id and version, a new version with the newest
 * one before. A document that came or went alone has no direction of its own.
 */
export function diffProgrammes(before: ProgrammeSource, after: ProgrammeSource): ProgrammeDiff {
  const fields = ['id', 'version', 'title', 'organ'] as const;
  const changes = [
    ...fields.map((field) => changeAt([field], before[field], after[field], 'neutral')),
    ...(['roles', 'pins'] as const).map((field) =>
      changeAt([field], before[field], after[field], field === 'pins' ? 'neutral' : 'undecided'),
    ),
  ].filter((one) => one !== undefined);
  const documents = pairs(before.documents, after.documents).flatMap(memberDiff);
  const directions = [...changes, ...documents].map(({ direction }) => direction);
  return { changes, documents, direction: allOf(directions) };
}

type Pair = readonly [ProgrammeDocument | undefined, ProgrammeDocument | undefined];

function pairs(before: readonly ProgrammeDocument[], after: readonly ProgrammeDocument[]): Pair[] {
  const kept = after.map((one): Pair => {
    const same = before.find((old) => nameOf(old) === nameOf(one));
    return [same ?? newest(before.filter((old) => isOf(one, old))), one];
  });
  const used = new Set(kept.map(([old]) => old));
  return [...kept, ...before.filter((old) => !used.has(old)).map((old): Pair => [old, undefined])];
}

function memberDiff([a, b]: Pair): MemberDiff[] {
  if (a !== undefined && b !== undefined) {
    const diff = diffDocuments(a, b);
    return diff.changes.length === 0 ? [] : [{ before: nameOf(a), after: nameOf(b), ...diff }];
  }
  const names = { ...(a && { before: nameOf(a) }), ...(b && { after: nameOf(b) }) };
  return [{ ...names, changes: [], direction: 'undecided' }];
}

const nameOf = ({ id, version }: ProgrammeDocument): string => `${id}@${version}`;

const isOf = (one: ProgrammeDocument, old: ProgrammeDocument): boolean =>
  old.id === one.id && old.kind === one.kind;

const newest = (versions: readonly ProgrammeDocument[]): ProgrammeDocument | undefined =>
  versions.reduce<ProgrammeDocument | undefined>(
    (last, one) => (last === undefined || one.from > last.from ? one : last),
    undefined,
  );
