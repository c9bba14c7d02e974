import type { Issue } from '../core/issue.js';
import type { Finding } from '../programme/analysis/finding.js';
import { describe } from '../texts/describe.js';
import type { Desk } from './io.js';

/** How many issues a terminal shows before it only counts them. */
const SHOWN = 20;

/**
 * The first issues, each as a line, and how many more there are. Where not all are shown, errors come
 * before warnings, so that no number of warnings hides what made a command refuse.
 */
export function printIssues(desk: Desk, issues: readonly Issue[], shown = SHOWN): void {
  const words = {
    error: desk.say('错误：', 'error: '),
    warning: desk.say('警告：', 'warning: '),
  };
  for (const issue of firstOf(issues, shown)) {
    desk.warn(`${words[issue.severity]}${describe(issue, desk.lang)} [${issue.code}]`);
    const { counterexample, against } = issue as Finding;
    for (const entity of [counterexample, against]) {
      if (entity !== undefined)
        desk.warn(`  ${desk.say('例如：', 'for example: ')}${JSON.stringify(entity)}`);
    }
  }
  const more = issues.length - shown;
  if (more > 0) desk.warn(desk.say(`……另有 ${more} 处`, `… and ${more} more`));
}

function firstOf(issues: readonly Issue[], shown: number): readonly Issue[] {
  if (issues.length <= shown) return issues;
  const ofSeverity = (severity: Issue['severity']): readonly Issue[] =>
    issues.filter((issue) => issue.severity === severity);
  return [...ofSeverity('error'), ...ofSeverity('warning')].slice(0, shown);
}
