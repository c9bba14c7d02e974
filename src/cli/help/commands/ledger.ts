/** What `evenhand ledger --help` says. */
export const ledger = {
  about: {
    zh: '检查台账：登记、预留、查询，并报告一年的涉企检查负担',
    en: 'the ledger of visits: book, reserve, look up, and report what a year cost the firms',
  },
  details: {
    zh: `
操作 <action>：import（登记申请）、reserve（预留一次）、confirm（确认）、start（扫码入企）、finish（完成）、
cancel（取消）、status（查询）、report（负担报告）。
<file> 是 SQLite 台账文件，多个进程可同时使用。上限默认用规则库的“最多查两次”。
同一申请标识重复提交只登记一次。用 --in 指明名录库后，名录库以外的对象、部门和事项会被拒绝。
有申请被拒绝时退出码为 1，并说明原因和最早可行的日期。

示例：
  evenhand ledger import ledger.sqlite --plan plan-2026 --as-of 2026-01-05
  evenhand ledger reserve ledger.sqlite --id 91110105… --request fire:1 --lead fire \\
    --kind spot-check --day 2026-06-01 --until 2026-03-31 --as-of 2026-03-01
  evenhand ledger confirm ledger.sqlite --id 91110105… --visit fire:1 --lead fire --request fire:1/yes
  evenhand ledger finish ledger.sqlite --id 91110105… --visit fire:1 --lead fire --request fire:1/out \\
    --outcome no-problem
  evenhand ledger status ledger.sqlite --id 91110105…
  evenhand ledger report ledger.sqlite --year 2026 --plan plan-2026 --out burden-2026`,
    en: `
<action> is import (ask for many visits), reserve (ask for one), confirm, start (scan-in), finish or cancel
(what becomes of it), status, or report (the burden of a year).
<file> is an SQLite ledger, which any number of processes may use at once. Without --cap the library's
"at most two inspections" binds. The same request id is booked once, however often it is asked.
With --in, what is asked for a firm, authority or item outside that register is refused.
Where something is refused the exit code is 1, with the reasons and the first day that is free.

Examples:
  evenhand ledger import ledger.sqlite --plan plan-2026 --as-of 2026-01-05
  evenhand ledger reserve ledger.sqlite --id 91110105… --request fire:1 --lead fire \\
    --kind spot-check --day 2026-06-01 --until 2026-03-31 --as-of 2026-03-01
  evenhand ledger confirm ledger.sqlite --id 91110105… --visit fire:1 --lead fire --request fire:1/yes
  evenhand ledger finish ledger.sqlite --id 91110105… --visit fire:1 --lead fire --request fire:1/out \\
    --outcome no-problem
  evenhand ledger status ledger.sqlite --id 91110105…
  evenhand ledger report ledger.sqlite --year 2026 --plan plan-2026 --out burden-2026`,
  },
} as const;
