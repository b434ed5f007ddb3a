export interface RuleCondition {
  field: 'from' | 'to' | 'subject' | 'body' | 'size' | 'attachments' | 'everything';
  /** Any of them; for size the one number of megabytes; for attachments and everything none. */
  words: string[];
}

export type RuleAction =
  /** To one of the user's folders by its id, or to inbox, deleted or spam. */
  | { type: 'move'; folder: string }
  /** The mail goes on its way; a second one lies in the folder. */
  | { type: 'copy'; folder: string }
  | { type: 'delete' }
  | { type: 'label'; label: string }
  | { type: 'mark-read' }
  | { type: 'follow-up' }
  | { type: 'auto-reply'; text: string }
  | { type: 'forward'; to: string }
  /** Sent on as it came, without a trace of the user. */
  | { type: 'redirect'; to: string }
  | { type: 'reject' };

/** A receiving rule. */
export interface Rule {
  id: string;
  name: string;
  enabled: boolean;
  match: 'all' | 'any';
  /** Without any, the rule is for all mail. */
  conditions: RuleCondition[];
  actions: RuleAction[];
  /** Later rules are not looked at. */
  stop: boolean;
}
