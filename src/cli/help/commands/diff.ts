/** What `evenhand diff --help` says. */
export const diff = {
  about: {
    zh: '比较一份文件或整个方案的两个版本：逐处说明变更，趋严还是趋宽，附示例主体',
    en: 'compare two versions of a document or a programme: each change, whether it is stricter or looser, and for whom',
  },
  details: {
    zh: `
示例：
  evenhand diff risk-2025.json risk-2026.json
  evenhand diff city-2025/programme.json city-2026/programme.json`,
    en: `
Examples:
  evenhand diff risk-2025.json risk-2026.json
  evenhand diff city-2025/programme.json city-2026/programme.json`,
  },
} as const;
