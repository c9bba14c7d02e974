// Draws figures as SVG, without a browser: the same text for the same figures.
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Colour, Plot, Series } from './figures.js';

use([
  ...[BarChart, CustomChart, LineChart, ScatterChart],
  ...[GridComponent, LegendComponent, MarkLineComponent, SVGRenderer],
]);

export const COLOURS: Readonly<Record<Colour | 'ink' | 'soft' | 'line', string>> = {
  ink: '#22313a',
  soft: '#5b6b75',
  line: '#e3e8eb',
  main: '#17697f',
  second: '#63a9b5',
  pale: '#b9c5cc',
  warm: '#d9792b',
  red: '#a23b4a',
};

/** A plot as the text of one SVG that grows and shrinks with its place. */
export function drawPlot(plot: Plot, name: string, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ ...base(width), ...optionsOf(plot, width) } as Parameters<
    typeof chart.setOption
  >[0]);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return (
    svg
      .replace(
        /^<svg[^>]*>/,
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${name}">`,
      )
      // Running numbers and hints for a script, of which there is none.
      .replaceAll(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
      .replaceAll(/<style >[\s\S]*?<\/style>\n?/g, '')
      .replaceAll(/zr\d+-/g, `${name}-${width}-`)
  );
}

const text = { color: COLOURS.ink, fontFamily: 'inherit', fontSize: 13 };

const base = (width: number) => ({
  animation: false,
  textStyle: text,
  grid: {
    ...{ left: 8, right: width < 500 ? 16 : 28, top: 64, bottom: 8 },
    ...{ outerBoundsMode: 'same', outerBoundsContain: 'all' },
  },
  legend: {
    ...{ left: 0, top: 0, itemWidth: 14, itemHeight: 10, itemGap: width < 500 ? 10 : 20 },
    ...{ textStyle: text, selectedMode: false },
  },
});

const categoryAxis = (data: readonly string[], more: object = {}) => ({
  ...{ type: 'category', data: [...data], axisTick: { show: false } },
  axisLine: { lineStyle: { color: COLOURS.soft } },
  axisLabel: { ...text },
  ...more,
});

const valueAxis = (unit: string, width: number, isAcross: boolean) => ({
  ...{ type: 'value', name: unit, splitNumber: width < 500 ? 4 : 5 },
  nameTextStyle: { ...text, color: COLOURS.soft, align: isAcross ? 'center' : 'left' },
  ...(isAcross ? { nameLocation: 'middle', nameGap: 28 } : { nameGap: 12 }),
  axisLabel: {
    ...text,
    color: COLOURS.soft,
    formatter: (n: number) => String(n).replace('-', '−'),
  },
  splitLine: { lineStyle: { color: COLOURS.line } },
});

function optionsOf(plot: Plot, width: number): object {
  switch (plot.kind) {
    case 'bars':
      return bars(plot, width);
    case 'lines':
      return {
        xAxis: categoryAxis(plot.categories, {
          axisLine: { onZero: false, lineStyle: { color: COLOURS.soft } },
        }),
        yAxis: valueAxis(plot.unit, width, false),
        series: plot.series.map(({ name, colour, values }, i) => ({
          ...{
            type: 'line',
            name,
            data: [...values],
            symbol: SYMBOLS[i],
            symbolSize: 7,
            silent: true,
          },
          itemStyle: { color: COLOURS[colour] },
          lineStyle: { color: COLOURS[colour], width: 2.5 },
          ...(i === 0 ? { markLine: zeroLine('yAxis') } : {}),
        })),
      };
    case 'ranges':
      return ranges(plot, width);
    case 'pairs':
      return pairs(plot, width);
  }
}

/** Lines are told apart by their marks too, not by colour alone. */
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'];

const zeroLine = (axis: 'xAxis' | 'yAxis') => ({
  ...{ silent: true, symbol: 'none', label: { show: false } },
  lineStyle: { color: COLOURS.soft, type: 'dashed', width: 1 },
  data: [{ [axis]: 0 }],
});

