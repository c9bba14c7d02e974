import type { Citation, LocalText } from '../document/document.js';
import type { Method } from '../register/nouns.js';
import type { Scene, SceneMeasures } from '../scenario/scene.js';
import type {
  DepartmentStandard,
  Obligation,
  Provision,
  StandardItem,
} from '../scenario/standard.js';

const law = (id: string, title: string): Citation => ({
  id,
  title,
  confidence: 'recalled',
  note: 'Articles from memory, to show the mechanism; look them up before anybody is asked anything.',
});

const laws = {
  food: law('food', '中华人民共和国食品安全法'),
  registration: law('registration', '中华人民共和国市场主体登记管理条例'),
  waste: law('waste', '中华人民共和国反食品浪费法'),
  safety: law('safety', '中华人民共和国安全生产法'),
  fire: law('fire', '中华人民共和国消防法'),
  gas: law('gas', '城镇燃气管理条例'),
  solid: law('solid', '中华人民共和国固体废物污染环境防治法'),
  air: law('air', '中华人民共和国大气污染防治法'),
  noise: law('noise', '中华人民共和国噪声污染防治法'),
} as const;

const plan: Citation = {
  id: 'plan-scenes',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,创新实施场景化监管',
  published: '2021-08-20',
  confidence: 'verified',
  note: '一个场景由一个行业主管部门牵头、统筹相关部门共同监管;推行一业一册、一业一单、一业一查、一业一评。',
};

const example: Citation = {
  id: 'example',
  title: '示例:餐饮场景 (made up to show the mechanism; no published list was read)',
  confidence: 'example',
};

const common = {
  version: '2026',
  from: '2026-01-01',
  status: 'example',
  untranslated: ['The departments’ own published lists, which were not read.'],
} as const;

const LAWS: Readonly<Record<string, string>> = {
  food: '食品安全法',
  registration: '市场主体登记管理条例',
  waste: '反食品浪费法',
  safety: '安全生产法',
  fire: '消防法',
  gas: '城镇燃气管理条例',
  solid: '固体废物污染环境防治法',
  air: '大气污染防治法',
  noise: '噪声污染防治法',
};

const of = (cite: keyof typeof laws, article: string): Provision => ({
  law: LAWS[cite] as string,
  article,
  cite,
});

function item(
  id: string,
  rank: StandardItem['rank'],
  question: LocalText,
  duties: readonly Provision[],
  powers: readonly Provision[],
  methods: readonly Method[] = ['on-site'],
): StandardItem {
  return { id, question, rank, methods, duties, powers };
}

function duty(
  id: string,
  chapter: string,
  title: LocalText,
  text: LocalText,
  duties: readonly Provision[],
): Obligation {
  return { id, chapter, title, text, duties };
}

const GAS_ALARM = of('safety', '第三十六条第四款');
const FUMES = of('air', '第八十一条第一款');
const KITCHEN_WASTE = of('solid', '第五十七条');

