import type { DayRange } from '../core/day.js';
import type { Condition } from '../register/condition.js';
import type { Task } from '../register/nouns.js';

/**
 * The year's tasks (年度抽查计划) of the made-up city. Two shapes are borrowed and cited beside them;
 * all other scopes, quotas and windows are examples.
 *
 * Most share the group `all`: their samples nest and their visits join.
 */
export function cityTasks(year: number, entities: number): Task[] {
  const days = (from: string, to: string): DayRange => ({
    from: `${String(year).padStart(4, '0')}-${from}`,
    to: `${String(year).padStart(4, '0')}-${to}`,
  });
  const share = (thousandths: number): number => Math.ceil((entities * thousandths) / 1000);
  return [
    {
      ...task('market-publicity', '企业公示信息不定向抽查', 'market'),
      items: ['market-publicity'],
      // Not below 3 %: 企业公示信息抽查办法 Art 4 (verified).
      quota: { ratio: '3%', rule: 'at-least' },
      window: days('03-01', '11-30'),
    },
    {
      ...task('market-registration', '登记事项和用工、纳税联合抽查', 'market', 'labour', 'tax'),
      items: ['market-registration', 'labour-wages', 'tax-invoices'],
      window: days('04-01', '10-31'),
    },
    {
      ...task('catering', '餐饮单位联合抽查', 'market', 'fire', 'urban'),
      items: ['market-food-labels', 'market-food-service', 'fire-facilities', 'urban-street'],
      scope: under('62'),
      quota: { ratio: '10%', rule: 'at-least' },
      window: days('06-01', '10-31'),
    },
    {
      ...task('food-production', '食品生产企业普查', 'market'),
      items: ['market-food-labels', 'market-food-production'],
      scope: under('14'),
      kind: 'census',
      // Every operator at least once in two years: 食品生产经营监督检查管理办法 (令49) (verified).
      quota: { ratio: '1/2', rule: 'at-least' },
      window: days('02-01', '11-30'),
      duty: true,
    },
    {
      ...task('advertising', '互联网广告定向抽查', 'market'),
      items: ['market-advertising'],
      scope: under('7251'),
      quota: { ratio: '3%', rule: 'half-up' },
      window: days('06-01', '09-30'),
    },
    {
      ...task('abnormal', '经营异常名录企业核查', 'market'),
      items: ['market-registration', 'market-publicity'],
      scope: { field: 'list', eq: 'abnormal-operations' },
      quota: { ratio: '30%', rule: 'at-least' },
      window: days('01-15', '12-15'),
      group: 'lists',
    },
    {
      ...task('drug-production', '原料药生产企业全覆盖检查', 'drug', 'ecology'),
      items: ['drug-production', 'drug-records', 'ecology-pollution'],
      scope: under('2710'),
      kind: 'census',
      quota: { all: '原料药生产为重点监管领域,示例中全覆盖' },
      window: days('03-01', '11-30'),
      duty: true,
    },
    {
      ...task('pharmacies', '药品零售抽查', 'drug', 'market'),
      items: ['drug-records', 'drug-sale', 'market-publicity'],
      scope: under('5251', '5225'),
      quota: { ratio: '10%', rule: 'at-least' },
      window: days('04-01', '09-30'),
    },
    {
      ...task('fire-crowd', '人员密集场所消防抽查', 'fire', 'culture'),
      items: ['fire-crowd', 'fire-facilities', 'culture-venue'],
      scope: all(
        { field: 'crowd', exists: true },
        { field: 'crowd', gte: 200 },
        under('52', '61', '62', '83', '87', '89', '90'),
      ),
      quota: { ratio: '25%', rule: 'at-least' },
      window: days('01-10', '05-31'),
      teamSize: 3,
    },
    {
      ...task('fire-key', '重点监管清单消防普查', 'fire', 'emergency'),
      items: ['fire-facilities', 'emergency-production'],
      scope: { field: 'list', eq: 'key-supervision' },
      kind: 'census',
      quota: { all: '列入重点监管清单,示例中全覆盖' },
      window: days('02-01', '11-30'),
      duty: true,
    },
    {
      ...task('chemicals', '危险化学品使用和储存联合抽查', 'emergency', 'fire', 'ecology'),
      items: [
        'emergency-chemicals',
        'emergency-production',
        'fire-facilities',
        'ecology-hazardous-waste',
      ],
      scope: all(
        { field: 'hazardous', exists: true },
        { field: 'hazardous', eq: true },
        under('25', '26', '33', '5265', '5942', '77'),
      ),
      quota: { ratio: '30%', rule: 'at-least' },
      window: days('03-01', '09-30'),
      teamSize: 3,
    },
    {
      ...task('mines', '矿山安全全覆盖检查', 'emergency'),
      items: ['emergency-mine', 'emergency-production'],
      scope: under('06', '08'),
      kind: 'census',
      quota: { all: '矿山数量少、风险高,示例中全覆盖' },
      window: days('01-01', '12-31'),
      teamSize: 3,
      duty: true,
    },
    {
      ...task('pollution', '排污单位抽查', 'ecology'),
      items: ['ecology-pollution', 'ecology-hazardous-waste'],
      scope: under('23', '33', '745', '77', '8111'),
      window: days('04-01', '11-15'),
    },
    {
      ...task('freight', '道路货运和快递抽查', 'transport', 'emergency'),
      items: ['transport-freight', 'emergency-production'],
      scope: under('543', '602'),
      window: days('03-15', '10-15'),
    },
    {
      ...task('repair-shops', '机动车维修联合抽查', 'transport', 'ecology'),
      items: ['transport-repair', 'ecology-hazardous-waste'],
      scope: under('8111'),
      quota: { ratio: '5%', rule: 'half-up' },
      window: days('05-01', '11-30'),
    },
    {
      ...task('hotels', '旅游饭店和酒店联合抽查', 'culture', 'fire', 'health'),
      items: ['culture-hotel', 'fire-crowd', 'health-hygiene'],
      scope: under('61'),
      quota: { ratio: '15%', rule: 'at-least' },
      window: days('06-01', '09-30'),
      teamSize: 3,
    },
    {
      ...task('travel-print', '旅行社和印刷企业抽查', 'culture'),
      items: ['culture-travel', 'culture-print'],
      scope: under('7291', '23'),
      window: days('03-01', '08-31'),
    },
    {
      ...task('clinics', '医疗机构联合抽查', 'health', 'drug'),
      items: ['health-clinic', 'health-hygiene', 'drug-sale'],
      scope: under('84'),
      quota: { ratio: '10%', rule: 'at-least' },
      window: days('03-01', '10-31'),
    },
    {
      ...task('hygiene', '美容美发、洗浴场所卫生抽查', 'health'),
      items: ['health-hygiene'],
      scope: under('804', '805'),
      window: days('05-01', '09-30'),
    },
    {
      ...task('kindergartens', '幼儿园和养老机构普查', 'education', 'fire', 'health'),
      items: ['education-campus', 'education-kindergarten', 'fire-facilities', 'health-hygiene'],
      scope: under('8310', '8514'),
      kind: 'census',
      quota: { ratio: '25%', rule: 'at-least' },
      window: days('03-01', '06-30'),
      teamSize: 3,
    },
    {
      ...task('training', '培训机构抽查', 'education', 'labour'),
      items: ['education-training', 'labour-agency'],
      scope: under('8391', '8393'),
      window: days('06-01', '10-31'),
    },
    {
      ...task('building-sites', '建筑施工联合抽查', 'construction', 'emergency', 'labour'),
      items: [
        'construction-qualification',
        'construction-site-safety',
        'emergency-production',
        'labour-wages',
      ],
      scope: under('47', '50'),
      window: days('03-15', '11-15'),
      teamSize: 3,
    },
    {
      ...task('property', '物业服务抽查', 'construction'),
      items: ['construction-property'],
      scope: under('7020'),
      quota: { total: share(1) },
      window: days('07-01', '10-31'),
    },
    {
      ...task('labour-agencies', '人力资源服务机构抽查', 'labour'),
      items: ['labour-agency'],
      scope: under('726'),
      quota: { total: share(0.5) },
      window: days('03-01', '07-31'),
    },
    {
      ...task('core-streets', '核心区占道和油烟抽查', 'urban', 'ecology'),
      items: ['urban-street', 'ecology-pollution'],
      scope: all({ field: 'district', in: ['110101', '110102'] }, under('52', '62')),
      window: days('06-01', '09-30'),
    },
    {
      ...task('heating', '供热单位采暖季前检查', 'urban', 'market'),
      items: ['urban-supply', 'urban-utilities', 'market-registration'],
      scope: under('44'),
      quota: { ratio: '1/3', rule: 'at-least' },
      window: days('08-01', '10-31'),
    },
    {
      ...task('tax', '税务随机抽查', 'tax'),
      items: ['tax-invoices'],
      quota: { ratio: '5‰', rule: 'at-most' },
      window: days('02-01', '12-15'),
      group: 'tax',
    },
  ];
}

/** What most tasks are: an untargeted spot check by the matrix, with teams of two. */
function task(
  id: string,
  name: string,
  lead: string,
  ...partners: string[]
): Omit<Task, 'items' | 'window'> {
  return {
    id,
    name,
    lead,
    partners,
    scope: { all: [] },
    kind: 'spot-check',
    quota: { by: 'matrix' },
    group: 'all',
    teamSize: 2,
  };
}

const under = (...codes: string[]): Condition => ({ field: 'industry', under: codes });
const all = (...conditions: Condition[]): Condition => ({ all: conditions });
