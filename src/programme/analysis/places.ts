import type { CompiledLookup } from '../../scoring/constructs/lookup.js';

/** The entry of a lookup a value comes to: its own, or the longest it begins with. */
export function entryOf({ table, byPrefix }: CompiledLookup, value: string): string | undefined {
  if (!byPrefix) return table.has(value) ? value : undefined;
  const entries = [...table.keys()].filter((entry) => value.startsWith(entry));
  return entries.sort((a, b) => b.length - a.length)[0];
}

/** The keys under which a cell of a table stands. */
export function cellKeys(
  axes: readonly { readonly keys: readonly string[] }[],
  cell: number,
): string[] {
  const keys: string[] = [];
  let left = cell;
  for (const axis of [...axes].reverse()) {
    keys.unshift(axis.keys[left % axis.keys.length] as string);
    left = Math.floor(left / axis.keys.length);
  }
  return keys;
}
