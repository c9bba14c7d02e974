import * as fc from 'fast-check';
import type { Citation } from '../../document/document.js';
import type { Scene } from '../../scenario/scene.js';
import type {
  DepartmentStandard,
  Obligation,
  Provision,
  StandardItem,
} from '../../scenario/standard.js';

/** A scene and what its departments ask. */
export interface SceneToMerge {
  readonly scene: Scene;
  readonly standards: readonly DepartmentStandard[];
}

const AUTHORITIES = ['market', 'fire', 'urban', 'ecology', 'police'] as const;
const title = { zh: '示例', en: 'example' };
const common = { version: '1', from: '2026-01-01', status: 'example', untranslated: [] } as const;

/**
 * Departments' lists that overlap: few laws with few articles, so that questions share duties directly,
 * through others, within one department, and not at all; powers that many share and that join nothing.
 *
 * @example
 * ```ts
 * import { jointChecklist } from 'evenhand/scenario';
 * import { arbitraryScene } from 'evenhand/testing';
 * import * as fc from 'fast-check';
 *
 * const [one] = fc.sample(arbitraryScene(), { seed: 1, numRuns: 1 });
 * const made = one && jointChecklist(one.scene, one.standards, { on: '2026-03-02', version: '1' });
 * made?.ok; // => true
 * ```
 */
export function arbitraryScene(): fc.Arbitrary<SceneToMerge> {
  return fc
    .record({
      authorities: fc.shuffledSubarray([...AUTHORITIES], { minLength: 1 }),
      articles: fc.integer({ min: 1, max: 12 }),
      split: fc.boolean(),
    })
    .chain(({ authorities, articles, split }) => {
      const owners = split ? [...authorities, authorities[0] as string] : authorities;
      return fc
        .tuple(...owners.map((authority, i) => standardOf(authority, i, articles)))
        .chain((standards) =>
          fc
            .shuffledSubarray(standards, { minLength: standards.length })
            .map((given) => ({ scene: sceneOf(authorities, standards), standards: given })),
        );
    });
}

function standardOf(
  authority: string,
  place: number,
  articles: number,
): fc.Arbitrary<DepartmentStandard> {
  const citations: Citation[] = ['a', 'b', 'c'].map((id) => ({
    id,
    // Some citations are the same in every standard, others a department's own.
    title: id === 'a' ? 'law' : `law ${id} of ${authority}`,
    confidence: 'example',
  }));
  const provision: fc.Arbitrary<Provision> = fc.record({
    law: fc.constantFrom('law', 'law-1'),
    article: fc.nat({ max: articles }).map((n) => `${n}`),
    cite: fc.constantFrom('a', 'b', 'c'),
  });
  const text = fc
    .constantFrom('是否合规', '是否正常')
    .map((zh) => ({ zh, en: `in order? ${zh.length}` }));
  const item: fc.Arbitrary<Omit<StandardItem, 'id'>> = fc.record(
    {
      question: text,
      rank: fc.constantFrom('general', 'general', 'key'),
      methods: fc.subarray(['on-site', 'written', 'off-site', 'network'], { minLength: 1 }),
      duties: fc.array(provision, { minLength: 1, maxLength: 3 }),
      powers: fc.array(provision, { minLength: 1, maxLength: 2 }),
      measure: text,
    },
    { requiredKeys: ['question', 'rank', 'methods', 'duties'] },
  );
  const obligation: fc.Arbitrary<Omit<Obligation, 'id'>> = fc.record({
    chapter: fc.constantFrom('one', 'two'),
    title: text,
    text,
    duties: fc.array(provision, { minLength: 1, maxLength: 3 }),
  });
  return fc
    .tuple(fc.array(item, { maxLength: 6 }), fc.array(obligation, { maxLength: 4 }))
    .map(([items, obligations]): DepartmentStandard => {
      const named = <T>(all: readonly T[], letter: string): (T & { id: string })[] =>
        all.map((one, i) => ({ ...one, id: `${letter}${place}-${i}` }));
      return {
        schema: 'evenhand/standard/1',
        kind: 'standard',
        id: `standard-${place}`,
        ...common,
        authority,
        name: title,
        citations,
        items: named(items, 'i') as StandardItem[],
        obligations: named(obligations, 'o'),
      };
    });
}

function sceneOf(authorities: readonly string[], standards: readonly DepartmentStandard[]): Scene {
  const [lead, ...partners] = authorities as readonly [string, ...string[]];
  return {
    schema: 'evenhand/scene/1',
    kind: 'scene',
    id: 'scene',
    ...common,
    title,
    citations: [{ id: 'example', title: 'made up', confidence: 'example' }],
    scope: { all: [] },
    lead,
    partners,
    standards: standards.map(({ id }) => id),
    chapters: [
      { id: 'one', title },
      { id: 'two', title },
    ],
    checkedBy: [{ law: 'law-1', authority: authorities.at(-1) as string, cite: 'example' }],
  };
}
