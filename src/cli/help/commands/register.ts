/** What `evenhand register --help` says. */
export const register = {
  about: {
    zh: '抽取登记簿：登记公示、抽取、增抽、作废，并查出缺号和重复抽取',
    en: 'the register of draws: add what was announced, drawn, topped up or abandoned; find gaps and repeats',
  },
  details: {
    zh: `
add 在登记簿末尾加一条，check 查出需要说明的问题（退出码 1）。

示例：
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
} as const;
