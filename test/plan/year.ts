import { type City, sampleCity } from 'evenhand/city';
import type { FrameRow } from 'evenhand/notice';
import type { PlanInput, Prepared } from 'evenhand/plan';
import { parseProgramme } from 'evenhand/programme';
import type { Entropy } from 'evenhand/ticket';

export const SOURCES = [
  { label: 'drand.quicknet.657413', bits: 256 },
  { label: 'dice.2026-01-15', bits: 66 },
] as const;

export const ENTROPY: readonly Entropy[] = [
  {
    label: 'drand.quicknet.657413',
    value: 'fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587',
  },
  { label: 'dice.2026-01-15', value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9.4.4.7.1' },
];

/** The same sources with other numbers, as many as wanted. */
export const entropyOf = (n: number): readonly Entropy[] =>
  SOURCES.map(({ label }) => ({ label, value: `${label}-${n}` }));

/** A city as an input of a plan. */
export function inputOf({ register, tasks, programme, year, asOf }: City): PlanInput {
  return {
    programme: parseProgramme(programme),
    register,
    tasks,
    year,
    asOf,
    drawId: 'EX-2026-001',
    sources: SOURCES,
  };
}

/** A made-up city of some size. */
export const cityInput = (entities: number, seed = 'tests'): PlanInput =>
  inputOf(sampleCity({ entities, seed }));

/** The frames of all tasks, as an auditor gets them. */
export const frameOf = ({ tasks }: Prepared): FrameRow[] =>
  tasks.flatMap(({ task, frame }) => frame.map((row) => ({ task: task.id, ...row })));
