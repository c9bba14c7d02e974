export type {
  Addition,
  AmendedVisit,
  PlanAct,
  PlanAmendment,
  Substitution,
} from './amend/amendment.js';
export { amendmentMarkdown } from './amend/amendmentMarkdown.js';
export { amendPlan } from './amend/amendPlan.js';
export { parseAmendment, safeParseAmendment } from './amend/parseAmendment.js';
export { planAsAmended } from './amend/planAsAmended.js';
export { type PlanNow, planNow } from './amend/planNow.js';
export {
  type AmendmentOptions,
  type AmendmentVerifier,
  amendmentVerifier,
  verifyAmendments,
} from './amend/verifyAmendments.js';
export type { FrameRow, VerifyOptions } from './checks/case.js';
export { NOTICE_CODES, type NoticeCode } from './codes.js';
export { deferralText } from './deferralText.js';
export { checkDrawRegister } from './drawRegister/checkDrawRegister.js';
export {
  type DrawEntry,
  type DrawRegister,
  drawRegister,
  type RegisteredDraw,
  withDraw,
} from './drawRegister/drawRegister.js';
export { parseDrawRegister, safeParseDrawRegister } from './drawRegister/parseDrawRegister.js';
export { noticeAMarkdown } from './markdownA.js';
export { noticeBMarkdown } from './markdownB.js';
export { noticeA } from './noticeA.js';
export { noticeB } from './noticeB.js';
export { noticeMarkdown } from './noticeMarkdown.js';
export type {
  NoticeA,
  NoticeB,
  NoticeJoined,
  NoticeSample,
  NoticeStratum,
  NoticeTask,
  NoticeUnit,
  NoticeVisit,
} from './notices.js';
export { parseNoticeA, parseNoticeB, safeParseNoticeA, safeParseNoticeB } from './parseNotice.js';
export { changesFor, type PlaceChange } from './proof/changesFor.js';
export { checkProof, type ProofAnswer } from './proof/checkProof.js';
export { parseProof, safeParseProof } from './proof/parseProof.js';
export type { Proof } from './proof/proof.js';
export { proveEntity } from './proof/proveEntity.js';
export { checkSeal, type Holds } from './seal/checkSeal.js';
export { parseSealed, safeParseSealed } from './seal/parseSealed.js';
export type { SealedB } from './seal/sealed.js';
export { sealNotice } from './seal/sealNotice.js';
export { CHECKS, type Check, type CheckName, type Verification } from './verification.js';
export { type DrawVerifier, drawVerifier, verifyDraw } from './verifyDraw.js';
