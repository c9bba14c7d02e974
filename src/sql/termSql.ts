import type { CompiledTerm } from '../scoring/compile.js';
import type { CompiledBins } from '../scoring/constructs/bins.js';
import type { CompiledEvents, EventBounds } from '../scoring/constructs/compiledEvents.js';
import type { CompiledConditional } from '../scoring/constructs/conditional.js';
import type { Construct } from '../scoring/constructs/construct.js';
import type { CompiledLookup } from '../scoring/constructs/lookup.js';
import { type CompiledNumber, MOST_UNITS } from '../scoring/constructs/number.js';
import type { CompiledInput } from '../scoring/inputs.js';
import { beginsWith, conditionSql } from './conditionSql.js';
import type { Sight } from './held.js';

/** What terms read beside conditions. */
export interface TermSight extends Sight {
  /** An input as whole units at its own places. */
  units(input: CompiledInput): string;
  /** Conditions of which one holds where an entity's number does not fit the places of an input. */
  misfits(input: CompiledInput): readonly string[];
  /** The sum of the events of a term. */
  eventPoints(term: CompiledEvents, bounds: EventBounds): string;
  /** How many events in effect are of none of some kinds. */
  unknownKinds(kinds: ReadonlySet<string>): string;
}

type TermSql<T> = (term: T, sight: TermSight, bounds: EventBounds | undefined) => string;

/** The points of each construct as an expression; NULL where a row has no answer. */
const terms = {
  bins: binsSql,
  lookup: lookupSql,
  conditional: conditionalSql,
  number: numberSql,
  events: eventPointsSql,
} satisfies Record<Construct['kind'], unknown>;

/** The points of a term; NULL where the term has none, and then the row has no answer. */
export function termSql(
  term: CompiledTerm,
  sight: TermSight,
  bounds: EventBounds | undefined,
): string {
  return (terms[term.kind] as TermSql<CompiledTerm>)(term, sight, bounds);
}

const orNull = (points: number | undefined): string =>
  points === undefined ? 'NULL' : String(points);

function binsSql({ input, edges, points, missing }: CompiledBins, sight: TermSight): string {
  const units = sight.units(input);
  return binned(units, edges, points, orNull(missing));
}

/** The entry of the bin a number lies in, asked from the highest bound down. */
export function binned(
  units: string,
  edges: readonly number[],
  entries: readonly number[],
  missing: string,
): string {
  const upper = edges
    .map((edge, bin) => `WHEN ${units} >= ${edge} THEN ${entries[bin]}`)
    .slice(1)
    .reverse();
  return `CASE WHEN ${units} IS NULL THEN ${missing} ${[...upper, `ELSE ${entries[0]}`].join(' ')} END`;
}

function lookupSql(term: CompiledLookup, sight: TermSight): string {
  const held = sight.field(term.input.name);
  const { sql } = held;
  const { text } = sight.dialect;
  const entries = [...term.table];
  // The longest entry a code begins with: entries of one length exclude each other.
  if (term.byPrefix) entries.sort(([a], [b]) => [...b].length - [...a].length);
  const isEntry = (entry: string): string => {
    if (held.kind === 'boolean') return entry === 'true' ? sql : `NOT ${sql}`;
    return term.byPrefix ? beginsWith(sql, entry, text) : `${sql} = ${text(entry)}`;
  };
  const isUsable = ([entry]: readonly [string, number]): boolean =>
    held.kind === 'boolean'
      ? entry === 'true' || entry === 'false'
      : entry !== '' || !term.byPrefix;
  if (!entries.some(isUsable) && term.otherwise === undefined && term.missing === undefined) {
    return sight.dialect.big('NULL');
  }
  return [
    `CASE WHEN ${sql} IS NULL THEN ${orNull(term.missing)}`,
    ...entries.filter(isUsable).map(([entry, points]) => `WHEN ${isEntry(entry)} THEN ${points}`),
    `ELSE ${orNull(term.otherwise)} END`,
  ].join(' ');
}

function conditionalSql(term: CompiledConditional, sight: TermSight): string {
  const { points, otherwise, missing } = term;
  return `CASE (${conditionSql(term.when, sight)}) WHEN TRUE THEN ${points} WHEN FALSE THEN ${otherwise} ELSE ${orNull(missing)} END`;
}

function numberSql({ input, factor, missing }: CompiledNumber, sight: TermSight): string {
  const units = sight.units(input);
  if (factor === 0) return `CASE WHEN ${units} IS NULL THEN ${orNull(missing)} ELSE 0 END`;
  const most = Math.floor(MOST_UNITS / Math.abs(factor));
  return `CASE WHEN ${units} IS NULL THEN ${orNull(missing)} WHEN ${units} BETWEEN -${most} AND ${most} THEN ${units} * ${factor} END`;
}

/** The sum of events in a window between its ends; NULL where the window or the rules are refused by name. */
export function eventPointsSql(
  term: CompiledEvents,
  sight: TermSight,
  bounds: EventBounds | undefined,
): string {
  const { select, id } = term;
  const { repeat, rules, window } = select ?? { rules: {}, window: term.window };
  const limits = [
    ...(rules.where === undefined ? [] : ['where']),
    ...(rules.consolidate === undefined ? [] : ['consolidate']),
    ...(rules.suspend === undefined ? [] : ['suspend']),
    ...(repeat === undefined ? [] : ['repeat']),
    ...('last' in window ? ['window.last'] : []),
    ...('since' in window ? ['window.since'] : []),
  ];
  for (const limit of limits) sight.refusals.refuse(`events.${limit}`, id);
  if (limits.length > 0) return 'NULL';
  return between(sight.eventPoints(term, bounds as EventBounds), term);
}

/** A sum held between two ends. What is NULL is found to be so elsewhere: engines differ in what they make of it here. */
export function between(
  sql: string,
  { min, max }: { readonly min: number; readonly max: number },
): string {
  const above = min === -Infinity ? sql : `GREATEST(${sql}, ${min})`;
  return max === Infinity ? above : `LEAST(${above}, ${max})`;
}
