import { MEASURE_NAMES, type Measure } from '../../core/figures/sheets.ts';

interface MeasureSwitchProps {
  readonly measures: readonly Measure[];
  readonly current: Measure;
  readonly onMeasure: (measure: Measure) => void;
}

/** Which figures are keyed: budget, 决算, last year's. */
export function MeasureSwitch({ measures, current, onMeasure }: MeasureSwitchProps) {
  return (
    <fieldset className="measure-switch" aria-label="口径" title="Alt+PgUp、Alt+PgDn">
      {measures.map((measure) => (
        <button
          key={measure}
          type="button"
          aria-pressed={measure === current}
          onClick={() => onMeasure(measure)}
        >
          {MEASURE_NAMES[measure]}
        </button>
      ))}
    </fieldset>
  );
}
