import type { ColumnsCode } from '../columns/codes.js';
import type { Texts } from './text.js';

export const columnsTexts = {
  'columns-unsupported': {
    zh: '列式计算不支持 `{given}` 中的 `{construct}`（规则 `{rule}`）；请改用逐户评价（`assess` 或 `classify`）',
    en: 'columns do not answer `{construct}` of `{given}` (rule `{rule}`); assess such entities one by one, with `assess` or `classify`',
  },
  'bad-columns': {
    zh: '列与列不相配；请按下列各项更正后再算',
    en: 'these columns do not fit each other; correct what is listed and try again',
  },
  'column-length': {
    zh: '列的长度不对：`{given}`；应为 {expected}，请补齐或裁去',
    en: 'a column of length `{given}`; expected {expected}, complete it or cut it',
  },
  'column-type': {
    zh: '列的类型不对：`{given}`；应为 {expected}，请按输入的类型给出',
    en: 'a column of the wrong kind: `{given}`; expected {expected}, give it as the input asks',
  },
  'bad-offsets': {
    zh: '偏移量有误：`{given}`；应为 {expected}。偏移量从 0 开始、不得减小、止于条目总数',
    en: 'bad offset: `{given}`; expected {expected}. Offsets begin at 0, never fall, and end at the number of entries',
  },
  'bad-places': {
    zh: '小数位数有误：`{given}`；应为 0 到 15 的整数',
    en: 'bad number of places: `{given}`; expected an integer from 0 to 15',
  },
  'code-beyond-dictionary': {
    zh: '字典中没有序号 `{given}`；最大为 {expected}，请检查该行或补全字典',
    en: 'no entry `{given}` in the dictionary; the last is {expected}, check the row or complete the dictionary',
  },
  'trace-mismatch': {
    zh: '第 {row} 行与当时的评价不一致：`{given}` 不同；请使用评价时的数据',
    en: 'row {row} does not give what it was assessed at: `{given}` differs; use the data of the assessment',
  },
  'no-such-row': {
    zh: '没有这一行：`{given}`；应在 0 到 {expected} 之间',
    en: 'no such row: `{given}`; expected 0 to {expected}',
  },
} as const satisfies Texts<ColumnsCode>;
