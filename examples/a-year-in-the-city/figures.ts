// The figures of the year: each a title, what it says, its numbers as a table, and how they are plotted.
import { shareInterval } from 'evenhand/oversight';
import type { Lang } from 'evenhand/texts';
import type { CityYear } from './cityYear.js';
import type { Compared, Margin } from './comparison.js';
import { STRENGTHS } from './comparison.js';
import { RULES, sayIn, signed, tenths } from './words.js';

/** How a figure is plotted. */
export type Plot =
  | {
      readonly kind: 'bars';
      readonly stacked: boolean;
      readonly sideways?: boolean;
      readonly categories: readonly string[];
      readonly series: readonly Series[];
      readonly unit: string;
    }
  | {
      readonly kind: 'lines';
      readonly categories: readonly string[];
      readonly series: readonly Series[];
      readonly unit: string;
    }
  | {
      readonly kind: 'ranges';
      readonly categories: readonly string[];
      readonly points: readonly {
        readonly at: number;
        readonly low: number;
        readonly high: number;
      }[];
      readonly colour: Colour;
      readonly name: string;
      readonly rangeName: string;
      readonly across: string;
      readonly unit: string;
    }
  | {
      readonly kind: 'pairs';
      readonly categories: readonly string[];
      readonly from: Series;
      readonly to: Series;
      readonly unit: string;
    };

export type Colour = 'main' | 'second' | 'pale' | 'warm' | 'red';

export interface Series {
  readonly name: string;
  readonly colour: Colour;
  readonly values: readonly number[];
}

export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly plot: Plot;
}

/** What the page is made of. */
export interface YearData {
  readonly year: CityYear;
  readonly cities: readonly Compared[];
  readonly margins: readonly Margin[];
}

/** The strength at which the year itself is told. */
export const TOLD = STRENGTHS.indexOf(0.5);

