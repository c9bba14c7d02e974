import { requireArgument } from '../core/argument.js';
import { addMonths, isDay, noSuchDay, yearRange } from '../core/day.js';
import { isEvenhandError } from '../core/error.js';
import { checkedName } from '../core/identifier.js';
import { errorAt, type Issue } from '../core/issue.js';
import { checkStaffing } from '../inspectors/staffing.js';
import { requireProgramme } from '../programme/requireProgramme.js';
import type { Demand, Task } from '../register/nouns.js';
import { entropySource } from '../ticket/entropy/entropySource.js';
import { badPlanInput } from './badPlanInput.js';
import { bookedIssues } from './booked.js';
import { offsetOf } from './offsetOf.js';
import type { EntropySource, PlanInput } from './planInput.js';
import { taskTotals } from './taskTotals.js';

/** Together the sources must hold at least this much that nobody can foresee. */
export const ENTROPY_BITS = 128;

/**
 * Makes sure that a plan can be made of the input, before chance: what is found only after the entropy
 * is known can't be mended any more.
 *
 * @throws `bad-plan-input` with every issue: repeated ids, a task of an unknown authority or item, a
 * window outside the year, a team under two, too little entropy; `no-such-day`, `bad-name`, `bad-id`,
 * `bad-capacity`
 */
export function checkPlanInput(input: PlanInput): void {
  requireArgument('preparePlan', 'input', input, {
    register: 'object',
    tasks: 'array',
    sources: 'array',
  });
  requireProgramme(input.programme);
  requireArgument('preparePlan', 'input.register', input.register, REGISTER);
  if (!isDay(input.asOf)) throw noSuchDay(input.asOf, 'asOf');
  checkedName(input.drawId, 'drawId');
  const issues = [
    ...repeated(input.register.entities, ['register', 'entities']),
    ...repeated(input.register.inspectors, ['register', 'inspectors']),
    ...repeated(input.register.items, ['register', 'items']),
    ...repeated(input.register.authorities, ['register', 'authorities']),
    ...repeated(input.tasks, ['tasks']),
    ...input.tasks.flatMap((task) => taskIssues(task, input)),
    ...(input.causes ?? []).flatMap((cause) => causeIssues(cause, input)),
    ...bookedIssues(input.booked ?? []),
    ...sourceIssues(input),
  ];
  const [first, ...rest] = issues;
  if (first !== undefined) throw badPlanInput([first, ...rest]);
  checkStaffing({ visits: [], inspectors: input.register.inspectors });
}

const REGISTER = {
  entities: 'iterable',
  inspectors: 'array',
  items: 'array',
  authorities: 'array',
} as const;

function taskIssues(task: Task, { register, year }: PlanInput): Issue[] {
  const path = ['tasks', task.id];
  const authorities = new Set(register.authorities.map(({ id }) => id));
  const items = new Map(register.items.map((item) => [item.id, item]));
  const own = [task.lead, ...task.partners];
  const { from, to } = yearRange(year);
  const issues: Issue[] = [];
  checkedName(task.group, `group of task ${task.id}`);
  own.forEach((id, i) => {
    if (authorities.has(id)) return;
    const field = i === 0 ? 'lead' : 'partners';
    issues.push(errorAt('unknown-authority', [...path, field], { given: id }));
  });
  issues.push(
    ...repeated(
      task.items.map((id) => ({ id })),
      [...path, 'items'],
    ),
  );
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
  const { window } = task;
  const isInside = isDay(window.from) && isDay(window.to) && from <= window.from && window.to <= to;
  if (!isInside || window.to < window.from) {
    issues.push(
      errorAt('window-outside-year', [...path, 'window'], {
        given: `${window.from}..${window.to}`,
        expected: `${from}..${to}`,
      }),
    );
  }
  issues.push(...quotaIssues(task));
  if (!Number.isSafeInteger(task.teamSize) || task.teamSize < 2) {
    issues.push(
      errorAt('team-too-small', [...path, 'teamSize'], { given: task.teamSize, expected: '>= 2' }),
    );
  }
  return issues;
}

/**
 * A ratio left open is chosen by somebody, a part lies in its cycle and counts nobody twice, a place among its
 * places.
 */
function quotaIssues({ id, quota, spread }: Task): Issue[] {
  const drawn = 'parts' in quota ? quota.drawn.map((one) => ({ id: one })) : [];
  const issues = repeated(drawn, ['tasks', id, 'quota', 'drawn']);
  try {
    taskTotals(quota, { frame: 1, part: 0, inspectors: 1, drawn: 0 });
    offsetOf(spread === undefined ? {} : { spread });
  } catch (error) {
    if (!isEvenhandError(error)) throw error;
    const { code, params } = error.issues[0] ?? { code: error.code, params: {} };
    const field = code === 'bad-offset' ? 'spread' : 'quota';
    issues.push(errorAt(code, ['tasks', id, field], params));
  }
  return issues;
}

/** A for-cause demand is one by its own word, and checks an item of its own authority. */
function causeIssues({ id, cause, item, authority }: Demand, { register }: PlanInput): Issue[] {
  const path = ['causes', id];
  const known = register.items.find((one) => one.id === item);
  const issues: Issue[] = [];
  // The ids of drawn demands hold slashes, so the two can't meet.
  if (id.includes('/')) issues.push(errorAt('slash-in-name', [...path, 'id'], { given: id }));
  if (cause !== 'for-cause') {
    issues.push(
      errorAt('not-for-cause', [...path, 'cause'], { given: cause, expected: 'for-cause' }),
    );
  }
  if (known === undefined) {
    issues.push(errorAt('unknown-item', [...path, 'item'], { given: item }));
  } else if (known.authority !== authority) {
    issues.push(
      errorAt('item-of-other-authority', [...path, 'item'], { given: item, expected: [authority] }),
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
  sources.forEach(({ label, bits: own, available }, i) => {
    if (!Number.isSafeInteger(own) || own < 0) {
      issues.push(
        errorAt('bad-entropy-bits', ['sources', i, 'bits'], {
          given: String(own),
          expected: '>= 0',
        }),
      );
    }
    if (!/^[A-Za-z0-9._:-]+$/.test(label)) {
      issues.push(errorAt('bad-entropy-label', ['sources', i, 'label'], { given: label }));
    }
    issues.push(...specIssues(sources[i] as EntropySource, i));
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
    issues.push(
      errorAt('entropy-too-small', ['sources'], { given: String(bits), expected: ENTROPY_BITS }),
    );
  }
  if (addMonths(asOf, 24) < yearRange(year).from) {
    issues.push(errorAt('register-too-old', ['asOf'], { given: asOf, expected: String(year) }));
  }
  return issues;
}

/** A source with a specification claims no more than that gives. */
function specIssues(source: EntropySource, i: number): Issue[] {
  if (source.spec === undefined) return [];
  const { label, bits, available } = entropySource(source.spec);
  const own = { label, bits, available };
  return (['label', 'bits', 'available'] as const).flatMap((field) =>
    source[field] === own[field]
      ? []
      : [
          errorAt('source-differs', ['sources', i, field], {
            given: String(source[field] ?? ''),
            expected: String(own[field]),
          }),
        ],
  );
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
