import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CityYear,
  cityYear,
  firmOn,
  YEAR,
} from '../../examples/a-year-in-the-city/cityYear.js';
import { compared } from '../../examples/a-year-in-the-city/comparison.js';
import { TOLD } from '../../examples/a-year-in-the-city/figures.js';
import { yearPage } from '../../examples/a-year-in-the-city/page.js';
import { type ToldYear, tellYear } from '../../examples/a-year-in-the-city/tellYear.js';
import { emptyRecord, joinEntries } from '../../src/credit/record/creditRecord.js';
import type { RecordEntry } from '../../src/credit/record/entry.js';
import { assess } from '../../src/programme/assess.js';
import { exampleCredit } from '../../src/schemes/exampleCredit.js';
import { exampleRisk } from '../../src/schemes/exampleRisk.js';
import { groupedBy } from '../../src/visits/groupedBy.js';
import { plainEvaluate } from '../scoring/plainEvaluate.js';

const output = join(import.meta.dirname, '../../examples/output/a-year-in-the-city.txt');
/** Minutes of a busy machine; the work itself is some twenty seconds. */
const LONG = 600_000;

describe('the year as it is told', () => {
  let told: ToldYear;
  beforeAll(() => {
    told = tellYear(1200, 12);
  }, LONG);

  it('prints what it printed before, both pages with it', async () => {
    await expect(`${told.text}\n`).toMatchFileSnapshot(output);
  });

  it('draws the same pages again in the same process', () => {
    expect(yearPage(told.data, 'en')).toBe(told.pages.en);
  });

  it('finds more by tiers than by chance, the more so the more the record tells', () => {
    const { margins, cities } = told.data;
    const main = margins[TOLD];
    expect(cities.length).toBeGreaterThanOrEqual(10);
    expect(main?.ahead).toBe(cities.length);
    expect(main?.least).toBeGreaterThan(0);
    const means = margins.map(({ mean }) => mean);
    expect(means).toEqual(means.toSorted((a, b) => a - b));
  });

  it('finds no more where the record tells nothing: the example is not rigged', () => {
    const { margins, cities } = told.data;
    const [blind] = margins;
    // Twice the standard error of the mean of so many cities.
    const bound = (2 * (blind?.deviation ?? 0)) / Math.sqrt(cities.length);
    expect(Math.abs(blind?.mean ?? 99)).toBeLessThan(bound);
  });

  it('gives both ways as many visits', () => {
    for (const { visits, tiered, uniform } of told.data.cities) {
      for (const { faults, hits } of [...tiered, ...uniform]) {
        expect(hits).toBeLessThanOrEqual(visits);
        expect(faults).toBeGreaterThanOrEqual(hits);
      }
    }
  });

  it.each(['zh', 'en'] as const)('is a page in %s that needs nothing from elsewhere', (lang) => {
    const page = told.pages[lang];
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|<script|url\((?!#)|@import/,
    );
    expect(page).toContain(`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`);
    const [figures, plots, tables] = [/<figure>/g, /<svg /g, /<caption>/g].map(
      (part) => page.match(part)?.length,
    );
    expect([figures, plots, tables]).toEqual([7, 14, 8]);
    const titles = [...page.matchAll(/aria-labelledby="(\w+)"/g)].map(([, id]) => id);
    expect(titles.every((id) => page.includes(` id="${id}"`))).toBe(true);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('a small city’s year', () => {
  let year: CityYear;
  beforeAll(() => {
    year = cityYear(250, 'small', 0.75);
  }, LONG);

  /** Records out of the entries alone, whatever order they come in. */
  const recordsOf = (entries: readonly RecordEntry[]) => {
    const byFirm = groupedBy(entries, ({ entity }) => entity);
    return (id: string) => joinEntries(emptyRecord(id), byFirm.get(id) ?? []).record;
  };

  it('ends with the grades, levels and lists that follow from its events alone', () => {
    const plain = JSON.parse(JSON.stringify(year.log)) as RecordEntry[];
    const [turned = []] = fc.sample(fc.shuffledSubarray(plain, { minLength: plain.length }), {
      seed: 7,
      numRuns: 1,
    });
    const recordOf = recordsOf(turned);
    let differs = 0;
    for (const firm of year.firms) {
      const end = year.end.get(firm.id);
      if (end === undefined) continue;
      const entity = firmOn(firm, recordOf(firm.id), YEAR.to);
      const { cell } = assess(year.programme, entity, { asOf: YEAR.to });
      expect({ grade: cell.credit, level: cell.risk, lists: entity.lists }).toEqual(end);
      expect(year.regraded.get(firm.id)).toBe(cell.risk);
      // A second evaluator, slow and obvious, that shares no code with the first.
      expect(plainEvaluate(exampleCredit, entity, YEAR.to)).toMatchObject({ level: cell.credit });
      expect(plainEvaluate(exampleRisk, entity, YEAR.to)).toMatchObject({ level: cell.risk });
      const before = year.start.get(firm.id);
      if (before?.grade !== end.grade || before?.level !== end.level) differs++;
    }
    // The year did something: else the claim would be empty.
    expect(differs).toBeGreaterThan(10);
  });

  it('leaves another end without the events of the year', () => {
    const recordOf = recordsOf(year.log.filter(({ knownOn }) => knownOn <= YEAR.before));
    const changed = year.firms.filter((firm) => {
      const end = year.end.get(firm.id);
      if (end === undefined) return false;
      const entity = firmOn(firm, recordOf(firm.id), YEAR.to);
      const { cell } = assess(year.programme, entity, { asOf: YEAR.to });
      return cell.credit !== end.grade || cell.risk !== end.level;
    });
    expect(changed.length).toBeGreaterThan(5);
  });

  it('has every entry accepted, and nothing refused that the rules allow', () => {
    expect(year.refused).toEqual({});
    expect(year.oversight.issues.every(({ code }) => code === 'publication-unjudged')).toBe(true);
    const planned = year.months.reduce((sum, one) => sum + one.planned, 0);
    expect(planned).toBe(year.plan.visits.length);
  });

  it(
    'is the same twice, to the byte',
    () => {
      const plain = ({ programme: _, ...rest }: CityYear) =>
        JSON.stringify({
          ...rest,
          end: [...rest.end],
          start: [...rest.start],
          regraded: [...rest.regraded],
        });
      expect(plain(cityYear(250, 'small', 0.75))).toBe(plain(year));
      expect(compared(200, 'twice')).toEqual(compared(200, 'twice'));
    },
    LONG,
  );
});
