import type { Calendar } from '../calendar/calendar.js';

/**
 * The working days of China as the State Council published them (国务院办公厅节假日安排): 2025 and 2026.
 *
 * Later years are not published; a region's own holidays stand in a calendar of its own.
 */
export const chinaWorkingDays: Calendar = {
  schema: 'evenhand/calendar/1',
  kind: 'calendar',
  id: 'china-working-days',
  version: '2026',
  title: { zh: '全国节假日及调休安排', en: 'Working days of China' },
  from: '2025-11-04',
  status: 'in-force',
  citations: [
    {
      id: 'notice-2025',
      title: '国务院办公厅关于2025年部分节假日安排的通知',
      issuer: '国务院办公厅',
      article: '国办发明电〔2024〕12号, 一至六',
      published: '2024-11-12',
      link: 'https://m.gmw.cn/2024-11/12/content_1303894933.htm',
      confidence: 'verified',
      note: 'Full text as released by Xinhua; its number was read in reprints of the notice.',
    },
    {
      id: 'notice-2026',
      title: '国务院办公厅关于2026年部分节假日安排的通知',
      issuer: '国务院办公厅',
      article: '一至七',
      published: '2025-11-04',
      link: 'https://politics.gmw.cn/2025-11/04/content_38391083.htm',
      confidence: 'verified',
      note: 'Full text as released by Xinhua.',
    },
  ],
  untranslated: [
    '鼓励落实带薪年休假、错峰出行: a wish that changes no day.',
    '少数民族习惯节日, 部分公民放假的节日 (half days for women, youth, children, soldiers): a region or employer sets them.',
  ],
  week: [1, 2, 3, 4, 5],
  years: [
    {
      year: 2025,
      cite: 'notice-2025',
      holidays: [
        holiday('元旦', "New Year's Day", '2025-01-01', '2025-01-01'),
        holiday('春节', 'Spring Festival', '2025-01-28', '2025-02-04'),
        holiday('清明节', 'Qingming', '2025-04-04', '2025-04-06'),
        holiday('劳动节', 'Labour Day', '2025-05-01', '2025-05-05'),
        holiday('端午节', 'Dragon Boat Festival', '2025-05-31', '2025-06-02'),
        holiday('国庆节、中秋节', 'National Day and Mid-Autumn', '2025-10-01', '2025-10-08'),
      ],
      workdays: [
        { day: '2025-01-26' },
        { day: '2025-02-08' },
        { day: '2025-04-27' },
        { day: '2025-09-28' },
        { day: '2025-10-11' },
      ],
    },
    {
      year: 2026,
      cite: 'notice-2026',
      holidays: [
        holiday('元旦', "New Year's Day", '2026-01-01', '2026-01-03'),
        holiday('春节', 'Spring Festival', '2026-02-15', '2026-02-23'),
        holiday('清明节', 'Qingming', '2026-04-04', '2026-04-06'),
        holiday('劳动节', 'Labour Day', '2026-05-01', '2026-05-05'),
        holiday('端午节', 'Dragon Boat Festival', '2026-06-19', '2026-06-21'),
        holiday('中秋节', 'Mid-Autumn', '2026-09-25', '2026-09-27'),
        holiday('国庆节', 'National Day', '2026-10-01', '2026-10-07'),
      ],
      workdays: [
        { day: '2026-01-04' },
        { day: '2026-02-14' },
        { day: '2026-02-28' },
        { day: '2026-05-09' },
        { day: '2026-09-20' },
        { day: '2026-10-10' },
      ],
    },
  ],
};

function holiday(zh: string, en: string, from: string, to: string) {
  return { name: { zh, en }, from, to };
}