const foodPower = [of('food', '第一百一十条')];
/** What the market authority, which leads asks of restaurants: made up, with articles from memory. */
export const cateringMarket: DepartmentStandard = {
  schema: 'evenhand/standard/1',
  kind: 'standard',
  id: 'market-catering',
  ...common,
  title: { zh: '示例:市场监管部门餐饮监管标准', en: 'Example: the market authority’s standard' },
  authority: 'market',
  name: { zh: '市场监管部门', en: 'market supervision' },
  citations: [example, laws.food, laws.registration, laws.waste, laws.safety],
  obligations: [
    duty(
      'licence',
      'licences',
      { zh: '依法取得食品经营许可', en: 'a licence for food' },
      {
        zh: '取得许可后方可经营,并在有效期和许可项目内经营。',
        en: 'Do business with a licence only, within its term and its items.',
      },
      [of('food', '第三十五条')],
    ),
    duty(
      'registration',
      'licences',
      { zh: '亮照经营', en: 'the business licence in sight' },
      { zh: '将营业执照置于醒目位置。', en: 'Put the business licence where everybody sees it.' },
      [of('registration', '第三十六条')],
    ),
    duty(
      'health',
      'food',
      { zh: '从业人员健康管理', en: 'healthy staff' },
      {
        zh: '接触直接入口食品的人员每年健康检查,取得健康证明后上岗。',
        en: 'Who touches food that is eaten as it is has a yearly health certificate.',
      },
      [of('food', '第四十五条')],
    ),
    duty(
      'purchases',
      'food',
      { zh: '进货查验', en: 'checked purchases' },
      {
        zh: '查验供货者许可证和合格证明,如实记录并保存凭证。',
        en: 'Check suppliers’ licences and certificates; keep the records.',
      },
      [of('food', '第五十三条')],
    ),
    duty(
      'dishes',
      'food',
      { zh: '餐具清洗消毒', en: 'clean dishes' },
      {
        zh: '餐具、饮具清洗消毒后方可使用。',
        en: 'Use dishes only after they are washed and disinfected.',
      },
      [of('food', '第五十六条第二款')],
    ),
    duty(
      'leftovers',
      'food',
      { zh: '防止食品浪费', en: 'no waste of food' },
      {
        zh: '提示适量点餐,不得诱导、误导超量点餐。',
        en: 'Remind guests to order what they can eat; never urge them to order more.',
      },
      [of('waste', '第七条')],
    ),
    duty(
      'gas',
      'fire-safety',
      { zh: '燃气安全', en: 'gas' },
      {
        zh: '使用燃气的,安装可燃气体报警装置并保障正常使用。',
        en: 'Where gas is used, have a gas alarm that works.',
      },
      [GAS_ALARM],
    ),
  ],
  items: [
    item(
      'licence',
      'key',
      { zh: '是否取得有效的食品经营许可', en: 'Is there a valid licence for food?' },
      [of('food', '第三十五条')],
      foodPower,
      ['on-site', 'network'],
    ),
    item(
      'registration',
      'general',
      { zh: '营业执照是否置于醒目位置', en: 'Is the business licence in sight?' },
      [of('registration', '第三十六条')],
      [of('registration', '第三十八条')],
    ),
    item(
      'health',
      'key',
      { zh: '从业人员是否持有效健康证明', en: 'Has the staff valid health certificates?' },
      [of('food', '第四十五条')],
      foodPower,
    ),
    item(
      'purchases',
      'key',
      { zh: '是否查验并记录进货', en: 'Are purchases checked and recorded?' },
      [of('food', '第五十三条')],
      foodPower,
      ['on-site', 'written'],
    ),
    item(
      'dishes',
      'general',
      { zh: '餐具是否清洗消毒', en: 'Are dishes washed and disinfected?' },
      [of('food', '第五十六条第二款')],
      foodPower,
    ),
    item(
      'leftovers',
      'general',
      { zh: '是否提示适量点餐', en: 'Are guests reminded to order what they can eat?' },
      [of('waste', '第七条')],
      [of('waste', '第二十八条')],
    ),
    item(
      'gas-alarm',
      'general',
      { zh: '是否安装可燃气体报警装置并正常使用', en: 'Is there a gas alarm, and does it work?' },
      [GAS_ALARM],
      [of('safety', '第六十五条')],
    ),
  ],
};

