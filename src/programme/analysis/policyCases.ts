import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import { decimalText } from '../../core/decimal.js';
import { mistake } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import { shownValue } from '../../core/shownValue.js';
import { compileScheme, schemeAt } from '../../scoring/compile.js';
import { evaluateStanding } from '../../scoring/evaluate.js';
import type { Scheme } from '../../scoring/scheme.js';
import { type Assessable, safeAssess } from '../assess.js';
import { parseProgramme } from '../parseProgramme.js';
import type { Programme, ProgrammeSource } from '../programme.js';
import { type Coverage, schemeCoverage } from './coverage.js';

/** A test of a policy as data, to be kept beside it. */
export interface PolicyCase {
  readonly name: string;
  readonly entity: Assessable;
  readonly asOf: Day;
  readonly expect: CaseExpectation;
  /** Where it is written that the answer is this. */
  readonly cite?: string;
}

/** What a case expects; what it leaves out may be anything. */
export interface CaseExpectation {
  /** Of a scheme: the score as text, the level or the status. */
  readonly score?: string;
  readonly level?: string;
  readonly status?: string;
  /** Of a scheme: the overrides that fired, by id, in their order. */
  readonly overrides?: readonly string[];
  /** Of a programme: the credit grade, the risk level under `level`, the tier and the share drawn. */
  readonly grade?: string;
  readonly tier?: string;
  readonly ratio?: string;
  /** The codes of what is wrong with the entity's facts. */
  readonly issues?: readonly string[];
}

/** What became of one case. */
export interface CaseResult {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: CaseExpectation;
  /** What the policy says, of all that was asked. */
  readonly given: CaseExpectation;
}

/** What became of all cases, and what they did not touch. */
export interface CaseReport {
  readonly ok: boolean;
  readonly results: readonly CaseResult[];
  /** For each scheme, by id, what the cases came to and what they did not, with the reason. */
  readonly coverage: Readonly<Record<string, Coverage>>;
}

/**
 * Runs the test cases of a policy and says what of it they cover.
 *
 * @param policy - a scheme or a programme, as plain data without errors
 * @param cases - as they stand in a JSON file beside the policy
 * @param options.coverage - whether to work out what the cases cover, which takes longer; yes where left out
 * @returns for each case what was expected and given; for each scheme its bins, bands, gates,
 * overrides, statuses and cells that no case came to: `unreachable`, `no-case` or `undecided`
 * @throws `wrong-kind` for a document that is neither; `bad-programme`
 *
 * @example
 * ```ts
 * import { policyCases } from 'evenhand/programme';
 * import { exampleRisk } from 'evenhand/schemes';
 *
 * const entity = { id: 'A', facts: { industry: '6210', hazardous: true }, events: [], lists: [] };
 * const report = policyCases(exampleRisk, [
 *   { name: 'a shop with gas', entity, asOf: '2026-01-15', expect: { score: '42', level: 'medium' } },
 * ]);
 * [report.ok, report.coverage['example-risk']?.bands.covered]; // => [true, 1]
 * ```
 */
export function policyCases(
  policy: Scheme | ProgrammeSource,
  cases: readonly PolicyCase[],
  options: { readonly coverage?: boolean } = {},
): CaseReport {
  requireArgument('policyCases', 'policy', policy, 'object');
  requireArgument('policyCases', 'cases', cases, 'array');
  requireArgument('policyCases', 'options', options, 'object');
  const { coverage = true } = options;
  const isProgramme = policy.schema === 'evenhand/programme/1';
  if (!isProgramme && policy.schema !== 'evenhand/scheme/1') {
    const given = shownValue((policy as { schema?: unknown }).schema);
    throw mistake('wrong-kind', `cases are run on a scheme or a programme, given \`${given}\``, {
      given,
      expected: 'scheme | programme',
    });
  }
  const answer = isProgramme ? ofProgramme(parseProgramme(policy)) : ofScheme(policy);
  const results = cases.map((one): CaseResult => {
    const full = answer(one);
    const asked = Object.keys(one.expect) as (keyof CaseExpectation)[];
    const given = Object.fromEntries(
      asked.map((key) => [key, full[key]]).filter(([, value]) => value !== undefined),
    );
    const ok =
      asked.every((key) => String(full[key]) === String(one.expect[key])) &&
      (full.issues === undefined || asked.includes('issues'));
    return {
      name: one.name,
      ok,
      expected: one.expect,
      given: ok || full.issues === undefined ? given : { ...given, issues: full.issues },
    };
  });
  const schemes = isProgramme ? policy.documents.filter((one) => one.kind === 'scheme') : [policy];
  return {
    ok: results.every(({ ok }) => ok),
    results,
    coverage: Object.fromEntries(
      (coverage ? schemes : []).map((scheme) => [
        keyOf(scheme, schemes),
        schemeCoverage(scheme, cases),
      ]),
    ),
  };
}

/** Two versions of a scheme are told apart. */
const keyOf = (scheme: Scheme, all: readonly Scheme[]): string =>
  all.filter(({ id }) => id === scheme.id).length > 1
    ? `${scheme.id}@${scheme.version}`
    : scheme.id;

type Answer = (one: PolicyCase) => CaseExpectation;

function ofScheme(scheme: Scheme): Answer {
  const compiled = compileScheme(scheme);
  return ({ entity, asOf }) => {
    const score = evaluateStanding(schemeAt(compiled, asOf), entity);
    if ('status' in score) return { status: compiled.statuses?.[score.status]?.rule.id ?? '' };
    if (!('units' in score)) return { issues: codesOf(score) };
    return {
      score: decimalText(score.units, scheme.places),
      level: compiled.levels[score.level] as string,
      overrides: score.fired.map(({ override }) => compiled.overrides[override]?.rule.id ?? ''),
    };
  };
}

function ofProgramme(programme: Programme): Answer {
  return ({ entity, asOf }) => {
    const result = safeAssess(programme, entity, { asOf });
    if (!result.ok) return { issues: codesOf(result.issues) };
    const { credit, risk, measures } = result.value;
    return {
      ...{ grade: credit.grade, level: risk.level },
      ...{ tier: measures.tier, ratio: measures.ratio },
    };
  };
}

const codesOf = (issues: readonly Issue[]): string[] => [
  ...new Set(issues.map(({ code }) => code)),
];
