import type { Day } from '../../core/day.js';
import { compareRatios, parseRatio } from '../../core/ratio.js';
import type { RandomStratum, Reliance, Schedule, Tempo } from '../../matrix/schedule.js';
import { unique } from './behind.js';
import { type Change, type Direction, reversed, towards } from './change.js';
import { changeAt, isSame, paired } from './fieldChanges.js';
import { TEMPO_FIELDS, tempoStep } from './tempoOrder.js';

/** The changes between two schedules, level by level and field by field. */
export function diffSchedules(a: Schedule, b: Schedule): Change[] {
  const levels = unique([...Object.keys(a.levels), ...Object.keys(b.levels)]);
  const byId = <T extends { readonly id: string }>(
    name: string,
    x: readonly T[] = [],
    y: readonly T[] = [],
    step: (x: T | undefined, y: T | undefined) => Direction,
  ): (Change | undefined)[] =>
    paired(x, y, ({ id }) => id).map((one) =>
      changeAt([name, one.place], one.a, one.b, step(one.a, one.b)),
    );
  return [
    ...levels.flatMap((level) => tempoChanges(a.levels[level], b.levels[level], level, b.from)),
    ...byId('population', a.population, b.population, () => 'undecided'),
    ...byId('reliance', a.reliance, b.reliance, relianceStep),
    ...byId('strata', a.strata, b.strata, stratumStep),
    changeAt(['visits'], a.visits, b.visits, 'undecided'),
    changeAt(['precedence'], a.precedence, b.precedence, precedenceStep(a, b)),
    changeAt(['scale'], a.scale, b.scale, 'undecided'),
  ].filter((one) => one !== undefined);
}

function tempoChanges(
  a: Tempo | undefined,
  b: Tempo | undefined,
  level: string,
  from: Day,
): (Change | undefined)[] {
  if (a === undefined || b === undefined) return [changeAt(['levels', level], a, b, 'undecided')];
  return [
    ...TEMPO_FIELDS.map((field) =>
      changeAt(['levels', level, field], a[field], b[field], tempoStep(field, a, b, from)),
    ),
    changeAt(['levels', level, 'cite'], a.cite, b.cite, 'neutral'),
  ];
}

/** To rely on others for a visit is looser than not to, and the longer the looser. */
function relianceStep(x: Reliance | undefined, y: Reliance | undefined): Direction {
  const known = [x, y].filter((one) => one !== undefined);
  if (known.some(({ effect }) => typeof effect === 'object' && 'tempo' in effect)) {
    return 'undecided';
  }
  return reversed(ruleStep(x, y));
}

/** To be drawn from one more stratum, or by a larger share, is stricter. */
function stratumStep(x: RandomStratum | undefined, y: RandomStratum | undefined): Direction {
  if (x === undefined || y === undefined) return ruleStep(x, y);
  const share = compareRatios(parseRatio(y.ratio), parseRatio(x.ratio));
  return share === 0 ? ruleStep(x, y) : ruleStep({ ...x, ratio: '' }, { ...y, ratio: '' }, share);
}

/** A rule that comes or goes or lasts longer, by which there is more; `more` where it has more besides. */
function ruleStep<T extends { readonly sunset?: Day; readonly cite: string }>(
  x: T | undefined,
  y: T | undefined,
  more = 0,
): Direction {
  if (x === undefined || y === undefined) return x === undefined ? 'stricter' : 'looser';
  const { sunset: before = NEVER, cite: _, ...a } = x;
  const { sunset: after = NEVER, cite: __, ...b } = y;
  if (!isSame(a, b) || (more !== 0 && before !== after)) return 'undecided';
  return before === after ? towards(0, more) : after > before ? 'stricter' : 'looser';
}

const NEVER = '9999-12-31';

/** The first of the two stays: a longest gap that stays is stricter than a cap that stays. */
function precedenceStep(a: Schedule, b: Schedule): Direction {
  const first = ({ precedence }: Schedule): number | undefined =>
    precedence === undefined ? undefined : Number(precedence[0] === 'floor');
  const [x, y] = [first(a), first(b)];
  return x === undefined || y === undefined ? 'undecided' : towards(x, y);
}
