/** What `evenhand penalty --help` says. */
export const penalty = {
  about: {
    zh: '一件违法行为是否免罚，裁量幅度如何，拟定处罚是否在幅度之内',
    en: 'whether a violation goes unpunished, its range of penalty, and whether a proposal lies in it',
  },
  details: {
    zh: `
<file> 为一件违法行为（json）：事实、记录、证据。拟定处罚超出幅度时退出码为 1。

示例：
  evenhand penalty case.json --as-of 2026-03-10 --propose fine=5000`,
    en: `
<file> is one violation (json): its facts, the record, the evidence. Where a proposal lies outside its range
the exit code is 1.

Example:
  evenhand penalty case.json --as-of 2026-03-10 --propose fine=5000`,
  },
} as const;
