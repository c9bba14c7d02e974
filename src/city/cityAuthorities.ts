/** What the thirteen authorities of the made-up city are called, by id bytes; no real body is meant. */
export const AUTHORITY_NAMES = {
  construction: '示例市住房城乡建设委',
  culture: '示例市文化和旅游局',
  drug: '示例市药品监管局',
  ecology: '示例市生态环境局',
  education: '示例市教委',
  emergency: '示例市应急管理局',
  fire: '示例市消防救援局',
  health: '示例市卫生健康委',
  labour: '示例市人力资源社会保障局',
  market: '示例市市场监管局',
  tax: '示例市税务局',
  transport: '示例市交通委',
  urban: '示例市城管执法局',
} as const;

/** The id of one of them. */
export type CityAuthority = keyof typeof AUTHORITY_NAMES;

/** The authorities of the made-up city, by id bytes. */
export function cityAuthorities(): { id: CityAuthority; name: string }[] {
  return (Object.keys(AUTHORITY_NAMES) as CityAuthority[]).map((id) => ({
    id,
    name: AUTHORITY_NAMES[id],
  }));
}
