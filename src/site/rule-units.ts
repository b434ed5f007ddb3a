/** The elements that hold one rule each: rows, cards, terms, or whatever is like each other. */
import {
  attributeOf,
  boxOf,
  classOf,
  closestTo,
  contains,
  elementAfter,
  findIn,
  matches,
  outwards,
  parentOf,
  tagOf,
} from './dom.ts';
import { controlName, isVisible, pressables, shortText, shownAround, switches } from './drawn.ts';
import { rowControls } from './lexicon/rules.ts';
import { type Column, columnOf, rowIn, type Unit } from './rule-row.ts';
import { isBehind, type Scope } from './rule-scope.ts';
import { sentenceIn } from './rule-text.ts';

const tables = 'table, [role="table"], [role="grid"], [role="treegrid"]';
const rowsOf = 'tr, [role="row"]';
const cellsOf = 'td, [role="cell"], [role="gridcell"], [role="rowheader"]';
export const headersOf = 'th, [role="columnheader"]';

/** The rows of a table whose columns are those of rules. */
export function tableUnits(scope: Scope): Unit[] | undefined {
  const all = [...findIn(scope.root, tables)].filter(
    (table) => scope.has(table) && isVisible(table),
  );
  for (const [index, table] of all.entries()) {
    const headers = ownIn(table, headersOf, tables).filter(isVisible);
    const head = headers.length > 0 ? headers : headRow(table);
    const meanings = head.map((cell) => columnOf(shortText(cell)));
    const has = (column: Column) => meanings.includes(column);
    if (!(has('conditions') || has('actions')) && !(has('name') && has('state'))) continue;
    const units = unitsOf(table, head, meanings);
    // A list with a fixed head is drawn as two tables, one for the head.
    const next = all[index + 1];
    const body = units.length === 0 && next ? unitsOf(next, head, meanings) : units;
    if (body.length > 0) return body;
  }
  return undefined;
}

/** What an element holds, without what is in another container of its kind inside of it. */
const ownIn = (element: Element, css: string, container: string) =>
  [...findIn(element, css)].filter((one) => closestTo(parentOf(one) ?? one, container) === element);

function unitsOf(
  table: Element,
  head: readonly Element[],
  meanings: readonly (Column | undefined)[],
): Unit[] {
  return ownIn(table, rowsOf, tables)
    .filter((row) => isVisible(row) && !head.some((cell) => contains(row, cell)))
    .map((row) => ({ row, cells: ownIn(row, cellsOf, rowsOf) }))
    .filter(({ cells }) => cells.length > 1 && cells.length >= head.length - 1)
    .map(({ row, cells }) => ({
      element: row,
      cells: cells.map((cell, index) => [meaningAt(cell, index, cells, head, meanings), cell]),
    }));
}

/** The first row of a table without header cells, if it names columns. */
function headRow(table: Element): Element[] {
  const first = ownIn(table, rowsOf, tables).find(isVisible);
  const cells = first ? ownIn(first, cellsOf, rowsOf) : [];
  const named = cells.filter((cell) => columnOf(shortText(cell)) !== undefined);
  return named.length >= 2 ? cells : [];
}

/** A cell's column is the one with its number, or the one that it stands under. */
function meaningAt(
  cell: Element,
  index: number,
  cells: readonly Element[],
  head: readonly Element[],
  meanings: readonly (Column | undefined)[],
): Column | undefined {
  if (cells.length === head.length) return meanings[index];
  const { left, width } = boxOf(cell);
  const above = head.findIndex((one) => {
    const box = boxOf(one);
    return left + width / 2 >= box.left && left + width / 2 <= box.right;
  });
  return meanings[above];
}

/** The elements that hold one rule each, by what each of them has once: Edit, Delete, a switch. */
export function signUnits(scope: Scope): Unit[] {
  const signs = new Map<string, Element[]>();
  const note = (kind: string, element: Element) => {
    if (!scope.has(element) || !isVisible(shownAround(element))) return;
    signs.set(kind, [...(signs.get(kind) ?? []), element]);
  };
  for (const element of findIn(scope.root, pressables)) {
    const name = controlName(element);
    if (name && rowControls().test(name)) note(name, element);
  }
  for (const element of findIn(scope.root, switches)) note('switch', element);
  const groups = [...signs.values()].map((elements) => unitsAround(elements, scope));
  groups.push(terms(scope));
  // Only where nothing marks the rows: a rule may be named like a rule.
  if (!groups.some((units) => units.length > 1)) groups.push(unitsAround(sentences(scope), scope));
  const isRule = (unit: Unit) => {
    const row = rowIn(unit);
    return row?.says.does !== undefined || row?.says.when !== undefined;
  };
  // What most rows agree on; of equals several rows before one that holds them all, then the fewest.
  const scored = groups
    .filter((units) => units.length > 0)
    .map((units) => withTwins(withSiblings(alike(units)), scope))
    .map((units) => ({ units, rules: units.filter(isRule).length }))
    .filter(({ units, rules }) => rules > 0 || units.length > 1)
    .sort(
      (a, b) =>
        b.rules - a.rules ||
        Number(a.units.length === 1) - Number(b.units.length === 1) ||
        a.units.length - b.units.length,
    );
  return scored[0]?.units ?? [];
}

