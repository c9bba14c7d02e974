import { type NoticeA, type NoticeB, type Proof, safeParseProof } from 'evenhand/notice';
import { FileFault } from './fileFault.js';

/**
 * A notice as it came: which one it says it is, and its data, whose shape nobody has checked yet; or the
 * proof of one firm, which has its shape.
 */
export type ReadNotice =
  | { readonly role: 'notice-a'; readonly notice: NoticeA }
  | { readonly role: 'notice-b'; readonly notice: NoticeB }
  | { readonly role: 'proof'; readonly proof: Proof };

/**
 * Reads a notice out of a JSON file. Its shape is checked with all else by `verifyDraw`.
 *
 * @throws FileFault where it is not UTF-8, not JSON, no notice, or one of another version
 */
export async function readNotice(file: File): Promise<ReadNotice> {
  const value = parsed(file.name, textOf(file.name, await file.arrayBuffer()));
  const schema = typeof value === 'object' && value !== null && 'schema' in value && value.schema;
  if (schema === 'evenhand/notice-a/1') return { role: 'notice-a', notice: value as NoticeA };
  if (schema === 'evenhand/notice-b/1') return { role: 'notice-b', notice: value as NoticeB };
  const proof = safeParseProof(value);
  if (proof.ok) return { role: 'proof', proof: proof.value };
  const isOther = typeof schema === 'string' && schema.startsWith('evenhand/notice-');
  throw new FileFault(
    file.name,
    isOther ? 'other-version' : 'not-a-notice',
    String(schema || '').slice(0, 80),
  );
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
