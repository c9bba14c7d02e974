import { requireArgument } from '../core/argument.js';
import { type Day, dayNumber, dayOf } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import type { Calendar, CalendarYear } from './calendar.js';
import { weekdayOf } from './weekday.js';

/**
 * What is wrong with a calendar whose shape is right: its frame, a year published twice, a day outside
 * its year or named twice, a make-up day that is worked anyhow.
 */
export function checkCalendar(calendar: Calendar): Issue[] {
  requireArgument('checkCalendar', 'calendar', calendar, { years: 'array' }, 'parseCalendar(…)');
  const { week, years } = calendar;
  const issues = documentIssues(calendar);
  week?.forEach((day, i) => {
    if (week.indexOf(day) < i)
      issues.push(errorAt('repeated-weekday', ['week', i], { given: day }));
  });
  years.forEach((one, i) => {
    const path = ['years', i];
    if (years.findIndex(({ year }) => year === one.year) < i) {
      issues.push(errorAt('repeated-year', [...path, 'year'], { given: one.year }));
    }
    issues.push(...yearIssues(one, path, week));
  });
  return issues;
}

function yearIssues(
  { year, holidays, workdays }: CalendarYear,
  path: Issue['path'],
  week: Calendar['week'],
): Issue[] {
  const issues: Issue[] = [];
  const named = new Set<number>();
  const name = (number: number, at: Issue['path']): boolean => {
    const isNew = !named.has(number);
    if (!isNew) issues.push(errorAt('day-named-twice', at, { given: dayOf(number) }));
    named.add(number);
    return isNew;
  };
  const isInside = (day: Day, at: Issue['path']): boolean => {
    if (Number(day.slice(0, 4)) === year) return true;
    issues.push(errorAt('outside-calendar-year', at, { given: day, expected: year }));
    return false;
  };
  holidays.forEach(({ from, to }, i) => {
    const here = [...path, 'holidays', i];
    const isKnown = [isInside(from, [...here, 'from']), isInside(to, [...here, 'to'])];
    if (to < from) {
      issues.push(errorAt('holiday-inverted', [...here, 'to'], { given: to, expected: from }));
    }
    if (isKnown.includes(false)) return;
    for (let number = dayNumber(from); number <= dayNumber(to); number++) {
      if (!name(number, here)) break;
    }
  });
  workdays.forEach(({ day }, i) => {
    const here = [...path, 'workdays', i, 'day'];
    if (!isInside(day, here)) return;
    name(dayNumber(day), here);
    if (week?.includes(weekdayOf(dayNumber(day)))) {
      issues.push(errorAt('workday-already-worked', here, { given: day }));
    }
  });
  return issues;
}
