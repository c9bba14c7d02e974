/** What `evenhand plan --help` says. */
export const plan = {
  about: {
    zh: '两步一次做完，作演示用（模拟，不能用于正式抽查）',
    en: 'both at once as a simulation, to see what a year looks like; it serves no official draw',
  },
  details: {
    zh: `
有误的行自动搁置并计数。没有给出随机数时，用抽取编号算出的演示随机数，人人可以预知。

示例：
  evenhand plan --sample-city --out out
  evenhand plan --in city --year 2026 --as-of 2025-12-31 --out out`,
    en: `
Bad rows are set aside and counted. Without --entropy a value for demonstration is computed from the
draw's id, which anyone can foresee.

Examples:
  evenhand plan --sample-city --out out
  evenhand plan --in city --year 2026 --as-of 2025-12-31 --out out`,
  },
} as const;
