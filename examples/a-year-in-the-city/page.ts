// One self-contained page in one language: no script, no font and no file from anywhere else.
import type { Lang } from 'evenhand/texts';
import { type Figure, figures, TOLD, type YearData } from './figures.js';
import { MODEL } from './hidden.js';
import { measureRows } from './measures.js';
import { drawPlot } from './plots.js';
import { pageStyle } from './style.js';
import { grouped, sayIn, signed, tenths } from './words.js';

export function yearPage(data: YearData, lang: Lang): string {
  const say = sayIn(lang);
  const { year, cities, margins } = data;
  const told = margins[TOLD];
  const blind = margins[0];
  if (told === undefined || blind === undefined) throw new Error('no margins');
  const { hidden, months, log, levelChanges } = year;
  const planned = months.reduce((sum, one) => sum + one.planned, 0);
  const forCause = months.reduce((sum, one) => sum + one.forCause, 0);
  const title = say('一座示例城市的一年', 'A year in a made-up city');
  const tile = (name: string, value: string, note: string, style = '') =>
    `<div class="tile ${style}"><dt>${name}</dt><dd>${value}</dd><dd class="note">${note}</dd></div>`;
  const spread = ({ mean, deviation }: typeof told): string =>
    `${signed(mean)} ± ${tenths(deviation)}`;
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="lede">${say(
    `计划、检查、事件、改正与修复、重新评级、预警、下一年的计划：一座有 ${grouped(year.entities)} 家企业的示例城市走完一圈。企业、人员和事件均为虚构。`,
    `Plan, visits, events, correction and repair, regrading, warnings, next year’s plan: once round, in a made-up city of ${grouped(year.entities)} firms. No firm, officer or event is real.`,
  )}</p>
</header>
<main>
<dl class="tiles">
${tile(
  say('分级比均匀多发现（每百次检查）', 'Found by tiers beyond chance (per 100 visits)'),
  spread(told),
  say(
    `${cities.length} 座城市平均 ± 标准差；强度 0.5`,
    `mean ± standard deviation of ${cities.length} cities; strength 0.5`,
  ),
  'lead',
)}
${tile(
  say('记录毫无说明力时', 'Where the record tells nothing'),
  spread(blind),
  say('同样的城市和检查，强度 0', 'the same cities and visits, strength 0'),
)}
${tile(
  say('检查', 'Visits'),
  grouped(planned + forCause),
  say(`计划内 ${planned}，触发式 ${forCause}`, `${planned} planned, ${forCause} for cause`),
)}
${tile(
  say('发现的隐患', 'Hidden faults found'),
  `${grouped(hidden.found)}`,
  say(`全年曾有 ${grouped(hidden.were)} 处`, `of ${grouped(hidden.were)} there were in the year`),
)}
${tile(
  say('风险等级变动', 'Levels regraded'),
  grouped(levelChanges),
  say(`由 ${grouped(log.length)} 条记录得出`, `out of ${grouped(log.length)} entries on record`),
)}
</dl>
<aside aria-labelledby="toy"><h2 id="toy">${say('先看这里：隐患是一个玩具模型', 'Read this first: the hidden state is a toy model')}</h2>
<p>${say(
    `每家企业有三处可能存在隐患：年初各以 ${percent(MODEL.least)} + ${percent(MODEL.most)} × 位次² 的概率存在，年内再以一半的概率出现；一次检查以 ${percent(MODEL.seen)} 的概率看到每一处。在“强度”这个比例的企业中，位次就是按信用和风险排出的位次；其余企业的位次随机抽取。这些数字都是编的，差额的大小由它们决定，不能说明任何真实城市。`,
    `Each firm has three places where a fault can be: one is there on 1 January with chance ${percent(MODEL.least)} + ${percent(MODEL.most)} × place², and one arises in the year with half that chance; a visit sees each with chance ${percent(MODEL.seen)}. In a share of firms, the strength, the place is that by credit and risk; in the others it is drawn blindly. All these numbers are made up. They decide how large the margin is, and say nothing about a real city.`,
  )}</p></aside>
${figures(data, lang)
  .map((figure) => figureOf(figure, say))
  .join('\n')}
<section aria-labelledby="oversight"><h2 id="oversight">${say('评议：不设数量指标', 'Oversight: no quota')}</h2>
<p>${say(
    '比率以计划所承诺的为分母，问题只计个数：多查一次、多罚一笔不会让任何指标变好。',
    'Shares are of what the plan promised, what went wrong is counted plainly: one check or one penalty more makes nothing look better.',
  )}</p>
${table(
  [say('指标', 'Measure'), say('数值', 'Value'), say('方向', 'Better')],
  measureRows(year.oversight, lang),
  say('数据：评议', 'Figures: oversight'),
)}</section>
</main>
<footer>${say(
    `计算引擎 ${year.oversight.engine}；强度 ${year.strength}；种子 ${year.seed}。同样的种子得到同样的页面。年末的等级和名单可以由记录条目独立重算。`,
    `Engine ${year.oversight.engine}; strength ${year.strength}; seed ${year.seed}. The same seed gives the same page. Grades and lists at the year’s end can be computed again from the entries alone.`,
  )}</footer>
</body>
</html>
`;
}

function figureOf(
  { id, title, text, heads, rows, plot }: Figure,
  say: ReturnType<typeof sayIn>,
): string {
  const tall = plot.kind === 'pairs' ? 24 * plot.categories.length + 100 : 330;
  const numbers = say(`数据：${title}`, `Figures: ${title}`);
  return `<figure>
<figcaption><h2 id="${id}">${title}</h2><p>${text}</p></figcaption>
<div class="beside"><div class="plot"><div class="wide">${drawPlot(plot, id, 600, tall)}</div><div class="narrow">${drawPlot(plot, id, 340, tall)}</div></div>
${table(heads, rows, numbers)}</div>
</figure>`;
}

function table(
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  caption?: string,
): string {
  const isNumber = (i: number): boolean =>
    i > 0 &&
    rows.some((row) => /\d/.test(String(row[i] ?? ''))) &&
    !/[A-Za-z\u4e00-\u9fff]{3}/.test(String(rows[0]?.[i] ?? ''));
  const cell = (tag: string, value: string | number, i: number): string =>
    `<${tag}${tag === 'th' ? ' scope="col"' : ''}${isNumber(i) ? ' class="n"' : ''}>${typeof value === 'number' ? grouped(value) : value}</${tag}>`;
  const first = (value: string | number): string => `<th scope="row">${value}</th>`;
  return `<div class="table" tabindex="0" role="group"${caption === undefined ? '' : ` aria-label="${caption}"`}><table>${caption === undefined ? '' : `<caption>${caption}</caption>`}<thead><tr>${heads.map((head, i) => cell('th', head, i)).join('')}</tr></thead><tbody>${rows
    .map(
      (row) =>
        `<tr>${row.map((value, i) => (i === 0 ? first(value) : cell('td', value, i))).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>`;
}
