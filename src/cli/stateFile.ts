import * as z from 'zod';
import { safeParseDocumentText } from '../document/jsonText.js';
import { daySchema } from '../register/fieldSchemas.js';
import { readText } from './files/readText.js';
import { writeFileWhole } from './files/writeFileWhole.js';
import type { Desk } from './io.js';
import { shaped } from './shaped.js';

/**
 * The rows of a file that a command keeps and only adds to (NDJSON), each of a shape; none where there is
 * no file yet.
 *
 * @throws `faulty-document` for a line that is none of them
 */
export async function keptRows<T>(desk: Desk, file: string, shape: z.ZodType): Promise<T[]> {
  const text = await textIfThere(desk.path(file));
  return text.split('\n').flatMap((line, i): T[] => {
    if (line.trim() === '') return [];
    const parsed = safeParseDocumentText(line);
    return [shaped(shape, parsed.ok ? parsed.value : line, file, i + 1) as T];
  });
}

/** Writes all rows, those kept and those new, whole or not at all. */
export async function keepRows(desk: Desk, file: string, rows: readonly unknown[]): Promise<void> {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  await writeFileWhole(desk.path(file), text);
}

/** A text, or none where there is no such file. */
export async function textIfThere(path: string): Promise<string> {
  try {
    return await readText(path);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'no-such-file') return '';
    throw error;
  }
}

/** Enough of a signal's shape to tell it from another file. */
export const signalSchema = z.looseObject({
  id: z.string(),
  rule: z.string(),
  entity: z.string(),
  on: daySchema,
  asks: z.array(z.looseObject({ do: z.string() })),
});

/** Enough of an admission's shape, with what the firm reported and when it left. */
export const admissionSchema = z.looseObject({
  schema: z.literal('evenhand/admission/1'),
  entity: z.string(),
  on: daySchema,
  until: daySchema,
  document: z.looseObject({ digest: z.string() }),
  readings: z
    .array(
      z.strictObject({
        limit: z.string(),
        on: daySchema,
        value: z.union([z.string(), z.number()]),
        reference: z.string(),
      }),
    )
    .optional(),
  withdrawnOn: daySchema.optional(),
});

/** An item that a visit checked. */
export const coveredSchema = z.looseObject({
  entity: z.string(),
  item: z.string(),
  on: daySchema,
  visit: z.string(),
});

/** Enough of a history's shape to tell it from another file. */
export const historySchema = z.looseObject({
  schema: z.literal('evenhand/level-history/1'),
  regrading: z.looseObject({ digest: z.string() }),
  scales: z.array(z.looseObject({ id: z.string(), levels: z.array(z.string()) })),
  rounds: z.array(z.looseObject({ on: daySchema })),
  changes: z.array(z.looseObject({ entity: z.string(), on: daySchema })),
  standings: z.array(z.looseObject({ entity: z.string(), level: z.string() })),
});
