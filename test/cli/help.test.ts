import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLI_CODES } from '../../src/cli/codes.js';
import { EXIT, exitOf } from '../../src/cli/exit.js';
import { HELP } from '../../src/cli/help/help.js';
import { VERSION } from '../../src/core/version.js';
import { cliTexts } from '../../src/texts/cli.js';
import { issuesOf, run } from './run.js';

const here = (...argv: string[]) => run(process.cwd(), ...argv);

describe('help', () => {
  it.each(['en', 'zh'])('reads well in %s', async (lang) => {
    const { code, out } = await here('--lang', lang, '--help');
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it.each(Object.keys(HELP.commands))('of %s in both languages', async (name) => {
    for (const lang of ['en', 'zh'] as const) {
      const { code, out } = await here('help', name, `--lang=${lang}`);
      expect(code).toBe(0);
      expect(out).toMatchSnapshot();
      expect((await here(name, '--help', '--lang', lang)).out).toBe(out);
    }
  });

  it.each(['docs/command-line.md', 'docs/zh/command-line.md'])('%s has every command', (page) => {
    const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
    const named = [...text.matchAll(/^\| `([a-z-]+)` \| /gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(Object.keys(HELP.commands)));
  });

  it('names every exit code', () => {
    for (const text of Object.values(HELP.exits)) {
      for (const code of Object.values(EXIT))
        expect(text).toMatch(new RegExp(`^ {2}${code} `, 'm'));
    }
  });

  it('says its version', async () => {
    expect((await here('--version')).out).toBe(`evenhand/${VERSION}\n`);
  });

  it('is what one gets without a command', async () => {
    const { code, out, err } = await here();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: evenhand');
  });
});

describe('a command that is written wrongly', () => {
  it.each<[string[], string]>([
    [['paln'], 'unknown-command'],
    [['plan', '--out', 'x', '--ouch'], 'unknown-option'],
    [['draw', '--prepared', 'x', '--entopy', 'dice=1'], 'unknown-option'],
    [['verify', 'a', 'b'], 'too-many-arguments'],
    [['plan', '--out'], 'option-without-value'],
    [['plan'], 'option-missing'],
    [['plan', '--out', 'x', '--year', '26'], 'bad-option'],
    [['plan', '--out', 'x', '--sample-city', 'many'], 'bad-option'],
    [['plan', '--out', 'x', '--entropy', 'dice'], 'bad-option'],
    [['plan', '--out', 'x', '--encoding', 'latin1'], 'bad-option'],
    [['check', '--lang', 'fr'], 'bad-option'],
  ])('%j: %s', async (argv, wanted) => {
    const { code, error } = await issuesOf(process.cwd(), ...argv);
    expect([code, error]).toEqual([2, wanted]);
  });

  it('is told by the part of the usage line that is wrong', async () => {
    const { err } = await here('ledger', 'visits', 'x.db');
    expect(err).toContain('error: option <action> is `visits`; expected import | reserve');
  });

  it('is told so in the reader’s language', async () => {
    expect((await here('paln')).err).toBe(
      'error: there is no command `paln`; see evenhand --help for those there are [unknown-command]\n',
    );
    expect((await here('--lang', 'zh', 'paln')).err).toContain('错误：没有命令 `paln`');
  });
});

describe('codes', () => {
  it('have their texts, and every text its code', () => {
    expect(Object.keys(cliTexts).sort()).toEqual([...CLI_CODES].sort());
  });

  it('lead to one exit code each', () => {
    expect([exitOf('bad-option'), exitOf('no-such-file'), exitOf('bad-plan-input')]).toEqual([
      EXIT.usage,
      EXIT.files,
      EXIT.unclean,
    ]);
  });
});

it('an error nobody foresaw is one line, and its own exit code', async () => {
  const err: string[] = [];
  const { main } = await import('../../src/cli/main.js');
  const code = await main(['verify', 'x'], {
    stdout: { write: () => undefined },
    stderr: { write: (text: string) => err.push(text) },
    env: {},
    get cwd(): string {
      throw new TypeError('gone');
    },
  });
  expect(code).toBe(EXIT.unexpected);
  expect(err.join('')).toMatch(
    /^error: something unexpected went wrong: TypeError: gone .*\[unexpected\]\n$/,
  );
});
