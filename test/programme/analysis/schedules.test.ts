import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSchedule } from '../../../src/matrix/checkSchedule.js';
import type { Schedule, Tempo } from '../../../src/matrix/schedule.js';
import { analyze } from '../../../src/programme/analysis/analyze.js';
import { diffDocuments } from '../../../src/programme/analysis/diffDocuments.js';
import { shanxiCoal } from '../../../src/schemes/shanxiWorkSafety.js';

const cite = 'doc';
const scheduleOf = (levels: Readonly<Record<string, object>>, more: object = {}): Schedule =>
  ({
    ...{ schema: 'evenhand/schedule/1', kind: 'schedule', id: 's', version: '1' },
    ...{ from: '2026-01-01', status: 'example', untranslated: [] },
    citations: [{ id: 'doc', title: 'Example', confidence: 'example' }],
    scale: { id: 's', levels: Object.keys(levels), worse: 'last' },
    levels: Object.fromEntries(
      Object.entries(levels).map(([level, tempo]) => [level, { ...tempo, cite }]),
    ),
    ...more,
  }) as Schedule;
const found = (schedule: unknown, options = {}) =>
  analyze(schedule, options).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('the analysis of a schedule', () => {
  it('warns of coal mines of degree D, visited less than those of C', () => {
    expect(
      analyze(shanxiCoal).map(({ severity, code, path, params }) => [severity, code, path, params]),
    ).toEqual([
      [
        'warning',
        'often-turns-round',
        ['levels', 'D', 'cap'],
        {
          given: '{"visits":4,"per":"calendar-year"}',
          expected: '{"visits":6,"per":"calendar-year"}',
        },
      ],
    ]);
  });

  it.each<[string, object, object]>([
    ['floor', { floor: { months: 6 } }, { floor: { years: 1 } }],
    ['cap', { cap: { visits: 2, per: { years: 1 } } }, { cap: { visits: 2, per: { years: 2 } } }],
    ['cap', { cap: { gap: { months: 6 } } }, { cap: { gap: { months: 7 } } }],
    ['cap', { cap: { days: 9, per: 'calendar-year' } }, { cap: { days: 8, per: 'calendar-year' } }],
    [
      'window',
      { window: { opens: { months: 1 }, closes: { months: 2 } } },
      { window: { opens: { months: 1 }, closes: { months: 3 } } },
    ],
    ['ratio', { ratio: '5%' }, { ratio: '1/30' }],
    ['ratio', { ratio: { from: '5%', to: '10%' } }, { ratio: { from: '5%', to: '9%' } }],
  ])('names a %s that lets a worse level be visited less', (field, better, worse) => {
    expect(found(scheduleOf({ low: better, high: worse }))).toEqual([
      `often-turns-round levels.high.${field}`,
    ]);
    expect(found(scheduleOf({ low: worse, high: better }))).toEqual([]);
    expect(
      found(scheduleOf({ low: better, mid: { firstWithin: { days: 9 } }, high: worse })),
    ).toEqual([`often-turns-round levels.high.${field}`]);
    const best = diffDocuments(scheduleOf({ low: better }), scheduleOf({ low: worse }));
    expect(best.direction).toBe('looser');
    expect(diffDocuments(scheduleOf({ low: worse }), scheduleOf({ low: better })).direction).toBe(
      'stricter',
    );
  });

  it('leaves open what neither surely is', () => {
    const caps = [
      { cap: { visits: 2, per: { years: 3 } } },
      { cap: { visits: 1, per: { years: 1 } } },
      { cap: { gap: { months: 6 } } },
      { cap: { days: 1, per: { years: 3 } } },
    ];
    for (const [i, low] of caps.entries()) {
      for (const high of caps.slice(i + 1)) {
        expect(found(scheduleOf({ low, high }))).toEqual([]);
        expect(diffDocuments(scheduleOf({ low }), scheduleOf({ low: high })).direction).toBe(
          'undecided',
        );
      }
    }
  });

  it('names levels never visited, never drawn, or of which nothing is said', () => {
    expect(found(scheduleOf({ low: { ratio: '0%' } }))).toEqual(['zero-share levels.low.ratio']);
    expect(found(scheduleOf({ low: { cap: { visits: 0, per: { years: 1 } } } }))).toEqual([
      'never-visited levels.low.cap',
    ]);
    expect(found(scheduleOf({ low: { methods: ['visit'] } }))).toEqual(['tempo-empty levels.low']);
  });

  it('names windows that close too late or too early, in a tempo by reliance too', () => {
    const window = { opens: { months: 1 }, closes: { months: 7 } };
    expect(found(scheduleOf({ low: { window, floor: { months: 6 } } }))).toEqual([
      'tempo-collides levels.low.window',
    ]);
    expect(found(scheduleOf({ low: { window, cap: { gap: { months: 8 } } } }))).toEqual([
      'tempo-collides levels.low.window',
    ]);
    const reliance = [
      {
        ...{ id: 'r', when: { field: 'list', eq: 'l' }, cite, sunset: '2026-12-31' },
        effect: { tempo: { floor: { months: 3 } } },
      },
    ];
    expect(found(scheduleOf({ low: { window } }, { reliance }))).toEqual([
      'tempo-collides reliance.0.effect.low',
    ]);
  });

  it('names reliance without a last day, and a last day that is over', () => {
    const rule = (more: object) => ({
      reliance: [
        { id: 'r', when: { field: 'list', eq: 'l' }, effect: 'replaces-visit', cite, ...more },
      ],
    });
    const low = { floor: { years: 1 } };
    expect(found(scheduleOf({ low }, rule({})))).toEqual(['no-sunset reliance.0']);
    expect(found(scheduleOf({ low }, rule({ sunset: '2025-12-31' })))).toEqual([
      'sunset-over reliance.0.sunset',
    ]);
    expect(found(scheduleOf({ low }, rule({ sunset: '2026-12-31' })))).toEqual([]);
  });

  it('counts visits against those that can be made', () => {
    const schedule = scheduleOf({ low: { ratio: '10%' }, high: { floor: { months: 4 } } });
    const load = (capacity: number) => ({ profile: { levels: { low: 11, high: 3 }, capacity } });
    // 11 firms at a tenth are 2 visits, 3 firms every four months are 9.
    expect(found(schedule, load(10))).toEqual(['over-capacity levels']);
    expect(found(schedule, load(11))).toEqual([]);
    expect(() => analyze(schedule, { profile: { levels: { none: 1 }, capacity: 1 } })).toThrow(
      '`none`',
    );
  });

  it('asks for a precedence where a longest gap and a cap cannot both be kept', () => {
    const low = { floor: { months: 5 }, cap: { visits: 2, per: { years: 1 } } };
    expect(found(scheduleOf({ low }))).toEqual(['floor-above-cap levels.low']);
    expect(found(scheduleOf({ low }, { precedence: ['cap', 'floor'] }))).toEqual([]);
  });
});

