import type { Texts } from './text.js';

/** The codes are `cli`'s, the one room above this one: it checks that it has a text for each. */
export const cliTexts = {
  'unknown-command': {
    zh: '没有命令 `{given}`；可用的命令见 evenhand --help',
    en: 'there is no command `{given}`; see evenhand --help for those there are',
  },
  'unknown-option': {
    zh: '没有选项 `{given}`；可用的选项见 evenhand help {command}',
    en: 'there is no option `{given}`; see evenhand help {command} for those there are',
  },
  'too-many-arguments': {
    zh: '给出的参数太多；用法见 evenhand help {command}',
    en: 'too many arguments were given; see evenhand help {command}',
  },
  'option-without-value': {
    zh: '选项 `{given}` 后面应有一个值',
    en: 'option `{given}` needs a value after it',
  },
  'option-missing': {
    zh: '缺少 {expected}；用法见 evenhand help {command}',
    en: '{expected} is missing; see evenhand help {command}',
  },
  'options-conflict': {
    zh: '{given} 不能同时使用；请只保留一个',
    en: '{given} cannot be used together; keep one of them',
  },
  'fact-column-missing': {
    zh: '文件没有指标列 `{given}`，方案需要读取它；全部对象按该项数据缺失处理，请确认，或补上该列',
    en: 'the file has no column `{given}`, which the programme reads; everybody counts as if it were not known: make sure that this is meant, or add the column',
  },
  'doubtful-code': {
    zh: '列 `{input}` 有 {rows} 行的代码与规则表的写法不同（第一处为 `{given}`，规则表中的代码如 `{expected}`）；这些行按“其他”计分，请核对',
    en: 'column `{input}` has codes that are written unlike those of the rules (rows: {rows}; the first is `{given}`, the rules have such as `{expected}`); they count as any other code: check them',
  },
  'list-unread': {
    zh: '有 {rows} 个对象列入名单 `{given}`，但方案和任务都没有提到这个名称，因此不起作用；请核对名称，如属有意可不处理',
    en: 'neither the programme nor a task names the list `{given}` (entities on it: {rows}), so that it has no effect; check its name, or leave it if that is meant',
  },
  'fact-column-needed': {
    zh: '文件没有指标列 `{given}`，{rows} 个对象因此不能评定；请补上该列',
    en: 'the file has no column `{given}`, without which {rows} entities cannot be assessed; add the column',
  },
  'bad-option': {
    zh: '选项 {option} 的值为 `{given}`；应为 {expected}',
    en: 'option {option} is `{given}`; expected {expected}',
  },
  'input-file-missing': {
    zh: '文件夹 `{given}` 中没有 {expected}；请补上该文件，或用 {option} 指明其位置',
    en: 'the folder `{given}` has no {expected}; add it, or name it with {option}',
  },
  'tasks-not-checked': {
    zh: '文件夹 `{given}` 中没有 {expected}，抽查任务和计划未作检查；要做计划，请补上该文件，或用 {option} 指明其位置',
    en: 'the folder `{given}` has no {expected}, so no tasks and no plan were checked; for a plan add it, or name it with {option}',
  },
  'two-input-files': {
    zh: '文件夹 `{given}` 中 {expected} 同时存在，不知读哪一个；请只保留一个，或用 {option} 指明',
    en: 'the folder `{given}` has {expected}, and nothing says which to read; keep one, or name it with {option}',
  },
  'unclean-input': {
    zh: '输入中有 {given} 处错误，未生成任何文件；请更正，或用 --set-aside 将有误的行搁置后继续',
    en: 'errors in the input: {given}; nothing was written: correct them, or go on without the rows they stand in with --set-aside',
  },
  'unclean-rows': {
    zh: '各行中有 {given} 处错误，未写入任何内容；请更正后重试',
    en: 'errors in the rows: {given}; nothing was written: correct them and try again',
  },
  'file-not-whole': {
    zh: '文件 {given} 无法完整读入，不知少了多少行，因此不能搁置；请更正后重试',
    en: '{given} could not be read as a whole, so nobody knows how many rows are missing and none can be set aside; correct it and try again',
  },
  'faulty-document': {
    zh: '{given} 有错误，不能搁置；请更正后重试',
    en: '{given} has errors, and no part of it can be set aside; correct it and try again',
  },
  'not-our-output': {
    zh: '`{given}` 不是 evenhand {expected} 写出的文件夹；请检查路径',
    en: '`{given}` is no folder that evenhand {expected} wrote; check the path',
  },
  'nothing-drawn': {
    zh: '`{given}` 尚未抽签（没有 {expected}）；请先运行 evenhand draw',
    en: 'nothing is drawn in `{given}` (it has no {expected}); run evenhand draw first',
  },
  'not-a-ledger': {
    zh: '`{given}` 不是台账（SQLite）文件：{reason}；未作任何改动，请检查路径',
    en: '`{given}` is no ledger, which is an SQLite file: {reason}; nothing was changed, check the path',
  },
  'database-unreachable': {
    zh: '无法连接台账数据库 `{given}`：“{reason}”；请检查地址、端口、网络和服务器是否运行，然后用同一命令重试，已登记的不会重复登记',
    en: 'the database of the ledger, `{given}`, cannot be reached: {reason}; check its address and port, the network and whether the server runs, and give the same command again: nothing is booked twice',
  },
  'database-refused': {
    zh: '台账数据库 `{given}` 拒绝了请求：“{reason}”；请检查登录、密码（PGPASSWORD 或 ~/.pgpass）、库名和权限，然后用同一命令重试，已登记的不会重复登记',
    en: 'the database of the ledger, `{given}`, refused: {reason}; check the login, its password (PGPASSWORD or ~/.pgpass), the name of the database and the rights, and give the same command again: nothing is booked twice',
  },
  'ledger-in-part': {
    zh: '`{given}` 的登录只能看到本部门的事件，据此得出的结果不完整；请用 evenhand_booker 或 evenhand_auditor 成员的登录，或由所有者运行',
    en: 'the login of `{given}` sees the events of its own authority alone, so that what it would be told would not be whole; use a login of evenhand_booker or evenhand_auditor, or the owner',
  },
  'output-changed': {
    zh: '文件夹 `{given}` 中的 `{file}` 已被改动：摘要为 `{found}`，清单中为 `{expected}`；请恢复原文件',
    en: '`{file}` in `{given}` was changed: its digest is `{found}`, the manifest says `{expected}`; restore it',
  },
  'notice-a-differs': {
    zh: '公示甲与准备好的计划不一致：字段 `{field}` 应为 `{expected}`，却是 `{found}`；抽签未进行',
    en: 'notice A is not that of the prepared plan: `{field}` should be `{expected}` and is `{found}`; nothing was drawn',
  },
  'prepared-differs': {
    zh: '准备好的计划前后不一致：`{field}` 按内容应为 `{expected}`，记录为 `{found}`；抽签未进行',
    en: 'the prepared plan contradicts itself: by its content `{field}` is `{expected}`, it says `{found}`; nothing was drawn',
  },
  'entity-not-found': {
    zh: '没有检查对象 `{given}`（或其数据行已被搁置）；请核对标识',
    en: 'there is no entity `{given}` (or its row was set aside); check the id',
  },
  'unknown-scheme': {
    zh: '规则库中没有 `{given}`；可用的见 evenhand schemes list',
    en: 'the library has no `{given}`; see evenhand schemes list for those there are',
  },
  'package-missing': {
    zh: '缺少可选的程序包`{given}`：请执行{expected}。',
    en: 'The optional package `{given}` is not installed; expected: {expected}.',
  },
  unexpected: {
    zh: '程序出现意外错误：{given}；未写出任何文件，请附上命令和版本报告此问题',
    en: 'something unexpected went wrong: {given}; nothing was written, please report it with the command and the version',
  },
} satisfies Texts<string>;
