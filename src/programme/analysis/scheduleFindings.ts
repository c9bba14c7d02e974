import { addPeriod, type Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { parseRatio } from '../../core/ratio.js';
import { bestFirst } from '../../document/document.js';
import { visitsAYear } from '../../matrix/checkPopulation.js';
import type { RandomStratum, Reliance, Schedule, Tempo } from '../../matrix/schedule.js';
import { allOf } from './change.js';
import { type Finding, finding } from './finding.js';
import type { Profile } from './matrixFindings.js';
import {
  compareCaps,
  compareCounts,
  compareDrawn,
  later,
  shareEnds,
  TEMPO_FIELDS,
  tempoStep,
} from './tempoOrder.js';

/** Worse levels visited less, levels nothing is said of, reliance without end, tempos that collide. */
export function scheduleFindings(schedule: Schedule, profile: Profile | undefined): Finding[] {
  const order = bestFirst(schedule.scale);
  const { reliance = [], strata = [] } = schedule;
  return [
    ...order.flatMap((level) => ownFindings(schedule, level)),
    ...turns(schedule, order),
    ...reliance.flatMap((one, i) => relianceFindings(one, i, schedule)),
    ...strata.flatMap((one, i) => endFindings(one, ['strata', i], schedule.from)),
    ...(profile?.levels === undefined ? [] : loadOf(schedule, profile.levels, profile.capacity)),
  ];
}

/** By any of these a level is inspected, or is known not to be what visits hang on. */
const SAYS_HOW_OFTEN = [
  ...['floor', 'least', 'cap', 'window', 'ratio'],
  ...['parts', 'staffRatio', 'firstWithin', 'effects'],
] as readonly (keyof Tempo)[];

/** What is odd about the tempo of one level by itself. */
function ownFindings({ levels, strata = [], from }: Schedule, level: string): Finding[] {
  const tempo = levels[level] as Tempo;
  const { cap, ratio } = tempo;
  const path = ['levels', level];
  const isDrawn = strata.some(({ levels: into, statuses }: RandomStratum) =>
    into === undefined ? statuses === undefined : into.includes(level),
  );
  const isEmpty = !isDrawn && SAYS_HOW_OFTEN.every((field) => tempo[field] === undefined);
  const most = ratio === undefined ? undefined : shareEnds(ratio).to;
  const visits = cap === undefined || 'gap' in cap ? 1 : 'visits' in cap ? cap.visits : cap.days;
  return [
    ...(isEmpty ? [finding('tempo-empty', path, { given: level })] : []),
    ...(most !== undefined && parseRatio(most).p === 0n
      ? [finding('zero-share', [...path, 'ratio'], { given: level })]
      : []),
    ...(visits === 0 ? [finding('never-visited', [...path, 'cap'], { given: level })] : []),
    ...collisions(tempo, from).map(([given, expected]) =>
      finding('tempo-collides', [...path, 'window'], { given, expected }),
    ),
  ];
}

/** A window that closes after the longest gap, or before the shortest one is over. */
function collisions({ floor, cap, window }: Tempo, from: Day): (readonly [string, string])[] {
  if (window === undefined) return [];
  const closes = addPeriod(from, window.closes);
  const isLate = floor !== undefined && closes > addPeriod(from, floor);
  const isEarly = cap !== undefined && 'gap' in cap && closes < addPeriod(from, cap.gap);
  return [
    ...(isLate ? [[dataText(window.closes), `<= ${dataText(floor)}`] as const] : []),
    ...(isEarly ? [[dataText(window.closes), `>= ${dataText(cap.gap)}`] as const] : []),
  ];
}

/** What of a tempo is compared between levels: below 0 where the first is visited less. */
interface Measure {
  readonly field: keyof Tempo;
  readonly compare: (a: Tempo, b: Tempo, from: Day) => number | undefined;
  readonly text: (tempo: Tempo) => string;
}

const MEASURES: readonly Measure[] = [
  {
    field: 'floor',
    compare: (a, b, from) => later(b.floor, a.floor, from),
    text: ({ floor }) => dataText(floor),
  },
  {
    field: 'cap',
    compare: (a, b, from) => a.cap && b.cap && compareCaps(a.cap, b.cap, from),
    text: ({ cap }) => dataText(cap),
  },
  {
    field: 'least',
    compare: ({ least: a }, { least: b }, from) =>
      a && b && compareCounts([a.visits, a.per], [b.visits, b.per], from),
    text: ({ least }) => dataText(least),
  },
  {
    field: 'window',
    compare: (a, b, from) => later(b.window?.closes, a.window?.closes, from),
    text: ({ window }) => dataText(window?.closes),
  },
  {
    field: 'ratio',
    compare: (a, b, from) => (a.ratio && b.ratio ? compareDrawn(a, b, from) : undefined),
    text: ({ ratio }) => shareText(ratio as NonNullable<Tempo['ratio']>),
  },
];

/** Levels whose worse neighbour is visited less: lawful, but worth a second look. */
function turns({ levels, from }: Schedule, order: readonly string[]): Finding[] {
  return MEASURES.flatMap(({ field, compare, text }) => {
    const stated = order.filter((level) => levels[level]?.[field] !== undefined);
    return stated.slice(1).flatMap((level, i) => {
      const [worse, better] = [levels[level] as Tempo, levels[stated[i] as string] as Tempo];
      if ((compare(worse, better, from) ?? 0) >= 0) return [];
      const params = { given: text(worse), expected: text(better) };
      return [finding('often-turns-round', ['levels', level, field], params)];
    });
  });
}

/** Reliance that spares visits without a last day, or by a window that collides. */
function relianceFindings(one: Reliance, i: number, { levels, from }: Schedule): Finding[] {
  const path = ['reliance', i];
  const { effect } = one;
  if (typeof effect === 'string' || !('tempo' in effect)) return endFindings(one, path, from);
  const { tempo: changed, without = [] } = effect;
  const tempos = Object.entries(levels)
    .filter(([level]) => one.levels?.includes(level) !== false)
    .map(([level, tempo]) => {
      const kept = Object.entries(tempo).filter(([field]) => !without.includes(field as never));
      return { level, before: tempo, after: { ...Object.fromEntries(kept), ...changed } as Tempo };
    });
  const isRelief = tempos.some(({ before, after }) => {
    const way = allOf(TEMPO_FIELDS.map((field) => tempoStep(field, before, after, from)));
    return way === 'looser' || way === 'mixed';
  });
  return [
    ...(isRelief || one.sunset !== undefined ? endFindings(one, path, from) : []),
    ...tempos.flatMap(({ level, before, after }) =>
      collisions(before, from).length > 0
        ? []
        : collisions(after, from).map(([given, expected]) =>
            finding('tempo-collides', [...path, 'effect', level], { given, expected }),
          ),
    ),
  ];
}

/** A rule without a last day, or with one that is over before the document begins. */
function endFindings(
  { id, sunset, ...rule }: Reliance | RandomStratum,
  path: Finding['path'],
  from: Day,
): Finding[] {
  if (sunset === undefined)
    return 'effect' in rule ? [finding('no-sunset', path, { given: id })] : [];
  return sunset < from
    ? [finding('sunset-over', [...path, 'sunset'], { given: sunset, expected: from })]
    : [];
}

/** The visits a year a schedule asks for of a population, against those that can be made. */
function loadOf(
  { levels, scale }: Schedule,
  counts: Readonly<Record<string, number>>,
  capacity: number,
): Finding[] {
  let visits = 0n;
  for (const [level, count] of Object.entries(counts)) {
    const tempo = levels[level];
    if (tempo === undefined) {
      throw mistake('unknown-level', `\`${level}\` is not in the schedule`, {
        given: level,
        expected: [...scale.levels],
      });
    }
    const { n, d } = visitsAYear(tempo);
    visits += (BigInt(count) * n + d - 1n) / d;
  }
  return visits > BigInt(capacity)
    ? [finding('over-capacity', ['levels'], { given: Number(visits), expected: capacity })]
    : [];
}

/** As documents write it, which needs no language. */
const dataText = (value: unknown): string => JSON.stringify(value);

const shareText = (ratio: NonNullable<Tempo['ratio']>): string =>
  typeof ratio === 'object' ? `${ratio.from}..${ratio.to}` : ratio;
