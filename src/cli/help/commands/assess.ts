/** What `evenhand assess --help` says. */
export const assess = {
  about: {
    zh: '对整个名录库评定信用、风险和监管等级，可一并抽签（数百万对象，Parquet 最快）',
    en: 'assess a whole register, and draw from it: millions of entities, fastest from Parquet',
  },
  details: {
    zh: `
输入只须 entities、events 和 programme.json。entities 与 events 为 Parquet 时按列读取，其他格式逐行读取，结果相同。
输出 assessments.csv（每个对象一行，列同 sql 的 classify 语句）、issues.json；给出 --key 时另有 listed.csv
（抽中、备选和必查的对象，列同 sql 的 listed 语句，层为监管等级和间隔，数量按监管矩阵）。
--task 为 tasks 中数量按监管矩阵的任务抽签，只抽其适用范围内的对象。
输入有 authorities 时，--authority 必须在其中；没有任何对象受过其检查时给出提示。

示例：
  evenhand assess --in city --as-of 2025-12-31 --out assessed
  evenhand assess --in city --as-of 2025-12-31 --key 11d8… --authority market --authority fire \\
    --format parquet --out assessed`,
    en: `
Of the input only entities, events and programme.json are needed. Entities and events in Parquet are read by
columns, other formats row by row, with the same answers.
It writes assessments.csv (a row an entity, with the columns of sql's statement classify) and issues.json; with
--key also listed.csv (who is drawn, a substitute or certain, with the columns of sql's statement listed; strata
are the cells of the matrix and the tiers of recency, quotas the matrix's). With --task it draws for a
task of the input whose quota is the matrix's, from its scope alone. An --authority has to be one of
authorities where the input has them; it is told where nobody has a visit of one.

Examples:
  evenhand assess --in city --as-of 2025-12-31 --out assessed
  evenhand assess --in city --as-of 2025-12-31 --key 11d8… --authority market --authority fire \\
    --format parquet --out assessed`,
  },
} as const;
