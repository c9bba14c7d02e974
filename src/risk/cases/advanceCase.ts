import { type Deadline, deadlineOn } from '../../calendar/deadline.js';
import type { WorkingCalendar } from '../../calendar/workingCalendar.js';
import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { referenceOf } from '../../document/book.js';
import type { Signal } from '../warnings/signal.js';
import type { WarningRules } from '../warnings/warningRules.js';
import type { CaseState, CaseStep, WarningCase } from './warningCase.js';

/** What deadlines are counted by, where they are in working days. */
export interface CaseOptions {
  readonly working?: WorkingCalendar;
}

/** A case after a step; with issues it is the case as it was, and the step was not taken. */
export interface Advanced {
  readonly case: WarningCase;
  readonly issues: readonly Issue[];
}

/**
 * Opens a case for a signal that asks for a check; none for one that only alerts or steps.
 *
 * @throws `other-document` for a signal of other rules; what `deadlineOn` throws
 */
export function openCase(
  rules: WarningRules,
  signal: Signal,
  options: CaseOptions = {},
): WarningCase | undefined {
  requireArgument('openCase', 'rules', rules, 'object');
  requireArgument('openCase', 'signal', signal, { document: 'object' });
  requireArgument('openCase', 'options', options, 'object');
  sameRules(rules, signal);
  const act = signal.asks.find((one) => one.do === 'check');
  if (act?.do !== 'check') return undefined;
  const { authority, item, methods } = act;
  return {
    id: signal.id,
    entity: signal.entity,
    rule: signal.rule,
    raisedOn: signal.on,
    authority,
    item,
    methods,
    state: 'to-check',
    due: deadlineOn(signal.on, rules.handling.begin, options.working),
    tried: 0,
    steps: [],
    document: signal.document,
  };
}

/**
 * Takes one step of a case (预警核查、处置): begin a check, report its result, dispose of the finding.
 *
 * Methods are tried in the order of the rule, so that a check off site comes before a visit where the
 * rule says so; a step late is taken, and `overdueCases` tells. Nothing is changed but by a new value.
 *
 * @returns the case after the step, or the same one with why not: `step-out-of-turn`, `step-back-in-time`,
 * `method-out-of-turn`, `no-further-method` for a last check without an answer, `unknown-finding`,
 * `disposal-not-for-finding`, `evidence-missing`
 * @throws `other-document`; what `deadlineOn` throws
 * @example
 * ```ts
 * import { advanceCase, openCase, watch } from 'evenhand/risk';
 * import { exampleWarnings } from 'evenhand/schemes';
 *
 * const complaint = (n: number) => ({ id: `c${n}`, kind: 'complaint', on: `2026-01-0${n}`, source: 'example' });
 * const firm = { id: '示例企业00017', facts: {}, lists: [], events: [1, 2, 3].map(complaint) };
 * const [signal] = watch(exampleWarnings, [firm], { asOf: '2026-01-31' }).signals;
 * const opened = openCase(exampleWarnings, signal!)!;
 * const begin = { do: 'begin', on: '2026-02-02', by: 'market', method: 'on-site' } as const;
 * advanceCase(exampleWarnings, opened, begin).issues[0]?.code; // => 'method-out-of-turn'
 * advanceCase(exampleWarnings, opened, { ...begin, method: 'off-site' }).case.state; // => 'checking'
 * ```
 */
