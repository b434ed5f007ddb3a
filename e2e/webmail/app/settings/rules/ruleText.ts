import type { Rule, RuleAction, RuleCondition } from '../../../rule.ts';
import { fill, type Words } from '../../../words/index.ts';
import { folderName } from '../../format.ts';
import { forAll } from './values.ts';

/** A rule in words, as the list shows it. */
export function ruleText(rule: Rule, words: Words, folders: Record<string, string>) {
  return {
    conditions: conditionTexts(rule, words).join('; '),
    actions: rule.actions.map((action) => actionText(action, words, folders)).join('; '),
  };
}

/** A rule as one sentence. */
export function ruleSentence(rule: Rule, words: Words, folders: Record<string, string>): string {
  const conditions = conditionTexts(rule, words).map(inSentence);
  const actions = rule.actions.map((action) => inSentence(actionText(action, words, folders)));
  return fill(forAll(rule) ? words.ruleSentenceAll : words.ruleSentence, {
    conditions: conditions.join(rule.match === 'all' ? words.ruleAnd : words.ruleOr),
    actions: actions.join(words.ruleBoth),
  });
}

function inSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function conditionName(field: RuleCondition['field'], words: Words): string {
  return {
    from: words.condFrom,
    to: words.condTo,
    subject: words.condSubject,
    body: words.condBody,
    size: words.condSize,
    attachments: words.condAttachments,
    everything: words.condEverything,
  }[field];
}

function conditionTexts({ conditions }: Rule, words: Words): string[] {
  if (conditions.length === 0) return [words.condEverything];
  return conditions.map((condition) => conditionText(condition, words));
}

function conditionText(condition: RuleCondition, words: Words): string {
  const unit = condition.field === 'size' ? ' MB' : '';
  return `${conditionName(condition.field, words)} ${condition.words.join(', ')}${unit}`.trim();
}

export function actionName(type: RuleAction['type'], words: Words): string {
  return {
    move: words.doMoveLabel,
    copy: words.doCopyLabel,
    delete: words.doDelete,
    label: words.doLabel,
    'mark-read': words.doMarkRead,
    'follow-up': words.doFollowUp,
    'auto-reply': words.doAutoReply,
    forward: words.doForward,
    redirect: words.doRedirect,
    reject: words.doReject,
  }[type];
}

function actionText(action: RuleAction, words: Words, folders: Record<string, string>): string {
  const name = actionName(action.type, words);
  if (action.type === 'move' || action.type === 'copy')
    return fill(action.type === 'move' ? words.doMove : words.doCopy, {
      folder: folderName(action.folder, words, folders),
    });
  if (action.type === 'label') return `${name} ${action.label}`;
  if (action.type === 'forward' || action.type === 'redirect') return `${name} ${action.to}`;
  return name;
}
