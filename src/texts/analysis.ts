import type { AnalysisCode } from '../programme/analysis/codes.js';
import type { Texts } from './text.js';

export const analysisTexts = {
  'bin-unreachable': {
    zh: '区间 `{given}` 不在输入 `{input}` 的取值范围之内，永远用不到；请核对分界值或取值范围',
    en: 'no value of `{input}` lies in the bin `{given}`; check the bounds, or the ends of the input',
  },
  'entry-unreachable': {
    zh: '`{input}` 的条目 `{given}` 永远用不到；请删去或核对取值',
    en: 'no value of `{input}` comes to the entry `{given}`; remove it, or check the values',
  },
  'never-holds': {
    zh: '规则 `{given}` 的条件对任何主体都不成立；请核对条件',
    en: 'the condition of `{given}` holds for nobody; check it',
  },
  'always-holds': {
    zh: '规则 `{given}` 的条件对任何主体都成立；请核对条件，或去掉条件',
    en: 'the condition of `{given}` holds for everybody; check it, or leave it out',
  },
  'points-turn-round': {
    zh: '`{input}` 的分值时升时降：增大后由 {expected} 分变为 {given} 分；如属有意请在依据中说明',
    en: 'the points for `{input}` turn round: as it grows they go from {expected} to {given}; if that is meant, say so in the citation',
  },
  'missing-rewarded': {
    zh: '规则 `{rule}`：不提供数据得 {given} 分，优于如实提供时最差的 {expected} 分；隐瞒有利可图，请调整缺失时的分值',
    en: 'rule `{rule}`: not to be known gives {given} points, better than the {expected} of the worst known value, so it pays to withhold; change the points for missing',
  },
  'cap-unreachable': {
    zh: '`{part}` 的上限为 {given}，而各项相加最多只有 {expected}；请核对上限或各项分值',
    en: 'the maximum of `{part}` is {given}, but its terms reach only {expected}; check the one or the others',
  },
  'floor-unreachable': {
    zh: '`{part}` 的下限为 {given}，而各项相加最少也有 {expected}；请核对下限或各项分值',
    en: 'the minimum of `{part}` is {given}, but its terms never go below {expected}; check the one or the others',
  },
  'cap-cuts': {
    zh: '`{part}` 的界限为 {given}，而各项相加可达 {expected}，超出部分不计；如属有意可不处理',
    en: '`{part}` ends at {given}, but its terms reach {expected}, and what is beyond is lost; leave it if that is meant',
  },
  'band-unreachable': {
    zh: '没有任何得分落入 `{level}` 的区间 `{given}`；请核对分界值',
    en: 'no total lies in the band `{given}` of `{level}`; check the edges',
  },
  'edge-unattained': {
    zh: '`{level}` 的分界值 {given} 不可能恰好得到，最接近的得分为 {expected}；请核对分界值',
    en: 'no total is exactly {given}, the edge of `{level}`; the nearest are {expected}; check the edge',
  },
  'gate-never': {
    zh: '第 {given} 道条件（`{level}`）没有任何主体能到达并通过；请核对条件和次序',
    en: 'nobody comes to gate {given} (`{level}`) and passes it; check its conditions and the order',
  },
  'level-unreachable': {
    zh: '没有任何主体能得到等级 `{given}`；请核对分界值、条件和调整规则',
    en: 'nobody can come to the level `{given}`; check bands, gates and overrides',
  },
  'cell-unreachable': {
    zh: '`{rule}` 的单元 `{given}` 没有任何主体能落入；请核对各维的取值',
    en: 'nobody can stand in the cell `{given}` of `{rule}`; check what its sides can be',
  },
  'level-turns-round': {
    zh: '`{input}` 改变后得分变差，等级却由 `{expected}` 变为更好的 `{given}`；请核对条件',
    en: 'a change of `{input}` makes the score worse and the level better: from `{expected}` to `{given}`; check the gates',
  },
  undecided: {
    zh: '`{given}` 的情形未能逐一尝试（上限 {expected}），其中有无到不了的部分未定；可调大 limit，或用测试用例核对',
    en: 'not every case of `{given}` could be tried (limit {expected}), so what nobody reaches in it stays open; try a larger limit, or test it by cases',
  },
  'often-turns-round': {
    zh: '较差的等级或单元检查反而较少：`{given}`，相邻较好的为 `{expected}`；如属有意可不处理',
    en: 'a worse level or cell is visited less: `{given}` against `{expected}` of the better one beside it; leave it if that is meant',
  },
  'tier-turns-round': {
    zh: '较差的单元综合等级反而较好：`{given}`，相邻较好的单元为 `{expected}`；请核对矩阵',
    en: 'a worse cell has the better tier: `{given}` against `{expected}` of the better one beside it; check the matrix',
  },
  'zero-share': {
    zh: '`{given}` 的抽取比例为零，其中的主体知道不会被抽到；请设较小的比例',
    en: 'the share drawn of `{given}` is zero, so that those in it know they are safe; a small share is better',
  },
  'never-visited': {
    zh: '等级 `{given}` 的检查次数上限为零，永远不会被检查；请核对上限',
    en: 'the most visits of level `{given}` are none, so that nobody in it is ever visited; check the cap',
  },
  'tempo-empty': {
    zh: '等级 `{given}` 既无最长间隔、上限、窗口，也无抽取比例：多久检查一次没有规定；请补上，或在 untranslated 中说明',
    en: 'nothing says how often level `{given}` is visited: it has no longest gap, cap, window or share; add one, or say why in untranslated',
  },
  'tempo-collides': {
    zh: '检查窗口的末端为 {given}，应为 {expected}（最长、最短间隔），两者不能同时满足；请修改其一',
    en: 'the window closes after {given}, but the longest or the shortest gap asks for {expected}, and both cannot be kept; change one',
  },
  'transition-never': {
    zh: '`{rule}` 的转移 `{given}` 永远不会发生：条件不可能达到，或总被前面的转移抢先；请核对条件和次序',
    en: 'the step `{given}` of `{rule}` is never taken: what it waits for cannot come, or an earlier step always takes it first; check both',
  },
  'over-capacity': {
    zh: '预计每年需检查 {given} 次，超过可承担的 {expected} 次；请降低比例、频次或增加力量',
    en: 'about {given} visits a year are to be expected, more than the {expected} that can be made; lower shares or frequencies, or add staff',
  },
  'no-sunset': {
    zh: '`{given}` 给予减免或保护，但没有终止日；请注明 sunset',
    en: '`{given}` relieves or protects without a last day; state its sunset',
  },
  'sunset-over': {
    zh: '终止日 `{given}` 早于文件生效日 `{expected}`，规则从未生效；请核对日期',
    en: 'the last day `{given}` lies before the document begins on `{expected}`, so the rule never applies; check the days',
  },
  'citation-missing': {
    zh: '`{given}` 没有依据；请注明 cite',
    en: '`{given}` has no source; state its cite',
  },
  'citation-unused': {
    zh: '依据 `{given}` 没有被任何规则引用；请核对引用或删去',
    en: 'no rule leans on the citation `{given}`; check the cites, or remove it',
  },
  'validity-gap': {
    zh: '`{given}` 在 {expected} 期间没有有效版本；请核对起止日',
    en: 'no version of `{given}` is in force on {expected}; check the days',
  },
  'input-unused': {
    zh: '没有规则使用输入 `{given}`；请删去或补上规则',
    en: 'no rule reads the input `{given}`; remove it, or add the rule',
  },
  'value-unused': {
    zh: '没有规则使用派生值 `{given}`；请删去或补上规则',
    en: 'nothing reads the value `{given}`; remove it, or add the rule',
  },
  'part-unused': {
    zh: '没有评分项属于 `{given}` 部分；请删去或补上',
    en: 'no term belongs to the part `{given}`; remove it, or add the terms',
  },
  'event-unused': {
    zh: '名录中的事件种类 `{given}` 没有任何规则计分或查问，一概不起作用（规则所用：{expected}）；请核对拼写，如属有意可不处理',
    en: 'no rule counts or asks for the events `{given}` of the register, so that they weigh nothing (rules know {expected}); check the spelling, or leave it if that is meant',
  },
  'document-unused': {
    zh: '文件 `{given}` 在方案中没有角色；请在 roles 中指定或删去',
    en: 'the document `{given}` plays no role in the programme; name it in roles, or remove it',
  },
} satisfies Texts<AnalysisCode>;