/** What the fire authority asks of restaurants: made up, with articles from memory. */
export const cateringFire: DepartmentStandard = {
  schema: 'evenhand/standard/1',
  kind: 'standard',
  id: 'fire-catering',
  ...common,
  title: { zh: '示例:消防救援机构餐饮监管标准', en: 'Example: the fire authority’s standard' },
  authority: 'fire',
  name: { zh: '消防救援机构', en: 'fire and rescue' },
  citations: [example, laws.fire, laws.safety],
  obligations: [
    duty(
      'exits',
      'fire-safety',
      { zh: '疏散通道畅通', en: 'free exits' },
      { zh: '保障疏散通道、安全出口畅通。', en: 'Keep ways out and exits free.' },
      [of('fire', '第十六条第一款第四项')],
    ),
    duty(
      'extinguishers',
      'fire-safety',
      { zh: '消防设施器材完好', en: 'extinguishers' },
      {
        zh: '按标准配置消防设施、器材并保持完好有效。',
        en: 'Have the extinguishers the standard asks for, in working order.',
      },
      [of('fire', '第十六条第一款第二项')],
    ),
    duty(
      'gas',
      'fire-safety',
      { zh: '燃气用具与管线', en: 'gas devices and lines' },
      {
        zh: '燃气用具及管线的安装、使用符合消防技术标准,安装报警装置。',
        en: 'Gas devices and lines meet the standards of fire safety, with an alarm.',
      },
      [GAS_ALARM, of('fire', '第二十七条第二款')],
    ),
  ],
  items: [
    item(
      'exits',
      'key',
      { zh: '疏散通道、安全出口是否畅通', en: 'Are the exits free?' },
      [of('fire', '第十六条第一款第四项')],
      [of('fire', '第五十三条')],
    ),
    item(
      'extinguishers',
      'general',
      { zh: '消防设施、器材是否完好有效', en: 'Are the extinguishers in order?' },
      [of('fire', '第十六条第一款第二项')],
      [of('fire', '第五十三条')],
    ),
    item(
      'gas-lines',
      'key',
      {
        zh: '燃气用具、管线和报警装置是否符合要求',
        en: 'Are gas devices, lines and alarm as required?',
      },
      [GAS_ALARM, of('fire', '第二十七条第二款')],
      [of('fire', '第五十三条')],
    ),
  ],
};

/** What urban management asks of restaurants: made up, with articles from memory. */
export const cateringUrban: DepartmentStandard = {
  schema: 'evenhand/standard/1',
  kind: 'standard',
  id: 'urban-catering',
  ...common,
  title: {
    zh: '示例:城市管理综合执法部门餐饮监管标准',
    en: 'Example: the urban authority’s standard',
  },
  authority: 'urban',
  name: { zh: '城市管理综合执法部门', en: 'urban management' },
  citations: [example, laws.safety, laws.gas, laws.solid, laws.air],
  obligations: [
    duty(
      'kitchen-waste',
      'environment',
      { zh: '厨余垃圾交由有资质单位处理', en: 'kitchen waste' },
      {
        zh: '厨余垃圾单独投放,交由具备条件的单位无害化处理。',
        en: 'Keep kitchen waste apart, and hand it to a body that may treat it.',
      },
      [KITCHEN_WASTE],
    ),
    duty(
      'fumes',
      'environment',
      { zh: '油烟净化', en: 'fumes' },
      {
        zh: '安装油烟净化设施并保持正常使用。',
        en: 'Have a filter for fumes, and keep it running.',
      },
      [FUMES],
    ),
  ],
  items: [
    item(
      'gas-device',
      'key',
      {
        zh: '燃气使用是否安全,报警装置是否正常',
        en: 'Is gas used safely, and does the alarm work?',
      },
      [GAS_ALARM, of('gas', '第二十八条')],
      [of('gas', '第四十一条')],
    ),
    item(
      'kitchen-waste',
      'general',
      { zh: '厨余垃圾是否交由有资质单位处理', en: 'Does kitchen waste go where it may?' },
      [KITCHEN_WASTE],
      [of('solid', '第二十六条')],
      ['on-site', 'written'],
    ),
    item(
      'fumes',
      'general',
      { zh: '油烟净化设施是否正常使用', en: 'Does the filter for fumes run?' },
      [FUMES],
      [of('air', '第二十九条')],
    ),
  ],
};

