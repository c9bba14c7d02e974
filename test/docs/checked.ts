import ts from 'typescript';

/** A claim at the end of a statement: `// => value`, or `// throws 'code'`. */
const CLAIM = /^\/\/ (=>|throws) (.+)$/;

/**
 * The code of a fence with its claims made checks: `expression; // => value` is compared, and
 * `expression; // throws 'code'` has to throw that code. A statement may run over several lines, and
 * no line moves, so a failure points at the line of the page.
 */
export function checked(code: string): string {
  const source = ts.createSourceFile('fence.ts', code, ts.ScriptTarget.ES2022, true);
  let claims = 0;
  let result = '';
  let at = 0;
  for (const statement of source.statements) {
    const claim = claimAfter(code, statement);
    if (claim === undefined) continue;
    if (!ts.isExpressionStatement(statement)) {
      throw new Error(`a claim needs an expression before it: ${statement.getText()}`);
    }
    const text = statement.expression.getText();
    result += code.slice(at, statement.getStart()) + check(text, claim);
    at = statement.end;
    claims++;
  }
  const written = code.match(/\/\/ (?:=>|throws) /g)?.length ?? 0;
  if (written !== claims) throw new Error(`${written - claims} of ${written} claims stand alone`);
  return result + code.slice(at);
}

function claimAfter(code: string, { end }: ts.Statement): RegExpMatchArray | undefined {
  const comment = ts.getTrailingCommentRanges(code, end)?.[0];
  if (comment === undefined) return undefined;
  return code.slice(comment.pos, comment.end).match(CLAIM) ?? undefined;
}

function check(expression: string, [, kind, value = '']: RegExpMatchArray): string {
  return kind === '=>'
    ? `expect(${expression}).toEqual(${value});`
    : `expect(() => ${expression}).toThrow(expect.objectContaining({ code: ${value} }));`;
}
