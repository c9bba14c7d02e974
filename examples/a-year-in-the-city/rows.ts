// A table in plain text, columns aligned.
export function displayRows(
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string[] {
  const all = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
  return all.map((row) =>
    `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`.trimEnd(),
  );
}
