/** What `evenhand draw --help` says. */
export const draw = {
  about: {
    zh: '用公布后的随机数抽签、合并检查、派组，写出公示乙',
    en: 'draw with the entropy that came after notice A, join visits, draw teams; write notice B',
  },
  details: {
    zh: `
随机源的标签须与公示甲一致。文件夹被改动、公示甲不符时拒绝抽签。
执法检查人员不足时仍写出计划，但没有检查组，并给出依据（退出码 4）。

示例：
  evenhand draw --prepared prepared --entropy dice.2026-01-15=4.1.9.0.3.3.7.2.8.8 --out plan-2026`,
    en: `
The labels must be those of notice A. Nothing is drawn from a folder that was changed, or if its
notice A is not that of the prepared plan. With too few inspectors the plan is still written, without
teams, and with the proof (exit code 4).

Example:
  evenhand draw --prepared prepared --entropy dice.2026-01-15=4.1.9.0.3.3.7.2.8.8 --out plan-2026`,
  },
} as const;
