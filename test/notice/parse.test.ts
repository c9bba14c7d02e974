import {
  CHECKS,
  parseNoticeA,
  parseNoticeB,
  safeParseNoticeA,
  safeParseNoticeB,
} from 'evenhand/notice';
import { describe, expect, it } from 'vitest';
import { noticeA } from '../../src/notice/noticeA.js';
import { checkTexts } from '../../src/texts/notice.js';
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
});

it('has a text in both languages for every check', () =>
  expect(Object.keys(checkTexts)).toEqual([...CHECKS]));
