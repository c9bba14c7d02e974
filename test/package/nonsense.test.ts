import { isEvenhandError } from 'evenhand/core';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

/** What a program in plain JavaScript may pass by mistake, in the place of every argument. */
const nonsense: readonly (readonly [name: string, given: readonly unknown[]])[] = [
  ['nothing', []],
  ...(
    [
      ['undefined', undefined],
      ['null', null],
      ['a text', 'x'],
      ['a number', 42],
      ['no number', Number.NaN],
      ['a boolean', true],
      ['a function', () => undefined],
      ['an empty list', []],
      ['a list of nothing', [null]],
      ['a list of texts', ['x']],
      ['a list of empty objects', [{}]],
      ['an empty object', {}],
      ['an object without prototype', Object.create(null)],
    ] as const
  ).map(([name, one]) => [name, [one, one, one, one, one]] as const),
];

const comparator = 'a comparator, called at each step of a sort';
const perRow =
  'asked of each row or event of a register, in less time than the question would take';

/** The functions that may throw what the engine throws, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  EvenhandError: 'a class, which is made with `new`',
  compareBytes: comparator,
  compareTickets: comparator,
  goesBefore: comparator,
  holds: perRow,
  fieldOf: perRow,
  isEffective: perRow,
  isStep: perRow,
  isLive: perRow,
  authoritiesOf: perRow,
};

const rooms = Object.keys(packageJson.exports)
  .filter((path) => path.startsWith('./') && !['./package.json', './cli'].includes(path))
  .map((path) => path.slice(2));

const exported = new Map<unknown, string>();
for (const room of rooms) {
  const names: Readonly<Record<string, unknown>> = await import(`../../src/${room}/index.ts`);
  for (const [name, value] of Object.entries(names)) {
    if (typeof value === 'function' && !exported.has(value)) exported.set(value, name);
  }
}

describe('what is no argument at all', () => {
  it('is told by every public function but those that say why not', async () => {
    const raw: Record<string, string> = {};
    for (const [call, name] of exported) {
      for (const [what, given] of nonsense) {
        const error = await thrownBy(call as Call, given);
        if (isEvenhandError(error) || !engines.some((one) => error instanceof one)) continue;
        raw[name] = name in exceptions ? (exceptions[name] as string) : `${what}: ${String(error)}`;
        break;
      }
    }
    expect(raw).toEqual(exceptions);
  }, 60_000);
});

/** What the engine throws; a generator's own words are its library's. */
const engines = [TypeError, RangeError, SyntaxError, ReferenceError];

type Call = (...given: readonly unknown[]) => unknown;

/** What a call throws, at once, later, or while its answer is gone through. */
async function thrownBy(call: Call, given: readonly unknown[]): Promise<unknown> {
  try {
    const answer = await call(...given);
    if (typeof (answer as Iterator<unknown> | undefined | null)?.next !== 'function')
      return undefined;
    let rows = 0;
    for (const _ of answer as Iterable<unknown>) if (++rows > 100) break;
    return undefined;
  } catch (error) {
    return error;
  }
}
