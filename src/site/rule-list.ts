/** The list of receiving rules, whatever it is made of: its rows, their texts, and whether it is whole. */
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
import { nameIn, normal, pageNamed } from './lexicon/index.ts';
import {
  columns,
  none,
  rowControls,
  stateOff,
  stateOn,
  totals,
  turnsOff,
  turnsOn,
} from './lexicon/rules.ts';
import { isCurrent, settingsNavigation } from './place.ts';
import { actionsIn, conditionsIn, type RuleText, ruleIn, sentenceIn } from './rule-text.ts';
import type { Survey } from './survey.ts';
import { visibleBox } from './visible.ts';

/** One row: its element, its texts, what they say, and whether the rule is on as far as the row shows it. */
export interface RuleRow {
  element: Element;
  /** Absent where the list has no names. */
  name: string | undefined;
  text: string;
  says: RuleText;
  on: boolean | undefined;
}

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

type Column = 'name' | 'conditions' | 'actions' | 'state' | 'other';
const columnOf = (text: string): Column | undefined => {
  const name = nameIn(text);
  return columns.find(([pattern]) => pattern.test(name))?.[1];
};

const tables = 'table, [role="table"], [role="grid"], [role="treegrid"]';
const rowsOf = 'tr, [role="row"]';
const cellsOf = 'td, [role="cell"], [role="gridcell"], [role="rowheader"]';
const headersOf = 'th, [role="columnheader"]';
const pressables = 'button, a, [role="button"], [role="link"], [role="menuitem"], summary';
const switches = 'input[type="checkbox"], [role="switch"], [role="checkbox"], [aria-pressed]';
const passedOver =
  'script, style, noscript, template, svg, iframe, textarea, select, article, form [contenteditable], [aria-hidden="true"], [hidden]';

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
  const { total, pager, page, pages } = extentOf(
    scope,
    units.map(({ element }) => element),
  );
  if (rows.length === 0) {
    return saysNone(scope) ? { rows, listed: 0, complete: true, pager: undefined } : undefined;
  }
  const listed = Math.max(rows.length, total ?? 0);
  const complete = pager === undefined && listed === rows.length;
  return { rows, listed, complete, pager, ...(page && { page }), ...(pages && { pages }) };
}

