import { bundlesOf } from './bundles.js';
import { bundlesByInspector, CHUNK } from './bundlesByInspector.js';
import type { Network } from './network.js';

/**
 * The halls and gates of the slots that list an inspector, less those a search has come to and those of
 * slots that are drawn: a bit for each, bundle by bundle, so that nearly all are passed over 32 at a time.
 */
export interface ListedHalls {
  /** Says that all slots before this one are drawn. */
  readonly open: (slot: number) => void;
  /** Begins with the last halls again, whoever is asked for next. */
  readonly restart: () => void;
  /** Takes a hall or gate out, and puts it back. */
  readonly take: (node: number) => void;
  readonly put: (node: number) => void;
  /**
   * Goes through some of those that list an inspector, from the last back, on from where the call
   * before ended, until `come` says to stop.
   *
   * @returns whether there are more
   */
  readonly some: (inspector: number, come: (node: number) => boolean) => boolean;
  /** How many steps that took, in all calls. */
  steps: number;
}

/** How many bundles of an inspector are gone through at a time. */
const STRETCH = 64;

/** @param chunkSize - how many bundles are laid out at a time by whom they list */
export function listedHalls(network: Network, chunkSize = CHUNK): ListedHalls {
  const { inspectors, slots, lead } = network;
  const gates = inspectors + slots;
  const bundles = bundlesOf(network.candidates);
  const { count, of, place, first: firstSlot, slot: slotsOf } = bundles;
  const listed = bundlesByInspector(network, bundles, chunkSize);
  // A word for the halls of each bundle, then one for its gates.
  const fresh = new Int32Array(2 * count);
  let firstOpen = 0;
  let firstBundle = 0;
  // How far one has come: the chunk, and the place in it.
  let chunk = -1;
  let at = -1;
  const halls: ListedHalls = { open, restart, take, put, some, steps: 0 };
  for (let node = inspectors; node < gates + slots; node++) put(node);
  return halls;

  function open(slot: number): void {
    for (; firstOpen < slot; firstOpen++) {
      take(inspectors + firstOpen);
      take(gates + firstOpen);
    }
    while (slotAt(firstBundle, 0) < slot) firstBundle++;
  }

  function restart(): void {
    chunk = -1;
  }

  function take(node: number): void {
    const slot = node < gates ? node - inspectors : node - gates;
    const word = (node < gates ? 0 : count) + (of[slot] as number);
    fresh[word] = (fresh[word] as number) & ~(1 << (place[slot] as number));
  }

  function put(node: number): void {
    const slot = node < gates ? node - inspectors : node - gates;
    const word = (node < gates ? 0 : count) + (of[slot] as number);
    fresh[word] = (fresh[word] as number) | (1 << (place[slot] as number));
  }

  function some(inspector: number, come: (node: number) => boolean): boolean {
    const isBegun = chunk >= 0;
    if (!isBegun) chunk = Math.floor((count - 1) / chunkSize);
    const { from, first, bundle: places } = listed(chunk);
    if (!isBegun) at = (first[inspector + 1] as number) - 1;
    const begin = first[inspector] as number;
    const end = Math.max(begin, at - STRETCH);
    const [nodes, words] = lead[inspector] === 1 ? [inspectors, 0] : [gates, count];
    halls.steps += at - end + 1;
    for (; at >= end; at--) {
      const bundle = from + (places[at] as number);
      if (bundle < firstBundle) break;
      let bits = fresh[words + bundle] as number;
      for (; bits !== 0; bits &= bits - 1) {
        halls.steps++;
        if (come(nodes + slotAt(bundle, 31 - Math.clz32(bits & -bits)))) return true;
      }
    }
    if (at >= begin && at < end) return true;
    if (at < begin && chunk > Math.floor(firstBundle / chunkSize)) {
      chunk--;
      at = (listed(chunk).first[inspector + 1] as number) - 1;
      return true;
    }
    chunk = -1;
    return false;
  }

  function slotAt(bundle: number, bit: number): number {
    return slotsOf[(firstSlot[bundle] as number) + bit] as number;
  }
}
