import type { Difference } from '../core/firstDifference.js';
import { errorAt } from '../core/issue.js';
import type { Parsed } from '../register/parsed.js';

/**
 * What is wrong with the shape of a stranger's document, as the field that differs.
 *
 * @param side - what its fields are called after, such as `A` or `proof`
 * @param parse - reads it; plain data nested without end breaks even that
 */
export function shapeFinding(side: string, parse: () => Parsed<unknown>): Difference | undefined {
  const parsed = attempted(parse);
  if (parsed.ok) return undefined;
  const { path = [], code = '', params = {} } = parsed.issues[0] ?? {};
  const field = path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}.${part}`),
    side,
  );
  return {
    field,
    expected: String(params['expected'] ?? 'the shape of a notice'),
    found: `${code} ${String(params['given'] ?? '')}`.trim(),
  };
}

function attempted(parse: () => Parsed<unknown>): Parsed<unknown> {
  try {
    return parse();
  } catch (error) {
    return { ok: false, issues: [errorAt('bad-value', [], { given: String(error) })] };
  }
}
