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
  /** For all mail: the other conditions count for nothing. */
  everything: boolean;
  actions: RuleAction['type'][];
  folder?: string;
  copyFolder?: string;
  label?: string;
  text?: string;
  to?: string;
  redirectTo?: string;
  stop: boolean;
}

/** Whether a rule is for all mail. */
export function forAll({ conditions }: Rule): boolean {
  return conditions.length === 0 || conditions.some(({ field }) => field === 'everything');
}

export function valuesOf(rule: Rule): RuleValues {
  const { id, name, match, conditions, actions, stop } = rule;
  return {
    name,
    match,
    conditions: Object.fromEntries(conditions.map(({ field, words }) => [field, words])),
    size: Number(conditions.find(({ field }) => field === 'size')?.words[0] ?? 0) || null,
    withAttachments: conditions.some(({ field }) => field === 'attachments'),
    everything: id !== '' && forAll(rule),
    actions: actions.map(({ type }) => type),
    ...Object.assign({}, ...actions.map(detailsOf)),
    stop,
  };
}

/** An action's details under the names of their fields. */
function detailsOf(action: RuleAction): Partial<RuleValues> {
  if (action.type === 'copy') return { copyFolder: action.folder };
  if (action.type === 'redirect') return { redirectTo: action.to };
  const { type, ...details } = action;
  return details;
}

export function ruleOf(rule: Rule, values: RuleValues): Rule {
  const { name, match, stop } = values;
  const actions = values.actions.map((type) => actionOf(type, values));
  return { ...rule, name, match, stop, conditions: conditionsOf(values), actions };
}

function conditionsOf(values: RuleValues): RuleCondition[] {
  if (values.everything) return [{ field: 'everything', words: [] }];
  const conditions: RuleCondition[] = fields
    .map((field) => ({ field, words: values.conditions[field] ?? [] }))
    .filter(({ words }) => words.length > 0);
  if (values.size !== null) conditions.push({ field: 'size', words: [String(values.size)] });
  if (values.withAttachments) conditions.push({ field: 'attachments', words: [] });
  return conditions;
}

function actionOf(type: RuleAction['type'], values: RuleValues): RuleAction {
  if (type === 'move') return { type, folder: values.folder ?? '' };
  if (type === 'copy') return { type, folder: values.copyFolder ?? '' };
  if (type === 'label') return { type, label: values.label ?? '' };
  if (type === 'auto-reply') return { type, text: values.text ?? '' };
  if (type === 'forward') return { type, to: values.to ?? '' };
  if (type === 'redirect') return { type, to: values.redirectTo ?? '' };
  return { type };
}
