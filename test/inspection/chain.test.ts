import { createHash } from 'node:crypto';
import { workingCalendar } from 'evenhand/calendar';
import { canonicalJson } from 'evenhand/core';
import {
  appendRecord,
  type ChainEntry,
  chainDifference,
  chainHead,
  emptyChain,
  inspectionRecord,
  type NewEntry,
  parseSystemDuties,
  type RecordChain,
  safeParseRecordChain,
  safeParseSystemDuties,
  systemDutyFindings,
  verifyChain,
} from 'evenhand/inspection';
import { chinaThreeSystems, chinaWorkingDays } from 'evenhand/schemes';
import { chainLaws } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../ticket/codeOf.js';
import { act, answers, conclusion, opened, scan, visitAfter } from './visit.js';

const working = workingCalendar([chinaWorkingDays]);
const entry = (at: string, kind: string, body: NewEntry['body'] = {}, matter = 'v'): NewEntry => ({
  at,
  kind,
  matter,
  body,
});
const chain = appendRecord(emptyChain('r'), [
  entry('2026-03-02', 'start', { scan: 'S' }),
  entry('2026-03-02', 'conclude', { by: 'm1' }),
  entry('2026-03-03', 'publish'),
  entry('2026-03-09', 'close'),
]);

describe('the record of a matter', () => {
  it('is a chain that anybody can compute with SHA-256 alone', () => {
    const sha = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex');
    let previous = sha({ schema: 'evenhand/record-chain/1', id: 'r' });
    for (const { digest, ...fields } of chain.entries) {
      expect(fields.previous).toBe(previous);
      expect(digest).toBe(sha(fields));
      previous = digest;
    }
    expect(chainHead(chain)).toEqual({ chain: 'r', count: 4, head: previous });
  });

  const changed = (at: number, more: Partial<ChainEntry>): RecordChain => ({
    ...chain,
    entries: chain.entries.map((one, i) => (i === at ? { ...one, ...more } : one)),
  });
  const withEntries = (turn: (all: ChainEntry[]) => ChainEntry[]): RecordChain => ({
    ...chain,
    entries: turn([...chain.entries]),
  });
  const [one, two, three, four] = chain.entries as [ChainEntry, ChainEntry, ChainEntry, ChainEntry];

  it.each([
    ['a word changed', changed(1, { body: { by: 'm9' } }), 2, 'entry-changed'],
    ['a day changed', changed(2, { at: '2026-03-04' }), 3, 'entry-changed'],
    ['a body that is no plain data', changed(0, { body: 0.5 }), 1, 'entry-changed'],
    ['an entry deleted', withEntries(() => [one, three, four]), 2, 'entry-out-of-place'],
    ['the first deleted', withEntries(() => [two, three, four]), 1, 'entry-out-of-place'],
    ['an entry doubled', withEntries(() => [one, one, two, three, four]), 2, 'entry-out-of-place'],
    ['two turned round', withEntries(() => [one, three, two, four]), 2, 'entry-out-of-place'],
    ['the name of the record changed', { ...chain, id: 's' }, 1, 'chain-broken'],
  ])('shows %s', (_, forged, seq, code) => {
    const verdict = verifyChain(forged);
    expect([verdict.ok, verdict.first?.seq, verdict.issues[0]?.code]).toEqual([false, seq, code]);
  });

  it('shows a record made anew, and a cut end, against a published head only', () => {
    const anew = appendRecord(emptyChain('r'), [
      entry('2026-03-02', 'start', { scan: 'S' }),
      entry('2026-03-02', 'conclude', { by: 'm9' }),
      entry('2026-03-03', 'publish'),
      entry('2026-03-09', 'close'),
    ]);
    const headAt = (count: number) =>
      chainHead({ ...chain, entries: chain.entries.slice(0, count) });
    expect(verifyChain(anew).ok).toBe(true);
    expect(verifyChain(anew, [headAt(1)]).ok).toBe(true);
    const verdict = verifyChain(anew, [headAt(4), headAt(1), headAt(3)]);
    expect([verdict.first, verdict.soundTo]).toEqual([{ seq: 3, from: 2 }, 1]);
    expect(verdict.issues.map(({ code }) => code)).toEqual(['head-differs']);
    expect(chainDifference(chain, anew)).toEqual({
      seq: 2,
      field: 'body.by',
      kept: 'm1',
      shown: 'm9',
    });
    const cut = withEntries((all) => all.slice(0, 2));
    expect(verifyChain(cut).ok).toBe(true);
    expect(verifyChain(cut, [headAt(4)]).issues[0]?.code).toBe('chain-cut');
    const other = { ...headAt(2), chain: 's' };
    expect(verifyChain(chain, [other]).issues[0]?.code).toBe('head-of-another-chain');
  });

  it('is only added to, day after day', () => {
    expect(codeOf(() => appendRecord(chain, [entry('2026-03-01', 'late')]))).toBe('chain-behind');
    expect(codeOf(() => appendRecord(chain, [entry('2026-02-30', 'no')]))).toBe('no-such-day');
    expect(codeOf(() => appendRecord(chain, [entry('2026-03-09', 'x', 0.5)]))).toBe(
      'not-canonical',
    );
    expect(chain.entries).toHaveLength(4);
    expect(safeParseRecordChain(JSON.parse(JSON.stringify(chain)))).toEqual({
      ok: true,
      value: chain,
    });
  });

  for (const { name, property } of chainLaws()) {
    it(name, () => fc.assert(property as fc.IProperty<unknown>, { numRuns: 400 }));
  }

  it.each([
    ['that never looks', { verify: () => ({ ok: true }) }],
    [
      'that looks at digests and not at links',
      {
        verify: (given: RecordChain) => {
          const odd = given.entries.find(
            (each) =>
              verifyChain({ ...given, entries: [each] }).issues[0]?.code === 'entry-changed',
          );
          return odd === undefined
            ? { ok: true }
            : { ok: false, first: { seq: odd.seq, from: odd.seq } };
        },
      },
    ],
  ])('a verifier %s is found out', (_, platform) => {
    expect(chainLaws(platform).some(({ property }) => fc.check(property).failed)).toBe(true);
  });
});

