import type { TicketCode } from '../ticket/codes.js';
import type { Texts } from './text.js';

export const ticketTexts = {
  'bad-entropy': {
    zh: '随机源有误：`{given}`；至少一项，标签不得重复，标签和数值只含 A-Z a-z 0-9 . _ : -。请按公示甲所列的来源与顺序填写',
    en: 'bad entropy: `{given}`; expected at least one source, no label twice, labels and values of A-Z a-z 0-9 . _ : -. Give those of notice A, in its order',
  },
  'bad-seed': {
    zh: '种子有误：`{given}`；应为 64 位小写十六进制数。请使用 drawSeed 的结果',
    en: 'bad seed: `{given}`; expected 64 lower-case hex digits. Use what drawSeed gives',
  },
  'bad-purpose': {
    zh: '密钥用途有误：`{given}`；应为 `select:分组`、`visit`、`level`、`pair` 或 `pair:2` 起的序号。请改用其中之一',
    en: 'bad purpose of a key: `{given}`; expected `select:<group>`, `visit`, `level`, `pair` or `pair:<2, 3, …>`. Use one of these',
  },
  'bad-key': {
    zh: '密钥有误：`{given}`；应为 64 位小写十六进制数。请使用 drawKey 的结果',
    en: 'bad key: `{given}`; expected 64 lower-case hex digits. Use what drawKey gives',
  },
  'bad-entropy-value': {
    zh: '随机源 `{label}` 的数值 `{given}` 不合公示甲所定的形式；应为 {expected}。请按说明重新抄录',
    en: 'the value `{given}` of entropy source `{label}` has not the form notice A fixed; expected {expected}. Copy it again as the instructions say',
  },
  'beacon-differs': {
    zh: 'drand 轮次核验未通过：`{field}` 为 `{given}`。请从另一台服务器重新取得',
    en: 'the round of drand does not hold: `{field}` is `{given}`. Get it again from another server',
  },
  'bad-round': {
    zh: 'drand 轮次有误：`{given}`；应为 1 至 {expected} 的整数',
    en: 'bad round of drand: `{given}`; expected an integer from 1 to {expected}',
  },
  'no-such-instant': {
    zh: '没有这个时刻：`{given}`；应写作 2026-01-15T12:00:00Z，或带 +08:00 之类的时差',
    en: 'no such instant: `{given}`; write it as 2026-01-15T12:00:00Z, or with an offset such as +08:00',
  },
} satisfies Texts<TicketCode>;
