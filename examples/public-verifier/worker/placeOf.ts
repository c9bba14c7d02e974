import type { NoticeA, NoticeB } from 'evenhand/notice';
import type { Place } from '../messages.js';

/**
 * What a field of a notice is about, for people: `B.samples[3].strata[1].selected[0].id` is a place in
 * the list of those drawn, of a stratum, of a task. Empty for fields about a notice as a whole.
 */
export function placeOf(field: string, a: NoticeA, b: NoticeB): Place[] {
  const numbers = [...field.matchAll(/\[(\d+)\]/g)].map(([, digits]) => Number(digits));
  const [first = -1, second = -1, third = -1] = numbers;
  if (field.startsWith('B.visits[')) return ofVisit(b, first);
  if (field.startsWith('B.staff[')) return named('officer', b.staff[first]?.id);
  if (field.startsWith('B.loads[')) return named('officer', b.loads[first]?.inspector);
  if (field.startsWith('B.deferred[')) return named('firm', b.deferred[first]?.entity);
  if (field.startsWith('B.entropy[')) return named('source', b.entropy[first]?.label);
  if (field.startsWith('frame[')) {
    const id = /^frame\[([^\]]*)\]/.exec(field)?.[1];
    return taskNamed(a.tasks.find((task) => task.id === id));
  }
  const task = a.tasks[first];
  if (field.startsWith('A.tasks[')) return taskNamed(task);
  if (!field.startsWith('B.samples[')) return [];
  const stratum = b.samples[first]?.strata[second];
  const list = /\.(selected|substitutes)\[/.exec(field)?.[1] as
    | 'selected'
    | 'substitutes'
    | undefined;
  return [
    ...taskNamed(task),
    ...named('stratum', field.includes('.strata[') ? stratum?.code : undefined),
    ...(list === undefined || third < 0
      ? []
      : [
          { kind: list, name: String(third + 1) } as const,
          ...named('firm', stratum?.[list][third]?.id),
        ]),
  ];
}

function ofVisit(b: NoticeB, i: number): Place[] {
  const visit = b.visits[i];
  return visit === undefined ? [] : [...named('firm', visit.entity), ...named('day', visit.day)];
}

const taskNamed = (task: NoticeA['tasks'][number] | undefined): Place[] =>
  named('task', task?.name ?? task?.id);

function named(kind: Place['kind'], name: string | undefined): Place[] {
  return name === undefined ? [] : [{ kind, name: name.slice(0, 120) }];
}
