import { requireArgument } from '../../core/argument.js';
import { errorAt } from '../../core/issue.js';
import type { Scheme } from '../../scoring/scheme.js';
import type { DocumentFrame, ImportOptions, LevelRule } from '../documentFrame.js';
import type { Imported } from '../imported.js';
import { all, emptyOf, note, onlyKnown, openReading, type Reading, refuse } from '../reading.js';
import { safeName } from '../safeName.js';
import { schemeFaults } from '../schemeFaults.js';
import { mostPlaces } from '../xmlDecimal.js';
import { readXml, type XmlNode } from '../xmlTree.js';
import { type Term, termOf } from './characteristic.js';
import { type Field, fieldsOf } from './fields.js';
import { type ReasonCodes, type TermCodes, termCodes } from './reasonCodes.js';
import { readScorecard, type Scorecard } from './scorecard.js';

/** How a scorecard becomes a dated scheme. */
export interface PmmlOptions extends ImportOptions, DocumentFrame {
  /** `modelName` of the scorecard, where the file has several. */
  readonly model?: string;
  /** What its score means; without it everybody has the one level `scored`. */
  readonly levels?: LevelRule;
}

/** A scorecard as a scheme, and its reason codes where it has them all. */
export interface ImportedScorecard {
  readonly scheme: Scheme;
  readonly reasonCodes?: ReasonCodes;
}

const NAMESPACES = ['2', '3', '4'].map((minor) => `http://www.dmg.org/PMML-4_${minor}`);

/**
 * A scorecard of another system as a scheme that gives the same score, with every reason.
 *
 * Each characteristic becomes one term: bins of a number, or a lookup of a category. The first
 * attribute that is true gives the points, as in PMML. Where the field is missing and no attribute
 * asks for that, there is no score but an issue; where it has a value no attribute is true for, the
 * entity has the status `no-score/…`. A value outside the dictionary is an issue, never clamped.
 *
 * What the scheme cannot say (transformations, complex scores, several fields in one
 * characteristic) is refused by name, all of it at once. Nothing is left out without a note.
 *
 * @param text - the file: PMML 4.2, 4.3 or 4.4
 * @throws `xml-tree` if `options.xml` gives another tree than `XmlParser` says
 * @source PMML 4.4 (Data Mining Group), Scorecard, MiningSchema, DataDictionary, predicates of
 * TreeModel. Differs: numbers are exact decimals with stated places, never doubles.
 * @example
 * ```ts
 * import { XMLParser } from 'fast-xml-parser';
 * import { schemeFromPmml, XML_OPTIONS } from 'evenhand/interchange';
 *
 * const read = schemeFromPmml('<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"/>', {
 *   xml: new XMLParser(XML_OPTIONS),
 *   id: 'fire-score',
 *   version: '1',
 *   from: '2026-01-01',
 * });
 * read.ok ? [] : read.issues.map(({ code, path }) => [code, path]); // => [['element-missing', ['PMML']]]
 * ```
 */
export function schemeFromPmml(text: string, options: PmmlOptions): Imported<ImportedScorecard> {
  requireArgument('schemeFromPmml', 'text', text, 'string');
  requireArgument('schemeFromPmml', 'options', options, { xml: 'object' });
  const root = readXml(text, options.xml);
  if ('code' in root) return { ok: false, issues: [root] };
  if (root.name !== 'PMML' || !NAMESPACES.includes(root.namespace)) {
    const given = `${root.name} ${root.namespace}`.trim();
    return {
      ok: false,
      issues: [errorAt('format-unknown', root.path, { given, expected: NAMESPACES })],
    };
  }
  const reading = openReading();
  const value = readModel(root, options, reading);
  if (value === undefined || reading.issues.length > 0)
    return { ok: false, issues: reading.issues };
  const faults = schemeFaults(value.scheme);
  const errors = faults.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ok: false, issues: errors };
  return { ok: true, value, notes: [...reading.notes, ...faults] };
}

