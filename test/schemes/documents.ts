import { checkSchedule, type Schedule } from 'evenhand/matrix';
import { checkScheme, compileScheme, rate, type Scheme } from 'evenhand/scoring';
import { expect } from 'vitest';
import type * as z from 'zod';
import { scheduleSchema } from '../../src/matrix/scheduleSchema.js';
import { safeParsed } from '../../src/register/parsed.js';
import { schemeSchema } from '../../src/scoring/schemeSchema.js';

/** What every shipped document keeps: its text is its value, and its shape is known. */
export function expectPlainData(document: object, schema: z.ZodType): void {
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  expect(safeParsed(schema, document)).toEqual({ ok: true, value: document });
}

/** A published scheme: plain data, nothing wrong with it, and the known warnings, as `code given`. */
export function expectSound(scheme: Scheme, warnings: readonly string[] = []): void {
  expectPlainData(scheme, schemeSchema);
  const issues = checkScheme(scheme);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(issues.map(({ code, params }) => `${code} ${String(params['given'])}`)).toEqual(warnings);
}

/** A published schedule: plain data, and nothing wrong with it. */
export function expectSoundSchedule(schedule: Schedule): void {
  expectPlainData(schedule, scheduleSchema);
  expect(checkSchedule(schedule)).toEqual([]);
}

/** What an entity is: nothing on it but what is given. */
export interface Case {
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly since?: string;
  readonly events?: readonly (readonly [kind: string, on: string])[];
}

/** The entity of a case. */
export function entityOf({ facts = {}, since, events = [] }: Case) {
  return {
    facts,
    lists: [],
    events: events.map(([kind, on], i) => ({ id: `e${i}`, kind, on, source: 'test' })),
    ...(since === undefined ? {} : { since }),
  };
}

/** The level of an entity on a day, or its status. */
export function levelOn(scheme: Scheme, asOf: string, one: Case): string {
  const rating = rate(compileScheme(scheme), entityOf(one), { asOf });
  return 'level' in rating ? rating.level : rating.status;
}

/** The codes an answer is refused with. */
export function refusal(answer: () => unknown): string[] {
  try {
    answer();
  } catch (error) {
    const { code, issues } = error as { code: string; issues: readonly { code: string }[] };
    return [code, ...issues.map((issue) => issue.code)];
  }
  return [];
}
