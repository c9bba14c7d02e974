import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, type Day, type DayRange, yearRange } from '../../core/day.js';
import type { EntropySource, PlanInput } from '../../plan/planInput.js';
import { planningCap } from '../../plan/planningCap.js';
import type { Programme } from '../../programme/programme.js';
import { type Demand, FOR_CAUSE, type Register } from '../../register/nouns.js';
import type { Entropy } from '../../ticket/drawSeed.js';
import type { Cap } from '../../visits/cap.js';
import { type AnyProgramme, programmeOf } from '../programmeOf.js';
import { arbitraryAsOf } from './day.js';
import { arbitraryRegister } from './register.js';
import { arbitraryTasks } from './tasks.js';

/** A year to be planned, and the entropy that decides it. */
export interface YearToPlan {
  readonly input: PlanInput;
  readonly entropy: readonly Entropy[];
}

/** How large an arbitrary year is. */
export interface YearOptions {
  /** The most entities, 12 where left out. */
  readonly maxEntities?: number;
  /** The most tasks, 4 where left out. */
  readonly maxTasks?: number;
}

const SOURCES: readonly EntropySource[] = [
  { label: 'dice', bits: 100 },
  { label: 'lottery.2026', bits: 64 },
];

/** Everything a year's plan is made of: register, tasks, some for-cause demands, a cut-off day. */
export function arbitraryPlanInput(
  programme: AnyProgramme,
  options: YearOptions = {},
): fc.Arbitrary<PlanInput> {
  requireArgument('arbitraryPlanInput', 'programme', programme, 'object');
  requireArgument('arbitraryPlanInput', 'options', options, 'object');
  const parsed = programmeOf(programme);
  return arbitraryAsOf(parsed).chain((asOf) => inputOn(parsed, asOf, options));
}

/** The same with values for its sources of entropy. */
export function arbitraryYear(
  programme: AnyProgramme,
  options: YearOptions = {},
): fc.Arbitrary<YearToPlan> {
  requireArgument('arbitraryYear', 'programme', programme, 'object');
  requireArgument('arbitraryYear', 'options', options, 'object');
  return fc
    .tuple(arbitraryPlanInput(programme, options), fc.nat(), fc.nat())
    .map(([input, ...values]) => ({
      input,
      entropy: SOURCES.map(({ label }, i) => ({ label, value: String(values[i]) })),
    }));
}

function inputOn(
  programme: Programme,
  asOf: Day,
  { maxEntities, maxTasks }: YearOptions,
): fc.Arbitrary<PlanInput> {
  const { year, span } = yearUnder(planningCap(programme.at(asOf).caps).cap, asOf);
  const sizes = maxEntities === undefined ? {} : { maxEntities };
  return arbitraryRegister(programme, { ...sizes, asOf, year }).chain((register) =>
    fc
      .record({
        tasks: arbitraryTasks(programme, register, {
          ...(maxTasks === undefined ? {} : { maxTasks }),
          span,
        }),
        causes: causes(register, span),
        secret: fc.constantFrom(undefined, 'ab'.repeat(16)),
      })
      .map(({ secret, ...rest }) => ({
        programme,
        register,
        year,
        asOf,
        drawId: `TEST-${year}-001`,
        sources: SOURCES,
        ...rest,
        ...(secret === undefined ? {} : { secret }),
      })),
  );
}

/** The year after the cut-off, or the cut-off's own, and its days that the cap is in force on. */
function yearUnder(cap: Cap, asOf: Day): { year: number; span: DayRange } {
  const lasts = [cap.to, cap.sunset].filter((day) => day !== undefined);
  const inForce = (year: number): DayRange => {
    const { from, to } = yearRange(year);
    return {
      from: [from, cap.from].sort().at(-1) as Day,
      to: [to, ...lasts].sort()[0] as Day,
    };
  };
  const year = Number(asOf.slice(0, 4));
  const next = inForce(year + 1);
  return next.from <= next.to ? { year: year + 1, span: next } : { year, span: inForce(year) };
}

function causes(register: Register, span: DayRange): fc.Arbitrary<Demand[]> {
  const { entities, items } = register;
  const item = items[0];
  if (entities.length === 0 || item === undefined) return fc.constant([]);
  return fc
    .array(
      fc.record({
        entity: fc.constantFrom(...entities.map(({ id }) => id)),
        cause: fc.constantFrom(...FOR_CAUSE),
      }),
      { maxLength: 2 },
    )
    .map((rows) =>
      rows.map(
        ({ entity, cause }, i): Demand => ({
          id: `cause-${i + 1}`,
          entity,
          authority: item.authority,
          item: item.id,
          kind: 'spot-check',
          cause: 'for-cause',
          window: { from: span.from, to: addDays(span.from, 6) },
          weight: 1,
          duty: true,
          evidence: { cause, reference: `R-${i + 1}` },
        }),
      ),
    );
}