function readModel(
  root: XmlNode,
  options: PmmlOptions,
  reading: Reading,
): ImportedScorecard | undefined {
  const known = ['Header', 'DataDictionary', 'Scorecard'];
  const telling = ['Extension', 'MiningBuildTask', ...emptyOf(root, ['TransformationDictionary'])];
  onlyKnown(root, known, telling, reading);
  const models = all(root, 'Scorecard');
  const named = models.filter(
    ({ attributes }) =>
      options.model === undefined || attributes.get('modelName') === options.model,
  );
  if (models.length === 0)
    return refuse(reading, root, 'element-missing', { expected: 'Scorecard' });
  const [model] = named;
  if (named.length !== 1 || model === undefined) {
    const expected = models.map(({ attributes }) => attributes.get('modelName') ?? '');
    return refuse(reading, root, 'model-unclear', { given: options.model ?? '', expected });
  }
  const card = readScorecard(model, reading);
  const predicates = card.characteristics.flatMap(({ attributes }) =>
    attributes.map(({ predicate }) => predicate),
  );
  const fields = fieldsOf(root, model, predicates, options, reading);
  const taken = new Set<string>();
  const terms = card.characteristics.map((one) => {
    const id = safeName(one.name === '' ? 'characteristic' : one.name, taken);
    // Without a readable attribute there is nothing more to say of it.
    return one.attributes.length === 0 ? undefined : termOf(one, id, fields, reading);
  });
  if (reading.issues.length > 0) return undefined;
  return joined(card, terms as Term[], fields, options, reading);
}

function joined(
  card: Scorecard,
  terms: readonly Term[],
  fields: ReadonlyMap<string, Field>,
  options: PmmlOptions,
  reading: Reading,
): ImportedScorecard {
  const { id, version, from, to, status = 'draft', title, citation, levels } = options;
  const statuses = terms.flatMap(({ term, outside: [first, ...more] }) =>
    first === undefined
      ? []
      : [
          {
            id: `no-score/${term.id}`,
            when: more.length === 0 ? first : { any: [first, ...more] },
            cite: 'pmml',
            missing: 'skip' as const,
          },
        ],
  );
  const points = card.characteristics.flatMap((one) => one.attributes.map((each) => each.points));
  const scheme: Scheme = {
    schema: 'evenhand/scheme/1',
    kind: 'scheme',
    id,
    version,
    ...(title === undefined ? {} : { title }),
    from,
    ...(to === undefined ? {} : { to }),
    status,
    citations: [
      { id: 'pmml', title: card.name || 'Scorecard', confidence: 'verified', ...citation },
    ],
    untranslated: [],
    scale: levels?.scale ?? { id: 'scored', levels: ['scored'], worse: 'last' },
    places: mostPlaces([card.initial, ...points]),
    direction: levels?.direction ?? 'more-is-better',
    start: card.initial,
    inputs: Object.fromEntries([...fields.values()].map(({ name, input }) => [name, input])),
    ...(statuses.length === 0 ? {} : { statuses }),
    terms: terms.map(({ term }) => term),
    bands: (levels?.bands ?? [{ level: 'scored' }]).map((band) => ({ ...band, cite: 'pmml' })),
  };
  const codes = codesOf(card, terms, fields);
  if (codes === undefined && card.givesReasons) {
    note(reading, card.node, 'reason-codes-incomplete', { given: card.name });
  }
  return { scheme, ...(codes === undefined ? {} : { reasonCodes: codes }) };
}

function codesOf(
  card: Scorecard,
  terms: readonly Term[],
  fields: ReadonlyMap<string, Field>,
): ReasonCodes | undefined {
  const places = new Map([...fields.values()].map((field) => [field.name, field.places]));
  const list = card.characteristics.map((one, i): [string, TermCodes | undefined] => {
    const term = terms[i] as Term;
    const input = 'input' in term.term ? term.term.input : '';
    return [term.term.id, termCodes(one, term, places.get(input) ?? 0, card.baseline)];
  });
  if (!card.givesReasons || list.some(([, codes]) => codes === undefined)) return undefined;
  return { algorithm: card.algorithm, terms: Object.fromEntries(list) as ReasonCodes['terms'] };
}
