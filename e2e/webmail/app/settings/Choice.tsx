import { Radio, Select } from 'antd';
import { useMailbox } from '../store.ts';

interface Props<T extends string> {
  value: T;
  /** Values and their words, in order. */
  options: [value: T, label: string][];
  onChange: (value: T) => void;
  disabled?: boolean;
  id?: string;
}

/** One of several values, by whichever control the webmail is built with. */
export function Choice<T extends string>(props: Props<T>) {
  const { value, onChange, disabled = false } = props;
  const { controls } = useMailbox();
  const options = props.options.map(([value, label]) => ({ value, label }));
  const id = props.id === undefined ? {} : { id: props.id };
  if (controls === 'antd')
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
