import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { ForwardingMark } from './ForwardingMark.tsx';
import { Row } from './Row.tsx';
import { useSave } from './useSave.ts';

export function ForwardingPage() {
  const words = useWords();
  const { forwarding, forwardingPage } = useMailbox();
  const { busy, save } = useSave();
  const [on, setOn] = useState(forwarding !== null);
  const finish = (values: { to: string; keepsCopy: boolean }) =>
    save({ forwarding: on ? values : null });
  return (
    <Form initialValues={forwarding ?? { to: '', keepsCopy: true }} onFinish={finish}>
      <div>
        <ForwardingMark on={on} onChange={setOn} />
        <Row label={forwardingPage === 'switch' ? words.forwardTo : words.forwardAddress}>
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
