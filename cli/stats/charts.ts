import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Row, Trend } from './summary.ts';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

/** Width of every chart in the units of its own picture; the page scales it. */
const WIDTH = 860;
const FONT = { fontFamily: 'system-ui, sans-serif', fontSize: 12 };

/** Colours are variables of the page's style, which has one set for light, one for dark and one for print. */
const INK = 'var(--ink)';
const GRID = 'var(--grid)';

/** Two series are told apart by more than their colour: a sign on a line, stripes in a bar. */
const ERRORS = { name: 'errors', colour: 'var(--errors)', symbol: 'circle', dash: 'solid' } as const;
const WARNINGS = { name: 'warnings', colour: 'var(--warnings)', symbol: 'triangle', dash: 'dashed' } as const;
const STRIPES = { symbol: 'rect', color: 'var(--page)', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 } as const;

/** SVG that stands alone; `name` is unique on its page. */
function draw(name: string, height: number, option: echarts.EChartsCoreOption): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, textStyle: { ...FONT, color: INK }, ...option });
    return plainSvg(chart.renderToSVGString({ useViewBox: true }), name);
  } finally {
    chart.dispose();
  }
}

/** Without the style and the marks that are for scripts alone, and with ids of its own: several pictures stand on one page. */
const plainSvg = (svg: string, name: string): string =>
  svg
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(
      / (?:class="zr[^"]*"|ecmeta_[a-z_]+="[^"]*"|pointer-events="[^"]*"|xmlns:xlink="[^"]*"|version="[^"]*"|baseProfile="[^"]*")/g,
      '',
    )
    .replace(/\bzr\d+-/g, `${name}-`)
    .replace(/^<svg width="\d+" height="\d+"/, '<svg aria-hidden="true" focusable="false"')
    .replace(/\n+/g, '\n');

const axisText = { color: INK, ...FONT };
const value = (name: string) => ({
  type: 'value',
  name,
  nameTextStyle: { ...axisText, align: 'left' },
  axisLabel: axisText,
  splitLine: { lineStyle: { color: GRID } },
});
const category = (data: readonly string[], more: object = {}) => ({
  type: 'category',
  data,
  axisLabel: { ...axisText, hideOverlap: true },
  axisLine: { lineStyle: { color: INK } },
  axisTick: { lineStyle: { color: INK } },
  ...more,
});
const legend = { textStyle: axisText, top: 0, right: 24, itemWidth: 36, itemHeight: 12 };

const per1000 = (count: number | null, reports: number | null): number | null =>
  count === null || reports === null || reports === 0 ? null : (count * 1000) / reports;
const rounded = (n: number | null): number | null => (n === null ? null : Math.round(n * 10) / 10);

/** Errors and warnings for 1,000 reports over the months, above how many reports there were. */
export function monthsChart(name: string, months: readonly Row[]): string {
  const axis = months.map(({ label }) => label);
  const line = ({ name: called, colour, symbol, dash }: typeof ERRORS | typeof WARNINGS, values: Trend) => ({
    name: called,
    type: 'line',
    data: values.map(rounded),
    symbol,
    symbolSize: months.length > 60 ? 3 : 7,
    showAllSymbol: true,
    lineStyle: { color: colour, width: 2, type: dash },
    itemStyle: { color: colour },
  });
  return draw(name, 380, {
    legend: { ...legend, data: [ERRORS.name, WARNINGS.name] },
    grid: [
      { left: 60, right: 20, top: 40, height: 190 },
      { left: 60, right: 20, top: 275, height: 60 },
    ],
    xAxis: [category(axis, { axisLabel: { show: false } }), category(axis, { gridIndex: 1 })],
    yAxis: [
      { ...value('per 1,000 reports'), min: 0 },
      { ...value('reports'), gridIndex: 1, splitNumber: 2, min: 0 },
    ],
    series: [
      line(
        ERRORS,
        months.map(({ errors, reports }) => per1000(errors, reports)),
      ),
      line(
        WARNINGS,
        months.map(({ warnings, reports }) => per1000(warnings, reports)),
      ),
      { type: 'bar', xAxisIndex: 1, yAxisIndex: 1, data: months.map(({ reports }) => reports), itemStyle: { color: 'var(--reports)' } },
    ],
  });
}

const ROW = 24;

