import { BarChart, PictorialBarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, PictorialBarChart, GridComponent, SVGRenderer]);

interface BarChartProps {
  readonly option: EChartsCoreOption;
  /** px; each line of the table beside it has an equal part */
  readonly height: number;
}

/** Bars beside a table that says the same in words and numbers: for the eye only. It follows the width it is given. */
export function Bars({ option, height }: BarChartProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const own = box.current;
    if (own === null) return;
    const chart = init(own, null, { renderer: 'svg', width: own.clientWidth, height });
    chart.setOption(option);
    const follow = new ResizeObserver(() => chart.resize({ width: own.clientWidth, height }));
    follow.observe(own);
    return () => {
      follow.disconnect();
      chart.dispose();
    };
  }, [option, height]);
  return (
    <div className="bars" style={{ height }} aria-hidden="true">
      <div ref={box} className="bars-box" />
    </div>
  );
}
