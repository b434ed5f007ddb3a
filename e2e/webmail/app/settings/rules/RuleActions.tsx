import { Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { RuleAction } from '../../../rule.ts';
import { folderName } from '../../format.ts';
import { useMailbox } from '../../store.ts';
import { useWords } from '../../words.ts';
import { actionName } from './ruleText.ts';

export function RuleActions() {
  const words = useWords();
  const { folders } = useMailbox();
  const options = [...Object.keys(folders), 'inbox', 'deleted', 'spam'].map((value) => ({
    value,
    label: folderName(value, words, folders),
  }));
  const details: Record<RuleAction['type'], ReactNode> = {
    move: (
      <Form.Item name="folder" noStyle>
        <Select className="choice" options={options} />
      </Form.Item>
    ),
    copy: (
      <Form.Item name="copyFolder" noStyle>
        <Select className="choice" options={options} />
      </Form.Item>
    ),
    label: (
      <Form.Item name="label" noStyle>
        <Input className="choice" />
      </Form.Item>
    ),
    'mark-read': null,
    'follow-up': null,
    'auto-reply': (
      <div data-testid="auto-reply-action-editor">
        <Form.Item name="text" noStyle>
          <Input.TextArea data-testid="auto-reply-textarea" rows={2} />
        </Form.Item>
      </div>
    ),
    forward: (
      <Form.Item name="to" noStyle>
        <Input className="choice" />
      </Form.Item>
    ),
    redirect: (
      <Form.Item name="redirectTo" noStyle>
        <Input className="choice" />
      </Form.Item>
    ),
    delete: null,
    reject: null,
  };
  return (
    <Form.Item label={words.ruleActions}>
      <Form.Item name="actions" noStyle>
        <Checkbox.Group className="rule-actions">
          {Object.entries(details).map(([type, detail]) => (
            <div key={type} className="settings-row">
              <Checkbox value={type} className="settings-row-label">
                {actionName(type as RuleAction['type'], words)}
              </Checkbox>
              {detail}
            </div>
          ))}
        </Checkbox.Group>
      </Form.Item>
    </Form.Item>
  );
}
