import { type NoticeA, type NoticeB, verifyDraw } from 'evenhand/notice';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOfA, frame, honest, sealed } from './forger.js';

type Path = readonly (string | number)[];
type Leaf = { readonly path: Path; readonly value: string | number | boolean };

/** Every value of plain data that is no tree, with the way to it. */
function leavesOf(value: unknown, path: Path = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value } as Leaf];
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A path without its positions, such as `visits[].demands[].item`. */
const kindOf = (path: Path): string =>
  path.map((part) => (typeof part === 'number' ? '[]' : `.${part}`)).join('');

const leaves = leavesOf(honest.b);
const kinds = new Map<string, Leaf[]>();
for (const leaf of leaves) {
  const kind = kindOf(leaf.path);
  kinds.set(kind, [...(kinds.get(kind) ?? []), leaf]);
}

/**
 * What a verification of the notices and the frame can't find: where a firm is. A false district
 * counts only through the inspectors that serve it, and the register, not the notice, says which is
 * true. See docs/notices.md.
 */
const NOT_COMMITTED = ['.visits[].district'];

/** The honest notice B with one leaf changed, and every digest that is not the leaf recomputed. */
function withLeaf({ path }: Leaf, value: unknown): { a: NoticeA; b: NoticeB } {
  const b = structuredClone(honest.b) as NoticeB;
  let at = b as unknown as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) at = at[part] as typeof at;
  at[path.at(-1) as string] = value;
  const own = sealedIfPossible(b);
  const [top] = path as [keyof NoticeB];
  const forced = ['digest', 'result', 'noticeA'].includes(top) ? { [top]: value } : {};
  return { a: honest.a, b: { ...own, ...forced } };
}

/** What is no canonical JSON has no digest; the forger leaves the old ones. */
function sealedIfPossible(b: NoticeB): NoticeB {
  try {
    return sealed({ a: honest.a, b }).b;
  } catch {
    return b;
  }
}

const isFound = (leaf: Leaf, value: unknown): boolean => {
  const { a, b } = withLeaf(leaf, value);
  return !verifyDraw(a, b, { frame, digestOfA }).ok;
};

/** Other values a forger might write: a neighbour's, and one that looks like it. */
function others(leaf: Leaf): fc.Arbitrary<unknown> {
  const { value } = leaf;
  const same = (kinds.get(kindOf(leaf.path)) ?? []).map((one) => one.value);
  const neighbours = [...new Set(same)].filter((one) => one !== value);
  const look: unknown[] =
    typeof value === 'number'
      ? [value + 1, value - 1, 0.5, -1, 2 ** 53]
      : typeof value === 'boolean'
        ? [!value]
        : [
            value.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
            `${value}0`,
            '',
            value.replace(/\d\d$/, '28'),
          ];
  return fc.constantFrom(...neighbours, ...look.filter((one) => one !== value));
}

const committed = leaves.filter(({ path }) => !NOT_COMMITTED.includes(kindOf(path)));

it('has leaves of every part of a notice in the town it mutates', () => {
  const tops = new Set([...kinds.keys()].map((kind) => /^\.(\w+)/.exec(kind)?.[1]));
  expect([...tops].sort()).toEqual(
    Object.keys(honest.b)
      .filter((key) => key !== 'relaxations')
      .sort(),
  );
  for (const kind of ['.visits[].evidence.reference', '.deferred[].item', '.openings[].salt']) {
    expect(kinds.has(kind)).toBe(true);
  }
});

it('finds a change in any leaf of notice B, though every digest is recomputed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...committed).chain((leaf) => fc.tuple(fc.constant(leaf), others(leaf))),
      ([leaf, value]) => isFound(leaf, value),
    ),
    { numRuns: 80 },
  );
});

it.each([...kinds.keys()].filter((kind) => !NOT_COMMITTED.includes(kind)))(
  'finds a change in %s',
  (kind) => {
    const list = kinds.get(kind) as Leaf[];
    const leaf = list[Math.floor(list.length / 2)] as Leaf;
    fc.assert(
      fc.property(others(leaf), (value) => isFound(leaf, value)),
      { numRuns: 2 },
    );
  },
);

it('never throws, whatever stands in the place of any part of a notice', () => {
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(undefined, null, [], {}, '__proto__', Number.NaN),
  );
  const places = [
    ...new Set(leaves.flatMap(({ path }) => path.map((_, i) => path.slice(0, i + 1)))),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...places), junk, fc.boolean(), (path, value, alsoA) => {
      const { a, b } = withLeaf({ path, value: '' }, value);
      const { ok, checks } = verifyDraw(alsoA ? (b as unknown as NoticeA) : a, b, { frame });
      expect(checks.length).toBeGreaterThan(0);
      return ok === checks.every((one) => one.ok);
    }),
    { numRuns: 60 },
  );
});

it('never throws on notices that are cut off, empty, or nested without end', () => {
  const text = JSON.stringify(honest.b);
  const { visits: _, ...cut } = JSON.parse(text) as NoticeB;
  const { checks, skipped } = verifyDraw(honest.a, cut as NoticeB);
  expect(checks).toEqual([
    { check: 'notice-b', ok: false, field: 'B.visits', expected: 'array', found: 'missing-field' },
  ]);
  expect(skipped).toHaveLength(12);
  let scope: unknown = { all: [] };
  for (let i = 0; i < 20_000; i++) scope = { not: scope };
  const deep = { ...honest.a, tasks: honest.a.tasks.map((task) => ({ ...task, scope })) };
  for (const notice of [undefined, null, 0, '', [], {}, text, deep]) {
    expect(verifyDraw(notice as NoticeA, honest.b).ok).toBe(false);
    expect(verifyDraw(honest.a, notice as unknown as NoticeB).ok).toBe(false);
  }
});

it('finds any change in notice A by the digest it was published with', () => {
  const all = leavesOf(honest.a);
  fc.assert(
    fc.property(fc.constantFrom(...all), ({ path, value }) => {
      const a = structuredClone(honest.a) as NoticeA;
      let at = a as unknown as Record<string | number, unknown>;
      for (const part of path.slice(0, -1)) at = at[part] as typeof at;
      at[path.at(-1) as string] = typeof value === 'number' ? value + 1 : `${value}0`;
      const { ok } = verifyDraw(sealed({ a, b: honest.b }).a, honest.b, { digestOfA });
      return !ok;
    }),
    { numRuns: 60 },
  );
});
