import { deadlineOn, deadlineSchema, workingCalendar } from 'evenhand/calendar';
import { chinaWorkingDays } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { refusal } from '../schemes/documents.js';

const working = workingCalendar([chinaWorkingDays]);

describe('a deadline', () => {
  it.each([
    ['2026-01-31', { days: 1 }, '2026-02-01'],
    ['2026-01-31', { months: 1 }, '2026-02-28'],
    ['2024-02-29', { years: 1 }, '2025-02-28'],
    // 14 February is a worked Saturday; off from 15 to 23 February.
    ['2026-02-13', { workingDays: 1 }, '2026-02-14'],
    ['2026-02-13', { workingDays: 2 }, '2026-02-24'],
  ] as const)('from %s within %o ends on %s', (day, deadline, last) => {
    expect(deadlineOn(day, deadline, working)).toBe(last);
  });

  it('in working days needs a calendar, and a published year', () => {
    expect(refusal(() => deadlineOn('2026-02-13', { workingDays: 1 }))[0]).toBe('calendar-needed');
    expect(refusal(() => deadlineOn('2026-12-31', { workingDays: 1 }, working))[0]).toBe(
      'year-without-calendar',
    );
  });

  it('is one of the four, and nothing else', () => {
    expect(deadlineSchema.safeParse({ workingDays: 5 }).success).toBe(true);
    expect(deadlineSchema.safeParse({ weeks: 1 }).success).toBe(false);
    expect(deadlineSchema.safeParse({ workingDays: -1 }).success).toBe(false);
  });
});
