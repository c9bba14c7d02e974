import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, type Day } from '../../core/day.js';
import {
  DEEDS,
  type FactEntry,
  type FactKind,
  type RecordEntry,
  type StepEntry,
} from '../../credit/record/entry.js';
import { arbitraryDay } from './day.js';

/** How an arbitrary record is made. */
export interface RecordOptions {
  readonly entity?: string;
  /** The days decisions fall on; three years around the first day of 2025 where left out. */
  readonly days?: { readonly from: Day; readonly to: Day };
  /** The most reports of facts, 6 where left out; half as many steps again are about them. */
  readonly maxFacts?: number;
}

const DEPARTMENTS = ['market', 'fire', 'emergency', 'platform'] as const;
const KINDS: readonly FactKind[] = [
  'penalty',
  'commitment-broken',
  'list-entry',
  'award',
  'finding',
];
const LISTS = ['abnormal-operations', 'serious-dishonesty'] as const;

/**
 * Reports of one entity, as several departments might send them: the same matter more than once and
 * not always alike, known late, corrected, withdrawn, repaired, objected to; some about an entry that
 * nobody has sent. Each is sound by itself.
 *
 * @example
 * ```ts
 * import { emptyRecord, joinEntries } from 'evenhand/credit';
 * import { arbitraryReports } from 'evenhand/testing';
 * import * as fc from 'fast-check';
 *
 * const reports = fc.sample(arbitraryReports(), { seed: 1, numRuns: 20 });
 * reports.every((some) => joinEntries(emptyRecord('A'), some).aside.length === 0); // => true
 * ```
 */
export function arbitraryReports(options: RecordOptions = {}): fc.Arbitrary<RecordEntry[]> {
  requireArgument('arbitraryReports', 'options', options, 'object');
  const { entity = 'A', days = { from: '2023-06-01', to: '2026-08-31' }, maxFacts = 6 } = options;
  return fc.array(factOf(entity, days), { minLength: 1, maxLength: maxFacts }).chain((facts) => {
    const named = facts.map((one, i): FactEntry => ({ ...one, id: `f${i}` }));
    const ids = [...named.map(({ id }) => id), 'nobody'];
    return fc
      .array(stepOf(entity, days, ids), { maxLength: Math.ceil(maxFacts * 1.5) })
      .map((steps) => {
        const all = steps.map((one, i): StepEntry => ({ ...one, id: `s${i}` }));
        // Decisions on objections and withdrawals of steps need a step to be about.
        const about = (kind: StepEntry['kind'], i: number): string | undefined =>
          all.slice(0, i).findLast((one) => one.kind === kind)?.id;
        const turned = all.map((one, i): StepEntry => {
          if (one.kind === 'objection-decision') {
            return { ...one, refers: about('objection', i) ?? one.refers };
          }
          const target = one.refers === 'nobody' ? all[i - 1]?.id : undefined;
          return one.kind === 'withdrawal' && target ? { ...one, refers: target } : one;
        });
        return [...named, ...turned];
      });
  });
}

type Days = { readonly from: Day; readonly to: Day };

function factOf(entity: string, days: Days): fc.Arbitrary<FactEntry> {
  return fc
    .record({
      kind: fc.constantFrom(...KINDS),
      reference: fc.constantFrom('No. 1', 'No. 2', 'No. 3', 'No. 4'),
      department: fc.constantFrom(...DEPARTMENTS),
      decidedBy: fc.option(fc.constantFrom('market', 'fire'), { nil: undefined }),
      on: arbitraryDay(days),
      late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
      severity: fc.constantFrom('minor', 'general', 'serious'),
      offence: fc.option(fc.constantFrom('labels', 'hygiene'), { nil: undefined }),
      list: fc.constantFrom(...LISTS),
      performed: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
      until: fc.option(fc.integer({ min: 0, max: 1200 }), { nil: undefined, freq: 2 }),
    })
    .map(({ kind, reference, department, decidedBy, on, late, list, ...more }): FactEntry => {
      const { severity, offence, performed, until } = more;
      return {
        id: '',
        entity,
        jurisdiction: '110000',
        kind,
        on,
        knownOn: addDays(on, late),
        ...(kind === 'penalty' || kind === 'finding' ? { severity } : {}),
        ...(offence === undefined ? {} : { offence }),
        ...(kind === 'list-entry' ? { list } : {}),
        ...(performed === undefined ? {} : { performedOn: addDays(on, performed) }),
        ...(until === undefined ? {} : { until: addDays(on, until) }),
        ...(decidedBy === undefined ? {} : { decidedBy }),
        source: { department, reference },
        basis: [],
      };
    });
}

function stepOf(entity: string, days: Days, ids: readonly string[]): fc.Arbitrary<StepEntry> {
  return fc
    .record({
      kind: fc.constantFrom(
        'deed',
        'deed',
        'repair',
        'repair',
        'correction',
        'correction',
        'withdrawal',
        'objection',
        'objection-decision',
        'shortening',
      ),
      refers: fc.constantFrom(...ids),
      on: arbitraryDay({ from: days.from, to: addDays(days.to, 400) }),
      late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 })),
      deed: fc.constantFrom(...DEEDS),
      months: fc.integer({ min: 1, max: 14 }),
      outcome: fc.constantFrom('upheld', 'rejected'),
      severity: fc.constantFrom('minor', 'general', 'serious'),
      moved: arbitraryDay(days),
      sets: fc.constantFrom('severity', 'on', 'strike'),
    })
    .map(({ kind, refers, on, late, deed, months, outcome, severity, moved, sets }): StepEntry => {
      const base = {
        id: '',
        entity,
        jurisdiction: '110000',
        kind,
        refers,
        on,
        knownOn: addDays(on, late),
        source: { department: 'platform', reference: 'step' },
        basis: [],
      } as const;
      if (kind === 'deed') return { ...base, deed };
      if (kind === 'shortening') return { ...base, months };
      if (kind === 'objection-decision') return { ...base, outcome };
      if (kind !== 'correction') return base;
      if (sets === 'strike') return { ...base, strike: ['until', 'performedOn'] };
      return { ...base, set: sets === 'on' ? { on: moved } : { severity } };
    });
}
