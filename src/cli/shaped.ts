import { basename } from 'node:path';
import type * as z from 'zod';
import { EvenhandError } from '../core/error.js';
import { schemaIssues } from '../core/schemaIssue.js';

/**
 * A value that came out of a file, where it has the shape a command asks for.
 *
 * @param row - its line, in a file of lines
 * @throws `faulty-document` with every field that does not fit
 */
export function shaped<T>(shape: z.ZodType<T>, value: unknown, path: string, row?: number): T {
  const parsed = shape.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const file = basename(path);
  const place = row === undefined ? { file } : { file, row };
  throw new EvenhandError('faulty-document', `\`${file}\` is faulty`, [
    { code: 'faulty-document', severity: 'error', path: [], params: { given: file } },
    ...schemaIssues(parsed.error.issues).map((issue) => ({ ...issue, ...place })),
  ]);
}
