/** What `evenhand record --help` says. */
export const record = {
  about: {
    zh: '信用记录：归集报送，查看本人记录，查询修复路径和某日公示的信息',
    en: 'credit records: take reports in, show one, the way to a grade, what is published on a day',
  },
  details: {
    zh: `
记录文件每行一个条目（NDJSON），只增不改。import 把报送并入记录，有误的行原样存入 FILE.refused.ndjson（退出码 1）。
show 显示一户的全部记录，repair 给出达到某等级的最早日期和所需行动，publish 列出某日公示的信息。

示例：
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
} as const;
