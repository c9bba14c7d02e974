import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { errorAt, type Issue, within } from '../../core/issue.js';
import { sortedBy } from '../../core/order.js';
import { referenceOf } from '../../document/book.js';
import { bestFirst, type DocumentReference, type Scale } from '../../document/document.js';
import { type Condition, holds } from '../../register/condition.js';
import type { Entity } from '../../register/nouns.js';
import type { SchemeAt } from '../../scoring/compile.js';
import { evaluateStanding } from '../../scoring/evaluate.js';
import { explain, explainStatus } from '../../scoring/explain.js';
import { leaving, levelChange } from './levelChange.js';
import type { LevelChange, LevelHistory, LevelStanding } from './levelHistory.js';
import type { Regrading, RegradingRound } from './regrading.js';
import { roundOn } from './regradingDays.js';
import { standingOf } from './standingOf.js';

/** What rates in a round: the document on rounds, and the standards, the first that holds for each. */
export interface RegradeRules {
  readonly regrading: Regrading;
  /** `programme.at(day).risk`, or standards of one's own. */
  readonly risk: readonly { readonly when?: Condition; readonly at: SchemeAt }[];
}

/** The history after a round, what changed in it, and why some could not be rated. */
export interface Regraded {
  readonly history: LevelHistory;
  readonly changes: readonly LevelChange[];
  readonly issues: readonly Issue[];
}

/** A history before its first round. */
export function emptyHistory(regrading: Regrading): LevelHistory {
  requireArgument('emptyHistory', 'regrading', regrading, 'object');
  return {
    schema: 'evenhand/level-history/1',
    regrading: referenceOf(regrading),
    scales: [],
    rounds: [],
    changes: [],
    standings: [],
  };
}

/**
 * Rates every entity anew on the day of a round (定期评级、动态调整).
 *
 * Only active entities have a level; one that is gone, or closed, leaves. An entity whose facts do not
 * suffice keeps what it had and is told with its issues, each under the entity's id. A better level in a
 * round that may only go worse is held until one that may do both. No part of the history changes.
 *
 * @param entities - the whole register as of the day
 * @throws `no-such-round` for a day that is none, `round-not-later` where the history went further,
 * `other-regrading` for a history of another document
 * @example
 * ```ts
 * import { emptyHistory, regrade } from 'evenhand/risk';
 * import { exampleRegrading, exampleRisk } from 'evenhand/schemes';
 * import { compileScheme, schemeAt } from 'evenhand/scoring';
 *
 * const firm = { id: '示例企业00017', facts: { industry: '6210' }, lists: [], events: [] };
 * const rules = { regrading: exampleRegrading, risk: [{ at: schemeAt(compileScheme(exampleRisk), '2026-01-31') }] };
 * const { changes } = regrade(emptyHistory(exampleRegrading), [firm], rules);
 * changes.map(({ entity, cause, to }) => [entity, cause, to]); // => [['示例企业00017', 'first', 'medium']]
 * ```
 */
