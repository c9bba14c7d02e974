/** What `evenhand inspection --help` says. */
export const inspection = {
  about: {
    zh: '现场检查：逐项核对检查记录，核验全过程记录和三项制度',
    en: 'visits: go through what was entered, verify a record and the three systems',
  },
  details: {
    zh: `
操作 <action>：replay（逐项核对检查记录）、verify-record（核验全过程记录）。
replay 的 <file> 每行一项记录；不予记录的逐项说明理由（退出码 1）。verify-record 的 <file> 是记录文件，
--head 给出曾公布的摘要，--duties 另查三项制度（退出码 1 表示有改动或未尽义务）。

示例：
  evenhand inspection replay acts.ndjson --opening visit.json --checklist checklist.json --record record.json
  evenhand inspection verify-record record.json --head head.json --duties three-systems.json`,
    en: `
<action> is replay (go through the acts of a visit) or verify-record. The <file> of replay has an act a
line; what is refused is told with its reasons (exit code 1). The <file> of verify-record is a record;
--head gives what was published of it, --duties checks the three systems as well (exit code 1 for a change
or a duty that is not met).

Examples:
  evenhand inspection replay acts.ndjson --opening visit.json --checklist checklist.json --record record.json
  evenhand inspection verify-record record.json --head head.json --duties three-systems.json`,
  },
} as const;
