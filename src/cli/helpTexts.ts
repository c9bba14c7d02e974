/** What `--help` says, by command and option. */
export const HELP = {
  about: {
    zh: '公平、有据、可核验的检查计划:信用和风险决定等级,随机决定抽谁,频次上限保护企业,人人可以重算。',
    en: 'Fair, explained and verifiable inspection planning: credit and risk decide the tier, chance decides who, a cap protects the firm, and anyone can recompute it.',
  },
  commands: {
    prepare: {
      zh: '评定、分层、定数量,写出公示甲(抽签之前公布)',
      en: 'assess, stratify and fix the quotas; write notice A, to be published before the draw',
    },
    draw: {
      zh: '用公布后的随机数抽签、合并检查、派组,写出公示乙',
      en: 'draw with the entropy that came after notice A, join visits, draw teams; write notice B',
    },
    plan: {
      zh: '两步一次做完,作演示用(模拟,不能用于正式抽查)',
      en: 'both at once as a simulation, to see what a year looks like; it serves no official draw',
    },
    verify: {
      zh: '核验已公布的抽签,无须信任组织者',
      en: 'check a published draw without trust in whoever drew it',
    },
    prove: {
      zh: '为一个检查对象写出其在抽查范围内的证明',
      en: 'write a proof of one entity’s place in the frame, for the entity to keep',
    },
    amend: {
      zh: '撤出一个中签对象并递补,因人员缺席补抽检查组,或按原次序增抽;只增不改',
      en: 'strike one that was drawn and let its substitute in, fill the places of an absent inspector, or draw more in the same order',
    },
    register: {
      zh: '抽取登记簿:登记公示、抽取、增抽、作废,并查出缺号和重复抽取',
      en: 'the register of draws: add what was announced, drawn, topped up or abandoned; find gaps and repeats',
    },
    record: {
      zh: '信用记录:归集报送,查看本人记录,查询修复路径和某日公示的信息',
      en: 'credit records: take reports in, show one, the way to a grade, what is published on a day',
    },
    ledger: {
      zh: '检查台账:登记、预留、查询,并报告一年的涉企检查负担',
      en: 'the ledger of visits: book, reserve, look up, and report what a year cost the firms',
    },
    oversight: {
      zh: '监管执法评议(不设数量指标),以及某企业某日的尽职免责卷宗',
      en: 'how a year of supervision went, without quotas; the due-diligence file of one entity and day',
    },
    scenario: {
      zh: '监管场景:汇编合规手册,合并联合检查单,评价场景内企业',
      en: 'a scene of business: its handbook, its joint checklist, and how its firms stand',
    },
    inspection: {
      zh: '现场检查:逐项核对检查记录,核验全过程记录和三项制度',
      en: 'visits: go through what was entered, verify a record and the three systems',
    },
    risk: {
      zh: '动态风险:定期评级并留存历史,各级名单,预警,重点监管全覆盖',
      en: 'risk in motion: rate anew with a history, lists by level, warnings, coverage of key supervision',
    },
    approve: {
      zh: '按风险分级办理一件申请或备查,出具凭证',
      en: 'answer an application or a filing by the way its risk asks for, with a receipt',
    },
    sandbox: {
      zh: '包容审慎:新业态准入,查询观察期和沙盒的状态',
      en: 'room for new forms: let a firm in, tell who is observed or inside, and what ended it',
    },
    penalty: {
      zh: '一件违法行为是否免罚,裁量幅度如何,拟定处罚是否在幅度之内',
      en: 'whether a violation goes unpunished, its range of penalty, and whether a proposal lies in it',
    },
    explain: {
      zh: '说明某一检查对象的评定依据、提升办法和计划结果',
      en: 'say why an entity stands where it does, how it gets better, and what the plan does with it',
    },
    check: {
      zh: '找出方案、文件、名录或整个输入文件夹中的全部问题',
      en: 'name everything that is wrong with a programme, a document, tables, or a whole input folder',
    },
    diff: {
      zh: '比较一份文件的两个版本:逐处说明变更,趋严还是趋宽,附示例主体',
      en: 'compare two versions of a document: each change, whether it is stricter or looser, and for whom',
    },
    sql: {
      zh: '把方案和抽签写成数据仓库的 SQL 语句,结果与逐户评价、逐个抽签相同',
      en: 'write a programme and its draw as a statement for a warehouse, with the same answers and tickets',
    },
    schemes: {
      zh: '列出规则库中的文件,或显示其中一份',
      en: 'list the documents the library holds, or show one of them',
    },
    'sample-city': {
      zh: '写出一座虚构的城市,供学习和测试',
      en: 'write a made-up city, to learn from and to test with',
    },
  },
  details: {
    prepare: {
      zh: `
输入文件夹 DIR 中的文件(每种一个;csv、ndjson 或 json,可为 gzip):
  entities  检查对象      events  信用信息      inspectors  执法检查人员
  items     抽查事项      authorities  监管部门(可省略)
  tasks.json  抽查任务    programme.json  监管方案
  sources.json  随机源(可省略,用 --source)   causes.json  触发式检查(可省略)
  districts.json  行政区划清单(可省略)

输出文件夹:public/ 可公布,private/ 须保密至抽签,auditor/ 供审计,issues.json 记录搁置的行。
输入有错误的行时拒绝办理(退出码 3);用 --set-aside 搁置这些行后继续,并记录数量。

示例:
  evenhand prepare --in city --year 2026 --as-of 2025-12-31 --draw-id BJ-2026-001 \\
    --source dice.2026-01-15=132 --out prepared`,
      en: `
Files of the input folder DIR (one of each; csv, ndjson or json, gzip or plain):
  entities   events   inspectors   items   authorities (may be left out)
  tasks.json   programme.json
  sources.json (or --source)   causes.json   districts.json (these three may be left out)

The output: public/ is for publication, private/ is kept secret until the draw, auditor/ is for
auditors, issues.json keeps what was set aside.
An input with bad rows is refused (exit code 3); --set-aside goes on without them and counts them.

Example:
  evenhand prepare --in city --year 2026 --as-of 2025-12-31 --draw-id BJ-2026-001 \\
    --source dice.2026-01-15=132 --out prepared`,
    },
    draw: {
      zh: `
随机源的标签须与公示甲一致。文件夹被改动、公示甲不符时拒绝抽签。
执法检查人员不足时仍写出计划,但没有检查组,并给出依据(退出码 4)。

示例:
  evenhand draw --prepared prepared --entropy dice.2026-01-15=4.1.9.0.3.3.7.2.8.8 --out plan-2026`,
      en: `
The labels must be those of notice A. Nothing is drawn from a folder that was changed, or if its
notice A is not that of the prepared plan. With too few inspectors the plan is still written, without
teams, and with the proof (exit code 4).

Example:
  evenhand draw --prepared prepared --entropy dice.2026-01-15=4.1.9.0.3.3.7.2.8.8 --out plan-2026`,
    },
    plan: {
      zh: `
有误的行自动搁置并计数。没有给出随机数时,用抽取编号算出的演示随机数,人人可以预知。

示例:
  evenhand plan --sample-city --out out
  evenhand plan --in city --year 2026 --as-of 2025-12-31 --out out`,
      en: `
Bad rows are set aside and counted. Without --entropy a value for demonstration is computed from the
draw's id, which anyone can foresee.

Examples:
  evenhand plan --sample-city --out out
  evenhand plan --in city --year 2026 --as-of 2025-12-31 --out out`,
    },
    verify: {
      zh: `
只有两份公示也能核验;有抽查范围(frame.csv)还能证明无人被跳过;有当初公布的摘要还能证明公示甲未改。

示例:
  evenhand verify plan-2026
  evenhand verify --notice-a notice-a.json --notice-b notice-b.json --digest-of-a 3f0c…`,
      en: `
The two notices are enough. The frame shows besides that nobody was passed over; the digest, as it was
published, that notice A was not changed since.

Examples:
  evenhand verify plan-2026
  evenhand verify --notice-a notice-a.json --notice-b notice-b.json --digest-of-a 3f0c…`,
    },
    prove: {
      zh: `
证明中只有该对象自己的编号;凭公示和证明即可核验,无须整份抽查范围。

示例:
  evenhand prove --id 91110105… --plan plan-2026 --task food --out proof.json
  evenhand verify --notice-a notice-a.json --notice-b notice-b.json --proof proof.json`,
      en: `
The proof shows nobody else. With the notices it is enough to check one firm; the frame is not needed.

Examples:
  evenhand prove --id 91110105… --plan plan-2026 --task food --out proof.json
  evenhand verify --notice-a notice-a.json --notice-b notice-b.json --proof proof.json`,
    },
    amend: {
      zh: `
每份变更公告以摘要承接上一份,首份承接公示乙;原有文件逐字节不变,种子不变。
增抽只写任务现抽的总数:加在哪些层、加入哪些对象,都由公示甲和原来的次序得出。
执法检查人员不足时仍写出变更公告,并给出依据(退出码 4)。

示例:
  evenhand amend plan-2026 --strike 91110105… --task food --reason 已注销 --out plan-2026-1
  evenhand amend plan-2026-1 --absent JC-000012 --from 2026-03-01 --to 2026-03-31 --out plan-2026-2
  evenhand amend plan-2026-2 --top-up food --total 60 --reason 夏季专项 --out plan-2026-3`,
      en: `
Each amendment names the one before by its digest, the first one notice B. What was written before
stays byte by byte, and so does the seed. A top-up says the task's new total alone: which strata draw more, and whom,
follows from notice A and the order of the draw. With too few inspectors the amendment is still written, with
the proof (exit code 4).

Examples:
  evenhand amend plan-2026 --strike 91110105… --task food --reason closed --out plan-2026-1
  evenhand amend plan-2026-1 --absent JC-000012 --from 2026-03-01 --to 2026-03-31 --out plan-2026-2
  evenhand amend plan-2026-2 --top-up food --total 60 --reason "summer" --out plan-2026-3`,
    },
    register: {
      zh: `
add 在登记簿末尾加一条,check 查出需要说明的问题(退出码 1)。

示例:
  evenhand register add draws.json --notice-a prepared/public/notice-a.json --purpose 2026年度计划
  evenhand register add draws.json --notice-b plan-2026/public/notice-b.json
  evenhand register add draws.json --topped-up plan-2026-3/public/amendments/003.json
  evenhand register add draws.json --abandon BJ-2026-002 --explanation 掷骰中断
  evenhand register check draws.json --last-known 3f0c…`,
      en: `
add appends one entry to the register; check names what somebody must explain (exit code 1).

Examples:
  evenhand register add draws.json --notice-a prepared/public/notice-a.json --purpose "2026 plan"
  evenhand register add draws.json --notice-b plan-2026/public/notice-b.json
  evenhand register add draws.json --topped-up plan-2026-3/public/amendments/003.json
  evenhand register add draws.json --abandon BJ-2026-002 --explanation "the dice were dropped"
  evenhand register check draws.json --last-known 3f0c…`,
    },
    record: {
      zh: `
记录文件每行一个条目(NDJSON),只增不改。import 把报送并入记录,有误的行原样存入 FILE.refused.ndjson(退出码 1)。
show 显示一户的全部记录,repair 给出达到某等级的最早日期和所需行动,publish 列出某日公示的信息。

示例:
  evenhand record import records.ndjson --reports market-2026-02.csv
  evenhand record show records.ndjson --id 91110105… --as-of 2026-03-01 --known 2026-02-15
  evenhand record repair records.ndjson --id 91110105… --as-of 2026-03-01 --target A
  evenhand record publish records.ndjson --as-of 2026-03-01 --publication ndrc.json --json`,
      en: `
A file of records has an entry a line (NDJSON) and is only added to. import takes reports into it and
keeps bad rows, as they came, in FILE.refused.ndjson (exit code 1). show gives all that is on one record,
repair the first day of a grade and the acts that reach it, publish what is published on a day.

Examples:
  evenhand record import records.ndjson --reports market-2026-02.csv
  evenhand record show records.ndjson --id 91110105… --as-of 2026-03-01 --known 2026-02-15
  evenhand record repair records.ndjson --id 91110105… --as-of 2026-03-01 --target A
  evenhand record publish records.ndjson --as-of 2026-03-01 --publication ndrc.json --json`,
    },
    ledger: {
      zh: `
操作 <action>:import(登记申请)、reserve(预留一次)、confirm(确认)、start(扫码入企)、finish(完成)、
cancel(取消)、status(查询)、report(负担报告)。
<file> 是 SQLite 台账文件,多个进程可同时使用。上限默认用规则库的“最多查两次”。
同一申请标识重复提交只登记一次。有申请被拒绝时退出码为 1,并说明原因和最早可行的日期。

示例:
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
    oversight: {
      zh: `
操作 <action>:report(全年评议)、file(尽职免责卷宗)。
比率以计划所承诺的为分母,问题只计个数:多查一次、多罚一笔不会让任何指标变好。
公示期限用 --within 的工作日数;工作日历默认用规则库中的国务院办公厅通知。

示例:
  evenhand oversight report --plan plan-2026 --outcomes outcomes.ndjson --decisions decisions.ndjson \\
    --ledger ledger.sqlite --within 20 --as-of 2026-12-31 --out oversight-2026
  evenhand oversight file --id 91110105… --as-of 2026-05-15 --written 2026-07-01 --in city \\
    --plan plan-2026 --outcomes outcomes.ndjson --lang zh`,
      en: `
<action> is report (a year) or file (what was known of one entity on a day, which rule applied, what was done).
Shares are of what the plan promised, and what went wrong is counted plainly: one check or one penalty
more makes nothing look better. --within is the term of publication in working days; the calendars are
those of the State Council's notices where none is told.

Examples:
  evenhand oversight report --plan plan-2026 --outcomes outcomes.ndjson --decisions decisions.ndjson \\
    --ledger ledger.sqlite --within 20 --as-of 2026-12-31 --out oversight-2026
  evenhand oversight file --id 91110105… --as-of 2026-05-15 --written 2026-07-01 --in city \\
    --plan plan-2026 --outcomes outcomes.ndjson`,
    },
    scenario: {
      zh: `
操作 <action>:handbook(一业一册)、checklist(一业一单)、evaluate(一业一评)。<file> 是场景文件。
handbook 用 --out 写出中英文的 Markdown 和网页;checklist 用 --json 给出可公布的检查单文件。

示例:
  evenhand scenario handbook scene.json --standard market.json --standard fire.json \\
    --as-of 2026-03-02 --out handbook
  evenhand scenario checklist scene.json --standard market.json --standard fire.json \\
    --as-of 2026-03-02 --checklist-version 2026-1 --json > checklist.json
  evenhand scenario evaluate scene.json --firms firms.json`,
      en: `
<action> is handbook (obligations of all departments), checklist (their questions, each once) or evaluate.
<file> is the document of the scene. With --out the handbook is written as Markdown and as pages, in
Chinese and English; checklist --json gives the document to be published.

Examples:
  evenhand scenario handbook scene.json --standard market.json --standard fire.json \\
    --as-of 2026-03-02 --out handbook
  evenhand scenario checklist scene.json --standard market.json --standard fire.json \\
    --as-of 2026-03-02 --checklist-version 2026-1 --json > checklist.json
  evenhand scenario evaluate scene.json --firms firms.json`,
    },
    inspection: {
      zh: `
操作 <action>:replay(逐项核对检查记录)、verify-record(核验全过程记录)。
replay 的 <file> 每行一项记录;不予记录的逐项说明理由(退出码 1)。verify-record 的 <file> 是记录文件,
--head 给出曾公布的摘要,--duties 另查三项制度(退出码 1 表示有改动或未尽义务)。

示例:
  evenhand inspection replay acts.ndjson --opening visit.json --checklist checklist.json --record record.json
  evenhand inspection verify-record record.json --head head.json --duties three-systems.json`,
      en: `
<action> is replay (go through the acts of a visit) or verify-record. The <file> of replay has an act a
line; what is refused is told with its reasons (exit code 1). The <file> of verify-record is a record;
--head gives what was published of it, --duties checks the three systems as well (exit code 1 for a change
or a duty that is not met).

Examples:
  evenhand inspection replay acts.ndjson --opening visit.json --checklist checklist.json --record record.json
  evenhand inspection verify-record record.json --head head.json --duties three-systems.json`,
    },
    risk: {
      zh: `
操作 <action>:regrade(按日评级,变动追加到历史文件)、lists(某日各级名单)、watch(预警,追加到 NDJSON 文件)、
cover(重点监管覆盖报告,<file> 为已查事项的 NDJSON)。规则文件用 --rules 指明,否则以示例代替。
有对象无法评级,或覆盖有缺时,退出码为 1。

示例:
  evenhand risk regrade levels.json --in city --as-of 2026-01-31
  evenhand risk lists levels.json --as-of 2026-02-15 --since 2026-01-15
  evenhand risk watch signals.ndjson --in city --as-of 2026-02-15 --rules warnings.json
  evenhand risk cover covered.ndjson --in city --as-of 2026-12-31`,
      en: `
<action> is regrade (rate on a day; changes are added to a history), lists (who is on which level on a
day), watch (warnings, added to a file of NDJSON), or cover (the report of key supervision; <file> has the
items that were checked, as NDJSON). Without --rules the example's document is used.
Where somebody cannot be rated, or is not covered, the exit code is 1.

Examples:
  evenhand risk regrade levels.json --in city --as-of 2026-01-31
  evenhand risk lists levels.json --as-of 2026-02-15 --since 2026-01-15
  evenhand risk watch signals.ndjson --in city --as-of 2026-02-15 --rules warnings.json
  evenhand risk cover covered.ndjson --in city --as-of 2026-12-31`,
    },
    approve: {
      zh: `
<file> 为一件申请(json)。评级标准须与监管方案所用的同一份;不予办理、材料不全或有待查明时退出码为 1。

示例:
  evenhand approve application.json --in city --rules approval.json`,
      en: `
<file> is one application (json). The standard that rates must be the programme's own. Where it is forbidden,
incomplete, or something is asked, the exit code is 1.

Example:
  evenhand approve application.json --in city --rules approval.json`,
    },
    sandbox: {
      zh: `
操作 <action>:admit(准入一户)、status(查询各户状态)。<file> 为准入记录(NDJSON),只增不改。
不予准入,或有报告逾期时,退出码为 1。

示例:
  evenhand sandbox admit admissions.ndjson --in city --id 91110105… --as-of 2026-03-01
  evenhand sandbox status admissions.ndjson --in city --as-of 2026-09-01`,
      en: `
<action> is admit (let one in) or status (where everybody stands). <file> has the admissions (NDJSON) and is
only added to. Where nobody is let in, or a report is missing, the exit code is 1.

Examples:
  evenhand sandbox admit admissions.ndjson --in city --id 91110105… --as-of 2026-03-01
  evenhand sandbox status admissions.ndjson --in city --as-of 2026-09-01`,
    },
    penalty: {
      zh: `
<file> 为一件违法行为(json):事实、记录、证据。拟定处罚超出幅度时退出码为 1。

示例:
  evenhand penalty case.json --as-of 2026-03-10 --propose fine=5000`,
      en: `
<file> is one violation (json): its facts, the record, the evidence. Where a proposal lies outside its range
the exit code is 1.

Example:
  evenhand penalty case.json --as-of 2026-03-10 --propose fine=5000`,
    },
    explain: {
      zh: `
示例:
  evenhand explain --id 91110105… --in city --as-of 2025-12-31
  evenhand explain --id 91110105… --in city --plan plan-2026 --lang zh`,
      en: `
Examples:
  evenhand explain --id 91110105… --in city --as-of 2025-12-31
  evenhand explain --id 91110105… --in city --plan plan-2026 --lang zh`,
    },
    check: {
      zh: `
除错误外还给出分析结果(警告):到不了的区间和等级、隐瞒有利、没有终止日等,附示例主体。

示例:
  evenhand check programme.json
  evenhand check --in city --as-of 2025-12-31 --json`,
      en: `
Beside errors it gives what analysis finds, as warnings: bins and levels nobody reaches, facts it pays
to withhold, relief without a last day, and more, each with an entity that shows it.

Examples:
  evenhand check programme.json
  evenhand check --in city --as-of 2025-12-31 --json`,
    },
    diff: {
      zh: `
示例:
  evenhand diff risk-2025.json risk-2026.json`,
      en: `
Example:
  evenhand diff risk-2025.json risk-2026.json`,
    },
    sql: {
      zh: `
表默认名为 entities、events、lists,列名同本库的文件;另有名称时用 --tables FILE(JSON)写明。
先运行 --statement audit 的语句,查出任何一行都不得使用结果。

示例:
  evenhand sql programme.json --dialect postgres --as-of 2025-12-31 --statement audit
  evenhand sql programme.json --dialect spark --as-of 2025-12-31 --key 11d8… --statement listed`,
      en: `
The tables are entities, events and lists, with columns as this library's files have them; --tables FILE
(JSON) says where they are called otherwise.
Run what --statement audit prints first, and use no answer while it finds a row.

Examples:
  evenhand sql programme.json --dialect postgres --as-of 2025-12-31 --statement audit
  evenhand sql programme.json --dialect spark --as-of 2025-12-31 --key 11d8… --statement listed`,
    },
    schemes: {
      zh: `
示例:
  evenhand schemes list
  evenhand schemes show example-risk > risk.json
  evenhand schemes show uk-food-hygiene@2008 > before.json`,
      en: `
Examples:
  evenhand schemes list
  evenhand schemes show example-risk > risk.json
  evenhand schemes show uk-food-hygiene@2008 > before.json`,
    },
    'sample-city': {
      zh: `
示例:
  evenhand sample-city --entities 2000 --out city`,
      en: `
Example:
  evenhand sample-city --entities 2000 --out city`,
    },
  },
  exits: {
    zh: `
退出码:
  0  完成
  1  check、register 等发现错误,或 verify 核验未通过
  2  命令用法有误
  3  输入有误,未写出任何文件(见 --set-aside)
  4  计划已写出,但执法检查人员不足
  5  文件读写有问题
  70 程序意外错误

同样的输入得出逐字节相同的输出,与行的次序、时区、系统语言无关。
各命令的用法:evenhand help <命令> --lang zh`,
    en: `
Exit codes:
  0  done
  1  check, register and others found errors, or verify a check that does not hold
  2  the command was written wrongly
  3  the input has faults and nothing was written (see --set-aside)
  4  the plan was written, but there are not enough inspectors for it
  5  trouble with files
  70 something unexpected

The same input gives the same bytes, whatever the order of its rows, the time zone or the system's
language. More on a command: evenhand help <command>`,
  },
  options: {
    dialect: {
      zh: 'SQL 方言:duckdb、postgres、spark、clickhouse、trino、hive 或 maxcompute',
      en: 'the dialect: duckdb, postgres, spark, clickhouse, trino, hive or maxcompute',
    },
    tables: {
      zh: '表名和列名的 JSON 文件',
      en: 'a JSON file with the names of tables and columns',
    },
    key: {
      zh: '抽签密钥(64 位十六进制数),即 drawKey 对 select:… 的结果',
      en: 'the key of the draw, 64 hex digits: what drawKey gives for select:…',
    },
    substitutes: {
      zh: '每层列出的备选对象数',
      en: 'how many substitutes are listed for each stratum',
    },
    authority: {
      zh: '其检查决定间隔分层的部门(任务的牵头和配合部门),可多次使用',
      en: 'an authority of the task, whose visits tell the tiers of recency; may be repeated',
    },
    sizes: {
      zh: 'sizes 语句给出的各层数量(CSV 或 JSON),由此算出抽取数',
      en: 'the rows of the statement sizes (CSV or JSON), which give the quotas',
    },
    statement: {
      zh: '哪条语句:audit、classify、sizes、draw 或 listed',
      en: 'which statement: audit, classify, sizes, draw or listed',
    },
    lang: {
      zh: '语言:zh 或 en(默认 en)',
      en: 'language of what is shown: zh or en (en by default)',
    },
    quiet: { zh: '不显示进度和提示', en: 'show no progress and no notes' },
    json: { zh: '在标准输出上给出 JSON', en: 'give JSON on standard output' },
    version: { zh: '显示版本', en: 'show the version' },
    help: { zh: '显示帮助', en: 'show help' },
    helpCommand: { zh: '显示命令的帮助', en: 'show the help of a command' },
    in: { zh: '输入文件夹', en: 'folder of the input' },
    entities: { zh: '检查对象文件', en: 'file of the entities' },
    events: { zh: '信用信息文件', en: 'file of the credit events' },
    inspectors: { zh: '执法检查人员文件', en: 'file of the inspectors' },
    items: { zh: '抽查事项文件', en: 'file of the items' },
    authorities: { zh: '监管部门文件', en: 'file of the authorities' },
    tasks: { zh: '抽查任务文件', en: 'file of the tasks' },
    programme: { zh: '监管方案文件', en: 'file of the programme' },
    sources: { zh: '随机源文件', en: 'file of the entropy sources' },
    causes: { zh: '触发式检查文件', en: 'file of the for-cause demands' },
    districts: { zh: '行政区划清单文件', en: 'file of the districts there are' },
    cap: {
      zh: '上限文件,可多次给出(默认“最多查两次”)',
      en: 'document of a cap, once for each (the library’s at most two by default)',
    },
    requests: {
      zh: '检查申请或检查需求文件(json 或 ndjson)',
      en: 'file of the visits or demands to ask for, json or ndjson',
    },
    ledgerPlan: { zh: '已抽取的计划文件夹', en: 'folder of a drawn plan' },
    request: { zh: '申请的标识,各不相同', en: 'the request’s own id, never used twice' },
    lead: { zh: '申请的部门', en: 'the authority that asks or acts' },
    visit: { zh: '台账中的检查标识', en: 'the visit in the ledger that something becomes of' },
    outcome: { zh: '检查结果代码', en: 'what a finished visit found, as a code' },
    visitDays: { zh: '实际检查天数', en: 'days a finished visit took' },
    reference: { zh: '扫码或报告编号', en: 'number of the scan-in or the report' },
    cancelReason: { zh: '取消的理由', en: 'why a visit is cancelled' },
    kind: { zh: 'census、spot-check 或 for-cause', en: 'census, spot-check or for-cause' },
    day: { zh: '检查日期', en: 'day of the visit' },
    until: { zh: '保留至该日,逾期未确认则失效', en: 'hold the place until this day' },
    evidence: {
      zh: '上限外检查的事由和记录编号',
      en: 'cause and record number of a visit outside the limits',
    },
    demands: {
      zh: '应做的检查需求文件,用于核对最低频次',
      en: 'file of the demands that were due, to tell the floors missed',
    },
    outcomes: {
      zh: '检查结果文件(json 或 ndjson)',
      en: 'file of what came of each visit, json or ndjson',
    },
    decisions: {
      zh: '行政决定及其复查文件',
      en: 'file of official decisions and their reviews',
    },
    proposals: {
      zh: '规则结论与实际办理文件',
      en: 'file of the answers officers were given, and what they did',
    },
    ledgerFile: { zh: '检查台账文件', en: 'file of the ledger' },
    within: {
      zh: '检查结果应在多少个工作日内公示',
      en: 'working days within which a result is to be public',
    },
    calendar: {
      zh: '工作日历文件,可多次给出',
      en: 'document of working days, once for each',
    },
    written: {
      zh: '卷宗形成日,默认与所查日期相同',
      en: 'day the file is written, by default the day it is about',
    },
    records: { zh: '信用记录文件', en: 'file of credit records' },
    noHtml: { zh: '不写网页(无须绘图库)', en: 'write no pages, which need a plotting library' },
    encoding: {
      zh: '表格编码:auto、utf-8 或 gb18030(默认 auto)',
      en: 'encoding of tables: auto, utf-8 or gb18030 (auto by default)',
    },
    sampleCity: {
      zh: '用示例城市代替输入(默认 20000 个对象)',
      en: 'the sample city in place of an input (20000 entities by default)',
    },
    seed: {
      zh: '示例城市的种子(默认 evenhand)',
      en: 'seed of the sample city (evenhand by default)',
    },
    year: { zh: '计划年度', en: 'year of the plan' },
    asOf: { zh: '名录截止日', en: 'day of the register: nothing later is known' },
    drawId: { zh: '抽取编号,按部门连续编号', en: 'number of the draw, sequential for the organ' },
    source: {
      zh: '随机源,可多次使用:标签=比特数、dice:39@日期(十面骰)或 drand:quicknet@时刻',
      en: 'a source of entropy: LABEL=BITS, dice:39@DAY (ten-sided) or drand:quicknet@INSTANT; may be repeated',
    },
    earlier: {
      zh: '上一轮的公示乙:检查量和“不连续两次”由它得出',
      en: 'notice B of the round before: carried loads and “not twice running” follow from it',
    },
    ledger: {
      zh: '检查台账:已登记的检查占用上限,尚未进行的可以并入',
      en: 'the ledger: visits booked in it count against the cap, and those to come can be joined',
    },
    sealed: {
      zh: '先只公布摘要,公示乙留在 private/,待检查后公开',
      en: 'publish digests alone; notice B stays in private/ until after the visits',
    },
    sealedFile: { zh: '密封的公示乙', en: 'the sealed notice B' },
    amendment: {
      zh: '变更公告,按次序,可多次使用',
      en: 'an amendment, in their order; may be repeated',
    },
    proof: { zh: '某一对象的证明', en: 'the proof of one entity' },
    proofFile: {
      zh: '要写的文件(默认写到标准输出)',
      en: 'file to write (standard output by default)',
    },
    task: { zh: '抽查任务的标识', en: 'id of the task' },
    strike: { zh: '要撤出的中签对象', en: 'the entity to strike, one that was drawn' },
    reason: {
      zh: '撤出或增抽的理由,将予公布',
      en: 'why it is struck, or why more are drawn; this is published',
    },
    topUp: {
      zh: '要增抽的任务',
      en: 'the task that shall draw more than was announced',
    },
    total: {
      zh: '该任务现抽的总数,含已抽中的',
      en: 'how many it draws in all, those drawn before among them',
    },
    absent: { zh: '缺席的执法检查人员', en: 'the absent inspector' },
    from: {
      zh: '缺席的首日(默认全年)',
      en: 'first day of the absence (the whole year by default)',
    },
    to: { zh: '缺席的末日', en: 'last day of the absence' },
    cityRecords: {
      zh: '同时写出全部信用记录(records.ndjson)',
      en: 'write the credit records too, as records.ndjson',
    },
    reports: {
      zh: '要并入的报送(csv、ndjson 或 json)',
      en: 'the reports to take in (csv, ndjson or json)',
    },
    standard: {
      zh: '部门监管标准,每个部门一次',
      en: 'a department’s standard; once for each',
    },
    checklistVersion: {
      zh: '检查单的版本(默认为所问的日期)',
      en: 'version of the checklist; the day where left out',
    },
    firms: {
      zh: '企业及其信用、风险等级(json 或 ndjson)',
      en: 'firms with their levels of credit and risk, json or ndjson',
    },
    opening: { zh: '检查的对象、日期和检查组', en: 'where, when and by whom: the opening' },
    checklist: { zh: '本次检查单', en: 'the visit’s checklist' },
    results: { zh: '检查结果清单(默认示例)', en: 'the result list; the example where left out' },
    visitRules: {
      zh: '检查程序规则(默认示例)',
      en: 'the inspection rules; the example where left out',
    },
    recordFile: { zh: '写出全过程记录的文件', en: 'file to write the record to' },
    head: {
      zh: '曾公布的记录摘要,可多次使用',
      en: 'a published head of the record; may be repeated',
    },
    duties: { zh: '三项制度的义务', en: 'the duties of the three systems' },
    recordDay: { zh: '所问的日期', en: 'the day it is about' },
    known: {
      zh: '以哪一天所知为准(默认同 --as-of)',
      en: 'the day whose knowledge is used; that of --as-of where left out',
    },
    target: { zh: '要达到的信用等级', en: 'the grade to be reached' },
    facts: { zh: '该主体的其他指标(json)', en: 'what else is known of the entity (json)' },
    rules: {
      zh: '记录归集规则(默认示例)',
      en: 'the rules of the records; those of the example where left out',
    },
    ruleFile: {
      zh: '规则文件(默认示例)',
      en: 'the document to go by; that of the example where left out',
    },
    listSince: {
      zh: '上一期名单的日期',
      en: 'day of the list before, from which changes are told',
    },
    leniency: {
      zh: '免罚清单(默认示例)',
      en: 'the leniency list; that of the example where left out',
    },
    discretion: {
      zh: '裁量基准(默认示例)',
      en: 'the discretion table; that of the example where left out',
    },
    propose: { zh: '拟定处罚,如 fine=5000', en: 'a penalty that is proposed, as fine=5000' },
    publication: {
      zh: '公示与修复规则,可多次使用,先者优先(默认示例)',
      en: 'a document on publication and repair, the first that fits governs; may be repeated',
    },
    announced: { zh: '登记已公示:公示甲', en: 'add an announced draw: its notice A' },
    purpose: { zh: '抽取的用途', en: 'what is drawn for' },
    drawn: {
      zh: '登记已抽取:公示乙或其密封件',
      en: 'add that it was drawn: its notice B, or the sealed one',
    },
    toppedUp: {
      zh: '登记一次增抽:其变更公告',
      en: 'add that a draw was topped up: the amendment',
    },
    abandon: {
      zh: '登记作废或未用的编号',
      en: 'add that a draw was abandoned, or a number not used',
    },
    explanation: { zh: '作废的理由', en: 'why it was abandoned' },
    lastKnown: {
      zh: '先前公布的末条摘要',
      en: 'digest of an entry as it was published before',
    },
    entropy: { zh: '随机源公布的值,可多次使用', en: 'what a source gave; may be repeated' },
    secretFile: {
      zh: '保密值文件(32 至 128 个十六进制字符)',
      en: 'file with the secret, 32 to 128 hex digits',
    },
    format: {
      zh: 'plan/ 中各表的格式:csv(默认)或 parquet(需要 DuckDB)',
      en: 'the tables in plan/ as csv, by default, or parquet, which needs DuckDB',
    },
    stages: {
      zh: '保存已完成各步骤的目录:中断后用同样的输入再次运行,从未完成的一步继续',
      en: 'a folder for finished stages: run again after an interruption, with the same input, it goes on from there',
    },
    setAside: {
      zh: '搁置有误的行后继续,并计数',
      en: 'go on without the bad rows, and count them',
    },
    out: { zh: '输出文件夹,整体写出或完全不写', en: 'folder to write, as a whole or not at all' },
    force: {
      zh: '替换本程序先前写出的同名文件夹',
      en: 'replace a folder this program wrote before',
    },
    bom: {
      zh: 'CSV 以字节序标记开头,供 Excel 识别',
      en: 'begin CSV with a byte order mark, for Excel',
    },
    prepared: { zh: 'prepare 写出的文件夹', en: 'folder that prepare wrote' },
    plan: {
      zh: 'prepare、draw 或 plan 写出的文件夹',
      en: 'folder that prepare, draw or plan wrote',
    },
    id: { zh: '检查对象的标识', en: 'id of the entity' },
    noticeA: { zh: '公示甲', en: 'notice A' },
    noticeB: { zh: '公示乙', en: 'notice B' },
    frame: { zh: '抽查范围(frame.csv)', en: 'the frame (frame.csv)' },
    digestOfA: { zh: '当初公布的公示甲摘要', en: 'digest of notice A as it was published' },
    cityEntities: { zh: '检查对象的数目(默认 20000)', en: 'how many entities (20000 by default)' },
    folder: { zh: 'draw 或 plan 写出的文件夹', en: 'folder that draw or plan wrote' },
    files: { zh: '要检查的文件', en: 'files to check' },
  },
  titles: {
    'Usage:': { zh: '用法:', en: 'Usage:' },
    'Arguments:': { zh: '参数:', en: 'Arguments:' },
    'Options:': { zh: '选项:', en: 'Options:' },
    'Global Options:': { zh: '通用选项:', en: 'Options of every command:' },
    'Commands:': { zh: '命令:', en: 'Commands:' },
  },
} as const satisfies Readonly<Record<string, unknown>>;

/** The name of a command. */
export type CommandName = keyof typeof HELP.commands;