/** One bar for each label, the first at the top. */
export function barsChart(name: string, unit: string, bars: readonly { readonly label: string; readonly value: number | null }[]): string {
  return rowsChart(
    name,
    unit,
    bars.map(({ label }) => label),
    [
      {
        type: 'bar',
        barWidth: 13,
        data: bars.map((bar) => rounded(bar.value)),
        itemStyle: { color: 'var(--reports)' },
        label: numberBeside,
      },
    ],
    false,
  );
}

/** Errors and warnings for 1,000 reports as two parts of one bar, for each row. */
export function rowsOfTwo(name: string, rows: readonly Row[]): string {
  const bar = (called: string, color: string, values: Trend, decal: object | null) => ({
    name: called,
    type: 'bar',
    stack: 'all',
    barWidth: 14,
    data: values.map(rounded),
    itemStyle: { color, borderColor: color, borderWidth: 1, ...(decal === null ? {} : { decal }) },
  });
  const labels = rows.map(({ label }) => label);
  const series = [
    bar(
      ERRORS.name,
      ERRORS.colour,
      rows.map(({ errors, reports }) => per1000(errors, reports)),
      null,
    ),
    bar(
      WARNINGS.name,
      WARNINGS.colour,
      rows.map(({ warnings, reports }) => per1000(warnings, reports)),
      STRIPES,
    ),
  ];
  return rowsChart(name, 'errors and warnings per 1,000 reports', labels, series, true);
}

const numberBeside = {
  show: true,
  position: 'right',
  ...axisText,
  formatter: ({ value: n }: { value: number | null }) => (n === null ? '' : n.toFixed(1)),
};

function rowsChart(name: string, unit: string, labels: readonly string[], series: readonly object[], hasLegend: boolean): string {
  const top = hasLegend ? 34 : 8;
  const height = top + labels.length * ROW + 50;
  return draw(name, height, {
    ...(hasLegend ? { legend } : {}),
    grid: { left: 270, right: 60, top, height: labels.length * ROW },
    xAxis: { ...value(unit), nameLocation: 'middle', nameGap: 28, nameTextStyle: axisText, min: 0, minInterval: 1 },
    yAxis: category(labels.map(short), { inverse: true, axisTick: { show: false } }),
    series,
  });
}

const LONGEST = 40;
/** Charts have little room for names; the table beside them has the whole ones. */
const short = (label: string): string => (label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label);

const ACROSS = 3;
const CELL = { width: 230, height: 90, left: 46, top: 30, stepX: 286, stepY: 150 };

/** A small picture of its own for each trend, all with the same scale. */
export function trendsChart(
  name: string,
  axis: readonly string[],
  trends: readonly { readonly label: string; readonly trend: Trend }[],
): string {
  const most = Math.max(1, ...trends.flatMap(({ trend }) => trend.map((n) => n ?? 0)));
  const top = niceCeiling(most);
  const place = (i: number) => ({
    left: CELL.left + (i % ACROSS) * CELL.stepX,
    top: CELL.top + Math.floor(i / ACROSS) * CELL.stepY,
  });
  return draw(name, Math.ceil(trends.length / ACROSS) * CELL.stepY + 10, {
    grid: trends.map((_, i) => ({ ...place(i), width: CELL.width, height: CELL.height })),
    xAxis: trends.map((_, i) =>
      category(axis, {
        gridIndex: i,
        axisLabel: {
          ...axisText,
          fontSize: 11,
          showMinLabel: true,
          showMaxLabel: true,
          interval: Math.max(0, axis.length - 2),
          alignMinLabel: 'left',
          alignMaxLabel: 'right',
        },
      }),
    ),
    yAxis: trends.map(({ label }, i) => ({
      ...value(label.length > 34 ? `${label.slice(0, 33)}…` : label),
      gridIndex: i,
      min: 0,
      max: top,
      interval: top / 2,
      nameTextStyle: { ...axisText, fontWeight: 600, align: 'left' },
    })),
    series: trends.map(({ trend }, i) => ({
      type: 'line',
      xAxisIndex: i,
      yAxisIndex: i,
      data: trend.map(rounded),
      symbol: 'circle',
      showAllSymbol: true,
      symbolSize: axis.length > 36 ? 2 : 4,
      lineStyle: { color: 'var(--reports)', width: 2 },
      itemStyle: { color: 'var(--reports)' },
    })),
  });
}

/** The next of 2, 5, 10, 20, 50, ... */
function niceCeiling(n: number): number {
  const power = 10 ** Math.floor(Math.log10(n));
  return [1, 2, 4, 5, 8, 10].map((step) => step * power).find((step) => step >= n) ?? 10 * power;
}
