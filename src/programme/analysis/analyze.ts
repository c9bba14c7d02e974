import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import type { Issue } from '../../core/issue.js';
import { compareBytes } from '../../core/order.js';
import { checkedDocument } from '../../document/checkedDocument.js';
import type { Matrix } from '../../matrix/matrix.js';
import { documentCheck } from '../documentCheck.js';
import { programmeKinds } from '../documentKinds.js';
import { programmeIssues } from '../parseProgramme.js';
import type { ProgrammeDocument, ProgrammeSource } from '../programme.js';
import { documentSchema } from '../programmeSchema.js';
import { type Finding, finding, findingWithin } from './finding.js';
import { bookFindings, capFindings, citationFindings } from './frameFindings.js';
import { loadFindings, matrixFindings, type Profile } from './matrixFindings.js';
import { scheduleFindings } from './scheduleFindings.js';
import { type SchemeQuestion, schemeFindings } from './schemeFindings.js';

/** What an analysis may be told. */
export interface AnalysisOptions {
  /** The day windows and full years are counted from; the first day of the document where left out. */
  readonly asOf?: Day;
  /** The most combinations of facts that are tried one by one; 100 000 where left out. */
  readonly limit?: number;
  /** The kinds of event a register holds: those nothing counts or asks for are found. */
  readonly eventKinds?: readonly string[];
  /** How many entities stand in each cell, and how many visits a year can be made. */
  readonly profile?: Profile;
}

const MOST_TRIED = 100_000;

/**
 * Everything worth knowing about a document or a programme before it is put in force: what is wrong
 * with it, and what is lawful but surely not meant. Where an entity shows it, that entity is given.
 *
 * Reachability is exact: totals are found by dynamic programming over what each term can give, the
 * rest by trying every combination of the stretches a scheme treats alike. What has more than `limit`
 * is `undecided`. With errors only they are given, and the kinds of event the text never names.
 *
 * @param value - a programme or a document of any kind, as plain data
 * @param options.limit - the most combinations tried for one rule or one scheme
 * @returns issues of the checks, then findings of the analysis; codes in `ANALYSIS_CODES`
 * @throws `unknown-level` | `unknown-grade` for a profile of cells the matrix does not have
 *
 * @example
 * ```ts
 * import { analyze } from 'evenhand/programme';
 * import { exampleRisk } from 'evenhand/schemes';
 *
 * const bands = [...exampleRisk.bands.slice(0, 2), { ...exampleRisk.bands[2], from: '101' }];
 * const found = analyze({ ...exampleRisk, bands });
 * found.find(({ code }) => code === 'band-unreachable')?.params['level']; // => 'high'
 * ```
 */
export function analyze(value: unknown, options: AnalysisOptions = {}): readonly Finding[] {
  requireArgument('analyze', 'options', options, 'object');
  const isProgramme = (value as { schema?: unknown } | null)?.schema === 'evenhand/programme/1';
  return isProgramme ? ofProgramme(value, options) : ofDocument(value, options);
}

function ofDocument(value: unknown, options: AnalysisOptions): readonly Finding[] {
  const checked = checkedDocument<ProgrammeDocument>(documentSchema, documentCheck, value);
  if (!checked.ok) return [...checked.issues, ...unheardEvents(value, options)];
  const { value: document, issues } = checked;
  return [...issues, ...unknownTo(issues, documentFindings(document, options).findings)];
}

function ofProgramme(value: unknown, options: AnalysisOptions): readonly Finding[] {
  const issues = programmeIssues(value);
  if (hasErrors(issues)) return [...issues, ...unheardEvents(value, options)];
  const source = value as ProgrammeSource;
  const { eventKinds: _, ...each } = options;
  const found = source.documents.map((document) => documentFindings(document, each));
  return [
    ...issues,
    ...found.flatMap(({ findings }, i) =>
      unknownTo(
        issues,
        findings.map((one) => findingWithin(['documents', i], one)),
      ),
    ),
    ...bookFindings(source.documents).map((one) => findingWithin(['documents'], one)),
    ...unusedDocuments(source),
    ...emptyCells(source, new Map(source.documents.map((one, i) => [one, found[i]?.levels]))),
    ...unusedEvents(source, options),
  ];
}

