import { Button, Form, Input, Radio, Switch } from 'antd';
import { useState } from 'react';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { Row } from './Row.tsx';
import { useSave } from './useSave.ts';

export function ForwardingPage() {
  const words = useWords();
  const { forwarding } = useMailbox();
  const { busy, save } = useSave();
  const [on, setOn] = useState(forwarding !== null);
  const finish = (values: { to: string; keepsCopy: boolean }) =>
    save({ forwarding: on ? values : null });
  return (
    <Form initialValues={forwarding ?? { to: '', keepsCopy: true }} onFinish={finish}>
      <div>
        <Row label={words.forwardOn}>
          <Switch checked={on} onChange={setOn} />
        </Row>
        <Row label={words.forwardTo}>
          <Form.Item name="to" noStyle rules={[{ required: on, type: 'email' }]}>
            <Input className="choice" disabled={!on} />
          </Form.Item>
        </Row>
        <Row label={words.forwardKeep}>
          <Form.Item name="keepsCopy" noStyle>
            <Radio.Group
              disabled={!on}
              options={[
                { value: true, label: words.keepCopy },
                { value: false, label: words.keepNoCopy },
              ]}
            />
          </Form.Item>
        </Row>
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.save}
      </Button>
    </Form>
  );
}
