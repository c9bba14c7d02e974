/** A named step of a statement: an entry of its `WITH`. */
export interface Step {
  readonly name: string;
  readonly note: string;
  readonly body: string;
  /** `AS` where left out. */
  readonly as?: string;
}

/**
 * A step out of its lines; a list among them is a list of columns, one on each line.
 */
export function step(
  name: string,
  note: string,
  parts: readonly (string | readonly string[])[],
): Step {
  const body = parts
    .map((part) => (typeof part === 'string' ? part : `  ${part.join(',\n  ')}`))
    .join('\n');
  return { name, note, body };
}

/** A statement out of its steps and what it selects of them. */
export function statement(steps: readonly Step[], select: string, head: readonly string[]): string {
  const entries = steps.map(
    ({ name, note, body, as = 'AS' }) => `-- ${note}\n${name} ${as} (\n${indented(body)}\n)`,
  );
  const comment = head.map((line) => `-- ${line}\n`).join('');
  return `${comment}WITH\n${entries.join(',\n')}\n${select}\n`;
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
