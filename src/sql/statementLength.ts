import { EvenhandError } from '../core/error.js';
import { errorAt } from '../core/issue.js';
import { utf8 } from '../core/utf8.js';
import type { Dialect } from './dialect.js';

/**
 * Refuses statements that are longer than their engine reads, or than anybody could: a policy with so many
 * kinds of events, cells or codes is assessed by columns or one by one.
 *
 * @throws `sql-too-long` with an issue for each
 */
export function requireShort(
  statements: Readonly<Record<string, string | undefined>>,
  { dialect, most }: Dialect,
): void {
  const issues = Object.entries(statements).flatMap(([name, sql]) => {
    // A character is three bytes at the most, so nearly all need not be counted.
    if (sql === undefined || 3 * sql.length <= most) return [];
    const given = utf8(sql).length;
    const params = { statement: name, given, expected: most, dialect };
    return given <= most ? [] : [errorAt('sql-too-long', [name], params)];
  });
  if (issues.length === 0) return;
  const named = issues.map(({ params }) => `\`${params['statement']}\` (${params['given']} bytes)`);
  throw new EvenhandError(
    'sql-too-long',
    `${named.join(', ')} for ${dialect}, which takes ${most} bytes; assess by columns or one by one`,
    issues,
  );
}
