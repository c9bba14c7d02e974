import { requireArgument } from '../../core/argument.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { documentIssues } from '../../document/citations.js';
import type { EventName, RecordRules } from './recordRules.js';

/**
 * What is wrong with the rules of a record whose shape is right.
 *
 * @returns `repeated-name` for a department named twice, `rule-unreachable` for a kind of event that
 * an earlier line always takes, and the issues of every document
 */
export function checkRecordRules(rules: RecordRules): Issue[] {
  requireArgument(
    'checkRecordRules',
    'rules',
    rules,
    { precedence: 'object', events: 'array' },
    'parseRecordRules(…)',
  );
  const { departments } = rules.precedence;
  return [
    ...documentIssues(rules),
    ...departments.flatMap((given, i) =>
      departments.indexOf(given) < i
        ? [errorAt('repeated-name', ['precedence', 'departments', i], { given })]
        : [],
    ),
    ...rules.events.flatMap((one, i) => {
      const by = rules.events.slice(0, i).findIndex((earlier) => takes(earlier, one));
      return by < 0
        ? []
        : [errorAt('rule-unreachable', ['events', i], { given: one.event, expected: by })];
    }),
  ];
}

const takes = (earlier: EventName, later: EventName): boolean =>
  earlier.kind === later.kind &&
  (earlier.severity === undefined || earlier.severity === later.severity) &&
  (earlier.list === undefined || earlier.list === later.list);
