import { EvenhandError } from '../core/error.js';
import { errorAt, type Issue } from '../core/issue.js';

/**
 * Reads a document's text as JSON and finds repeated keys, which `JSON.parse` drops in silence.
 *
 * @returns the value, or what is wrong: `not-json`, `repeated-key`
 */
export function safeParseDocumentText(
  text: string,
): { ok: true; value: unknown } | { ok: false; issues: readonly Issue[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return {
      ok: false,
      issues: [errorAt('not-json', [], { given: error instanceof Error ? error.message : '' })],
    };
  }
  const issues = repeatedKeys(text);
  return issues.length === 0 ? { ok: true, value } : { ok: false, issues };
}

/**
 * Reads a document's text as JSON; a repeated key is an error, never a silent choice.
 *
 * @throws `not-json`, `repeated-key`
 * @example
 * ```ts
 * import { parseDocumentText } from 'evenhand/document';
 *
 * parseDocumentText('{ "id": "a", "from": "2026-01-01" }'); // => { id: 'a', from: '2026-01-01' }
 * ```
 */
export function parseDocumentText(text: string): unknown {
  const result = safeParseDocumentText(text);
  if (result.ok) return result.value;
  const first = result.issues[0] as Issue;
  const what =
    first.code === 'not-json'
      ? `not JSON: ${String(first.params['given'])}`
      : `key \`${String(first.params['given'])}\` stands twice at \`${first.path.join('.')}\``;
  throw new EvenhandError(first.code, what, result.issues);
}

/** Walks the tokens of a text that is known to be JSON. */
function repeatedKeys(text: string): Issue[] {
  const issues: Issue[] = [];
  const open: { keys: Set<string> | undefined; key: string | number }[] = [];
  let expectsKey = false;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g)) {
    const top = open.at(-1);
    if (token === '{' || token === '[') {
      open.push({ keys: token === '{' ? new Set() : undefined, key: 0 });
      expectsKey = token === '{';
    } else if (token === '}' || token === ']') {
      open.pop();
      expectsKey = false;
    } else if (token === ',') {
      expectsKey = top?.keys !== undefined;
      if (top !== undefined && typeof top.key === 'number') top.key++;
    } else if (token === ':') expectsKey = false;
    else if (expectsKey && top?.keys !== undefined) {
      const key = JSON.parse(token) as string;
      top.key = key;
      if (top.keys.has(key)) {
        issues.push(
          errorAt(
            'repeated-key',
            open.map((level) => level.key),
            { given: key },
          ),
        );
      }
      top.keys.add(key);
    }
  }
  return issues;
}
