import { addDays, type Day } from 'evenhand/core';
import {
  checkPublication,
  type FactEntry,
  type Publication,
  parsePublication,
  publicationSchema,
  publishedOn,
  recordAsOf,
  repairStanding,
  safeParsePublication,
} from 'evenhand/credit';
import * as schemes from 'evenhand/schemes';
import { arbitraryReports } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { governingOn } from '../../src/credit/publication/governing.js';
import { expectPlainData } from '../schemes/documents.js';
import { codeOf } from '../ticket/codeOf.js';
import vectors from '../vectors/publication.json' with { type: 'json' };
import { penalty, recordOf, step } from './entries.js';

const documents = {
  ndrcRepair2019: schemes.ndrcRepair2019,
  ndrcRepair2023: schemes.ndrcRepair2023,
  ndrcRepair2026: schemes.ndrcRepair2026,
  samrPublicity: schemes.samrPublicity,
  beijingPublication2020: schemes.beijingPublication2020,
  beijingPublication2024: schemes.beijingPublication2024,
  examplePublication: schemes.examplePublication,
} satisfies Record<string, Publication>;

interface Vector {
  readonly document: string;
  readonly passage: string;
  readonly report: Partial<FactEntry> & { readonly on: Day };
  readonly minimum?: Day;
  readonly first?: Day;
  readonly last?: Day | null;
  readonly never?: boolean;
  readonly open?: boolean;
}

/** The document as if it had always been in force: vectors are about its periods. */
const always = (name: string): Publication => ({
  ...documents[name as keyof typeof documents],
  from: '2000-01-01',
  to: '2099-12-31',
});

describe('what the documents say, passage by passage', () => {
  it.each(Object.entries(documents))('%s is plain data without an error', (_, document) => {
    expectPlainData(document, publicationSchema);
    expect(checkPublication(document)).toEqual([]);
    expect(parsePublication(document)).toEqual(document);
  });

  it.each(
    (vectors.cases as unknown as Vector[]).map(
      (one) => [`${one.document}: ${one.passage}`, one] as const,
    ),
  )('%s', (_, { document: name, report, minimum, first, last, never = false, open = false }) => {
    const publication = [always(name)];
    const entry = penalty('p', report.on, report);
    const { severity: _severity, ...unsorted } = entry;
    const record = recordOf(report.severity === undefined ? unsorted : entry);
    const at = (day: Day) => publishedOn(record, day, { publication })[0];
    const from = report.publishedOn ?? report.on;
    if (last === null) expect(at(from)?.reason).toBe('rule-says-never');
    else {
      expect(at(from)).toMatchObject({ isPublished: true, ...(minimum ? { minimum } : {}) });
      if (open) expect(at('2099-12-31')?.reason).toBe('unperformed');
      else {
        expect([at(last as Day)?.isPublished, at(addDays(last as Day, 1))?.isPublished]).toEqual([
          true,
          false,
        ]);
        expect(at('2099-12-31')).toMatchObject({ reason: 'period-over', until: last });
      }
    }
    const view = recordAsOf(record, { on: '2050-01-01' });
    const [matter] = view.matters;
    if (matter === undefined) throw new Error('no matter');
    const governing = governingOn(publication, matter, '2050-01-01');
    if (governing === undefined) throw new Error('no rule');
    const standing = repairStanding(governing, matter, '2050-01-01', {
      matters: view.matters,
      lists: [],
    });
    expect([standing.can === 'never', standing.firstDay]).toEqual([
      never,
      never ? undefined : first,
    ]);
  });

  it('governs by the version in force on the day, and never by an older one in silence', () => {
    const book = [schemes.ndrcRepair2019, schemes.ndrcRepair2023, schemes.ndrcRepair2026];
    const record = recordOf(
      penalty('p', '2023-04-30', { field: 'fire', sanctions: ['fine'], performedOn: '2023-05-01' }),
    );
    const rule = (day: Day) => publishedOn(record, day, { publication: book })[0]?.document;
    expect(['2023-04-30', '2023-05-01', '2026-03-31', '2026-04-01'].map(rule)).toEqual([
      'ndrc-credit-repair@2019',
      'ndrc-credit-repair@2023',
      'ndrc-credit-repair@2023',
      'ndrc-credit-repair@2026',
    ]);
    const old = recordOf(penalty('p', '2019-01-01'));
    expect(codeOf(() => publishedOn(old, '2019-04-29', { publication: book }))).toBe(
      'not-in-force',
    );
  });

  it('takes the first document whose scope a matter lies in', () => {
    const publication = [schemes.beijingPublication2024, schemes.ndrcRepair2026];
    const record = recordOf(
      penalty('p', '2026-05-01'),
      penalty('q', '2026-05-01', { jurisdiction: '120000' }),
      penalty('r', '2026-05-01', { kind: 'permit' }),
    );
    expect(
      publishedOn(record, '2026-06-01', { publication }).map(({ matter, document }) => [
        matter,
        document,
      ]),
    ).toEqual([
      ['110000/penalty/No. p', 'beijing-article-73@2024'],
      ['110000/permit/No. r', undefined],
      ['120000/penalty/No. q', 'ndrc-credit-repair@2026'],
    ]);
  });
});

