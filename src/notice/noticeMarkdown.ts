import { requireArgument } from '../core/argument.js';
import type { Lang, Names } from './markdown.js';
import { noticeAMarkdown } from './markdownA.js';
import { noticeBMarkdown } from './markdownB.js';
import type { NoticeA, NoticeB } from './notices.js';

/**
 * Either notice as a page people read, in Chinese or English.
 *
 * @param options.names - authorities by id, whose names notice A shows beside the ids in Chinese
 */
export function noticeMarkdown(
  notice: NoticeA | NoticeB,
  lang: Lang,
  options: { readonly names?: Names } = {},
): string {
  requireArgument('noticeMarkdown', 'notice', notice, { schema: 'string' });
  return notice.schema === 'evenhand/notice-a/1'
    ? noticeAMarkdown(notice, lang, options)
    : noticeBMarkdown(notice, lang);
}
