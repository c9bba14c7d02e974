import type { CheckName, NoticeA, NoticeB, PlaceChange, Verification } from 'evenhand/notice';

/** What the page asks of its worker. */
export type Request =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'digest'; readonly digest: string | undefined }
  | { readonly kind: 'firm'; readonly code: string }
  /** To make a firm's proof out of the frame. */
  | { readonly kind: 'proof'; readonly code: string; readonly task: string };

/** What the worker tells the page. */
export type Reply =
  | { readonly kind: 'read'; readonly material: Material }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'verified'; readonly outcome: Outcome }
  | { readonly kind: 'later'; readonly later: Later }
  | { readonly kind: 'firm'; readonly answer: FirmAnswer };

/** A file that was understood. */
export type Material =
  | { readonly role: 'notice-a' | 'notice-b'; readonly name: string; readonly drawId: string }
  | { readonly role: 'frame'; readonly name: string; readonly rows: number }
  | { readonly role: 'proof'; readonly name: string; readonly id: string }
  | { readonly role: 'sealed'; readonly name: string; readonly drawId: string }
  | { readonly role: 'amendments'; readonly name: string; readonly count: number };

/** Why a file is no use; the texts are in `page/words.ts`. */
export interface Fault {
  readonly name: string;
  readonly code:
    | 'not-utf-8'
    | 'not-json'
    | 'not-a-notice'
    | 'other-version'
    | 'not-whole'
    | 'no-frame'
    | 'bad-row'
    | 'not-computable'
    | 'unreadable';
  readonly given: string;
}

export type Progress =
  | { readonly stage: 'reading'; readonly name: string; readonly share: number }
  | { readonly stage: 'checking'; readonly withFrame: boolean }
  | { readonly stage: 'proving' }
  | { readonly stage: 'done' };

