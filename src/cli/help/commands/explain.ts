/** What `evenhand explain --help` says. */
export const explain = {
  about: {
    zh: '说明某一检查对象的评定依据、提升办法和计划结果',
    en: 'say why an entity stands where it does, how it gets better, and what the plan does with it',
  },
  details: {
    zh: `
示例：
  evenhand explain --id 91110105… --in city --as-of 2025-12-31
  evenhand explain --id 91110105… --in city --plan plan-2026 --lang zh`,
    en: `
Examples:
  evenhand explain --id 91110105… --in city --as-of 2025-12-31
  evenhand explain --id 91110105… --in city --plan plan-2026 --lang zh`,
  },
} as const;
