import { compareBytes, sortedBy } from '../core/order.js';
import type { Task, Visit } from '../register/nouns.js';

/**
 * Who leads a joint visit (牵头): the lead of the task that brings the most demands to it. In a census
 * visit only census tasks count; of equals the task with the first id leads. An authority without a
 * demand on the visit leads nothing, and a visit of no task keeps its lead.
 *
 * @param visit - as joint-visits/2 made it
 * @param demands - the task of each of its demands, left out where there is none
 * @returns the lead, and all other authorities of the visit by id bytes
 */
export function leadOf(
  visit: Pick<Visit, 'kind' | 'lead' | 'partners'>,
  demands: readonly { readonly task?: string | undefined }[],
  tasks: ReadonlyMap<string, Pick<Task, 'kind' | 'lead'>>,
): Pick<Visit, 'lead' | 'partners'> {
  const present = [visit.lead, ...visit.partners];
  const counts = new Map<string, number>();
  for (const { task } of demands) {
    const known = tasks.get(task ?? '');
    if (task === undefined || known === undefined || !present.includes(known.lead)) continue;
    if (visit.kind === 'census' && known.kind !== 'census') continue;
    counts.set(task, (counts.get(task) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const first = sortedBy(counts, ([task]) => task).find(([, count]) => count === most);
  const lead = first === undefined ? visit.lead : (tasks.get(first[0])?.lead ?? visit.lead);
  return { lead, partners: present.filter((one) => one !== lead).sort(compareBytes) };
}
