import { canonicalJson } from '../../core/canonicalJson.js';
import { isDay } from '../../core/day.js';
import { identifierFault } from '../../core/identifier.js';
import { because } from './because.js';
import type { Because } from './request.js';

/** What a field may hold, and how that is called. */
interface Kind {
  readonly expected: string;
  holds(value: unknown): boolean;
  /** Where inside the value it is wrong, what stands there and what was expected; the value itself where left out. */
  inside?(
    value: unknown,
  ): readonly [path: readonly string[], given: unknown, expected: string] | undefined;
  /** Whether it is an id, or a list of them, each of which must keep the rule for identifiers. */
  readonly ids?: 'one' | 'many';
}

type Kinds = Readonly<Record<string, Kind>>;
type Fields = ReadonlyMap<string, Kind>;

/** A map, in which no name is found that every object has. */
const fieldsOf = (kinds: Kinds): Fields => new Map(Object.entries(kinds));

/** Whether a value has fields: an object that is no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text that every database can keep. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0') && value.isWellFormed();
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** An object of these fields and no others, each a text; what is left out may be missed elsewhere, by its own name. */
const textsNamed =
  (...names: readonly string[]) =>
  (value: unknown): value is Readonly<Record<string, string>> =>
    isObject(value) &&
    Object.keys(value).every((name) => names.includes(name) && isText(value[name]));

const allOf =
  (...names: readonly string[]) =>
  (value: unknown): boolean =>
    textsNamed(...names)(value) &&
    names.every((name) => Object.hasOwn(value, name) && value[name] !== '');

const isFact = (value: unknown): boolean =>
  typeof value === 'boolean' || isText(value) || Number.isSafeInteger(value);

const FACT = '"text" | 12 | "0.5" | true | false';

/** Whether a digest can be taken of a value. */
function isCanonical(value: unknown): boolean {
  try {
    canonicalJson(value);
    return true;
  } catch {
    return false;
  }
}

/** What is looked at elsewhere, whatever it is: words, days, numbers, ids with a text of their own. */
const any: Kind = { expected: '', holds: () => true };
const text: Kind = {
  expected: 'string without U+0000',
  holds: (value) => isText(value) && value !== '',
};
const texts: Kind = {
  expected: 'array',
  holds: (value) => areTexts(value) && !(value as string[]).includes(''),
};
const articles: Kind = { expected: 'array', holds: areTexts };
/** Of something that is no text at all it is missed elsewhere that it is told. */
const reason: Kind = { ...text, holds: (value) => typeof value !== 'string' || isText(value) };
const truth: Kind = { expected: 'boolean', holds: (value) => typeof value === 'boolean' };
const number: Kind = { expected: 'integer', holds: Number.isSafeInteger };
const id: Kind = { expected: 'string', holds: () => true, ids: 'one' };
/** Where none is given it is missed elsewhere, by its own name. */
const lead: Kind = { ...id };
const ids: Kind = { expected: 'array', holds: Array.isArray, ids: 'many' };
/** Its days are looked at elsewhere. */
const range: Kind = {
  expected: '{ from, to }',
  holds: (value) =>
    isObject(value) &&
    typeof value['from'] === 'string' &&
    typeof value['to'] === 'string' &&
    Object.keys(value).length === 2,
};

/** What a request or an act tells of the firm. */
const told: Kinds = {
  standing: {
    expected: '[{ scale, level }]',
    holds: (value) => Array.isArray(value) && value.every(allOf('scale', 'level')),
  },
  firm: {
    expected: '{ facts, events, lists }',
    inside: (value) => {
      const facts = isObject(value) && isObject(value['facts']) ? value['facts'] : {};
      const wrong = Object.entries(facts).find(([, fact]) => !isFact(fact));
      return wrong === undefined ? undefined : [['facts', wrong[0]], wrong[1], FACT];
    },
    holds: (value) =>
      isObject(value) &&
      isObject(value['facts']) &&
      Object.values(value['facts']).every(isFact) &&
      areTexts(value['lists']) &&
      Array.isArray(value['events']) &&
      value['events'].every(
        (event) => isObject(event) && isText(event['kind']) && isDay(event['on']),
      ) &&
      isCanonical(value),
  },
};

