import { expect, describe as group, it } from 'vitest';
import { CALENDAR_CODES } from '../../src/calendar/codes.js';
import { CLI_CODES } from '../../src/cli/codes.js';
import { FILE_CODES } from '../../src/cli/files/codes.js';
import { COLUMNS_CODES } from '../../src/columns/codes.js';
import { CORE_CODES } from '../../src/core/codes.js';
import { identifierFault } from '../../src/core/identifier.js';
import type { Issue } from '../../src/core/issue.js';
import { CREDIT_CODES } from '../../src/credit/codes.js';
import { DOCUMENT_CODES } from '../../src/document/codes.js';
import { DRAW_CODES } from '../../src/draw/codes.js';
import { SAMPLING_CODES } from '../../src/draw/samplingCodes.js';
import { INSPECTION_CODES } from '../../src/inspection/codes.js';
import { PENALTY_CODES } from '../../src/inspection/penaltyCodes.js';
import { INSPECTORS_CODES } from '../../src/inspectors/codes.js';
import { INTERCHANGE_CODES } from '../../src/interchange/codes.js';
import { MATRIX_CODES } from '../../src/matrix/codes.js';
import { MEASURES_CODES } from '../../src/measures/codes.js';
import { NOTICE_CODES } from '../../src/notice/codes.js';
import { CHECKS } from '../../src/notice/verification.js';
import { OVERSIGHT_CODES } from '../../src/oversight/codes.js';
import { PLAN_CODES } from '../../src/plan/codes.js';
import { ANALYSIS_CODES } from '../../src/programme/analysis/codes.js';
import { PROGRAMME_CODES } from '../../src/programme/codes.js';
import { REGISTER_CODES } from '../../src/register/codes.js';
import { safeParseEvent } from '../../src/register/parseEvent.js';
import { RISK_CODES } from '../../src/risk/codes.js';
import { SANDBOX_CODES } from '../../src/sandbox/codes.js';
import { SCENARIO_CODES } from '../../src/scenario/codes.js';
import { SCORING_CODES } from '../../src/scoring/codes.js';
import { SQL_CODES } from '../../src/sql/codes.js';
import { STORES_CODES } from '../../src/stores/codes.js';
import { CATALOGUES } from '../../src/texts/catalogue.js';
import { describe, names, pathText } from '../../src/texts/describe.js';
import { differenceText } from '../../src/texts/differenceText.js';
import { checkTexts } from '../../src/texts/notice.js';
import { TICKET_CODES } from '../../src/ticket/codes.js';
import { VISITS_CODES } from '../../src/visits/codes.js';

const CODES: Readonly<Record<string, readonly string[]>> = {
  core: CORE_CODES,
  document: DOCUMENT_CODES,
  register: REGISTER_CODES,
  ticket: TICKET_CODES,
  scoring: SCORING_CODES,
  calendar: CALENDAR_CODES,
  credit: CREDIT_CODES,
  measures: MEASURES_CODES,
  risk: RISK_CODES,
  penalty: PENALTY_CODES,
  sandbox: SANDBOX_CODES,
  matrix: MATRIX_CODES,
  draw: DRAW_CODES,
  sampling: SAMPLING_CODES,
  inspectors: INSPECTORS_CODES,
  visits: VISITS_CODES,
  scenario: SCENARIO_CODES,
  inspection: INSPECTION_CODES,
  programme: PROGRAMME_CODES,
  analysis: ANALYSIS_CODES,
  plan: PLAN_CODES,
  notice: NOTICE_CODES,
  oversight: OVERSIGHT_CODES,
  columns: COLUMNS_CODES,
  sql: SQL_CODES,
  interchange: INTERCHANGE_CODES,
  stores: STORES_CODES,
  files: FILE_CODES,
  cli: CLI_CODES,
};

