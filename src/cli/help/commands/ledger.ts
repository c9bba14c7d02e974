/** What `evenhand ledger --help` says. */
export const ledger = {
  about: {
    zh: '检查台账：登记、预留、查询，并报告一年的涉企检查负担',
    en: 'the ledger of visits: book, reserve, look up, and report what a year cost the firms',
  },
  details: {
    zh: `
操作 <action>：import（登记申请）、reserve（预留一次）、confirm（确认）、start（扫码入企）、finish（完成）、
cancel（取消）、status（查询）、report（负担报告）、migrate（建库或升级）。
<ledger> 是 SQLite 台账文件，同一台机器的多个进程可同时使用；或 PostgreSQL 数据库的地址
postgres://用户@主机:端口/库名（需程序包 pg，模式默认为 evenhand，可加 ?schema=名称）。
密码请放在 PGPASSWORD 或 ~/.pgpass 中，写在地址里会留在命令历史中；任何输出都不显示密码。
数据库的表只由 migrate 建立和升级，应由其所有者运行；--roles 同时建立组角色，--print 只打印 SQL。
上限默认用规则库的“最多查两次”。
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
  evenhand ledger report ledger.sqlite --year 2026 --plan plan-2026 --out burden-2026
  evenhand ledger migrate postgres://ledger_owner@db.example/city --roles
  evenhand ledger import postgres://fire_platform@db.example/city --requests fire.ndjson`,
    en: `
<action> is import (ask for many visits), reserve (ask for one), confirm, start (scan-in), finish or cancel
(what becomes of it), status, report (the burden of a year), or migrate (makes or upgrades tables).
<ledger> is an SQLite file, which any number of processes of one machine may use at once, or the address
of a PostgreSQL database, postgres://USER@HOST:PORT/DATABASE (with the package pg; the schema is evenhand,
or that of ?schema=NAME). Put the password into PGPASSWORD or ~/.pgpass: in the address it would stay in
the shell's history. No output shows it. Tables of a database are made and upgraded by migrate alone, run
as their owner: --roles makes the group roles too, --print only prints the SQL. Without --cap the library's
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
  evenhand ledger report ledger.sqlite --year 2026 --plan plan-2026 --out burden-2026
  evenhand ledger migrate postgres://ledger_owner@db.example/city --roles
  evenhand ledger import postgres://fire_platform@db.example/city --requests fire.ndjson`,
  },
} as const;
