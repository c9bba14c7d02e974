import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileWhole } from '../../../src/cli/files/writeFileWhole.js';
import { thrown, workplace } from './workplace.js';

const place = workplace();

describe('writeFileWhole', () => {
  it('writes a new file, and the folders above it', async () => {
    const path = place.fresh('deep/er/notice.json');
    await writeFileWhole(path, '公示\n');
    expect(readFileSync(path, 'utf8')).toBe('公示\n');
    expect(readdirSync(dirname(path))).toEqual(['notice.json']);
  });

  it('replaces a file', async () => {
    const path = place.file('a.txt', 'a longer old text');
    await writeFileWhole(path, Uint8Array.of(0x6e, 0x65, 0x77));
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('leaves the old file and nothing else when it fails in the middle', async () => {
    const path = place.file('a.txt', 'old');
    const failing = async (write: (part: string) => Promise<void>) => {
      await write('half');
      throw new RangeError('mine');
    };
    await expect(writeFileWhole(path, failing)).rejects.toThrow('mine');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(dirname(path))).toEqual(['a.txt']);
  });

  it('says what the system said where it can not write', async () => {
    const inFile = join(place.file('a.txt', ''), 'b.txt');
    expect(await thrown(() => writeFileWhole(inFile, ''))).toMatchObject({
      code: 'cannot-write',
      params: { file: inFile },
    });
    const folder = place.fresh('folder');
    mkdirSync(folder);
    expect((await thrown(() => writeFileWhole(folder, ''))).code).toBe('cannot-write');
    expect(readdirSync(dirname(folder))).toEqual(['folder']);
  });
});
