import type { Day } from '../core/day.js';
import { digest } from '../core/digest.js';
import { EvenhandError, mistake } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { policyBook, referenceOf } from '../document/book.js';
import { checkedDocument } from '../document/checkedDocument.js';
import type { DocumentBase } from '../document/document.js';
import type { Parsed } from '../register/parsed.js';
import { type CompiledScheme, compileScheme, schemeAt } from '../scoring/compile.js';
import { checkProgramme } from './checkProgramme.js';
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
  const checked = checkedDocument(programmeSchema, checkProgramme, value);
  if (!checked.ok) return checked;
  const source = checked.value;
  return { ok: true, value: compileProgramme(source), issues: checked.issues };
}

/** What is wrong with a programme, warnings included; empty where nothing is. */
export function programmeIssues(value: unknown): readonly Issue[] {
  return safeParseProgramme(value).issues;
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
    const { calendars = [], visitRules } = source.roles;
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
      calendars: calendars.map((id) => of('calendar', 'calendar', id)),
      ...(visitRules === undefined
        ? {}
        : { visitRules: of('visit-rules', 'visit-rules', visitRules) }),
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
