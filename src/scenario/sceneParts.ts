import { canonicalJson } from '../core/canonicalJson.js';
import type { Day } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { Citation, DocumentBase, Status } from '../document/document.js';
import { authoritiesOfScene, type Scene } from './scene.js';
import type { DepartmentStandard, Provision } from './standard.js';

/** The standards a scene merges on a day, its lead's first, then as its partners stand. */
export interface SceneParts {
  readonly standards: readonly DepartmentStandard[];
  readonly issues: readonly Issue[];
}

/**
 * The version in force of every standard the scene names.
 *
 * @returns `not-in-force` for the scene or a standard without a version of the day, `two-in-force`,
 * `standard-missing` for one that is not given, `authority-not-in-scene` for one of an authority that takes
 * no part, `repeated-item` for two items of one authority with one id
 */
export function scenePartsOn(
  scene: Scene,
  given: readonly DepartmentStandard[],
  day: Day,
): SceneParts {
  const authorities = authoritiesOfScene(scene);
  const issues: Issue[] = isOn(scene, day) ? [] : [offDay(scene, [scene], day, ['scene'])];
  const found = scene.standards.flatMap((id, i): DepartmentStandard[] => {
    const path = ['standards', i];
    const versions = given.filter((one) => one.id === id);
    if (versions.length === 0) {
      issues.push(errorAt('standard-missing', path, { given: id }));
      return [];
    }
    const [first, second] = versions.filter((one) => isOn(one, day));
    if (first === undefined) {
      issues.push(offDay({ id }, versions, day, path));
      return [];
    }
    if (second !== undefined) {
      const params = { given: `${id}@${first.version}`, other: `${id}@${second.version}` };
      issues.push(errorAt('two-in-force', path, params));
    }
    if (!authorities.includes(first.authority)) {
      const params = { given: first.authority, expected: authorities };
      issues.push(errorAt('authority-not-in-scene', path, params));
    }
    return [first];
  });
  const standards = authorities.flatMap((authority) =>
    found.filter((one) => one.authority === authority),
  );
  return { standards, issues: [...issues, ...repeatedItems(standards)] };
}

const isOn = ({ from, to }: DocumentBase, day: Day): boolean =>
  from <= day && (to === undefined || day <= to);

function offDay(
  { id }: { readonly id: string },
  versions: readonly DocumentBase[],
  given: Day,
  path: Issue['path'],
): Issue {
  const expected = versions.map(({ from, to }) => `${from}..${to ?? ''}`);
  return errorAt('not-in-force', path, { given, document: id, expected });
}

function repeatedItems(standards: readonly DepartmentStandard[]): Issue[] {
  const seen = new Map<string, string>();
  return standards.flatMap(({ id, authority, items }) =>
    items.flatMap((item) => {
      const name = `${authority}/${item.id}`;
      const other = seen.get(name);
      if (other === undefined) {
        seen.set(name, id);
        return [];
      }
      return [errorAt('repeated-item', ['standards'], { given: name, standard: id, other })];
    }),
  );
}

/** The citations of several documents as one list, each once, and where a document's own now stand. */
export function joinCitations(documents: readonly DocumentBase[]) {
  const byText = new Map<string, Citation>();
  const renamed = new Map<string, string>();
  for (const [i, { citations }] of documents.entries()) {
    for (const { id, ...rest } of citations) {
      const text = canonicalJson(rest);
      const known = byText.get(text) ?? { id: `c${byText.size + 1}`, ...rest };
      byText.set(text, known);
      renamed.set(`${i}\n${id}`, known.id);
    }
  }
  return {
    citations: [...byText.values()],
    /** A provision of the document at an index, with its citation's new name. */
    provisionOf: (i: number, one: Provision): Provision => ({
      ...one,
      cite: renamed.get(`${i}\n${one.cite}`) ?? one.cite,
    }),
  };
}

/** The days on which all of some documents are in force, and the least sure of their states. */
export function commonFrame(
  documents: readonly DocumentBase[],
): Pick<DocumentBase, 'from' | 'to' | 'status'> {
  const from = documents.map((one) => one.from).reduce((a, b) => (a < b ? b : a));
  const ends = documents.flatMap(({ to }) => to ?? []);
  const order: readonly Status[] = ['example', 'draft', 'repealed', 'in-force'];
  const status = order.find((one) => documents.some((each) => each.status === one)) as Status;
  const to = ends.length === 0 ? {} : { to: ends.reduce((a, b) => (a < b ? a : b)) };
  return { from, ...to, status };
}
