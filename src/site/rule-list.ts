/** The list of receiving rules, whatever it is made of: its rows, their texts, and whether it is whole. */
import { contains, parentOf } from './dom.ts';
import { isVisible } from './drawn.ts';
import { normal } from './lexicon/index.ts';
import { none } from './lexicon/rules.ts';
import { extentOf, isDrawnInPart } from './rule-extent.ts';
import { type RuleRow, rowIn } from './rule-row.ts';
import { type Scope, scopeOf } from './rule-scope.ts';
import { signUnits, tableUnits } from './rule-units.ts';
import type { Survey } from './survey.ts';

export interface RuleList {
  rows: RuleRow[];
  /** How many rules there are in all, as far as the page says. */
  listed: number;
  complete: boolean;
  /** What leads to the other pages of the list, which one this is, and which is the last. */
  pager: Element | undefined;
  page?: number;
  pages?: number;
}

/** The user's own receiving rules; `undefined` where the page shows no such list, or not yet. */
export function ruleListOn(document: Document, survey: Survey): RuleList | undefined {
  const scope = scopeOf(document, survey);
  if (!scope) return undefined;
  const units = tableUnits(scope) ?? signUnits(scope);
  const rows = units.map((unit) => rowIn(unit)).filter((row) => row !== undefined);
  // Among rules that have names one without is one with a blank name.
  const named = rows.filter(({ name }) => name !== undefined).length;
  if (named > rows.length / 2) {
    for (const row of rows) if (row.says.does || row.says.when) row.name ??= '';
  }
  // A page that has not filled in its own template shows no rules.
  const blanks = rows.filter(({ name, text }) => unfilled.test(`${name}\n${text}`));
  if (blanks.length > rows.length / 2) return undefined;
  const elements = units.map(({ element }) => element);
  // Where there are none, what looks like rules is a template, or somebody else's.
  if (saysNone(scope, elements))
    return rows.length === 0 ? { rows, listed: 0, complete: true, pager: undefined } : undefined;
  if (rows.length === 0) return undefined;
  const { total, pager, page, pages } = extentOf(scope, elements);
  const listed = Math.max(rows.length, total ?? 0);
  const complete = pager === undefined && listed === rows.length && !isDrawnInPart(elements);
  return { rows, listed, complete, pager, ...(page && { page }), ...(pages && { pages }) };
}

const unfilled = /\{\{|\}\}|\$\{|\[object |<%/;

/** Whether a text beside the rows says that there are no rules; a search without a match says less. */
function saysNone(scope: Scope, rows: readonly Element[]): boolean {
  const walker = document.createTreeWalker(scope.root, NodeFilter.SHOW_TEXT);
  for (let count = 0; walker.nextNode() && count < 5000; count += 1) {
    const node = walker.currentNode as Text;
    const parent = parentOf(node);
    if (!parent || node.data.length > 120 || !scope.has(parent) || !isVisible(parent)) continue;
    const text = normal(node.data);
    if (
      none().test(text) &&
      !rows.some((row) => contains(row, parent)) &&
      !/match|search|filter|匹配|搜索|搜尋|符合|検索|一致|该当|該当/.test(text)
    )
      return true;
  }
  return false;
}
