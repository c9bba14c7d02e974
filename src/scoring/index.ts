export { checkScheme } from './check.js';
export { SCORING_CODES, type ScoringCode } from './codes.js';
export { type CompiledScheme, compileScheme, type SchemeAt, schemeAt } from './compile.js';
export type { Bins } from './constructs/bins.js';
export type { Conditional } from './constructs/conditional.js';
export type { Construct } from './constructs/construct.js';
export type { EventEffect, Events } from './constructs/events.js';
export type { Lookup } from './constructs/lookup.js';
export { evaluate, type Score } from './evaluate.js';
export { explain } from './explain.js';
export type { AppliedOverride, Rating } from './rating.js';
export type { Reason } from './reason.js';
export {
  type Band,
  defineScheme,
  type Input,
  type Missing,
  type Override,
  type OverrideEffect,
  type Part,
  type Scheme,
} from './scheme.js';
