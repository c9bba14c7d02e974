/** A section (门类) of the industry classification and its divisions (大类), both ends inside. */
export interface IndustrySection {
  readonly section: string;
  readonly from: number;
  readonly to: number;
  readonly zh: string;
  readonly en: string;
}

/**
 * The twenty sections of the national industry classification.
 *
 * @source GB/T 4754-2017; the English names follow its sense, they are no official translation.
 */
export const INDUSTRY_SECTIONS: readonly IndustrySection[] = [
  { section: 'A', from: 1, to: 5, zh: '农、林、牧、渔业', en: 'Farming, forestry and fishery' },
  { section: 'B', from: 6, to: 12, zh: '采矿业', en: 'Mining' },
  { section: 'C', from: 13, to: 43, zh: '制造业', en: 'Manufacturing' },
  {
    section: 'D',
    from: 44,
    to: 46,
    zh: '电力、热力、燃气及水生产和供应业',
    en: 'Electricity, heat, gas and water',
  },
  { section: 'E', from: 47, to: 50, zh: '建筑业', en: 'Construction' },
  { section: 'F', from: 51, to: 52, zh: '批发和零售业', en: 'Wholesale and retail' },
  {
    section: 'G',
    from: 53,
    to: 60,
    zh: '交通运输、仓储和邮政业',
    en: 'Transport, storage and post',
  },
  { section: 'H', from: 61, to: 62, zh: '住宿和餐饮业', en: 'Accommodation and catering' },
  {
    section: 'I',
    from: 63,
    to: 65,
    zh: '信息传输、软件和信息技术服务业',
    en: 'Information transmission, software and IT services',
  },
  { section: 'J', from: 66, to: 69, zh: '金融业', en: 'Finance' },
  { section: 'K', from: 70, to: 70, zh: '房地产业', en: 'Real estate' },
  { section: 'L', from: 71, to: 72, zh: '租赁和商务服务业', en: 'Leasing and business services' },
  {
    section: 'M',
    from: 73,
    to: 75,
    zh: '科学研究和技术服务业',
    en: 'Research and technical services',
  },
  {
    section: 'N',
    from: 76,
    to: 79,
    zh: '水利、环境和公共设施管理业',
    en: 'Water, environment and public facilities',
  },
  {
    section: 'O',
    from: 80,
    to: 82,
    zh: '居民服务、修理和其他服务业',
    en: 'Resident services, repair and other services',
  },
  { section: 'P', from: 83, to: 83, zh: '教育', en: 'Education' },
  { section: 'Q', from: 84, to: 85, zh: '卫生和社会工作', en: 'Health and social work' },
  { section: 'R', from: 86, to: 90, zh: '文化、体育和娱乐业', en: 'Culture, sport and recreation' },
  {
    section: 'S',
    from: 91,
    to: 96,
    zh: '公共管理、社会保障和社会组织',
    en: 'Public administration, social security and social organisations',
  },
  { section: 'T', from: 97, to: 97, zh: '国际组织', en: 'International organisations' },
];

/**
 * The section letter of an industry code of two, three or four digits, or undefined where the
 * classification has no such division. The further digits are not checked.
 *
 * @example
 * ```ts
 * import { sectionOf } from 'evenhand/register';
 *
 * sectionOf('6210'); // => 'H'
 * ```
 */
export function sectionOf(code: string): string | undefined {
  if (typeof code !== 'string' || !/^\d{2,4}$/.test(code)) return undefined;
  const division = Number(code.slice(0, 2));
  return INDUSTRY_SECTIONS.find(({ from, to }) => from <= division && division <= to)?.section;
}
