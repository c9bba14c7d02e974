/** What `evenhand schemes --help` says. */
export const schemes = {
  about: {
    zh: '列出规则库中的文件，或显示其中一份',
    en: 'list the documents the library holds, or show one of them',
  },
  details: {
    zh: `
示例：
  evenhand schemes list
  evenhand schemes show example-risk > risk.json
  evenhand schemes show uk-food-hygiene@2008 > before.json`,
    en: `
Examples:
  evenhand schemes list
  evenhand schemes show example-risk > risk.json
  evenhand schemes show uk-food-hygiene@2008 > before.json`,
  },
} as const;
