import { type Condition, holds } from '../register/condition.js';
import type { CompiledScheme } from './compile.js';
import { binOf } from './constructs/edges.js';
import { noteMissing } from './constructs/members.js';
import { type CompiledInput, readNumber, readText } from './inputs.js';
import { checkReads, missingField } from './reads.js';
import type { Gate } from './scheme.js';
import type { View } from './view.js';

/** A gate as the evaluators read it. */
export interface CompiledGate {
  readonly rule: Gate;
  readonly when: Condition;
  readonly reads: readonly CompiledInput[];
  readonly level: number;
}

/** What turns an entity into a level: bands over a number, gates, or a text. */
export type CompiledLevels =
  | { readonly by: 'bands'; readonly on?: CompiledInput }
  | { readonly by: 'gates'; readonly gates: readonly CompiledGate[] }
  | { readonly by: 'value'; readonly input: CompiledInput };

/** All of some conditions and any of others, as one condition. */
export function gateCondition({ all = [], any }: Gate): Condition {
  return any === undefined ? { all } : { all: [...all, { any }] };
}

/** The place of the band or gate that gives the level, and the level; what is wrong is noted. */
export function baseLevel(
  compiled: CompiledScheme,
  units: number,
  view: View,
): { readonly band: number; readonly level: number } {
  const { by } = compiled;
  if (by === undefined) return ofBand(compiled, units);
  if (by.by === 'gates') return ofGate(by.gates, view);
  if (by.by === 'value') {
    const text = readText(by.input, view);
    if (text === undefined) noteMissing('levelFrom', by.input.name, view);
    return { band: -1, level: Math.max(0, compiled.levels.indexOf(text ?? '')) };
  }
  const value = by.on === undefined ? units : readNumber(by.on, view);
  if (value === undefined) noteMissing('bands', by.on?.name ?? '', view);
  return ofBand(compiled, value ?? 0);
}

function ofBand(compiled: CompiledScheme, units: number) {
  const band = binOf(compiled.edges, units);
  return { band, level: compiled.bandLevel[band] as number };
}

function ofGate(gates: readonly CompiledGate[], view: View) {
  for (let i = 0; i < gates.length; i++) {
    const { rule, when, reads, level } = gates[i] as CompiledGate;
    checkReads(reads, view);
    const answer = holds(when, view.subject, view.asOf);
    if (answer === 'yes') return { band: i, level };
    if (answer === 'missing' && rule.missing !== 'skip') {
      noteMissing(rule.level, missingField(when, view), view);
      break;
    }
  }
  return { band: -1, level: 0 };
}
