import { Button, Empty, Table } from 'antd';
import type { Rule } from '../../../rule.ts';
import { useMailbox } from '../../store.ts';
import { useWords } from '../../words.ts';
import type { RuleListProps } from './RuleList.tsx';
import { RuleMark } from './RuleMark.tsx';
import { ruleText } from './ruleText.ts';
import { useRulePages } from './useRulePages.ts';

export function RuleTable({ rules, onEdit, onDelete, onSwitch }: RuleListProps) {
  const words = useWords();
  const { folders } = useMailbox();
  const pages = useRulePages();
  return (
    <Table<Rule>
      rowKey="id"
      dataSource={rules}
      pagination={pages}
      {...(pages === false ? { scroll: { y: 480 } } : {})}
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
        render={(_, rule) => <RuleMark on={rule.enabled} onChange={(on) => onSwitch(rule, on)} />}
      />
      <Table.Column<Rule>
        title={words.operation}
        width={150}
        render={(_, rule) => (
          <>
            <Button type="link" size="small" onClick={() => onEdit(rule)}>
              {words.edit}
            </Button>
            <Button type="link" size="small" onClick={() => onDelete(rule)}>
              {words.delete}
            </Button>
          </>
        )}
      />
    </Table>
  );
}
