import type { BurdenReport } from '../../oversight/burden.js';
import { VISIT_KINDS } from '../../register/nouns.js';
import { causeIn, type Say } from './burdenWords.js';
import { COLOURS } from './colours.js';
import type { DrawChart } from './drawChart.js';

/** How to name an authority, which the ledger names by its id. */
export type NameOf = (id: string) => string;

/** The plots of a burden report, by name. */
export type BurdenPlot = 'spread' | 'months' | 'authorities' | 'leakage';

const KINDS = [...VISIT_KINDS, 'for-cause'] as const;

/** The plots of a report: each drawn for the width of a page or of a phone. */
export function burdenCharts(
  report: BurdenReport,
  say: Say,
  nameOf: NameOf,
  draw: DrawChart,
): (plot: BurdenPlot, width: number) => string {
  const { months, spread } = report;
  const ranked = report.authorities
    .toSorted((a, b) => b.requests + b.refused - (a.requests + a.refused))
    .slice(0, 16)
    .reverse();
  const causes = [...new Set(report.leakage.map(({ cause }) => cause))];
  const leaders = topLeaders(report, 12);
  const plots: Record<BurdenPlot, (width: number) => string> = {
    spread: (width) =>
      draw({
        width,
        height: 300,
        categories: spread.map(({ visits }) => String(visits)),
        series: [
          {
            name: say('before'),
            colour: COLOURS.before,
            values: spread.map((one) => one.firmsBefore),
          },
          {
            name: say('after'),
            colour: COLOURS.after,
            values: spread.map((one) => one.firmsAfter),
          },
        ],
        labels: spread.length <= 8 && width > 500,
      }),
    months: (width) =>
      draw({
        width,
        height: 280,
        categories: months.map(({ month }) => String(Number(month.slice(5)))),
        stacked: true,
        series: KINDS.map((kind, i) => ({
          name: say(kind),
          colour: [COLOURS.after, COLOURS.second, COLOURS.outside][i] as string,
          values: months.map(({ visits }) => visits[kind]),
        })),
      }),
    authorities: (width) =>
      draw({
        width,
        height: 70 + 30 * ranked.length,
        categories: ranked.map(({ authority }) => nameOf(authority)),
        stacked: true,
        sideways: true,
        series: [
          {
            name: say('own'),
            colour: COLOURS.after,
            values: ranked.map(({ requests, joined }) => requests - joined),
          },
          { name: say('joined'), colour: COLOURS.second, values: ranked.map((one) => one.joined) },
          {
            name: say('refusedShort'),
            colour: COLOURS.refused,
            values: ranked.map((one) => one.refused),
          },
        ],
      }),
    leakage: (width) =>
      draw({
        width,
        height: 80 + 30 * leaders.length,
        categories: leaders.map(nameOf),
        stacked: true,
        sideways: true,
        series: causes.map((cause, i) => ({
          name: causeIn(say)(cause),
          colour: CAUSE_COLOURS[i % CAUSE_COLOURS.length] as string,
          values: leaders.map(
            (authority) =>
              report.leakage.find((one) => one.cause === cause && one.authority === authority)
                ?.visits ?? 0,
          ),
        })),
      }),
  };
  return (plot, width) => plots[plot](width);
}

const CAUSE_COLOURS = ['#d9792b', '#8c5a9e', '#3f7cac', '#7a9e4b', '#b0413e', '#c9a227', '#5d6d7e'];

/** The authorities with the most visits outside the limits, the most last: a plot's rows grow upwards. */
function topLeaders({ leakage }: BurdenReport, most: number): string[] {
  const counts = new Map<string, number>();
  for (const { authority, visits } of leakage) {
    counts.set(authority, (counts.get(authority) ?? 0) + visits);
  }
  const ranked = [...counts].sort(([, a], [, b]) => b - a).slice(0, most);
  return ranked.map(([authority]) => authority).reverse();
}
