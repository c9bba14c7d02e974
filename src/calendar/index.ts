export type { Calendar, CalendarYear, Holiday, MakeUpDay } from './calendar.js';
export { calendarSchema } from './calendarSchema.js';
export { checkCalendar } from './checkCalendar.js';
export { CALENDAR_CODES, type CalendarCode } from './codes.js';
export { type Deadline, deadlineOn } from './deadline.js';
export { deadlineSchema } from './deadlineSchema.js';
export { parseCalendar, safeParseCalendar } from './parseCalendar.js';
export { type WorkingCalendar, workingCalendar } from './workingCalendar.js';
export { addWorkingDays, isWorkingDay, workingDaysBetween } from './workingDays.js';
