import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../src/calendar/workingCalendar.js';
import { isWorkingDay } from '../../src/calendar/workingDays.js';
import { addDays, dayNumber, dayOf } from '../../src/core/day.js';
import type { Demand } from '../../src/register/nouns.js';
import { chinaWorkingDays } from '../../src/schemes/chinaWorkingDays.js';
import { exampleVisitRules } from '../../src/schemes/exampleVisitRules.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import type { Cap } from '../../src/visits/cap.js';
import { checklistOf } from '../../src/visits/checklistOf.js';
import { checkVisitRules } from '../../src/visits/checkVisitRules.js';
import { dayTable } from '../../src/visits/dayTable.js';
import type { FixedVisit } from '../../src/visits/fixedVisit.js';
import { leadBy } from '../../src/visits/leadBy.js';
import { mergeVisits } from '../../src/visits/mergeVisits.js';
import { openDaysOf } from '../../src/visits/openDays.js';
import { parseVisitRules, safeParseVisitRules } from '../../src/visits/parseVisitRules.js';
import type { ChecklistKey, LeadRule, VisitRules } from '../../src/visits/visitRules.js';
import { visitRulesSchema } from '../../src/visits/visitRulesSchema.js';
import { capOf, demand } from './demands.js';

const working = workingCalendar([chinaWorkingDays]);
const {
  notice: _,
  quiet: __,
  lead: ___,
  checklist: ____,
  levelling: _____,
  ...bare
} = exampleVisitRules;
const rulesOf = (more: Partial<VisitRules>): VisitRules => ({ ...bare, ...more });
const quiet = (
  from: string,
  to: string,
  more: Partial<NonNullable<VisitRules['quiet']>[number]> = {},
) => rulesOf({ quiet: [{ id: 'q', days: { from, to }, cite: 'example', ...more }] });

describe('the document of visit rules', () => {
  it('keeps its schema and has nothing wrong', () => {
    expect(visitRulesSchema.parse(JSON.parse(JSON.stringify(exampleVisitRules)))).toEqual(
      exampleVisitRules,
    );
    expect(checkVisitRules(exampleVisitRules)).toEqual([]);
    expect(parseVisitRules(exampleVisitRules)).toEqual(exampleVisitRules);
  });

  const days = { from: '2026-03-02', to: '2026-03-01' };
  it.each<[string, Partial<VisitRules>, (string | number)[]]>([
    ['quiet-inverted', { quiet: [{ id: 'q', days, cite: 'example' }] }, ['quiet', 0, 'days', 'to']],
    [
      'repeated-name',
      { checklist: { order: ['authority', 'authority'], cite: 'example' } },
      ['checklist', 'order', 1],
    ],
    ['citation-dangling', { lead: { rules: ['duty'], cite: 'nowhere' } }, ['lead', 'cite']],
  ])('is wrong by %s', (code, more, path) => {
    const result = safeParseVisitRules(rulesOf(more));
    expect(result.ok ? [] : result.issues).toMatchObject([{ code, path }]);
  });

  it.each<[string, unknown]>([
    [
      'a day of no year',
      { quiet: [{ id: 'q', days: { yearly: ['02-30', '03-01'] }, cite: 'example' }] },
    ],
    ['notice of half a day', { notice: { days: 0.5, cite: 'example' } }],
    ['notice in two measures', { notice: { days: 1, workingDays: 1, cite: 'example' } }],
    ['no rule for the lead', { lead: { rules: [], cite: 'example' } }],
    ['an unknown key', { checklist: { order: ['loudest-first'], cite: 'example' } }],
    ['weeks', { levelling: { per: 'week', cite: 'example' } }],
  ])('does not parse with %s', (_name, more) => {
    expect(() => parseVisitRules({ ...bare, ...(more as object) })).toThrow(
      expect.objectContaining({ code: 'bad-visit-rules' }),
    );
  });
});

