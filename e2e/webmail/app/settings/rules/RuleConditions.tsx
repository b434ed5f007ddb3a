import { Checkbox, Form, InputNumber } from 'antd';
import { useWords } from '../../words.ts';
import { Keywords } from './Keywords.tsx';
import { conditionName } from './ruleText.ts';
import { fields } from './values.ts';

export function RuleConditions() {
  const words = useWords();
  return (
    <>
      {fields.map((field) => (
        <div
          key={field}
          className="settings-row"
          data-testid={field === 'subject' || field === 'body' ? `${field}-condition` : undefined}
        >
          <div className="settings-row-label">{conditionName(field, words)}</div>
          <Form.Item name={['conditions', field]} noStyle>
            <Keywords />
          </Form.Item>
        </div>
      ))}
      <div className="settings-row">
        <div className="settings-row-label">{words.condSize}</div>
        <Form.Item name="size" noStyle>
          <InputNumber min={1} suffix="MB" />
        </Form.Item>
      </div>
      <Form.Item name="withAttachments" valuePropName="checked">
        <Checkbox>{words.condAttachments}</Checkbox>
      </Form.Item>
      <Form.Item name="everything" valuePropName="checked">
        <Checkbox>{words.condEverything}</Checkbox>
      </Form.Item>
    </>
  );
}