/** The first field that differs. */
export interface Difference {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** Whether something holds, and where it does not. */
export interface Shown {
  readonly ok: boolean;
  readonly difference?: Difference;
}

/** What was published beside the two notices: the seal of notice B, and amendments. */
export interface Later {
  /** `isOpened`: whether notice B is there to compare the seal with. */
  readonly seal?: Shown & {
    readonly digest: string;
    readonly noticeB: string;
    readonly isOpened: boolean;
  };
  /** Whether all amendments hold; left out as long as a notice is missing. */
  readonly chain?: Shown;
  readonly amendments: readonly Amended[];
}

/** One amendment: what was done, and all that followed. */
export interface Amended {
  readonly number: number;
  readonly digest: string;
  readonly act:
    | {
        readonly kind: 'strike';
        readonly task: string;
        readonly entity: string;
        readonly reason: string;
        /** Left out where its stratum has no substitute left. */
        readonly substitute?: string;
        readonly ticket?: string;
      }
    | {
        readonly kind: 'absence';
        readonly inspector: string;
        readonly from: string;
        readonly to: string;
      }
    | {
        readonly kind: 'top-up';
        readonly task: string;
        readonly total: number;
        readonly reason: string;
        /** Stratum by stratum how many more, and how many now. */
        readonly strata: readonly {
          readonly stratum: string;
          readonly more: number;
          readonly quota: number;
        }[];
      };
  readonly visits: readonly Pick<NoticeB['visits'][number], 'entity' | 'kind' | 'day'>[];
  /** Who is checked without a visit now, and for which task. */
  readonly desk: readonly { readonly entity: string; readonly task: string }[];
  readonly teams: readonly {
    readonly visit: string;
    readonly members: readonly string[];
    readonly leader: string;
  }[];
  readonly unstaffed: readonly string[];
}

/** The checks, what the verifier had besides the notices, and the draw at a glance. */
export interface Outcome {
  readonly verification: Verification;
  readonly hasFrame: boolean;
  readonly hasDigest: boolean;
  /** What each check that fails is about, where the notices have their shape. */
  readonly places: Readonly<Partial<Record<CheckName, readonly Place[]>>>;
  /** Left out where a notice has not even its shape. */
  readonly draw?: Draw;
}

/** A part of what a field is about, in words the page has. */
export interface Place {
  readonly kind:
    | 'task'
    | 'stratum'
    | 'selected'
    | 'substitutes'
    | 'firm'
    | 'day'
    | 'officer'
    | 'source';
  readonly name: string;
}

/** A draw at a glance: what its pictures show. */
export interface Draw {
  readonly drawId: string;
  readonly organ: string;
  readonly year: number;
  readonly asOf: string;
  readonly mode: NoticeA['mode'];
  readonly software: string;
  readonly method: string;
  readonly policy: string;
  readonly digestOfA: string;
  readonly digestOfB: string;
  readonly entropy: NoticeB['entropy'];
  readonly seed: string;
  readonly tasks: readonly DrawnTask[];
  readonly visits: number;
  readonly desk: number;
  readonly deferred: number;
  readonly inspectors: number;
  readonly bands: readonly Band[];
  readonly witness?: NoticeB['witness'];
}

export interface DrawnTask {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly drawn: number;
  readonly certain: number;
  readonly strata: readonly {
    readonly code: string;
    readonly size: number;
    readonly drawn: number;
  }[];
}

/** Officers who share a band of loads, and how many of them carry each load in it. */
export interface Band {
  readonly low: number;
  readonly high: number;
  readonly loads: readonly { readonly load: number; readonly officers: number }[];
}

/** What a draw means for one firm. */
export interface FirmAnswer {
  /** As it was looked up. */
  readonly code: string;
  /** As it was typed, where that is not the same. */
  readonly typed?: string;
  /** Why the text can be no code at all; then nothing else is filled in. */
  readonly impossible?: string;
  /** Whether notices or frame name it anywhere. */
  readonly isKnown: boolean;
  readonly hasFrame: boolean;
  readonly seedText: string;
  readonly tasks: readonly FirmTask[];
  readonly visits: readonly FirmVisit[];
  readonly desk: readonly string[];
  readonly deferred: readonly {
    readonly task: string;
    readonly item: string;
    readonly reason: string;
  }[];
}

export interface FirmTask {
  readonly id: string;
  readonly name: string;
  readonly keyText: string;
  readonly key: string;
  readonly ticket: string;
  /** Where the order of tickets begins for this task; 0 unless it is spread from others. */
  readonly offset: number;
  readonly result: FirmResult;
  /** Its place in the frame proven by hashes, once its proof is there. */
  readonly proof?: FirmProof;
  /** Whether the frame is there to make a proof of. */
  readonly canProve: boolean;
  /** The amendments that changed it, where they hold. */
  readonly changes: readonly PlaceChange[];
}

/** What a proof says of its firm. */
export interface FirmProof extends Shown {
  readonly inFrame: boolean;
  /** The proof as JSON, to keep. */
  readonly text: string;
  readonly stratum?: string;
  readonly index?: number;
  readonly count?: number;
  readonly hashes?: number;
}

/** How a task ended for a firm. */
export type FirmResult =
  | { readonly kind: 'certain'; readonly reason: string }
  /** In by its weight alone, with the numbers that say so. */
  | ({ readonly kind: 'take-all'; readonly reason: string } & Threshold)
  | ({ readonly kind: 'drawn' | 'substitute'; readonly place: number } & Threshold)
  /** In the frame and above the threshold; `isPassedOver` where it lies below and was not drawn. */
  | ({ readonly kind: 'not-drawn'; readonly isPassedOver: boolean } & Threshold)
  | { readonly kind: 'not-in-frame' }
  /** Not listed, and without the frame its stratum is not known: those that would have drawn it. */
  | {
      readonly kind: 'not-listed';
      readonly strata: number;
      readonly below: readonly string[];
      /** Strata that are drawn by weight, where the ticket alone tells nothing. */
      readonly byWeight: readonly string[];
    };

export interface Threshold {
  readonly stratum: string;
  readonly size: number;
  readonly quota: number;
  readonly lastIn?: string;
  readonly firstOut?: string;
  /** By weight: what the firm weighs, and the keys by which it and the last one in are ordered. */
  readonly weight?: number;
  readonly key?: string;
  readonly lastInKey?: string;
}

export interface FirmVisit {
  readonly kind: NoticeB['visits'][number]['kind'];
  readonly day: string;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly items: readonly string[];
  readonly leader?: string;
  readonly members: readonly string[];
}
