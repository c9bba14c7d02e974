import type { MeasuresCode } from '../measures/codes.js';
import type { Texts } from './text.js';

export const measuresTexts = {
  'unknown-list': {
    zh: '名单 `{given}` 不存在，或没有与此相接的递进规则（已有：{expected}）',
    en: 'there is no list `{given}`, or it does not lead here (known: {expected})',
  },
  'apply-after-term': {
    zh: '名单 `{given}` 可申请移出之日不早于期满之日；请更正',
    en: 'who is on `{given}` may apply to leave no earlier than it ends; correct one of the two',
  },
  'list-without-exit': {
    zh: '名单 `{given}` 没有移出办法；请写明履行义务、期满或申请移出',
    en: 'nobody leaves list `{given}`; say whether by duty done, by term or on application',
  },
  'leave-too-early': {
    zh: '`{given}` 申请移出 `{list}` 过早；最早为 `{expected}`',
    en: 'leaving `{list}` on `{given}` is too early; the first possible day is `{expected}`',
  },
  'unknown-weight': {
    zh: '没有轻重档次 `{given}`（已有：{expected}）',
    en: 'there is no weight `{given}` (known: {expected})',
  },
  'measure-unlisted': {
    zh: '措施 `{given}` 不在清单内，不得实施（清单：{expected}）',
    en: 'measure `{given}` is not on the closed list and may not be taken (listed: {expected})',
  },
  'measure-not-owner': {
    zh: '`{given}` 不是措施 `{measure}` 的实施或配合部门（应为：{expected}）',
    en: '`{given}` neither owns measure `{measure}` nor joins in it (these do: {expected})',
  },
  'measure-without-ground': {
    zh: '措施 `{given}` 没有可依据的等级或名单（可为：{expected}）',
    en: 'measure `{given}` has no ground in a grade or a list (these would be: {expected})',
  },
  'measure-too-long': {
    zh: '措施 `{measure}` 的期限 `{given}` 超过依据允许的 `{expected}`',
    en: 'measure `{measure}` lasts `{given}`, longer than its basis allows: `{expected}`',
  },
  'measure-disproportionate': {
    zh: '措施 `{measure}` 的轻重 `{given}` 超过 {ground} 所能承受的 `{expected}`，过罚不相当',
    en: 'measure `{measure}` is `{given}`, out of proportion to {ground}, which carries `{expected}`',
  },
  'measure-uneven': {
    zh: '措施 `{given}` 适用于较好的等级，却不适用于更差的 `{grade}`；请核对',
    en: 'measure `{given}` is for a better grade and spares the worse `{grade}`; check it',
  },
  'measure-doubled': {
    zh: '措施 `{given}` 与正在实施的 `{by}` 触及同一权益，不得重复',
    en: 'measure `{given}` touches what `{by}` already does; nobody is sanctioned twice for it',
  },
  'proportion-missing': {
    zh: '措施 `{measure}` 的依据 `{given}` 没有写明可承受的轻重；请在 proportion 中补充',
    en: 'nothing says how heavy a sanction `{given}` carries, which measure `{measure}` follows from; add it to `proportion`',
  },
} satisfies Texts<MeasuresCode>;
