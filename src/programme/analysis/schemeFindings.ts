import type { Day } from '../../core/day.js';
import { compileScheme } from '../../scoring/compile.js';
import { evaluateStanding } from '../../scoring/evaluate.js';
import type { Scheme } from '../../scoring/scheme.js';
import type { Finding } from './finding.js';
import { sunsetFindings } from './frameFindings.js';
import { ladderFindings } from './ladderFindings.js';
import { levelFindings, reachableLevels } from './levelFindings.js';
import { sweepLevels } from './levelSweep.js';
import { type Studied, studied } from './sweep.js';
import { termFindings } from './termFindings.js';
import { totalFindings } from './totalFindings.js';
import { totalsOf } from './totals.js';
import { unusedFindings } from './unusedFindings.js';
import { variablesOf } from './variables.js';

/** What is analysed, and how far. */
export interface SchemeQuestion {
  readonly asOf: Day;
  readonly limit: number;
  readonly eventKinds: readonly string[];
}

/** Everything found in a scheme without errors, and the levels it reaches where that is known. */
export function schemeFindings(
  scheme: Scheme,
  { asOf, limit, eventKinds }: SchemeQuestion,
): { readonly findings: Finding[]; readonly levels: ReadonlySet<string> | undefined } {
  const study = studied(compileScheme(scheme), variablesOf([scheme], asOf), asOf, limit);
  const totals = totalsOf(study);
  const sweep = sweepLevels(study);
  const findings = [
    ...termFindings(study),
    ...totalFindings(study, totals),
    ...levelFindings(study, sweep, totals),
    ...ladderFindings(scheme),
    ...sunsetFindings(scheme),
    ...unusedFindings(scheme, eventKinds),
  ];
  return {
    findings: distinct(findings.map((one) => confirmed(study, one))),
    levels: reachableLevels(study, sweep, totals.total),
  };
}

/** A made-up entity stays only if the evaluator has an answer for it. */
function confirmed({ at }: Studied, one: Finding): Finding {
  const { counterexample, against, ...rest } = one;
  const answers = (entity: Finding['against']): boolean => {
    if (entity === undefined) return false;
    const score = evaluateStanding(at, entity);
    return 'units' in score || 'status' in score;
  };
  if (counterexample === undefined || !answers(counterexample)) return rest;
  if (against === undefined) return one;
  return answers(against) ? one : { ...rest, counterexample };
}

function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, path }) => {
    const key = `${code} ${path.join('.')}`;
    return !seen.has(key) && seen.add(key);
  });
}