export function regrade(
  history: LevelHistory,
  entities: Iterable<Entity>,
  options: RegradeRules,
): Regraded {
  requireArgument('regrade', 'history', history, 'object');
  requireArgument('regrade', 'entities', entities, 'iterable');
  requireArgument('regrade', 'options', options, { regrading: 'object', risk: 'array' });
  const { regrading, risk } = options;
  const day = dayOfStandards(risk);
  const round = openRound(history, regrading, day);
  const before = new Map(history.standings.map((one) => [one.entity, one]));
  const standings: LevelStanding[] = [];
  const changes: LevelChange[] = [];
  const issues: Issue[] = [];
  const held: { entity: string; to: string }[] = [];
  const unrated: string[] = [];
  const used = new Map<string, { reference: DocumentReference; scale: Scale }>();
  let rated = 0;
  for (const entity of sortedBy(entities, ({ id }) => id)) {
    if ((entity.state ?? 'active') !== 'active') continue;
    const old = before.get(entity.id);
    const found = rating(entity, risk, day);
    before.delete(entity.id);
    if ('issues' in found) {
      unrated.push(entity.id);
      issues.push(...found.issues.map((issue) => within([entity.id], issue)));
      if (old !== undefined) standings.push(old);
      continue;
    }
    rated++;
    const { at, ...made } = found;
    const { scheme, reference } = at.compiled;
    used.set(reference.digest, { reference, scale: scheme.scale });
    const fresh = standingOf(entity.id, made.rating, day);
    if (old !== undefined && isSameLevel(old, fresh)) {
      standings.push(old);
    } else if (old !== undefined && isHeld(round, scheme.scale, old, fresh)) {
      held.push({ entity: entity.id, to: fresh.level });
      standings.push(old);
    } else {
      standings.push(fresh);
      changes.push(levelChange(old, fresh, made.rating, { on: day, round: round.id }));
    }
  }
  for (const old of before.values()) changes.push(leaving(old, { on: day, round: round.id }));
  const ordered = sortedBy(changes, ({ entity }) => entity);
  const schemes = sortedBy(used.values(), ({ reference }) => reference.digest);
  return {
    history: {
      ...history,
      scales: joinedScales(history.scales, [...schemes.map(({ scale }) => scale)]),
      rounds: [
        ...history.rounds,
        {
          on: day,
          round: round.id,
          rated,
          changed: ordered.length,
          held,
          unrated,
          schemes: schemes.map(({ reference }) => reference),
        },
      ],
      changes: [...history.changes, ...ordered],
      standings,
    },
    changes: ordered,
    issues,
  };
}

/** The rating of an entity by the first standard that holds for it, or what is wrong. */
function rating(entity: Entity, risk: RegradeRules['risk'], day: Day) {
  for (const { when, at } of risk) {
    const answer = when === undefined ? 'yes' : holds(when, entity, day);
    if (answer === 'no') continue;
    if (answer === 'missing') return { issues: [errorAt('standard-unclear', [], NOTHING)] };
    const score = evaluateStanding(at, entity);
    if ('status' in score) return { at, rating: explainStatus(at, entity, score) };
    if ('units' in score) return { at, rating: explain(at, entity, score) };
    return { issues: score };
  }
  return { issues: [errorAt('standard-missing', [], NOTHING)] };
}

const NOTHING = {} as const;

const isSameLevel = (a: LevelStanding, b: LevelStanding): boolean =>
  a.level === b.level && a.scale === b.scale && a.status === b.status;

/** Whether a round may not give a better level of the same scale. */
function isHeld(
  { may }: RegradingRound,
  scale: Scale,
  old: LevelStanding,
  fresh: LevelStanding,
): boolean {
  if (may === 'both' || old.scale !== fresh.scale) return false;
  if (old.status === true || fresh.status === true) return false;
  const order = bestFirst(scale);
  return order.indexOf(fresh.level) < order.indexOf(old.level);
}

function dayOfStandards(risk: RegradeRules['risk']): Day {
  const days = [...new Set(risk.map(({ at }) => at.asOf))];
  const [day] = days;
  if (day !== undefined && days.length === 1) return day;
  throw mistake('standards-of-days', `the standards are opened at ${days.length} days`, {
    given: days,
  });
}

function openRound(history: LevelHistory, regrading: Regrading, day: Day): RegradingRound {
  if (history.regrading.digest !== referenceOf(regrading).digest) {
    const { id, version } = history.regrading;
    throw mistake('other-regrading', `the history is one of \`${id}@${version}\``, {
      given: `${regrading.id}@${regrading.version}`,
      expected: `${id}@${version}`,
    });
  }
  const last = history.rounds.at(-1)?.on;
  if (last !== undefined && day <= last) {
    throw mistake('round-not-later', `\`${day}\` is not after the last round, \`${last}\``, {
      given: day,
      expected: last,
    });
  }
  const round = roundOn(regrading, day);
  if (round !== undefined) return round;
  throw mistake('no-such-round', `no round of \`${regrading.id}\` falls on \`${day}\``, {
    given: day,
    expected: regrading.rounds.map(({ id }) => id),
  });
}

function joinedScales(known: readonly Scale[], used: readonly Scale[]): Scale[] {
  const fresh = used.filter(
    (scale, i) =>
      !known.some(({ id }) => id === scale.id) && used.findIndex(({ id }) => id === scale.id) === i,
  );
  return sortedBy([...known, ...fresh], ({ id }) => id);
}
