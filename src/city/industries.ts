import type { CityAuthority } from './cityAuthorities.js';

/**
 * An industry of the made-up city: its class, its weight among the entities, the share of firms with
 * hazardous materials, the usual number of persons on the premises, and who inspects it.
 */
export interface CityIndustry {
  readonly code: string;
  readonly zh: string;
  readonly weight: number;
  readonly hazardous: number;
  readonly crowd: readonly [number, number];
  readonly inspectedBy: readonly CityAuthority[];
}

/**
 * The industries of the made-up city. Codes and names are GB/T 4754-2017 classes (小类); weights,
 * shares and crowds are examples, no statistic stands behind them.
 */
export const CITY_INDUSTRIES: readonly CityIndustry[] = [
  row('0141', '蔬菜种植', 12, 0.05, [1, 40], 'market', 'ecology'),
  row('0810', '铁矿采选', 3, 0.7, [20, 400], 'emergency', 'ecology'),
  row('1411', '糕点、面包制造', 10, 0.1, [5, 120], 'market', 'fire'),
  row('1432', '速冻食品制造', 4, 0.3, [10, 200], 'market', 'emergency'),
  row('2319', '包装装潢及其他印刷', 6, 0.3, [5, 100], 'culture', 'ecology', 'fire'),
  row('2511', '原油加工及石油制品制造', 4, 0.95, [30, 500], 'emergency', 'ecology', 'fire'),
  row('2641', '涂料制造', 14, 0.85, [10, 150], 'emergency', 'ecology', 'fire'),
  row('2710', '化学药品原料药制造', 8, 0.8, [20, 300], 'drug', 'ecology', 'emergency'),
  row('2720', '化学药品制剂制造', 10, 0.4, [20, 300], 'drug', 'ecology'),
  row('3360', '金属表面处理及热处理加工', 6, 0.6, [5, 80], 'ecology', 'emergency'),
  row('4430', '热力生产和供应', 5, 0.4, [5, 80], 'urban', 'emergency', 'market'),
  row('4710', '住宅房屋建筑', 26, 0.3, [10, 400], 'construction', 'emergency', 'labour'),
  row('5011', '公共建筑装饰和装修', 34, 0.08, [3, 100], 'construction', 'labour'),
  row('5127', '酒、饮料及茶叶批发', 30, 0.02, [2, 40], 'market', 'tax'),
  row('5176', '计算机、软件及辅助设备批发', 62, 0.01, [2, 60], 'market', 'tax'),
  row('5177', '通讯设备批发', 18, 0.02, [2, 60], 'market', 'tax'),
  row('5211', '百货零售', 20, 0.01, [10, 900], 'market', 'fire'),
  row('5212', '超级市场零售', 26, 0.02, [20, 700], 'market', 'fire', 'urban'),
  row('5213', '便利店零售', 48, 0.01, [2, 20], 'market', 'urban'),
  row('5225', '营养和保健品零售', 14, 0.01, [2, 40], 'market', 'drug'),
  row('5251', '西药零售', 20, 0.03, [2, 25], 'drug', 'market'),
  row('5265', '机动车燃油零售', 5, 0.98, [4, 30], 'emergency', 'fire', 'market'),
  row('5431', '普通货物道路运输', 30, 0.04, [2, 120], 'transport', 'emergency'),
  row('5942', '危险化学品仓储', 3, 0.97, [3, 50], 'emergency', 'fire', 'transport'),
  row('6020', '快递服务', 12, 0.03, [5, 150], 'transport', 'fire'),
  row('6110', '旅游饭店', 8, 0.05, [60, 1200], 'culture', 'fire', 'health'),
  row('6121', '经济型连锁酒店', 14, 0.03, [30, 400], 'culture', 'fire', 'health'),
  row('6210', '正餐服务', 62, 0.12, [15, 350], 'market', 'fire', 'urban', 'health'),
  row('6220', '快餐服务', 44, 0.08, [10, 120], 'market', 'fire', 'urban'),
  row('6232', '咖啡馆服务', 20, 0.02, [5, 60], 'market', 'health'),
  row('6432', '互联网生活服务平台', 26, 0.005, [5, 300], 'market', 'labour'),
  row('6513', '应用软件开发', 92, 0.005, [3, 250], 'market', 'tax'),
  row('6635', '小额贷款公司服务', 4, 0.005, [3, 40], 'market', 'tax'),
  row('7010', '房地产开发经营', 12, 0.03, [5, 150], 'construction', 'tax'),
  row('7020', '物业管理', 24, 0.06, [5, 300], 'construction', 'fire'),
  row('7241', '会计、审计及税务服务', 34, 0.005, [3, 80], 'tax', 'market'),
  row('7251', '互联网广告服务', 40, 0.005, [3, 80], 'market', 'tax'),
  row('7262', '职业中介服务', 14, 0.005, [3, 60], 'labour', 'market'),
  row('7291', '旅行社及相关服务', 16, 0.005, [3, 80], 'culture', 'market'),
  row('7320', '工程和技术研究和试验发展', 42, 0.12, [5, 200], 'market', 'ecology'),
  row('7452', '检测服务', 12, 0.2, [5, 90], 'market', 'ecology'),
  row('7724', '危险废物治理', 3, 0.95, [5, 90], 'ecology', 'emergency'),
  row('8010', '家庭服务', 20, 0.01, [2, 60], 'labour', 'market'),
  row('8040', '理发及美容服务', 46, 0.02, [3, 50], 'health', 'market'),
  row('8051', '洗浴服务', 8, 0.05, [20, 400], 'health', 'fire'),
  row('8111', '汽车修理与维护', 22, 0.35, [4, 40], 'transport', 'ecology'),
  row('8310', '学前教育', 14, 0.01, [60, 500], 'education', 'fire', 'health'),
  row('8391', '职业技能培训', 16, 0.01, [15, 300], 'education', 'labour'),
  row('8393', '文化艺术培训', 20, 0.005, [10, 200], 'education', 'fire'),
  row('8411', '综合医院', 6, 0.9, [300, 5000], 'health', 'drug', 'ecology', 'fire'),
  row('8425', '门诊部（所）', 20, 0.3, [5, 120], 'health', 'drug'),
  row('8514', '老年人、残疾人养护服务', 6, 0.05, [40, 400], 'health', 'fire'),
  row('8760', '电影放映', 5, 0.01, [100, 1500], 'culture', 'fire'),
  row('8930', '健身休闲活动', 14, 0.02, [20, 300], 'culture', 'fire'),
  row('9011', '歌舞厅娱乐活动', 7, 0.02, [40, 600], 'culture', 'fire'),
  row('9013', '网吧活动', 4, 0.01, [30, 250], 'culture', 'fire'),
];

function row(
  code: string,
  zh: string,
  weight: number,
  hazardous: number,
  crowd: readonly [number, number],
  ...inspectedBy: CityAuthority[]
): CityIndustry {
  return { code, zh, weight, hazardous, crowd, inspectedBy };
}
