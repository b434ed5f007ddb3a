import { Empty, Pagination, Typography } from 'antd';
import { useState } from 'react';
import { useMailbox } from '../../store.ts';
import { useWords } from '../../words.ts';
import type { RuleListProps } from './RuleList.tsx';
import { RuleMark } from './RuleMark.tsx';
import { ruleSentence } from './ruleText.ts';
import { useRulePages } from './useRulePages.ts';

/** Nothing but a block for each rule: its name, one sentence that says it all, and two links. */
export function RuleBlocks({ rules, onEdit, onDelete, onSwitch }: RuleListProps) {
  const words = useWords();
  const { folders } = useMailbox();
  const pages = useRulePages();
  const [chosen, setChosen] = useState(1);
  const size = pages === false ? rules.length : pages.pageSize;
  const page = Math.min(chosen, Math.max(1, Math.ceil(rules.length / size)));
  if (rules.length === 0) return <Empty description={words.noRules} />;
  return (
    <>
      <div className={pages === false ? 'scroller' : undefined}>
        {rules.slice((page - 1) * size, page * size).map((rule) => (
          <div key={rule.id} className="block">
            <div>{rule.name}</div>
            <div>{ruleSentence(rule, words, folders)}</div>
            <div className="block-foot">
              <RuleMark on={rule.enabled} onChange={(on) => onSwitch(rule, on)} />
              <Typography.Link onClick={() => onEdit(rule)}>{words.edit}</Typography.Link>
              <Typography.Link onClick={() => onDelete(rule)}>{words.delete}</Typography.Link>
            </div>
          </div>
        ))}
      </div>
      {pages !== false && (
        <Pagination
          {...pages}
          align="end"
          current={page}
          total={rules.length}
          onChange={setChosen}
        />
      )}
    </>
  );
}