/** What the environment authority asks of restaurants: made up, with articles from memory. */
export const cateringEcology: DepartmentStandard = {
  schema: 'evenhand/standard/1',
  kind: 'standard',
  id: 'ecology-catering',
  ...common,
  title: {
    zh: '示例:生态环境部门餐饮监管标准',
    en: 'Example: the environment authority’s standard',
  },
  authority: 'ecology',
  name: { zh: '生态环境部门', en: 'ecology and environment' },
  citations: [example, laws.solid, laws.air, laws.noise],
  obligations: [
    duty(
      'fumes',
      'environment',
      { zh: '油烟净化', en: 'fumes' },
      {
        zh: '安装油烟净化设施并保持正常使用。',
        en: 'Have a filter for fumes, and keep it running.',
      },
      [FUMES],
    ),
    duty(
      'noise',
      'environment',
      { zh: '噪声防治', en: 'noise' },
      { zh: '采取措施防止、减轻经营噪声。', en: 'Prevent noise, or keep it low.' },
      [of('noise', '第六十一条')],
    ),
  ],
  items: [
    item(
      'fumes-filter',
      'key',
      { zh: '油烟净化设施是否安装并正常使用', en: 'Is there a filter for fumes, and does it run?' },
      [FUMES],
      [of('air', '第二十九条')],
      ['on-site', 'off-site'],
    ),
    item(
      'waste-oil',
      'general',
      { zh: '厨余垃圾、废弃油脂去向是否合规', en: 'Do kitchen waste and oil go where they may?' },
      [KITCHEN_WASTE],
      [of('solid', '第二十六条')],
      ['written'],
    ),
    item(
      'noise',
      'general',
      { zh: '是否采取措施防治噪声', en: 'Is noise kept low?' },
      [of('noise', '第六十一条')],
      [of('noise', '第二十九条')],
      ['off-site'],
    ),
  ],
};

const few: SceneMeasures = {
  ratio: '1%',
  visits: 1,
  methods: ['off-site'],
  items: 'key',
  cite: 'example',
};
const usual: SceneMeasures = { ratio: '5%', visits: 1, items: 'all', cite: 'example' };
const close: SceneMeasures = { ratio: '30%', visits: 2, items: 'all', cite: 'example' };
const strict: SceneMeasures = {
  ratio: '100%',
  visits: 4,
  items: 'all',
  note: {
    zh: '牵头部门约谈,并列为重点监管对象',
    en: 'the lead authority talks to the firm and lists it for key supervision',
  },
  cite: 'example',
};

/** Restaurants as a scene: the market authority leads, three partners join. */
export const cateringScene: Scene = {
  schema: 'evenhand/scene/1',
  kind: 'scene',
  id: 'catering',
  ...common,
  title: { zh: '餐饮', en: 'Restaurants' },
  citations: [plan, example],
  scope: { field: 'industry', under: ['62'] },
  lead: 'market',
  partners: ['fire', 'urban', 'ecology'],
  standards: ['market-catering', 'fire-catering', 'urban-catering', 'ecology-catering'],
  chapters: [
    { id: 'licences', title: { zh: '证照', en: 'Licences' } },
    { id: 'food', title: { zh: '食品安全', en: 'Food' } },
    { id: 'fire-safety', title: { zh: '消防与燃气安全', en: 'Fire and gas' } },
    { id: 'environment', title: { zh: '环境与市容', en: 'Environment' } },
  ],
  checkedBy: [{ law: '安全生产法', authority: 'fire', cite: 'example' }],
  evaluation: {
    credit: { id: 'example-credit', levels: ['A', 'B', 'C', 'D'], worse: 'last' },
    risk: { id: 'example-risk', levels: ['low', 'medium', 'high'], worse: 'last' },
    cells: {
      low: { A: few, B: usual, C: usual, D: close },
      medium: { A: usual, B: usual, C: close, D: strict },
      high: { A: close, B: close, C: strict, D: strict },
    },
  },
};
