import type { Period } from '../../core/day.js';
import type { Override, OverrideEffect, Scheme } from '../../scoring/scheme.js';
import { type Direction, reversed, towards } from './change.js';
import { isSame } from './fieldChanges.js';
import { later } from './tempoOrder.js';

/** Which way an override goes where only its time changed, which the answers of one day do not show. */
export function overrideStep(x: Override, y: Override, { from }: Scheme): Direction | undefined {
  const [before, after] = [lengthOf(x.effect), lengthOf(y.effect)];
  if (isSame({ ...x, sunset: '', cite: '' }, { ...y, sunset: '', cite: '' })) {
    if (x.sunset === y.sunset) return 'neutral';
    const isLonger = (y.sunset ?? NEVER) > (x.sunset ?? NEVER);
    const way = wayOf(x.effect);
    return isLonger ? way : reversed(way);
  }
  const isSameElse = isSame({ ...x, effect: '', cite: '' }, { ...y, effect: '', cite: '' });
  if (!isSameElse || before === undefined || after === undefined) return undefined;
  if ('addVisit' in x.effect !== 'addVisit' in y.effect) return undefined;
  // A visit sooner is stricter; a suspension of visits for longer is looser.
  return towards(0, later(before, after, from) as number);
}

const NEVER = '9999-12-31';

function lengthOf(effect: OverrideEffect): Period | undefined {
  if ('addVisit' in effect) return effect.addVisit.within;
  return 'suspend' in effect && !('until' in effect.suspend) ? effect.suspend : undefined;
}

/** Which way an effect goes by itself. */
function wayOf(effect: OverrideEffect): Direction {
  if ('atBest' in effect || 'addVisit' in effect) return 'stricter';
  if ('atWorst' in effect || 'suspend' in effect) return 'looser';
  return 'step' in effect ? (effect.step === 'worse' ? 'stricter' : 'looser') : 'undecided';
}
