/** What `evenhand risk --help` says. */
export const risk = {
  about: {
    zh: '动态风险：定期评级并留存历史，各级名单，预警，重点监管全覆盖',
    en: 'risk in motion: rate anew with a history, lists by level, warnings, coverage of key supervision',
  },
  details: {
    zh: `
操作 <action>：regrade（按日评级，变动追加到历史文件）、lists（某日各级名单）、watch（预警，追加到 NDJSON 文件）、
cover（重点监管覆盖报告，<file> 为已查事项的 NDJSON）。规则文件用 --rules 指明，否则以示例代替。
有对象无法评级，或覆盖有缺时，退出码为 1。

示例：
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
} as const;
