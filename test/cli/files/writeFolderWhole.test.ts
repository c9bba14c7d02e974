import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { swapFolders, writeFolderWhole } from '../../../src/cli/files/writeFolderWhole.js';
import { thrown, workplace } from './workplace.js';

const place = workplace();
const text = (...path: string[]) => readFileSync(join(...path), 'utf8');
const beside = (target: string) => readdirSync(dirname(target));

/** Every file below a folder, by its path in it. */
function tree(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

describe('writeFolderWhole', () => {
  it('writes texts, bytes and streams, and lists them with size and SHA-256', async () => {
    const target = place.fresh('out');
    const listed = await writeFolderWhole(
      target,
      {
        'plan.csv': 'a\n京\n',
        'draw/seed.bin': Uint8Array.of(1, 2),
        'draw/tickets.txt': async (write) => {
          for (let i = 0; i < 100; i++) await write(`${i}\n`);
        },
      },
      { about: { year: 2026 } },
    );
    expect(text(target, 'plan.csv')).toBe('a\n京\n');
    expect(text(target, 'draw/tickets.txt').split('\n').length).toBe(101);
    const manifest = JSON.parse(text(target, 'manifest.json'));
    expect(manifest).toMatchObject({ schema: 'evenhand/folder/1', about: { year: 2026 } });
    expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
      'draw/seed.bin',
      'draw/tickets.txt',
      'plan.csv',
    ]);
    for (const { name, bytes, sha256 } of listed) {
      const content = readFileSync(join(target, name));
      expect([bytes, sha256]).toEqual([
        content.length,
        createHash('sha256').update(content).digest('hex'),
      ]);
    }
    expect(beside(target)).toEqual(['out']);
  });

  it('keeps the order of parts that are given without waiting', async () => {
    const target = place.fresh('out');
    await writeFolderWhole(target, {
      a: async (write) => {
        for (const part of ['1', '2', '3']) void write(part);
      },
    });
    expect(text(target, 'a')).toBe('123');
  });

  it('makes the folders above the target and gives it the usual permissions', async () => {
    const target = place.fresh('deep/er/out');
    await writeFolderWhole(target, {});
    expect(Object.keys(tree(target))).toEqual(['manifest.json']);
    expect(beside(target)).toEqual(['out']);
    expect(statSync(target).mode).toBe(statSync(dirname(target)).mode);
  });

  it.each(['', '/a', '../a', 'a/../b', 'a//b', './a', 'a\\b', 'c:a', 'a\0', 'manifest.json'])(
    'refuses the name %j and writes nothing',
    async (name) => {
      const target = place.fresh('out');
      expect(await thrown(() => writeFolderWhole(target, { ok: '', [name]: '' }))).toMatchObject({
        code: 'bad-file-name',
        params: { given: name },
      });
      expect(beside(target)).toEqual([]);
    },
  );

  it('leaves nothing behind when a file fails in the middle', async () => {
    const target = place.fresh('out');
    const failing = async (write: (part: string) => Promise<void>) => {
      await write('half');
      throw new RangeError('mine');
    };
    await expect(writeFolderWhole(target, { a: 'a', b: failing })).rejects.toThrow('mine');
    expect(beside(target)).toEqual([]);
  });

  it('hands on a failed write even where the writer did not wait for it', async () => {
    const target = place.fresh('out');
    const writesNoBytes = async (write: (part: never) => Promise<void>) => {
      void write(7 as never);
    };
    await expect(writeFolderWhole(target, { a: writesNoBytes })).rejects.toThrow();
    expect(beside(target)).toEqual([]);
  });

  it('says what the system said where it can not write', async () => {
    const target = join(place.file('a-file', ''), 'out');
    expect(await thrown(() => writeFolderWhole(target, {}))).toEqual({
      code: 'cannot-write',
      params: { file: target, reason: 'ENOTDIR' },
    });
  });

  it('does not take the place of a folder that appears while it writes', async () => {
    const target = place.fresh('out');
    const late = async () => {
      mkdirSync(target);
      writeFileSync(join(target, 'theirs'), 'theirs');
    };
    expect((await thrown(() => writeFolderWhole(target, { a: late }))).code).toBe('cannot-write');
    expect(tree(target)).toEqual({ theirs: 'theirs' });
    expect(beside(target)).toEqual(['out']);
  });
});

