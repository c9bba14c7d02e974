import type { Citation } from '../document/document.js';
import type { KeyRules } from '../risk/key/keyRules.js';

const plan: Citation = {
  id: 'plan-key',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,强化重点监管',
  published: '2021-08-20',
  confidence: 'verified',
  note: '建立重点监管清单制度,对直接涉及公共安全和人民群众生命健康等特殊重点领域,确定重点监管对象,规范重点监管程序,依法依规实行全覆盖的重点监管。',
};

const example: Citation = {
  id: 'example',
  title: '示例数值 (made up to show the mechanism)',
  confidence: 'example',
};

/** Key supervision of the example city: fire safety each half-year, safe production each year. */
export const exampleKeySupervision: KeyRules = {
  schema: 'evenhand/key/1',
  kind: 'key',
  id: 'example-key-supervision',
  version: '2026',
  title: { zh: '示例:重点监管全覆盖', en: 'Example: key supervision covers everybody' },
  from: '2020-01-01',
  status: 'example',
  citations: [plan, example],
  untranslated: [],
  list: 'key-supervision',
  cover: [
    { authority: 'fire', item: 'fire-crowd', every: 'half-year', cite: 'example' },
    { authority: 'emergency', item: 'emergency-production', every: 'year', cite: 'example' },
  ],
  excuses: [
    { id: 'closed', title: { zh: '停业', en: 'closed for business' }, cite: 'example' },
    { id: 'force-majeure', title: { zh: '不可抗力', en: 'force majeure' }, cite: 'example' },
  ],
};
