import { Badge, Button, Switch } from 'antd';
import { useMailbox } from '../../store.ts';
import { useWords } from '../../words.ts';

/** Whether a rule is on, and the way to change it. */
export function RuleMark({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const words = useWords();
  if (useMailbox().ruleMark === 'switch') return <Switch checked={on} onChange={onChange} />;
  return (
    <Button type="text" size="small" onClick={() => onChange(!on)}>
      <Badge status={on ? 'success' : 'default'} text={on ? words.ruleOn : words.ruleOff} />
    </Button>
  );
}
