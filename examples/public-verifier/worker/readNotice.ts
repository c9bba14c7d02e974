import type { Issue } from 'evenhand/core';
import {
  type NoticeA,
  type NoticeB,
  type PlanAmendment,
  type Proof,
  type SealedB,
  safeParseAmendment,
  safeParseProof,
  safeParseSealed,
} from 'evenhand/notice';
import { FileFault } from './fileFault.js';

/**
 * A notice as it came: which one it says it is, and its data, whose shape nobody has checked yet; or a
 * sealed notice B, an amendment or the proof of one firm, which have their shape.
 */
export type ReadNotice =
  | { readonly role: 'notice-a'; readonly notice: NoticeA }
  | { readonly role: 'notice-b'; readonly notice: NoticeB }
  | { readonly role: 'sealed'; readonly sealed: SealedB }
  | { readonly role: 'amendments'; readonly amendment: PlanAmendment }
  | { readonly role: 'proof'; readonly proof: Proof };

/**
 * Reads a notice out of a JSON file. The shape of notices A and B is checked with all else by `verifyDraw`.
 *
 * @throws FileFault where it is not UTF-8, not JSON, no notice, one of another version, or not whole
 */
export async function readNotice(file: File): Promise<ReadNotice> {
  const value = parsed(file.name, textOf(file.name, await file.arrayBuffer()));
  const schema = typeof value === 'object' && value !== null && 'schema' in value && value.schema;
  if (schema === 'evenhand/notice-a/1') return { role: 'notice-a', notice: value as NoticeA };
  if (schema === 'evenhand/notice-b/1') return { role: 'notice-b', notice: value as NoticeB };
  if (schema === 'evenhand/sealed-b/1') {
    return { role: 'sealed', sealed: whole(file, safeParseSealed(value)) };
  }
  if (schema === 'evenhand/amendment/1') {
    return { role: 'amendments', amendment: whole(file, safeParseAmendment(value)) };
  }
  if (schema === 'evenhand/proof/1') {
    return { role: 'proof', proof: whole(file, safeParseProof(value)) };
  }
  const isOther = /^evenhand\/(notice-[ab]|sealed-b|amendment|proof)\//.test(String(schema));
  throw new FileFault(
    file.name,
    isOther ? 'other-version' : 'not-a-notice',
    String(schema || '').slice(0, 80),
  );
}

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

function whole<T>({ name }: File, read: Read<T>): T {
  if (read.ok) return read.value;
  const { path = [], code = '' } = read.issues[0] ?? {};
  throw new FileFault(name, 'not-whole', `${path.join('.')} ${code}`.trim().slice(0, 80));
}

function textOf(name: string, bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault(name, 'not-utf-8', '');
  }
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileFault(
      name,
      'not-json',
      error instanceof Error ? error.message.slice(0, 120) : '',
    );
  }
}
