import { requireArgument } from '../../core/argument.js';
import { digest, ownDigest } from '../../core/digest.js';

/**
 * What happened to a draw: it was announced with a notice A, drawn with a notice B, topped up by an
 * amendment, once or more often, or abandoned with an explanation. A number that was never used is explained by an abandoned entry of its own.
 */
export interface DrawEntry {
  readonly drawId: string;
  readonly state: 'announced' | 'drawn' | 'topped-up' | 'abandoned';
  /** What is drawn, in words that are the same for the same purpose: `2026 annual plan, fire`. */
  readonly purpose: string;
  /** The digest of notice A. */
  readonly noticeA?: string;
  /** The digest of notice B, or of its sealed form's `noticeB`. */
  readonly noticeB?: string;
  /** The digest of the amendment that topped it up. */
  readonly amendment?: string;
  readonly explanation?: string;
}

/** An entry in its place: it names the one before by its digest. */
export interface RegisteredDraw extends DrawEntry {
  readonly number: number;
  readonly previous: string;
  readonly digest: string;
}

/** All draws of an organ, in the order of what happened; entries are only ever added. */
export interface DrawRegister {
  readonly schema: 'evenhand/draw-register/1';
  readonly organ: string;
  readonly entries: readonly RegisteredDraw[];
}

/**
 * A register of an organ's draws (抽取登记簿): who repeats a draw until it pleases, or drops one after
 * seeing it, leaves a trace here.
 *
 * Publish the digest of its last entry whenever one is added.
 *
 * @param organ - whose draws they are
 * @param entries - in the order of what happened
 * @throws `not-canonical`
 *
 * @source double-random/1 §4, abuses
 * @example
 * ```ts
 * import { checkDrawRegister, drawRegister } from 'evenhand/notice';
 *
 * const purpose = '2026 annual plan';
 * const a = '0'.repeat(64);
 * const register = drawRegister('example', [
 *   { drawId: 'EX-2026-001', state: 'announced', purpose, noticeA: a },
 *   { drawId: 'EX-2026-001', state: 'drawn', purpose, noticeB: '1'.repeat(64) },
 *   { drawId: 'EX-2026-003', state: 'announced', purpose: 'autumn', noticeA: '2'.repeat(64) },
 * ]);
 * checkDrawRegister(register).map(({ code, params }) => [code, params['given']]); // => [['draw-gap', 'EX-2026-002']]
 * ```
 */
export function drawRegister(organ: string, entries: readonly DrawEntry[]): DrawRegister {
  requireArgument('drawRegister', 'entries', entries, 'array');
  const empty: DrawRegister = { schema: 'evenhand/draw-register/1', organ, entries: [] };
  return entries.reduce(withDraw, empty);
}

/** The register with one more entry; the others stay as they are. */
export function withDraw(register: DrawRegister, entry: DrawEntry): DrawRegister {
  requireArgument('withDraw', 'register', register, { entries: 'array' }, 'parseDrawRegister(…)');
  requireArgument('withDraw', 'entry', entry, 'object');
  const { entries } = register;
  const linked = {
    ...entry,
    number: entries.length + 1,
    previous: entries.at(-1)?.digest ?? firstLink(register),
  };
  return { ...register, entries: [...entries, { ...linked, digest: ownDigest(linked) }] };
}

/** What the first entry follows: the register's own name. */
export function firstLink({ schema, organ }: Pick<DrawRegister, 'schema' | 'organ'>): string {
  return digest({ schema, organ });
}
