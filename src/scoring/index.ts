export { checkScheme } from './check.js';
export { SCORING_CODES, type ScoringCode } from './codes.js';
export { type CompiledScheme, compileScheme, type SchemeAt, schemeAt } from './compile.js';
export type { Bins } from './constructs/bins.js';
export type { Combine } from './constructs/combine.js';
export type { Conditional } from './constructs/conditional.js';
export type { Construct, SchemeValue } from './constructs/construct.js';
export type { EventEffect, Events } from './constructs/events.js';
export type { EventCount, EventSum } from './constructs/eventValues.js';
export type { EventWindow } from './constructs/eventWindow.js';
export type { Counter, Ladder, Transition, Trigger } from './constructs/ladder.js';
export type { Lookup } from './constructs/lookup.js';
export type { NumberTerm } from './constructs/number.js';
export type { RatioValue } from './constructs/ratio.js';
export type { Table } from './constructs/table.js';
export { evaluate, evaluateStanding, type Score, type StatusScore } from './evaluate.js';
export { explain } from './explain.js';
export { type Explainer, explainerOf } from './explainer/explainer.js';
export { rate } from './rate.js';
export { type RatingAcross, rateAcross } from './rateAcross.js';
export type { AppliedOverride, Rating, StatusRating } from './rating.js';
export type { GateReason, Reason, ValueReason } from './reason.js';
export {
  type Band,
  defineScheme,
  type Gate,
  type Input,
  type Invariant,
  type Missing,
  type Override,
  type OverrideEffect,
  type Part,
  type Scheme,
  type StatusRule,
} from './scheme.js';
export { type Scorer, scorerOf } from './scorer/scorer.js';
