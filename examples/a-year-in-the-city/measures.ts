// The measures of oversight as rows of a table.
import type { OversightReport } from 'evenhand/oversight';
import { type Lang, measureText } from 'evenhand/texts';
import { sayIn } from './words.js';

export function measureRows({ measures }: OversightReport, lang: Lang): string[][] {
  const say = sayIn(lang);
  const better = {
    more: say('越多越好', 'more'),
    less: say('越少越好', 'less'),
    neither: say('本身无好坏', 'neither'),
  };
  return measures
    .filter(({ of }) => of !== 0)
    .map((one) => {
      const { name, value } = measureText(one, lang);
      return [name, value, better[one.better]];
    });
}
