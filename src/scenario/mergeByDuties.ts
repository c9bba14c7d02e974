import { dutyName, type Provision } from './standard.js';

/**
 * Puts together what shares a duty of the law, directly or through others: A with B, B with C make one.
 *
 * Groups stand in the order of their first members, members in the order they came. No duty is in two
 * groups, and nothing stands together that no chain of shared duties joins. Time grows with the number of
 * duties.
 */
export function mergeByDuties<T extends { readonly duties: readonly Provision[] }>(
  all: readonly T[],
): T[][] {
  const parent = all.map((_, i) => i);
  const rootOf = (of: number): number => {
    let i = of;
    while (parent[i] !== i) {
      parent[i] = parent[parent[i] as number] as number;
      i = parent[i] as number;
    }
    return i;
  };
  const first = new Map<string, number>();
  all.forEach(({ duties }, i) => {
    for (const duty of duties) {
      const name = dutyName(duty);
      const other = first.get(name);
      if (other === undefined) first.set(name, i);
      else {
        // The earlier one stays the root, so that groups keep the order of their first members.
        const [a, b] = [rootOf(other), rootOf(i)];
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  });
  const groups = new Map<number, T[]>();
  all.forEach((one, i) => {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [one]);
    else group.push(one);
  });
  return [...groups.values()];
}

/** The duties of some members by name, each once, in the order they came. */
export function dutiesOf(all: readonly { readonly duties: readonly Provision[] }[]): string[] {
  return [...new Set(all.flatMap(({ duties }) => duties.map(dutyName)))];
}
