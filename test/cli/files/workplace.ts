import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A real folder of the test file's own, removed when its tests are done. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  return {
    folder,
    /** A path in a folder of its own, where nothing is yet. */
    fresh: (name: string) => join(mkdtempSync(join(folder, `${++count}-`)), name),
    /** A file with this content. */
    file(name: string, content: string | Uint8Array) {
      const path = this.fresh(name);
      writeFileSync(path, content);
      return path;
    },
  };
}

/** Everything an async action threw, as code and parameters. */
export async function thrown(action: () => Promise<unknown>) {
  try {
    await action();
  } catch (error) {
    const { code, issues } = error as { code: string; issues?: { params: object }[] };
    return { code, params: issues?.[0]?.params };
  }
  throw new Error('expected an error');
}
