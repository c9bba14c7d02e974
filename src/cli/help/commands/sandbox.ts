/** What `evenhand sandbox --help` says. */
export const sandbox = {
  about: {
    zh: '包容审慎：新业态准入，查询观察期和沙盒的状态',
    en: 'room for new forms: let a firm in, tell who is observed or inside, and what ended it',
  },
  details: {
    zh: `
操作 <action>：admit（准入一户）、status（查询各户状态）。<file> 为准入记录（NDJSON），只增不改。
不予准入，或有报告逾期时，退出码为 1。

示例：
  evenhand sandbox admit admissions.ndjson --in city --id 91110105… --as-of 2026-03-01
  evenhand sandbox status admissions.ndjson --in city --as-of 2026-09-01`,
    en: `
<action> is admit (let one in) or status (where everybody stands). <file> has the admissions (NDJSON) and is
only added to. Where nobody is let in, or a report is missing, the exit code is 1.

Examples:
  evenhand sandbox admit admissions.ndjson --in city --id 91110105… --as-of 2026-03-01
  evenhand sandbox status admissions.ndjson --in city --as-of 2026-09-01`,
  },
} as const;
