import { type Condition, fieldsOf, holds } from '../register/condition.js';
import { type CompiledInput, checkInput } from './inputs.js';
import type { View } from './view.js';

/** The declared inputs a condition asks for, each once. */
export function readsOf(
  condition: Condition,
  inputs: ReadonlyMap<string, CompiledInput>,
): readonly CompiledInput[] {
  return [...new Set(fieldsOf(condition))].flatMap((field) => inputs.get(field) ?? []);
}

/** Notes every fact outside its domain, which a condition alone would take for a plain no. */
export function checkReads(reads: readonly CompiledInput[], view: View): void {
  for (const input of reads) checkInput(input, view);
}

/** The first fact for want of which a condition has no answer. */
export function missingField(condition: Condition, { subject, asOf }: Asked): string {
  if ('field' in condition) return condition.field;
  if ('not' in condition) return missingField(condition.not, { subject, asOf });
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  const part = parts.find((one) => holds(one, subject, asOf) === 'missing');
  return part === undefined ? '' : missingField(part, { subject, asOf });
}

type Asked = Pick<View, 'subject' | 'asOf'>;
