import type { Citation } from '../document/document.js';
import type { InspectionRules } from '../inspection/inspectionRules.js';
import type { ResultList } from '../inspection/resultList.js';

const example: Citation = {
  id: 'example',
  title: '示例数值 (made up to show the mechanism)',
  confidence: 'example',
};

/** Results with what they leave on the record, and follow-ups with their terms, to learn from. */
export const exampleResults: ResultList = {
  schema: 'evenhand/result-list/1',
  kind: 'result-list',
  id: 'example-results',
  version: '2026',
  title: { zh: '示例:检查结果与后续处理', en: 'Example: results and follow-ups' },
  from: '2020-01-01',
  status: 'example',
  citations: [
    example,
    {
      id: 'words',
      title: '浙江省“双随机、一公开”监管平台,抽查结果选项',
      confidence: 'verified',
      note: 'The words of the results; the codes, events and terms are an example.',
    },
  ],
  untranslated: [],
  results: [
    {
      code: 'clean',
      title: { zh: '未发现问题', en: 'nothing wrong found' },
      sort: 'clean',
      cite: 'words',
    },
    {
      code: 'corrected',
      title: { zh: '发现问题经责令已改正', en: 'problems found and put right' },
      sort: 'problem',
      cite: 'words',
    },
    {
      code: 'to-correct',
      title: { zh: '发现问题待后续处理', en: 'problems found, to be followed up' },
      sort: 'problem',
      event: { kind: 'finding-minor', severity: 'minor' },
      cite: 'words',
    },
    {
      code: 'serious',
      title: { zh: '涉嫌违法,拟立案查处', en: 'suspected offence, a case to be opened' },
      sort: 'problem',
      event: { kind: 'finding-serious', severity: 'serious' },
      cite: 'example',
    },
    {
      code: 'not-found',
      title: { zh: '通过登记的住所（经营场所）无法联系', en: 'not to be found at its address' },
      sort: 'unreached',
      event: { kind: 'list-abnormal' },
      cite: 'words',
    },
    {
      code: 'closed',
      title: { zh: '已关闭停业或正在组织清算', en: 'closed, or being wound up' },
      sort: 'unreached',
      cite: 'words',
    },
    {
      code: 'obstructed',
      title: { zh: '不配合检查情节严重', en: 'serious refusal to co-operate' },
      sort: 'unreached',
      event: { kind: 'finding-serious', severity: 'serious' },
      cite: 'words',
    },
  ],
  followUps: [
    {
      code: 'correct',
      title: { zh: '责令限期改正', en: 'order to correct within a term' },
      term: { workingDays: 15 },
      recheck: true,
      broken: { kind: 'finding-serious', severity: 'serious' },
      cite: 'example',
    },
    {
      code: 'guide',
      title: { zh: '行政指导、约谈', en: 'guidance and a talk' },
      term: { days: 30 },
      cite: 'example',
    },
    {
      code: 'case',
      title: { zh: '立案查处', en: 'a case is opened' },
      cite: 'example',
    },
    {
      code: 'transfer',
      title: { zh: '移送案件线索', en: 'transfer of a case clue' },
      cite: 'example',
    },
  ],
};

/** How a visit is made, out of published rules where they say it. */
export const exampleInspectionRules: InspectionRules = {
  schema: 'evenhand/inspection-rules/1',
  kind: 'inspection-rules',
  id: 'example-inspection-rules',
  version: '2026',
  title: { zh: '示例:现场检查程序规则', en: 'Example: how a visit is made' },
  from: '2020-01-01',
  status: 'example',
  citations: [
    example,
    {
      id: 'scan',
      title: '关于严格规范涉企行政检查的实施方案',
      issuer: '北京市人民政府办公厅',
      article: '京政办发〔2025〕10号; 扫码检查',
      confidence: 'verified',
      note: 'Read in news: the officer scans the code of the licence first, and the firm may refuse without it. The title is recalled.',
    },
    {
      id: 'two-officers',
      title: '中华人民共和国行政处罚法',
      article: '第四十二条',
      published: '2021-01-22',
      confidence: 'verified',
    },
    {
      id: 'review',
      title: '中华人民共和国行政处罚法',
      article: '第五十八条',
      published: '2021-01-22',
      confidence: 'recalled',
      note: 'Decisions of great weight are reviewed by the legal office before they are made; which of the example’s codes are such is an example.',
    },
    {
      id: 'publication',
      title: '食品生产经营监督检查管理办法',
      issuer: '国家市场监督管理总局',
      article: '总局令第49号,第三十九条',
      published: '2021-12-24',
      confidence: 'verified',
      note: '20 working days after the result is formed. The day of the text is recalled.',
    },
  ],
  untranslated: [],
  scanIn: { cite: 'scan' },
  officers: { least: 2, cite: 'two-officers' },
  evidence: { outcomes: ['not-met'], cite: 'example' },
  review: { results: ['serious'], followUps: ['case'], cite: 'review' },
  publication: { workingDays: 20, cite: 'publication' },
};
