import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differenceText } from 'evenhand/texts';
import { describe, expect, it } from 'vitest';
import { CORE_CODES } from '../../src/core/codes.js';

describe('what a verifier found', () => {
  it.each([
    ['missing-field', 'string', '缺少字段（应为 文本）', 'field is missing (expected string)'],
    [
      'wrong-type 7',
      'array',
      '类型不对：给的是 `7`，应为 列表 […]',
      'wrong type: given `7`, expected array',
    ],
    [
      'unknown-field extra',
      'the shape of a notice',
      '不认识的字段 `extra`；请检查拼写或删除',
      'unknown field `extra`; check its spelling or remove it',
    ],
  ])('is told in words: %s', (found, expected, zh, en) => {
    expect(differenceText({ expected, found }, 'zh')).toEqual({ found: zh });
    expect(differenceText({ expected, found }, 'en')).toEqual({ found: en });
  });

  it('shows no fault of shape by its code, whatever it carries', () => {
    for (const code of CORE_CODES) {
      for (const lang of ['zh', 'en'] as const) {
        const { found } = differenceText({ expected: 'x', found: `${code} y z` }, lang);
        expect(found).not.toContain(code);
        expect(found).not.toMatch(/\{(?:given|expected)\}/);
      }
    }
  });

  it('stays a value where it is one, without the kind of an error', () => {
    for (const lang of ['zh', 'en'] as const) {
      const value = { expected: '12', found: 'wrong' };
      expect(differenceText(value, lang)).toEqual(value);
      expect(differenceText({}, lang)).toEqual({ expected: '', found: '' });
    }
    expect(differenceText({ expected: 'x', found: 'EvenhandError: no' }, 'en').found).toBe('no');
  });

  it('has a Chinese word for every phrase that a verifier expects', () => {
    const folder = join(import.meta.dirname, '../../src/notice');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    const phrases = sources.flatMap((text) =>
      [...text.matchAll(/(?:expected: |\?\? )'([a-zA-Z.]+(?: [a-zA-Z.]+)+)'/g)].map(
        ([, one]) => one,
      ),
    );
    expect(phrases.length).toBeGreaterThan(8);
    for (const expected of phrases as string[]) {
      const told = differenceText({ expected, found: 'x' }, 'zh').expected;
      expect(told).toMatch(/^[^a-z]*(?:staff)?[^a-z]*$/);
    }
  });
});
