import { canonicalJson } from '../core/canonicalJson.js';
import type { Day } from '../core/day.js';
import { digest } from '../core/digest.js';
import { EvenhandError, isEvenhandError, mistake } from '../core/error.js';
import { type Issue, within } from '../core/issue.js';
import { policyBook, referenceOf } from '../document/book.js';
import type { DocumentBase } from '../document/document.js';
import type { Parsed } from '../register/parsed.js';
import { safeParsed } from '../register/parsed.js';
import { type CompiledScheme, compileScheme, schemeAt } from '../scoring/compile.js';
import { checkProgramme } from './checkProgramme.js';
import { documentCheck } from './documentCheck.js';
import type {
  Programme,
  ProgrammeAt,
  ProgrammeDocument,
  ProgrammeSource,
  RoleReference,
} from './programme.js';
import { programmeSchema } from './programmeSchema.js';

/**
 * Checks a programme and compiles its documents once.
 *
 * @param value - a programme as plain data: a TypeScript constant, or `parseDocumentText` of a file
 * @throws `bad-programme` with every issue found, each with its path
 *
 * @example
 * ```ts
 * import { parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 *
 * parseProgramme(exampleProgramme).at('2026-01-15').mode; // => 'simulation'
 * ```
 */
export function parseProgramme(value: unknown): Programme {
  const result = safeParseProgramme(value);
  if (result.ok) return result.value;
  const errors = result.issues.filter((issue) => issue.severity === 'error');
  const list = errors.slice(0, 5).map(({ code, path }) => `${code} at \`${path.join('.')}\``);
  const more = errors.length > 5 ? `; and ${errors.length - 5} more` : '';
  throw new EvenhandError('bad-programme', `${list.join('; ')}${more}`, result.issues);
}

/** The same with what is wrong returned; a good programme may still carry warnings. */
export function safeParseProgramme(
  value: unknown,
): Parsed<Programme> & { readonly issues: readonly Issue[] } {
  const shape = safeParsed(programmeSchema, value);
  if (!shape.ok)
    return { ok: false, issues: [...shape.issues, ...readableIssues(value, shape.issues)] };
  const source = shape.value as ProgrammeSource;
  const unwritable = canonicalIssues(source);
  if (unwritable.length > 0) return { ok: false, issues: unwritable };
  const issues = checkProgramme(source);
  if (issues.some((issue) => issue.severity === 'error')) return { ok: false, issues };
  return { ok: true, value: compileProgramme(source), issues };
}

/** What is wrong with the documents whose own shape is right, so that one bad field hides none of it. */
function readableIssues(value: unknown, found: readonly Issue[]): readonly Issue[] {
  const { documents } = value as { readonly documents?: unknown };
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document: ProgrammeDocument, i) => {
    const isMisshapen = found.some(({ path }) => path[0] === 'documents' && path[1] === i);
    if (isMisshapen) return [];
    return documentCheck(document).map((issue) => within(['documents', i], issue));
  });
}

/** What is wrong with a programme, warnings included; empty where nothing is. */
export function programmeIssues(value: unknown): readonly Issue[] {
  return safeParseProgramme(value).issues;
}

/** Text with a lone surrogate has no UTF-8, so a document with it has no digest. */
function canonicalIssues(source: ProgrammeSource): readonly Issue[] {
  try {
    canonicalJson(source);
    return [];
  } catch (error) {
    if (isEvenhandError(error)) return error.issues;
    throw error;
  }
}

function compileProgramme(source: ProgrammeSource): Programme {
  const book = policyBook(source.documents);
  const compiled = new Map<ProgrammeDocument, CompiledScheme>();
  const references = new Map<DocumentBase, ReturnType<typeof referenceOf>>();
  for (const document of source.documents) {
    references.set(document, referenceOf(document));
    if (document.kind === 'scheme') compiled.set(document, compileScheme(document));
  }
  const reference = { id: source.id, version: source.version, digest: digest(source) };
  const opened = new Map<Day, ProgrammeAt>();
  const open = (day: Day): ProgrammeAt => {
    const page = book.at(day);
    const roles: RoleReference[] = [];
    const of = <K extends ProgrammeDocument['kind']>(
      role: RoleReference['role'],
      kind: K,
      id: string,
    ): Extract<ProgrammeDocument, { kind: K }> => {
      const document = page.document(id);
      if (document.kind !== kind) {
        throw mistake('wrong-kind', `\`${id}\` is a ${document.kind}, expected a ${kind}`, {
          given: document.kind,
          expected: kind,
        });
      }
      roles.push({ role, ...(references.get(document) as ReturnType<typeof referenceOf>) });
      return document as Extract<ProgrammeDocument, { kind: K }>;
    };
    const scheme = (role: 'credit' | 'risk', id: string) =>
      schemeAt(compiled.get(of(role, 'scheme', id)) as CompiledScheme, day);
    const { credit, risk, matrix, sampling, caps, schedules = [] } = source.roles;
    const at = {
      day,
      programme: reference,
      credit: scheme('credit', credit),
      risk: risk.map(({ when, scheme: id }) => ({
        ...(when === undefined ? {} : { when }),
        at: scheme('risk', id),
      })),
      matrix: of('matrix', 'matrix', matrix),
      sampling: of('sampling', 'sampling', sampling),
      caps: caps.map((id) => of('cap', 'cap', id)),
      schedules: schedules.map(({ schedule, ...one }) => ({
        ...one,
        schedule: of('schedule', 'schedule', schedule),
      })),
      documents: roles,
    };
    const isLaw = roles.every(({ id }) => page.document(id).status === 'in-force');
    return { ...at, mode: isLaw ? 'authoritative' : 'simulation' };
  };
  return {
    source,
    reference,
    at(day) {
      const known = opened.get(day);
      if (known !== undefined) return known;
      const page = open(day);
      opened.set(day, page);
      return page;
    },
  };
}
