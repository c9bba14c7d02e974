import { decimalText } from '../../core/decimal.js';
import type { Issue } from '../../core/issue.js';
import type { Subject } from '../../register/condition.js';
import type { CompiledTerm } from '../../scoring/compile.js';
import type { Construct } from '../../scoring/constructs/construct.js';
import { binOf, rangesOf } from '../../scoring/constructs/edges.js';
import { evaluateTerm } from '../../scoring/evaluate.js';
import { type CompiledInput, readNumber, readText } from '../../scoring/inputs.js';
import { behindTerm } from './behind.js';
import { joined } from './choice.js';
import { type Finding, finding } from './finding.js';
import { entryOf } from './places.js';
import {
  combinations,
  eachChoice,
  isTriedWhole,
  namesOfTerm,
  narrowed,
  type Studied,
  variablesIn,
  viewOf,
  wholeEntity,
} from './sweep.js';

/** One thing tried on a term: who, what the term read, and its points. */
interface Trial {
  readonly entity: () => Subject;
  readonly given: number | string | undefined;
  readonly points: number;
}

/** Bins and entries nobody reaches, points that go up and down, points for what is not known. */
export function termFindings(study: Studied): Finding[] {
  const { scheme, terms } = study.at.compiled;
  return scheme.terms.flatMap((term, i): Finding[] => {
    if (term.kind === 'events') return [];
    const tried = trialsOf(study, term, i);
    if (tried === undefined)
      return [finding('undecided', ['terms', i], { given: term.id, expected: study.limit })];
    const { trials, isWhole } = tried;
    return [
      ...(isWhole ? unreached(term, terms[i] as CompiledTerm, trials, ['terms', i]) : []),
      ...turns(study, term, trials, ['terms', i]),
      ...rewards(study, term, trials, ['terms', i]),
    ];
  });
}

function trialsOf(
  study: Studied,
  term: Construct,
  i: number,
): { trials: Trial[]; isWhole: boolean } | undefined {
  const { compiled, bounds } = study.at;
  const names = behindTerm(compiled.scheme, term);
  const variables = variablesIn(study, names);
  if (combinations(variables) > study.limit) return undefined;
  const own = compiled.terms[i] as CompiledTerm;
  const at = narrowed(study.at, namesOfTerm(term));
  const trials: Trial[] = [];
  eachChoice(variables, (choices) => {
    const view = viewOf(at, joined(choices));
    const given = 'input' in own ? read(own.input, view) : undefined;
    const points = evaluateTerm(own, view, bounds[i]);
    if (view.issues.length === 0)
      trials.push({ entity: () => wholeEntity(study, choices, names), given, points });
    return undefined;
  });
  return { trials, isWhole: isTriedWhole(study, variables) };
}

function read(input: CompiledInput, view: ReturnType<typeof viewOf>): number | string | undefined {
  const { type } = input.input;
  const isText = type === 'category' || type === 'boolean' || type === 'code';
  return isText ? readText(input, view) : readNumber(input, view);
}

function unreached(
  term: Construct,
  own: CompiledTerm,
  trials: readonly Trial[],
  path: Issue['path'],
): Finding[] {
  if (term.kind === 'bins' && own.kind === 'bins') {
    const hit = new Set(
      trials.map(({ given }) => (typeof given === 'number' ? binOf(own.edges, given) : -1)),
    );
    const ranges = rangesOf(term.bins, own.input.places);
    return term.bins.flatMap((_, bin) =>
      hit.has(bin)
        ? []
        : [
            finding('bin-unreachable', [...path, 'bins', bin], {
              given: ranges[bin] as string,
              input: term.input,
            }),
          ],
    );
  }
  if (term.kind === 'lookup' && own.kind === 'lookup') {
    if (own.input.input.type === 'code') return [];
    const hit = new Set(
      trials.map(({ given }) => (typeof given === 'string' ? entryOf(own, given) : undefined)),
    );
    const entries = Object.keys(term.table).filter((entry) => !hit.has(entry));
    return entries.map((entry) =>
      finding('entry-unreachable', [...path, 'table', entry], { given: entry, input: term.input }),
    );
  }
  return [];
}

/** A number of which neither more nor less always means more points, with three entities' worth of proof. */
function turns(
  study: Studied,
  term: Construct,
  trials: readonly Trial[],
  path: Issue['path'],
): Finding[] {
  if (term.kind !== 'bins') return [];
  const known = trials
    .filter((one): one is Trial & { given: number } => typeof one.given === 'number')
    .sort((a, b) => a.given - b.given);
  let way = 0;
  for (let i = 1; i < known.length; i++) {
    const one = known[i] as (typeof known)[number];
    const before = known[i - 1] as (typeof known)[number];
    const step = Math.sign(one.points - before.points);
    if (step === 0) continue;
    if (way !== 0 && step !== way) {
      const { places } = study.at.compiled.scheme;
      const params = {
        given: decimalText(one.points, places),
        expected: decimalText(before.points, places),
        input: term.input,
      };
      return [
        finding('points-turn-round', [...path, 'bins'], params, {
          counterexample: one.entity(),
          against: before.entity(),
        }),
      ];
    }
    way = step;
  }
  return [];
}

/** Points for a fact that is not known which are better than those of a known one. */
function rewards(
  study: Studied,
  term: Construct,
  trials: readonly Trial[],
  path: Issue['path'],
): Finding[] {
  if (!('missing' in term) || term.missing === 'refuse') return [];
  const { direction, places } = study.at.compiled.scheme;
  const sign = direction === 'more-is-better' ? 1 : -1;
  const isOpen = (one: Trial): boolean =>
    one.points === units && (term.kind === 'conditional' ? true : one.given === undefined);
  const own = study.at.compiled.terms[path[1] as number] as { readonly missing?: number };
  const units = own.missing ?? 0;
  const known = trials.filter((one) => term.kind === 'conditional' || one.given !== undefined);
  const worst = known.reduce<Trial | undefined>(
    (worst, one) => (worst === undefined || (one.points - worst.points) * sign < 0 ? one : worst),
    undefined,
  );
  if (worst === undefined || (units - worst.points) * sign <= 0) return [];
  const params = {
    given: decimalText(units, places),
    expected: decimalText(worst.points, places),
    rule: term.id,
  };
  const hidden = trials.find(isOpen);
  return [
    finding('missing-rewarded', [...path, 'missing'], params, {
      counterexample: hidden?.entity(),
      against: worst.entity(),
    }),
  ];
}
