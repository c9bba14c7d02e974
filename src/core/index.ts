export { canonicalJson, type Json } from './canonicalJson.js';
export { CORE_CODES, type CoreCode } from './codes.js';
export {
  addDays,
  addMonths,
  addPeriod,
  type Day,
  type DayRange,
  dayNumber,
  dayOf,
  daysBetween,
  isDay,
  type Period,
  yearRange,
} from './day.js';
export { type Decimal, decimalText, isDecimal, scaled } from './decimal.js';
export { digest, ownDigest, saltedCommitment } from './digest.js';
export { EvenhandError, isEvenhandError } from './error.js';
export { checkedId, checkedName, identifierFault } from './identifier.js';
export type { Issue, IssueParam, Severity } from './issue.js';
export { merkleRoot } from './merkle.js';
export { checkInclusion, type Inclusion, inclusionProof } from './merkleProof.js';
export { compareBytes, sortedBy } from './order.js';
export { isRatio, parseRatio, type Ratio } from './ratio.js';
export type { Rows } from './rows.js';
export { schemaIssues } from './schemaIssue.js';
export { sha256, sha256Bytes } from './sha256.js';
