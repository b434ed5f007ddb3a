export interface RuleCondition {
  field: 'from' | 'to' | 'subject' | 'body' | 'size' | 'attachments';
  /** Any of them; for size the one number of megabytes; for attachments none. */
  words: string[];
}

export type RuleAction =
  | { type: 'move'; folder: string }
  | { type: 'delete' }
  | { type: 'label'; label: string }
  | { type: 'follow-up' }
  | { type: 'auto-reply'; text: string }
  | { type: 'forward'; to: string }
  | { type: 'reject' };

/** A receiving rule. */
export interface Rule {
  id: string;
  name: string;
  enabled: boolean;
  match: 'all' | 'any';
  conditions: RuleCondition[];
  actions: RuleAction[];
  /** Later rules are not looked at. */
  stop: boolean;
}
