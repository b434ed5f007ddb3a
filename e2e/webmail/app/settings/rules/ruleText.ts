import type { Rule, RuleAction, RuleCondition } from '../../../rule.ts';
import { fill, type Words } from '../../../words/index.ts';

/** A rule in words, as the list shows it. */
export function ruleText(rule: Rule, words: Words, folders: Record<string, string>) {
  return {
    conditions: rule.conditions.map((condition) => conditionText(condition, words)).join('; '),
    actions: rule.actions.map((action) => actionText(action, words, folders)).join('; '),
  };
}

export function conditionName(field: RuleCondition['field'], words: Words): string {
  return {
    from: words.condFrom,
    to: words.condTo,
    subject: words.condSubject,
    body: words.condBody,
    size: words.condSize,
    attachments: words.condAttachments,
  }[field];
}

function conditionText(condition: RuleCondition, words: Words): string {
  const unit = condition.field === 'size' ? ' MB' : '';
  return `${conditionName(condition.field, words)} ${condition.words.join(', ')}${unit}`.trim();
}

export function actionName(type: RuleAction['type'], words: Words): string {
  return {
    move: words.doMoveLabel,
    delete: words.doDelete,
    label: words.doLabel,
    'follow-up': words.doFollowUp,
    'auto-reply': words.doAutoReply,
    forward: words.doForward,
    reject: words.doReject,
  }[type];
}

function actionText(action: RuleAction, words: Words, folders: Record<string, string>): string {
  const name = actionName(action.type, words);
  if (action.type === 'move')
    return fill(words.doMove, { folder: folders[action.folder] ?? action.folder });
  if (action.type === 'label') return `${name} ${action.label}`;
  if (action.type === 'forward') return `${name} ${action.to}`;
  return name;
}