const unfilled = /\{\{|\}\}|\$\{|\[object |<%/;

/** Where the rules stand: behind their page's heading, and before that of the next section. */
interface Scope {
  root: Element;
  has(element: Element): boolean;
}

function scopeOf(document: Document, survey: Survey): Scope | undefined {
  const navigation = settingsNavigation(survey);
  const headings = survey.pages.filter(
    ({ element }) =>
      (isHeading(element) || !(navigation && contains(navigation, element))) &&
      !closestTo(element, 'a, nav, [role="navigation"], [role="tab"]') &&
      visibleBox(element) !== undefined,
  );
  const chosen = survey.pages.find(
    ({ meaning, element }) => meaning === 'rules' && isCurrent(element) && visibleBox(element),
  )?.element;
  const list = chosen && closestTo(chosen, '[role="tablist"], nav, ul, ol');
  const heading = headings.find(({ meaning }) => meaning === 'rules')?.element ?? list ?? chosen;
  if (!heading) return undefined;
  const next = headings.find(
    ({ meaning, element }) => meaning !== 'rules' && isBehind(heading, element),
  )?.element;
  const root = document.body;
  return {
    root,
    has: (element) =>
      isBehind(heading, element) &&
      !(next && (isBehind(next, element) || contains(element, next))) &&
      !(navigation && !contains(navigation, heading) && contains(navigation, element)) &&
      !closestTo(element, passedOver),
  };
}

const isHeading = (element: Element) =>
  closestTo(element, 'h1, h2, h3, h4, h5, h6, [role="heading"]') !== null;

const isBehind = (one: Element, other: Element) =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
  !contains(one, other);

/** An element that holds one rule; of a table also what its columns are. */
interface Unit {
  element: Element;
  /** What belongs to it but stands beside it, as the definitions behind a term. */
  others?: Element[];
  cells?: [column: Column | undefined, element: Element][];
}

const isShown = (element: Element) => visibleBox(element) !== undefined;

/** The rows of a table whose columns are those of rules. */
function tableUnits(scope: Scope): Unit[] | undefined {
  const all = [...findIn(scope.root, tables)].filter((table) => scope.has(table) && isShown(table));
  for (const [index, table] of all.entries()) {
    const headers = ownIn(table, headersOf, tables).filter(isShown);
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
    .filter((row) => isShown(row) && !head.some((cell) => contains(row, cell)))
    .map((row) => ({ row, cells: ownIn(row, cellsOf, rowsOf) }))
    .filter(({ cells }) => cells.length > 1 && cells.length >= head.length - 1)
    .map(({ row, cells }) => ({
      element: row,
      cells: cells.map((cell, index) => [meaningAt(cell, index, cells, head, meanings), cell]),
    }));
}

/** The first row of a table without header cells, if it names columns. */
function headRow(table: Element): Element[] {
  const first = ownIn(table, rowsOf, tables).find(isShown);
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
function signUnits(scope: Scope): Unit[] {
  const signs = new Map<string, Element[]>();
  const note = (kind: string, element: Element) => {
    if (!scope.has(element) || !isShown(shownAround(element))) return;
    signs.set(kind, [...(signs.get(kind) ?? []), element]);
  };
  for (const element of findIn(scope.root, pressables)) {
    const name = controlName(element);
    if (name && rowControls.test(name)) note(name, element);
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
  // What most rows agree on; of equals the one that gives the most rules, then the smallest boxes.
  const scored = groups
    .filter((units) => units.length > 0)
    .map((units) => withSiblings(alike(units)))
    .map((units) => ({ units, rules: units.filter(isRule).length }))
    .filter(({ units, rules }) => rules > 0 || units.length > 1)
    .sort((a, b) => b.rules - a.rules || a.units.length - b.units.length);
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
    tagOf(one) === tagOf(other) && classOf(one) === classOf(other) && isShown(other);
  return units.flatMap((unit) => {
    const found = [unit];
    if (unit.others) return found;
    let after = elementAfter(unit.element);
    for (; after && !own.has(after) && like(unit.element, after); after = elementAfter(after))
      found.push({ element: after });
    return found;
  });
}

/** Terms with their definitions, where the list is made of these. */
function terms(scope: Scope): Unit[] {
  return [...findIn(scope.root, 'dt')]
    .filter((term) => scope.has(term) && isShown(term) && columnOf(shortText(term)) === undefined)
    .map((element) => {
      const others: Element[] = [];
      for (let at = elementAfter(element); at && tagOf(at) === 'DD'; at = elementAfter(at))
        others.push(at);
      return { element, others };
    })
    .filter(({ others }) => others.length > 0);
}

/** A switch's own control is often invisible; what is drawn is around it. */
function shownAround(element: Element): Element {
  return [...outwards(element)].slice(0, 3).find(isShown) ?? element;
}

/** Texts that are a whole rule, or the half of one that has an action, where nothing marks the rows. */
function sentences(scope: Scope): Element[] {
  const found: Element[] = [];
  const walker = document.createTreeWalker(scope.root, NodeFilter.SHOW_TEXT);
  for (let count = 0; walker.nextNode() && count < 20_000; count += 1) {
    const node = walker.currentNode as Text;
    const parent = parentOf(node);
    if (!parent || node.data.trim().length < 4 || node.data.length > 2000) continue;
    if (!scope.has(parent) || closestTo(parent, pressables) || !isShown(parent)) continue;
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

function controlName(element: Element): string {
  const label = attributeOf(element, 'aria-label') ?? attributeOf(element, 'title');
  return nameIn((shortText(element) || label || '').replace(/[[\]【】]/g, ''));
}

/** The text of a small element, invisible parts left out. */
function shortText(element: Element): string {
  return piecesIn(element, true)
    .map(({ text }) => text)
    .join(' ');
}

interface Piece {
  text: string;
  /** The box that the text is a part of, as lines and cells are. */
  block: Element;
  bold: boolean;
}

const maximum = { pieces: 200, text: 12_000 };

/** What a row gives its rule's name in. */
const headlines = 'h1, h2, h3, h4, h5, h6, [role="heading"], b, strong, dt';

/** The word at a switch says what the switch does, not what it is. */
function isSwitchLabel(element: Element): boolean {
  const label = closestTo(element, 'label');
  return label !== null && findIn(label, switches).length > 0;
}

/** In CSS pixels: what stands further apart on one line are two texts. */
const apart = 7;

const joint = (one: DOMRect | undefined, other: DOMRect | undefined) =>
  one && other && Math.abs(other.left - one.right) <= 1 ? '' : ' ';

/** The texts in an element as they are drawn, block by block; the row's own controls are left out. */
function piecesIn(element: Element, withControls = false): Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && (matches(node, passedOver) || isDrawnAway(node))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  const range = document.createRange();
  let length = 0;
  let last: { block: Element; parent: Element; box: DOMRect | undefined } | undefined;
  let isBroken = false;
  let wasMark = false;
  while (walker.nextNode() && pieces.length < maximum.pieces && length < maximum.text) {
    const node = walker.currentNode;
    if (node instanceof Element && tagOf(node) === 'BR') isBroken = true;
    if (!(node instanceof Text) || node.data.trim() === '') continue;
    const parent = parentOf(node);
    if (!parent) continue;
    if (!withControls) {
      const control = closestTo(parent, pressables);
      if (control && contains(element, control) && rowControls.test(controlName(control))) continue;
      if (closestTo(parent, switches) || isSwitchLabel(parent)) continue;
    }
    const block = blockOf(parent, element);
    const text = node.data.slice(0, maximum.text).replace(/\s+/g, ' ');
    length += text.length;
    range.selectNodeContents(node);
    const boxes = range.getClientRects();
    const box = boxes[0];
    // Far apart on one line, or a mark of its own: another piece.
    const isApart =
      last?.box &&
      box &&
      Math.abs(box.left - last.box.right) > apart &&
      box.top < last.box.bottom - 2;
    const isMark =
      stateIn(text) !== undefined &&
      !isHeading(parent) &&
      (parent !== block || /^\s*[(（[【]/.test(text));
    const bold =
      closestTo(parent, headlines) !== null || Number(getComputedStyle(parent).fontWeight) >= 600;
    const before = pieces.at(-1);
    const isSame =
      last?.block === block &&
      !isBroken &&
      !(isApart && last.parent !== parent) &&
      !isMark &&
      !wasMark;
    if (before && isSame) before.text += joint(last?.box, box) + text;
    else pieces.push({ text, block, bold });
    last = { block, parent, box: boxes[boxes.length - 1] };
    isBroken = false;
    wasMark = isMark;
  }
  return pieces.map((piece) => ({ ...piece, text: piece.text.replace(/ +/g, ' ').trim() }));
}

/** Not there for a person: not displayed, transparent, or cut to nothing for screen readers only. */
function isDrawnAway(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0')
    return true;
  if (style.display === 'contents' || style.display === 'inline') return false;
  const { width, height } = boxOf(element);
  return (width < 2 || height < 2) && style.overflow !== 'visible';
}

function blockOf(start: Element, within: Element): Element {
  for (const around of outwards(start)) {
    if (around === within || !/^inline/.test(getComputedStyle(around).display)) return around;
    const parent = parentOf(around);
    // Parts of a flex row stand beside each other like cells.
    if (parent && /flex|grid/.test(getComputedStyle(parent).display)) return around;
  }
  return within;
}

/** A row read: its state, its name, and the rest as a rule. */
function rowIn({ element, others = [], cells }: Unit): RuleRow | undefined {
  const on = [element, ...others].map(stateOf).reduce(agreed, undefined);
  if (cells) {
    const columnText = (column: Column) =>
      cells
        .filter(([meaning]) => meaning === column)
        .map(([, cell]) => joined(piecesIn(cell)))
        .join('; ');
    const hasNames = cells.some(([meaning]) => meaning === 'name');
    const [name, conditions, actions] = [
      columnText('name'),
      columnText('conditions'),
      columnText('actions'),
    ];
    const said = columnText('state');
    // A column of an unknown name, or the one of the row's own controls, may hold the missing half.
    const rest = cells
      .filter(([meaning]) => meaning === undefined || meaning === 'other')
      .map(([, cell]) => joined(piecesIn(cell)))
      .filter((text) => /[\p{L}\p{N}]/u.test(text));
    const has = (column: Column) => cells.some(([meaning]) => meaning === column);
    const missing = has('actions')
      ? rest.find((text) => conditionsIn(text).when !== undefined)
      : rest.find((text) => actionsIn(text).does !== undefined);
    const says = has('conditions')
      ? has('actions') || missing !== undefined
        ? ruleIn(conditions, has('actions') ? actions : (missing ?? ''))
        : sentenceIn(conditions)
      : has('actions') && missing !== undefined
        ? ruleIn(missing, actions)
        : sentenceIn([conditions, actions, ...rest].filter(Boolean).join('\n'));
    return {
      element,
      name: hasNames ? name : undefined,
      text: [conditions, actions, missing ?? ''].join('\n'),
      says,
      on: agreed(on, stateIn(said)),
    };
  }
  const pieces = [element, ...others].flatMap((part) => piecesIn(part));
  const texts = pieces.filter(
    ({ text, block }) =>
      (stateIn(text) === undefined || isHeading(block)) &&
      !/^[\d\s#]+[.)、]?$|^[·|•/—–-]+$/.test(text),
  );
  const said = pieces
    .filter(({ text, block }, index) => {
      // "Enabled: No": the first is what the second answers.
      const isLabel =
        columnOf(text) === 'state' && stateIn(pieces[index + 1]?.text ?? '') !== undefined;
      return !isHeading(block) && !isLabel;
    })
    .map(({ text }) => stateIn(text))
    .filter((state) => state !== undefined);
  if (texts.length === 0) return undefined;
  const parts = partsOf(texts, element);
  const states = [on, ...said, parts.state].filter((state) => state !== undefined);
  const isClear = states.every((state) => state === states[0]);
  return { element, ...parts, on: isClear ? states[0] : undefined };
}

const joined = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('; ');

type Parts = Pick<RuleRow, 'name' | 'text' | 'says'> & { state?: boolean | undefined };

/** The name of a rule and what it says, from the pieces of a row that has no columns. */
function partsOf(pieces: readonly Piece[], element: Element): Parts {
  const labelled = labelledParts(pieces);
  if (labelled) return labelled;
  const [first, ...others] = pieces;
  if (!first) return { name: undefined, text: '', says: sentenceIn('') };
  const rest = others.map(({ text }) => text);
  const whole = pieces.map(({ text }) => text);
  const isNamed =
    first.bold ||
    closestTo(first.block, `${headlines}, a`) !== null ||
    isWhole(readLines(rest)) ||
    (rest.length > 0 &&
      conditionsIn(first.text).when === undefined &&
      sentenceIn(first.text).does === undefined);
  if (isNamed || rest.length > 1) {
    return { name: first.text, text: rest.join('\n'), says: readLines(rest) };
  }
  const says = readLines(whole);
  // A text alone may be a mere name; only one that is a whole rule is believed.
  const isRule = whole.length > 1 || isWhole(says);
  if (!isRule) return { name: first.text, text: '', says: sentenceIn('') };
  const hasHead = findIn(element, headlines).length > 0;
  return { name: hasHead ? '' : undefined, text: whole.join('\n'), says };
}

const isWhole = ({ does, when }: RuleText) => does !== undefined && when !== undefined;

/** Two lines are conditions and actions; else it is one sentence. */
function readLines(lines: readonly string[]): RuleText {
  if (lines.length === 2) {
    const both = ruleIn(lines[0] ?? '', lines[1] ?? '');
    if (both.when) return both;
  }
  return sentenceIn(lines.join('\n'));
}

/** Parts that are named on the row itself: "Conditions: …", "Actions: …". */
function labelledParts(drawn: readonly Piece[]): Parts | undefined {
  // Several parts may stand in one line, each behind its label.
  const pieces = drawn.flatMap((piece) =>
    piece.text
      .split(/[;；|]\s*(?=[^:：;；|]{1,20}[:：])/)
      .map((text) => ({ ...piece, text: text.trim() })),
  );
  const parts = new Map<Column, string[]>();
  let at: Column | undefined;
  const before: Piece[] = [];
  // "Name" alone may be a rule's name.
  const isLabelled = pieces.some(({ text }) =>
    ['conditions', 'actions'].includes(columnOf(text) ?? ''),
  );
  for (const piece of pieces) {
    const match = /^(?<label>[^:：]{1,40})[:：]\s*(?<value>.*)$/s.exec(piece.text);
    const own = columnOf(piece.text) ?? undefined;
    const named = match?.groups && columnOf(match.groups['label'] ?? '');
    if (own && own !== 'other' && (own !== 'name' || isLabelled)) at = own;
    else if (named && named !== 'other') {
      at = named;
      parts.set(at, [...(parts.get(at) ?? []), match.groups?.['value'] ?? '']);
    } else if (at) parts.set(at, [...(parts.get(at) ?? []), piece.text]);
    else before.push(piece);
  }
  if (!parts.has('conditions') && !parts.has('actions')) return undefined;
  const text = (column: Column) => (parts.get(column) ?? []).filter(Boolean).join('; ');
  const name = parts.has('name') ? text('name') : before[0]?.text;
  return {
    name,
    text: `${text('conditions')}\n${text('actions')}`,
    says: ruleIn(text('conditions'), text('actions')),
    state: stateIn(text('state')),
  };
}

/** Whether the rule is on, by the row's switch or by a button that would turn it round. */
function stateOf(element: Element): boolean | undefined {
  const found = [
    ...findIn(
      element,
      '[role="switch"], [aria-pressed], input[type="checkbox"], [role="checkbox"]',
    ),
  ].filter((one) => isShown(shownAround(one)));
  const real = found.filter((one) => isSwitch(one) && !isForChoosing(one, element));
  const states = real.map((one) =>
    one instanceof HTMLInputElement
      ? one.checked
      : (attributeOf(one, 'aria-checked') ?? attributeOf(one, 'aria-pressed')) === 'true',
  );
  for (const control of findIn(element, pressables)) {
    const name = controlName(control);
    if (matches(control, '[role="switch"]') || !isShown(control)) continue;
    if (turnsOff.test(name)) states.push(true);
    else if (turnsOn.test(name)) states.push(false);
  }
  const [first] = states;
  return states.every((state) => state === first) ? first : undefined;
}

const isSwitch = (element: Element) =>
  !(element instanceof HTMLInputElement) || element.type === 'checkbox';

/** A box at the start of a row chooses the row; it says nothing of the rule, unless its label does. */
function isForChoosing(element: Element, row: Element): boolean {
  if (!matches(element, 'input[type="checkbox"], [role="checkbox"]')) return false;
  if (attributeOf(element, 'role') === 'switch') return false;
  const label = `${attributeOf(element, 'aria-label') ?? ''} ${attributeOf(element, 'title') ?? ''}`;
  if (/enable|active|on\b|off\b|启用|停用|开|關|啟用|有効|無効/i.test(label)) return false;
  const box = boxOf(shownAround(element));
  const around = boxOf(row);
  return (
    box.left + box.width / 2 < around.left + 0.15 * around.width ||
    /select|choose|选择|選取|選択/i.test(label)
  );
}

function stateIn(text: string): boolean | undefined {
  const name = nameIn(text.replace(/[[\]()（）【】●○]/g, ''));
  if (stateOn.test(name)) return true;
  return stateOff.test(name) ? false : undefined;
}

/** What two signs say together: nothing where they contradict each other. */
function agreed(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one === other ? one : undefined;
}

const more =
  /^(?:load|show|view|see) (?:more|all)(?: rules)?$|^more rules$|^(?:加载更多|查看更多|显示更多|更多规则|載入更多|顯示更多|もっと見る|さらに表示|さらに読み込む)$/;
const next = /^(?:next(?: page)?|下一页|下一頁|次へ|次のページ|次|›|»|>|→)$/;
const pageOfPages =
  /^(?:page )?(?<page>\d+) ?(?:of|\/|／) ?(?<pages>\d+)(?: pages?)?$|^第 ?(?<page2>\d+) ?[页頁] ?[/,，、]? ?(?:共|总|總) ?(?<pages2>\d+) ?[页頁]$|^(?<page3>\d+) ?[/／] ?(?<pages3>\d+) ?(?:页|頁|ページ)$/;

/** How many rules the page says there are, and what leads to those that it does not show. */
function extentOf(
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
    if (rows.some((row) => contains(row, parent)) || !scope.has(parent) || !isShown(parent))
      continue;
    const text = nameIn(normal(node.data));
    const pressable = closestTo(parent, `${pressables}, li`);
    if (/^\d{1,3}$/.test(text)) numbers.push(parent);
    const pages = pageOfPages.exec(text)?.groups;
    if (pages) {
      last = Number(pages['pages'] ?? pages['pages2'] ?? pages['pages3']);
      page = Number(pages['page'] ?? pages['page2'] ?? pages['page3']);
      if (last > 1) pager ??= parent;
    }
    if (pressable && more.test(text) && !isOff(pressable)) pager ??= pressable;
    if (pressable && next.test(text) && !isOff(pressable)) pager ??= pressable;
    for (const pattern of totals) {
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

/** Whether a text of the page says that there are no rules; a search without a match says less. */
function saysNone(scope: Scope): boolean {
  const walker = document.createTreeWalker(scope.root, NodeFilter.SHOW_TEXT);
  for (let count = 0; walker.nextNode() && count < 5000; count += 1) {
    const node = walker.currentNode as Text;
    const parent = parentOf(node);
    if (!parent || node.data.length > 120 || !scope.has(parent) || !isShown(parent)) continue;
    const text = normal(node.data);
    if (
      none.test(text) &&
      !/match|search|filter|匹配|搜索|搜尋|符合|検索|一致|该当|該当/.test(text)
    )
      return true;
  }
  return false;
}

/** Whether a text is the name of the rules' own page. */
export const isRulesName = (text: string) => pageNamed(nameIn(text)) === 'rules';