describe('a repair', () => {
  const publication = [schemes.ndrcRepair2026];
  const p = penalty('p', '2026-05-31');
  const done = step('deed', 'd', 'p', '2026-06-10', { deed: 'duty-done' });
  const pledge = step('deed', 'e', 'p', '2026-06-11', { deed: 'pledge' });
  const repair = (on: Day) => step('repair', 'r', 'p', on);
  const view = (on: Day, ...more: unknown[]) =>
    recordAsOf(recordOf(p, ...more), { on, publication });

  it.each([
    ['on the last day of the minimum', '2026-08-31', ['repair-too-early 2026-09-01']],
    ['on the day after', '2026-09-01', []],
  ])('%s', (_, on, expected) => {
    const { issues, matters } = view('2026-12-31', done, pledge, repair(on));
    expect(issues.map(({ code, params }) => `${code} ${String(params['expected'])}`)).toEqual(
      expected,
    );
    expect(matters[0]?.repairedOn).toBe(expected.length === 0 ? on : undefined);
    expect(matters[0]?.steps.at(-1)?.effect).toBe(expected.length === 0 ? 'applied' : 'refused');
  });

  it('is refused while a need is open, names it, and stays on the record', () => {
    const { issues, matters } = view('2026-12-31', done, repair('2026-09-15'));
    expect(issues.map(({ code, params }) => `${code} ${String(params['given'])}`)).toEqual([
      'repair-need-open pledge',
    ]);
    expect(matters[0]?.steps.map(({ entry, effect }) => [entry.id, effect])).toEqual([
      ['d', 'applied'],
      ['r', 'refused'],
    ]);
  });

  it('is judged by what was so on its day, in whatever order it was reported', () => {
    const late = { ...pledge, knownOn: '2026-10-01' };
    const asked = (known: Day) =>
      recordAsOf(recordOf(p, done, late, repair('2026-09-01')), {
        on: '2026-12-31',
        known,
        publication,
      }).matters[0]?.repairedOn;
    expect([asked('2026-09-30'), asked('2026-10-01')]).toEqual([undefined, '2026-09-01']);
    const after = step('deed', 'e', 'p', '2026-09-02', { deed: 'pledge' });
    expect(
      view('2026-12-31', done, after, repair('2026-09-01')).matters[0]?.repairedOn,
    ).toBeUndefined();
  });

  it('ends publication on its day, and a withdrawal of it lets publication go on from its own', () => {
    const back = step('withdrawal', 'w', 'r', '2026-10-15');
    const record = recordOf(p, done, pledge, repair('2026-09-01'), back);
    const on = (day: Day) => publishedOn(record, day, { publication })[0]?.isPublished;
    expect(['2026-08-31', '2026-09-01', '2026-10-14', '2026-10-15'].map(on)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('is never of what cannot be repaired', () => {
    const closed = penalty('p', '2022-01-10', { sanctions: ['fine', 'suspension'] });
    const record = recordOf(closed, step('repair', 'r', 'p', '2024-12-01'));
    const { issues, matters } = recordAsOf(record, {
      on: '2024-12-31',
      publication: [schemes.samrPublicity],
    });
    expect(issues).toMatchObject([{ code: 'repair-never', params: { rule: 'never-early' } }]);
    expect(matters[0]?.repairedOn).toBeUndefined();
    const award = recordOf(
      penalty('a', '2026-05-31', { kind: 'award' }),
      step('repair', 'r', 'a', '2026-12-01'),
    );
    expect(
      recordAsOf(award, { on: '2026-12-31', publication }).issues.map(({ code }) => code),
    ).toEqual(['repair-without-rule']);
  });

  describe('by the market authorities', () => {
    const samr = [schemes.samrPublicity];
    const fine = penalty('p', '2024-01-10', {
      sanctions: ['fine'],
      offence: 'labels',
      performedOn: '2024-02-01',
    });
    const removed = step('deed', 'h', 'p', '2024-02-02', { deed: 'harm-removed' });
    const r = step('repair', 'r', 'p', '2024-09-01');
    const again = (on: Day, offence?: string) =>
      penalty('again', on, { sanctions: ['fine'], ...(offence === undefined ? {} : { offence }) });
    const open = (...more: unknown[]) =>
      recordAsOf(recordOf(fine, removed, r, ...more), {
        on: '2025-01-01',
        publication: samr,
      }).issues.map(({ params }) => `${String(params['given'])} ${String(params['by'])}`);

    it.each([
      ['with nothing against it', [], []],
      ['with another offence since', [again('2024-05-01', 'weights')], []],
      [
        'with the same since',
        [again('2024-05-01', 'labels')],
        ['no-same-offence 110000/penalty/No. again'],
      ],
      [
        'with the same on its day',
        [again('2024-09-01', 'labels')],
        ['no-same-offence 110000/penalty/No. again'],
      ],
      ['with the same a day later', [again('2024-09-02', 'labels')], []],
      ['with the same on the day of the decision', [again('2024-01-10', 'labels')], []],
      [
        'with one that does not say which',
        [again('2024-05-01')],
        ['no-same-offence 110000/penalty/No. again'],
      ],
    ])('%s', (_, more, expected) => {
      expect(open(...more)).toEqual(expected);
    });

    it('waits until the firm has left the lists', () => {
      const listed = penalty('l', '2024-03-01', {
        kind: 'list-entry',
        list: 'abnormal-operations',
      });
      const left = (on: Day) =>
        penalty('x', on, { kind: 'list-exit', list: 'abnormal-operations' });
      expect(open(listed)).toEqual(['on-no-list abnormal-operations']);
      expect(open(listed, left('2024-09-02'))).toEqual(['on-no-list abnormal-operations']);
      expect(open(listed, left('2024-09-01'))).toEqual([]);
    });
  });

  it('shortens within the range of the text of 2020, no further than to the minimum', () => {
    const beijing = [{ ...schemes.beijingPublication2020, to: '2099-12-31' }];
    const serious = penalty('p', '2021-01-31', { severity: 'serious', performedOn: '2021-02-01' });
    const shorter = (id: string, months: number) =>
      step('shortening', id, 'p', '2021-06-01', { months });
    const last = (...more: unknown[]) =>
      publishedOn(recordOf(serious, ...more), '2021-07-01', { publication: beijing })[0]?.until;
    expect(last()).toBe('2024-01-31');
    expect(last(shorter('s', 3))).toBe('2023-10-31');
    expect(last(shorter('s', 12))).toBe('2023-01-31');
    expect(last(shorter('s', 12), shorter('t', 12), shorter('u', 12))).toBe('2022-01-31');
    expect(last(shorter('s', 2))).toBe('2024-01-31');
    const view = recordAsOf(recordOf(serious, shorter('s', 13)), {
      on: '2021-07-01',
      publication: beijing,
    });
    expect(view.issues).toMatchObject([
      { code: 'shortening-refused', params: { given: 13, expected: '3–12' } },
    ]);
  });
});

describe('publication', () => {
  const publication = [schemes.examplePublication];

  it('is suspended by an objection where the document says so', () => {
    const record = recordOf(
      penalty('p', '2026-01-31'),
      step('objection', 'o', 'p', '2026-02-10'),
      step('objection-decision', 'd', 'o', '2026-03-10', { outcome: 'rejected' }),
    );
    const on = (day: Day) => publishedOn(record, day, { publication })[0]?.reason;
    expect(['2026-02-09', '2026-02-10', '2026-03-09', '2026-03-10'].map(on)).toEqual([
      'within-period',
      'objected',
      'objected',
      'within-period',
    ]);
  });

  it('begins no earlier than it was published', () => {
    const record = recordOf(penalty('p', '2026-01-31', { publishedOn: '2026-02-10' }));
    const on = (day: Day) => publishedOn(record, day, { publication })[0]?.reason;
    expect([on('2026-02-09'), on('2026-02-10')]).toEqual(['not-yet', 'within-period']);
  });

  it('is the same on every day whether asked at once or day by day, and its last day is the last', () => {
    fc.assert(
      fc.property(arbitraryReports(), fc.nat(900), (reports, later) => {
        const record = recordOf(...reports);
        const day = addDays('2025-06-01', later);
        const known = '2029-12-31';
        for (const { matter, until, isPublished } of publishedOn(record, day, {
          publication,
          known,
        })) {
          if (until === undefined) continue;
          const on = (asked: Day) =>
            publishedOn(record, asked, { publication, known }).find((one) => one.matter === matter)
              ?.isPublished;
          expect(isPublished).toBe(day <= until);
          if (isPublished && later % 3 === 0) expect(on(addDays(until, 1))).not.toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is refused as a document with a minimum above its maximum, or a rule never reached', () => {
    const { rules } = schemes.examplePublication;
    const turned = { ...rules[1], publish: { min: { years: 2 }, max: { months: 3 } } };
    const bad = safeParsePublication({ ...schemes.examplePublication, rules: [turned, ...rules] });
    expect(bad.issues.map(({ code }) => code).sort()).toEqual([
      'minimum-above-maximum',
      'repeated-name',
      'rule-unreachable',
    ]);
    expect(codeOf(() => parsePublication({ ...schemes.examplePublication, rules: [] }))).toBe(
      'bad-document',
    );
  });
});
