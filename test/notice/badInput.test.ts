import { digest } from 'evenhand/core';
import { drawSample, frameRoot } from 'evenhand/draw';
import { safeParseNoticeA, safeParseNoticeB, verifyDraw } from 'evenhand/notice';
import { preparePlan } from 'evenhand/plan';
import { drawSeed } from 'evenhand/ticket';
import { expect, it } from 'vitest';
import { parseDocumentText } from '../../src/document/jsonText.js';
import { town } from '../plan/town.js';
import { frameOf } from '../plan/year.js';
import { codeOf } from '../ticket/codeOf.js';
import { honest, prepared } from './forger.js';

const key = digest('key');
const draw = (frame: { id: string; stratum: string; weight?: number }[], more = {}) =>
  codeOf(() => drawSample({ key, frame, quotas: { s01: 1 }, ...more }));
const unit = (id: string, stratum = 's01') => ({ id, stratum });

it.each<[string, string, () => string | undefined]>([
  ['an id with a control character', 'bad-id', () => draw([unit('a\u0001b')])],
  ['an id with a delete character', 'bad-id', () => draw([unit('a\u007f')])],
  ['an id that begins with a space', 'bad-id', () => draw([unit(' a')])],
  ['an id that ends with a space', 'bad-id', () => draw([unit('a ')])],
  ['an id that is not NFC', 'bad-id', () => draw([unit('e\u0301')])],
  ['an id with a lone surrogate', 'bad-id', () => draw([unit('\ud800')])],
  ['an id that begins with a byte order mark', 'bad-id', () => draw([unit('\ufeffa')])],
  ['an empty id', 'bad-id', () => draw([unit('')])],
  ['an id of 257 bytes', 'bad-id', () => draw([unit('a'.repeat(257))])],
  ['an id listed twice', 'repeated-id', () => draw([unit('a'), unit('a')])],
  ['an id twice in a frame', 'repeated-id', () => codeOf(() => frameRoot([unit('a'), unit('a')]))],
  ['a key of 63 digits', 'bad-key', () => draw([unit('a')], { key: key.slice(1) })],
  ['a key in capitals', 'bad-key', () => draw([unit('a')], { key: key.toUpperCase() })],
  ['a stratum without a quota', 'no-quota', () => draw([unit('a', 's02')])],
  ['a weight beyond 2^20', 'bad-weight', () => draw([{ ...unit('a'), weight: 2 ** 20 + 1 }])],
  [
    'a weight beyond 2^20 in a weighted draw',
    'bad-weight',
    () => draw([{ ...unit('a'), weight: 2 ** 20 + 1 }], { method: 'pareto' }),
  ],
  ['a weight of a half', 'bad-weight', () => draw([{ ...unit('a'), weight: 0.5 }])],
  [
    'entropy with a label out of the alphabet',
    'bad-entropy',
    () => codeOf(() => drawSeed({ drawId: 'X', entropy: [{ label: 'a b', value: '1' }] })),
  ],
  ['no entropy', 'bad-entropy', () => codeOf(() => drawSeed({ drawId: 'X', entropy: [] }))],
  [
    'sources of 127 bits',
    'bad-plan-input',
    () => codeOf(() => preparePlan({ ...town, sources: [{ label: 'dice', bits: 127 }] })),
  ],
  [
    'truncated JSON',
    'not-json',
    () => codeOf(() => parseDocumentText(JSON.stringify(honest.b).slice(0, 3000))),
  ],
])('%s is refused as %s', (_, code, attempt) => {
  expect(attempt()).toBe(code);
});

it('a weight of 2^20 is the largest that is taken', () => {
  expect(draw([{ ...unit('a'), weight: 2 ** 20 }], { method: 'pareto' })).toBeUndefined();
});

it.each(['scheme', 'schema'])(
  'notices with another version of their %s are refused by name',
  (field) => {
    for (const parsed of [
      safeParseNoticeA({ ...honest.a, [field]: 'double-random/2' }),
      safeParseNoticeB({ ...honest.b, [field]: 'double-random/2' }),
    ]) {
      const issues = parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.join('.')]);
      expect(issues).toEqual([['not-one-of', field]]);
    }
  },
);

it('a frame that does not match its root is named with its task', () => {
  const [first, ...rest] = frameOf(prepared);
  if (first === undefined) throw new Error('an empty frame');
  const { checks, ok } = verifyDraw(honest.a, honest.b, {
    frame: [{ ...first, id: 'somebody else' }, ...rest],
  });
  expect(ok).toBe(false);
  expect(checks.find(({ check }) => check === 'frame')?.field).toBe(`frame[${first.task}].root`);
});