describe('writeFolderWhole where something is there already', () => {
  async function ours() {
    const target = place.fresh('out');
    await writeFolderWhole(target, { a: 'old', 'deep/b': 'old' });
    return target;
  }

  it('refuses without force and says so', async () => {
    const target = await ours();
    const before = tree(target);
    expect(await thrown(() => writeFolderWhole(target, { a: 'new' }))).toEqual({
      code: 'folder-exists',
      params: { file: target },
    });
    expect(tree(target)).toEqual(before);
  });

  it('replaces a folder of ours with force, the whole of it', async () => {
    const target = await ours();
    await writeFolderWhole(target, { c: 'new' }, { force: true });
    expect(Object.keys(tree(target))).toEqual(['c', 'manifest.json']);
    expect(beside(target)).toEqual(['out']);
  });

  it('replaces an empty folder with force', async () => {
    const target = place.fresh('out');
    mkdirSync(target);
    expect((await thrown(() => writeFolderWhole(target, {}))).code).toBe('folder-exists');
    await writeFolderWhole(target, { c: 'new' }, { force: true });
    expect(text(target, 'c')).toBe('new');
  });

  it('keeps the old folder as it was when the new one fails in the middle', async () => {
    const target = await ours();
    const before = tree(target);
    const failing = async () => {
      throw new RangeError('mine');
    };
    await expect(
      writeFolderWhole(target, { a: 'new', b: failing }, { force: true }),
    ).rejects.toThrow('mine');
    expect(tree(target)).toEqual(before);
    expect(beside(target)).toEqual(['out']);
  });

  it.each<[string, (target: string) => void]>([
    ['a file nobody listed', (target) => writeFileSync(join(target, 'notes.txt'), 'mine')],
    ['such a file further down', (target) => writeFileSync(join(target, 'deep/notes'), 'mine')],
    ['a link', (target) => symlinkSync('/', join(target, 'link'))],
    ['no manifest', (target) => rmSync(join(target, 'manifest.json'))],
    ['a manifest that is no JSON', (target) => writeFileSync(join(target, 'manifest.json'), '{')],
    ['a manifest of nothing', (target) => writeFileSync(join(target, 'manifest.json'), 'null')],
    [
      'a manifest without list',
      (target) => writeFileSync(join(target, 'manifest.json'), '{"schema":"evenhand/folder/1"}'),
    ],
    [
      "another program's manifest",
      (target) => writeFileSync(join(target, 'manifest.json'), '{"files":[{"name":"a"}]}'),
    ],
    [
      'a manifest with empty places',
      (target) =>
        writeFileSync(
          join(target, 'manifest.json'),
          '{"schema":"evenhand/folder/1","files":[null,{"name":"a"}]}',
        ),
    ],
  ])('never replaces a folder with %s', async (_, change) => {
    const target = await ours();
    change(target);
    const before = readdirSync(target);
    expect((await thrown(() => writeFolderWhole(target, {}, { force: true }))).code).toBe(
      'not-our-folder',
    );
    expect(readdirSync(target)).toEqual(before);
  });

  it('never replaces a file or a link', async () => {
    const file = place.file('out', 'mine');
    const link = place.fresh('out');
    symlinkSync(dirname(file), link);
    for (const target of [file, link]) {
      expect((await thrown(() => writeFolderWhole(target, {}, { force: true }))).code).toBe(
        'not-a-folder',
      );
    }
    expect(text(file)).toBe('mine');
  });

  it.each(['.', '..', '/', process.cwd()])('never replaces %s, where it runs', async (target) => {
    expect((await thrown(() => writeFolderWhole(target, {}, { force: true }))).code).toBe(
      'folder-in-use',
    );
  });

  it('puts the old folder back where the new one can not take its place', async () => {
    const target = await ours();
    const before = tree(target);
    const nothing = place.fresh('nothing');
    const old = place.fresh('old');
    expect((await thrown(() => swapFolders(nothing, target, old))).code).toBe('ENOENT');
    expect(tree(target)).toEqual(before);
    expect(existsSync(old)).toBe(false);
  });
});
