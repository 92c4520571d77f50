import type { EChartsCoreOption } from 'echarts/core';

// echarts takes no CSS variables: those of styles/tokens.css
const ACCENT = '#1f5a94';
const ACCENT_LINE = '#a9c3de';
const INK = '#1a212b';
const LINE = '#c5ccd5';

const STILL = { animation: false, silent: true } as const;

/** Lines from top to bottom, bars from zero; the numbers stand in the table. */
function axes(lines: number): EChartsCoreOption {
  return {
    animation: false,
    grid: { left: 1, right: 2, top: 0, bottom: 0, containLabel: false },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: Array.from({ length: lines }, (_, index) => String(index)),
      axisLabel: { show: false },
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: LINE, width: 1 } },
    },
  };
}

/** One bar a line, with a mark where last year was; `null`: no mark. Any unit. */
export function withLastYear(
  lines: readonly { readonly amount: number; readonly last: number | null }[],
): EChartsCoreOption {
  return {
    ...axes(lines.length),
    series: [
      {
        ...STILL,
        type: 'bar',
        barWidth: 14,
        itemStyle: { color: ACCENT },
        data: lines.map(({ amount }) => amount),
      },
      {
        ...STILL,
        type: 'pictorialBar',
        symbol: 'rect',
        symbolSize: [2, 22],
        symbolPosition: 'end',
        itemStyle: { color: INK },
        data: lines.map(({ last }) => last ?? '-'),
      },
    ],
  };
}

/** Two bars a line: 年初 pale, 年末 dark. */
export function fromTo(
  lines: readonly { readonly opening: number; readonly closing: number }[],
): EChartsCoreOption {
  const bar = { ...STILL, type: 'bar', barWidth: 11, barGap: '10%' } as const;
  return {
    ...axes(lines.length),
    series: [
      { ...bar, itemStyle: { color: ACCENT_LINE }, data: lines.map(({ opening }) => opening) },
      { ...bar, itemStyle: { color: ACCENT }, data: lines.map(({ closing }) => closing) },
    ],
  };
}
