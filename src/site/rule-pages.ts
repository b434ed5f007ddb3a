/** Puts the pages of a list of rules together, as the user turns them. */
import type { Facts } from '../core/facts.ts';
import type { RulesSeen } from './readers/rules.ts';

type Rules = Facts['rules'];

/**
 * Remembers, for one document, the pages of the list that were seen. Returns all rules that are known
 * so, each with its place in the whole list.
 */
export function trackRulePages(): (seen: RulesSeen) => Rules {
  const pages = new Map<number, Rules['rules']>();
  let path = '';
  return ({ value, list }) => {
    if (path !== location.pathname || value.complete) pages.clear();
    path = location.pathname;
    if (value.complete || list.page === undefined) return value;
    // What has moved to this page is on no other one any more.
    const here = new Set(value.rules.map(({ mark }) => mark));
    for (const [page, rules] of pages)
      pages.set(
        page,
        rules.filter(({ mark }) => !here.has(mark)),
      );
    pages.set(list.page, value.rules);
    const size = Math.max(...[...pages.values()].map((rules) => rules.length));
    const rules = [...pages]
      .sort(([a], [b]) => a - b)
      .flatMap(([page, rules]) =>
        rules.map((rule, index) => ({ ...rule, row: (page - 1) * size + index + 1 })),
      );
    const numbers = Array.from({ length: list.pages ?? 0 }, (_, index) => index + 1);
    const hasAll = numbers.length > 0 && numbers.every((page) => pages.has(page));
    const listed = Math.max(value.listed, rules.length);
    return { listed, complete: hasAll && rules.length === listed, rules: rules.slice(0, 1000) };
  };
}
