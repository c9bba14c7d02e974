import type { VisitRules } from '../visits/visitRules.js';

/**
 * How an authority may arrange joint visits, to learn from: notice, quiet days, who leads, the order of
 * the checklist, and visits spread over the months. Its numbers are made up.
 */
export const exampleVisitRules: VisitRules = {
  schema: 'evenhand/visit-rules/1',
  kind: 'visit-rules',
  id: 'example-visit-rules',
  version: '2026',
  title: { zh: '示例联合检查安排规则', en: 'Example visit rules' },
  from: '2025-01-01',
  status: 'example',
  citations: [
    {
      id: 'example',
      title: 'Made up to show the form',
      confidence: 'example',
      note: 'Days of quiet for firms (企业安静期) are kept by many towns, each with its own days.',
    },
  ],
  untranslated: [],
  notice: { workingDays: 3, cite: 'example' },
  quiet: [
    {
      id: 'month-start',
      title: { zh: '年初安静期', en: 'Quiet days after the new year' },
      days: { yearly: ['01-01', '01-10'] },
      cite: 'example',
    },
    {
      id: 'fair',
      title: { zh: '展会期间', en: 'A trade fair' },
      days: { from: '2026-06-08', to: '2026-06-12' },
      districts: ['110105'],
      cite: 'example',
    },
  ],
  lead: { rules: ['most-demands', 'duty'], cite: 'example' },
  checklist: { order: ['lead-first', 'general-first', 'authority'], cite: 'example' },
  levelling: { per: 'month', cite: 'example' },
};
