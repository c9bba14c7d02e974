/** What `evenhand oversight --help` says. */
export const oversight = {
  about: {
    zh: '监管执法评议（不设数量指标），以及某企业某日的尽职免责卷宗',
    en: 'how a year of supervision went, without quotas; the due-diligence file of one entity and day',
  },
  details: {
    zh: `
操作 <action>：report（全年评议）、file（尽职免责卷宗）。
比率以计划所承诺的为分母，问题只计个数：多查一次、多罚一笔不会让任何指标变好。
公示期限用 --within 的工作日数；工作日历默认用规则库中的国务院办公厅通知。

示例：
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
} as const;
