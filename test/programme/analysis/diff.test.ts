import { describe, expect, it } from 'vitest';
import { both, DIRECTIONS, reversed } from '../../../src/programme/analysis/change.js';
import { diffDocuments } from '../../../src/programme/analysis/diffDocuments.js';
import type { ProgrammeDocument } from '../../../src/programme/programme.js';
import { exampleCredit } from '../../../src/schemes/exampleCredit.js';
import { exampleMatrix } from '../../../src/schemes/exampleMatrix.js';
import { exampleRisk } from '../../../src/schemes/exampleRisk.js';
import { exampleSampling } from '../../../src/schemes/exampleSampling.js';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import { compileScheme, schemeAt } from '../../../src/scoring/compile.js';
import { evaluate } from '../../../src/scoring/evaluate.js';
import type { Scheme } from '../../../src/scoring/scheme.js';
import { questions } from './base.js';

const way = (a: unknown, b: unknown, options = {}) => {
  const diff = diffDocuments(a as ProgrammeDocument, b as ProgrammeDocument, options);
  return [
    diff.direction,
    ...diff.changes.map(({ path, direction }) => `${path.join('.')} ${direction}`),
  ];
};
const small = questions(
  [10, 20],
  [
    [0, 10],
    [0, 5, 10],
  ],
);
const cite = 'doc';

describe('two versions of a scheme', () => {
  it('are alike where only words changed', () => {
    expect(way(small, { ...small, version: '2', untranslated: ['more'] })).toEqual([
      ...['neutral', 'version neutral', 'untranslated neutral'],
    ]);
  });

  it('are alike where a cap asks for the same scales in another order', () => {
    const { eligible } = twoInspections;
    const levels = eligible.levels?.toReversed() ?? [];
    expect(levels).toHaveLength(2);
    const turned = { ...twoInspections, eligible: { ...eligible, levels } };
    expect(way(twoInspections, turned)).toEqual(['neutral', 'eligible.levels neutral']);
  });

  it('name another order of their overrides, which act on each other’s levels', () => {
    const [first, ...others] = exampleCredit.overrides ?? [];
    const turned = { ...exampleCredit, overrides: [...others, first] };
    const [, ...changes] = way(exampleCredit, turned);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatch(/^overrides /);
    expect(way(exampleCredit, { ...exampleCredit, overrides: others }).slice(1)).toEqual([
      expect.stringMatching(/^overrides\.0 /),
    ]);
  });

  it('are stricter by an edge that came down, with an entity the two rate differently', () => {
    const after = questions(
      [5, 20],
      [
        [0, 10],
        [0, 5, 10],
      ],
    );
    expect(way(small, after)).toEqual(['stricter', 'bands stricter']);
    const { counterexample } = diffDocuments(small, after);
    const level = (scheme: Scheme) => {
      const score = evaluate(
        schemeAt(compileScheme(scheme), '2026-01-01'),
        counterexample as never,
      );
      return 'level' in score ? score.level : undefined;
    };
    expect([level(small), level(after)]).toEqual([0, 1]);
  });

  it('are alike where an edge moved between totals nobody has', () => {
    expect(way(questions([6, 20], [[0, 10]]), questions([8, 20], [[0, 10]]))).toEqual([
      'neutral',
      'bands neutral',
    ]);
  });

  it('are mixed where some rise and some fall, with an entity for each', () => {
    const after = questions(
      [5, 25],
      [
        [0, 10],
        [0, 5, 10],
      ],
    );
    const diff = diffDocuments(small, after);
    expect(diff.direction).toBe('mixed');
    expect([diff.counterexample, diff.against].every((one) => one !== undefined)).toBe(true);
  });

  it('say which way the points of a term go', () => {
    const crowd = (points: string) => ({
      ...exampleRisk,
      terms: exampleRisk.terms.map((term) =>
        term.kind === 'bins' && term.id === 'crowd'
          ? { ...term, bins: [{ points: '0' }, { from: 50, points }, { from: 300, points: '8' }] }
          : term,
      ),
    });
    expect(way(exampleRisk, crowd('6'), { limit: 1000 })).toEqual(['stricter', 'terms.2 stricter']);
    expect(way(exampleRisk, crowd('1'), { limit: 1000 })).toEqual(['looser', 'terms.2 looser']);
  });

  it('say which way events, ends and the start go, and what is undecided', () => {
    const penalties = (change: object) => ({
      ...exampleCredit,
      terms: exampleCredit.terms.map((term) =>
        term.id === 'penalties' ? { ...term, ...change } : term,
      ),
    });
    const [first] = exampleCredit.terms;
    const effects =
      first?.kind === 'events' ? first.effects.map((one) => ({ ...one, points: '-50' })) : [];
    expect(way(exampleCredit, penalties({ effects }))[1]).toBe('terms.0 stricter');
    expect(way(exampleCredit, penalties({ min: '-10' }))[1]).toBe('terms.0 looser');
    expect(way(exampleCredit, penalties({ window: { years: 5 } }))[1]).toBe('terms.0 undecided');
    expect(way(exampleCredit, { ...exampleCredit, start: '90' })[1]).toBe('start stricter');
    const parts = exampleCredit.parts?.map((part) =>
      part.id === 'honesty' ? { ...part, max: '20' } : part,
    );
    expect(way(exampleCredit, { ...exampleCredit, parts })[1]).toBe('parts.1 looser');
    const overrides = exampleCredit.overrides?.slice(1);
    expect(way(exampleCredit, { ...exampleCredit, overrides })).toContain('overrides.0 undecided');
  });

  it('judge an override by the answers to everybody', () => {
    const override = {
      ...{ id: 'o', when: { field: 'q0', eq: 10 }, effect: { set: 'high' } },
      ...{ reason: { zh: '原因', en: 'why' }, cite },
    };
    expect(way(small, { ...small, overrides: [override] })).toEqual([
      'stricter',
      'overrides.0 stricter',
    ]);
    expect(way({ ...small, overrides: [override] }, small)).toEqual([
      'looser',
      'overrides.0 looser',
    ]);
  });

  it('stay undecided where not everybody can be tried', () => {
    const { bands: _, ...rest } = small;
    const gates = [
      { level: 'low', all: [{ field: 'total', lt: 5 }], cite },
      { level: 'high', cite },
    ];
    const other = [
      { level: 'low', all: [{ field: 'total', lt: 9 }], cite },
      { level: 'high', cite },
    ];
    expect(way({ ...rest, gates }, { ...rest, gates: other })).toEqual(['looser', 'gates looser']);
    expect(way({ ...rest, gates }, { ...rest, gates: other }, { limit: 3 })[0]).toBe('undecided');
  });
});

