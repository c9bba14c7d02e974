import { requireArgument } from '../core/argument.js';
import { type Day, isDay, noSuchDay } from '../core/day.js';
import { digest } from '../core/digest.js';
import { mistake } from '../core/error.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { DocumentBase, DocumentReference } from './document.js';

/** The documents in force on one day. */
export interface BookPage<D extends DocumentBase> {
  readonly day: Day;
  /**
   * The version of a document that is in force on the day.
   *
   * @throws `not-in-force` where none is (never an older one by silence), `unknown-document`
   */
  document(id: string): D;
}

/** All versions of all documents an authority runs. */
export interface PolicyBook<D extends DocumentBase> {
  readonly documents: readonly D[];
  /** @throws `no-such-day` */
  at(day: Day): BookPage<D>;
}

/**
 * The book of documents, opened at a day.
 *
 * @throws `document-conflict` for one id and version with two contents, `two-in-force` for versions
 * whose days overlap
 * @example
 * ```ts
 * import { policyBook } from 'evenhand/document';
 * import { exampleMatrix } from 'evenhand/schemes';
 *
 * policyBook([exampleMatrix]).at('2026-01-15').document('example-matrix').version; // => '2026'
 * ```
 */
export function policyBook<D extends DocumentBase>(documents: readonly D[]): PolicyBook<D> {
  requireArgument('policyBook', 'documents', documents, ['object']);
  const issues = bookIssues(documents);
  const first = issues[0];
  if (first !== undefined) {
    throw mistake(
      first.code,
      `documents in conflict: \`${String(first.params['given'])}\``,
      first.params,
    );
  }
  const versions = grouped(documents);
  return {
    documents,
    at(day) {
      if (!isDay(day)) throw noSuchDay(day);
      return { day, document: (id) => inForce(id, day, versions.get(id)) };
    },
  };
}

function inForce<D extends DocumentBase>(id: string, day: Day, known: readonly D[] = []): D {
  if (known.length === 0) {
    throw mistake('unknown-document', `no document \`${id}\` in the book`, { given: id });
  }
  const found = known.find((one) => one.from <= day && (one.to === undefined || day <= one.to));
  if (found !== undefined) return found;
  const days = known.map((one) => `${one.from}..${one.to ?? ''}`);
  throw mistake(
    'not-in-force',
    `no version of \`${id}\` is in force on \`${day}\` (known: ${days.join(', ')})`,
    { given: day, document: id, expected: days },
  );
}

/** What would keep documents from standing in one book. */
export function bookIssues(documents: readonly DocumentBase[]): Issue[] {
  requireArgument('bookIssues', 'documents', documents, ['object']);
  const issues: Issue[] = [];
  documents.forEach((document, i) => {
    for (const other of documents.slice(0, i)) {
      if (other.id !== document.id) continue;
      const name = `${document.id}@${document.version}`;
      if (other.version === document.version) {
        if (digest(other) !== digest(document)) {
          issues.push(errorAt('document-conflict', [i], { given: name }));
        } else issues.push(errorAt('repeated-name', [i], { given: name }));
      } else if (shareDays(document, other)) {
        issues.push(
          errorAt('two-in-force', [i], { given: name, other: `${other.id}@${other.version}` }),
        );
      }
    }
  });
  return issues;
}

/** A document's name, version and digest, as receipts carry them. */
export function referenceOf(document: DocumentBase): DocumentReference {
  requireArgument('referenceOf', 'document', document, 'object');
  return { id: document.id, version: document.version, digest: digest(document) };
}

/** Whether two documents are in force on a common day. */
export function shareDays(a: DocumentBase, b: DocumentBase): boolean {
  return (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to);
}

function grouped<D extends DocumentBase>(documents: readonly D[]): Map<string, D[]> {
  const groups = new Map<string, D[]>();
  for (const document of documents) {
    const group = groups.get(document.id);
    if (group === undefined) groups.set(document.id, [document]);
    else group.push(document);
  }
  return groups;
}
