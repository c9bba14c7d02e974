import { compareBytes } from '../../core/order.js';
import { compareRatios, parseRatio } from '../../core/ratio.js';
import { compareKeyed, shiftedKey, spreadOffset } from '../../draw/drawOrder.js';
import { type QuotaRule, quota } from '../../draw/quota.js';
import type { FrameUnit } from '../../draw/unit.js';
import type { Matrix } from '../../matrix/matrix.js';
import { drawnIn } from '../../plan/drawnIn.js';
import type { Plan, TaskSample } from '../../plan/plan.js';
import type { Prepared, PreparedStratum, PreparedTask } from '../../plan/prepared.js';
import type { Inspector } from '../../register/nouns.js';
import { ticketHasher } from '../../ticket/ticket.js';
import { differs, type Finding, firstFinding } from './law.js';

/** Each stratum draws its quota, and the quotas of a cell, or of the task, make what is asked for. */
export function areQuotasExact(plan: Plan, matrix: Matrix): Finding {
  return firstFinding(plan.prepared.tasks, (one) => {
    const sample = sampleOf(plan, one.task.id);
    const drawn = one.strata.map(({ code, quota: asked }) => ({ code, drawn: asked }));
    const found = sample.strata.map((stratum) => ({
      code: stratum.stratum,
      drawn: drawnIn(stratum).length,
    }));
    return (
      differs(drawn, found) ??
      firstFinding(partsOf(one), (part) =>
        asked(part, one, { cells: matrix.cells, staff: plan.prepared.inspectors }),
      )
    );
  });
}

/** In each stratum of the frame the smallest tickets are drawn, or by weight the smallest keys. */
export function areTicketsSmallest(plan: Plan): Finding {
  return firstFinding(plan.prepared.tasks, ({ task, frame, strata }) => {
    const ticketOf = ticketHasher(plan.keys[`select:${task.group}`] as string);
    const sample = sampleOf(plan, task.id);
    const { place, of } = task.spread ?? { place: 1, of: 1 };
    const offset = spreadOffset(place - 1, of);
    return firstFinding(strata, ({ code, quota: size, weights }) => {
      const own = frame.filter(({ stratum }) => stratum === code);
      if (weights !== undefined) {
        const expected = drawnByWeight(own, size, ticketOf);
        const stratum = sample.strata.find((one) => one.stratum === code);
        return differs(expected, stratum && drawnIn(stratum));
      }
      const inOrder = own
        .map(({ id }) => ({ id, ticket: ticketOf(id) }))
        .map((one) => ({ ...one, key: shiftedKey(one.ticket, offset) }))
        .sort(compareKeyed)
        .map(({ id, ticket }) => ({ id, ticket }));
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
  return strata.flatMap(drawnIn);
}

/**
 * The draw by weight as the specification has it: one after another whoever's chance reaches 1, then
 * the smallest keys.
 */
function drawnByWeight(
  units: readonly FrameUnit[],
  quota: number,
  ticketOf: (id: string) => string,
): string[] {
  const weightOf = ({ weight = 1 }: FrameUnit): number => weight;
  const certain: string[] = [];
  let rest = [...units].sort((x, y) => weightOf(y) - weightOf(x) || compareBytes(x.id, y.id));
  let n = Math.min(quota, units.length);
  let total = rest.reduce((sum, unit) => sum + weightOf(unit), 0);
  // The heaviest first: once it is not certain, nobody is; and taking one never frees another.
  for (let [first] = rest; first !== undefined && n * weightOf(first) >= total; [first] = rest) {
    certain.push(first.id);
    rest = rest.slice(1);
    n--;
    total -= weightOf(first);
  }
  const keyed = rest.map((unit) => {
    const ticket = ticketOf(unit.id);
    const u = (2 * Number.parseInt(ticket.slice(0, 13), 16) + 1) / 2 ** 53;
    const w = weightOf(unit);
    return { id: unit.id, ticket, key: n === 0 ? 0 : (u / (1 - u)) * ((total - n * w) / (n * w)) };
  });
  const drawn = keyed.sort(compareKeyed).slice(0, n);
  return [...certain.sort(compareBytes), ...drawn.map(({ id }) => id)];
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

function asked(
  part: readonly PreparedStratum[],
  one: PreparedTask,
  { cells, staff }: Asked,
): Finding {
  const size = sizeOf(part);
  const found = quotaOf(part);
  const [first] = part;
  const cell = first === undefined ? undefined : cells[first.level]?.[first.grade];
  const expected = wanted(one, size, staff, cell);
  if (found !== expected) {
    return `task \`${one.task.id}\` draws \`${found}\` of \`${size}\`, expected \`${expected}\``;
  }
  return leastShare(part, one);
}

interface Asked extends Pick<Matrix, 'cells'> {
  readonly staff: readonly Inspector[];
}

const sizeOf = (part: readonly PreparedStratum[]): number =>
  part.reduce((sum, stratum) => sum + stratum.size, 0);
const quotaOf = (part: readonly PreparedStratum[]): number =>
  part.reduce((sum, stratum) => sum + stratum.quota, 0);

function wanted(
  { task, drawn }: PreparedTask,
  size: number,
  staff: readonly Inspector[],
  cell: { readonly ratio: string; readonly rule: QuotaRule } | undefined,
): number {
  const { quota: rule } = task;
  if ('all' in rule || ('by' in rule && cell === undefined)) return 0;
  if ('by' in rule) return cell === undefined ? 0 : quota(size, cell.ratio, cell.rule);
  if ('total' in rule) return Math.min(rule.total, size);
  if ('staff' in rule) {
    const heads = staff.filter(
      ({ authority, certificates }) =>
        [task.lead, ...task.partners].includes(authority) &&
        certificates.some(({ to }) => to >= task.window.from),
    );
    const [own = 1, units = 0] = rule.staff.split(':').map(Number);
    return Math.min(size, Math.ceil((heads.length * units) / own));
  }
  if ('parts' in rule) {
    const before = drawn?.count ?? 0;
    const isLast =
      rule.part === rule.parts &&
      compareRatios(parseRatio(rule.ratio), parseRatio(`1/${rule.parts}`)) >= 0;
    return isLast ? size : Math.min(size, quota(size + before, rule.ratio, 'at-least'));
  }
  return quota(
    size,
    'range' in rule ? (rule.chosen?.ratio ?? rule.range.from) : rule.ratio,
    rule.rule,
  );
}

/** The part that a quota names has its least share, or all of the draw, or all of it is drawn. */
function leastShare(all: readonly PreparedStratum[], { task }: PreparedTask): Finding {
  const least = 'least' in task.quota ? task.quota.least : undefined;
  if (least === undefined) return undefined;
  const part = all.filter((stratum) => stratum.part === true);
  const bases = { drawn: quotaOf(all), part: sizeOf(part), frame: sizeOf(all) };
  const share = quota(bases[least.of], least.ratio, 'at-least');
  const expected = Math.min(share, sizeOf(part), quotaOf(all));
  return quotaOf(part) >= expected
    ? undefined
    : `the part of task \`${task.id}\` gets \`${quotaOf(part)}\`, expected \`${expected}\``;
}
