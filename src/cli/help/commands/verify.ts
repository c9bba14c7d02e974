/** What `evenhand verify --help` says. */
export const verify = {
  about: {
    zh: '核验已公布的抽签，无须信任组织者',
    en: 'check a published draw without trust in whoever drew it',
  },
  details: {
    zh: `
只有两份公示也能核验；有抽查范围（frame.csv）还能证明无人被跳过；有当初公布的摘要还能证明公示甲未改。

示例：
  evenhand verify plan-2026                     # 组织者的输出目录
  evenhand verify public                        # 或只有公布的文件的目录
  evenhand verify --notice-a notice-a.json --notice-b notice-b.json --digest-of-a 3f0c…`,
    en: `
The two notices are enough. The frame shows besides that nobody was passed over; the digest, as it was
published, that notice A was not changed since.

Examples:
  evenhand verify plan-2026                     # an output, as its organ has it
  evenhand verify public                        # or a folder with the published files alone
  evenhand verify --notice-a notice-a.json --notice-b notice-b.json --digest-of-a 3f0c…`,
  },
} as const;
