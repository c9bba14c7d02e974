/** What `evenhand amend --help` says. */
export const amend = {
  about: {
    zh: '撤出一个中签对象并递补，因人员缺席补抽检查组，或按原次序增抽；只增不改',
    en: 'strike one that was drawn and let its substitute in, fill the places of an absent inspector, or draw more in the same order',
  },
  details: {
    zh: `
每份变更公告以摘要承接上一份，首份承接公示乙；已公布的文件逐字节不变，种子不变；
plan/ 中各表按变更后的计划写出。
增抽只写任务现抽的总数：加在哪些层、加入哪些对象，都由公示甲和原来的次序得出。
执法检查人员不足时仍写出变更公告，并给出依据（退出码 4）。

示例：
  evenhand amend plan-2026 --strike 91110105… --task food --reason 已注销 --out plan-2026-1
  evenhand amend plan-2026-1 --absent JC-000012 --from 2026-03-01 --to 2026-03-31 --out plan-2026-2
  evenhand amend plan-2026-2 --top-up food --total 60 --reason 夏季专项 --out plan-2026-3`,
    en: `
Each amendment names the one before by its digest, the first one notice B. What was published before
stays byte by byte, and so does the seed; the tables in plan/ say how the plan stands now. A top-up
says the task's new total alone: which strata draw more, and whom, follows from notice A and the
order of the draw. With too few inspectors the amendment is still written, with the proof (exit
code 4).

Examples:
  evenhand amend plan-2026 --strike 91110105… --task food --reason closed --out plan-2026-1
  evenhand amend plan-2026-1 --absent JC-000012 --from 2026-03-01 --to 2026-03-31 --out plan-2026-2
  evenhand amend plan-2026-2 --top-up food --total 60 --reason "summer" --out plan-2026-3`,
  },
} as const;
