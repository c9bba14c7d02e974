import { finish, initialState, sha256, stateHex, takeBlocks } from './sha256.js';
import { writeUtf8 } from './utf8.js';

/** The digest of a text that comes piece by piece; no piece ends within a sign. */
export interface Sha256Pieces {
  readonly take: (piece: string) => void;
  /** The digest of all that was taken, as 64 lower-case hex digits. */
  readonly done: () => string;
}

/** So many units of a piece are written at once; none takes more than three bytes. */
const UNITS = 1 << 14;

/** `sha256` of the pieces joined, without joining them; the memory is that of one piece. */
export function sha256Pieces(): Sha256Pieces {
  /** Held back, because what comes in one piece needs no memory of its own. */
  let first: string | undefined;
  let rest: ReturnType<typeof blockwise> | undefined;
  return {
    take(piece) {
      if (rest !== undefined) rest.take(piece);
      else if (first === undefined) first = piece;
      else {
        rest = blockwise();
        rest.take(first);
        rest.take(piece);
      }
    },
    done: () => (rest === undefined ? sha256(first ?? '') : rest.done()),
  };
}

function blockwise(): Sha256Pieces {
  const state = initialState();
  const block = new Int32Array(16);
  const bytes = new Uint8Array(64 + 3 * UNITS);
  let held = 0;
  let taken = 0;
  return {
    take(piece) {
      for (let at = 0; at < piece.length; ) {
        const end = endOf(piece, at);
        held = writeUtf8(piece.slice(at, end), bytes, held);
        at = end;
        const whole = takeBlocks(state, bytes, held, block);
        bytes.copyWithin(0, whole, held);
        held -= whole;
        taken += whole;
      }
    },
    done() {
      finish(state, bytes, held, taken);
      return stateHex(state);
    },
  };
}

/** Where the next part of a piece ends: not between the halves of a surrogate pair. */
function endOf(piece: string, at: number): number {
  const end = at + UNITS;
  if (end >= piece.length) return piece.length;
  const last = piece.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}
