import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { compareBytes } from '../../core/order.js';
import { compareRatios, parseRatio } from '../../core/ratio.js';
import { drawSample } from '../../draw/drawSample.js';
import { QUOTA_RULES, quota } from '../../draw/quota.js';
import type { StratumSample } from '../../draw/sample.js';
import { compareTickets } from '../../ticket/compareTickets.js';
import { ticketHasher } from '../../ticket/ticket.js';
import { arbitraryFrame, type FrameToDraw } from '../arbitraries/frame.js';
import { arbitraryOrder } from '../arbitraries/key.js';
import { arbitraryRatio } from '../arbitraries/ratio.js';
import { changes, differs, type Finding, firstFinding, type Law, law, repeated } from './law.js';

/** What is tried: this library's draw, or a platform's that claims to be equal. */
export interface DrawPlatform {
  readonly drawSample?: typeof drawSample;
  readonly quota?: typeof quota;
}

/** What must hold for a draw of equal chances, whatever is drawn from. */
export function drawLaws(platform: DrawPlatform = {}): Law[] {
  requireArgument('drawLaws', 'platform', platform, 'object');
  const { drawSample: draw = drawSample, quota: quotaOf = quota } = platform;
  const cases = arbitraryFrame();
  const strata = (input: FrameToDraw): readonly StratumSample[] => draw(input).strata;
  const stratumLaw = (name: string, check: (one: StratumSample, input: FrameToDraw) => Finding) =>
    law(name, cases, (input) => firstFinding(strata(input), (one) => check(one, input)));
  return [
    law('draws the same when asked twice', cases, (input) => differs(draw(input), draw(input))),
    law('leaves the frame as it was', cases, (input) => changes(input, draw)),
    law(
      'draws the same whatever the order of the frame',
      cases.chain((input) => fc.tuple(fc.constant(input), arbitraryOrder(input.frame))),
      ([input, frame]) => differs(draw(input), draw({ ...input, frame })),
    ),
    stratumLaw('draws exactly the quota of each stratum, or all of it', (one, input) => {
      const size = input.frame.filter(({ stratum }) => stratum === one.stratum).length;
      return differs(
        { size, quota: input.quotas[one.stratum], drawn: Math.min(size, one.quota) },
        { size: one.size, quota: one.quota, drawn: one.selected.length },
      );
    }),
    law('draws nobody twice and nobody from outside', cases, (input) => {
      const drawn = strata(input).flatMap(({ stratum, selected, substitutes }) =>
        [...selected, ...substitutes].map(({ id }) => ({ id, stratum })),
      );
      const stranger = drawn.find(
        ({ id, stratum }) => !input.frame.some((one) => one.id === id && one.stratum === stratum),
      );
      if (stranger !== undefined) return `\`${stranger.id}\` is not in \`${stranger.stratum}\``;
      return repeated(
        drawn.map(({ id }) => id),
        'entity',
      );
    }),
    stratumLaw('draws the smallest tickets, in their order', (one, input) => {
      const ticketOf = ticketHasher(input.key);
      const inOrder = input.frame
        .filter(({ stratum }) => stratum === one.stratum)
        .map(({ id }) => ({ id, ticket: ticketOf(id) }))
        .sort(compareTickets);
      const listed = [...one.selected, ...one.substitutes];
      return differs(inOrder.slice(0, one.quota + input.substitutes), listed);
    }),
    law(
      'draws everybody again, and more, where the quotas are larger',
      fc.tuple(cases, fc.nat(5)),
      ([input, more]) => {
        const larger = Object.entries(input.quotas).map(([code, size]) => [code, size + more]);
        const again = strata({ ...input, quotas: Object.fromEntries(larger) });
        const kept = new Set(again.flatMap(({ selected }) => selected.map(({ id }) => id)));
        return firstFinding(strata(input), ({ selected }) => {
          const lost = selected.find(({ id }) => !kept.has(id));
          return lost === undefined ? undefined : `\`${lost.id}\` is not drawn by larger quotas`;
        });
      },
    ),
    law('draws nobody else once somebody is taken out who was not drawn', cases, (input) => {
      const before = draw({ ...input, substitutes: 0 });
      const drawn = before.strata.flatMap(({ selected }) => selected.map(({ id }) => id));
      const out = input.frame.find(({ id }) => !drawn.includes(id));
      const after = draw({
        ...input,
        substitutes: 0,
        frame: input.frame.filter((unit) => unit !== out),
      });
      const idsOf = (list: readonly StratumSample[]): string[][] =>
        list.map(({ selected }) => selected.map(({ id }) => id));
      return differs(idsOf(before.strata), idsOf(after.strata));
    }),
    law(
      'asks for no less by a larger ratio, and never rounds by more than one',
      fc.tuple(fc.nat(5000), arbitraryRatio(), arbitraryRatio(), fc.constantFrom(...QUOTA_RULES)),
      ([size, one, two, rule]) => {
        const [less, more] = [one, two].sort(
          (a, b) => compareRatios(parseRatio(a), parseRatio(b)) || compareBytes(a, b),
        ) as [string, string];
        const asked = quotaOf(size, less, rule);
        if (asked > quotaOf(size, more, rule)) return `\`${less}\` asks for more than \`${more}\``;
        const { p, q } = parseRatio(less);
        const [floor, ceiling] = [(BigInt(size) * p) / q, (BigInt(size) * p + q - 1n) / q];
        const isNear = BigInt(asked) >= floor && BigInt(asked) <= ceiling;
        return isNear ? undefined : `\`${less}\` of \`${size}\` is asked as \`${asked}\``;
      },
    ),
  ];
}
