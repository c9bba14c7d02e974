import { errorAt, type Issue } from '../../core/issue.js';
import { isStep, type RecordEntry, type StepEntry } from './entry.js';

/** The steps of what is known, each with what it is about. */
export interface Steps {
  readonly found: readonly { readonly step: StepEntry; readonly about: RecordEntry }[];
  readonly pending: readonly StepEntry[];
  readonly issues: readonly Issue[];
  /** Withdrawals that hold of an entry: whether it was taken back, and from which days. */
  withdrawalsOf(entry: RecordEntry): readonly StepEntry[];
}

/** What each kind of step can be about. */
const TARGETS: Readonly<Record<StepEntry['kind'], (about: RecordEntry) => boolean>> = {
  deed: (about) => !isStep(about),
  repair: (about) => !isStep(about),
  shortening: (about) => !isStep(about),
  correction: (about) => !isStep(about),
  objection: (about) => !isStep(about),
  withdrawal: () => true,
  'objection-decision': ({ kind }) => kind === 'objection',
};

/** Finds what each step is about, and which steps and reports were taken back. */
export function stepsInForce(entries: readonly RecordEntry[]): Steps {
  const holders = new Map<string, RecordEntry>();
  for (const entry of entries) if (!holders.has(entry.id)) holders.set(entry.id, entry);
  const found: { step: StepEntry; about: RecordEntry }[] = [];
  const pending: StepEntry[] = [];
  const issues: Issue[] = [];
  for (const entry of entries) {
    if (!isStep(entry)) continue;
    const about = holders.get(entry.refers);
    const params = { given: entry.refers, entry: entry.id };
    if (about === undefined) {
      issues.push(errorAt('unknown-entry', ['refers'], params));
      pending.push(entry);
    } else if (!TARGETS[entry.kind](about)) {
      issues.push(
        errorAt('wrong-target', ['refers'], { ...params, step: entry.kind, about: about.kind }),
      );
      pending.push(entry);
    } else found.push({ step: entry, about });
  }
  const withdrawals = new Map<RecordEntry, StepEntry[]>();
  for (const { step, about } of found) {
    if (step.kind !== 'withdrawal') continue;
    withdrawals.set(about, [...(withdrawals.get(about) ?? []), step]);
  }
  const answers = new Map<RecordEntry, readonly StepEntry[] | 'asked'>();
  const withdrawalsOf = (entry: RecordEntry): readonly StepEntry[] => {
    const known = answers.get(entry);
    if (known === 'asked') return [];
    if (known !== undefined) return known;
    answers.set(entry, 'asked');
    const holding = (withdrawals.get(entry) ?? []).filter((one) => withdrawalsOf(one).length === 0);
    answers.set(entry, holding);
    return holding;
  };
  for (const entry of circular(withdrawals)) {
    issues.push(errorAt('withdrawn-in-circle', ['refers'], { given: entry.id }));
    answers.set(entry, []);
  }
  return { found, pending, issues, withdrawalsOf };
}

/** Withdrawals that take each other back round in a circle: none of them is taken back. */
function circular(withdrawals: ReadonlyMap<RecordEntry, readonly StepEntry[]>): RecordEntry[] {
  const targetOf = new Map<RecordEntry, RecordEntry>();
  for (const [about, steps] of withdrawals) for (const step of steps) targetOf.set(step, about);
  return [...targetOf.keys()].filter((start) => {
    let at = targetOf.get(start);
    for (let left = targetOf.size; at !== undefined && left > 0; left--) {
      if (at === start) return true;
      at = targetOf.get(at);
    }
    return false;
  });
}
