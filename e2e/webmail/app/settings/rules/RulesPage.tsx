import { PlusOutlined } from '@ant-design/icons';
import { Button, Empty, Table } from 'antd';
import { useState } from 'react';
import type { Rule } from '../../../rule.ts';
import { useMailbox } from '../../store.ts';
import { useWords } from '../../words.ts';
import { useSave } from '../useSave.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleMark } from './RuleMark.tsx';
import { ruleText } from './ruleText.ts';

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
  const { rules, folders } = useMailbox();
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
      <Table<Rule>
        rowKey="id"
        dataSource={rules}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Empty description={words.noRules} /> }}
      >
        <Table.Column<Rule> title={words.ruleName} dataIndex="name" />
        <Table.Column<Rule>
          title={words.ruleConditions}
          render={(_, rule) => ruleText(rule, words, folders).conditions}
        />
        <Table.Column<Rule>
          title={words.ruleDoes}
          render={(_, rule) => ruleText(rule, words, folders).actions}
        />
        <Table.Column<Rule>
          title={words.ruleStatus}
          width={96}
          render={(_, rule) => (
            <RuleMark on={rule.enabled} onChange={(enabled) => replace({ ...rule, enabled })} />
          )}
        />
        <Table.Column<Rule>
          title={words.operation}
          width={150}
          render={(_, rule) => (
            <>
              <Button type="link" size="small" onClick={() => setEdited(rule)}>
                {words.edit}
              </Button>
              <Button
                type="link"
                size="small"
                onClick={() => save({ rules: rules.filter((other) => other.id !== rule.id) })}
              >
                {words.delete}
              </Button>
            </>
          )}
        />
      </Table>
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
