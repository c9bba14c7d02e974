import { errorAt, type Issue } from '../core/issue.js';
import type { Scale } from './document.js';

/** Levels a scale names twice. */
export function scaleIssues({ levels }: Scale, path: Issue['path']): Issue[] {
  return levels.flatMap((level, i) =>
    levels.indexOf(level) < i
      ? [errorAt('repeated-name', [...path, 'levels', i], { given: level })]
      : [],
  );
}
