import { EvenhandError } from '../core/error.js';
import { type Parsed, safeParsed } from '../register/parsed.js';
import { checkVisitRules } from './checkVisitRules.js';
import type { VisitRules } from './visitRules.js';
import { visitRulesSchema } from './visitRulesSchema.js';

/**
 * Visit rules out of plain data, such as a file.
 *
 * @param value - the document, as `JSON.parse` gives it
 * @throws `bad-visit-rules` with every issue found, each with its path
 * @example
 * ```ts
 * import { exampleVisitRules } from 'evenhand/schemes';
 * import { parseVisitRules } from 'evenhand/visits';
 *
 * parseVisitRules(exampleVisitRules).notice; // => { workingDays: 3, cite: 'example' }
 * ```
 */
export function parseVisitRules(value: unknown): VisitRules {
  const result = safeParseVisitRules(value);
  if (result.ok) return result.value;
  const list = result.issues.map(({ code, path }) => `${code} at \`${path.join('.')}\``);
  throw new EvenhandError('bad-visit-rules', list.slice(0, 5).join('; '), result.issues);
}

/** The same with what is wrong returned. */
export function safeParseVisitRules(value: unknown): Parsed<VisitRules> {
  const shape = safeParsed(visitRulesSchema, value);
  if (!shape.ok) return shape;
  const rules = shape.value as VisitRules;
  const issues = checkVisitRules(rules);
  return issues.some(({ severity }) => severity === 'error')
    ? { ok: false, issues }
    : { ok: true, value: rules };
}
