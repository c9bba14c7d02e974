import { defineSchedule } from '../matrix/schedule.js';

/** Inspections of mines in the US in their entirety: underground four times a year, surface twice. */
export const usMines = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'us-mines',
  version: '1977',
  title: { zh: '美国矿山法定检查', en: 'US mines: mandatory inspections' },
  from: '1978-01-01',
  status: 'draft',
  citations: [
    {
      id: 'entirety',
      title: 'Mine Safety and Health Administration: mandatory inspections',
      confidence: 'recalled',
      note: 'Four and two a year are remembered, and so is the first day; that no notice is given beforehand is verified. In fiscal year 2006 they were missed at 107 of 731 mines.',
    },
  ],
  untranslated: ['No advance notice; what makes an inspection one of the mine in its entirety.'],
  scale: { id: 'us-mines', levels: ['surface', 'underground'], worse: 'last' },
  levels: {
    surface: { least: { visits: 2, per: 'calendar-year' }, cite: 'entirety' },
    underground: { least: { visits: 4, per: 'calendar-year' }, cite: 'entirety' },
  },
  visits: { events: ['inspection'] },
});
