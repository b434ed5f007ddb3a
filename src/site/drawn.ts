/** Texts as they are drawn: piece by piece, in blocks, without the controls of a row. */
import {
  attributeOf,
  boxOf,
  closestTo,
  contains,
  findIn,
  matches,
  outwards,
  parentOf,
  tagOf,
} from './dom.ts';
import { nameIn } from './lexicon/index.ts';
import { rowControls, stateOff, stateOn } from './lexicon/rules.ts';
import { visibleBox } from './visible.ts';

export const pressables = 'button, a, [role="button"], [role="link"], [role="menuitem"], summary';
export const switches =
  'input[type="checkbox"], [role="switch"], [role="checkbox"], [aria-pressed]';
export const passedOver =
  'script, style, noscript, template, svg, iframe, textarea, select, article, form [contenteditable], [aria-hidden="true"], [hidden], details:not([open]) > :not(summary)';

export const isVisible = (element: Element) => visibleBox(element) !== undefined;

/** A switch's own control is often invisible; what is drawn is around it. */
export function shownAround(element: Element): Element {
  return [...outwards(element)].slice(0, 3).find(isVisible) ?? element;
}

export function controlName(element: Element): string {
  const label = attributeOf(element, 'aria-label') ?? attributeOf(element, 'title');
  return nameIn((shortText(element) || label || '').replace(/[[\]【】]/g, ''));
}

/** The text of a small element, invisible parts left out. */
export function shortText(element: Element): string {
  return piecesIn(element, true)
    .map(({ text }) => text)
    .join(' ');
}

export interface Piece {
  text: string;
  /** The box that the text is a part of, as lines and cells are. */
  block: Element;
  bold: boolean;
}

const maximum = { pieces: 200, text: 12_000 };

/** What a row gives its rule's name in. */
export const headlines = 'h1, h2, h3, h4, h5, h6, [role="heading"], b, strong, dt';

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
export function piecesIn(element: Element, withControls = false): Piece[] {
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
      if (control && contains(element, control) && rowControls().test(controlName(control)))
        continue;
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

/** Whether a text says that a rule is on, or that it is off. */
export function stateIn(text: string): boolean | undefined {
  const name = nameIn(text.replace(/[[\]()（）【】●○]/g, ''));
  if (stateOn().test(name)) return true;
  return stateOff().test(name) ? false : undefined;
}

export const isHeading = (element: Element) =>
  closestTo(element, 'h1, h2, h3, h4, h5, h6, [role="heading"]') !== null;
