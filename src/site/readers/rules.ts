import type { Facts } from '../../core/facts.ts';
import { markOf } from '../../core/mark.ts';
import type { Rule } from '../../core/schemas.ts';
import { type RuleList, ruleListOn } from '../rule-list.ts';
import type { RuleRow } from '../rule-row.ts';
import type { Survey } from '../survey.ts';
import { unicode } from '../unicode.ts';

/** The rules that a page shows, and the list that they were read from; its rows are in the same order. */
export interface RulesSeen {
  value: Facts['rules'];
  list: RuleList;
}

/** How many rules are kept; the webmail's own limit is thought to be 50. */
const most = 500;

/**
 * Reads the list of receiving rules. `key` is what their marks are made with; of their texts nothing
 * else is kept.
 */
export function readRules(document: Document, survey: Survey, key: string): RulesSeen | undefined {
  const list = ruleListOn(document, survey);
  if (!list) return undefined;
  const rules = list.rows.slice(0, most).map((row, index) => ruleOf(row, index + 1, key));
  const complete = list.complete && rules.length === list.rows.length;
  return { value: { listed: list.listed, complete, rules }, list };
}

function ruleOf({ name, text, says, on }: RuleRow, row: number, key: string): Rule {
  return {
    row,
    mark: markOf(key, `${name ?? ''}\n${text}`),
    ...(on !== undefined && { on }),
    ...(says.does && { does: says.does }),
    to: says.to.slice(0, 20),
    ...(says.when && { when: says.when }),
    ...(name !== undefined && isOdd(name) && { oddName: true as const }),
    ...(says.sensitive && { sensitive: true as const }),
  };
}

const unseen = unicode(String.raw`[\p{Cf}\p{Zs}\p{Cc}\u3164\u115f\u1160\u2800]`, 'gu');

/** Whether a name has at most one visible character. */
function isOdd(name: string): boolean {
  const visible = name.normalize('NFKC').replace(unseen(), '');
  return [...visible].length <= 1;
}
