import type { Rule } from './rule.ts';
import { folders } from './rules/folders.ts';
import { hostile } from './rules/hostile.ts';
import { many } from './rules/many.ts';
import { sixty } from './rules/sixty.ts';

export type Check = 'rules-remove-mail' | 'rules-forward-mail' | 'rules-hide-mail';
export type Severity = 'critical' | 'warning' | 'info';

/** A rule, and what a help-desk person who knows the account would say of it. */
export interface JudgedRule {
  rule: Rule;
  /** All that there is to say of it; empty: nothing. */
  verdicts: { check: Check; severity: Severity }[];
  /** One of those that sort, label or mark mail as people do: nothing to say, or no more than info. */
  innocent: boolean;
}

/** Sets of rules for a mailbox's list. The rules of sixty move mail into the folders of folders. */
export const ruleSets = { sixty, many, hostile, folders };
