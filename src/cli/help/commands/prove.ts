/** What `evenhand prove --help` says. */
export const prove = {
  about: {
    zh: '为一个检查对象写出其在抽查范围内的证明',
    en: 'write a proof of one entity’s place in the frame, for the entity to keep',
  },
  details: {
    zh: `
证明中只有该对象自己的编号；凭公示和证明即可核验，无须整份抽查范围。

示例：
  evenhand prove --id 91110105… --plan plan-2026 --task food --out proof.json
  evenhand verify --notice-a notice-a.json --notice-b notice-b.json --proof proof.json`,
    en: `
The proof shows nobody else. With the notices it is enough to check one firm; the frame is not needed.

Examples:
  evenhand prove --id 91110105… --plan plan-2026 --task food --out proof.json
  evenhand verify --notice-a notice-a.json --notice-b notice-b.json --proof proof.json`,
  },
} as const;
