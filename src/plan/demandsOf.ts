import type { Demand, Item, Task } from '../register/nouns.js';

/** What of a task its demands hang on; an announced task has it too. */
export type DueTask = Pick<Task, 'id' | 'kind' | 'window' | 'duty'> & {
  readonly strata: readonly {
    readonly code: string;
    readonly method: Item['methods'][number];
    readonly items: readonly string[];
  }[];
};

/** Who is due for a task: drawn out of a stratum, or certain. */
export interface DueEntities {
  readonly certain: readonly {
    readonly id: string;
    readonly reason: string;
    readonly items: readonly string[];
  }[];
  readonly strata: readonly {
    readonly code: string;
    /** Those whom a draw by weight took for certain; they are of the quota as those drawn. */
    readonly takeAll?: readonly { readonly id: string }[];
    readonly selected: readonly { readonly id: string }[];
  }[];
}

/** A check at the desk, with the way it is made. */
export interface DueAtDesk {
  readonly entity: string;
  readonly task: string;
  readonly method: 'written' | 'off-site' | 'network';
}

/**
 * What is due for one task after its draw: for everybody drawn or certain one demand an item; for
 * those drawn out of a stratum that is not checked on the premises a desk check instead. The planner
 * asks it, and the verifier asks it again.
 *
 * @param authorityOf - the authority of an item
 * @param weightOf - how heavy an entity's demands are; the same for all of one entity
 */
export function demandsOf(
  task: DueTask,
  due: DueEntities,
  authorityOf: (item: string) => string,
  weightOf: (entity: string) => number,
): { readonly demands: readonly Demand[]; readonly desk: readonly DueAtDesk[] } {
  const demands: Demand[] = [];
  const desk: DueAtDesk[] = [];
  const add = (entity: string, items: readonly string[], cause: 'draw' | 'list' | 'floor') => {
    for (const item of items) {
      demands.push({
        id: demandId(task.id, item, entity),
        entity,
        authority: authorityOf(item),
        item,
        kind: task.kind,
        cause,
        window: task.window,
        weight: weightOf(entity),
        duty: cause !== 'draw' || task.duty === true,
      });
    }
  };
  for (const { id, reason, items } of due.certain) {
    add(id, items, reason.startsWith('list: ') ? 'list' : 'floor');
  }
  const strata = new Map(task.strata.map((stratum) => [stratum.code, stratum]));
  for (const { code, takeAll = [], selected } of due.strata) {
    const { method = 'on-site', items = [] } = strata.get(code) ?? {};
    for (const { id } of [...takeAll, ...selected]) {
      if (method === 'on-site') add(id, items, 'draw');
      else desk.push({ entity: id, task: task.id, method });
    }
  }
  return { demands, desk };
}

/** A demand's name, `task/item/entity`: ids of tasks and items hold no slash, so it is unique. */
export function demandId(task: string, item: string, entity: string): string {
  return `${task}/${item}/${entity}`;
}

/** The task and the item that a demand of a task is called after. */
export function taskAndItem(demand: string): { readonly task: string; readonly item: string } {
  const [task = '', item = ''] = demand.split('/', 2);
  return { task, item };
}
