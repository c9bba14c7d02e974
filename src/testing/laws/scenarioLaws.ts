import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import type { JointChecklist } from '../../scenario/checklist.js';
import { handbookOf } from '../../scenario/handbook.js';
import { jointChecklist } from '../../scenario/jointChecklist.js';
import { jointVisit } from '../../scenario/jointVisit.js';
import type { Scene } from '../../scenario/scene.js';
import type { DepartmentStandard } from '../../scenario/standard.js';
import { arbitraryScene } from '../arbitraries/standards.js';
import { checklistFault } from './checklistChecks.js';
import { changes, differs, type Law, law, throughJson } from './law.js';

/** How a platform merges departments' lists: this library's way, or one that claims to be equal. */
export interface ScenarioPlatform {
  readonly merge?: (scene: Scene, standards: readonly DepartmentStandard[]) => JointChecklist;
}

const ON = '2026-03-02';

/**
 * What must hold for joint checklists, over random sets of departments' lists: no legal duty is lost and no
 * question repeated, in whatever order the lists come; a visit's own list is a part of it, in its order.
 *
 * @param platform - what is tried; this library's own where left out
 */
export function scenarioLaws(platform: ScenarioPlatform = {}): Law[] {
  requireArgument('scenarioLaws', 'platform', platform, 'object');
  const { merge = merged } = platform;
  const scenes = arbitraryScene();
  return [
    law('loses no legal duty and repeats no question', scenes, ({ scene, standards }) =>
      checklistFault(standards, merge(scene, standards)),
    ),
    law(
      'is the same in whatever order the lists come, and changes none of them',
      scenes,
      ({ scene, standards }) =>
        changes(standards, (given) => merge(scene, given)) ??
        differs(merge(scene, standards), merge(scene, [...standards].reverse())) ??
        differs(merge(scene, standards), throughJson(merge(scene, throughJson(standards)))),
    ),
    law(
      'gives a visit the lines it asks for, each once, in its order',
      fc.tuple(scenes, fc.infiniteStream(fc.nat({ max: 99 }))),
      ([{ scene, standards }, numbers]) => {
        const checklist = merge(scene, standards);
        const sources = checklist.items.flatMap((one) => one.sources);
        const picked = sources
          .map((one) => ({ one, key: numbers.next().value as number }))
          .filter(({ key }) => key > 30)
          .sort((a, b) => a.key - b.key)
          .map(({ one: { authority, item } }) => ({ authority, item }));
        const { lead, partners } = scene;
        const team = [lead, ...partners].map((authority) => ({ officer: authority, authority }));
        const visit = { visit: 'v', lead, partners, team };
        const made = jointVisit(checklist, visit, picked, { on: ON });
        if (!made.ok) return `it is refused: ${made.issues[0]?.code}`;
        const lineOf = ({ authority, item }: { authority: string; item: string }) =>
          checklist.items.find(({ sources: own }) =>
            own.some((one) => one.authority === authority && one.item === item),
          )?.id;
        const expected = [...new Set(picked.map(lineOf))];
        const odd = made.work.find(({ checkedBy, officers }) => officers[0] !== checkedBy);
        return odd === undefined
          ? differs(
              expected,
              made.work.map(({ item }) => item),
            )
          : `\`${odd.item}\` is asked by others`;
      },
    ),
    law('has every obligation in the handbook once', scenes, ({ scene, standards }) => {
      const made = handbookOf(scene, standards, { on: ON });
      if (!made.ok) return `it is refused: ${made.issues[0]?.code}`;
      const { chapters, unspoken } = made.handbook;
      const spoken = chapters.flatMap(({ entries }) => entries.flatMap(({ duties }) => duties));
      const names = (
        all: readonly { readonly duties: DepartmentStandard['items'][0]['duties'] }[],
      ) => all.flatMap(({ duties }) => duties.map(({ law: of, article }) => `${of} ${article}`));
      const given = new Set(names(standards.flatMap(({ obligations }) => obligations)));
      if (new Set(spoken).size !== spoken.length) return 'a duty stands in two entries';
      const asked = new Set(names(standards.flatMap(({ items }) => items)));
      const silent = [...asked].filter((duty) => !given.has(duty));
      return differs(
        [[...given].sort(), silent.sort()],
        [[...spoken].sort(), [...unspoken].sort()],
      );
    }),
  ];
}

function merged(scene: Scene, standards: readonly DepartmentStandard[]): JointChecklist {
  const made = jointChecklist(scene, standards, { on: ON, version: '1' });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.checklist;
}
