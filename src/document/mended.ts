import type { Issue } from '../core/issue.js';
import { filled, fillingOf } from './filling.js';
import { partsOf, type Schema } from './schemaParts.js';

type Path = Issue['path'];

/** A value of the right shape, as near to a faulty one as can be. */
export interface Mended {
  readonly value: unknown;
  /** The places that could not be read and were filled, with what may stand there. */
  readonly filled: readonly { readonly path: Path; readonly schema: Schema }[];
  /** The words an object is told by (`kind`, `schema`), as its other fields have it. */
  readonly told: readonly { readonly path: Path; readonly word: unknown }[];
  /** How many fields nobody knows were left out. */
  readonly dropped: number;
}

/**
 * A faulty value with only its faulty places filled; everything a schema takes stays as it is.
 *
 * What is told apart by a word that cannot be read is told by the fields it has.
 *
 * @returns undefined where nothing of the value can be read
 */
export function mended(schema: Schema, value: unknown, path: Path = []): Mended | undefined {
  if (schema.safeParse(value).success) return { value, filled: [], told: [], dropped: 0 };
  const parts = partsOf(schema);
  switch (parts.type) {
    case 'optional':
      return value === undefined ? undefined : mended(parts.inner, value, path);
    case 'lazy':
      return mended(parts.inner, value, path);
    case 'object':
      return isFields(value) ? taken(schema, ofObject(parts.shape, value, path)) : undefined;
    case 'array': {
      if (!Array.isArray(value)) return undefined;
      const members = value.map((one, i) => kept(parts.element, one, [...path, i]));
      return taken(
        schema,
        joined(members, (list) => list),
      );
    }
    case 'tuple': {
      if (!Array.isArray(value) || value.length !== parts.items.length) return undefined;
      const members = parts.items.map((one, i) => kept(one, value[i], [...path, i]));
      return taken(
        schema,
        joined(members, (list) => list),
      );
    }
    case 'record': {
      if (!isFields(value)) return undefined;
      const keys = Object.keys(value).filter((key) => parts.key.safeParse(key).success);
      const members = keys.map((key) => kept(parts.value, value[key], [...path, key]));
      const all = joined(members, (list) =>
        Object.fromEntries(list.map((one, i) => [keys[i], one])),
      );
      return taken(schema, {
        ...all,
        dropped: all.dropped + Object.keys(value).length - keys.length,
      });
    }
    case 'union':
      return taken(schema, nearest(parts, value, path));
    case 'words':
    case 'leaf':
      return undefined;
  }
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field or a member: mended where something of it can be read, else filled. */
function kept(schema: Schema, value: unknown, path: Path): Mended {
  return (
    mended(schema, value, path) ?? {
      value: filled(schema, fillingOf(0)),
      filled: [{ path, schema }],
      told: [],
      dropped: 0,
    }
  );
}

function ofObject(
  shape: Readonly<Record<string, Schema>>,
  value: Readonly<Record<string, unknown>>,
  path: Path,
): Mended | undefined {
  const keys = Object.keys(shape).filter(
    (key) => Object.hasOwn(value, key) || !(shape[key] as Schema).safeParse(undefined).success,
  );
  const fields = keys.map((key) => kept(shape[key] as Schema, value[key], [...path, key]));
  if (!keys.some((key) => Object.hasOwn(value, key))) return undefined;
  const all = joined(fields, (list) =>
    Object.fromEntries(list.flatMap((one, i) => (one === undefined ? [] : [[keys[i], one]]))),
  );
  const dropped = Object.keys(value).filter((key) => !Object.hasOwn(shape, key)).length;
  return { ...all, dropped: all.dropped + dropped };
}

function joined(members: readonly Mended[], value: (list: readonly unknown[]) => unknown): Mended {
  return {
    value: value(members.map((one) => one.value)),
    filled: members.flatMap((one) => one.filled),
    told: members.flatMap((one) => one.told),
    dropped: members.reduce((sum, one) => sum + one.dropped, 0),
  };
}

/** What the schema takes as a whole, too: a list long enough, months in order. */
const taken = (schema: Schema, whole: Mended | undefined): Mended | undefined =>
  whole !== undefined && schema.safeParse(whole.value).success ? whole : undefined;

interface Union {
  readonly options: readonly Schema[];
  readonly by?: string;
}

/** By the shape its word names, or the one that leaves most of the value as it is; the first of several. */
function nearest({ options, by }: Union, value: unknown, path: Path): Mended | undefined {
  const named = options.filter((option) => by !== undefined && hasWord(option, by, value));
  let best: { readonly option: Schema; readonly as: Mended } | undefined;
  for (const option of named.length > 0 ? named : options) {
    const as = mended(option, value, path);
    if (as !== undefined && (best === undefined || cost(as) < cost(best.as))) best = { option, as };
  }
  if (best === undefined || by === undefined || named.length > 0) return best?.as;
  const word = (best.as.value as Readonly<Record<string, unknown>>)[by];
  const told = hasFieldsOf(best.option, options, value) ? [{ path: [...path, by], word }] : [];
  return { ...best.as, told: [...best.as.told, ...told] };
}

const cost = ({ filled: places, dropped }: Mended): number => places.length + dropped;

function hasWord(option: Schema, by: string, value: unknown): boolean {
  return isFields(value) && shapeOf(option)?.[by]?.safeParse(value[by]).success === true;
}

/** Whether a value has all the fields a shape asks for, and no others that another option knows. */
function hasFieldsOf(option: Schema, options: readonly Schema[], value: unknown): boolean {
  const shape = shapeOf(option);
  if (shape === undefined || !isFields(value)) return false;
  const needed = Object.entries(shape).filter(([, one]) => !one.safeParse(undefined).success);
  const isElsewhere = (key: string): boolean =>
    options.some((one) => Object.hasOwn(shapeOf(one) ?? {}, key));
  return (
    needed.every(([key]) => Object.hasOwn(value, key)) &&
    Object.keys(value).every((key) => Object.hasOwn(shape, key) || !isElsewhere(key))
  );
}

function shapeOf(option: Schema): Readonly<Record<string, Schema>> | undefined {
  const parts = partsOf(option);
  return parts.type === 'object' ? parts.shape : undefined;
}

/** The value with something else at a place; undefined leaves the field out. */
export function put(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  const next = put((value as Readonly<Record<string | number, unknown>>)[key], rest, to);
  if (Array.isArray(value)) return value.with(Number(key), next);
  const { [key]: _, ...others } = value as Readonly<Record<string, unknown>>;
  return next === undefined ? others : { ...others, [key]: next };
}
