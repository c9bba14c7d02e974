import { quota } from '../../draw/quota.js';
import type { Matrix } from '../../matrix/matrix.js';
import type { Plan, TaskSample } from '../../plan/plan.js';
import type { Prepared, PreparedStratum, PreparedTask } from '../../plan/prepared.js';
import { compareTickets } from '../../ticket/compareTickets.js';
import { ticketHasher } from '../../ticket/ticket.js';
import { differs, type Finding, firstFinding } from './law.js';

/** Each stratum draws its quota, and the quotas of a cell, or of the task, make what is asked for. */
export function areQuotasExact(plan: Plan, matrix: Matrix): Finding {
  return firstFinding(plan.prepared.tasks, (one) => {
    const sample = sampleOf(plan, one.task.id);
    const drawn = one.strata.map(({ code, quota: asked }) => ({ code, drawn: asked }));
    const found = sample.strata.map(({ stratum, selected }) => ({
      code: stratum,
      drawn: selected.length,
    }));
    return differs(drawn, found) ?? firstFinding(partsOf(one), (part) => asked(part, one, matrix));
  });
}

/** In each stratum of the frame the smallest tickets are drawn. */
export function areTicketsSmallest(plan: Plan): Finding {
  return firstFinding(plan.prepared.tasks, ({ task, frame, strata }) => {
    const ticketOf = ticketHasher(plan.keys[`select:${task.group}`] as string);
    const sample = sampleOf(plan, task.id);
    return firstFinding(strata, ({ code, quota: size }) => {
      const inOrder = frame
        .filter(({ stratum }) => stratum === code)
        .map(({ id }) => ({ id, ticket: ticketOf(id) }))
        .sort(compareTickets);
      const found = sample.strata.find(({ stratum }) => stratum === code)?.selected;
      return differs(inOrder.slice(0, size), found);
    });
  });
}

/** Whoever was drawn or is certain has something due, or a desk check; nobody else has. */
export function areDemandsJustified(plan: Plan): Finding {
  const due = new Set<string>();
  for (const { task, certain } of plan.prepared.tasks) {
    for (const { id } of certain) due.add(`${task.id} ${id}`);
    for (const id of drawnBy(sampleOf(plan, task.id))) due.add(`${task.id} ${id}`);
  }
  const found = new Set([
    ...plan.desk.map(({ task, entity }) => `${task} ${entity}`),
    ...plan.demands
      .filter(({ cause }) => cause !== 'for-cause')
      .map(({ id, entity }) => `${id.split('/')[0]} ${entity}`),
  ]);
  return differs([...due].sort(), [...found].sort());
}

/** Nobody is in a frame twice, or both certain and in the lottery; only assessed entities are. */
export function areFramesApart({ tasks, standings }: Prepared): Finding {
  const known = new Set(standings.map(({ id }) => id));
  return firstFinding(tasks, ({ task, frame, certain }) => {
    const ids = [...frame, ...certain].map(({ id }) => id);
    const twice = ids.find((id, i) => ids.indexOf(id) < i);
    if (twice !== undefined) return `\`${twice}\` stands twice in the frame of \`${task.id}\``;
    const stranger = ids.find((id) => !known.has(id));
    return stranger === undefined ? undefined : `\`${stranger}\` has no standing`;
  });
}

/** The ids a task drew. */
export function drawnBy({ strata }: TaskSample): string[] {
  return strata.flatMap(({ selected }) => selected.map(({ id }) => id));
}

/** What a task drew. */
export function sampleOf({ samples }: Plan, task: string): TaskSample {
  return samples.find((sample) => sample.task === task) ?? { task, strata: [] };
}

/** The strata that share one quota: those of a cell, or all. */
function partsOf({ task, strata }: PreparedTask): PreparedStratum[][] {
  if (!('by' in task.quota)) return [[...strata]];
  const cells = new Set(strata.map(({ level, grade }) => `${level} ${grade}`));
  return [...cells].map((cell) =>
    strata.filter(({ level, grade }) => `${level} ${grade}` === cell),
  );
}

function asked(part: readonly PreparedStratum[], { task }: PreparedTask, matrix: Matrix): Finding {
  const size = part.reduce((sum, stratum) => sum + stratum.size, 0);
  const found = part.reduce((sum, stratum) => sum + stratum.quota, 0);
  const { quota: rule } = task;
  const [first] = part;
  const cell = first === undefined ? undefined : matrix.cells[first.level]?.[first.grade];
  const expected =
    'total' in rule
      ? Math.min(rule.total, size)
      : 'ratio' in rule
        ? quota(size, rule.ratio, rule.rule)
        : 'by' in rule && cell !== undefined
          ? quota(size, cell.ratio, cell.rule)
          : 0;
  return found === expected
    ? undefined
    : `task \`${task.id}\` draws \`${found}\` of \`${size}\`, expected \`${expected}\``;
}
