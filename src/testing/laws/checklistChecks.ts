import type { ChecklistItem, JointChecklist } from '../../scenario/checklist.js';
import type { DepartmentStandard, Provision } from '../../scenario/standard.js';
import type { Finding } from './law.js';

const nameOf = ({ law, article }: Provision): string => `${law} ${article}`;
const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  [...new Set(a)].sort().join('\n') === [...new Set(b)].sort().join('\n');

/**
 * What a joint checklist has lost of the departments' lists, repeats, or joins without need, found by
 * looking at every question, every duty and every pair. Slow on purpose, and knows nothing of how lists are
 * merged.
 */
export function checklistFault(
  standards: readonly DepartmentStandard[],
  checklist: Pick<JointChecklist, 'items'>,
): Finding {
  return (
    questionFault(standards, checklist.items) ??
    lineFault(checklist.items) ??
    pairFault(checklist.items) ??
    needlessFault(checklist.items)
  );
}

/** Every question of every department is a source once, in its own words, with all its bases. */
function questionFault(
  standards: readonly DepartmentStandard[],
  lines: readonly ChecklistItem[],
): Finding {
  let asked = 0;
  for (const { authority, items } of standards) {
    for (const item of items) {
      asked++;
      const name = `${authority}/${item.id}`;
      const found = lines.flatMap(({ sources }) =>
        sources.filter((one) => one.authority === authority && one.item === item.id),
      );
      const [source] = found;
      if (source === undefined) return `question \`${name}\` is lost`;
      if (found.length > 1) return `question \`${name}\` is a source twice`;
      const isWhole =
        source.question.zh === item.question.zh &&
        source.question.en === item.question.en &&
        source.rank === item.rank &&
        sameSet(source.methods, item.methods) &&
        sameSet(source.duties.map(nameOf), item.duties.map(nameOf)) &&
        sameSet(source.powers.map(nameOf), (item.powers ?? []).map(nameOf));
      if (!isWhole) return `question \`${name}\` is not what the department asks`;
    }
  }
  const sources = lines.flatMap((line) => line.sources).length;
  return sources === asked ? undefined : `${sources} sources of ${asked} questions`;
}

/** A line has every authority, every duty and every way of its sources, and is key where one is. */
function lineFault(lines: readonly ChecklistItem[]): Finding {
  for (const { id, authorities, duties, methods, rank, checkedBy, sources } of lines) {
    const isWhole =
      sameSet(
        authorities,
        sources.map(({ authority }) => authority),
      ) &&
      sameSet(
        duties,
        sources.flatMap((one) => one.duties.map(nameOf)),
      ) &&
      sameSet(
        methods,
        sources.flatMap((one) => one.methods),
      );
    if (!isWhole) return `line \`${id}\` has not what its sources have`;
    const isKey = sources.some((one) => one.rank === 'key');
    if (isKey !== (rank === 'key')) return `line \`${id}\` is \`${rank}\``;
    if (!authorities.includes(checkedBy)) return `line \`${id}\` is checked by a stranger`;
    if (sources.length === 0) return `line \`${id}\` has no source`;
  }
  return undefined;
}

/** No duty is asked in two lines, and no two lines have one name. */
function pairFault(lines: readonly ChecklistItem[]): Finding {
  for (const [i, a] of lines.entries()) {
    for (const b of lines.slice(i + 1)) {
      if (a.id === b.id) return `two lines are \`${a.id}\``;
      const twice = a.duties.find((duty) => b.duties.includes(duty));
      if (twice !== undefined) return `\`${twice}\` is asked in \`${a.id}\` and in \`${b.id}\``;
    }
  }
  return undefined;
}

/** What stands in one line is joined by shared duties: the closure of "shares one with", step by step. */
function needlessFault(lines: readonly ChecklistItem[]): Finding {
  for (const { id, sources } of lines) {
    const duties = sources.map((one) => one.duties.map(nameOf));
    const joined = duties.map((a) => duties.map((b) => a.some((duty) => b.includes(duty))));
    for (let k = 0; k < duties.length; k++) {
      for (let i = 0; i < duties.length; i++) {
        for (let j = 0; j < duties.length; j++) {
          if (joined[i]?.[k] && joined[k]?.[j]) (joined[i] as boolean[])[j] = true;
        }
      }
    }
    if (joined[0]?.some((one) => !one)) return `line \`${id}\` joins questions that share nothing`;
  }
  return undefined;
}