group('the catalogue', () => {
  it('has every room', () => {
    expect(Object.keys(CATALOGUES)).toEqual(Object.keys(CODES));
  });

  it.each(Object.keys(CODES))('has a text in both languages for every code of %s', (room) => {
    const texts = CATALOGUES[room] ?? {};
    expect(Object.keys(texts).sort()).toEqual([...(CODES[room] ?? [])].sort());
    for (const { zh, en } of Object.values(texts)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(Object.keys(CODES))('names the same values in both languages for %s', (room) => {
    for (const [code, { zh, en }] of Object.entries(CATALOGUES[room] ?? {})) {
      expect([code, new Set(names(zh))]).toEqual([code, new Set(names(en))]);
    }
  });

  it.each(Object.keys(CODES))('writes Chinese with its own punctuation for %s', (room) => {
    for (const { zh } of Object.values(CATALOGUES[room] ?? {})) {
      const prose = zh.replaceAll(/`[^`]*`/g, '``');
      expect(prose).not.toMatch(/\p{Script=Han}[,;:()?!]|[,;:()?!]\p{Script=Han}/u);
    }
  });

  it('says the same of a code of two rooms, unless its values tell the two apart', () => {
    const seen = new Map<string, Map<string, string>>();
    for (const texts of Object.values(CATALOGUES)) {
      for (const [code, { zh, en }] of Object.entries(texts)) {
        const known = seen.get(code) ?? new Map<string, string>();
        seen.set(code, known);
        const values = [...new Set(names(en))].sort().join();
        const text = `${zh}\n${en}`;
        expect([code, known.get(values) ?? text]).toEqual([code, text]);
        known.set(values, text);
      }
    }
  });

  it('has a text for every check of a verification', () => {
    expect(Object.keys(checkTexts)).toEqual([...CHECKS]);
  });
});

group('describe', () => {
  const issue = {
    ...{ code: 'unknown-district', severity: 'error' as const, path: ['district'] },
    ...{ file: 'entities.csv', row: 17, params: { given: '110999' } },
  };

  it('begins with file, row and field', () => {
    expect(describe(issue, 'en')).toBe(
      'entities.csv row 17, field district: there is no district `110999`; check the code, or add it to the known districts',
    );
    expect(describe(issue, 'zh')).toBe(
      'entities.csv 第 17 行 字段 district：没有行政区划 `110999`；请核对代码或补充区划清单',
    );
  });

  it('leaves out what the issue does not name', () => {
    const { row: _, ...noRow } = issue;
    expect(describe(noRow, 'en')).toMatch(/^entities\.csv, field district: /);
    const { file: __, ...noFile } = noRow;
    expect(describe(noFile, 'zh')).toMatch(/^字段 district：/);
    expect(describe({ ...noFile, path: [] }, 'en')).toMatch(/^there is no district/);
  });

  it('tells a code of two rooms apart by its values', () => {
    const of = (params: Record<string, string>) =>
      describe({ code: 'repeated-id', severity: 'error', path: [], params }, 'en');
    expect(of({ id: 'A' })).toMatch(/^`A` stands twice/);
    expect(of({ given: 'A', first: 'e.csv:2', second: 'e.csv:9' })).toMatch(/`e\.csv:2`/);
  });

  it('gives every text of every room to an issue that has its values', () => {
    for (const texts of Object.values(CATALOGUES)) {
      for (const [code, { en }] of Object.entries(texts)) {
        const params = Object.fromEntries(names(en).map((name) => [name, 'x']));
        const said = describe({ code, severity: 'error', path: [], params }, 'en');
        expect([code, said]).toEqual([code, en.replaceAll(/\{\w+\}/g, 'x')]);
      }
    }
  });

  it('joins lists, keeps what is not given as it stands, and shows a code nobody knows', () => {
    const of = (code: string, params: Record<string, string | string[]>) =>
      describe({ code, severity: 'error', path: [], params }, 'en');
    expect(of('not-one-of', { given: 'x', expected: ['a', 'b'] })).toContain('a, b');
    expect(of('unknown-district', {})).toContain('`{given}`');
    expect(of('of-tomorrow', { given: 'x' })).toBe('of-tomorrow (given `x`)');
    expect(of('of-tomorrow', {})).toBe('of-tomorrow');
  });

  it.each([
    ['>= 2026-01-15', '2026-01-15或以后', '2026-01-15 or later'],
    ['<= 2026-01-15', '2026-01-15或以前', '2026-01-15 or earlier'],
    ['> 2026-01-15', '2026-01-15以后的日子', 'a day after 2026-01-15'],
    ['< 2026-01-15', '2026-01-15以前的日子', 'a day before 2026-01-15'],
    ['>= 2', '不小于 2', 'at least 2'],
    ['> 1/3', '大于 1/3', 'more than 1/3'],
    ['<= 20%', '不大于 20%', 'at most 20%'],
    ['< 4', '小于 4', 'less than 4'],
    ['length >= 1', '长度不小于 1', 'a length of at least 1'],
    ['>= 50, < 100', '>= 50, < 100', '>= 50, < 100'],
    ['a >= b', 'a >= b', 'a >= b'],
  ])('tells the comparison %s in words, and no more than one', (expected, zh, en) => {
    const params = { id: 'r:1', given: 'x', expected };
    const of = (lang: 'zh' | 'en') =>
      describe({ code: 'bad-reservation', severity: 'error', path: [], params }, lang);
    expect(of('zh')).toBe(`预留\`r:1\`至x，该日已过：应为${zh}，请更正预留期限。`);
    expect(of('en')).toBe(
      `The reservation \`r:1\` holds until x, which is over; expected ${en}: give a later day.`,
    );
    const { found } = differenceText({ expected, found: 'bad-value x' }, 'zh');
    expect(found).toBe(`值不合规则：\`x\`（${zh}）`);
  });

  it.each([
    [7, '不是文本'],
    ['', '为空'],
    ['x'.repeat(257), '超过 256 字节'],
    ['a\ud800', '含有不成对的代理字符'],
    ['a\u0001b', '含有控制字符'],
    ['a ', '首尾有空格'],
    ['\ufeffa', '以字节顺序标记开头'],
    ['e\u0301', '不是 Unicode 规范形式 NFC'],
  ])('says what the id %j has against the rule', (id, zh) => {
    const fault = identifierFault(id) as string;
    const parsed = safeParseEvent({ id, kind: 'k', on: '2026-01-01', source: 's' });
    expect(parsed.ok).toBe(false);
    const issue =
      typeof id === 'string' && !parsed.ok
        ? parsed.issues[0]
        : { code: 'bad-id', severity: 'error' as const, path: [], params: { given: '', fault } };
    expect(describe(issue as Issue, 'en')).toContain(`; ${fault} (expected`);
    expect(describe(issue as Issue, 'zh')).toContain(`，${zh}（应为`);
  });

  it('quotes what the parser of the engine says, which speaks English', () => {
    const given = 'Unexpected end of JSON input';
    const said = describe(
      { code: 'not-json', severity: 'error', path: [], params: { given } },
      'zh',
    );
    expect(said).toContain(`\`${given}\``);
    expect(said).toMatch(/截断/);
  });

  it('writes a path as people do', () => {
    expect(pathText(['documents', 2, 'cells', 'low', 'A'])).toBe('documents[2].cells.low.A');
    expect(pathText([0, 'id'])).toBe('[0].id');
  });
});
