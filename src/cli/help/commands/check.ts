/** What `evenhand check --help` says. */
export const check = {
  about: {
    zh: '找出方案、文件、名录或整个输入文件夹中的全部问题',
    en: 'name everything that is wrong with a programme, a document, tables, or a whole input folder',
  },
  details: {
    zh: `
除错误外还给出分析结果（警告）：到不了的区间和等级、隐瞒有利、没有终止日等，附示例主体。

示例：
  evenhand check programme.json
  evenhand check --in city --as-of 2025-12-31 --json`,
    en: `
Beside errors it gives what analysis finds, as warnings: bins and levels nobody reaches, facts it pays
to withhold, relief without a last day, and more, each with an entity that shows it.

Examples:
  evenhand check programme.json
  evenhand check --in city --as-of 2025-12-31 --json`,
  },
} as const;
