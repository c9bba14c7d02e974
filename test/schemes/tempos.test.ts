import { addDays } from 'evenhand/core';
import { checkPopulation, nextDue, nextMethod, tempoFor, visitHistory } from 'evenhand/matrix';
import {
  euIndustrialEmissions,
  euIndustrialEmissionsTempo,
  euMajorHazards,
  euMajorHazardsTempo,
  germanyFood,
  germanyFoodTempo2008,
  germanyFoodTempo2021,
  parisMou,
  parisMouTempo,
  russiaPoints,
  russiaPointsTempo,
  tokyoMou,
  tokyoMouTempo,
  ukFoodHygiene2014,
  ukFoodHygieneTempo,
  ukPermitCharge,
  ukPermitCompliance,
  usFoodFacilities2011,
  usFoodFacilities2016,
  usFoodFacilities2018,
  usNursingHomes,
  usNursingHomesTempo,
} from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { answer, asked, expectPublished, expectTempo } from './published.js';

const CLASSES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

describe('schedules of published schemes', () => {
  it.each([
    [euIndustrialEmissionsTempo, euIndustrialEmissions],
    [euMajorHazardsTempo, euMajorHazards],
    [germanyFoodTempo2008, germanyFood],
    [germanyFoodTempo2021, germanyFood],
    [parisMouTempo, parisMou],
    [tokyoMouTempo, tokyoMou],
    [russiaPointsTempo, russiaPoints],
    [ukFoodHygieneTempo, ukFoodHygiene2014],
    [ukPermitCharge, ukPermitCompliance],
    [usNursingHomesTempo, usNursingHomes],
  ] as const)('are plain data on the scale of their scheme (%#)', (schedule, scheme) => {
    expectTempo(schedule, scheme);
  });

  it('FSA: A 6, B 12, C 18, D 24, E 36 months', () => {
    const floors = (['A', 'B', 'C', 'D', 'E'] as const).map(
      (one) => ukFoodHygieneTempo.levels[one].floor,
    );
    expect(floors).toEqual([6, 12, 18, 24, 36].map((months) => ({ months })));
  });

  it('FSA: broadly compliant C takes turns, another C is inspected each time; D takes turns', () => {
    const rated = (hygiene: number) => ({
      facts: { hygiene, structure: 10, confidence: 10 },
      lists: [],
      events: [
        {
          id: 'v1',
          kind: 'intervention',
          on: '2025-01-15',
          source: 'test',
          values: { method: 'inspection' },
        },
      ],
    });
    const next = (level: 'C' | 'D', hygiene: number) => {
      const { tempo } = tempoFor(ukFoodHygieneTempo, level, rated(hygiene), '2026-01-15');
      const done = visitHistory(ukFoodHygieneTempo, level, rated(hygiene), '2026-01-15');
      return nextMethod(
        tempo.methods ?? [],
        done.flatMap(({ method }) => method ?? []),
      );
    };
    expect([next('C', 10), next('C', 15)]).toEqual(['other-official-control', 'inspection']);
    expect(next('D', 10)).toBe('official-control');
  });

  it('FSMA: a state’s inspection counts for the gap', () => {
    const plant = {
      facts: {},
      lists: [],
      events: [
        { id: 'a', kind: 'inspection', on: '2019-05-01', source: 'test' },
        { id: 'b', kind: 'inspection-state', on: '2023-02-01', source: 'test' },
        { id: 'c', kind: 'inspection-private', on: '2025-02-01', source: 'test' },
      ],
    };
    const days = visitHistory(usFoodFacilities2018, 'high-risk', plant, '2026-01-15');
    expect(days.map(({ event, by }) => [event, by])).toEqual([
      ['a', undefined],
      ['b', 'other-agencies'],
    ]);
    const due = nextDue(
      usFoodFacilities2018.levels['high-risk'],
      { days: days.map(({ on }) => on) },
      '2026-01-15',
    );
    expect(due.due).toBe('2026-02-01');
  });

  it('AVV RÜb: from 2021 classes 1 to 4 have the gap the next class had, 6 to 9 are as they were', () => {
    const [before, after] = [germanyFoodTempo2008, germanyFoodTempo2021].map(({ levels }) =>
      CLASSES.map((one) => JSON.stringify(levels[one].floor)),
    ) as [string[], string[]];
    expect(after.slice(0, 4)).toEqual(before.slice(1, 5));
    expect(after[4]).toBe(before[5]);
    expect(after.slice(5)).toEqual(before.slice(5));
    expect([germanyFoodTempo2008.to, germanyFoodTempo2021.from]).toEqual([
      '2020-12-31',
      '2021-01-01',
    ]);
  });

  it('AVV RÜb: 5 food samples by 1,000 inhabitants', () => {
    const of = (samples: number) =>
      checkPopulation(germanyFoodTempo2021, {
        levels: Object.fromEntries(CLASSES.map((one) => [one, 0])),
        others: { 'food-samples': samples, inhabitants: 300_000 },
      }).map(({ holds }) => holds);
    expect([of(1500), of(1499)]).toEqual([[true], [false]]);
  });

  it('Paris and Tokyo: each window closes before the next milder one opens', () => {
    for (const { levels } of [parisMouTempo, tokyoMouTempo]) {
      const list = (['high', 'standard', 'low'] as const).flatMap((one) => [
        levels[one].window?.opens,
        levels[one].window?.closes,
      ]);
      const months = list.map((period) =>
        period !== undefined && 'months' in period ? period.months : Number.NaN,
      );
      expect(months).toEqual([...months].sort((a, b) => a - b));
    }
    expect(parisMouTempo.levels.high.window).toEqual({
      opens: { months: 5 },
      closes: { months: 6 },
    });
    expect(tokyoMouTempo.levels.low.window).toEqual({
      opens: { months: 9 },
      closes: { months: 18 },
    });
  });

  it('RU: no planned check for low, one a year for the others', () => {
    expect(Object.values(russiaPointsTempo.levels).map(({ cap }) => cap)).toEqual([
      { visits: 0, per: { years: 1 } },
      { visits: 1, per: { years: 1 } },
      { visits: 1, per: { years: 1 } },
    ]);
  });

  it('EA: 95 % for A, 125 % for D, 300 % for F', () => {
    const charges = Object.values(ukPermitCharge.levels).map(({ effects }) => effects?.['charge']);
    expect(charges).toEqual(['0.95', '1', '1.1', '1.25', '1.5', '3']);
  });
});

