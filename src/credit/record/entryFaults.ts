import { errorAt, type Issue } from '../../core/issue.js';
import { isStep, type RecordEntry, type StepEntry } from './entry.js';

/** What is wrong with an entry whose shape is right: its days, and what its kind asks for. */
export function entryFaults(entry: RecordEntry): Issue[] {
  const issues: Issue[] = [];
  const { on, knownOn } = entry;
  if (knownOn < on) issues.push(errorAt('known-before-on', ['knownOn'], { given: knownOn, on }));
  if (isStep(entry)) return [...issues, ...stepFaults(entry)];
  const { until, decidedOn = on, performedOn, publishedOn } = entry;
  const notBefore = (field: string, day: string | undefined, first: string): void => {
    if (day === undefined || day >= first) return;
    issues.push(errorAt('before-decision', [field], { given: day, expected: first }));
  };
  if (until !== undefined && until < on) {
    issues.push(errorAt('until-before-on', ['until'], { given: until, on }));
  }
  notBefore('performedOn', performedOn, decidedOn);
  notBefore('publishedOn', publishedOn, decidedOn);
  if ((entry.kind === 'list-entry' || entry.kind === 'list-exit') && entry.list === undefined) {
    issues.push(errorAt('missing-field', ['list'], { expected: 'string' }));
  }
  return issues;
}

/** The fields each kind of step has beside those of all: exactly these. */
const OWN = {
  deed: ['deed'],
  repair: [],
  shortening: ['months'],
  correction: ['set', 'strike'],
  withdrawal: [],
  objection: [],
  'objection-decision': ['outcome'],
} as const satisfies Record<StepEntry['kind'], readonly (keyof StepEntry)[]>;

function stepFaults(entry: StepEntry): Issue[] {
  const own: readonly string[] = OWN[entry.kind];
  const issues: Issue[] = [];
  for (const field of ['deed', 'months', 'outcome', 'set', 'strike'] as const) {
    if (entry[field] !== undefined && !own.includes(field)) {
      issues.push(errorAt('unknown-field', [field], { given: field }));
    }
  }
  if (entry.refers === entry.id) {
    issues.push(errorAt('refers-to-itself', ['refers'], { given: entry.refers }));
  }
  if (entry.kind === 'correction') {
    const sets = Object.keys(entry.set ?? {}).length + (entry.strike ?? []).length;
    if (sets === 0) issues.push(errorAt('nothing-corrected', ['set'], { given: entry.id }));
    for (const field of entry.strike ?? []) {
      if (field !== 'on' && field !== 'basis' && entry.set?.[field] === undefined) continue;
      issues.push(errorAt('cannot-strike', ['strike'], { given: field }));
    }
    return issues;
  }
  for (const field of own as readonly (keyof StepEntry)[]) {
    if (entry[field] === undefined) {
      issues.push(errorAt('missing-field', [field], { expected: field }));
    }
  }
  return issues;
}
