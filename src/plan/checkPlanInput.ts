import { addMonths, isDay, noSuchDay, yearRange } from '../core/day.js';
import { EvenhandError } from '../core/error.js';
import { checkedName } from '../core/identifier.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { Task } from '../register/nouns.js';
import type { PlanInput } from './planInput.js';

/** Together the sources must hold at least this much that nobody can foresee. */
export const ENTROPY_BITS = 128;

/**
 * Makes sure that a plan can be made of the input.
 *
 * @throws `bad-plan-input` with every issue: repeated ids, a task of an unknown authority or item, a
 * window outside the year, a team under two, too little entropy
 */
export function checkPlanInput(input: PlanInput): void {
  if (!isDay(input.asOf)) throw noSuchDay(input.asOf, 'asOf');
  checkedName(input.drawId, 'drawId');
  const issues = [
    ...repeated(input.register.entities, ['register', 'entities']),
    ...repeated(input.register.inspectors, ['register', 'inspectors']),
    ...repeated(input.register.items, ['register', 'items']),
    ...repeated(input.register.authorities, ['register', 'authorities']),
    ...repeated(input.tasks, ['tasks']),
    ...input.tasks.flatMap((task) => taskIssues(task, input)),
    ...sourceIssues(input),
  ];
  const first = issues[0];
  if (first === undefined) return;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  throw new EvenhandError(
    'bad-plan-input',
    `no plan can be made: ${first.code} at \`${first.path.join('.')}\`, given \`${String(first.params['given'] ?? '')}\`${more}`,
    issues,
  );
}

function taskIssues(task: Task, { register, year }: PlanInput): Issue[] {
  const path = ['tasks', task.id];
  const authorities = new Set(register.authorities.map(({ id }) => id));
  const items = new Map(register.items.map((item) => [item.id, item]));
  const own = [task.lead, ...task.partners];
  const { from, to } = yearRange(year);
  const issues: Issue[] = [];
  for (const id of own) {
    if (!authorities.has(id))
      issues.push(errorAt('unknown-authority', [...path, 'partners'], { given: id }));
  }
  for (const id of task.items) {
    const item = items.get(id);
    if (item === undefined) issues.push(errorAt('unknown-item', [...path, 'items'], { given: id }));
    else if (!own.includes(item.authority)) {
      issues.push(
        errorAt('item-of-other-authority', [...path, 'items'], { given: id, expected: own }),
      );
    }
  }
  for (const [field, id] of [['id', task.id], ...task.items.map((item) => ['items', item])]) {
    if (id?.includes('/')) {
      issues.push(errorAt('slash-in-name', [...path, field as string], { given: id }));
    }
  }
  if (task.items.length === 0) issues.push(errorAt('task-without-items', [...path, 'items'], {}));
  if (task.window.from < from || task.window.to > to || task.window.to < task.window.from) {
    issues.push(
      errorAt('window-outside-year', [...path, 'window'], {
        given: `${task.window.from}..${task.window.to}`,
        expected: `${from}..${to}`,
      }),
    );
  }
  if (!Number.isSafeInteger(task.teamSize) || task.teamSize < 2) {
    issues.push(
      errorAt('team-too-small', [...path, 'teamSize'], { given: task.teamSize, expected: '>= 2' }),
    );
  }
  return issues;
}

function sourceIssues({ sources, asOf, year }: PlanInput): Issue[] {
  const bits = sources.reduce((sum, source) => sum + source.bits, 0);
  const issues = repeated(
    sources.map(({ label }) => ({ id: label })),
    ['sources'],
  );
  sources.forEach(({ label, available }, i) => {
    if (!/^[A-Za-z0-9._:-]+$/.test(label)) {
      issues.push(errorAt('bad-entropy-label', ['sources', i, 'label'], { given: label }));
    }
    if (available !== undefined && available <= asOf) {
      issues.push(
        errorAt('entropy-too-early', ['sources', i, 'available'], {
          given: available,
          expected: asOf,
        }),
      );
    }
  });
  if (!(bits >= ENTROPY_BITS)) {
    issues.push(errorAt('entropy-too-small', ['sources'], { given: bits, expected: ENTROPY_BITS }));
  }
  if (addMonths(asOf, 24) < yearRange(year).from) {
    issues.push(errorAt('register-too-old', ['asOf'], { given: asOf, expected: String(year) }));
  }
  return issues;
}

function repeated(list: readonly { readonly id: string }[], path: Issue['path']): Issue[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [errorAt('repeated-name', [...path, id], { given: id })];
  });
}
