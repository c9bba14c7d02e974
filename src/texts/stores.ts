import type { StoresCode } from '../stores/codes.js';
import type { Texts } from './text.js';

export const storesTexts = {
  'bad-append': {
    zh: '追加的台账事件有误：字段`{field}`为`{given}`，应为{expected}；未写入任何内容，请更正调用。',
    en: 'The events to append are wrong: `{field}` is `{given}`, expected {expected}; nothing was written: correct the call.',
  },
  'outcome-unknown': {
    zh: '写入主体`{entity}`的请求`{request}`时存储出错：`{given}`；是否已写入不得而知，请用同一请求标识再次提交，已写入的不会重复。',
    en: 'The store failed while it wrote request `{request}` of entity `{entity}`: `{given}`; nobody knows yet whether it is there, expected an answer: ask again with the same request, which is never written twice.',
  },
  'request-elsewhere': {
    zh: '主体`{entity}`的请求标识`{request}`已用于另一主体：每个请求应有自己的标识，请换用新标识。',
    en: 'The request `{request}` of entity `{entity}` has been answered for another entity; expected an id of its own for every request: use a new one.',
  },
  'too-many-races': {
    zh: '主体`{entity}`的台账连续{given}次被他人抢先写入：应待其空闲，请稍后用同一请求标识再次提交。',
    en: 'Others wrote to the history of entity `{entity}` {given} times in a row; expected a moment without them: ask again with the same request.',
  },
  'bad-schema-name': {
    zh: '数据库名称`{given}`不可用：应符合{expected}，请更换。',
    en: 'The name `{given}` cannot stand in the database; expected {expected}: choose another.',
  },
  'not-migrated': {
    zh: '数据库模式`{schema}`只有{given}个步骤：应有{expected}个，请先由其所有者运行 evenhand ledger migrate（程序中为 migrateLedger）。',
    en: 'The schema `{schema}` has {given} steps; expected {expected}: let its owner run evenhand ledger migrate (in code migrateLedger) first.',
  },
  'migration-changed': {
    zh: '数据库模式`{schema}`的步骤`{step}`与本版本不同：摘要为`{given}`，应为`{expected}`；请查明何人改动，或换用建库时的版本。',
    en: 'Step `{step}` of schema `{schema}` was made by another text: its digest is `{given}`, expected `{expected}`: find out who changed it, or use the version that made the database.',
  },
  'unsafe-database': {
    zh: '数据库设置`{setting}`为`{given}`：断电时可能丢失已确认的检查，应为{expected}，请更正设置。',
    en: 'The database has `{setting}` set to `{given}` and could lose visits it has acknowledged; expected {expected}: correct the setting.',
  },
  'not-your-authority': {
    zh: '当前数据库登录不能代表部门`{given}`：应在 ledger_login 中登记，请由管理员添加，或以该部门的登录提交。',
    en: 'This login of the database does not act for authority `{given}`; expected a row of ledger_login that says so: have it added, or log in as that authority.',
  },
  'may-not-write': {
    zh: '当前数据库登录只能读取台账，不能写入：{given}；未写入任何内容，请以 evenhand_booker 成员的登录提交。',
    en: 'This login of the database may read the ledger and not write to it: {given}; nothing was written, expected a member of evenhand_booker: log in as one.',
  },
  'slot-taken': {
    zh: '数据库的第二道锁拒绝写入：{given}的名额已满；台账与名额不一致，请核对是否绕过了频次上限。',
    en: 'The second lock of the database refused the append: no place of {given} is free; expected the ledger to have refused it before: find out what passed the cap by.',
  },
} as const satisfies Texts<StoresCode>;
