import { type HeldTickets, heldTickets } from './heldTickets.js';
import { type StratumSample, stratumSample } from './sample.js';

/** What a stratum is drawn with. */
export interface StratumRule {
  readonly stratum: string;
  readonly quota: number;
  readonly substitutes: number;
}

/** A stratum drawn from by equal chances, whose state can be told in between. */
export interface EqualStratum extends Pick<HeldTickets, 'add'> {
  /** The ids that can still be listed, in draw order. */
  readonly held: () => string[];
  /** The sample, once `size` units have come. */
  readonly done: (size: number) => StratumSample;
}

/** The smallest tickets of a stratum, every unit with the same chance; memory is O(sample). */
export function equalStratum(rule: StratumRule, ticketOf: (id: string) => string): EqualStratum {
  const { stratum, quota, substitutes } = rule;
  const { add, ordered } = heldTickets(neededOf(rule), ticketOf);
  return {
    add,
    held: () => ordered().map(({ id }) => id),
    done(size) {
      const taken = Math.min(quota, size);
      return stratumSample({ stratum, size, quota, ordered: ordered(), taken, substitutes });
    },
  };
}

/** How many of a stratum a sample can tell of: the selected, the substitutes, the first ticket out. */
export function neededOf(rule: Pick<StratumRule, 'quota' | 'substitutes'>): number {
  return rule.quota + Math.max(rule.substitutes, 1);
}
