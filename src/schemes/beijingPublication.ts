import type { Publication, PublicationRule } from '../credit/publication/publication.js';
import type { Citation } from '../document/document.js';
import { civilPeriods, leftOpen } from './repairCitations.js';

const article73: Citation = {
  id: 'beijing-73',
  title: '北京市优化营商环境条例',
  issuer: '北京市人民代表大会常务委员会',
  article: '第七十三条',
  published: '2024-11-29',
  confidence: 'verified',
  note: 'General dishonesty 3 months to 1 year, serious 1 to 3 years; publication does not end while the decision is not yet performed; it may be shortened on application.',
};

const shortening2020: Citation = {
  ...article73,
  id: 'beijing-73-2020',
  published: '2020-03-27',
  note: 'The text of 2020: shortened on application by 3 to 12 months.',
};

const rule = (
  id: 'general' | 'serious',
  zh: string,
  publish: PublicationRule['publish'],
  cite: string,
  shortening: { readonly shortening?: { readonly min: number; readonly max: number } } = {},
): PublicationRule => ({
  id,
  title: { zh, en: `${id} dishonesty` },
  when: {
    kinds: ['penalty', 'enforcement', 'judgment', 'commitment-broken', 'list-entry'],
    severities: [id],
  },
  publish,
  repair: { needs: [{ need: 'duty-done', cite }], ...shortening },
  cite,
});

const common = {
  schema: 'evenhand/publication/1',
  kind: 'publication',
  id: 'beijing-article-73',
  status: 'draft',
  scope: { jurisdictions: ['110000'] },
  repairFrom: { day: 'day-after', cite: 'civil-code-periods' },
  objection: { suspends: 'nothing', cite: 'left-open' },
  outsiders: { points: 'withheld', cite: 'left-open' },
} as const satisfies Partial<Publication>;

const year = { min: { months: 3 }, max: { years: 1 } } as const;
const years = { min: { years: 1 }, max: { years: 3 } } as const;
const kinds = ['penalty', 'enforcement', 'judgment'] as const;

/**
 * Publication by article 73 of Beijing's regulation, as amended in 2024.
 *
 * @source 北京市优化营商环境条例 Art 62, 73
 */
export const beijingPublication2024: Publication = {
  ...common,
  version: '2024',
  title: { zh: '北京市优化营商环境条例第七十三条', en: 'Beijing, article 73 (2024)' },
  from: '2024-11-29',
  transition: { replaces: 'beijing-article-73@2020', keep: 'reclassify' },
  citations: [
    article73,
    {
      ...article73,
      id: 'beijing-62',
      article: '第六十二条',
      note: 'Measures of repair: pledge, correction, verification, training, credit report, charity; after it publication stops and the result goes to the city platform.',
    },
    civilPeriods,
    leftOpen,
  ],
  untranslated: [
    'Shortening on application: the text of 2024 that was read does not say by how much.',
    'Which of the measures of article 62 a repair asks for: it names them and leaves it to the department.',
    'From which day the period counts is not said in what was read; taken from the decision.',
    'Third-party credit services must follow: nothing here acts on them.',
  ],
  counts: { from: 'decided', cite: 'left-open' },
  unperformed: { atEnd: 'stays', kinds, cite: 'beijing-73' },
  rules: [
    rule('general', '一般失信信息', year, 'beijing-73'),
    rule('serious', '严重失信信息', years, 'beijing-73'),
  ],
  repairEnds: { also: ['sharing'], cite: 'beijing-62' },
};

/**
 * The same article as it stood from 2020, with its range of shortening.
 *
 * @source 北京市优化营商环境条例 (2020)
 */
export const beijingPublication2020: Publication = {
  ...common,
  version: '2020',
  title: { zh: '北京市优化营商环境条例(2020)', en: 'Beijing, publication of dishonesty (2020)' },
  from: '2020-04-28',
  to: '2024-11-28',
  citations: [shortening2020, civilPeriods, leftOpen],
  untranslated: [
    'First day in force: 2020-04-28 is recalled; so is that the periods were those of 2024.',
    'From which day the period counts is not said in what was read; taken from the decision.',
  ],
  counts: { from: 'decided', cite: 'left-open' },
  unperformed: { atEnd: 'stays', kinds, cite: 'beijing-73-2020' },
  rules: [
    rule('general', '一般失信信息', year, 'beijing-73-2020', { shortening: { min: 3, max: 12 } }),
    rule('serious', '严重失信信息', years, 'beijing-73-2020', { shortening: { min: 3, max: 12 } }),
  ],
  repairEnds: { also: ['sharing'], cite: 'left-open' },
};
