// The whole of it: one city's year, the comparison over other cities, and both pages.
import { cityYear } from './cityYear.js';
import { compared, margins } from './comparison.js';
import type { YearData } from './figures.js';
import { yearPage } from './page.js';
import { yearText } from './text.js';

export interface ToldYear {
  readonly data: YearData;
  readonly text: string;
  readonly pages: Readonly<Record<'zh' | 'en', string>>;
}

/**
 * @param entities - firms of each city
 * @param seeds - cities of the comparison
 */
export function tellYear(entities: number, seeds: number): ToldYear {
  const year = cityYear(entities, 'evenhand', 0.5);
  const cities = Array.from({ length: seeds }, (_, i) => compared(entities, `city-${i + 1}`));
  const data = { year, cities, margins: margins(cities) };
  const pages = { zh: yearPage(data, 'zh'), en: yearPage(data, 'en') };
  return { data, text: yearText(data, pages), pages };
}
