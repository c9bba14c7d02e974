/** What `evenhand prepare --help` says. */
export const prepare = {
  about: {
    zh: '评定、分层、定数量，写出公示甲（抽签之前公布）',
    en: 'assess, stratify and fix the quotas; write notice A, to be published before the draw',
  },
  details: {
    zh: `
输入文件夹 DIR 中的文件（每种一个；csv、parquet、ndjson 或 json，csv 和 json 可为 gzip）：
  entities  检查对象      events  信用信息      inspectors  执法检查人员
  items     抽查事项      authorities  监管部门（可省略）
  tasks.json  抽查任务    programme.json  监管方案
  sources.json  随机源（可省略，用 --source）   causes.json  触发式检查（可省略）
  districts.json  行政区划清单（可省略）

输出文件夹：public/ 可公布，private/ 须保密至抽签，auditor/ 供审计，issues.json 记录搁置的行。
输入有错误的行时拒绝办理（退出码 3）；用 --set-aside 搁置这些行后继续，并记录数量。

示例：
  evenhand prepare --in city --year 2026 --as-of 2025-12-31 --draw-id BJ-2026-001 \\
    --source dice.2026-01-15=132 --out prepared`,
    en: `
Files of the input folder DIR (one of each; csv, parquet, ndjson or json; text may be gzip):
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
} as const;