export function figures({ year, cities, margins }: YearData, lang: Lang): Figure[] {
  const say = sayIn(lang);
  const per100 = say('每百次检查发现的隐患', 'hidden faults found per 100 visits');
  const rate = (faults: number, visits: number): number => (faults * 100) / visits;
  const pairs = cities.map(({ visits, tiered, uniform }, i) => ({
    name: say(`城市 ${i + 1}`, `City ${i + 1}`),
    visits,
    tiered: rate(tiered[TOLD]?.faults ?? 0, visits),
    uniform: rate(uniform[TOLD]?.faults ?? 0, visits),
  }));
  const { months, tiers, warnings } = year;
  const names = months.map(({ month }) =>
    lang === 'zh' ? `${Number(month.slice(5))}月` : (MONTHS[Number(month.slice(5)) - 1] as string),
  );
  const first = tallyOf([...year.start.values()].map(({ grade }) => grade));
  const change = (grade: string): number[] =>
    months.map(({ grades }) => (grades[grade] ?? 0) - (first[grade] ?? 0));
  return [
    {
      id: 'seeds',
      title: say('同样多的检查，谁发现得多', 'As many visits: which way finds more'),
      text: say(
        `${cities.length} 座示例城市，各用各的种子。每座城市按风险和信用分级抽查一年，再把同样多的检查不分对象地均匀抽取一遍。隐患一半随记录（强度 0.5）。`,
        `${cities.length} made-up cities, each with a seed of its own. Each is inspected for a year by risk and credit, and once more with as many visits to firms drawn among all alike. Half of the hidden state follows the record (strength 0.5).`,
      ),
      heads: [
        say('城市', 'City'),
        say('检查次数', 'Visits'),
        say('均匀', 'Uniform'),
        say('分级', 'By tier'),
        say('差额', 'Margin'),
      ],
      rows: pairs.map(({ name, visits, tiered, uniform }) => [
        ...[name, visits, tenths(uniform), tenths(tiered), signed(tiered - uniform)],
      ]),
      plot: {
        kind: 'pairs',
        categories: pairs.map(({ name }) => name),
        from: {
          name: say('均匀抽查', 'Uniform'),
          colour: 'pale',
          values: pairs.map(({ uniform }) => uniform),
        },
        to: {
          name: say('分级抽查', 'By tier'),
          colour: 'main',
          values: pairs.map(({ tiered }) => tiered),
        },
        unit: per100,
      },
    },
    {
      id: 'strength',
      title: say('差额取决于记录能说明多少', 'The margin is what the record can tell'),
      text: say(
        '同样的城市和检查，只改变隐患随记录的强度：0 为毫无关系，1 为完全一致。强度为 0 时，分级不比均匀好，差额在零上下。点为各城市平均，线为最小到最大。',
        'The same cities and the same visits; only how far the hidden state follows the record changes, from 0 (not at all) to 1 (wholly). At 0 the tiers are no better than chance and the margin lies about nothing. Points are means over the cities, lines run from the least to the most.',
      ),
      heads: [
        say('强度', 'Strength'),
        say('均匀', 'Uniform'),
        say('分级', 'By tier'),
        say('差额', 'Margin'),
        say('标准差', 'Std. dev.'),
        say('最小至最大', 'Least to most'),
        say('分级较多', 'Ahead'),
      ],
      rows: margins.map((one) => [
        ...[
          String(one.strength),
          tenths(one.uniform),
          tenths(one.tiered),
          signed(one.mean),
          tenths(one.deviation),
        ],
        say(
          `${signed(one.least)} 至 ${signed(one.most)}`,
          `${signed(one.least)} to ${signed(one.most)}`,
        ),
        `${one.ahead}/${cities.length}`,
      ]),
      plot: {
        kind: 'ranges',
        categories: margins.map(({ strength }) => String(strength)),
        points: margins.map(({ mean, least, most }) => ({ at: mean, low: least, high: most })),
        ...{ colour: 'main', name: say('差额（平均）', 'Margin (mean)') },
        rangeName: say('最小至最大', 'least to most'),
        across: say('隐患随记录的强度', 'how far the hidden state follows the record'),
        unit: say('每百次检查多发现的隐患', 'faults found beyond chance, per 100 visits'),
      },
    },
    {
      id: 'tiers',
      title: say('各等级的检查发现问题的比率', 'How often visits found a fault, tier by tier'),
      text: say(
        '强度 0.5 的一座城市。等级为制订计划时矩阵给出的综合等级，线为 95% 区间（Wilson）。',
        'One city at strength 0.5. The tier is the one the matrix gave when the plan was made; lines are 95 % intervals (Wilson).',
      ),
      heads: [
        say('等级', 'Tier'),
        say('企业', 'Firms'),
        say('检查', 'Visits'),
        say('发现问题', 'With a fault'),
        say('比率', 'Share'),
        say('95% 区间', '95 % interval'),
      ],
      rows: tiers.map(({ tier, firms, visits, hits }) => {
        const { low, high } = shareInterval(hits, visits);
        return [
          ...[tier, firms, visits, hits, visits === 0 ? '–' : `${tenths(rate(hits, visits))}%`],
          `${tenths(low / 100)}–${tenths(high / 100)}%`,
        ];
      }),
      plot: {
        kind: 'ranges',
        categories: tiers.map(({ tier }) => tier),
        points: tiers.map(({ hits, visits }) => {
          const { low, high } = shareInterval(hits, visits);
          return { at: visits === 0 ? 0 : rate(hits, visits), low: low / 100, high: high / 100 };
        }),
        ...{ colour: 'main', name: say('发现问题的检查', 'visits with a fault') },
        rangeName: say('95% 区间', '95 % interval'),
        across: say('综合等级', 'tier'),
        unit: '%',
      },
    },
    {
      id: 'months',
      title: say('逐月的检查', 'The visits, month by month'),
      text: say(
        '计划内的检查按抽签定下的日期进行；触发式检查由风险预警而来，不计入上限。',
        'Planned visits come on the days the plan set; visits for cause come from warnings and stand outside the cap.',
      ),
      heads: [
        say('月份', 'Month'),
        say('计划内', 'Planned'),
        say('其中有问题', 'with a fault'),
        say('触发式', 'For cause'),
        say('其中有问题', 'with a fault'),
      ],
      rows: months.map((one, i) => [
        ...[names[i] as string, one.planned, one.plannedHits, one.forCause, one.forCauseHits],
      ]),
      plot: {
        kind: 'bars',
        stacked: true,
        categories: names,
        series: [
          {
            name: say('计划内，发现问题', 'Planned, with a fault'),
            colour: 'main',
            values: months.map((one) => one.plannedHits),
          },
          {
            name: say('计划内，未发现', 'Planned, none found'),
            colour: 'pale',
            values: months.map((one) => one.planned - one.plannedHits),
          },
          {
            name: say('触发式', 'For cause'),
            colour: 'warm',
            values: months.map((one) => one.forCause),
          },
        ],
        unit: say('检查次数', 'visits'),
      },
    },
    {
      id: 'grades',
      title: say('信用等级的变化', 'How the credit grades moved'),
      text: say(
        '各等级企业数与年初之差。检查发现、处罚、投诉使等级下降，改正、修复和旧记录到期使等级上升。示例中没有其他新的失信行为，所以总的趋势向上。',
        'Firms of each grade, less those at the year’s beginning. Findings, penalties and complaints pull down; what is corrected, repaired or lapses pulls up. Nothing else goes wrong in the example, so the drift is upwards.',
      ),
      heads: [
        say('月份', 'Month'),
        'A',
        'B',
        'C',
        'D',
        say('修复', 'Repairs'),
        say('不予修复', 'Refused'),
      ],
      rows: [
        [say('年初', 'Before'), ...['A', 'B', 'C', 'D'].map((grade) => first[grade] ?? 0), '', ''],
        ...months.map(({ grades, repaired, refusedRepairs }, i) => [
          ...[names[i] as string, ...['A', 'B', 'C', 'D'].map((grade) => grades[grade] ?? 0)],
          ...[repaired, refusedRepairs],
        ]),
      ],
      plot: {
        kind: 'lines',
        categories: names,
        series: (
          [
            ['A', 'main'],
            ['B', 'second'],
            ['C', 'warm'],
            ['D', 'red'],
          ] as const
        ).map(([grade, colour]) => ({ name: grade, colour, values: change(grade) })),
        unit: say('与年初相比的企业数', 'firms, against the year’s beginning'),
      },
    },
    {
      id: 'warnings',
      title: say('预警到处置', 'From warning to finding'),
      text: say(
        '每月末对全部企业监测一次。要求核查的预警先作非现场核查，不能排除的才上门。',
        'All firms are watched at each month’s end. A signal that asks for a check is looked into from the desk first; only what that can’t settle leads to a visit.',
      ),
      heads: [
        say('规则', 'Rule'),
        say('预警', 'Signals'),
        say('非现场了结', 'Settled at the desk'),
        say('上门核查', 'Visited'),
        say('查实', 'Founded'),
      ],
      rows: warnings.map(({ rule, signals, offSite, visited, founded }) => [
        ...[say(...(RULES[rule] ?? [rule, rule])), signals, offSite, visited, founded],
      ]),
      plot: {
        kind: 'bars',
        stacked: true,
        sideways: true,
        categories: warnings.map(({ rule }) => say(...(RULES[rule] ?? [rule, rule]))),
        series: [
          {
            name: say('上门查实', 'Visited, founded'),
            colour: 'main',
            values: warnings.map((one) => one.founded),
          },
          {
            name: say('上门未查实', 'Visited, unfounded'),
            colour: 'pale',
            values: warnings.map((one) => one.visited - one.founded),
          },
          {
            name: say('非现场了结', 'Settled at the desk'),
            colour: 'second',
            values: warnings.map((one) => one.offSite),
          },
          {
            name: say('仅提示或上调风险', 'Alert or step alone'),
            colour: 'warm',
            values: warnings.map((one) => one.signals - one.offSite - one.visited),
          },
        ],
        unit: say('预警数', 'signals'),
      },
    },
    {
      id: 'next',
      title: say('下一年的计划', 'Next year’s plan'),
      text: say(
        '由年末的信用和风险重新制订。柱为每百家企业被抽中的次数：等级越差，抽得越多。一家企业可被多项任务抽中，抽中后合并上门。',
        'Made anew of credit and risk as they stand at the year’s end. Bars are draws per 100 firms: the worse the tier, the more. Several tasks may draw one firm; its visits are then joined.',
      ),
      heads: [
        say('等级', 'Tier'),
        say('企业，今年', 'Firms, this year'),
        say('明年', 'next'),
        say('抽取，今年', 'Draws, this year'),
        say('明年', 'next'),
      ],
      rows: tiers.map(({ tier, firms, nextFirms, draws, nextDraws }) => [
        ...[tier, firms, nextFirms, draws, nextDraws],
      ]),
      plot: {
        kind: 'bars',
        stacked: false,
        categories: tiers.map(({ tier }) => tier),
        series: [
          {
            name: say('今年', 'This year'),
            colour: 'pale',
            values: tiers.map(({ draws, firms }) => perHundred(draws, firms)),
          },
          {
            name: say('明年', 'Next year'),
            colour: 'main',
            values: tiers.map(({ nextDraws, nextFirms }) => perHundred(nextDraws, nextFirms)),
          },
        ],
        unit: say('每百家企业抽中次数', 'draws per 100 firms'),
      },
    },
  ];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const perHundred = (draws: number, firms: number): number =>
  firms === 0 ? 0 : Math.round((draws * 100) / firms);

const tallyOf = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};
