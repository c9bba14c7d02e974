import type { SqlCode } from '../sql/codes.js';
import type { Texts } from './text.js';

export const sqlTexts = {
  'sql-unsupported': {
    zh: 'SQL（{given}）不支持规则 `{rule}` 中的 `{construct}`；请改用逐户评价（`assess` 或 `classify`）',
    en: 'SQL for {given} does not answer `{construct}` of rule `{rule}`; assess such entities one by one, with `assess` or `classify`',
  },
  'sql-too-long': {
    zh: '语句 `{statement}`（{dialect}）太长：`{given}` 字节；至多 {expected} 字节。请改用列式评价（`assessColumns`、`evenhand assess`）或逐户评价',
    en: 'the statement `{statement}` for {dialect} is too long: `{given}` bytes; at most {expected}. Assess by columns (`assessColumns`, `evenhand assess`) or one by one',
  },
  'unknown-dialect': {
    zh: '没有这种 SQL 方言：`{given}`；应为 {expected} 之一',
    en: 'no such dialect of SQL: `{given}`; expected one of {expected}',
  },
  'bad-sql-name': {
    zh: '表名或列名不可用：`{given}`；应为 1 至 128 个字符，不含控制字符、反斜线和 `$`，且不与语句自身的步骤同名',
    en: 'no usable name of a table or a column: `{given}`; expected 1 to 128 characters without control characters, backslashes and `$`, and none that a step of the statement has',
  },
  'no-sql-table': {
    zh: '监管方案要读取 `{given}`，但没有指明其所在的表；请在 `tables.{given}` 中写明',
    en: 'the programme reads `{given}` and no table of them is named; name it as `tables.{given}`',
  },
  'bad-sql-plan': {
    zh: '抽签参数有误：`{given}`；应为 {expected}',
    en: 'a wrong setting of the draw: `{given}`; expected {expected}',
  },
} as const satisfies Texts<SqlCode>;