export function advanceCase(
  rules: WarningRules,
  one: WarningCase,
  step: CaseStep,
  options: CaseOptions = {},
): Advanced {
  requireArgument('advanceCase', 'rules', rules, { handling: 'object' }, 'parseWarningRules(…)');
  requireArgument('advanceCase', 'one', one, { document: 'object', steps: 'array' });
  requireArgument('advanceCase', 'step', step, 'object');
  requireArgument('advanceCase', 'options', options, 'object');
  sameRules(rules, one);
  const issues = refusals(rules, one, step);
  if (issues.length > 0) return { case: one, issues };
  const { handling } = rules;
  const to = (state: CaseState, deadline?: Deadline): Pick<WarningCase, 'state' | 'due'> => ({
    state,
    ...(deadline === undefined ? {} : { due: deadlineOn(step.on, deadline, options.working) }),
  });
  const { due: _, ...rest } = one;
  const base = { ...rest, steps: [...one.steps, step] };
  if (step.do === 'begin') return taken({ ...base, ...to('checking', handling.check) });
  if (step.do === 'dispose') return taken({ ...base, ...to('closed'), disposal: step.disposal });
  switch (step.outcome) {
    case 'founded':
      return taken({ ...base, ...to('to-dispose', handling.dispose), finding: step.finding });
    case 'inconclusive':
      return taken({ ...base, ...to('to-check', handling.begin), tried: one.tried + 1 });
    case 'unfounded':
      return taken({ ...base, ...to('closed') });
  }
}

/** The cases whose next step was due before a day, the longest overdue first. */
export function overdueCases(cases: readonly WarningCase[], asOf: Day): WarningCase[] {
  requireArgument('overdueCases', 'cases', cases, ['object']);
  return cases
    .filter(({ due }) => due !== undefined && due < asOf)
    .sort((a, b) => ((a.due as Day) < (b.due as Day) ? -1 : a.due === b.due ? 0 : 1));
}

const taken = (one: WarningCase): Advanced => ({ case: one, issues: [] });

const TURNS = { begin: 'to-check', result: 'checking', dispose: 'to-dispose' } as const;

function refusals({ handling }: WarningRules, one: WarningCase, step: CaseStep): Issue[] {
  const refused = (code: string, field: string, params: Issue['params']): Issue[] => [
    errorAt(code, [one.id, field], params),
  ];
  if (one.state !== TURNS[step.do]) {
    const expected = Object.entries(TURNS).flatMap(([name, state]) =>
      state === one.state ? [name] : [],
    );
    return refused('step-out-of-turn', 'do', { given: step.do, state: one.state, expected });
  }
  const last = one.steps.at(-1)?.on ?? one.raisedOn;
  if (step.on < last) {
    return refused('step-back-in-time', 'on', { given: step.on, expected: last });
  }
  if (step.do === 'begin') {
    const expected = one.methods[one.tried] as string;
    return step.method === expected
      ? []
      : refused('method-out-of-turn', 'method', { given: step.method, expected });
  }
  if (step.do === 'dispose') {
    const found = handling.disposals.find(({ id }) => id === step.disposal);
    if (found?.findings.includes(one.finding as string) === true) return [];
    const expected = handling.disposals.flatMap(({ id, findings }) =>
      findings.includes(one.finding as string) ? [id] : [],
    );
    const params = { given: step.disposal, finding: one.finding as string, expected };
    return refused('disposal-not-for-finding', 'disposal', params);
  }
  if (step.evidence.length === 0) {
    return refused('evidence-missing', 'evidence', { given: step.outcome });
  }
  if (step.outcome === 'inconclusive' && one.tried + 1 >= one.methods.length) {
    return refused('no-further-method', 'outcome', { given: one.methods.at(-1) as string });
  }
  if (step.outcome === 'founded' && !handling.findings.some(({ id }) => id === step.finding)) {
    const expected = handling.findings.map(({ id }) => id);
    return refused('unknown-finding', 'finding', { given: step.finding, expected });
  }
  return [];
}

function sameRules(
  rules: WarningRules,
  { document }: { readonly document: WarningCase['document'] },
): void {
  const own = referenceOf(rules);
  if (own.digest === document.digest) return;
  throw mistake('other-document', `it rests on \`${document.id}@${document.version}\``, {
    given: `${own.id}@${own.version}`,
    expected: `${document.id}@${document.version}`,
  });
}
