import type { InterchangeCode } from '../interchange/codes.js';
import type { Texts } from './text.js';

export const interchangeTexts = {
  'xml-too-large': {
    zh: '文件过大：{given} 个字符（最多 {expected}）；请只保留所需的模型',
    en: 'the file is too large: {given} characters (at most {expected}); keep only the model you need',
  },
  'xml-malformed': {
    zh: '不是格式良好的 XML:{fault}；请从原系统重新导出',
    en: 'no well-formed XML: {fault}; export it again from its system',
  },
  'xml-declares': {
    zh: '文件含有声明 `{given}`；为防止实体膨胀，不接受任何文档类型声明，请删除',
    en: 'the file has a declaration `{given}`; none is read, since entities can grow without end: take it out',
  },
  'xml-too-deep': {
    zh: '元素嵌套超过 {expected} 层；请简化嵌套的条件',
    en: 'elements are nested more than {expected} deep; simplify the nested conditions',
  },
  'xml-tree': {
    zh: '解析器返回了 `{given}`，应为按原文顺序的节点列表；请使用 `new XMLParser(XML_OPTIONS)`',
    en: 'the parser gave `{given}`, expected a list of nodes in the order of the text; use `new XMLParser(XML_OPTIONS)`',
  },
  'format-unknown': {
    zh: '无法识别的格式：`{given}`（应为 {expected}）',
    en: 'unknown format: `{given}` (expected {expected})',
  },
  'element-missing': {
    zh: '缺少元素 `{expected}`；请补全',
    en: 'no element `{expected}`; add it',
  },
  'element-unsupported': {
    zh: '无法表达元素 `{given}`；请在原系统中改写，或在导入前计算',
    en: 'the element `{given}` cannot be said here; rewrite it in its system, or work it out before',
  },
  'attribute-missing': {
    zh: '缺少属性 `{expected}`；请补全',
    en: 'no attribute `{expected}`; add it',
  },
  'attribute-unsupported': {
    zh: '属性 `{name}` 的值 `{given}` 无法表达（可用：{expected}）',
    en: 'the attribute `{name}` is `{given}`, which cannot be said here (expected {expected})',
  },
  'number-unreadable': {
    zh: '`{given}` 不是可精确表示的数（小数点前后最多各 15 位）',
    en: '`{given}` is no number that can be held exactly (at most 15 digits before and after the point)',
  },
  'number-too-fine': {
    zh: '所需小数位数 {given} 过多；请用 `places` 指定较少的位数，或改写阈值',
    en: 'it needs {given} places after the point, more than can be held; state fewer in `places`, or rewrite the bounds',
  },
  'list-unreadable': {
    zh: '列表无法读取：`{given}`；请检查引号和个数',
    en: 'the list cannot be read: `{given}`; check its quotes and its count',
  },
  'field-unknown': {
    zh: '字段 `{given}` 未在数据字典和模型中声明，或属于派生字段',
    en: 'the field `{given}` is not declared in dictionary and model, or it is a derived one',
  },
  'field-reserved': {
    zh: '`{given}` 是主体自身的字段名（{expected}）；请用 `names` 另取名称',
    en: '`{given}` is what every entity has beside its facts ({expected}); give another name in `names`',
  },
  'fields-mixed': {
    zh: '一个特征只能使用一个字段，此处有多个：{given}',
    en: 'a characteristic asks for one field, this one asks for several: {given}',
  },
  'value-undeclared': {
    zh: '`{given}` 不在已声明的取值之内（{expected}）',
    en: '`{given}` is none of the declared values ({expected})',
  },
  'model-unclear': {
    zh: '无法确定使用哪一个：`{given}`（文件中有：{expected}）；请指明其名称',
    en: 'it is not clear which one is meant: `{given}` (the file has {expected}); name it',
  },
  'expression-unsupported': {
    zh: '无法表达的表达式：`{given}`（可用：{expected}）',
    en: 'the expression `{given}` cannot be said here (expected {expected})',
  },
  'domain-open': {
    zh: '输入 `{given}` 没有列出取值，也没有任何规则提到取值；请声明其取值',
    en: 'the input `{given}` lists no values and no rule names one; declare its values',
  },
  'rules-overlap': {
    zh: '规则 {rules} 同时适用于 {given}，而该表只允许一条',
    en: 'rules {rules} all hold for {given}, and the table allows one',
  },
  'rules-disagree': {
    zh: '规则 {rules} 同时适用于 {given}，但结果不同（{expected}）',
    en: 'rules {rules} all hold for {given} and give different results ({expected})',
  },
  'rules-gap': {
    zh: '没有规则适用于 {given}；请补充规则、默认输出或 `otherwise`',
    en: 'no rule holds for {given}; add a rule, a default output or `otherwise`',
  },
  'priority-missing': {
    zh: '输出 `{given}` 不在按优先顺序列出的取值中（{expected}）',
    en: 'the output `{given}` is not among the values listed by priority ({expected})',
  },
  'table-too-large': {
    zh: '该表展开后有 {given} 个单元格（最多 {expected}）；请拆分',
    en: 'the table has {given} cells when written out (at most {expected}); split it',
  },
  'element-left-out': {
    zh: '已略去元素 `{given}`，它不影响结果',
    en: 'the element `{given}` was left out; no result hangs on it',
  },
  'places-assumed': {
    zh: '输入 `{given}` 按小数点后 {places} 位读取（其阈值所需）；更细的值将被视为错误，可用 `places` 指定',
    en: 'the input `{given}` is read with {places} places, which its bounds need; a finer value is an issue, and `places` can say otherwise',
  },
  'domain-assumed': {
    zh: '输入 `{given}` 的取值按规则中出现的值封闭：{expected}',
    en: 'the values of the input `{given}` are taken to be those the rules name: {expected}',
  },
  'attributes-leave-gap': {
    zh: '特征 `{given}` 对某些取值没有属性；此类主体没有得分，状态为 `no-score/…`',
    en: 'the characteristic `{given}` has no attribute for some values; who has one gets no score but the status `no-score/…`',
  },
  'reason-codes-incomplete': {
    zh: '模型 `{given}` 的原因代码或基准分不全，因此不提供原因代码',
    en: 'the model `{given}` lacks a reason code or a baseline, so it gives no reason codes',
  },
} satisfies Texts<InterchangeCode>;
