import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import { referenceOf } from '../document/book.js';
import type { Method } from '../register/nouns.js';
import type { ChecklistItem, ChecklistSource, JointChecklist } from './checklist.js';
import { dutiesOf, mergeByDuties } from './mergeByDuties.js';
import { authoritiesOfScene, type Scene } from './scene.js';
import { commonFrame, joinCitations, scenePartsOn } from './sceneParts.js';
import type { DepartmentStandard } from './standard.js';

/** A joint checklist, or why there is none. */
export type MadeChecklist =
  | { readonly ok: true; readonly checklist: JointChecklist }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * The joint checklist of a scene (一业一单): every department's questions, each asked once.
 *
 * Questions that share a duty of the law are one, directly or through others. Nothing is lost: a line keeps
 * every authority that has it, its own words, every legal duty and every power to check. The question is that
 * of the authority that stands first in the scene; a line is key where one department calls it key.
 *
 * @param scene - names the standards that are merged
 * @param standards - any versions; those in force on the day are taken
 * @param options.version - of the checklist
 * @returns the checklist, in force as long as all it is made of; or `not-in-force`, `two-in-force`,
 * `standard-missing`, `authority-not-in-scene`, `repeated-item`
 * @example
 * ```ts
 * import { jointChecklist } from 'evenhand/scenario';
 * import { cateringEcology, cateringFire, cateringMarket, cateringScene, cateringUrban } from 'evenhand/schemes';
 *
 * const standards = [cateringMarket, cateringFire, cateringUrban, cateringEcology];
 * const made = jointChecklist(cateringScene, standards, { on: '2026-03-02', version: '2026-1' });
 * if (!made.ok) throw new Error();
 * const asked = standards.flatMap(({ items }) => items).length;
 * [asked, made.checklist.items.length]; // => [16, 12]
 * made.checklist.items.find(({ id }) => id === 'market/gas-alarm')?.authorities; // => ['market', 'fire', 'urban']
 * ```
 */
export function jointChecklist(
  scene: Scene,
  standards: readonly DepartmentStandard[],
  options: { readonly on: Day; readonly version: string },
): MadeChecklist {
  requireArgument('jointChecklist', 'scene', scene, 'object');
  requireArgument('jointChecklist', 'standards', standards, 'array');
  requireArgument('jointChecklist', 'options', options, { on: 'string' });
  const parts = scenePartsOn(scene, standards, options.on);
  if (parts.issues.length > 0) return { ok: false, issues: parts.issues };
  const documents = [scene, ...parts.standards];
  const { citations, provisionOf } = joinCitations(documents);
  const sources = parts.standards.flatMap(({ id, version, authority, items }, i) =>
    items.map((item): ChecklistSource => {
      const { id: name, question, rank, methods, duties, powers = [], measure } = item;
      return {
        authority,
        standard: `${id}@${version}`,
        item: name,
        question,
        rank,
        methods,
        duties: duties.map((one) => provisionOf(i + 1, one)),
        powers: powers.map((one) => provisionOf(i + 1, one)),
        ...(measure === undefined ? {} : { measure }),
      };
    }),
  );
  const items = mergeByDuties(sources).map((group) => lineOf(scene, group));
  const { title } = scene;
  return {
    ok: true,
    checklist: {
      schema: 'evenhand/checklist/1',
      kind: 'checklist',
      method: 'joint-checklist/1',
      id: `${scene.id}-checklist`,
      version: options.version,
      ...(title === undefined ? {} : { title }),
      ...commonFrame(documents),
      citations,
      untranslated: [],
      scene: referenceOf(scene),
      standards: parts.standards.map(referenceOf),
      lead: scene.lead,
      partners: scene.partners,
      items,
    },
  };
}

function lineOf(scene: Scene, sources: readonly ChecklistSource[]): ChecklistItem {
  const [first] = sources as readonly [ChecklistSource, ...ChecklistSource[]];
  const authorities = [...new Set(sources.map(({ authority }) => authority))];
  const laws = new Set(sources.flatMap(({ duties }) => duties.map(({ law }) => law)));
  const named = scene.checkedBy?.find(
    ({ law, authority }) => laws.has(law) && authorities.includes(authority),
  );
  const methods = new Set<Method>(sources.flatMap((one) => one.methods));
  return {
    id: `${first.authority}/${first.item}`,
    question: first.question,
    rank: sources.some(({ rank }) => rank === 'key') ? 'key' : 'general',
    authorities,
    checkedBy: named?.authority ?? firstOf(scene, authorities),
    methods: [...methods],
    duties: dutiesOf(sources),
    sources,
  };
}

/** Of some authorities the one that stands first in the scene. */
export function firstOf(
  scene: Pick<Scene, 'lead' | 'partners'>,
  authorities: readonly string[],
): string {
  return authoritiesOfScene(scene).find((one) => authorities.includes(one)) as string;
}
