/** What `evenhand approve --help` says. */
export const approve = {
  about: {
    zh: '按风险分级办理一件申请或备查，出具凭证',
    en: 'answer an application or a filing by the way its risk asks for, with a receipt',
  },
  details: {
    zh: `
<file> 为一件申请（json）。评级标准须与监管方案所用的同一份；不予办理、材料不全或有待查明时退出码为 1。

示例：
  evenhand approve application.json --in city --rules approval.json`,
    en: `
<file> is one application (json). The standard that rates must be the programme's own. Where it is forbidden,
incomplete, or something is asked, the exit code is 1.

Example:
  evenhand approve application.json --in city --rules approval.json`,
  },
} as const;
