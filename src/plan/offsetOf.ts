import { spreadOffset } from '../draw/drawOrder.js';
import type { Task } from '../register/nouns.js';

/** Where a task's draw begins in the order of tickets. */
export function offsetOf({ spread }: Pick<Task, 'spread'>): number {
  return spread === undefined ? 0 : spreadOffset(spread.place - 1, spread.of);
}
