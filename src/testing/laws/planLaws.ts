import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { compareRatios, parseRatio } from '../../core/ratio.js';
import { drawPlan } from '../../plan/drawPlan.js';
import type { Plan } from '../../plan/plan.js';
import type { PlanInput } from '../../plan/planInput.js';
import { preparePlan } from '../../plan/preparePlan.js';
import type { Task } from '../../register/nouns.js';
import { yearCaps } from '../../visits/yearCap.js';
import { arbitraryOrder } from '../arbitraries/key.js';
import { arbitraryYear, type YearOptions, type YearToPlan } from '../arbitraries/planInput.js';
import { arbitraryRatio } from '../arbitraries/ratio.js';
import { type AnyProgramme, programmeOf } from '../programmeOf.js';
import { changes, differs, type Finding, type Law, law, throughJson } from './law.js';
import {
  areDemandsJustified,
  areFramesApart,
  areQuotasExact,
  areTicketsSmallest,
  drawnBy,
  sampleOf,
} from './sampleChecks.js';
import { areLoadsFair, areTeamsLawful, isShortageProven } from './teamChecks.js';
import { isAccountedFor, isInWindow, isUnderCap } from './visitChecks.js';

/** What is tried: this library's planning, or a platform's that claims to be equal. */
export interface PlanPlatform {
  readonly preparePlan?: typeof preparePlan;
  readonly drawPlan?: typeof drawPlan;
}

/**
 * What must hold for a year's plan under an authority's programme: one answer, exact quotas, chance
 * by the smallest tickets, the cap kept, nothing that is due lost, fair teams.
 *
 * @param options.maxEntities - how large the registers are, 12 where left out
 * @param options.maxTasks - how many tasks, 4 where left out
 */
export function planLaws(programme: AnyProgramme, options: YearOptions & PlanPlatform = {}): Law[] {
  requireArgument('planLaws', 'programme', programme, 'object');
  requireArgument('planLaws', 'options', options, 'object');
  const { preparePlan: prepare = preparePlan, drawPlan: draw = drawPlan } = options;
  const parsed = programmeOf(programme);
  const cases = arbitraryYear(parsed, options);
  const run = ({ input, entropy }: YearToPlan): Plan => draw(prepare(input), entropy);
  const planLaw = (name: string, check: (plan: Plan, year: YearToPlan) => Finding): Law =>
    law(name, cases, (year) => check(run(year), year));
  return [
    law('plans the same when asked twice', cases, (year) => differs(run(year), run(year))),
    law('leaves register and tasks as they were', cases, (year) => changes(year, run)),
    law(
      'plans the same whatever the order of register, tasks and events',
      cases.chain((year) => shuffled(year.input).map((input) => ({ year, input }))),
      ({ year, input }) => differs(run(year), run({ ...year, input })),
    ),
    law('draws the same from prepared data that went through JSON', cases, ({ input, entropy }) => {
      const prepared = prepare(input);
      return differs(draw(prepared, entropy), draw(throughJson(prepared), entropy));
    }),
    planLaw('frames nobody twice and nobody it could not assess', ({ prepared }) =>
      areFramesApart(prepared),
    ),
    planLaw('draws exactly the quota of every stratum and cell', (plan, { input }) =>
      areQuotasExact(plan, parsed.at(input.asOf).matrix),
    ),
    planLaw('draws the smallest tickets of every stratum', areTicketsSmallest),
    law(
      'draws everybody again, and more, by a larger ratio of one group',
      fc.tuple(cases, arbitraryRatio(), arbitraryRatio()),
      ([year, ...ratios]) => {
        const [less, more] = ratios.sort((a, b) => compareRatios(parseRatio(a), parseRatio(b)));
        const plan = run(
          withTasks(year, (task) => [
            { ...task, id: 'less', quota: { ratio: less as string, rule: 'at-least' } },
            { ...task, id: 'more', quota: { ratio: more as string, rule: 'at-least' } },
          ]),
        );
        const kept = drawnBy(sampleOf(plan, 'more'));
        const lost = drawnBy(sampleOf(plan, 'less')).find((id) => !kept.includes(id));
        return lost === undefined
          ? undefined
          : `\`${lost}\` is drawn by \`${less}\`, not by \`${more}\``;
      },
    ),
    planLaw(
      'asks something of everybody drawn or certain, and of nobody else',
      areDemandsJustified,
    ),
    planLaw('stands every demand in one visit, or defers it, or refuses it', (plan) =>
      isAccountedFor(plan.demands, plan.visits, plan),
    ),
    planLaw('never passes the cap but for marked legal duties', (plan) => {
      const capped = new Map(plan.prepared.standings.map((one) => [one.id, one.capped]));
      const capFor = yearCaps(plan.prepared.cap);
      return isUnderCap(plan.demands, plan.visits, (id) => capFor(capped.get(id) ?? false));
    }),
    planLaw('visits inside the windows of all it does, at its place', (plan) =>
      isInWindow(plan.visits, (id) => plan.demands.find((demand) => demand.id === id)),
    ),
    planLaw('sends distinct inspectors who may go, one of them a lead', areTeamsLawful),
    planLaw('shares the visits fairly, within bands and capacities', areLoadsFair),
    planLaw('proves it where no team can be found', isShortageProven),
  ];
}

/** The same input with every list in any order. */
function shuffled(input: PlanInput): fc.Arbitrary<PlanInput> {
  const { entities, inspectors, items, authorities } = input.register;
  return fc
    .record({
      entities: fc
        .tuple(...entities.map(({ events }) => arbitraryOrder(events)))
        .chain((orders) =>
          arbitraryOrder(entities.map((entity, i) => ({ ...entity, events: orders[i] ?? [] }))),
        ),
      inspectors: arbitraryOrder(inspectors),
      items: arbitraryOrder(items),
      authorities: arbitraryOrder(authorities),
      tasks: arbitraryOrder(input.tasks),
      causes: arbitraryOrder(input.causes ?? []),
    })
    .map(({ tasks, causes, ...register }) => ({ ...input, register, tasks, causes }));
}

/** The year with tasks made of its first one. */
function withTasks(year: YearToPlan, tasks: (first: Task) => Task[]): YearToPlan {
  const [first] = year.input.tasks;
  return { ...year, input: { ...year.input, tasks: tasks(first as Task) } };
}
