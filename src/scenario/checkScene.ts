import { requireArgument } from '../core/argument.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import { scaleIssues } from '../document/scaleIssues.js';
import type { JointChecklist } from './checklist.js';
import { authoritiesOfScene, type Scene } from './scene.js';
import { type DepartmentStandard, dutyName } from './standard.js';

/**
 * What is wrong with a department's standard whose shape is right.
 *
 * @returns `repeated-name`; the warning `duty-asked-twice` where two questions of the department share a
 * duty: they will be one question, unless each names its own point of the article; the issues of every
 * document
 */
export function checkStandard(standard: DepartmentStandard): Issue[] {
  requireArgument('checkStandard', 'standard', standard, { items: 'array', obligations: 'array' });
  const { items, obligations } = standard;
  const issues = [
    ...documentIssues(standard),
    ...repeated(items, ['items']),
    ...repeated(obligations, ['obligations']),
  ];
  const asked = new Map<string, string>();
  items.forEach(({ id, duties }, i) => {
    duties.forEach((duty, j) => {
      const name = dutyName(duty);
      const other = asked.get(name);
      if (other === undefined || other === id) asked.set(name, id);
      else {
        const params = { given: name, item: id, other };
        issues.push(warningAt('duty-asked-twice', ['items', i, 'duties', j], params));
      }
    });
  });
  return issues;
}

/**
 * What is wrong with a scene whose shape is right.
 *
 * @returns `repeated-name`; `authority-not-in-scene` for one that is to check and takes no part;
 * `scene-cell-missing` and `level-not-in-scene` for a table of measures that is not whole; the issues of
 * every document
 */
export function checkScene(scene: Scene): Issue[] {
  requireArgument(
    'checkScene',
    'scene',
    scene,
    { partners: 'array', chapters: 'array', standards: 'array' },
    'parseScene(…)',
  );
  const { partners, chapters, standards, checkedBy = [], evaluation } = scene;
  const authorities = authoritiesOfScene(scene);
  const named = (names: readonly string[]) => names.map((id) => ({ id }));
  const issues = [
    ...documentIssues(scene),
    ...repeated(chapters, ['chapters']),
    ...repeated(named(standards), ['standards']),
    ...repeated(named(authorities), ['partners'], 1),
  ];
  checkedBy.forEach(({ authority }, i) => {
    if (authorities.includes(authority)) return;
    const params = { given: authority, expected: [scene.lead, ...partners] };
    issues.push(errorAt('authority-not-in-scene', ['checkedBy', i, 'authority'], params));
  });
  if (evaluation === undefined) return issues;
  const { credit, risk, cells } = evaluation;
  issues.push(...scaleIssues(credit, ['evaluation', 'credit']));
  issues.push(...scaleIssues(risk, ['evaluation', 'risk']));
  const path = ['evaluation', 'cells'] as const;
  const known = (given: string, levels: readonly string[], at: Issue['path']): void => {
    if (levels.includes(given)) return;
    issues.push(errorAt('level-not-in-scene', at, { given, expected: [...levels] }));
  };
  for (const [level, row] of Object.entries(cells)) {
    known(level, risk.levels, [...path, level]);
    for (const grade of Object.keys(row)) known(grade, credit.levels, [...path, level, grade]);
  }
  for (const level of risk.levels) {
    for (const grade of credit.levels) {
      if (cells[level]?.[grade] !== undefined) continue;
      issues.push(errorAt('scene-cell-missing', [...path, level, grade], { given: level, grade }));
    }
  }
  return issues;
}

/**
 * What is wrong with a joint checklist whose shape is right, looked at by itself: a duty in two lines, a
 * line whose authorities or duties are not those of its sources.
 *
 * @returns `repeated-name`, `duty-in-two-lines`, `line-not-of-sources`, the issues of every document
 */
export function checkChecklist(checklist: JointChecklist): Issue[] {
  requireArgument('checkChecklist', 'checklist', checklist, { items: 'array' });
  const { items } = checklist;
  const issues = [...documentIssues(checklist), ...repeated(items, ['items'])];
  const lines = new Map<string, string>();
  items.forEach(({ id, authorities, duties, checkedBy, sources }, i) => {
    for (const duty of new Set(duties)) {
      const other = lines.get(duty);
      if (other === undefined) lines.set(duty, id);
      else {
        const params = { given: duty, item: id, other };
        issues.push(errorAt('duty-in-two-lines', ['items', i, 'duties'], params));
      }
    }
    const same = (a: readonly string[], b: readonly string[]): boolean =>
      new Set([...a, ...b]).size === new Set(a).size && new Set(a).size === new Set(b).size;
    const isWhole =
      same(
        authorities,
        sources.map(({ authority }) => authority),
      ) &&
      same(
        duties,
        sources.flatMap((one) => one.duties.map(dutyName)),
      ) &&
      authorities.includes(checkedBy);
    if (!isWhole) issues.push(errorAt('line-not-of-sources', ['items', i], { given: id }));
  });
  return issues;
}

function repeated(
  list: readonly { readonly id: string }[],
  path: readonly string[],
  before = 0,
): Issue[] {
  return list.flatMap(({ id }, i) =>
    list.findIndex((one) => one.id === id) < i
      ? [errorAt('repeated-name', [...path, i - before], { given: id })]
      : [],
  );
}
