import { Radio, Switch } from 'antd';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { Row } from './Row.tsx';

/** Whether mail is forwarded, and the way to change it. */
export function ForwardingMark({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const words = useWords();
  if (useMailbox().forwardingPage === 'switch')
    return (
      <Row label={words.forwardOn}>
        <Switch checked={on} onChange={onChange} />
      </Row>
    );
  return (
    <div className="settings-row">
      <Radio.Group
        value={on}
        options={[
          { value: false, label: words.forwardNone },
          { value: true, label: words.forwardTo },
        ]}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
