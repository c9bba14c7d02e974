import { requireArgument } from '../../core/argument.js';
import { errorAt, type Issue } from '../../core/issue.js';
import {
  type CheckedDocument,
  checkedDocument,
  soundDocument,
} from '../../document/checkedDocument.js';
import { documentIssues } from '../../document/citations.js';
import { bestFirst } from '../../document/document.js';
import { scaleIssues } from '../../document/scaleIssues.js';
import type { Recognition } from './recognition.js';
import { recognitionSchema } from './recognitionSchema.js';

/**
 * What is wrong with a conversion between scales whose shape is right.
 *
 * @returns `converts-to-itself`; `level-not-converted` and `repeated-name` for a level that has no
 * line or two; `no-such-level`; `conversion-turned` where a better level becomes a worse one;
 * `loss-unsaid` where levels are made one, or dropped, and nothing says so; the issues of every document
 * @example
 * ```ts
 * import { checkRecognition } from 'evenhand/credit';
 * import { beijingNineToFour } from 'evenhand/schemes';
 *
 * checkRecognition({ ...beijingNineToFour, lost: [] }).map(({ code }) => code); // => ['loss-unsaid']
 * ```
 */
export function checkRecognition(recognition: Recognition): Issue[] {
  requireArgument(
    'checkRecognition',
    'recognition',
    recognition,
    { source: 'object', target: 'object', table: 'array', lost: 'array' },
    'parseRecognition(…)',
  );
  const { source, target, table, lost } = recognition;
  const issues = [
    ...documentIssues(recognition),
    ...scaleIssues(source.scale, ['source', 'scale']),
    ...scaleIssues(target.scale, ['target', 'scale']),
  ];
  if (source.scale.id === target.scale.id && source.jurisdiction === target.jurisdiction) {
    issues.push(errorAt('converts-to-itself', ['target'], { given: target.scale.id }));
  }
  const known = (levels: readonly string[], level: string, path: Issue['path']): void => {
    if (levels.includes(level)) return;
    issues.push(errorAt('no-such-level', path, { given: level, expected: [...levels] }));
  };
  table.forEach(({ level, becomes }, i) => {
    known(source.scale.levels, level, ['table', i, 'level']);
    if (becomes !== null) known(target.scale.levels, becomes, ['table', i, 'becomes']);
    if (table.findIndex((line) => line.level === level) < i) {
      issues.push(errorAt('repeated-name', ['table', i, 'level'], { given: level }));
    }
  });
  for (const level of source.scale.levels) {
    if (table.some((line) => line.level === level)) continue;
    issues.push(errorAt('level-not-converted', ['table'], { given: level }));
  }
  if (issues.some(({ severity }) => severity === 'error')) return issues;
  const places = bestFirst(source.scale).map((level) => {
    const becomes = table.find((line) => line.level === level)?.becomes ?? null;
    return becomes === null ? undefined : bestFirst(target.scale).indexOf(becomes);
  });
  const taken = places.filter((place) => place !== undefined);
  if (taken.some((place, i) => i > 0 && place < (taken[i - 1] as number))) {
    issues.push(errorAt('conversion-turned', ['table'], { given: recognition.id }));
  }
  const isLossy = taken.length < places.length || new Set(taken).size < taken.length;
  if (isLossy && lost.length === 0) {
    issues.push(errorAt('loss-unsaid', ['lost'], { given: recognition.id }));
  }
  return issues;
}

/**
 * A conversion between scales out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkRecognition`
 */
export function parseRecognition(value: unknown): Recognition {
  return soundDocument(safeParseRecognition(value));
}

/** The same with what is wrong returned. */
export function safeParseRecognition(value: unknown): CheckedDocument<Recognition> {
  return checkedDocument(recognitionSchema, checkRecognition, value);
}
