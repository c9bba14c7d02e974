import type { Content } from '../matrix/matrix.js';
import type { Demand, Item, Task } from '../register/nouns.js';
import type { DeskCheck, TaskSample } from './plan.js';
import type { Prepared, Standing } from './prepared.js';

/**
 * What is due after the draw: for every entity a task drew or is certain of, one demand an item; for
 * a drawn entity whose cell is not checked on the premises, a desk check instead.
 */
export function demandsOf(
  prepared: Prepared,
  samples: readonly TaskSample[],
): { readonly demands: Demand[]; readonly desk: DeskCheck[] } {
  const standings = new Map(prepared.standings.map((standing) => [standing.id, standing]));
  const items = new Map(prepared.items.map((item) => [item.id, item]));
  const demands: Demand[] = [];
  const desk: DeskCheck[] = [];
  prepared.tasks.forEach(({ task, certain }, i) => {
    for (const { id, reason } of certain) {
      const cause = reason.startsWith('list: ') ? 'list' : 'floor';
      demands.push(...taskDemands(task, standings.get(id) as Standing, cause, items));
    }
    for (const { selected } of samples[i]?.strata ?? []) {
      for (const { id } of selected) {
        const standing = standings.get(id) as Standing;
        if (standing.method === 'on-site')
          demands.push(...taskDemands(task, standing, 'draw', items));
        else desk.push({ entity: id, task: task.id, method: standing.method });
      }
    }
  });
  return { demands: [...demands, ...prepared.causes], desk };
}

function taskDemands(
  task: Task,
  standing: Standing,
  cause: 'draw' | 'list' | 'floor',
  items: ReadonlyMap<string, Item>,
): Demand[] {
  return itemsFor(task.items, standing.content, items).map((item) => ({
    id: demandId(task.id, item.id, standing.id),
    entity: standing.id,
    authority: item.authority,
    item: item.id,
    kind: task.kind,
    cause,
    window: task.window,
    weight: standing.weight,
    duty: cause !== 'draw' || task.duty === true,
  }));
}

/** A demand's name, `task/item/entity`: ids of tasks and items hold no slash, so it is unique. */
export function demandId(task: string, item: string, entity: string): string {
  return `${task}/${item}/${entity}`;
}

/** The items of a task that an entity's cell asks for; a rank the task does not have means all. */
export function itemsFor(
  ids: readonly string[],
  content: Content,
  items: ReadonlyMap<string, Item>,
): Item[] {
  const all = ids.map((id) => items.get(id) as Item);
  if (content === 'all-items') return all;
  const some = all.filter(({ rank }) => rank === (content === 'key-items' ? 'key' : 'general'));
  return some.length === 0 ? all : some;
}
