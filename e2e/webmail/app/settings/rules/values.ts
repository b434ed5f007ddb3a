import type { Rule, RuleAction, RuleCondition } from '../../../rule.ts';

/** The conditions with keywords. */
export const fields = ['from', 'to', 'subject', 'body'] as const;

/** A rule as the editor's fields hold it. */
export interface RuleValues {
  name: string;
  match: Rule['match'];
  conditions: Partial<Record<RuleCondition['field'], string[]>>;
  /** In megabytes. */
  size: number | null;
  withAttachments: boolean;
  actions: RuleAction['type'][];
  folder?: string;
  label?: string;
  text?: string;
  to?: string;
  stop: boolean;
}

export function valuesOf({ name, match, conditions, actions, stop }: Rule): RuleValues {
  return {
    name,
    match,
    conditions: Object.fromEntries(conditions.map(({ field, words }) => [field, words])),
    size: Number(conditions.find(({ field }) => field === 'size')?.words[0] ?? 0) || null,
    withAttachments: conditions.some(({ field }) => field === 'attachments'),
    actions: actions.map(({ type }) => type),
    ...Object.assign({}, ...actions.map(({ type, ...details }) => details)),
    stop,
  };
}

export function ruleOf(rule: Rule, values: RuleValues): Rule {
  const conditions: RuleCondition[] = fields
    .map((field) => ({ field, words: values.conditions[field] ?? [] }))
    .filter(({ words }) => words.length > 0);
  if (values.size !== null) conditions.push({ field: 'size', words: [String(values.size)] });
  if (values.withAttachments) conditions.push({ field: 'attachments', words: [] });
  const { name, match, stop } = values;
  const actions = values.actions.map((type) => actionOf(type, values));
  return { ...rule, name, match, stop, conditions, actions };
}

function actionOf(type: RuleAction['type'], values: RuleValues): RuleAction {
  if (type === 'move') return { type, folder: values.folder ?? '' };
  if (type === 'label') return { type, label: values.label ?? '' };
  if (type === 'auto-reply') return { type, text: values.text ?? '' };
  if (type === 'forward') return { type, to: values.to ?? '' };
  return { type };
}
