/** What `evenhand sql --help` says. */
export const sql = {
  about: {
    zh: '把方案和抽签写成数据仓库的 SQL 语句，结果与逐户评价、逐个抽签相同',
    en: 'write a programme and its draw as a statement for a warehouse, with the same answers and tickets',
  },
  details: {
    zh: `
表默认名为 entities、events、lists，列名同本库的文件；另有名称时用 --tables FILE（JSON）写明。
先运行 --statement audit 的语句，查出任何一行都不得使用结果。

示例：
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
} as const;