function documentFindings(
  document: ProgrammeDocument,
  options: AnalysisOptions,
): { readonly findings: readonly Finding[]; readonly levels?: ReadonlySet<string> | undefined } {
  const citations = citationFindings(document);
  switch (document.kind) {
    case 'scheme': {
      const question: SchemeQuestion = {
        asOf: options.asOf ?? document.from,
        limit: options.limit ?? MOST_TRIED,
        eventKinds: options.eventKinds ?? [],
      };
      const { findings, levels } = schemeFindings(document, question);
      return { findings: [...findings, ...citations], levels };
    }
    case 'matrix': {
      const { profile } = options;
      const load = profile === undefined ? [] : loadFindings(document, profile);
      return { findings: [...matrixFindings(document), ...load, ...citations] };
    }
    case 'cap':
      return { findings: [...capFindings(document), ...citations] };
    case 'schedule':
      return { findings: [...scheduleFindings(document, options.profile), ...citations] };
    case 'sampling':
    case 'calendar':
    case 'visit-rules':
      return { findings: citations };
  }
}

/** Documents that play no role. */
function unusedDocuments({ documents, roles }: ProgrammeSource): Finding[] {
  const { credit, risk, matrix, sampling, caps, schedules = [], calendars = [] } = roles;
  const used = [
    credit,
    ...risk.map(({ scheme }) => scheme),
    matrix,
    sampling,
    ...caps,
    ...schedules.map(({ schedule }) => schedule),
    ...calendars,
    ...(roles.visitRules === undefined ? [] : [roles.visitRules]),
  ];
  return documents.flatMap(({ id }, i) =>
    used.includes(id) ? [] : [finding('document-unused', ['documents', i], { given: id })],
  );
}

/** Cells of the matrix whose level or grade no scheme in its role ever gives. */
function emptyCells(
  { documents, roles }: ProgrammeSource,
  reached: ReadonlyMap<ProgrammeDocument, ReadonlySet<string> | undefined>,
): Finding[] {
  const levelsOf = (ids: readonly string[]): ReadonlySet<string> | undefined => {
    const known = documents.filter(({ id }) => ids.includes(id)).map((one) => reached.get(one));
    return known.includes(undefined)
      ? undefined
      : new Set(known.flatMap((one) => [...(one ?? [])]));
  };
  const risk = levelsOf(roles.risk.map(({ scheme }) => scheme));
  const credit = levelsOf([roles.credit]);
  return documents.flatMap((document, i) => {
    if (document.kind !== 'matrix' || document.id !== roles.matrix) return [];
    const { cells } = document as Matrix;
    return Object.entries(cells).flatMap(([level, row]) =>
      Object.keys(row).flatMap((grade) =>
        risk?.has(level) === false || credit?.has(grade) === false
          ? [
              finding('cell-unreachable', ['documents', i, 'cells', level, grade], {
                given: `${level} × ${grade}`,
                rule: document.id,
              }),
            ]
          : [],
      ),
    );
  });
}

/** Kinds of event that nothing in the programme counts or asks for. */
function unusedEvents(source: ProgrammeSource, { eventKinds = [] }: AnalysisOptions): Finding[] {
  const counted = programmeKinds(source);
  return eventKinds
    .filter((kind) => !counted.has(kind))
    .map((given) =>
      finding('event-unused', ['documents'], { given, expected: [...counted].sort(compareBytes) }),
    );
}

/** Kinds of event that stand nowhere in a text that cannot be read as a whole. */
function unheardEvents(value: unknown, { eventKinds = [] }: AnalysisOptions): Finding[] {
  const texts = new Set<unknown>();
  const read = (one: unknown): void => {
    if (typeof one === 'object' && one !== null) Object.values(one).forEach(read);
    else texts.add(one);
  };
  read(value);
  return eventKinds
    .filter((kind) => !texts.has(kind))
    .map((given) => finding('event-unused', [], { given, expected: '—' }));
}

/** Findings the checks did not make before. */
function unknownTo(issues: readonly Issue[], findings: readonly Finding[]): Finding[] {
  const keys = new Set(issues.map(({ code, path }) => JSON.stringify([code, path])));
  return findings.filter(({ code, path }) => !keys.has(JSON.stringify([code, path])));
}

const hasErrors = (issues: readonly Issue[]): boolean =>
  issues.some(({ severity }) => severity === 'error');
