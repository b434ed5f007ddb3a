/** How far a list of rules goes beyond what the page shows, and what leads there. */
import {
  attributeOf,
  boxOf,
  closestTo,
  contains,
  elementAfter,
  elementBefore,
  findIn,
  outwards,
  parentOf,
  scrollHeightOf,
  scrollOf,
  textOf,
} from './dom.ts';
import { isVisible, pressables, shortText } from './drawn.ts';
import { nameIn, normal } from './lexicon/index.ts';
import { totals } from './lexicon/rules.ts';
import { isBehind, type Scope } from './rule-scope.ts';
import { headersOf } from './rule-units.ts';

const more = () =>
  /^(?:load|show|view|see) (?:more|all)(?: rules)?$|^more rules$|^(?:加载更多|查看更多|显示更多|更多规则|載入更多|顯示更多|もっと見る|さらに表示|さらに読み込む)$/;
const next = () => /^(?:next(?: page)?|下一页|下一頁|次へ|次のページ|次|›|»|>|→)$/;
const pageOfPages = () =>
  /^(?:page )?(?<page>\d+) ?(?:of|\/|／) ?(?<pages>\d+)(?: pages?)?$|^第 ?(?<page2>\d+) ?[页頁] ?[/,，、]? ?(?:共|总|總) ?(?<pages2>\d+) ?[页頁]$|^(?<page3>\d+) ?[/／] ?(?<pages3>\d+) ?(?:页|頁|ページ)$/;

/** How many rules the page says there are, and what leads to those that it does not show. */
export function extentOf(
  scope: Scope,
  rows: readonly Element[],
): { total?: number; pager?: Element; page?: number; pages?: number } {
  let total: number | undefined;
  let pager: Element | undefined;
  let page: number | undefined;
  let last: number | undefined;
  const numbers: Element[] = [];
  const walker = document.createTreeWalker(scope.root, NodeFilter.SHOW_TEXT);
  for (let count = 0; walker.nextNode() && count < 20_000; count += 1) {
    const node = walker.currentNode as Text;
    const parent = parentOf(node);
    if (!parent || node.data.trim() === '' || node.data.length > 80) continue;
    if (rows.some((row) => contains(row, parent)) || !scope.has(parent) || !isVisible(parent))
      continue;
    const text = nameIn(normal(node.data));
    const pressable = closestTo(parent, `${pressables}, li`);
    if (/^\d{1,3}$/.test(text)) numbers.push(parent);
    const pages = pageOfPages().exec(text)?.groups;
    if (pages) {
      last = Number(pages['pages'] ?? pages['pages2'] ?? pages['pages3']);
      page = Number(pages['page'] ?? pages['page2'] ?? pages['page3']);
      if (last > 1) pager ??= parent;
    }
    if (pressable && more().test(text) && !isOff(pressable)) pager ??= pressable;
    if (pressable && next().test(text) && !isOff(pressable)) pager ??= pressable;
    for (const pattern of totals()) {
      const said = pattern.exec(text)?.groups?.['count'];
      if (said !== undefined) total = Math.max(total ?? 0, Number(said));
    }
  }
  const run = numbers.filter((element) =>
    closestTo(element, `${pressables}, li, [role="listitem"]`),
  );
  if (run.length > 1) {
    pager = numbersAround(run) ?? pager;
    last = Math.max(...run.map((element) => Number(shortText(element))));
    page = currentOf(run) ?? endOf(run, last);
  }
  for (const table of findIn(scope.root, '[aria-rowcount]')) {
    const said = Number(attributeOf(table, 'aria-rowcount'));
    const heads = findIn(table, headersOf).length > 0 ? 1 : 0;
    if (scope.has(table) && said > 0) total = Math.max(total ?? 0, said - heads);
  }
  return {
    ...(total !== undefined && { total }),
    ...(pager && { pager: aroundPager(pager) }),
    ...(page && { page }),
    ...(last && { pages: last }),
  };
}

/** How much room without anything in it is more than a list's margin: in rows, and in CSS pixels. */
const blank = { rows: 4, pixels: 240 };

/**
 * Whether the pane that the rows scroll in goes on far above or below them with nothing in it: such a
 * list is drawn only as far as it is seen.
 */
export function isDrawnInPart(rows: readonly Element[]): boolean {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return false;
  const isPane = (around: Element) => /auto|scroll/.test(getComputedStyle(around).overflowY);
  const pane = [...outwards(parentOf(last) ?? last)].find(isPane);
  if (!pane || !contains(pane, first)) return false;
  const seen = boxOf(pane);
  const top = seen.top - scrollOf(pane);
  // What is in sight may well be empty: the list ends there.
  const above = Math.min(boxOf(first).top, seen.top) - top;
  const below = top + scrollHeightOf(pane) - Math.max(boxOf(last).bottom, seen.bottom);
  const much = Math.max(blank.rows * boxOf(last).height, blank.pixels);
  return (
    (above > much && isEmpty(first, pane, elementBefore)) ||
    (below > much && isEmpty(last, pane, elementAfter))
  );
}

/** Whether no text stands between a row and that end of its pane. */
function isEmpty(row: Element, pane: Element, next: typeof elementAfter): boolean {
  for (const at of outwards(row)) {
    if (at === pane) break;
    for (let beside = next(at); beside; beside = next(beside))
      if ((textOf(beside) ?? '').trim() !== '') return false;
  }
  return true;
}

/** The number of the page that is shown: it says so, or it alone looks other than the rest. */
function currentOf(run: readonly Element[]): number | undefined {
  const said = run.find((element) => closestTo(element, '[aria-current], [aria-selected="true"]'));
  const looks = run.map((element) =>
    [...outwards(element)]
      .slice(0, 3)
      .map((around) => {
        const { color, backgroundColor, fontWeight, borderTopColor } = getComputedStyle(around);
        return [color, backgroundColor, fontWeight, borderTopColor].join();
      })
      .join(' '),
  );
  const odd = run.filter((_, index) => looks.filter((look) => look === looks[index]).length === 1);
  const [only] = said ? [said] : odd.length === 1 || run.length > 2 ? odd : [];
  return only && (said || odd.length === 1) ? Number(shortText(only)) : undefined;
}

/** The first page or the last one, where the way back, or on, is switched off. */
function endOf(run: readonly Element[], last: number): number | undefined {
  const around = numbersAround(run);
  const steps = around
    ? [...findIn(around, `${pressables}, li`)].filter(
        (one) => !run.some((number) => contains(one, number)),
      )
    : [];
  const isBefore = (one: Element) => run[0] !== undefined && isBehind(one, run[0]);
  const isStuck = (way: readonly Element[]) => way.length > 0 && way.some(isOff);
  const [back, on] = [steps.filter(isBefore), steps.filter((one) => !isBefore(one))];
  if (isStuck(back) === isStuck(on)) return undefined;
  return isStuck(back) ? 1 : last;
}

function numbersAround(run: readonly Element[]): Element | undefined {
  const [first] = run;
  return first && [...outwards(first)].find((around) => run.every((one) => contains(around, one)));
}

/** The whole row of page numbers, as far as it is no higher than one line. */
function aroundPager(element: Element): Element {
  let best = element;
  for (const around of [...outwards(element)].slice(0, 4)) {
    if (boxOf(around).height > 64 || boxOf(around).width > 700) break;
    best = around;
  }
  return best;
}

const isOff = (element: Element) =>
  closestTo(element, ':disabled, [aria-disabled="true"]') !== null;
