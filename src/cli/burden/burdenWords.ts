import { FOR_CAUSE, type ForCause } from '../../register/nouns.js';
import type { Lang } from '../../texts/describe.js';

/** What the burden page says, in both languages; `{n}` is a value's place. */
export const BURDEN_WORDS = {
  title: { zh: '{year} 年涉企检查负担报告', en: 'The burden of inspections, {year}' },
  lede: {
    zh: '{firms} 家企业全年被检查 {after} 次。若各部门分头上门，应为 {before} 次；合并检查少进门 {saved} 次，减少 {share}。',
    en: '{firms} firms bore {after} visits in the year. With every authority on its own it would have been {before}; joining spared {saved} entries, {share} fewer.',
  },
  source: {
    zh: '依据检查台账计算；已取消和过期的检查不计入。引擎 {engine}。',
    en: 'Computed from the ledger of inspections; cancelled and lapsed visits are left out. Engine {engine}.',
  },
  visits: { zh: '检查次数', en: 'Visits' },
  days: { zh: '检查天数', en: 'Days of inspection' },
  beforeAfter: {
    zh: '合并前 {before} → 合并后 {after}',
    en: '{before} before joining, {after} after',
  },
  saved: { zh: '合并节省', en: 'Spared by joining' },
  savedNote: { zh: '次，另省 {days} 天', en: 'visits, and {days} days' },
  outside: { zh: '上限外检查占比', en: 'Outside the limits' },
  outsideNote: { zh: '{n} 次，均须有事由', en: 'visits: {n}, each with its cause' },
  atCap: { zh: '已达上限的企业', en: 'Firms at their cap' },
  atCapNote: { zh: '占全部企业 {share}', en: '{share} of all firms' },
  missed: { zh: '未安排的法定检查', en: 'Floors missed' },
  missedNote: { zh: '最低频次或法定职责', en: 'of floors and legal duties' },
  missedUnknown: { zh: '未提供检查需求，无法核对', en: 'no demands were given to compare' },
  refused: { zh: '被拒绝的检查', en: 'Requests refused' },
  refusedNote: { zh: '超过上限或不合规定', en: 'over a limit, or against a rule' },
  spreadTitle: { zh: '每家企业被检查几次', en: 'How many visits a firm bore' },
  spreadText: {
    zh: '横轴为全年检查次数，纵轴为企业数。合并使柱形左移。',
    en: 'Across, the visits of a firm in the year; up, the number of such firms. Joining moves firms to the left.',
  },
  before: { zh: '合并前', en: 'Before joining' },
  after: { zh: '合并后', en: 'After joining' },
  firmsAxis: { zh: '企业数', en: 'Firms' },
  monthsTitle: { zh: '各月检查次数', en: 'Visits month by month' },
  monthsText: {
    zh: '普查、抽查计入上限；触发式检查不计入。',
    en: 'Census visits and spot checks count in the limits, visits for cause do not.',
  },
  census: { zh: '普查', en: 'Census' },
  'spot-check': { zh: '抽查', en: 'Spot check' },
  'for-cause': { zh: '触发式检查', en: 'For cause' },
  authoritiesTitle: { zh: '各部门的检查', en: 'Authority by authority' },
  authoritiesText: {
    zh: '自己上门的检查、并入他人检查的、以及被拒绝的申请。',
    en: 'Visits of its own, requests that joined a visit of others, and requests refused.',
  },
  own: { zh: '自行上门', en: 'Visits of its own' },
  joined: { zh: '并入他人检查', en: 'Joined others' },
  refusedShort: { zh: '被拒绝', en: 'Refused' },
  leakageTitle: { zh: '上限外检查的事由', en: 'Why visits stood outside the limits' },
  leakageText: { zh: '按事由和发起部门。', en: 'By cause, and by the authority that asked.' },
  noLeakage: { zh: '全年没有上限外检查。', en: 'No visit stood outside the limits.' },
  authority: { zh: '部门', en: 'Authority' },
  requests: { zh: '检查申请', en: 'Requests' },
  overridden: { zh: '突破上限', en: 'Overrides' },
  outsideShort: { zh: '上限外', en: 'Outside' },
  cause: { zh: '事由', en: 'Cause' },
  share: { zh: '占比', en: 'Share' },
  limit: { zh: '上限', en: 'Limit' },
  limitsTitle: { zh: '各项上限', en: 'Limit by limit' },
  limitFirms: { zh: '名额用完的企业', en: 'Firms with no place left' },
  firm: { zh: '企业', en: 'Firm' },
  mostTitle: { zh: '检查最多的企业', en: 'The firms that bore the most' },
  missedTitle: { zh: '没有安排的最低频次和法定检查', en: 'Floors and legal duties in no visit' },
  missedMore: { zh: '另有 {n} 项，见 floors.csv。', en: '{n} more stand in floors.csv.' },
  noneMissed: { zh: '全部已安排。', en: 'Every one of them has its visit.' },
  demand: { zh: '检查需求', en: 'Demand' },
  item: { zh: '事项', en: 'Item' },
  due: { zh: '截止日', en: 'Due by' },
  visitsBefore: { zh: '合并前次数', en: 'Visits before' },
  visitsAfter: { zh: '合并后次数', en: 'Visits after' },
  daysAfter: { zh: '合并后天数', en: 'Days after' },
  none: { zh: '无', en: 'none' },
  'cause-complaint': { zh: '投诉举报', en: 'complaint' },
  'cause-transfer': { zh: '转办交办', en: 'transfer' },
  'cause-case': { zh: '案件', en: 'case' },
  'cause-monitoring': { zh: '监测', en: 'monitoring' },
  'cause-request': { zh: '企业申请', en: 'the firm’s request' },
  'cause-emergency': { zh: '突发', en: 'emergency' },
} as const satisfies Record<string, Readonly<Record<Lang, string>>>;

/** A word of the page. */
export type BurdenWord = keyof typeof BURDEN_WORDS;

/** A cause of a visit outside the limits, in words; one of an authority's own as it stands. */
export const causeIn =
  (say: Say) =>
  (cause: string): string =>
    isForCause(cause) ? say(`cause-${cause}`) : cause === 'none' ? say('none') : cause;

const isForCause = (cause: string): cause is ForCause =>
  (FOR_CAUSE as readonly string[]).includes(cause);

/** Says a word of the page in one language, with its values in their places. */
export type Say = (word: BurdenWord, values?: Readonly<Record<string, string>>) => string;

export const sayIn =
  (lang: Lang): Say =>
  (word, values = {}) =>
    BURDEN_WORDS[word][lang].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
