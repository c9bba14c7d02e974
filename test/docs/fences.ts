import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A runnable piece of documentation, and where it stands. */
export interface Fence {
  readonly file: string;
  /** The line of the opening mark, from 1. */
  readonly line: number;
  readonly code: string;
}

export const root = join(import.meta.dirname, '../..');

/** Every ```ts fence of the pages and of the doc comments; one marked `ts no-run` is only shown. */
export function fences(): Fence[] {
  const pages = readdirSync(root).filter((name) => name.endsWith('.md'));
  const deeper = ['docs', 'src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|ts)$/.test(name))
      .map((name) => join(folder, name)),
  );
  return [...pages, ...deeper.sort()].flatMap((file) =>
    fencesOf(file, readFileSync(join(root, file), 'utf8')),
  );
}

export function fencesOf(file: string, text: string): Fence[] {
  return [...text.matchAll(/^([ \t*]*)```ts\n([\s\S]*?)^[ \t*]*```/gm)].map((match) => {
    const inComment = match[1]?.includes('*') === true;
    const code = match[2] ?? '';
    return {
      file,
      line: text.slice(0, match.index).split('\n').length,
      code: inComment ? code.replaceAll(/^[ \t]*\* ?/gm, '') : code,
    };
  });
}
