import { requireArgument } from '../core/argument.js';
import type { Lang } from './markdown.js';
import { noticeAMarkdown } from './markdownA.js';
import { noticeBMarkdown } from './markdownB.js';
import type { NoticeA, NoticeB } from './notices.js';

/** Either notice as a page people read, in Chinese or English. */
export function noticeMarkdown(notice: NoticeA | NoticeB, lang: Lang): string {
  requireArgument('noticeMarkdown', 'notice', notice, { schema: 'string' });
  return notice.schema === 'evenhand/notice-a/1'
    ? noticeAMarkdown(notice, lang)
    : noticeBMarkdown(notice, lang);
}
