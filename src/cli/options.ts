import { isDay } from '../core/day.js';
import { mistake } from '../core/error.js';
import type { EntropySource } from '../plan/planInput.js';
import type { Entropy } from '../ticket/drawSeed.js';
import type { Standing } from '../visits/isEligible.js';
import type { InputFileOptions } from './inputFiles.js';

/** Where the input comes from and how it is read. */
export interface InputOptions extends Readonly<InputFileOptions> {
  readonly sampleCity?: number;
  readonly seed?: string;
  readonly encoding: 'auto' | 'utf-8' | 'gb18030';
  readonly source: readonly EntropySource[];
}

/** The entities of a sample city of which nobody said how large it is. */
export const CITY_SIZE = 20_000;

/** A whole number of at least 1. */
export function countOption(option: string): (text: string) => number {
  return (text) => {
    if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
    throw badOption(option, text, '1, 2, 3, …');
  };
}

/** A year of four digits. */
export function yearOption(text: string): number {
  if (/^[1-9]\d{3}$/.test(text)) return Number(text);
  throw badOption('--year', text, 'YYYY');
}

/** A civil day. */
export function dayOption(option: string): (text: string) => string {
  return (text) => {
    if (isDay(text)) return text;
    throw badOption(option, text, 'YYYY-MM-DD');
  };
}

/** One of a few words. */
export function choiceOption<T extends string>(
  option: string,
  choices: readonly T[],
): (text: string) => T {
  return (text) => {
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    throw badOption(option, text, choices.join(' | '));
  };
}

/** What a source gave, as `label=value`. */
export function entropyOption(text: string, before: readonly Entropy[]): Entropy[] {
  const at = text.indexOf('=');
  if (at <= 0 || at === text.length - 1) throw badOption('--entropy', text, 'LABEL=VALUE');
  return [...before, { label: text.slice(0, at), value: text.slice(at + 1) }];
}

/** Where a firm stands on a scale, as `scale=level`. */
export function standingOption(text: string, before: readonly Standing[]): Standing[] {
  const at = text.indexOf('=');
  if (at <= 0 || at === text.length - 1) throw badOption('--standing', text, 'SCALE=LEVEL');
  return [...before, { scale: text.slice(0, at), level: text.slice(at + 1) }];
}

/** A SHA-256 digest in hex. */
export function digestOption(option: string): (text: string) => string {
  return (text) => {
    if (/^[0-9a-fA-F]{64}$/.test(text)) return text.toLowerCase();
    throw badOption(option, text, '[0-9a-f]{64}');
  };
}

/** The error for an option whose value is no value of it. */
export function badOption(option: string, given: string, expected: string) {
  return mistake('bad-option', `option ${option} is \`${given}\`, expected ${expected}`, {
    option,
    given,
    expected,
  });
}
