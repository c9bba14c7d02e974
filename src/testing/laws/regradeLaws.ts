import * as fc from 'fast-check';
import { addPeriod, type Day } from '../../core/day.js';
import { placesOf, scaled } from '../../core/decimal.js';
import { bestFirst } from '../../document/document.js';
import type { Entity } from '../../register/nouns.js';
import type { LevelChange, LevelHistory } from '../../risk/regrade/levelHistory.js';
import { emptyHistory, regrade } from '../../risk/regrade/regrade.js';
import type { Regrading } from '../../risk/regrade/regrading.js';
import { regradingDays } from '../../risk/regrade/regradingDays.js';
import { compileScheme, schemeAt } from '../../scoring/compile.js';
import type { Scheme } from '../../scoring/scheme.js';
import { differs, type Finding, firstFinding, type Law, law } from './law.js';

/** How a platform rates anew: this library's way, or one that claims to be equal. */
export interface RegradePlatform {
  readonly regrade?: (history: LevelHistory, entities: readonly Entity[], on: Day) => LevelHistory;
}

/**
 * What must hold of regrading: a history is only added to, each change begins where the one before ended, a
 * round that may only go worse betters nobody, and the points of a change add up to its score.
 *
 * @param regrading - a document that `checkRegrading` accepts
 * @param scheme - the standard that rates
 * @param entities - whom it rates: for instance `arbitraryEntity` of a programme that has the standard
 * @param platform - what is tried; this library's own where left out
 */
export function regradeLaws(
  regrading: Regrading,
  scheme: Scheme,
  entities: fc.Arbitrary<Entity>,
  platform: RegradePlatform = {},
): Law[] {
  const compiled = compileScheme(scheme);
  const {
    regrade: rate = (history, all, on) =>
      regrade(history, all, { regrading, risk: [{ at: schemeAt(compiled, on) }] }).history,
  } = platform;
  const { from } = scheme;
  const days = regradingDays(regrading, { from, to: addPeriod(from, { months: 15 }) }).slice(0, 6);
  const cases = fc
    .array(entities, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((one, i) => ({ ...one, id: `F${i}` })));
  const each = (name: string, check: (before: LevelHistory, after: LevelHistory) => Finding) =>
    law(name, cases, (all) => {
      let history = emptyHistory(regrading);
      return firstFinding(days, ({ on }) => {
        const before = history;
        history = rate(before, all, on);
        return check(before, history);
      });
    });
  const order = bestFirst(scheme.scale);
  return [
    each('only adds to a history', (before, after) =>
      differs(before.changes, after.changes.slice(0, before.changes.length)),
    ),
    each('begins each change where the one before ended', (before, after) =>
      firstFinding(after.changes.slice(before.changes.length), ({ entity, from: given, on }) => {
        const expected = before.changes.findLast((one) => one.entity === entity)?.to;
        return given === expected
          ? undefined
          : `\`${entity}\` comes from \`${given}\` on \`${on}\`, and stood at \`${expected}\``;
      }),
    ),
    each('betters nobody in a round that may only go worse', (_, after) => {
      const last = after.rounds.at(-1);
      const may = regrading.rounds.find(({ id }) => id === last?.round)?.may;
      if (last === undefined || may !== 'worse') return undefined;
      const better = after.changes.find(
        ({ on, from: given = '', to = '' }) =>
          on === last.on &&
          order.includes(given) &&
          order.includes(to) &&
          order.indexOf(to) < order.indexOf(given),
      );
      return better === undefined ? undefined : `\`${better.entity}\` is at \`${better.to}\``;
    }),
    each('says of which rules a change of score is made, exactly', (_, after) =>
      firstFinding(after.changes, (change) => sumFinding(change, String(scheme.start ?? '0'))),
    ),
  ];
}

function sumFinding({ entity, on, points, score }: LevelChange, start: string): Finding {
  if (score?.to === undefined) return undefined;
  const texts = [start, score.from ?? start, score.to, ...points.flatMap((p) => [p.from, p.to])];
  const places = Math.max(...texts.map((text) => placesOf(text ?? '0')));
  const units = (text: string | undefined): number => scaled(text ?? '0', places);
  const sum = points.reduce((so, one) => so + units(one.to) - units(one.from), 0);
  return sum === units(score.to) - units(score.from ?? start)
    ? undefined
    : `the points of \`${entity}\` on \`${on}\` do not add up`;
}