const kindOf = ({ element }: Unit) => `${tagOf(element)} ${attributeOf(element, 'role')}`;

/** The units of the kind that most of them are of; a toolbar above the list has the same buttons. */
function alike(units: readonly Unit[]): Unit[] {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(kindOf(unit), (counts.get(kindOf(unit)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const [kind] = [...counts].find(([, count]) => count === most) ?? [];
  return units.filter((unit) => kindOf(unit) === kind);
}

/** The units, and what stands among them just like them, if it lacks what marks the others. */
function withSiblings(units: readonly Unit[]): Unit[] {
  if (units.length < 2) return [...units];
  const own = new Set(units.map(({ element }) => element));
  const like = (one: Element, other: Element) =>
    tagOf(one) === tagOf(other) && classOf(one) === classOf(other) && isVisible(other);
  return units.flatMap((unit) => {
    const found = [unit];
    if (unit.others) return found;
    let after = elementAfter(unit.element);
    for (; after && !own.has(after) && like(unit.element, after); after = elementAfter(after))
      found.push({ element: after });
    return found;
  });
}

/**
 * The units, and those of other groups of the same list: what is built like them, in a box that is
 * built like theirs. Classes tell that; without any there are none.
 */
function withTwins(units: readonly Unit[], scope: Scope): Unit[] {
  const [first] = units;
  const box = first && parentOf(first.element);
  const isNamed = box && (classOf(box) !== '' || matches(box, 'ul, ol, tbody, [role="list"]'));
  if (!first || !isNamed || units.length < 2 || !classOf(first.element)) return [...units];
  const own = new Set(units.map(({ element }) => element));
  const isTwin = (one: Element) => {
    const around = parentOf(one);
    return (
      !own.has(one) &&
      classOf(one) === classOf(first.element) &&
      around !== null &&
      tagOf(around) === tagOf(box) &&
      classOf(around) === classOf(box) &&
      ![...own].some((unit) => contains(unit, one) || contains(one, unit)) &&
      scope.has(one) &&
      isVisible(one)
    );
  };
  const twins = [...findIn(scope.root, tagOf(first.element))].filter(isTwin);
  return [...units, ...twins.map((element) => ({ element }))].sort((a, b) =>
    isBehind(a.element, b.element) ? -1 : 1,
  );
}

/** Terms with their definitions, where the list is made of these. */
function terms(scope: Scope): Unit[] {
  return [...findIn(scope.root, 'dt')]
    .filter((term) => scope.has(term) && isVisible(term) && columnOf(shortText(term)) === undefined)
    .map((element) => {
      const others: Element[] = [];
      for (let at = elementAfter(element); at && tagOf(at) === 'DD'; at = elementAfter(at))
        others.push(at);
      return { element, others };
    })
    .filter(({ others }) => others.length > 0);
}

/** Texts that are a whole rule, or the half of one that has an action, where nothing marks the rows. */
function sentences(scope: Scope): Element[] {
  const found: Element[] = [];
  const walker = document.createTreeWalker(scope.root, NodeFilter.SHOW_TEXT);
  for (let count = 0; walker.nextNode() && count < 20_000; count += 1) {
    const node = walker.currentNode as Text;
    const parent = parentOf(node);
    if (!parent || node.data.trim().length < 4 || node.data.length > 2000) continue;
    if (!scope.has(parent) || closestTo(parent, pressables) || !isVisible(parent)) continue;
    const { does, when } = sentenceIn(node.data);
    if (does && when) found.push(parent);
  }
  return found;
}

/** The largest box around each element that has no other of them; never the head of the page or a pager. */
function unitsAround(elements: readonly Element[], scope: Scope): Unit[] {
  const units: Element[] = [];
  for (const start of elements) {
    let unit: Element | undefined;
    for (const around of outwards(start)) {
      const isWider = elements.some((other) => other !== start && contains(around, other));
      if (isWider || !scope.has(around) || matches(around, 'main, [role="main"]')) break;
      // Alone on the page, it ends where something of the page's own begins.
      const isAlone = elements.length === 1;
      if (isAlone && matches(around, 'table, tbody, ul, ol')) break;
      if (isAlone && unit && boxOf(around).height > 3 * boxOf(unit).height + 60) break;
      unit = around;
    }
    if (unit && !units.includes(unit)) units.push(unit);
  }
  return units.map((element) => ({ element }));
}