describe('shares of a population', () => {
  const share = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined });

  it('are impossible exactly where no population of ten in ten keeps them', () => {
    fc.assert(
      fc.property(fc.tuple(share, share), fc.tuple(share, share), (low, high) => {
        const rule = (id: string, [least, most]: readonly (number | undefined)[]) =>
          least === undefined && most === undefined
            ? []
            : [
                {
                  ...{ id, kind: 'share', levels: [id], cite },
                  ...(least === undefined ? {} : { atLeast: `${least}/10` }),
                  ...(most === undefined ? {} : { atMost: `${most}/10` }),
                },
              ];
        const tempo: Partial<Tempo> = { floor: { years: 1 } };
        const schedule = scheduleOf(
          { low: tempo, high: tempo },
          { population: [...rule('low', low), ...rule('high', high)] },
        );
        const keeps = ([least = 0, most = 10]: readonly (number | undefined)[], count: number) =>
          least <= count && count <= most;
        const isPossible = Array.from({ length: 11 }, (_, count) => count).some(
          (count) => keeps(low, count) && keeps(high, 10 - count),
        );
        const codes = checkSchedule(schedule).map(({ code }) => code);
        expect(codes.length === 0).toBe(isPossible);
        expect(
          codes.every((code) => code === 'ends-inverted' || code === 'shares-impossible'),
        ).toBe(true);
      }),
    );
  });
});

describe('two versions of a schedule', () => {
  const low = { floor: { years: 1 }, cite };
  const rely = { id: 'r', when: { field: 'list', eq: 'l' }, effect: 'replaces-visit', cite };
  it.each<[string, object, object, string]>([
    ['a longest gap where there was none', {}, { floor: { years: 1 } }, 'stricter'],
    ['a cap where there was none', {}, { cap: { gap: { years: 1 } } }, 'looser'],
    ['a share where there was none', {}, { ratio: '3%' }, 'stricter'],
    [
      'a first visit sooner',
      { firstWithin: { days: 90 } },
      { firstWithin: { days: 30 } },
      'stricter',
    ],
    ['other methods', { methods: ['visit'] }, { methods: ['desk'] }, 'undecided'],
    ['wider ends of a share', { ratio: '5%' }, { ratio: { from: '4%', to: '6%' } }, 'undecided'],
  ])('that states %s goes where it goes', (_, before, after, direction) => {
    const [a, b] = [
      { effects: { fee: '1' }, ...before },
      { effects: { fee: '1' }, ...after },
    ];
    expect(diffDocuments(scheduleOf({ low: a }), scheduleOf({ low: b })).direction).toBe(direction);
  });

  it.each<[string, object, object, string]>([
    ['reliance', {}, { reliance: [rely] }, 'looser'],
    ['reliance', { reliance: [{ ...rely, sunset: '2026-12-31' }] }, { reliance: [rely] }, 'looser'],
    ['precedence', { precedence: ['cap', 'floor'] }, { precedence: ['floor', 'cap'] }, 'stricter'],
    [
      'population',
      {},
      { population: [{ id: 'p', kind: 'capacity', visitsAYear: 'v', cite }] },
      'undecided',
    ],
  ])('with another %s', (_, before, after, direction) => {
    const [a, b] = [scheduleOf({ low }, before), scheduleOf({ low }, after)];
    expect(diffDocuments(a, b).direction).toBe(direction);
  });
});
