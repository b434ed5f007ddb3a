import FusionSelect from '@alifd/next/es/select';
import FusionSwitch from '@alifd/next/es/switch';
import { Radio, Select, Switch } from 'antd';
import { useMailbox } from '../store.ts';

interface Props<T extends string> {
  value: T;
  /** Values and their words, in order. */
  options: [value: T, label: string][];
  onChange: (value: T) => void;
  disabled?: boolean;
  id?: string;
  /** The first of two values is on, the second off. */
  isOnOff?: boolean;
}

/** One of several values, by whichever control the webmail is built with. */
export function Choice<T extends string>(props: Props<T>) {
  const { value, onChange, disabled = false, isOnOff = false } = props;
  const { controls } = useMailbox();
  const options = props.options.map(([value, label]) => ({ value, label }));
  const id = props.id === undefined ? {} : { id: props.id };
  const [on, off] = options;
  if (isOnOff && on && off) {
    const state = {
      checked: value === on.value,
      disabled,
      onChange: (isOn: boolean) => onChange(isOn ? on.value : off.value),
    };
    if (controls === 'switch') return <Switch {...state} />;
    if (controls === 'fusion-switch')
      return (
        <FusionSwitch
          {...state}
          autoWidth
          checkedChildren={on.label}
          unCheckedChildren={off.label}
        />
      );
  }
  if (controls === 'fusion' || controls === 'fusion-switch')
    return (
      <FusionSelect
        {...id}
        className="choice"
        {...{ value, disabled }}
        dataSource={options}
        onChange={(chosen) => onChange(chosen as T)}
      />
    );
  if (controls === 'antd' || controls === 'switch')
    return <Select {...id} className="choice" {...{ value, options, onChange, disabled }} />;
  if (controls === 'radio')
    return (
      <Radio.Group
        {...{ value, options, disabled }}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return (
    <select
      {...id}
      className="choice"
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value as T)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
