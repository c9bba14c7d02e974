import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CITY_FACTS, sampleCity } from '../../src/city/index.js';
import { openDesk } from '../../src/cli/io.js';
import { heldRegister, readRegister } from '../../src/cli/readRegister.js';
import { workplace } from './files/workplace.js';
import { run } from './run.js';

const place = workplace();
const cwd = place.fresh('cwd');
const silent = { write: () => undefined };
const io = { stdout: silent, stderr: silent, env: {}, cwd: '.' };
const desk = openDesk(io, { lang: 'en', quiet: true, json: false });
const fileOf = (kind: string): string => join(cwd, 'city', `${kind}.csv`);

beforeAll(async () => {
  await mkdir(cwd, { recursive: true });
  await run(cwd, 'sample-city', '--entities', '150', '--seed', 'read', '--out', 'city');
});

const read = (entities = fileOf('entities')) =>
  readRegister(
    desk,
    {
      entities,
      ...Object.fromEntries(
        ['events', 'inspectors', 'items', 'authorities'].map((kind) => [kind, fileOf(kind)]),
      ),
    },
    { encoding: 'auto', facts: CITY_FACTS, asOf: '2025-12-31' },
  );

describe('a register that is read row by row', () => {
  it('is the one that was written, each time its entities are asked for', async () => {
    const { register, issues } = await read();
    expect(issues).toEqual([]);
    const city = sampleCity({ entities: 150, seed: 'read' });
    expect(await heldRegister(register)).toEqual(city.register);
    expect(await heldRegister(register)).toEqual(city.register);
  });

  it.each([
    ['has lost rows', (path: string) => truncateSync(path, 2000)],
    ['has rows in another order', (path: string) => reversed(path)],
    [
      'is in another encoding',
      (path: string) => writeFileSync(path, Buffer.from([0x69, 0xff, 0x0a])),
    ],
  ])('is refused if its file %s meanwhile', async (_, change) => {
    const copy = place.file('entities.csv', readFileSync(fileOf('entities'), 'utf8'));
    const { register } = await read(copy);
    change(copy);
    await expect(register.each(() => undefined)).rejects.toMatchObject({ code: 'rows-changed' });
  });
});

function reversed(path: string): void {
  const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  writeFileSync(path, `${[header, ...rows.reverse()].join('\n')}\n`);
}