describe('two versions of other documents', () => {
  const cell = (change: object) => ({
    ...exampleMatrix,
    cells: {
      ...exampleMatrix.cells,
      low: { ...exampleMatrix.cells.low, C: { ...exampleMatrix.cells.low.C, ...change } },
    },
  });

  it.each([
    [{ ratio: '20%' }, 'stricter'],
    [{ ratio: '1%' }, 'looser'],
    [{ frequency: { visits: 2, months: 12 } }, 'stricter'],
    [{ tier: 'I' }, 'looser'],
    [{ cap: { census: 1 } }, 'looser'],
    [{ method: 'written' }, 'looser'],
    [{ content: 'all-items' }, 'stricter'],
    [{ content: 'key-items' }, 'undecided'],
    [{ ratio: '20%', tier: 'I' }, 'mixed'],
  ])('a cell with %j is %s', (change, direction) => {
    expect(way(exampleMatrix, cell(change))).toEqual([direction, `cells.low.C ${direction}`]);
  });

  it.each<[object, string]>([
    [{ limits: twoInspections.limits.map((one) => ({ ...one, unit: { visits: 0 } })) }, 'looser'],
    [{ limits: twoInspections.limits.slice(1) }, 'stricter'],
    [{ exceptions: [] }, 'looser'],
    [{ precedence: ['for-cause', 'cap', 'duty'] }, 'looser'],
    [{ eligible: {} }, 'looser'],
    [{ sunset: '2027-12-31' }, 'stricter'],
    [
      {
        eligible: {
          levels: twoInspections.eligible.levels?.map((one) => ({ ...one, levels: [] })),
        },
      },
      'stricter',
    ],
  ])('a cap with %j is %s', (change, direction) => {
    expect(way(twoInspections, { ...twoInspections, ...change })[0]).toBe(direction);
    expect(way({ ...twoInspections, ...change }, twoInspections)[0]).toBe(
      reversed(direction as 'looser'),
    );
  });

  it('a draw with another share or list', () => {
    const [first, ...rest] = exampleSampling.recency;
    const recency = [{ ...first, multiplier: '1/2' }, ...rest];
    expect(way(exampleSampling, { ...exampleSampling, recency })[0]).toBe('looser');
    expect(way(exampleSampling, { ...exampleSampling, certain: [] })[0]).toBe('looser');
    expect(way(exampleSampling, { ...exampleSampling, substitutes: 9 })[0]).toBe('neutral');
  });

  it('are refused where they are of two kinds', () => {
    expect(() => way(exampleMatrix, exampleRisk)).toThrow('cannot be compared');
  });
});

describe('directions', () => {
  it('together do not hang on their order', () => {
    for (const a of DIRECTIONS) {
      expect(both(a, a)).toBe(a);
      for (const b of DIRECTIONS) expect(both(a, b)).toBe(both(b, a));
    }
  });
});
