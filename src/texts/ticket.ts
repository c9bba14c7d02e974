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
    zh: '密钥用途有误：`{given}`；应为 `select:分组`、`visit`、`pair` 或 `pair:2` 起的序号。请改用其中之一',
    en: 'bad purpose of a key: `{given}`; expected `select:<group>`, `visit`, `pair` or `pair:<2, 3, …>`. Use one of these',
  },
  'bad-key': {
    zh: '密钥有误：`{given}`；应为 64 位小写十六进制数。请使用 drawKey 的结果',
    en: 'bad key: `{given}`; expected 64 lower-case hex digits. Use what drawKey gives',
  },
} satisfies Texts<TicketCode>;
