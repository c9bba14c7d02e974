import { ENGINE } from '../../core/version.js';
import type { BurdenReport } from '../../oversight/burden.js';
import type { Lang } from '../../texts/describe.js';
import { grouped } from '../textTable.js';
import { type BurdenPlot, burdenCharts, type NameOf } from './burdenCharts.js';
import { causeIn, type Say, sayIn } from './burdenWords.js';
import type { DrawChart } from './drawChart.js';
import { html, type Markup, markup, raw } from './html.js';
import { PAGE_STYLE } from './pageStyle.js';

/** What the page of a burden report needs beside the report. */
export interface BurdenPageOptions {
  readonly lang: Lang;
  readonly draw: DrawChart;
  readonly nameOf?: NameOf;
}

/**
 * A burden report as one HTML page that needs nothing else: no script, no font, no connection. Every plot
 * stands twice, for wide and for narrow places, and its numbers stand in a table beside it.
 */
export function burdenPage(report: BurdenReport, options: BurdenPageOptions): string {
  const { lang, draw, nameOf = (id) => id } = options;
  const say = sayIn(lang);
  const plot = burdenCharts(report, say, nameOf, draw);
  const { year, firms, total, saved } = report;
  const title = say('title', { year: String(year) });
  const lede = say('lede', {
    firms: grouped(firms),
    before: grouped(total.before.visits),
    after: grouped(total.after.visits),
    saved: grouped(saved.visits),
    share: percent(saved.visits, total.before.visits),
  });
  const figure = (name: BurdenPlot, heading: string, text: string): Markup => html`
<figure>
<figcaption><h2>${heading}</h2><p>${text}</p></figcaption>
<div class="wide" role="img" aria-label="${heading}">${raw(plot(name, 760))}</div>
<div class="narrow" role="img" aria-label="${heading}">${raw(plot(name, 360))}</div>
</figure>`;
  return markup(html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(PAGE_STYLE)}</style>
</head>
<body>
<header><h1>${title}</h1><p class="lede">${lede}</p></header>
<main>
${tiles(report, say)}
${figure('spread', say('spreadTitle'), say('spreadText'))}
${figure('months', say('monthsTitle'), say('monthsText'))}
${figure('authorities', say('authoritiesTitle'), say('authoritiesText'))}
${authorityTable(report, say, nameOf)}
${
  report.leakage.length === 0
    ? html`<section><h2>${say('leakageTitle')}</h2><p>${say('noLeakage')}</p></section>`
    : html`${figure('leakage', say('leakageTitle'), say('leakageText'))}${leakageTable(report, say, nameOf)}`
}
${limitTable(report, say)}
${mostTable(report, say)}
${missedTable(report, say, nameOf)}
</main>
<footer>${say('source', { engine: ENGINE })}</footer>
</body>
</html>
`);
}

function tiles(report: BurdenReport, say: Say): Markup {
  const { total, saved, firms, fullFirms, leakagePerTenThousand, floorsMissed, refused } = report;
  const { before, after, outside } = total;
  const tile = (name: string, value: string, note: string, mark = ''): Markup =>
    html`<div class="tile${mark}"><dt>${name}</dt><dd>${value}</dd><dd class="note">${note}</dd></div>`;
  const both = (a: number, b: number): string =>
    say('beforeAfter', { before: grouped(a), after: grouped(b) });
  return html`<dl class="tiles">
${tile(say('visits'), fewer(saved.visits, before.visits), both(before.visits, after.visits), ' lead')}
${tile(say('days'), fewer(saved.days, before.days), both(before.days, after.days))}
${tile(say('saved'), grouped(saved.visits), say('savedNote', { days: grouped(saved.days) }))}
${tile(say('outside'), hundredths(leakagePerTenThousand), say('outsideNote', { n: grouped(outside.visits) }), ' outside')}
${tile(say('atCap'), grouped(fullFirms), say('atCapNote', { share: percent(fullFirms, firms) }))}
${tile(say('refused'), grouped(refused), say('refusedNote'))}
${
  floorsMissed === undefined
    ? tile(say('missed'), '—', say('missedUnknown'))
    : tile(
        say('missed'),
        grouped(floorsMissed.length),
        say('missedNote'),
        floorsMissed.length > 0 ? ' alarm' : '',
      )
}
</dl>`;
}

type Cell = string | number;

function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): Markup {
  const isNumber = heads.map((_, i) =>
    rows.every((row) => typeof row[i] === 'number' || /^[\d.,]+%$/.test(String(row[i]))),
  );
  const mark = (i: number): string => (isNumber[i] ? 'n' : 't');
  const head = heads.map((one, i) => html`<th scope="col" class="${mark(i)}">${one}</th>`);
  const body = rows.map(
    (row) =>
      html`<tr>${row.map(
        (cell, i) =>
          html`<td class="${mark(i)}">${typeof cell === 'number' ? grouped(cell) : cell}</td>`,
      )}</tr>\n`,
  );
  return html`<div class="table"><table><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table></div>`;
}

function authorityTable({ authorities }: BurdenReport, say: Say, nameOf: NameOf): Markup {
  const heads = (
    ['authority', 'requests', 'joined', 'outsideShort', 'overridden', 'refusedShort'] as const
  ).map((word) => say(word));
  return table(
    heads,
    authorities.map(({ authority, requests, joined, outside, overridden, refused }) => [
      ...[nameOf(authority), requests, joined, outside, overridden, refused],
    ]),
  );
}

function leakageTable({ leakage, total }: BurdenReport, say: Say, nameOf: NameOf): Markup {
  const heads = [say('cause'), say('authority'), say('visits'), say('share')];
  return table(
    heads,
    leakage.map(({ cause, authority, visits }) => [
      ...[causeIn(say)(cause), nameOf(authority), visits, percent(visits, total.after.visits)],
    ]),
  );
}

function limitTable({ atCap, firms }: BurdenReport, say: Say): Markup {
  const rows = atCap.map((one) => [one.limit, one.firms, percent(one.firms, firms)]);
  const heads = [say('limit'), say('limitFirms'), say('share')];
  return html`<section><h2>${say('limitsTitle')}</h2>${rows.length === 0 ? html`<p>${say('none')}</p>` : table(heads, rows)}</section>`;
}

/** How many rows a table of single firms or demands shows; all stand in the files beside the page. */
const SHOWN = 20;

function mostTable({ byFirm }: BurdenReport, say: Say): Markup {
  const rows = byFirm
    .filter(({ after }) => after.visits > 0)
    .toSorted((a, b) => b.after.visits - a.after.visits || b.after.days - a.after.days)
    .slice(0, SHOWN)
    .map(({ entity, before, after, outside }) => [
      ...[entity, before.visits, after.visits, outside.visits, after.days],
    ]);
  const heads = (['firm', 'visitsBefore', 'visitsAfter', 'outsideShort', 'daysAfter'] as const).map(
    (word) => say(word),
  );
  return html`<section><h2>${say('mostTitle')}</h2>${table(heads, rows)}</section>`;
}

function missedTable({ floorsMissed }: BurdenReport, say: Say, nameOf: NameOf): Markup {
  if (floorsMissed === undefined) return html``;
  const rows = floorsMissed
    .slice(0, SHOWN)
    .map(({ demand, entity, authority, item, to }) => [
      ...[demand, entity, nameOf(authority), item, to],
    ]);
  const heads = (['demand', 'firm', 'authority', 'item', 'due'] as const).map((word) => say(word));
  const more = floorsMissed.length - rows.length;
  return html`<section><h2>${say('missedTitle')}</h2>${
    rows.length === 0 ? html`<p>${say('noneMissed')}</p>` : table(heads, rows)
  }${more > 0 ? html`<p>${say('missedMore', { n: grouped(more) })}</p>` : html``}</section>`;
}

/** A share in percent with one digit, rounded half up in whole numbers. */
const percent = (part: number, whole: number): string =>
  whole === 0 ? '0%' : `${tenths(Math.floor((part * 2_000 + whole) / (2 * whole)))}%`;

/** How much less it is, with its sign; none where nothing was spared. */
const fewer = (spared: number, before: number): string =>
  `${spared > 0 ? '−' : ''}${percent(spared, before)}`;

const tenths = (number: number): string =>
  number % 10 === 0 ? grouped(number / 10) : `${grouped(Math.floor(number / 10))}.${number % 10}`;

const hundredths = (number: number): string =>
  `${Math.floor(number / 100)}.${String(number % 100).padStart(2, '0')}%`;
