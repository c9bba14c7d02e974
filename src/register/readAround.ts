import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { sortedBy } from '../core/order.js';
import { inspectorSchema } from './inspectorSchema.js';
import { authoritySchema, itemSchema } from './itemSchema.js';
import type { Authority, Inspector, Item, Register } from './nouns.js';
import type { EntityRules } from './readEntities.js';
import { readNouns } from './readNouns.js';
import type { RegisterOptions, RegisterReading, RegisterRows } from './registerReading.js';

/** The rows of a register that are not about entities: thousands at most. */
export type AroundRows = Omit<RegisterRows, 'entities' | 'events'>;

/** A register around its entities; authorities and items are read before them, inspectors after. */
export interface Around {
  /** What entities are read by. */
  readonly rules: EntityRules;
  readonly issues: readonly Issue[];
  /** Reads the inspectors, once it is known which ids some entity's row has. */
  inspectors(met: (id: string) => boolean): {
    readonly register: Omit<Register, 'entities'>;
    readonly issues: readonly Issue[];
    readonly setAside: Omit<RegisterReading['setAside'], 'entities' | 'events'>;
  };
}

/** Reads what stands around the entities of a register. */
export function readAround(rows: AroundRows, options: RegisterOptions): Around {
  const issues: Issue[] = [];
  const isDistrict = lookup(options.districts);
  const named = readNouns<Authority>(
    'authorities',
    rows.authorities ?? [],
    authoritySchema,
    issues,
  );
  const isAuthority = lookup(rows.authorities && named.map(({ id }) => id));
  const items = readNouns<Item>('items', rows.items ?? [], itemSchema, issues, (item) =>
    unknown('unknown-authority', ['authority'], item.authority, isAuthority),
  );
  const isItem = lookup(rows.items && items.map(({ id }) => id));
  return {
    rules: {
      facts: options.facts,
      checkUscc: options.checkUscc ?? true,
      isDistrict,
      isAuthority,
    },
    issues,
    inspectors(met) {
      const found: Issue[] = [];
      const inspectors = readNouns<Inspector>(
        'inspectors',
        rows.inspectors ?? [],
        inspectorSchema,
        found,
        (one) => [
          ...unknown('unknown-authority', ['authority'], one.authority, isAuthority),
          ...eachUnknown('unknown-district', 'districts', one.districts, isDistrict),
          ...eachUnknown('unknown-item', 'items', one.items, isItem),
          ...one.recusals.flatMap(({ entity }, i) =>
            met(entity)
              ? []
              : [warningAt('unknown-recusal', ['recusals', i, 'entity'], { given: entity })],
          ),
        ],
      );
      const authorities = rows.authorities === undefined ? namedBy(items, inspectors) : named;
      return {
        register: {
          inspectors: byId(inspectors),
          authorities: byId(authorities),
          items: byId(items),
        },
        issues: found,
        setAside: {
          inspectors: (rows.inspectors?.length ?? 0) - inspectors.length,
          items: (rows.items?.length ?? 0) - items.length,
          authorities: (rows.authorities?.length ?? 0) - named.length,
        },
      };
    },
  };
}

type Known = (name: string) => boolean;

/** Whether a name is among the known ones; all are where nothing is known. */
function lookup(known: readonly string[] | undefined): Known {
  if (known === undefined) return () => true;
  const names = new Set(known);
  return (name) => names.has(name);
}

type Reference = 'unknown-authority' | 'unknown-district' | 'unknown-item';

function unknown(code: Reference, path: Issue['path'], name: string, isKnown: Known): Issue[] {
  return isKnown(name) ? [] : [errorAt(code, path, { given: name })];
}

function eachUnknown(
  code: Reference,
  field: string,
  names: readonly string[],
  isKnown: Known,
): Issue[] {
  return names.flatMap((name, i) => unknown(code, [field, i], name, isKnown));
}

function namedBy(items: readonly Item[], inspectors: readonly Inspector[]): Authority[] {
  const ids = new Set([...items, ...inspectors].map(({ authority }) => authority));
  return [...ids].map((id) => ({ id }));
}

/** Nouns by the bytes of their ids. */
export function byId<T extends { readonly id: string }>(nouns: Iterable<T>): T[] {
  return sortedBy(nouns, ({ id }) => id);
}
