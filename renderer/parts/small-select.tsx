import { Select } from 'antd';

export interface SelectOption<Value> {
  readonly value: Value;
  readonly label: string;
}

interface SmallSelectProps<Value> {
  readonly label: string;
  readonly className: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  /** the options can be narrowed down by typing a part of one */
  readonly searchable?: boolean;
  readonly onChange: (value: Value) => void;
}

/** A switch in a bar or head. */
export function SmallSelect<Value extends string | number>(props: SmallSelectProps<Value>) {
  const { label, className, value, options, searchable = false, onChange } = props;
  return (
    <Select<Value, SelectOption<Value>>
      size="small"
      className={className}
      aria-label={label}
      value={value}
      options={[...options]}
      showSearch={searchable && { optionFilterProp: 'label' }}
      notFoundContent="没有这一项"
      popupMatchSelectWidth={false}
      suffixIcon={<Arrow />}
      onChange={(next) => onChange(next)}
    />
  );
}

/** antd's own tells a screen reader “down”. */
function Arrow() {
  return (
    <svg width="10" height="6" aria-hidden="true">
      <path d="M.5 .5l4.5 4.5 4.5-4.5" fill="none" stroke="currentColor" />
    </svg>
  );
}
