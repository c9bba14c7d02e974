import { availableParallelism, cpus } from 'node:os';

/** The nanoseconds of processor time an action takes for each of `count` things. */
export function nanoseconds(count: number, action: () => unknown): number {
  const start = process.cpuUsage().user;
  action();
  return ((process.cpuUsage().user - start) * 1000) / count;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] as number;

/** The median of each entry, measured in turn `rounds` times after one round to warm up. */
export function inTurn(
  rounds: number,
  count: number,
  actions: Readonly<Record<string, () => unknown>>,
): Record<string, number> {
  const times = Object.entries(actions).map(([name, action]) => ({
    name,
    action,
    taken: [0].slice(1),
  }));
  for (let round = 0; round <= rounds; round++) {
    for (const { action, taken } of times) {
      const time = nanoseconds(count, action);
      if (round > 0) taken.push(time);
    }
  }
  return Object.fromEntries(times.map(({ name, taken }) => [name, median(taken)]));
}

/** The same for actions that answer later; what other threads of the process do counts too. */
export async function inTurnAsync(
  rounds: number,
  count: number,
  actions: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<Record<string, number>> {
  const taken = new Map(Object.keys(actions).map((name) => [name, [0].slice(1)]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, action] of Object.entries(actions)) {
      const start = process.cpuUsage().user;
      await action();
      const time = ((process.cpuUsage().user - start) * 1000) / count;
      if (round > 0) taken.get(name)?.push(time);
    }
  }
  return Object.fromEntries([...taken].map(([name, times]) => [name, median(times)]));
}

/** The 18 characters of a made-up unified social credit code. */
export const code18 = (i: number): string =>
  Buffer.from(`91110${String(i).padStart(12, '0')}A`, 'latin1').toString('latin1');

export const machine = (): string =>
  `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} threads, Node ${process.version}`;
