import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import { referenceOf } from '../document/book.js';
import type { Citation, DocumentReference, LocalText } from '../document/document.js';
import { dutiesOf, mergeByDuties } from './mergeByDuties.js';
import type { Scene } from './scene.js';
import { joinCitations, scenePartsOn } from './sceneParts.js';
import type { DepartmentStandard, Provision } from './standard.js';

/** An obligation, put together of what every department says of the same duties. */
export interface HandbookEntry {
  /** `authority/obligation` of the department that stands first. */
  readonly id: string;
  readonly title: LocalText;
  /** The words of each department that has it; the same words once, with all who say them. */
  readonly texts: readonly { readonly authorities: readonly string[]; readonly text: LocalText }[];
  readonly duties: readonly string[];
  readonly bases: readonly Provision[];
  /** What officers will ask of it, each question once. */
  readonly questions: readonly { readonly id: string; readonly question: LocalText }[];
}

/** The handbook of a scene (一业一册): what its firms have to do, from all departments. */
export interface Handbook {
  readonly schema: 'evenhand/handbook/1';
  readonly on: Day;
  readonly title: LocalText;
  readonly scene: DocumentReference;
  readonly standards: readonly DocumentReference[];
  readonly authorities: readonly {
    readonly id: string;
    readonly name: LocalText;
    readonly isLead: boolean;
  }[];
  readonly chapters: readonly {
    readonly id: string;
    readonly title: LocalText;
    readonly entries: readonly HandbookEntry[];
  }[];
  readonly citations: readonly Citation[];
  /** Duties that are checked and that no obligation puts into words: a firm could not know of them. */
  readonly unspoken: readonly string[];
}

/** A handbook, or why there is none. */
export type MadeHandbook =
  | { readonly ok: true; readonly handbook: Handbook }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * The handbook of a scene (一业一册): the obligations of all departments' standards, each once, by chapter,
 * with the questions that will be asked of them.
 *
 * @returns the handbook; or the issues of the parts, see `jointChecklist`, and `unknown-chapter`
 */
export function handbookOf(
  scene: Scene,
  given: readonly DepartmentStandard[],
  options: { readonly on: Day },
): MadeHandbook {
  requireArgument('handbookOf', 'scene', scene, 'object');
  requireArgument('handbookOf', 'given', given, 'array');
  requireArgument('handbookOf', 'options', options, { on: 'string' });
  const { standards, issues } = scenePartsOn(scene, given, options.on);
  const known = scene.chapters.map(({ id }) => id);
  const lost = standards.flatMap(({ id, obligations }) =>
    obligations.flatMap((one, i) =>
      known.includes(one.chapter)
        ? []
        : [
            errorAt('unknown-chapter', [id, 'obligations', i, 'chapter'], {
              given: one.chapter,
              expected: known,
            }),
          ],
    ),
  );
  if (issues.length + lost.length > 0) return { ok: false, issues: [...issues, ...lost] };

  const { citations, provisionOf } = joinCitations([scene, ...standards]);
  const spoken = standards.flatMap(({ authority, obligations }, i) =>
    obligations.map((one) => ({
      ...one,
      authority,
      duties: one.duties.map((duty) => provisionOf(i + 1, duty)),
    })),
  );
  const asked = standards.flatMap(({ authority, items }) =>
    items.map((item) => ({ ...item, authority })),
  );
  const questions = mergeByDuties(asked).map((group) => {
    const [first] = group as [(typeof asked)[number]];
    return {
      duties: dutiesOf(group),
      id: `${first.authority}/${first.id}`,
      question: first.question,
    };
  });
  const entries = mergeByDuties(spoken).map((group) => {
    const [first] = group as [(typeof spoken)[number]];
    const duties = dutiesOf(group);
    return {
      chapter: first.chapter,
      id: `${first.authority}/${first.id}`,
      title: first.title,
      texts: textsOf(group),
      duties,
      bases: basesOf(group.flatMap((one) => one.duties)),
      questions: questions
        .filter((one) => one.duties.some((duty) => duties.includes(duty)))
        .map(({ id, question }) => ({ id, question })),
    };
  });
  const all = new Set(entries.flatMap(({ duties }) => duties));
  const names = new Map(standards.map(({ authority, name }) => [authority, name]));
  const authorities = [scene.lead, ...scene.partners].map((id) => ({
    id,
    name: names.get(id) ?? { zh: id, en: id },
    isLead: id === scene.lead,
  }));
  return {
    ok: true,
    handbook: {
      schema: 'evenhand/handbook/1',
      on: options.on,
      title: scene.title ?? { zh: scene.id, en: scene.id },
      scene: referenceOf(scene),
      standards: standards.map(referenceOf),
      authorities,
      chapters: scene.chapters.map(({ id, title }) => ({
        id,
        title,
        entries: entries
          .filter(({ chapter }) => chapter === id)
          .map(({ chapter: _, ...entry }) => entry),
      })),
      citations,
      unspoken: dutiesOf(asked).filter((duty) => !all.has(duty)),
    },
  };
}

function textsOf(group: readonly { readonly authority: string; readonly text: LocalText }[]) {
  const texts = new Map<string, { authorities: string[]; text: LocalText }>();
  for (const { authority, text } of group) {
    const key = `${text.zh}\n${text.en}`;
    const same = texts.get(key);
    if (same === undefined) texts.set(key, { authorities: [authority], text });
    else if (!same.authorities.includes(authority)) same.authorities.push(authority);
  }
  return [...texts.values()];
}

function basesOf(duties: readonly Provision[]): Provision[] {
  const bases = new Map<string, Provision>();
  for (const one of duties) bases.set(`${one.law} ${one.article}\n${one.cite}`, one);
  return [...bases.values()];
}
