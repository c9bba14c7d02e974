import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type BarStream, progressBar } from '../../../src/cli/files/progressBar.js';

/** A stream that keeps what is written to it, a terminal or not. */
function screen(isTTY: boolean) {
  const parts: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      parts.push(String(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY, columns: 120 }) as BarStream, parts };
}

const reading = { zh: '读取', en: 'reading' };
const drawing = { zh: '抽签', en: 'drawing' };

function run(lang: 'zh' | 'en', isTTY: boolean, options?: { quiet?: boolean; ci?: boolean }) {
  const { stream, parts } = screen(isTTY);
  const bar = progressBar(lang, stream, options);
  bar.tick();
  bar.stage(reading, 4);
  bar.tick();
  bar.tick(2);
  bar.stage(drawing, 10);
  bar.reach(10);
  bar.stop();
  bar.tick();
  bar.reach(1);
  bar.stop();
  return parts.join('');
}

describe('progressBar', () => {
  it('shows each stage in the language of the reader, as far as it came', () => {
    const zh = run('zh', true, { ci: false });
    expect(zh).toContain('读取');
    expect(zh).toContain('75% 3/4');
    expect(zh).toContain('抽签');
    expect(zh).toContain('100% 10/10');
    expect(run('en', true, { ci: false })).toContain('reading');
  });

  it('leaves the cursor and the line wrapping of the terminal alone', () => {
    const shown = run('zh', true, { ci: false });
    expect(shown).not.toContain('\u001b[?25l');
    expect(shown).not.toContain('\u001b[?7l');
  });

  it.each<[string, boolean, { quiet?: boolean; ci?: boolean }]>([
    ['no terminal', false, { ci: false }],
    ['told to be quiet', true, { quiet: true, ci: false }],
    ['a build server', true, { ci: true }],
  ])('is silent: %s', (_, isTTY, options) => {
    expect(run('zh', isTTY, options)).toBe('');
  });

  it.each([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
    ['', false],
    [undefined, false],
  ])('takes CI=%s of the environment at its word', (value, isSilent) => {
    const before = process.env['CI'];
    try {
      if (value === undefined) delete process.env['CI'];
      else process.env['CI'] = value;
      expect(run('en', true) === '').toBe(isSilent);
    } finally {
      if (before === undefined) delete process.env['CI'];
      else process.env['CI'] = before;
    }
  });
});
