import { requireArgument } from './argument.js';
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
  /** Of a union told apart by one field: which, and what it may be. */
  readonly discriminator?: string | undefined;
  readonly options?: readonly unknown[] | undefined;
  readonly origin?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
  readonly inclusive?: boolean | undefined;
  readonly pattern?: string | undefined;
  readonly issues?: readonly SchemaIssue[];
}

/**
 * A schema's findings as issues with this library's codes: `missing-field`, `unknown-field`,
 * `wrong-type`, `not-one-of`, `bad-value`, or the code a refinement names in `params.code`. A parameter that is
 * a function is asked what it says of the value.
 */
export function schemaIssues(found: readonly SchemaIssue[]): Issue[] {
  requireArgument('schemaIssues', 'found', found, [{ path: 'array' }]);
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
        ? error('missing-field', { expected: typeName(issue.expected) })
        : error('wrong-type', { given, expected: typeName(issue.expected) });
    case 'invalid_value':
      return issue.input === undefined
        ? error('missing-field', { expected: (issue.values ?? []).map(String).join(' | ') })
        : error('not-one-of', { given, expected: (issue.values ?? []).map(String) });
    case 'invalid_union': {
      if (issue.options !== undefined) {
        const kind = (issue.input as Readonly<Record<string, unknown>>)[issue.discriminator ?? ''];
        const expected = issue.options.map(String);
        return kind === undefined
          ? error('missing-field', { expected: expected.join(' | ') })
          : error('not-one-of', { given: shown(kind), expected });
      }
      if (issue.input === undefined) return error('missing-field', { expected: expectedOf(issue) });
      // The branch that went furthest is the one its author meant.
      const branches = (issue.errors ?? []).map((branch) =>
        branch.flatMap((i) => oneIssue(i, path)),
      );
      const best = branches.sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
      return best !== undefined && depth(best) > path.length
        ? best
        : error('bad-value', { given, expected: expectedOf(issue) });
    }
    case 'custom': {
      const { code, ...params } = issue.params ?? {};
      if (typeof code === 'string') {
        return error(code, { given, ...paramsOf(params, issue.input) });
      }
      return error('bad-value', { given, expected: expectedOf(issue) });
    }
    default:
      return error('bad-value', { given, expected: expectedOf(issue) });
  }
}

/** What a refinement says of a value; what hangs on the value is asked for. */
function paramsOf(params: Readonly<Record<string, unknown>>, input: unknown): Issue['params'] {
  const entries = Object.entries(params).map(([name, param]) => [
    name,
    typeof param === 'function' ? param(input) : param,
  ]);
  return Object.fromEntries(entries) as Record<string, IssueParam>;
}

/** What was expected in signs that need no language; a schema's own words only where it has some. */
function expectedOf(issue: SchemaIssue): string {
  const { code, message, origin, minimum, maximum, inclusive, pattern, errors, issues } = issue;
  if (!OWN_WORDS.test(message)) return message;
  const of = origin === 'string' || origin === 'array' || origin === 'set' ? 'length ' : '';
  const sign = inclusive === false ? '' : '=';
  if (code === 'too_small' && minimum !== undefined) return `${of}>${sign} ${minimum}`;
  if (code === 'too_big' && maximum !== undefined) return `${of}<${sign} ${maximum}`;
  if (pattern !== undefined) return pattern;
  if (issues?.[0] !== undefined) return expectedOf(issues[0]);
  const types = (errors ?? []).flat().filter(({ path }) => path.length === 0);
  return [...new Set(types.flatMap(({ expected }) => typeName(expected) || []))].join(' | ');
}

/** How the schema library begins what it says of itself, in English only. */
const OWN_WORDS = /^(?:Invalid|Too (?:small|big)|Unrecognized)/;

const typeName = (expected: unknown): string =>
  expected === undefined ? '' : expected === 'int' ? 'integer' : String(expected);

const depth = (issues: readonly Issue[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length));

function shown(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
