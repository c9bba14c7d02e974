import type { LocalText } from '../document/document.js';
import type { RoleReference } from '../programme/programme.js';

/** What a document is to a programme, in words. */
export const roleWords = {
  programme: { zh: '方案', en: 'programme' },
  credit: { zh: '信用', en: 'credit' },
  risk: { zh: '风险', en: 'risk' },
  matrix: { zh: '矩阵', en: 'matrix' },
  sampling: { zh: '抽取办法', en: 'sampling' },
  cap: { zh: '频次上限', en: 'cap' },
  schedule: { zh: '检查频次', en: 'schedule' },
  calendar: { zh: '工作日历', en: 'calendar' },
  'visit-rules': { zh: '联合检查安排', en: 'visit rules' },
} satisfies Readonly<Record<RoleReference['role'] | 'programme', LocalText>>;
