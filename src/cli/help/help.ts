import { amend } from './commands/amend.js';
import { approve } from './commands/approve.js';
import { assess } from './commands/assess.js';
import { check } from './commands/check.js';
import { diff } from './commands/diff.js';
import { draw } from './commands/draw.js';
import { explain } from './commands/explain.js';
import { inspection } from './commands/inspection.js';
import { ledger } from './commands/ledger.js';
import { oversight } from './commands/oversight.js';
import { penalty } from './commands/penalty.js';
import { plan } from './commands/plan.js';
import { prepare } from './commands/prepare.js';
import { prove } from './commands/prove.js';
import { record } from './commands/record.js';
import { register } from './commands/register.js';
import { risk } from './commands/risk.js';
import { sampleCity } from './commands/sampleCity.js';
import { sandbox } from './commands/sandbox.js';
import { scenario } from './commands/scenario.js';
import { schemes } from './commands/schemes.js';
import { sql } from './commands/sql.js';
import { verify } from './commands/verify.js';
import { options } from './options.js';

/** What `--help` says, by command and option; commands stand in the order they are listed. */
export const HELP = {
  about: {
    zh: '公平、有据、可核验的检查计划：信用和风险决定等级，随机决定抽谁，频次上限保护企业，人人可以重算。',
    en: 'Fair, explained and verifiable inspection planning: credit and risk decide the tier, chance decides who, a cap protects the firm, and anyone can recompute it.',
  },
  commands: {
    prepare,
    draw,
    plan,
    verify,
    prove,
    amend,
    register,
    record,
    ledger,
    oversight,
    scenario,
    inspection,
    risk,
    approve,
    sandbox,
    penalty,
    explain,
    check,
    diff,
    assess,
    sql,
    schemes,
    'sample-city': sampleCity,
  },
  options,
  exits: {
    zh: `
退出码：
  0  完成
  1  check、register 等发现错误，或 verify 核验未通过
  2  命令用法有误
  3  输入有误，未写出任何文件（见 --set-aside）
  4  计划已写出，但执法检查人员不足
  5  文件读写或数据库有问题
  70 程序意外错误

同样的输入得出逐字节相同的输出，与行的次序、时区、系统语言无关。
各命令的用法：evenhand help <命令> --lang zh`,
    en: `
Exit codes:
  0  done
  1  check, register and others found errors, or verify a check that does not hold
  2  the command was written wrongly
  3  the input has faults and nothing was written (see --set-aside)
  4  the plan was written, but there are not enough inspectors for it
  5  trouble with files or a database
  70 something unexpected

The same input gives the same bytes, whatever the order of its rows, the time zone or the system's
language. More on a command: evenhand help <command>`,
  },
  titles: {
    'Usage:': { zh: '用法：', en: 'Usage:' },
    'Options:': { zh: '选项：', en: 'Options:' },
    'Global Options:': { zh: '通用选项：', en: 'Options of every command:' },
    'Commands:': { zh: '命令：', en: 'Commands:' },
  },
} as const satisfies Readonly<Record<string, unknown>>;

/** The name of a command. */
export type CommandName = keyof typeof HELP.commands;
