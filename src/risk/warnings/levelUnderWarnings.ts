import { requireArgument } from '../../core/argument.js';
import { addPeriod, type Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { bestFirst } from '../../document/document.js';
import type { Signal } from './signal.js';
import type { WarningRules } from './warningRules.js';

/** A level with the steps of the signals that last: where from, by which, until when at the longest. */
export interface WarnedLevel {
  readonly level: string;
  readonly from: string;
  readonly by: readonly string[];
  /** The last day of the step that lasts longest. */
  readonly until?: Day;
  /** The worst end of the scale held it. */
  readonly saturated: boolean;
}

/**
 * The level of an entity while signals of it last: the rating itself is not touched.
 *
 * A step lasts from the day of its signal to the same day after its period, that day inside. Of
 * several the largest counts or all together, as the document says.
 *
 * @param level - the rated level, of the document's scale
 * @param signals - those of the entity; others are not looked at where `entity` is given
 * @throws `unknown-level` for a level the scale does not have
 * @example
 * ```ts
 * import { levelUnderWarnings, watch } from 'evenhand/risk';
 * import { exampleWarnings } from 'evenhand/schemes';
 *
 * const accident = { id: 'e1', kind: 'accident', on: '2026-01-05', source: 'example' };
 * const firm = { id: '示例企业00017', facts: { industry: '6210' }, lists: [], events: [accident] };
 * const { signals } = watch(exampleWarnings, [firm], { asOf: '2026-01-06' });
 * levelUnderWarnings(exampleWarnings, 'low', signals, { asOf: '2026-02-01' }).level; // => 'medium'
 * levelUnderWarnings(exampleWarnings, 'low', signals, { asOf: '2027-02-01' }).level; // => 'low'
 * ```
 */
export function levelUnderWarnings(
  rules: WarningRules,
  level: string,
  signals: readonly Signal[],
  options: { readonly asOf: Day; readonly entity?: string },
): WarnedLevel {
  requireArgument(
    'levelUnderWarnings',
    'rules',
    rules,
    { scale: 'object' },
    'parseWarningRules(…)',
  );
  requireArgument('levelUnderWarnings', 'signals', signals, 'array');
  requireArgument('levelUnderWarnings', 'options', options, 'object');
  const { asOf, entity } = options;
  const levels = bestFirst(rules.scale);
  const place = levels.indexOf(level);
  if (place < 0) {
    throw mistake('unknown-level', `\`${rules.scale.id}\` has no level \`${level}\``, {
      given: level,
      expected: levels,
    });
  }
  const steps = signals.flatMap(({ id, on, asks, ...one }) => {
    if (on > asOf || (entity !== undefined && one.entity !== entity)) return [];
    return asks.flatMap((act) => {
      if (act.do !== 'step') return [];
      const until = addPeriod(on, act.lasts);
      return until < asOf ? [] : [{ id, by: act.by, until }];
    });
  });
  const wanted =
    rules.steps === 'sum'
      ? steps.reduce((sum, { by }) => sum + by, 0)
      : steps.reduce((most, { by }) => Math.max(most, by), 0);
  const to = Math.min(levels.length - 1, place + wanted);
  const until = steps
    .map((one) => one.until)
    .sort()
    .at(-1);
  return {
    level: levels[to] as string,
    from: level,
    by: steps.map(({ id }) => id),
    ...(until === undefined ? {} : { until }),
    saturated: to < place + wanted,
  };
}
