import { burdenReport } from 'evenhand/oversight';
import { twoInspections } from 'evenhand/schemes';
import { admitVisit, emptyLedger, type Ledger } from 'evenhand/visits';
import { describe, expect, it } from 'vitest';
import { burdenPage } from '../../../src/cli/burden/burdenPage.js';
import { chartDrawer } from '../../../src/cli/burden/drawChart.js';

const draw = await chartDrawer();

const ask = (ledger: Ledger, lead: string, more: object): Ledger =>
  admitVisit(
    ledger,
    {
      id: `${lead}:1`,
      entity: 'E1',
      kind: 'spot-check',
      lead,
      day: '2026-03-02',
      at: '2026-01-05',
      ...more,
    },
    twoInspections,
  ).ledger;

const evidence = { cause: 'complaint', reference: '12345-1' } as const;
const ledger = ask(ask(emptyLedger, 'food', {}), 'fire', { kind: 'for-cause', evidence });
const report = burdenReport(ledger, { year: 2026 });
const page = (lang: 'zh' | 'en'): string => burdenPage(report, { lang, draw });

describe('the page of a burden report', () => {
  it('names a cause in its own language, in the plot and in the table', () => {
    const [zh, en] = [page('zh'), page('en')];
    expect(zh.match(/投诉举报/g)?.length).toBeGreaterThanOrEqual(3);
    expect(zh).not.toContain('complaint');
    expect(en.match(/complaint/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('puts no minus before what was not spared', () => {
    expect(report.saved.visits).toBe(0);
    expect(page('en')).toContain('<dd>0%</dd>');
    expect(page('en')).not.toContain('−0%');
  });
});
