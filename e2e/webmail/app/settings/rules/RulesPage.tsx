import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Rule } from '../../../rule.ts';
import { useMailbox } from '../../store.ts';
import { useWords } from '../../words.ts';
import { useSave } from '../useSave.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleList } from './RuleList.tsx';

const fresh: Rule = {
  id: '',
  name: '',
  enabled: true,
  match: 'all',
  conditions: [],
  actions: [],
  stop: false,
};

export function RulesPage() {
  const words = useWords();
  const { rules } = useMailbox();
  const { busy, save } = useSave();
  const [edited, setEdited] = useState<Rule>();
  const replace = (rule: Rule) =>
    save({ rules: rules.map((other) => (other.id === rule.id ? rule : other)) });
  const finish = async (rule: Rule) => {
    const done =
      rule.id === ''
        ? await save({ rules: [...rules, { ...rule, id: `r${Date.now()}` }] })
        : await replace(rule);
    if (done) setEdited(undefined);
  };
  return (
    <>
      <div className="section-head">
        <span className="hint">{words.rulesHint}</span>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited(fresh)}>
          {words.newRule}
        </Button>
      </div>
      <RuleList
        rules={rules}
        onEdit={setEdited}
        onDelete={(rule) => save({ rules: rules.filter((other) => other.id !== rule.id) })}
        onSwitch={(rule, enabled) => replace({ ...rule, enabled })}
      />
      {edited && (
        <RuleEditor
          rule={edited}
          busy={busy}
          onSave={finish}
          onCancel={() => setEdited(undefined)}
        />
      )}
    </>
  );
}
