import type { Rule } from '../../../rule.ts';
import { useMailbox } from '../../store.ts';
import { RuleBlocks } from './RuleBlocks.tsx';
import { RuleCards } from './RuleCards.tsx';
import { RuleTable } from './RuleTable.tsx';

export interface RuleListProps {
  rules: Rule[];
  onEdit: (rule: Rule) => void;
  onDelete: (rule: Rule) => void;
  onSwitch: (rule: Rule, on: boolean) => void;
}

const lists = { table: RuleTable, cards: RuleCards, blocks: RuleBlocks };

/** The rules, by whichever list the webmail is built with. */
export function RuleList(props: RuleListProps) {
  const List = lists[useMailbox().ruleList];
  return <List {...props} />;
}
