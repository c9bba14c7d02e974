import { compareDecimals, xmlDecimal } from '../xmlDecimal.js';

/** What is asked of one input: any of some tests, or none of them. */
export interface UnaryTests {
  readonly tests: readonly UnaryTest[];
  readonly isNegated: boolean;
}

export type UnaryTest =
  | { readonly kind: 'any' }
  | { readonly kind: 'equal'; readonly value: string }
  | {
      readonly kind: 'compare';
      readonly operator: '<' | '<=' | '>' | '>=' | '!=';
      readonly value: string;
    }
  | {
      readonly kind: 'interval';
      readonly low: string;
      readonly high: string;
      readonly lowInside: boolean;
      readonly highInside: boolean;
    };

/** How the values of an input are written: texts in quotes, numbers, or `true` and `false`. */
export type FeelType = 'string' | 'number' | 'boolean';

/** What can be read, for messages. */
export const READABLE = '- | literal | < > <= >= literal | [a..b] | list | not(list)';

/** The tests of an input entry; undefined for what is none of them. */
export function unaryTests(text: string, type: FeelType): UnaryTests | undefined {
  const trimmed = text.trim();
  if (trimmed === '-' || trimmed === '') return { tests: [{ kind: 'any' }], isNegated: false };
  const [, inside] = /^not\s*\(([\s\S]*)\)$/.exec(trimmed) ?? [];
  const tests = splitList(inside ?? trimmed)?.map((part) => oneTest(part.trim(), type));
  if (tests === undefined || tests.includes(undefined)) return undefined;
  return { tests: tests as UnaryTest[], isNegated: inside !== undefined };
}

function oneTest(text: string, type: FeelType): UnaryTest | undefined {
  const value = literal(text, type);
  if (value !== undefined) return { kind: 'equal', value };
  const [, operator, bound = ''] = /^(<=|>=|!=|<|>|=)\s*([\s\S]+)$/.exec(text) ?? [];
  if (operator !== undefined) {
    const against = literal(bound, type);
    if (against === undefined) return undefined;
    if (operator === '=') return { kind: 'equal', value: against };
    if (operator !== '!=' && type !== 'number') return undefined;
    return { kind: 'compare', operator: operator as '<', value: against };
  }
  if (type !== 'number') return undefined;
  const [, open, from = '', to = '', close] = /^([[\](])(.+)\.\.(.+)([[\])])$/.exec(text) ?? [];
  const [low, high] = [literal(from, type), literal(to, type)];
  if (open === undefined || low === undefined || high === undefined) return undefined;
  return { kind: 'interval', low, high, lowInside: open === '[', highInside: close === ']' };
}

/** A literal of a type as its value; undefined for anything else. */
export function literal(text: string, type: FeelType): string | undefined {
  const trimmed = text.trim();
  if (type === 'number') return xmlDecimal(trimmed);
  if (type === 'boolean') return ['true', 'false'].includes(trimmed) ? trimmed : undefined;
  if (!/^"(?:[^"\\]|\\["\\])*"$/.test(trimmed)) return undefined;
  return trimmed.slice(1, -1).replaceAll(/\\(["\\])/g, '$1');
}

/** The parts between commas that stand outside quotes; undefined where a quote has no end. */
export function splitList(text: string): readonly string[] | undefined {
  const parts = text.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  return parts.join(',') === text && text !== '' ? parts : undefined;
}

/** Whether a value passes. */
export function passes({ tests, isNegated }: UnaryTests, value: string, type: FeelType): boolean {
  return tests.some((test) => passesOne(test, value, type)) !== isNegated;
}

function passesOne(test: UnaryTest, value: string, type: FeelType): boolean {
  const order = (bound: string): number =>
    type === 'number' ? compareDecimals(value, bound) : value === bound ? 0 : 1;
  switch (test.kind) {
    case 'any':
      return true;
    case 'equal':
      return order(test.value) === 0;
    case 'interval': {
      const [low, high] = [order(test.low), order(test.high)];
      return (test.lowInside ? low >= 0 : low > 0) && (test.highInside ? high <= 0 : high < 0);
    }
    case 'compare': {
      const at = order(test.value);
      if (test.operator === '!=') return at !== 0;
      if (test.operator === '<') return at < 0;
      if (test.operator === '<=') return at <= 0;
      return test.operator === '>' ? at > 0 : at >= 0;
    }
  }
}

/** Every value some tests name. */
export function valuesIn({ tests }: UnaryTests): readonly string[] {
  return tests.flatMap((test) => {
    if (test.kind === 'any') return [];
    return test.kind === 'interval' ? [test.low, test.high] : [test.value];
  });
}
