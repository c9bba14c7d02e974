import { mistake } from '../../core/error.js';
import { COLOURS } from './colours.js';

/** Bars by category: side by side or stacked, upright or lying. */
export interface BarChart {
  readonly width: number;
  readonly height: number;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly colour: string;
    readonly values: readonly number[];
  }[];
  readonly stacked?: boolean;
  readonly sideways?: boolean;
  /** Whether each bar has its number. */
  readonly labels?: boolean;
}

/** Draws a plot as the text of one SVG, the same for the same data. */
export type DrawChart = (chart: BarChart) => string;

/**
 * Loads the plotting library, an optional package, and gives what draws with it.
 *
 * @throws `package-missing`
 */
export async function chartDrawer(): Promise<DrawChart> {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]).catch((): never => {
    throw mistake(
      'package-missing',
      'the page needs `echarts` (npm install echarts), or leave it out with --no-html',
      { given: 'echarts', expected: 'npm install echarts | --no-html' },
    );
  });
  core.use([
    charts.BarChart,
    components.GridComponent,
    components.LegendComponent,
    renderers.SVGRenderer,
  ]);
  return (chart) => {
    const { width, height } = chart;
    const plot = core.init(null, null, { renderer: 'svg', ssr: true, width, height });
    plot.setOption(optionsOf(chart));
    const svg = plot.renderToSVGString();
    plot.dispose();
    return scalable(svg, chart);
  };
}

function optionsOf({
  categories,
  series,
  stacked = false,
  sideways = false,
  labels = false,
  width,
}: BarChart) {
  const text = { color: COLOURS.ink, fontFamily: 'inherit', fontSize: 13 };
  const categoryAxis = {
    type: 'category',
    data: [...categories],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: COLOURS.soft } },
    axisLabel: { ...text, ...(sideways ? { width: width * 0.3, overflow: 'truncate' } : {}) },
  } as const;
  const valueAxis = {
    type: 'value',
    minInterval: 1,
    splitNumber: width < 500 ? 3 : 5,
    axisLabel: { ...text, color: COLOURS.soft },
    splitLine: { lineStyle: { color: COLOURS.line } },
  } as const;
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: 28, top: 44, bottom: 8, ...OUTER },
    legend: {
      left: 0,
      top: 0,
      itemWidth: 14,
      itemHeight: 10,
      itemGap: width < 500 ? 12 : 22,
      textStyle: text,
      selectedMode: false,
    },
    ...(sideways
      ? { xAxis: valueAxis, yAxis: categoryAxis }
      : { xAxis: categoryAxis, yAxis: valueAxis }),
    series: series.map(({ name, colour, values }) => ({
      type: 'bar' as const,
      name,
      data: [...values],
      itemStyle: { color: colour, borderRadius: stacked ? 0 : [2, 2, 0, 0] },
      barMaxWidth: sideways ? 18 : 46,
      barGap: '8%',
      barCategoryGap: sideways ? '34%' : '30%',
      silent: true,
      ...(stacked ? { stack: 'all' } : {}),
      ...(labels
        ? { label: { show: true, position: 'top' as const, color: COLOURS.soft, fontSize: 12 } }
        : {}),
    })),
  };
}

/** The labels of the axes lie inside the plot's place. */
const OUTER = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;

/**
 * A plot that grows and shrinks with its place, without the library's running numbers and its hints for a
 * script, of which a page has none.
 */
function scalable(svg: string, { width, height }: BarChart): string {
  return svg
    .replace(
      /^<svg[^>]*>/,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    )
    .replaceAll(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
    .replaceAll(/<style >[\s\S]*?<\/style>\n?/g, '')
    .replaceAll(/zr\d+-/g, `p${width}-`);
}