function bars(plot: Extract<Plot, { kind: 'bars' }>, width: number): object {
  const { sideways = false, stacked, categories, series, unit } = plot;
  const names = categoryAxis(categories, {
    ...(sideways
      ? { inverse: true, axisLabel: { ...text, width: width * 0.3, overflow: 'break' } }
      : {
          axisLabel: { ...text, interval: 0, ...(width < 500 ? { fontSize: 11, rotate: 45 } : {}) },
        }),
  });
  const values = { ...valueAxis(unit, width, sideways), minInterval: 1 };
  return {
    ...(sideways ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values }),
    // The names of lying bars have a fixed place: fonts differ, and none is to be cut off.
    ...(sideways
      ? {
          grid: {
            ...{ left: width * 0.34, right: 24, bottom: 46, top: width < 500 ? 84 : 34 },
            outerBoundsMode: 'none',
          },
        }
      : {}),
    series: series.map(({ name, colour, values: data }: Series) => ({
      ...{
        type: 'bar',
        name,
        data: [...data],
        silent: true,
        itemStyle: { color: COLOURS[colour] },
      },
      ...{ barMaxWidth: sideways ? 22 : 44, barGap: '8%', barCategoryGap: '32%' },
      ...(stacked
        ? { stack: 'all' }
        : { label: { show: true, position: 'top', color: COLOURS.soft, fontSize: 12 } }),
    })),
  };
}

/** Points with the range each may lie in. */
function ranges(plot: Extract<Plot, { kind: 'ranges' }>, width: number): object {
  const { categories, points, colour, name, rangeName, across, unit } = plot;
  const whisker = (_: unknown, api: RenderApi) => {
    const [x, low] = api.coord([api.value(0), api.value(1)]) as [number, number];
    const [, high] = api.coord([api.value(0), api.value(2)]) as [number, number];
    const style = { stroke: COLOURS[colour], lineWidth: 2, opacity: 0.55 };
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      ...{ type: 'line', shape: { x1, y1, x2, y2 }, style },
    });
    return {
      type: 'group',
      children: [
        line(x, low, x, high),
        line(x - 8, low, x + 8, low),
        line(x - 8, high, x + 8, high),
      ],
    };
  };
  return {
    xAxis: categoryAxis(categories, {
      ...{
        name: across,
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { ...text, color: COLOURS.soft },
      },
      axisLine: { onZero: false, lineStyle: { color: COLOURS.soft } },
    }),
    yAxis: valueAxis(unit, width, false),
    series: [
      {
        ...{ type: 'custom', name: rangeName, renderItem: whisker, silent: true },
        ...{ itemStyle: { color: COLOURS[colour], opacity: 0.55 }, encode: { x: 0, y: [1, 2] } },
        data: points.map(({ low, high }, i) => [i, low, high]),
      },
      {
        ...{
          type: 'scatter',
          name,
          symbolSize: 13,
          silent: true,
          itemStyle: { color: COLOURS[colour], opacity: 1 },
        },
        data: points.map(({ at }) => at),
        markLine: zeroLine('yAxis'),
      },
    ],
  };
}

/** Two points a row with a line between them. */
function pairs(plot: Extract<Plot, { kind: 'pairs' }>, width: number): object {
  const { categories, from, to, unit } = plot;
  const between = (_: unknown, api: RenderApi) => {
    const [x1, y] = api.coord([api.value(0), api.value(2)]) as [number, number];
    const [x2] = api.coord([api.value(1), api.value(2)]) as [number, number];
    const style = { stroke: COLOURS.pale, lineWidth: 3 };
    return { type: 'line', shape: { x1, y1: y, x2, y2: y }, style };
  };
  const point = ({ name, colour, values }: Series, symbol: string) => ({
    ...{ type: 'scatter', name, symbol, symbolSize: 12, silent: true, z: 3 },
    itemStyle: { color: COLOURS[colour], borderColor: '#fff', borderWidth: 1, opacity: 1 },
    data: values.map((value, i) => [value, i]),
  });
  return {
    legend: { ...base(width).legend, data: [from.name, to.name] },
    grid: { ...base(width).grid, top: 34 },
    xAxis: { ...valueAxis(unit, width, true), min: 0 },
    yAxis: categoryAxis(categories, { inverse: true, splitLine: { show: false } }),
    series: [
      {
        ...{
          type: 'custom',
          name: '',
          renderItem: between,
          silent: true,
          encode: { x: [0, 1], y: 2 },
        },
        data: from.values.map((value, i) => [value, to.values[i] as number, i]),
      },
      point({ ...from, colour: 'warm' }, 'diamond'),
      point(to, 'circle'),
    ],
  };
}

interface RenderApi {
  value(dimension: number): number;
  coord(at: readonly number[]): number[];
}
