import { Button, Card, Empty, List } from 'antd';
import type { Rule } from '../../../rule.ts';
import { useMailbox } from '../../store.ts';
import { fill, useWords } from '../../words.ts';
import type { RuleListProps } from './RuleList.tsx';
import { RuleMark } from './RuleMark.tsx';
import { ruleText } from './ruleText.ts';
import { useRulePages } from './useRulePages.ts';

/** A card for each rule: its name above, a line each for conditions and actions. */
export function RuleCards({ rules, onEdit, onDelete, onSwitch }: RuleListProps) {
  const words = useWords();
  const { folders } = useMailbox();
  const pages = useRulePages();
  const line = (name: string, text: string) => fill(words.ruleLine, { name, text });
  const card = (rule: Rule) => {
    const { conditions, actions } = ruleText(rule, words, folders);
    return (
      <List.Item>
        <Card
          size="small"
          title={rule.name}
          extra={<RuleMark on={rule.enabled} onChange={(on) => onSwitch(rule, on)} />}
          actions={[
            <Button key="edit" type="link" size="small" onClick={() => onEdit(rule)}>
              {words.edit}
            </Button>,
            <Button key="delete" type="link" size="small" onClick={() => onDelete(rule)}>
              {words.delete}
            </Button>,
          ]}
        >
          <Card.Meta
            description={
              <>
                <div>{line(words.ruleConditions, conditions)}</div>
                <div>{line(words.ruleDoes, actions)}</div>
              </>
            }
          />
        </Card>
      </List.Item>
    );
  };
  return (
    <div className={pages === false ? 'scroller' : undefined}>
      <List<Rule>
        rowKey="id"
        grid={{ column: 1 }}
        dataSource={rules}
        pagination={pages}
        renderItem={card}
        locale={{ emptyText: <Empty description={words.noRules} /> }}
      />
    </div>
  );
}
