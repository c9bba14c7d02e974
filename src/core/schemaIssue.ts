import type { Issue, IssueParam } from './issue.js';

/** What this reads of a zod issue, so that `core` does not carry zod. */
interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly expected?: unknown;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly errors?: readonly (readonly SchemaIssue[])[];
  /** The field that tells which branch of a union is meant. */
  readonly discriminator?: string | undefined;
}

/**
 * A schema's findings as issues with this library's codes: `missing-field`, `unknown-field`,
 * `wrong-type`, `not-one-of`, `bad-value`, or the code a refinement names in `params.code`.
 */
export function schemaIssues(found: readonly SchemaIssue[]): Issue[] {
  return found.flatMap((issue) => oneIssue(issue, []));
}

function oneIssue(issue: SchemaIssue, prefix: Issue['path']): Issue[] {
  const path = [...prefix, ...issue.path.map((part) => (typeof part === 'symbol' ? '' : part))];
  const error = (code: string, params: Issue['params']): Issue[] => [
    { code, severity: 'error', path, params },
  ];
  const given = shown(issue.input);
  switch (issue.code) {
    case 'unrecognized_keys':
      return (issue.keys ?? []).map((key) => ({
        code: 'unknown-field',
        severity: 'error' as const,
        path: [...path, key],
        params: { given: key },
      }));
    case 'invalid_type':
      return issue.input === undefined
        ? error('missing-field', { expected: String(issue.expected) })
        : error('wrong-type', { given, expected: String(issue.expected) });
    case 'invalid_value':
      return issue.input === undefined
        ? error('missing-field', { expected: (issue.values ?? []).map(String).join(' | ') })
        : error('not-one-of', { given, expected: (issue.values ?? []).map(String) });
    case 'invalid_union': {
      if (issue.input === undefined) return error('missing-field', { expected: issue.message });
      if (issue.discriminator !== undefined) return unknownKind(issue, issue.discriminator, path);
      // The branch that went furthest is the one its author meant.
      const branches = (issue.errors ?? []).map((branch) =>
        branch.flatMap((i) => oneIssue(i, path)),
      );
      const best = branches.sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
      return best !== undefined && depth(best) > path.length
        ? best
        : error('bad-value', { given, expected: issue.message });
    }
    case 'custom': {
      const { code, ...params } = issue.params ?? {};
      if (typeof code === 'string') {
        return error(code, { given, ...(params as Record<string, IssueParam>) });
      }
      return error('bad-value', { given, expected: issue.message });
    }
    default:
      return error('bad-value', { given, expected: issue.message });
  }
}

/** A union told apart by one field, whose value names none of its branches. */
function unknownKind({ input, message }: SchemaIssue, field: string, path: Issue['path']): Issue[] {
  const value = (input as Readonly<Record<string, unknown>>)[field];
  const expected = [...message.matchAll(/'([^']*)'/g)].map(([, name]) => name as string);
  const code = value === undefined ? 'missing-field' : 'not-one-of';
  const params =
    value === undefined ? { expected: expected.join(' | ') } : { given: shown(value), expected };
  return [{ code, severity: 'error', path, params }];
}

const depth = (issues: readonly Issue[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length));

function shown(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
