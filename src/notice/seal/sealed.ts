/**
 * Notice B before it is opened: its digests and nothing else. It binds the organ to what was drawn,
 * and nobody learns who will be visited.
 */
export interface SealedB {
  readonly schema: 'evenhand/sealed-b/1';
  readonly scheme: 'double-random/1';
  readonly mode: 'authoritative' | 'simulation';
  readonly drawId: string;
  /** The digest of notice A. */
  readonly noticeA: string;
  /** The digest of notice B, which is published later. */
  readonly noticeB: string;
  /** The digest of samples, visits, desk checks, deferrals and loads. */
  readonly result: string;
  readonly digest: string;
}
