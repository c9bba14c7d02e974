// The hidden state of the firms: a toy model. Every number in it is made up; none was measured anywhere.
// What the year shows follows from it, so read it first.
//
//   1. Firms stand in a row by what is known of them when the plan is made: half their missing credit
//      points, half their risk points, the worst last. A firm's place is a share from 0 to 1.
//   2. In a share of firms, `strength`, the hidden place is that place. In the others it is drawn blindly.
//      With strength 0 the record says nothing about the hidden state, with 1 it says all.
//   3. Each firm has three places where a fault can be: papers, premises, safety. In each there is one on
//      1 January with chance 4 % + 56 % × place², and one arises during the year with half that chance.
//   4. A visit sees each fault that is there with chance 80 %, whatever it was made for. What it sees is
//      put right, and does not come again that year.
import { randomStream } from 'evenhand/simulate';

/** The made-up numbers of the model. */
export const MODEL = {
  slots: ['papers', 'premises', 'safety'],
  least: 0.04,
  most: 0.56,
  arises: 0.5,
  seen: 0.8,
} as const;

/** The days of the year on which a fault is there from, by place where it can be; none where it never is. */
export type Faults = readonly (number | undefined)[];

/** Where a firm stands among all by what is known of it, from 0 (best) up to but not 1. */
export type Places = ReadonlyMap<string, number>;

/** Firms by their points: the less credit and the more risk, the later; equal ones by a blind number. */
export function placesByRecord(
  points: ReadonlyMap<string, { readonly credit: number; readonly risk: number }>,
  seed: string,
): Places {
  const rows = [...points].map(([id, { credit, risk }]) => ({
    id,
    worse: (100 - credit) / 2 + risk / 2,
    blind: randomStream(seed, 'tie', id)(),
  }));
  rows.sort((a, b) => a.worse - b.worse || a.blind - b.blind);
  return new Map(rows.map(({ id }, i) => [id, i / rows.length]));
}

/** The hidden state of every firm for each strength, out of the same chances. */
export function hiddenFaults(
  places: Places,
  seed: string,
  strengths: readonly number[],
): ReadonlyMap<string, Faults>[] {
  const states = strengths.map(() => new Map<string, Faults>());
  for (const [id, known] of places) {
    const random = randomStream(seed, 'hidden', id);
    const [follows, blind] = [random(), random()];
    const chances = MODEL.slots.map(() => [random(), random(), random()] as const);
    strengths.forEach((strength, i) => {
      const place = follows < strength ? known : blind;
      const chance = MODEL.least + MODEL.most * place * place;
      states[i]?.set(
        id,
        chances.map(([start, later, day]) => {
          if (start < chance) return 0;
          return later < chance * MODEL.arises ? 1 + Math.floor(day * 365) : undefined;
        }),
      );
    });
  }
  return states;
}

/** What visits see, and what is still there: each firm has a row of chances of its own. */
export function eyes(seed: string) {
  const firms = new Map<string, { random: () => number; found: Set<number> }>();
  const of = (id: string) => {
    const own = firms.get(id) ?? { random: randomStream(seed, 'seen', id), found: new Set() };
    firms.set(id, own);
    return own;
  };
  return {
    /** The places where a fault is on a day of the year (1 to 365) that no visit found before. */
    open: (id: string, faults: Faults, day: number): number[] =>
      faults.flatMap((from, slot) =>
        from !== undefined && from <= day && !of(id).found.has(slot) ? [slot] : [],
      ),
    /** Those that a visit on the day sees; they are put right. */
    look(id: string, faults: Faults, day: number): number[] {
      const there = this.open(id, faults, day);
      const { random, found } = of(id);
      const seen = faults.map(() => random() < MODEL.seen);
      const now = there.filter((slot) => seen[slot]);
      for (const slot of now) found.add(slot);
      return now;
    },
  };
}
