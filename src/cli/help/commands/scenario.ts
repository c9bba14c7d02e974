/** What `evenhand scenario --help` says. */
export const scenario = {
  about: {
    zh: '监管场景：汇编合规手册，合并联合检查单，评价场景内企业',
    en: 'a scene of business: its handbook, its joint checklist, and how its firms stand',
  },
  details: {
    zh: `
操作 <action>：handbook（一业一册）、checklist（一业一单）、evaluate（一业一评）。<file> 是场景文件。
handbook 用 --out 写出中英文的 Markdown 和网页；checklist 用 --json 给出可公布的检查单文件。

示例：
  evenhand scenario handbook scene.json --standard market.json --standard fire.json \\
    --as-of 2026-03-02 --out handbook
  evenhand scenario checklist scene.json --standard market.json --standard fire.json \\
    --as-of 2026-03-02 --checklist-version 2026-1 --json > checklist.json
  evenhand scenario evaluate scene.json --firms firms.json`,
    en: `
<action> is handbook (obligations of all departments), checklist (their questions, each once) or evaluate.
<file> is the document of the scene. With --out the handbook is written as Markdown and as pages, in
Chinese and English; checklist --json gives the document to be published.

Examples:
  evenhand scenario handbook scene.json --standard market.json --standard fire.json \\
    --as-of 2026-03-02 --out handbook
  evenhand scenario checklist scene.json --standard market.json --standard fire.json \\
    --as-of 2026-03-02 --checklist-version 2026-1 --json > checklist.json
  evenhand scenario evaluate scene.json --firms firms.json`,
  },
} as const;
