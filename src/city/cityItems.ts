import type { Item, Method } from '../register/nouns.js';
import type { CityAuthority } from './cityAuthorities.js';

/** The item list (抽查事项清单) of the made-up city, by id bytes; no basis quotes a real article. */
export const CITY_ITEMS: readonly Item[] = [
  item('construction', 'property', 'general', '物业服务检查', 'on-site'),
  item('construction', 'qualification', 'general', '建筑业企业资质检查', 'on-site', 'written'),
  item('construction', 'site-safety', 'key', '施工现场质量安全检查', 'on-site'),
  item('culture', 'hotel', 'general', '旅游饭店服务检查', 'on-site'),
  item('culture', 'print', 'general', '印刷经营检查', 'on-site'),
  item('culture', 'travel', 'general', '旅行社经营检查', 'written', 'on-site'),
  item('culture', 'venue', 'key', '娱乐和上网服务场所检查', 'on-site'),
  item('drug', 'production', 'key', '药品生产检查', 'on-site'),
  item('drug', 'records', 'general', '药品购销记录检查', 'on-site', 'written'),
  item('drug', 'sale', 'key', '药品经营和使用检查', 'on-site'),
  item('ecology', 'hazardous-waste', 'key', '危险废物管理检查', 'on-site', 'off-site'),
  item('ecology', 'pollution', 'general', '污染物排放检查', 'on-site', 'off-site'),
  item('education', 'campus', 'general', '校园管理检查', 'on-site'),
  item('education', 'kindergarten', 'key', '幼儿园办园检查', 'on-site'),
  item('education', 'training', 'general', '校外培训检查', 'on-site', 'network'),
  item('emergency', 'chemicals', 'key', '危险化学品安全检查', 'on-site'),
  item('emergency', 'mine', 'key', '矿山安全检查', 'on-site'),
  item('emergency', 'production', 'general', '安全生产责任制检查', 'on-site', 'written'),
  item('fire', 'crowd', 'key', '公众聚集场所消防检查', 'on-site'),
  item('fire', 'facilities', 'general', '消防设施和通道检查', 'on-site'),
  item('health', 'clinic', 'key', '医疗机构执业检查', 'on-site'),
  item('health', 'hygiene', 'general', '公共场所卫生检查', 'on-site'),
  item('labour', 'agency', 'general', '人力资源服务检查', 'written', 'on-site'),
  item('labour', 'wages', 'general', '用工和工资支付检查', 'written', 'on-site'),
  item('market', 'advertising', 'general', '广告经营检查', 'network', 'written'),
  item('market', 'food-labels', 'general', '食品标签和进货查验检查', 'on-site', 'written'),
  item('market', 'food-production', 'key', '食品生产检查', 'on-site'),
  item('market', 'food-service', 'key', '餐饮服务检查', 'on-site'),
  item('market', 'publicity', 'general', '公示信息检查', 'written', 'network', 'on-site'),
  item('market', 'registration', 'general', '登记事项检查', 'on-site', 'written'),
  item('tax', 'invoices', 'general', '发票使用检查', 'written', 'on-site'),
  item('transport', 'freight', 'general', '道路货运经营检查', 'on-site'),
  item('transport', 'repair', 'general', '机动车维修经营检查', 'on-site'),
  item('urban', 'street', 'general', '占道和油烟检查', 'on-site'),
  item('urban', 'supply', 'general', '供热燃气服务检查', 'on-site', 'written'),
  item('urban', 'utilities', 'key', '供热燃气设施检查', 'on-site'),
];

function item(
  authority: CityAuthority,
  name: string,
  rank: Item['rank'],
  zh: string,
  ...methods: Method[]
): Item {
  return {
    id: `${authority}-${name}`,
    name: zh,
    authority,
    rank,
    methods,
    basis: [`示例依据:${zh}`],
  };
}
