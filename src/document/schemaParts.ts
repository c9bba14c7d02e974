import type { ZodType } from 'zod';

export type Schema = ZodType;

/** What a schema is made of, as far as documents need it. */
export type SchemaParts =
  | { readonly type: 'optional' | 'lazy'; readonly inner: Schema }
  | { readonly type: 'object'; readonly shape: Readonly<Record<string, Schema>> }
  | { readonly type: 'array'; readonly element: Schema }
  | { readonly type: 'tuple'; readonly items: readonly Schema[] }
  | { readonly type: 'record'; readonly key: Schema; readonly value: Schema }
  | { readonly type: 'union'; readonly options: readonly Schema[]; readonly by?: string }
  | { readonly type: 'words'; readonly words: readonly unknown[] }
  | { readonly type: 'leaf' };

/** What the schema library keeps of each kind of schema, under the name it documents for other libraries. */
interface Definition {
  readonly type: string;
  readonly innerType: Schema;
  readonly getter: () => Schema;
  readonly shape: Readonly<Record<string, Schema>>;
  readonly element: Schema;
  readonly items: readonly Schema[];
  readonly keyType: Schema;
  readonly valueType: Schema;
  readonly options: readonly Schema[];
  readonly discriminator?: string;
  readonly values: readonly unknown[];
  readonly entries: Readonly<Record<string, unknown>>;
}

/** A schema taken apart by one step. */
export function partsOf(schema: Schema): SchemaParts {
  const of = schema._zod.def as unknown as Definition;
  switch (of.type) {
    case 'optional':
      return { type: 'optional', inner: of.innerType };
    case 'lazy':
      return { type: 'lazy', inner: of.getter() };
    case 'object':
      return { type: 'object', shape: of.shape };
    case 'array':
      return { type: 'array', element: of.element };
    case 'tuple':
      return { type: 'tuple', items: of.items };
    case 'record':
      return { type: 'record', key: of.keyType, value: of.valueType };
    case 'union': {
      const { options, discriminator: by } = of;
      return { type: 'union', options, ...(by === undefined ? {} : { by }) };
    }
    case 'literal':
      return { type: 'words', words: of.values };
    case 'enum':
      return { type: 'words', words: Object.values(of.entries) };
    default:
      return { type: 'leaf' };
  }
}
