import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFault } from './fileFault.js';

/** A file for what memory shall not hold; what was never written reads as zeros. */
export interface ScratchFile {
  /** Writes behind the end, and says where that was. */
  append(data: NodeJS.ArrayBufferView): number;
  write(data: NodeJS.ArrayBufferView, at: number): void;
  read(into: NodeJS.ArrayBufferView, at: number): void;
}

/**
 * A folder of one's own below the system's folder for such things (`TMPDIR`), gone when it is closed. Its files
 * lose their names as soon as they are open, so that they are gone with the process, however that ends.
 */
export interface Scratch {
  readonly folder: string;
  file(): ScratchFile;
  close(): Promise<void>;
}

/** @throws `cannot-write` where there is no room; nothing that was asked for is written then */
export async function openScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-')).catch((error: unknown) => {
    throw writeFault(tmpdir(), error);
  });
  const open: number[] = [];
  return {
    folder,
    file() {
      const path = join(folder, `${open.length}`);
      const handle = openSync(path, 'wx+');
      open.push(handle);
      rmSync(path, { force: true });
      return scratchFile(path, handle);
    },
    async close() {
      for (const handle of open.splice(0)) closeSync(handle);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function scratchFile(path: string, handle: number): ScratchFile {
  let end = 0;
  const write = (data: NodeJS.ArrayBufferView, at: number): void => {
    try {
      for (let done = 0; done < data.byteLength; ) {
        done += writeSync(handle, data, done, data.byteLength - done, at + done);
      }
    } catch (error) {
      throw writeFault(path, error);
    }
    end = Math.max(end, at + data.byteLength);
  };
  return {
    write,
    append(data) {
      const at = end;
      write(data, at);
      return at;
    },
    read(into, at) {
      const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
      let done = 0;
      for (let more = -1; more !== 0 && done < bytes.length; done += more) {
        more = readSync(handle, bytes, done, bytes.length - done, at + done);
      }
      bytes.fill(0, done);
    },
  };
}
