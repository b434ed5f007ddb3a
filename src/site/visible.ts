/** What a person sees of an element. */
import { boxOf, isShown, matches, outwards, parentOf, scrollOf } from './dom.ts';

const shown = { opacityProperty: true, visibilityProperty: true };

/** The element's box in the window, if a person can see it there or by scrolling; else nothing. */
export function visibleBox(element: Element): DOMRect | undefined {
  const box = boxOf(element);
  if (box.width < 2 || box.height < 2 || box.right < 2) return undefined;
  if (box.bottom < 2 && box.bottom + scrollY + scrolledAbove(element) < 2) return undefined;
  if (!isShown(element, shown)) return undefined;
  // A pane that was folded to nothing still gives its contents their full size.
  for (const at of outwards(element)) {
    const around = boxOf(at);
    if (around.width >= 4 && around.height >= 4) continue;
    if (getComputedStyle(at).overflow !== 'visible') return undefined;
  }
  return box;
}

/** How far the panes around an element are scrolled down. */
function scrolledAbove(element: Element): number {
  let sum = 0;
  for (const at of outwards(element)) sum += scrollOf(at);
  return sum;
}

const maximum = { nodes: 40, text: 200 };
const unseen = 'script, style, input, textarea, select, iframe, article, [aria-hidden="true"]';

/**
 * The text of a small element as it stands on the screen: pieces that touch are one word, pieces
 * with a gap are two, and what stands lower begins a new line. `undefined` if it is not small.
 */
export function visibleText(element: Element): string | undefined {
  const walker = document.createTreeWalker(
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && matches(node, unseen)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  const range = document.createRange();
  let text = '';
  let last: DOMRect | undefined;
  let nodes = 0;
  while (walker.nextNode()) {
    if (++nodes > maximum.nodes || text.length > maximum.text) return undefined;
    const node = walker.currentNode;
    if (!(node instanceof Text) || node.data.trim() === '') continue;
    const parent = parentOf(node) as Element;
    if (!isShown(parent, shown)) continue;
    range.selectNodeContents(node);
    const boxes = range.getClientRects();
    const first = boxes[0];
    if (!first) continue;
    if (last) text += gapBetween(last, first);
    text += node.data.replace(/\s+/g, ' ');
    last = boxes[boxes.length - 1];
  }
  return text;
}

/** What stands between two pieces of text: nothing, a space, a new line, or a new column (`|`). */
function gapBetween(last: DOMRect, next: DOMRect): string {
  if (next.top >= last.bottom - 2) return '\n';
  if (next.bottom <= last.top + 2 || (next.top < last.top - 4 && next.left > last.right))
    return '|';
  return Math.abs(next.left - last.right) > 1 ? ' ' : '';
}
