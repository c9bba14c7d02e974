import type { RegisterCode } from '../register/codes.js';
import type { Texts } from './text.js';

export const registerTexts = {
  'uscc-length': {
    zh: '统一社会信用代码 `{given}` 不是 18 位；请核对营业执照',
    en: 'unified social credit code `{given}` has not 18 characters; check it against the licence',
  },
  'uscc-alphabet': {
    zh: '统一社会信用代码 `{given}` 含有不允许的字符（只用 0-9 和除 I、O、S、V、Z 外的大写字母）；请核对是否把 0 写成 O、1 写成 I',
    en: 'unified social credit code `{given}` has a character it may not have (expected 0-9 and A-Z without I, O, S, V, Z); look for O in place of 0 or I in place of 1',
  },
  'uscc-head': {
    zh: '统一社会信用代码 `{given}` 的前两位不对（第 1 位应为 1-9、A、N、Y，第 2 位应为 1-9）；请核对营业执照',
    en: 'unified social credit code `{given}` begins wrongly (expected 1-9, A, N or Y, then 1-9); check it against the licence',
  },
  'uscc-division': {
    zh: '统一社会信用代码 `{given}` 的第 3 至 8 位不是六位数字的行政区划代码；请核对营业执照',
    en: 'unified social credit code `{given}` has no six-digit division in places 3 to 8; check it against the licence',
  },
  'uscc-check': {
    zh: '统一社会信用代码 `{given}` 的末位校验码不符，可能录入有误；请核对营业执照',
    en: 'unified social credit code `{given}` fails its last check character, so it was mistyped; check it against the licence',
  },
  'uscc-organisation': {
    zh: '统一社会信用代码 `{given}` 中组织机构代码（第 9 至 17 位）的校验码不符；请核对营业执照',
    en: 'unified social credit code `{given}` fails the check character of its organisation code (places 9 to 17); check it against the licence',
  },
  'doubtful-id': {
    zh: '标识 `{given}` 可能已损坏：像是电子表格改成的数值、带撇号的文本、小写的统一社会信用代码，或含有看不见的字符；仍按原样读入，请核对',
    en: 'id `{given}` looks damaged: a number that a spreadsheet made, an apostrophe before text, a unified social credit code in small letters, or signs that nobody sees; it was read as it stands, check it',
  },
  'bad-noun': {
    zh: '数据格式不符合规定；请按所列问题逐项更正',
    en: 'the data has not the shape it must have; correct each of the issues listed',
  },
  'reserved-fact': {
    zh: '指标 `{given}`（类型 `{type}`）不能用：名称不得与列名相同，类型应为 {expected} 之一',
    en: 'fact `{given}` of type `{type}` cannot stand: give it a name no column has, and one of the types {expected}',
  },
  'missing-column': {
    zh: '文件缺少列 `{given}`（可用列名：{expected}）；请补上该列，本文件各行均未读入',
    en: 'the file has no column `{given}` (expected one of the headers {expected}); add it, none of the rows was read',
  },
  'unknown-column': {
    zh: '不认识的列 `{given}`，已忽略；若是指标，请在方案中声明',
    en: 'unknown column `{given}` was ignored; if it is a fact, declare it',
  },
  'repeated-column': {
    zh: '列 `{given}` 与前面的列同为 `{field}`，只读前面的一列；请删除其一',
    en: 'column `{given}` is a second `{field}`, and the earlier one was read; remove one of them',
  },
  'not-an-integer': {
    zh: '不是整数：`{given}`（应如 `{expected}`，不带千位分隔符和单位）',
    en: 'not an integer: `{given}` (expected like `{expected}`, without separators or units)',
  },
  'repeated-id': {
    zh: '标识 `{given}` 重复，见 `{first}` 与 `{second}`；各行均未读入，请只保留正确的一行',
    en: 'id `{given}` stands in `{first}` and in `{second}`; none of these rows was read, keep the right one',
  },
  'rows-changed': {
    zh: '`{file}` 第 {row} 行与初次读取时不同；读取期间请勿改动文件，然后重新运行',
    en: 'row {row} of `{file}` is not what it was when it was first read; leave the file alone meanwhile, and run again',
  },
  'repeated-site': {
    zh: '同一主体的经营场所 `{given}` 重复；每个场所只列一次',
    en: 'site `{given}` stands twice at one entity; list each site once',
  },
  'unknown-district': {
    zh: '没有行政区划 `{given}`；请核对代码或补充区划清单',
    en: 'there is no district `{given}`; check the code, or add it to the known districts',
  },
  'unknown-entity': {
    zh: '名录库中没有检查对象 `{given}`；请核对代码或补充该主体',
    en: 'there is no entity `{given}` in the register; check the id, or add the entity',
  },
  'entity-set-aside': {
    zh: '检查对象 `{given}` 的行有误未读入，其信用信息也未读入；请先更正该主体',
    en: 'the row of entity `{given}` was set aside, and this event with it; correct the entity first',
  },
  'unknown-item': {
    zh: '抽查事项清单中没有 `{given}`；请核对编号或补充该事项',
    en: 'there is no item `{given}` on the item list; check the id, or add the item',
  },
  'unknown-authority': {
    zh: '没有监管部门 `{given}`；请核对编号或补充该部门',
    en: 'there is no authority `{given}`; check the id, or add the authority',
  },
  'unknown-recusal': {
    zh: '回避的对象 `{given}` 不在名录库中；请核对代码',
    en: 'the recusal names entity `{given}`, which the register has not; check the id',
  },
  'event-before-birth': {
    zh: '发生日期 `{given}` 早于主体 `{entity}` 的成立日期 `{expected}`；请核对两个日期',
    en: 'the event of `{given}` lies before the first day of entity `{entity}`, `{expected}`; check both days',
  },
  'event-in-future': {
    zh: '发生日期 `{given}` 晚于名录库日期 `{expected}`；请核对日期',
    en: 'the event of `{given}` lies after the day of the register, `{expected}`; check the day',
  },
  'until-before-on': {
    zh: '有效期至 `{given}` 早于发生日期 `{on}`；请核对两个日期',
    en: 'the event ends on `{given}`, before it happened on `{on}`; check both days',
  },
  'repaired-before-on': {
    zh: '修复日期 `{given}` 早于发生日期 `{on}`；请核对两个日期',
    en: 'the event was repaired on `{given}`, before it happened on `{on}`; check both days',
  },
  'range-inverted': {
    zh: '起止日期颠倒：`{given}`（应为 {expected}）；请核对两个日期',
    en: 'the days stand in the wrong order: `{given}` (expected {expected}); check both days',
  },
} satisfies Texts<RegisterCode>;
