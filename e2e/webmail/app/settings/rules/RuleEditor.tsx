import { Button, Checkbox, Form, Input, Modal, Radio, Space } from 'antd';
import type { Rule } from '../../../rule.ts';
import { useWords } from '../../words.ts';
import { RuleActions } from './RuleActions.tsx';
import { RuleConditions } from './RuleConditions.tsx';
import { type RuleValues, ruleOf, valuesOf } from './values.ts';

interface Props {
  rule: Rule;
  busy: boolean;
  onSave: (rule: Rule) => void;
  onCancel: () => void;
}

export function RuleEditor({ rule, busy, onSave, onCancel }: Props) {
  const words = useWords();
  return (
    <Modal
      open
      width={680}
      title={rule.id === '' ? words.newRule : words.editRule}
      footer={null}
      onCancel={onCancel}
    >
      <Form<RuleValues>
        layout="vertical"
        initialValues={valuesOf(rule)}
        onFinish={(values) => onSave(ruleOf(rule, values))}
      >
        <Form.Item name="name" label={words.ruleName} rules={[{ required: true }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="match" label={words.ruleMatch}>
          <Radio.Group
            options={[
              { value: 'all', label: words.matchAll },
              { value: 'any', label: words.matchAny },
            ]}
          />
        </Form.Item>
        <RuleConditions />
        <RuleActions />
        <Form.Item name="stop" valuePropName="checked">
          <Checkbox>{words.ruleStop}</Checkbox>
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.save}
          </Button>
          <Button onClick={onCancel}>{words.cancel}</Button>
        </Space>
      </Form>
    </Modal>
  );
}
