export type { FrameRow, VerifyOptions } from './checks/case.js';
export { noticeAMarkdown } from './markdownA.js';
export { noticeBMarkdown } from './markdownB.js';
export { noticeA } from './noticeA.js';
export { noticeB } from './noticeB.js';
export { noticeMarkdown } from './noticeMarkdown.js';
export type {
  NoticeA,
  NoticeB,
  NoticeSample,
  NoticeStratum,
  NoticeTask,
  NoticeVisit,
} from './notices.js';
export { parseNoticeA, parseNoticeB, safeParseNoticeA, safeParseNoticeB } from './parseNotice.js';
export { CHECKS, type Check, type CheckName, type Verification } from './verification.js';
export { verifyDraw } from './verifyDraw.js';