describe('FSMA section 201', () => {
  const documents = [usFoodFacilities2011, usFoodFacilities2016, usFoodFacilities2018];

  it('is plain data without a finding', () => {
    for (const document of documents) expectTempo(document);
  });

  it('goes from 5 and 7 years to 3 and 5, high-risk two years before the others', () => {
    const gaps = documents.map(({ from, levels }) => [
      from,
      levels['high-risk'].floor,
      levels.other.floor,
    ]);
    expect(gaps).toEqual([
      ['2011-01-04', { years: 5 }, { years: 7 }],
      ['2016-01-04', { years: 3 }, { years: 7 }],
      ['2018-01-04', { years: 3 }, { years: 5 }],
    ]);
    expect(documents.map(({ to }) => to)).toEqual(['2016-01-03', '2018-01-03', undefined]);
  });

  it('asks for 600 in the first year, and for twice the foreign inspections of the year before: 1,200 after 600', () => {
    const of = (now: number) =>
      checkPopulation(usFoodFacilities2011, {
        levels: { other: 0, 'high-risk': 0, 'infant-formula': 0 },
        others: {
          'foreign-inspections': now,
          'foreign-inspections-before': 600,
          'foreign-inspections-first-year': now - 600,
        },
      }).map(({ holds }) => holds);
    expect([of(1200), of(1199)]).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

describe('EU installations', () => {
  it('are plain data without a finding', () => {
    expectPublished(euIndustrialEmissions);
    expectPublished(euMajorHazards);
  });

  // «≤ 1 year highest risk, ≤ 3 years lowest risk»; «upper tier ≤ 1 year, lower tier ≤ 3 years».
  it.each([
    [euIndustrialEmissionsTempo, 'highest', '2026-01-15'],
    [euIndustrialEmissionsTempo, 'between', '2028-01-15'],
    [euIndustrialEmissionsTempo, 'lowest', '2028-01-15'],
    [euMajorHazardsTempo, 'upper', '2026-01-15'],
    [euMajorHazardsTempo, 'lower', '2028-01-15'],
  ] as const)('$0.id: %s, visited on 2025-01-15, is due by %s', (schedule, level, due) => {
    const last = '2025-01-15';
    const plant = { facts: {}, lists: [], events: [] };
    const { tempo } = tempoFor(schedule, level, plant, last);
    expect(nextDue(tempo, { last }, due)).toMatchObject({ state: 'open', due });
    expect(nextDue(tempo, { last }, addDays(due, 1)).state).toBe('overdue');
  });

  it('a programme after systematic appraisal takes the place of Seveso’s gaps', () => {
    const plant = { facts: { 'appraisal-programme': true }, lists: [], events: [] };
    const { tempo, reliance } = tempoFor(euMajorHazardsTempo, 'upper', plant, '2026-01-15');
    expect([tempo.floor, reliance]).toEqual([undefined, ['appraisal-programme']]);
  });

  it.each(['lowest', 'between', 'highest'])('takes the appraisal %s as it is', (appraisal) => {
    expect(answer(euIndustrialEmissions, { facts: { appraisal } })).toBe(`0 → ${appraisal}`);
  });

  it.each(['lower', 'upper'])('takes the tier %s as it is', (tier) => {
    expect(answer(euMajorHazards, { facts: { tier } })).toBe(`0 → ${tier}`);
  });

  it('asks for one more visit for six months after important non-compliance', () => {
    const on = (day: string) =>
      asked(
        euMajorHazards,
        { facts: { tier: 'lower' }, events: [['important-non-compliance', '2025-07-16']] },
        day,
      );
    expect(on('2026-01-15')).toEqual([
      { id: 'important-non-compliance', addVisit: { within: { months: 6 } } },
    ]);
    expect(on('2026-01-16')).toEqual([]);
  });
});

describe('US nursing homes', () => {
  it('is plain data without a finding', () => expectPublished(usNursingHomes));

  it('asks for a survey within two months of a change, and two weeks of substandard care', () => {
    const ids = (kind: string, on: string) =>
      asked(usNursingHomes, { events: [[kind, on]] }).map(({ id }) => id);
    expect(ids('ownership-change', '2025-11-16')).toEqual(['special-survey']);
    expect(ids('management-change', '2025-11-15')).toEqual([]);
    expect(ids('substandard-care', '2026-01-02')).toEqual(['extended-survey']);
    expect(ids('substandard-care', '2026-01-01')).toEqual([]);
  });

  it('holds the average of a state to 12 months: 100 surveys, 1,200 and 1,201 months', () => {
    const of = (months: number) =>
      checkPopulation(usNursingHomesTempo, {
        levels: { facility: 100 },
        others: { 'months-between-surveys': months, surveys: 100 },
      }).map(({ holds }) => holds);
    expect([of(1200), of(1201)]).toEqual([[true], [false]]);
  });
});
