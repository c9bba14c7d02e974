import type { Citation } from '../document/document.js';

/** How civil law counts periods, which every rule of publication relies on. */
export const civilPeriods: Citation = {
  id: 'civil-code-periods',
  title: '中华人民共和国民法典',
  article: '第二百零一条、第二百零二条',
  published: '2020-05-28',
  confidence: 'recalled',
  note: '开始的当日不计入,自下一日开始计算;到期月的对应日为期间的最后一日,没有对应日的,月末日为最后一日。',
};

/** What a published rule leaves open and a document has to say. */
export const leftOpen: Citation = {
  id: 'left-open',
  title:
    'Left open by the text that was read: set to the plainest reading, and to be decided by who uses it',
  confidence: 'example',
};