const evidence: Kind = {
  expected: '{ cause, reference }',
  holds: textsNamed('cause', 'reference'),
};

/** The fields of a request. */
export const REQUEST = fieldsOf({
  ...{ id: any, entity: any, site: any, kind: any, day: any, window: range, lead },
  ...{ partners: ids, items: ids, demands: ids, method: any, cause: any, form: text, days: any },
  basis: articles,
  evidence,
  override: {
    expected: '{ actor, reason, on }',
    holds: textsNamed('actor', 'reason', 'on'),
  },
  ...{ until: any, plan: text, at: any },
  join: {
    expected: 'string | false',
    holds: (value) => value === false || isText(value),
  },
  ...told,
  beyondCap: { expected: 'true', holds: (value) => value === true },
  ...{ because: texts, counts: truth, reason: text },
});

/** The fields of a demand that asks for a visit of its own. */
export const DEMAND = fieldsOf({
  ...{ id: any, entity: any, site: any, kind: any, cause: any, authority: lead, item: id },
  ...{ window: range, weight: number, duty: truth, evidence },
});

const act: Kinds = { id: any, entity: any, visit: any, by: id, at: any, act: any };

/** The fields of each act. */
export const ACTS: Readonly<Record<string, Fields>> = {
  confirm: fieldsOf({ ...act, day: any, ...told }),
  start: fieldsOf({ ...act, day: any, reference: text, ...told }),
  finish: fieldsOf({ ...act, outcome: reason, days: any, reference: text, ...told }),
  cancel: fieldsOf({ ...act, reason }),
};

/**
 * What in a request or an act is of another type than its field holds, is no id where one is due, or stands in a
 * field that there is not. Nothing may be read of what is wrong here. A field that is undefined is left out.
 *
 * TypeScript and the schemas say the same; this is for those who call from plain JavaScript, and costs a fraction of a
 * decision.
 */
export function shapeFaults(given: unknown, fields: Fields): readonly Because[] {
  if (!isObject(given)) {
    const expected = 'object';
    return [{ ...because('wrong-type', '', { given: shown(given), expected }), path: [] }];
  }
  let faults = NONE;
  for (const field of Object.keys(given)) {
    const value = given[field];
    const kind = fields.get(field);
    if (value === undefined || kind === any) continue;
    const found = faultsIn(field, value, kind);
    if (found.length > 0) faults = [...faults, ...found];
  }
  return faults;
}

/** What is wrong with the value of a field. */
function faultsIn(field: string, value: unknown, kind: Kind | undefined): readonly Because[] {
  if (kind === undefined) return [because('unknown-field', field, { given: field })];
  if (!kind.holds(value)) {
    const [path, wrong, expected] = kind.inside?.(value) ?? [[], value, kind.expected];
    const fault = because('wrong-type', field, { given: shown(wrong), expected });
    return [{ ...fault, path: [field, ...path] }];
  }
  if (kind === lead && (value === '' || value === null)) return NONE;
  if (kind.ids === 'one') return idFaults(field, value);
  return kind.ids === 'many' ? (value as unknown[]).flatMap((one) => idFaults(field, one)) : NONE;
}

function idFaults(field: string, id: unknown): readonly Because[] {
  const fault = identifierFault(id);
  if (fault === undefined) return NONE;
  return [because('bad-id', field, { given: shown(id), what: field, fault })];
}

const NONE: readonly Because[] = [];

/** A value as an issue shows it, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value).slice(0, 80);
  try {
    return JSON.stringify(value).slice(0, 80);
  } catch {
    return Array.isArray(value) ? 'array' : 'object';
  }
}
