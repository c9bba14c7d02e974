import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPlan } from '../../src/plan/drawPlan.js';
import type { Plan, PlanVisit } from '../../src/plan/plan.js';
import type { PlanInput } from '../../src/plan/planInput.js';
import type { Prepared } from '../../src/plan/prepared.js';
import { preparePlan } from '../../src/plan/preparePlan.js';
import type { Entity } from '../../src/register/nouns.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { arbitraryProgramme } from '../../src/testing/arbitraries/programme.js';
import { planLaws } from '../../src/testing/laws/planLaws.js';
import { counter, eachIsBroken, faultOf, fewerRuns, namesOf } from './breaks.js';

describe('a year under the example programme', () => {
  for (const law of planLaws(exampleProgramme))
    it(law.name, () => fc.assert(law.property, fewerRuns()));
});

it('has laws that hold under programmes nobody has thought of', () => {
  fc.assert(
    fc.property(arbitraryProgramme(), fc.nat(), (source, seed) => {
      for (const { name, property } of planLaws(source)) {
        const { errorInstance } = fc.check(property, { seed, numRuns: 2 });
        expect({ name, errorInstance }).toEqual({ name, errorInstance: null });
      }
    }),
    { numRuns: 10 },
  );
});

/** A plan as it should be, with something changed. */
const that = (change: (plan: Plan) => Partial<Plan>) => () =>
  planLaws(exampleProgramme, {
    drawPlan: (prepared, entropy) => {
      const plan = drawPlan(prepared, entropy);
      return { ...plan, ...change(plan) };
    },
  });
const prepares = (change: (input: PlanInput) => Partial<Prepared>) => () =>
  planLaws(exampleProgramme, {
    preparePlan: (input) => ({ ...preparePlan(input), ...change(input) }),
  });
const eachVisit = (change: (visit: PlanVisit) => Partial<PlanVisit>) =>
  that(({ visits }) => ({ visits: visits.map((visit) => ({ ...visit, ...change(visit) })) }));
type Selected = Plan['samples'][number]['strata'][number]['selected'];
const draws = (change: (selected: Selected, task: string) => Selected) =>
  that(({ samples }) => ({
    samples: samples.map(({ task, strata }) => ({
      task,
      strata: strata.map((one) => ({ ...one, selected: change(one.selected, task) })),
    })),
  }));
const count = counter();
const seen = new WeakSet<Prepared>();

describe('a plan that does wrong', () => {
  eachIsBroken(namesOf(planLaws(exampleProgramme)), {
    'plans the same when asked twice': that(() => ({ seed: String(count()) })),
    'leaves register and tasks as they were': prepares(({ register }) => {
      (register.entities as Entity[]).reverse();
      return {};
    }),
    'plans the same whatever the order of register, tasks and events': prepares(({ register }) => ({
      registerRoot: register.entities[0]?.id ?? '',
    })),
    'draws the same from prepared data that went through JSON': () =>
      planLaws(exampleProgramme, {
        preparePlan: (input) => {
          const prepared = preparePlan(input);
          seen.add(prepared);
          return prepared;
        },
        drawPlan: (prepared, entropy) => ({
          ...drawPlan(prepared, entropy),
          mode: seen.has(prepared) ? 'authoritative' : 'simulation',
        }),
      }),
    'frames nobody twice and nobody it could not assess': that(({ prepared }) => ({
      prepared: {
        ...prepared,
        tasks: prepared.tasks.map((task) => ({ ...task, frame: [...task.frame, ...task.frame] })),
      },
    })),
    'draws exactly the quota of every stratum and cell': draws((selected) => selected.slice(1)),
    'draws the smallest tickets of every stratum': draws((selected) => [...selected].reverse()),
    'draws everybody again, and more, by a larger ratio of one group': draws((selected, task) =>
      task === 'more' ? selected.slice(1) : selected,
    ),
    'asks something of everybody drawn or certain, and of nobody else': that(({ demands }) => ({
      demands: demands.slice(0, 0),
      desk: [],
    })),
    'stands every demand in one visit, or defers it, or refuses it': that(({ visits }) => ({
      visits: visits.slice(1),
    })),
    'never passes the cap but for marked legal duties': that(({ visits }) => ({
      visits: visits.flatMap((visit) => [visit, visit]),
    })),
    'visits inside the windows of all it does, at its place': eachVisit(() => ({
      day: '2019-02-28',
    })),
    'sends distinct inspectors who may go, one of them a lead': eachVisit(({ leader = '' }) => ({
      members: [leader, leader],
    })),
    'shares the visits fairly, within bands and capacities': that(({ visits }) => ({
      visits: [...visits, ...visits],
    })),
    'proves it where no team can be found': that(({ staffing }) => ({
      staffing:
        staffing.status === 'assigned'
          ? staffing
          : { ...staffing, witness: { ...staffing.witness, missing: 0 } },
    })),
  });
});

describe('a plan that does wrong in other ways', () => {
  const frames = 'frames nobody twice and nobody it could not assess';
  const quotas = 'draws exactly the quota of every stratum and cell';
  const teams = 'sends distinct inspectors who may go, one of them a lead';
  const loads = 'shares the visits fairly, within bands and capacities';
  const withTasks = (change: (task: Prepared['tasks'][number]) => object) =>
    that(({ prepared }) => ({
      prepared: {
        ...prepared,
        tasks: prepared.tasks.map((task) => ({ ...task, ...change(task) })),
      },
    }));
  it.each([
    [
      frames,
      withTasks(() => ({ frame: [{ id: 'stranger', stratum: '' }], certain: [] })),
      'no standing',
    ],
    [
      quotas,
      withTasks(({ strata }) => ({ strata: strata.map((one) => ({ ...one, size: 900 })) })),
      'draws',
    ],
    [teams, eachVisit(() => ({ members: [] })), 'is not of'],
    [teams, eachVisit(() => ({ leader: 'stranger' })), 'nobody may lead'],
    [
      teams,
      eachVisit(({ members = [] }) => ({ members: [...members.slice(0, -1), 'stranger'] })),
      'may',
    ],
    [
      loads,
      that(({ staffing }) => ({ staffing: withHighBands(staffing) })),
      'outside the fair band',
    ],
  ])('is found out: %s', (name, laws, message) => {
    expect(faultOf(laws(), name)).toContain(message);
  });
});

function withHighBands(staffing: Plan['staffing']): Plan['staffing'] {
  if (staffing.status !== 'assigned') return staffing;
  return { ...staffing, loads: staffing.loads.map((one) => ({ ...one, low: 900, high: 900 })) };
}