describe('open days', () => {
  const openOn = (rules: VisitRules, district?: string) => {
    const open = openDaysOf({ rules })(district);
    return (day: string) => open.isOpen(dayNumber(day));
  };

  it('are none of the quiet ones, both ends inside', () => {
    const open = openOn(quiet('2026-03-02', '2026-03-03'));
    expect(['01', '02', '03', '04'].map((d) => open(`2026-03-${d}`))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('come again each year where quiet days do, over the new year and on a leap day', () => {
    const yearly = (from: string, to: string) =>
      openOn(rulesOf({ quiet: [{ id: 'q', days: { yearly: [from, to] }, cite: 'example' }] }));
    const winter = yearly('12-30', '01-02');
    const days = ['2025-12-29', '2025-12-30', '2026-01-02', '2026-01-03', '2031-12-31'];
    expect(days.map(winter)).toEqual([true, false, false, true, false]);
    const leap = yearly('02-29', '02-29');
    expect(['2028-02-29', '2027-02-28', '2027-03-01'].map(leap)).toEqual([false, true, true]);
  });

  it('are open elsewhere where quiet days hold in one district', () => {
    const rules = quiet('2026-03-02', '2026-03-02', { districts: ['110105'] });
    expect(openOn(rules, '110105')('2026-03-02')).toBe(false);
    expect(openOn(rules, '110108')('2026-03-02')).toBe(true);
    expect(openOn(rules)('2026-03-02')).toBe(true);
  });

  it.each([
    [{ days: 5 }, '2026-09-23'],
    [{ workingDays: 5 }, '2026-09-24'],
    [undefined, '2026-09-18'],
  ])('begin when the firm can be told: %o', (notice, first) => {
    const rules = rulesOf(notice === undefined ? {} : { notice: { ...notice, cite: 'example' } });
    const open = openDaysOf({ rules, calendar: working, asOf: '2026-09-18' })(undefined);
    const last = dayNumber('2026-12-31');
    expect(dayOf(open.from(dayNumber('2026-01-01'), last) as number)).toBe(first);
    expect(open.from(last + 1, last)).toBeUndefined();
    expect(open.upTo(dayNumber('2026-09-17'), dayNumber('2026-01-01'))).toBeUndefined();
  });

  it('cannot be told without the day and the calendar that notice counts by', () => {
    const rules = rulesOf({ notice: { workingDays: 3, cite: 'example' } });
    const codeOf = (more: object): unknown => {
      try {
        openDaysOf({ rules, ...more });
        return undefined;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(codeOf({})).toBe('notice-without-day');
    expect(codeOf({ asOf: '2026-01-05' })).toBe('notice-without-calendar');
    expect(codeOf({ asOf: '2026-01-05', calendar: working })).toBeUndefined();
  });
});

describe('merging by rules', () => {
  const golden = demand('golden', '2026-10-01..2026-10-09');

  it('visits on working days, and the window is cut to them', () => {
    const [visit] = mergeVisits([golden], twoInspections, { calendar: working }).visits;
    expect([visit?.day, visit?.window]).toEqual([
      '2026-10-08',
      { from: '2026-10-08', to: '2026-10-09' },
    ]);
  });

  it('defers what has no open day, and refuses a year without a calendar', () => {
    const holiday = demand('holiday', '2026-10-01..2026-10-07', { duty: true });
    const later = demand('later', '2026-12-01..2027-01-31');
    const merged = mergeVisits([golden, holiday, later], twoInspections, { calendar: working });
    expect(merged.deferred).toEqual([
      { demand: 'holiday', entity: 'E1', reason: 'no-open-day', because: [] },
    ]);
    expect(merged.refused).toMatchObject([
      {
        demand: 'later',
        issue: {
          code: 'year-without-calendar',
          path: [2, 'window'],
          params: { expected: '2025, 2026' },
        },
      },
    ]);
    expect(merged.before).toBe(2);
  });

  it('cuts windows to the days that are left, and what is over is deferred', () => {
    const spring = demand('spring', '2026-03-01..2026-05-31');
    const winter = demand('winter', '2026-01-01..2026-02-28');
    const { visits, deferred } = mergeVisits([spring, winter], twoInspections, {
      asOf: '2026-04-10',
    });
    expect(visits.map(({ day }) => day)).toEqual(['2026-04-10']);
    expect(deferred.map(({ demand: id, reason }) => [id, reason])).toEqual([
      ['winter', 'no-open-day'],
    ]);
  });

  it('lets a complaint through on a quiet holiday', () => {
    const evidence = { cause: 'complaint', reference: 'R' } as const;
    const complaint = { ...golden, cause: 'for-cause', evidence } as const;
    const { outside } = mergeVisits([complaint], twoInspections, {
      calendar: working,
      rules: quiet('2026-01-01', '2026-12-31'),
    });
    expect(outside[0]?.day).toBe('2026-10-01');
  });

  it('reads quiet days by the place of each site', () => {
    const rules = quiet('2026-03-01', '2026-03-31', { districts: ['110105'] });
    const { visits } = mergeVisits(
      [
        demand('a', '2026-03-01..2026-06-30', { site: 'S1' }),
        demand('b', '2026-03-01..2026-06-30', { site: 'S2' }),
      ],
      capOf(0, 2),
      { rules, districtOf: (_entity, site) => (site === 'S1' ? '110105' : '110108') },
    );
    expect(visits.map(({ site, day }) => [site, day])).toEqual([
      ['S2', '2026-03-01'],
      ['S1', '2026-04-01'],
    ]);
  });

  it('leads by the declared rules', () => {
    const list = [
      demand('a', '2026-03-01..2026-03-31', { authority: 'fire', weight: 9 }),
      demand('b', '2026-03-01..2026-03-31', { authority: 'food' }),
      demand('c', '2026-03-01..2026-03-31', { authority: 'food', item: 'staff' }),
    ];
    const leadOf = (rules: LeadRule[]) => {
      const [visit] = mergeVisits(list, twoInspections, {
        rules: rulesOf({ lead: { rules, cite: 'example' } }),
        rankOf: (item) => (item === 'staff' ? 'key' : 'general'),
      }).visits;
      return [visit?.lead, ...(visit?.partners ?? [])];
    };
    expect(leadOf(['most-demands'])).toEqual(['food', 'fire']);
    expect(leadOf(['heaviest'])).toEqual(['fire', 'food']);
    expect(leadOf(['key-item'])).toEqual(['food', 'fire']);
    expect(leadOf([{ authorities: ['tax', 'fire'] }])).toEqual(['fire', 'food']);
  });
});

describe('visits that are there already', () => {
  const done: FixedVisit = {
    id: 'E1/spot-check',
    entity: 'E1',
    kind: 'spot-check',
    day: '2026-02-10',
    isOpen: false,
  };
  const planned: FixedVisit = {
    id: 'E1/census',
    entity: 'E1',
    kind: 'census',
    day: '2026-05-12',
    isOpen: true,
  };
  const march = demand('march', '2026-03-01..2026-03-31');
  const spring = demand('spring', '2026-03-01..2026-06-30');

  it('use the cap up, and are named in the deferral', () => {
    expect(mergeVisits([march], twoInspections, { fixed: [done] }).deferred).toEqual([
      {
        demand: 'march',
        entity: 'E1',
        reason: 'cap-reached',
        because: [],
        fixed: ['E1/spot-check'],
      },
    ]);
  });

  it('are joined where they are still to come', () => {
    const { visits, joined, after } = mergeVisits([march, spring], twoInspections, {
      fixed: [planned],
    });
    // The first visit that can do it does it: the one in March that is needed anyhow.
    expect(joined).toEqual([]);
    expect(visits.map((visit) => visit.demands)).toEqual([['march', 'spring']]);
    expect(after).toBe(1);
    const alone = mergeVisits([spring], twoInspections, { fixed: [planned] });
    expect([alone.joined, alone.visits]).toEqual([
      [{ visit: 'E1/census', demands: ['spring'] }],
      [],
    ]);
  });

  it('are not joined once they are over, nor when they were for a cause', () => {
    const options = { fixed: [planned], asOf: '2026-05-13' } as const;
    expect(mergeVisits([spring], twoInspections, options).joined).toEqual([]);
    const complaint = { ...planned, kind: 'for-cause', id: 'E1/for-cause' } as const;
    const merged = mergeVisits([spring], twoInspections, { fixed: [complaint] });
    expect([merged.joined, merged.visits.length]).toEqual([[], 1]);
  });

  it('keep their numbers', () => {
    const [visit] = mergeVisits([march], capOf(1, 2), { fixed: [done] }).visits;
    expect(visit?.id).toBe('E1/spot-check#2');
    const second = { ...done, id: 'E1/spot-check#2' };
    const [other] = mergeVisits([march], capOf(1, 3), { fixed: [done, second] }).visits;
    expect(other?.id).toBe('E1/spot-check#3');
  });

  it('are a mistake twice, or on no day', () => {
    const codeOf = (fixed: FixedVisit[]): unknown => {
      try {
        mergeVisits([march], twoInspections, { fixed });
        return undefined;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(codeOf([done, done])).toBe('repeated-fixed-visit');
    expect(codeOf([{ ...done, day: '2026-02-30' }])).toBe('no-such-day');
  });
});

describe('time between visits', () => {
  const [limit] = twoInspections.limits;
  const gapped: Cap = {
    ...capOf(9, 9),
    limits: [
      { ...(limit as Cap['limits'][number]), id: 'gap', unit: { gap: { months: 2 } }, counts: {} },
    ].map(({ window: _window, ...rest }) => rest),
    precedence: ['for-cause', 'cap', 'duty'],
  };
  const january = demand('january', '2026-01-10..2026-01-31', { weight: 2 });
  const february = demand('february', '2026-02-01..2026-03-08');
  const summer = demand('summer', '2026-03-01..2026-08-31');

  it('pushes a visit back until it is long enough after the one before', () => {
    const { visits } = mergeVisits([january, summer], gapped);
    expect(visits.map(({ day, window }) => [day, window])).toEqual([
      ['2026-01-10', { from: '2026-01-10', to: '2026-01-10' }],
      ['2026-03-10', { from: '2026-03-10', to: '2026-08-31' }],
    ]);
  });

  it('defers what comes too soon, and the table of days shows that no day is better', () => {
    const list = [january, february];
    const { deferred } = mergeVisits(list, gapped);
    expect(deferred).toEqual([
      { demand: 'february', entity: 'E1', reason: 'gap-kept', because: ['january'] },
    ]);
    const { chosen, rows } = dayTable(list, gapped, 'february');
    expect(chosen).toEqual({ duties: 0, weight: 2, demands: 1, visits: 1 });
    expect(rows).toHaveLength(36);
    for (const { best } of rows)
      expect(best).toEqual({ duties: 0, weight: 1, demands: 1, visits: 1 });
  });

  it('yields to a duty in the open, where duties go first', () => {
    const list = [january, february].map((one) => ({ ...one, duty: true }));
    const { visits } = mergeVisits(list, { ...gapped, precedence: ['for-cause', 'duty', 'cap'] });
    expect(visits.map(({ demands, because }) => [demands, because])).toEqual([
      [['january'], undefined],
      [['february'], ['february']],
    ]);
  });
});

describe('the exhausted table of days', () => {
  const start = '2026-03-02';
  const dues = fc
    .array(
      fc.record({
        start: fc.nat(5),
        length: fc.nat(3),
        weight: fc.nat(3),
        duty: fc.boolean(),
        kind: fc.constantFrom('census' as const, 'spot-check' as const),
      }),
      { minLength: 2, maxLength: 6 },
    )
    .map((rows) =>
      rows.map(
        ({ start: first, length, ...row }, i): Demand => ({
          ...row,
          id: `D${i}`,
          entity: 'E1',
          authority: 'fire',
          item: `${i}`,
          cause: 'draw',
          window: { from: addDays(start, first), to: addDays(start, first + length) },
        }),
      ),
    );

  it('has a row for every day, none better than the choice, and one as good only if it is done', () => {
    let rowsSeen = 0;
    fc.assert(
      fc.property(
        dues,
        fc.nat(2),
        fc.nat(2),
        fc.boolean(),
        (list, census, spotChecks, dutyFirst) => {
          const cap = capOf(census, spotChecks, {
            precedence: dutyFirst ? ['for-cause', 'duty', 'cap'] : ['for-cause', 'cap', 'duty'],
          });
          const { visits, deferred } = mergeVisits(list, cap);
          for (const { demand: id } of deferred) {
            const { chosen, rows } = dayTable(list, cap, id);
            const window = list.find((one) => one.id === id)?.window;
            expect([rows[0]?.day, rows.at(-1)?.day]).toEqual([window?.from, window?.to]);
            expect(chosen.visits).toBe(visits.length);
            const worth = ({ duties, weight, demands, visits: n }: typeof chosen) => [
              duties,
              weight,
              demands,
              -n,
            ];
            for (const { best } of rows) {
              if (best === undefined) continue;
              rowsSeen++;
              const [a, b] = [worth(chosen), worth(best)];
              const i = a.findIndex((value, at) => value !== b[at]);
              expect(i < 0 || (a[i] as number) > (b[i] as number)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(rowsSeen).toBeGreaterThan(50);
  });

  it('is asked for a demand that can be planned', () => {
    expect(() => dayTable([], twoInspections, 'x')).toThrow(
      expect.objectContaining({ code: 'unknown-demand' }),
    );
  });

  it('has no rows where no day is open', () => {
    const shut = demand('shut', '2026-03-02..2026-03-03');
    expect(
      dayTable([shut], twoInspections, 'shut', { rules: quiet('2026-03-01', '2026-03-31') }).rows,
    ).toEqual([]);
  });
});

describe('who leads', () => {
  const one = { kind: 'spot-check', duty: false, weight: 1 } as const;
  const list = [
    { ...one, id: 'a', authority: 'z', item: 'x' },
    { ...one, id: 'b', authority: 'a', item: 'y' },
    { ...one, id: 'c', authority: 'm', item: 'z', duty: true },
  ];
  it.each<[LeadRule[], string]>([
    [[], 'a'],
    [['duty'], 'm'],
    [['heaviest', 'duty'], 'm'],
    [[{ authorities: ['q'] }], 'a'],
    [[{ authorities: ['z', 'a'] }, 'duty'], 'z'],
    [['key-item', 'most-demands'], 'a'],
  ])('by %j is %s', (rules, lead) => {
    expect(leadBy('spot-check', list, rules)).toBe(lead);
  });

  it('is of a census demand in a census visit', () => {
    const census = { ...one, id: 'd', authority: 'tax', item: 'w', kind: 'census' } as const;
    expect(leadBy('census', [...list, census], ['duty'])).toBe('tax');
  });
});

describe('the merged checklist', () => {
  const ask = (id: string, authority: string, item: string, duty = false) => ({
    id,
    authority,
    item,
    duty,
  });
  const list = [
    ask('1', 'fire', 'exits', true),
    ask('2', 'food', 'kitchen'),
    ask('3', 'food', 'hygiene'),
    ask('4', 'food', 'kitchen'),
    ask('5', 'tax', 'books'),
  ];
  const rank = (item: string) => (item === 'kitchen' ? 'key' : 'general');
  it.each<[ChecklistKey[], string[]]>([
    [[], ['exits', 'hygiene', 'kitchen', 'books']],
    [['key-first'], ['kitchen', 'exits', 'hygiene', 'books']],
    [['general-first'], ['exits', 'hygiene', 'books', 'kitchen']],
    [['lead-first'], ['books', 'exits', 'hygiene', 'kitchen']],
    [
      ['lead-first', 'key-first'],
      ['books', 'kitchen', 'exits', 'hygiene'],
    ],
    [
      ['duty-first', 'lead-first'],
      ['exits', 'books', 'hygiene', 'kitchen'],
    ],
    [
      ['authority', 'key-first'],
      ['exits', 'kitchen', 'hygiene', 'books'],
    ],
  ])('by %j is in this order, each item once', (order, expected) => {
    const lines = checklistOf({ lead: 'tax' }, list, order, rank);
    expect(lines.map(({ item }) => item)).toEqual(expected);
    expect(lines.find(({ item }) => item === 'kitchen')?.demands).toEqual(['2', '4']);
  });
});

it('keeps every day of every visit open, whatever the rules', () => {
  const window = fc.tuple(fc.nat(360), fc.nat(60)).map(([from, length]) => ({
    from: addDays('2026-01-01', from),
    to: addDays('2026-01-01', Math.min(364, from + length)),
  }));
  fc.assert(
    fc.property(fc.array(window, { minLength: 1, maxLength: 6 }), fc.nat(300), (windows, today) => {
      const asOf = addDays('2026-01-01', today);
      const list = windows.map((own, i) => ({
        ...demand(`D${i}`, '2026-01-01..2026-01-01'),
        window: own,
      }));
      const { visits } = mergeVisits(list, twoInspections, {
        calendar: working,
        rules: exampleVisitRules,
        asOf,
        districtOf: () => '110105',
      });
      for (const { day } of visits) {
        expect(isWorkingDay(working, day)).toBe(true);
        expect(day >= asOf).toBe(true);
        expect(day.slice(5) <= '01-10' || ('2026-06-08' <= day && day <= '2026-06-12')).toBe(false);
      }
    }),
  );
});
