import { canDo, type Due, type Stop } from './due.js';
import { groupedBy } from './groupedBy.js';

/**
 * Brings demands of one item at one site together in one visit, as far as the windows allow.
 *
 * No visit moves or disappears for it. A census visit may become a spot check while `spare`, the
 * number of spot-check visits still free under the cap, lasts.
 */
export function joinRepeats(stops: readonly Stop[], spare: number): void {
  let free = spare;
  for (const repeated of repeats(stops)) {
    let open = repeated;
    while (open.length > 1) {
      const here = stops.filter((stop) => stop.site === open[0]?.demand.site);
      const done = here.map((stop) => open.filter((due) => canDo(stop, due)));
      const most = done.reduce((a, b) => (b.length > a.length ? b : a));
      if (most.length < 2) break;
      const target = here[done.indexOf(most)] as Stop;
      for (const due of most) {
        const source = here.find((stop) => stop.dues.includes(due)) as Stop;
        const rest = source.dues.filter((other) => other !== due);
        if (source === target || !rest.some((other) => other.from === source.day)) continue;
        const kind = rest.some((other) => other.demand.kind === 'census') ? 'census' : 'spot-check';
        if (kind !== source.kind && free-- <= 0) continue;
        source.kind = kind;
        source.dues = rest;
        target.dues.push(due);
      }
      open = open.filter((due) => !most.includes(due));
    }
  }
}

/** The demands that are done and share site and item, where there are several. */
function repeats(stops: readonly Stop[]): Due[][] {
  if (stops.length < 2) return [];
  const done = stops.flatMap((stop) => stop.dues);
  return [...groupedBy(done, (due) => due.demand.item).values()]
    .filter((dues) => dues.length > 1)
    .flatMap((dues) => [...groupedBy(dues, (due) => due.demand.site).values()]);
}
