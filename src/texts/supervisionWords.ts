import type { LeniencyDecision } from '../inspection/leniency/judgeLeniency.js';
import type { Answer } from '../register/condition.js';
import type { ApprovalDecision } from '../risk/approval/answerApplication.js';
import type { ApprovalTier } from '../risk/approval/approvalRules.js';
import type { CoverageLine } from '../risk/key/keyCoverage.js';
import type { WarningAct } from '../risk/warnings/warningRules.js';
import type { SandboxState } from '../sandbox/sandboxStatus.js';
import type { Texts } from './text.js';

/** The way a permit is given. */
export const approvalTierWords = {
  'exempt-unless-forbidden': { zh: '非禁免批', en: 'free unless forbidden' },
  filing: { zh: '备查', en: 'filing' },
  commitment: { zh: '告知承诺', en: 'commitment' },
  strict: { zh: '严格审批', en: 'strict' },
} satisfies Texts<ApprovalTier>;

/** What an application comes to. */
export const approvalWords = {
  needless: { zh: '无须办理', en: 'needless' },
  filed: { zh: '已备查', en: 'filed' },
  granted: { zh: '准予', en: 'granted' },
  'to-examine': { zh: '转入审查', en: 'to be examined' },
  incomplete: { zh: '材料不全', en: 'incomplete' },
  asked: { zh: '待查明', en: 'asked' },
  forbidden: { zh: '属禁止事项', en: 'forbidden' },
} satisfies Texts<ApprovalDecision>;

/** What a leniency list says of a violation. */
export const leniencyWords = {
  granted: { zh: '不予处罚', en: 'granted' },
  may: { zh: '可以不予处罚', en: 'may be granted' },
  asked: { zh: '待查明', en: 'asked' },
  refused: { zh: '不符合免罚条件', en: 'refused' },
  unlisted: { zh: '清单未列', en: 'unlisted' },
} satisfies Texts<LeniencyDecision['outcome']>;

/** Whether a condition holds. */
export const answerWords = {
  yes: { zh: '符合', en: 'yes' },
  no: { zh: '不符合', en: 'no' },
  missing: { zh: '未知', en: 'not known' },
} satisfies Texts<Answer>;

/** Where an admitted entity stands. */
export const sandboxWords = {
  'not-yet': { zh: '未开始', en: 'not yet' },
  observing: { zh: '观察期', en: 'observing' },
  inside: { zh: '沙盒内', en: 'inside' },
  ended: { zh: '已期满', en: 'ended' },
  triggered: { zh: '已触发退出', en: 'triggered' },
  withdrawn: { zh: '已自行退出', en: 'withdrawn' },
} satisfies Texts<SandboxState>;

/** What a warning asks for. */
export const warningActWords = {
  alert: { zh: '提示', en: 'alert' },
  step: { zh: '调整等级', en: 'step' },
  check: { zh: '核查', en: 'check' },
} satisfies Texts<WarningAct['do']>;

/** Why an item of key supervision is missing. */
export const missingWords = {
  'no-visit': { zh: '未检查', en: 'no visit' },
  'not-while-listed': { zh: '列入期间未检查', en: 'no visit while listed' },
} satisfies Texts<NonNullable<CoverageLine['why']>>;
