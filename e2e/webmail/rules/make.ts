import type { Rule, RuleAction, RuleCondition } from '../rule.ts';
import type { Check, JudgedRule, Severity } from '../rules.ts';
import type { Language } from '../words/index.ts';

/** A rule of a ready set and what there is to say of it. */
export type Sample = Pick<JudgedRule, 'rule' | 'verdicts'>;

/** One of two wordings. */
export type Say = <T>(en: T, zh: T) => T;

export function sayIn(language: Language): Say {
  return (en, zh) => (language.startsWith('zh') ? zh : en);
}

const condition =
  (field: RuleCondition['field']) =>
  (...words: string[]): RuleCondition => ({ field, words });

export const from = condition('from');
export const to = condition('to');
export const subject = condition('subject');
export const body = condition('body');
export const largerThan = condition('size');
export const attachments = condition('attachments');
export const everything = condition('everything');

export const move = (folder: string): RuleAction => ({ type: 'move', folder });
export const copy = (folder: string): RuleAction => ({ type: 'copy', folder });
export const label = (label: string): RuleAction => ({ type: 'label', label });
export const autoReply = (text: string): RuleAction => ({ type: 'auto-reply', text });
export const forward = (to: string): RuleAction => ({ type: 'forward', to });
export const redirect = (to: string): RuleAction => ({ type: 'redirect', to });
export const markRead: RuleAction = { type: 'mark-read' };
export const followUp: RuleAction = { type: 'follow-up' };
export const remove: RuleAction = { type: 'delete' };
export const reject: RuleAction = { type: 'reject' };

/** A rule that is on, whose conditions must all be met; what differs is given at the end. */
export function ruleOf(
  name: string,
  conditions: RuleCondition[],
  actions: RuleAction[],
  more: Partial<Rule> = {},
): Rule {
  return { id: '', name, enabled: true, match: 'all', conditions, actions, stop: false, ...more };
}

const verdict =
  (check: Check) =>
  (severity: Severity): JudgedRule['verdicts'][number] => ({ check, severity });

export const removes = verdict('rules-remove-mail');
export const forwards = verdict('rules-forward-mail');
export const hides = verdict('rules-hide-mail');
