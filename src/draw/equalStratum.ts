import type { Sha256State } from '../core/sha256.js';
import { stateT52 } from '../ticket/t52.js';
import { shifted } from './drawOrder.js';
import { heldTickets } from './heldTickets.js';
import { type StratumSample, stratumSample } from './sample.js';

/** A stratum that is being drawn from: takes units one by one, then tells its sample. */
export interface StratumDraw {
  /** Takes a unit whose ticket is the eight words from `at`. */
  add(id: string, tickets: Sha256State, at: number, weight: number): void;
  done(): StratumSample;
}

/** What a stratum is drawn with. */
export interface StratumRule {
  readonly stratum: string;
  readonly quota: number;
  readonly substitutes: number;
  readonly offset: number;
}

/** A stratum drawn from by equal chances, whose state can be told in between. */
export interface EqualStratum extends StratumDraw {
  add(id: string, tickets: Sha256State, at: number): void;
  /** Counts units that can't be listed, as others come before them. */
  readonly skip: (units: number) => void;
  readonly size: () => number;
  /** The ids that can still be listed, in draw order. */
  readonly held: () => string[];
}

/** The smallest tickets of a stratum, every unit with the same chance; memory is O(sample). */
export function equalStratum(rule: StratumRule): EqualStratum {
  const { stratum, quota, substitutes, offset } = rule;
  const held = heldTickets(neededOf(rule));
  let size = 0;
  return {
    add(id, tickets, at) {
      size++;
      held.add(shifted(stateT52(tickets, at), offset), id, tickets, at);
    },
    skip: (units) => {
      size += units;
    },
    size: () => size,
    held: () => held.ordered().map(({ id }) => id),
    done() {
      const taken = Math.min(quota, size);
      return stratumSample({ stratum, size, quota, ordered: held.ordered(), taken, substitutes });
    },
  };
}

/** How many of a stratum a sample can tell of: the selected, the substitutes, the first ticket out. */
export function neededOf(rule: Pick<StratumRule, 'quota' | 'substitutes'>): number {
  return rule.quota + Math.max(rule.substitutes, 1);
}
