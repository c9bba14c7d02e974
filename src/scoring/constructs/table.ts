import { type Decimal, decimalText, scaled } from '../../core/decimal.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { type CompiledInput, isNumeric, readNumber, readText } from '../inputs.js';
import type { View } from '../view.js';
import type { ValueBase } from './construct.js';
import { ascendingBounds, type Bound, binOf, edgesOf } from './edges.js';
import { noteMissing } from './members.js';

/** One side of a table: a category, a boolean, a number with a closed set, or a number in bins. */
export interface Axis {
  readonly input: string;
  /** Ascending bins, each with the key its cells stand under. */
  readonly bins?: readonly (Bound & { readonly key: string })[];
}

/** The cells of a table, one object within the other, one depth an axis. */
export type Cells = Decimal | { readonly [key: string]: Cells };

/**
 * A number or a text by any number of sides: severity × likelihood, size × distance × record. Every
 * cell must be there.
 */
export interface Table extends ValueBase {
  readonly kind: 'table';
  readonly axes: readonly Axis[];
  readonly gives: 'number' | 'text';
  /** Places of its numbers; 0 where left out. */
  readonly places?: number;
  readonly table: Cells;
  /** Where a side is not known: a cell's content, the value unknown, or no answer. */
  readonly missing: 'refuse' | 'unknown' | { readonly is: Decimal };
}

/** An axis with the keys of its places. */
export interface CompiledAxis {
  readonly input: CompiledInput;
  readonly keys: readonly string[];
  readonly edges?: readonly number[];
}

/** A table as one row of cells; the last axis runs fastest. */
export interface CompiledTable {
  readonly kind: 'table';
  readonly id: string;
  readonly cite: string;
  readonly axes: readonly CompiledAxis[];
  readonly gives: 'number' | 'text';
  readonly places: number;
  readonly cells: readonly (number | string)[];
  readonly missing: 'refuse' | 'unknown' | 'is';
  readonly instead?: number | string;
}

export function compileTable(
  value: Table,
  inputs: ReadonlyMap<string, CompiledInput>,
): CompiledTable {
  const places = value.places ?? 0;
  const axes = value.axes.map((axis) => compileAxis(axis, inputs.get(axis.input) as CompiledInput));
  const content = (cell: Decimal): number | string =>
    value.gives === 'text' ? String(cell) : scaled(cell, places);
  const flat = (cells: Cells, depth: number): (number | string)[] => {
    const axis = axes[depth];
    if (axis === undefined || typeof cells !== 'object') return [content(cells as Decimal)];
    return axis.keys.flatMap((key) => flat(cells[key] as Cells, depth + 1));
  };
  return {
    kind: 'table',
    id: value.id,
    cite: value.cite,
    axes,
    gives: value.gives,
    places,
    cells: flat(value.table, 0),
    ...(typeof value.missing === 'string'
      ? { missing: value.missing }
      : { missing: 'is', instead: content(value.missing.is) }),
  };
}

function compileAxis({ bins }: Axis, input: CompiledInput): CompiledAxis {
  if (bins === undefined) return { input, keys: keysOf(input) };
  return { input, keys: bins.map(({ key }) => key), edges: edgesOf(bins, input.places) };
}

/** What an input without bins can be, as the keys of a table. */
function keysOf({ input, closed, places }: CompiledInput): readonly string[] {
  if (input.type === 'category') return input.values;
  if (input.type === 'boolean') return ['true', 'false'];
  return (closed ?? []).map((units) => decimalText(units, places));
}

/** The cell of an entity; undefined where it is unknown, or noted as missing. */
export function evaluateTable(value: CompiledTable, view: View): number | string | undefined {
  let cell = 0;
  for (const axis of value.axes) {
    const place = placeOn(axis, view);
    if (place === undefined) {
      if (value.missing === 'refuse') noteMissing(value.id, axis.input.name, view);
      return value.instead;
    }
    cell = cell * axis.keys.length + place;
  }
  return value.cells[cell];
}

/** The place of an entity on an axis. */
export function placeOn({ input, keys, edges }: CompiledAxis, view: View): number | undefined {
  if (!isNumeric(input)) {
    const text = readText(input, view);
    return text === undefined ? undefined : keys.indexOf(text);
  }
  const units = readNumber(input, view);
  if (units === undefined) return undefined;
  return edges === undefined
    ? (input.closed as readonly number[]).indexOf(units)
    : binOf(edges, units);
}

/** Sides no key can be found for, cells that are not there, and keys no side has. */
export function checkTable(value: Table, inputs: ReadonlyMap<string, CompiledInput>): Issue[] {
  const issues: Issue[] = [];
  const sides = value.axes.map((axis, i): readonly string[] => {
    const input = inputs.get(axis.input);
    if (input === undefined) return [];
    const path = ['axes', i];
    if (axis.bins !== undefined) {
      if (!isNumeric(input)) {
        const expected = 'integer | decimal | full-years';
        issues.push(errorAt('input-type', [...path, 'input'], { given: axis.input, expected }));
      } else {
        issues.push(...ascendingBounds(axis.bins, input.places, input.min, [...path, 'bins']));
      }
      return axis.bins.map(({ key }) => key);
    }
    const keys = keysOf(input);
    if (keys.length === 0) {
      const expected = 'category | boolean | number with values | number with bins';
      issues.push(errorAt('input-type', [...path, 'input'], { given: axis.input, expected }));
    }
    return keys;
  });
  if (issues.length > 0 || sides.some((keys) => keys.length === 0)) return issues;
  return cellIssues(value.table, sides, ['table']);
}

function cellIssues(
  cells: Cells | undefined,
  [keys, ...rest]: readonly (readonly string[])[],
  path: Issue['path'],
): Issue[] {
  if (cells === undefined) return [errorAt('cell-gap', path, { given: path.slice(1).join(' × ') })];
  if (keys === undefined || typeof cells !== 'object') {
    const isCell = keys === undefined && typeof cells !== 'object';
    const given = path.slice(1).join(' × ');
    return isCell ? [] : [errorAt('cell-depth', path, { given, expected: path.length - 1 })];
  }
  return [
    ...Object.keys(cells)
      .filter((key) => !keys.includes(key))
      .map((key) => errorAt('unknown-value', [...path, key], { given: key, expected: [...keys] })),
    ...keys.flatMap((key) =>
      cellIssues(Object.hasOwn(cells, key) ? cells[key] : undefined, rest, [...path, key]),
    ),
  ];
}

/** Every cell with where it stands. */
export function cellsOf(
  cells: Cells,
  path: Issue['path'] = ['table'],
): readonly { readonly cell: Decimal; readonly path: Issue['path'] }[] {
  if (typeof cells !== 'object') return [{ cell: cells, path }];
  return Object.entries(cells).flatMap(([key, one]) => cellsOf(one, [...path, key]));
}
