import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/day.js';
import { analyze } from '../../../src/programme/analysis/analyze.js';
import { hkDemeritPoints } from '../../../src/schemes/hkDemeritPoints.js';
import { iso2859 } from '../../../src/schemes/lotSampling.js';
import { climb } from '../../../src/scoring/constructs/climb.js';
import type { Ladder, Trigger } from '../../../src/scoring/constructs/ladder.js';
import { base } from './base.js';

const STATES = ['a', 'b', 'c'];
const cite = 'doc';

/** A scheme whose level is the state of a ladder of three states and two outcomes. */
const schemeOf = (transitions: Ladder['transitions']) => ({
  ...base,
  scale: { id: 's', levels: STATES, worse: 'last' },
  inputs: {},
  terms: [],
  levelFrom: 'ladder',
  values: [
    {
      ...{ kind: 'ladder', id: 'ladder', start: 'a', cite },
      outcomes: [{ event: 'x' }, { event: 'y' }],
      states: STATES.map((id) => ({ id })),
      counters: [{ id: 'n', add: { x: 2, y: 0 } }],
      transitions,
    } as const,
  ],
});

/** Every state and step that histories of up to five outcomes come to, a day or two years apart. */
function comeTo(ladder: Ladder): { states: Set<string>; steps: Set<string> } {
  const states = new Set([ladder.start]);
  const steps = new Set<string>();
  const visit = (events: readonly { kind: string; on: string }[], left: number): void => {
    const asOf = events.at(-1)?.on ?? '2026-01-01';
    for (const wait of [0, 1500]) {
      const history = climb(ladder, {
        subject: {
          facts: {},
          lists: [],
          events: events.map((one, i) => ({ ...one, id: `e${i}`, source: 'test' })),
        },
        asOf: addDays(asOf, wait),
        inputs: new Map(),
        issues: [],
      });
      history.forEach(({ state }, i) => {
        states.add(state);
        if (i > 0) steps.add(`${history[i - 1]?.state} → ${state}`);
      });
    }
    if (left === 0) return;
    for (const kind of ['x', 'y']) {
      for (const gap of [1, 700]) visit([...events, { kind, on: addDays(asOf, gap) }], left - 1);
    }
  };
  visit([], 4);
  return { states, steps };
}

const outcomes = fc.constantFrom(['x'], ['y'], ['x', 'y']);
const few = fc.integer({ min: 1, max: 3 });
const trigger: fc.Arbitrary<Trigger> = fc.oneof(
  fc.record({ run: fc.record({ of: outcomes, count: few }) }),
  fc.record({ last: outcomes }),
  fc.record({ countLast: fc.record({ of: outcomes, window: few, atLeast: few }) }),
  fc.record({ inState: fc.record({ of: outcomes, count: few }) }),
  fc.record({ counter: fc.constant('n'), atLeast: few }),
  fc.record({ quiet: fc.record({ years: few }) }),
  fc.record({ after: fc.record({ years: few }) }),
);
const steps = fc.array(
  fc.record({
    from: fc.constantFrom(...STATES, '*'),
    when: trigger,
    to: fc.constantFrom(...STATES),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('the analysis of a ladder', () => {
  it('never says that what some history comes to is never come to', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const ways = STATES.map((from) => ({ from, when: { last: ['y'] }, to: 'a' }));
        const scheme = schemeOf([...list, ...ways.slice(1), { ...ways[0], to: 'b' } as never]);
        const { states, steps: taken } = comeTo(scheme.values[0] as Ladder);
        const found = analyze(scheme);
        const closed = found
          .filter(({ code }) => code === 'level-unreachable' || code === 'state-unreachable')
          .map(({ params }) => String(params['given']));
        expect(closed.filter((state) => states.has(state))).toEqual([]);
        // A step is named by its ends: where no other has the same ones, it was never taken.
        const all = scheme.values[0]?.transitions.map(({ from, to }) => `${from} → ${to}`) ?? [];
        const never = found
          .filter(({ code }) => code === 'transition-never')
          .map(({ params }) => String(params['given']))
          .filter((step) => all.filter((one) => one === step).length === 1 && !step.startsWith('*'))
          .filter((step) => !all.includes(`* → ${step.slice(-1)}`));
        expect(never.filter((step) => taken.has(step))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  const back = { from: 'b', when: { last: ['y'] }, to: 'a' } as const;
  it.each<[string, Trigger, Trigger]>([
    [
      'more of a kind than the window holds',
      { last: ['x'] },
      { countLast: { of: ['y'], window: 2, atLeast: 3 } },
    ],
    [
      'a longer run than one that is taken before',
      { run: { of: ['x', 'y'], count: 2 } },
      { run: { of: ['x'], count: 3 } },
    ],
    ['more of a kind than the first of it', { last: ['x'] }, { inState: { of: ['x'], count: 2 } }],
    [
      'a higher count than one that is taken before',
      { counter: 'n', atLeast: 2 },
      { counter: 'n', atLeast: 4 },
    ],
  ])('names a step that waits for %s, and the state behind it', (_, first, second) => {
    const scheme = schemeOf([
      { from: 'a', when: first, to: 'b' },
      { from: 'a', when: second, to: 'c' },
      back,
      { from: 'c', when: { last: ['x'] }, to: 'a' },
    ]);
    const found = analyze(scheme).map(({ code, path }) => `${code} ${path.join('.')}`);
    expect(found).toEqual([
      'level-unreachable scale.levels.2',
      'transition-never values.0.transitions.1',
      'transition-never values.0.transitions.3',
      'state-unreachable values.0.states.2',
    ]);
  });

  it('names a counter nothing adds to', () => {
    const scheme = schemeOf([
      { from: 'a', when: { last: ['x'] }, to: 'b' },
      back,
      { from: 'b', when: { counter: 'n', atLeast: 1 }, to: 'c' },
      { from: 'c', when: { last: ['x'] }, to: 'a' },
    ]);
    const [ladder] = scheme.values;
    const idle = { ...scheme, values: [{ ...ladder, counters: [{ id: 'n', add: { x: 0 } }] }] };
    expect(analyze(scheme)).toEqual([]);
    expect(analyze(idle).map(({ code }) => code)).toContain('transition-never');
  });

  it('finds every step of the published ladders taken, and every level come to', () => {
    const codes = [iso2859, hkDemeritPoints].flatMap((one) => analyze(one).map(({ code }) => code));
    expect(codes.filter((code) => code !== 'citation-unused')).toEqual([]);
  });
});
