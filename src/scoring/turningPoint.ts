/**
 * The first integer from `low` to `high` for which a question that turns only once is answered yes;
 * `high + 1` where none is. Asking the row evaluator itself where its answer turns keeps the two equal.
 */
export function turningPoint(low: number, high: number, isYes: (n: number) => boolean): number {
  let from = low;
  let to = high + 1;
  while (from < to) {
    const middle = from + Math.floor((to - from) / 2);
    if (isYes(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
