import {
  CHECKS,
  type NoticeA,
  noticeAMarkdown,
  noticeB,
  noticeMarkdown,
  parseNoticeA,
  parseNoticeB,
  safeParseNoticeA,
  safeParseNoticeB,
  verifyDraw,
} from 'evenhand/notice';
import { drawPlan } from 'evenhand/plan';
import { describe, expect, it } from 'vitest';
import { noticeA } from '../../src/notice/noticeA.js';
import { checkTexts } from '../../src/texts/notice.js';
import { ENTROPY } from '../plan/year.js';
import { codeOf } from '../ticket/codeOf.js';
import { honest, prepared } from './forger.js';

describe('the shape of the notices', () => {
  it('is kept by what a run publishes', () => {
    expect(parseNoticeA(honest.a)).toEqual(honest.a);
    expect(parseNoticeB(honest.b)).toEqual(honest.b);
  });

  it('is refused with every issue where it is broken', () => {
    const { drawId: _, ...a } = { ...honest.a, extra: 1 };
    const parsed = safeParseNoticeA(a);
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['missing-field', 'drawId'],
      ['unknown-field', 'extra'],
    ]);
    expect(safeParseNoticeB({ ...honest.b, seed: 'x' }).ok).toBe(false);
    expect(codeOf(() => parseNoticeA(a))).toBe('bad-noun');
    expect(codeOf(() => parseNoticeB(honest.a))).toBe('bad-noun');
  });

  it('holds nothing that only the planner may know', () => {
    const text = JSON.stringify([honest.a, honest.b]);
    expect(text).not.toContain(prepared.secret);
    expect(text).not.toContain(prepared.registerRoot);
    expect(text).not.toContain('family');
    for (const word of ['medium-B-008', '"level"', '"grade"']) {
      expect(JSON.stringify(honest.a)).not.toContain(word);
    }
  });

  it('opens the recusals of visited entities and no others', () => {
    const visited = new Set(honest.b.visits.map(({ entity }) => entity));
    expect(honest.b.openings.map(({ entity }) => entity)).not.toHaveLength(0);
    expect(honest.b.openings.every(({ entity }) => visited.has(entity))).toBe(true);
  });

  it('shows the cell behind a code only where the programme says so', () => {
    expect(honest.a.cells).toBeUndefined();
    const open = noticeA({ ...prepared, publishCells: true });
    const { code = '', level, grade, recency } = prepared.tasks[0]?.strata[0] ?? {};
    expect(open.cells?.[prepared.tasks[0]?.task.id as string]?.[code]).toEqual({
      risk: level,
      credit: grade,
      recency,
    });
    expect(safeParseNoticeA(open).ok).toBe(true);
  });

  it('has the names of authorities before their ids on a Chinese page, where it is given them', () => {
    const { lead } = honest.a.tasks[0] as NoticeA['tasks'][number];
    const names = { [lead]: '示例局' };
    expect(noticeMarkdown(honest.a, 'zh', { names })).toContain(`| 示例局（${lead}） |`);
    expect(noticeMarkdown(honest.a, 'en', { names })).toBe(noticeAMarkdown(honest.a, 'en'));
    expect(noticeAMarkdown(honest.a, 'zh')).toContain(`| ${lead} |`);
  });

  it('tells the tiers of recency in words, and by their codes where it has no more', () => {
    const row = (a: NoticeA, lang: 'zh' | 'en') =>
      noticeAMarkdown(a, lang)
        .split('\n')
        .find((line) => /近检倍数|Multipliers/.test(line));
    expect(row(honest.a, 'zh')).toContain(
      '满 24 个月未查或从未查 × 1；满 12 个月未查 × 1/2；满 3 个月未查 × 1/5；其余 × 1/20',
    );
    expect(row(honest.a, 'en')).toContain(
      'not for 24 months or never × 1; not for 12 months × 1/2',
    );
    const having = (recency: NoticeA['recency']) => ({ ...honest.a, recency });
    const bare = honest.a.recency.map(({ tier, multiplier }) => ({ tier, multiplier }));
    expect(row(having(bare), 'en')).toContain('over-24-months × 1; over-12-months × 1/2');
    const [first] = [{ tier: 'a', after: { years: 2 }, multiplier: '1' }];
    const two = having([first, { tier: 'b', multiplier: '1/9' }] as NoticeA['recency']);
    expect(row(two, 'zh')).toContain('满 2 年未查或从未查 × 1；其余 × 1/9');
  });

  it('verifies without the lengths of its tiers, as notices did that were published before', () => {
    const recency = prepared.recency.map(({ tier, multiplier }) => ({ tier, multiplier }));
    const before = { ...prepared, recency };
    const [a, b] = [noticeA(before), noticeB(drawPlan(before, ENTROPY))];
    expect(safeParseNoticeA(a).ok).toBe(true);
    expect(verifyDraw(a, b).ok).toBe(true);
  });
});

it('has a text in both languages for every check', () =>
  expect(Object.keys(checkTexts)).toEqual([...CHECKS]));