describe('the three systems', () => {
  const findings = (entries: readonly NewEntry[], asOf: string) =>
    systemDutyFindings(appendRecord(emptyChain('r'), entries), chinaThreeSystems, {
      asOf,
      working,
    });
  const states = (entries: readonly NewEntry[], asOf = '2026-12-01') =>
    findings(entries, asOf).map(({ duty, state }) => `${duty} ${state}`);

  it('are a sound document, with an article for every duty', () => {
    expect(parseSystemDuties(chinaThreeSystems).duties).toHaveLength(8);
    const [first] = chinaThreeSystems.duties;
    const odd = {
      ...chinaThreeSystems,
      duties: [first, { ...first, needs: { ...first?.needs, within: { days: 3 } } }],
    };
    expect(safeParseSystemDuties(odd).issues.map(({ code }) => code)).toEqual([
      'repeated-name',
      'term-without-after',
      'system-without-duty',
      'system-without-duty',
    ]);
  });

  it('are met by a visit kept in full', () => {
    const visit = visitAfter([
      scan,
      ...answers,
      conclusion,
      act('p', { act: 'publish', reference: 'N', at: '2026-03-13' }),
    ]);
    expect(states(inspectionRecord(visit))).toEqual([
      'show-who-you-are met',
      'publish-result met',
      'traced-back met',
      'evidence-kept met',
      'evidence-kept met',
    ]);
    expect(findings(inspectionRecord(visit), '2026-12-01')[1]).toMatchObject({
      due: '2026-03-13',
      citation: { article: expect.stringContaining('118号') },
    });
  });

  it('are met late, pending, or not met, by the working days of the term', () => {
    const visit = visitAfter([scan, ...answers, conclusion]);
    const entries = inspectionRecord(visit);
    const publish = (at: string) => entry(at, 'publish');
    expect(states(entries, '2026-03-13')).toContain('publish-result pending');
    expect(states(entries, '2026-03-14')).toContain('publish-result unmet');
    expect(states([...entries, publish('2026-03-14')])).toContain('publish-result late');
    expect(states([...entries, publish('2026-03-13')])).toContain('publish-result met');
  });

  it('look at what a weighty result or order waits for, and who gave it', () => {
    const serious = { ...conclusion, results: [{ code: 'serious' }] } as typeof conclusion;
    const open = visitAfter([scan, ...answers, serious], opened());
    expect(states(inspectionRecord(open))).toContain('review-of-visit unmet');
    expect(states(inspectionRecord(open))).not.toContain('publish-result unmet');
    const word = act('w', { act: 'review', outcome: 'agreed', opinion: 'L', by: 'legal' });
    const agreed = visitAfter([word], open);
    expect(states(inspectionRecord(agreed))).toContain('review-of-visit met');
    expect(
      inspectionRecord(agreed)
        .map(({ kind }) => kind)
        .slice(-2),
    ).toEqual(['review', 'formed']);
    // On the record alone, without the state machine, an officer's own word is none.
    const own = inspectionRecord(open).concat(
      entry('2026-02-09', 'review', { outcome: 'agreed', by: 'm2' }),
    );
    expect(states(own)).toContain('review-of-visit unmet');
  });

  it.each([
    ['a penalty published on its seventh working day', '2026-02-27', 'publish-decision met'],
    ['one published a day later', '2026-02-28', 'publish-decision late'],
  ])('%s, over Spring Festival', (_, at, expected) => {
    const decision = entry('2026-02-11', 'decide', { type: 'penalty', by: 'm1' });
    expect(states([decision, entry(at, 'publish')])).toEqual([expected]);
  });

  it('a decision of great weight needs a review before it, by somebody who took no part', () => {
    const decision = entry('2026-03-03', 'decide', { type: 'order', major: true, by: 'm1' });
    const review = (by: string, outcome = 'agreed') =>
      entry('2026-03-02', 'review', { outcome, by });
    expect(states([decision])).toEqual(['review-before-decision unmet']);
    expect(states([review('legal'), decision])).toEqual(['review-before-decision met']);
    expect(states([review('legal', 'returned'), decision])).toEqual([
      'review-before-decision unmet',
    ]);
    expect(states([review('m1'), decision])).toEqual(['review-before-decision unmet']);
    expect(states([review('legal'), { ...decision, matter: 'w' }])).toEqual([
      'review-before-decision unmet',
    ]);
  });

  it('seizure without film, and a term without a calendar or in an unpublished year', () => {
    const seizure = (kind: string) =>
      entry('2026-03-02', 'enforce', { means: 'seizure', evidence: [{ kind }] });
    expect(states([seizure('photo')])).toEqual(['filmed unmet']);
    expect(states([seizure('video')])).toEqual(['filmed met']);
    const record = (at: string) => appendRecord(emptyChain('r'), [entry(at, 'formed')]);
    const ask = (at: string, options: object) =>
      codeOf(() =>
        systemDutyFindings(record(at), chinaThreeSystems, { asOf: '2026-12-31', ...options }),
      );
    expect(ask('2026-03-02', {})).toBe('term-without-calendar');
    expect(ask('2026-12-21', { working })).toBe('year-without-calendar');
  });
});
