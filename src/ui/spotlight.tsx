import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Box, cornerBeside } from './beside.ts';

/** How far the ring stands off the field, in CSS pixels; its border is drawn outside of that. */
const margin = 3;
const border = 3;

interface Props {
  field: Element | undefined;
  /** What else must stay in sight: the card stands beside all of it. */
  uncovered?: readonly (Element | undefined)[];
  /** The card keeps to its corner while that is free: the field changes under the pointer. */
  inCorner?: boolean;
  children: ComponentChildren;
}

/**
 * Points at a field: a ring that follows its box once per frame, and a card beside it. Nothing is
 * set on the field itself; when it is gone or scrolled out of sight, so is the ring.
 */
export function Spotlight({ field, uncovered = [], inCorner = false, children }: Props) {
  const ring = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);

  const others = useRef(uncovered);
  others.current = uncovered;

  useEffect(() => {
    let frame = 0;
    let drawn = '';
    const panes = field ? scrollersOf(field) : [];
    let view = '';
    let frames = 0;
    let covered = false;
    const follow = () => {
      frame = requestAnimationFrame(follow);
      // At first, and when the window has changed; where the user scrolls to, he stays.
      const isNewView = view !== `${innerWidth} ${innerHeight}`;
      view = `${innerWidth} ${innerHeight}`;
      const isHidden = (at: Element) =>
        !isInSight(at.getBoundingClientRect(), panes) || isCovered(at);
      if (isNewView && field && isHidden(field)) {
        field.scrollIntoView({ block: 'center', inline: 'nearest' });
      }
      const box = field?.isConnected ? field.getBoundingClientRect() : undefined;
      const sheet = card.current?.querySelector<HTMLElement>('.sheet');
      if (!ring.current || !sheet) return;
      // What lies over the field is asked now and then: the answer is dear, and seldom another.
      if (frames++ % 4 === 0) covered = field !== undefined && isCovered(field);
      const seen =
        box && box.width > 0 && box.height > 0 && isInSight(box, panes) && !covered
          ? box
          : undefined;
      const size = { width: sheet.offsetWidth, height: sheet.offsetHeight };
      const clear = aroundAll(seen, [...others.current, openListOf(field)]);
      const state = [
        seen?.left,
        seen?.top,
        seen?.width,
        seen?.height,
        size.width,
        size.height,
        innerWidth,
        innerHeight,
        clear?.left,
        clear?.top,
        clear?.width,
        clear?.height,
      ].join();
      if (state === drawn) return;
      drawn = state;
      const { style } = ring.current;
      style.display = seen ? 'block' : 'none';
      if (seen) {
        const off = margin + border;
        style.transform = `translate(${seen.left - off}px, ${seen.top - off}px)`;
        style.width = `${seen.width + 2 * off}px`;
        style.height = `${seen.height + 2 * off}px`;
      }
      sheet.style.maxWidth = '';
      sheet.style.maxHeight = '';
      const whole = { width: sheet.offsetWidth, height: sheet.offsetHeight };
      const room = { width: innerWidth, height: innerHeight };
      const own = cornerBeside(undefined, whole, room);
      const stays = inCorner && !meet(clear, { ...own, ...whole });
      const corner = stays ? own : cornerBeside(clear, whole, room);
      if (corner.width !== undefined) sheet.style.maxWidth = `${corner.width}px`;
      if (corner.height !== undefined) sheet.style.maxHeight = `${corner.height}px`;
      sheet.style.transform = `translate(${corner.left}px, ${corner.top}px)`;
      // Where there is no room beside an open list the card waits until it is closed.
      sheet.style.visibility = corner.covers && openListOf(field) ? 'hidden' : '';
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [field, inCorner]);

  return (
    <>
      <div ref={ring} class="ring" data-part="ring" style={{ display: 'none' }} />
      <div ref={card}>{children}</div>
    </>
  );
}

/** The panes that an element scrolls in, the innermost first. */
function scrollersOf(element: Element): Element[] {
  const panes: Element[] = [];
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (getComputedStyle(at).overflow !== 'visible') panes.push(at);
  }
  return panes;
}

/** Whether the middle of a box is within the window and every pane around it. */
function isInSight(box: DOMRect, panes: readonly Element[]): boolean {
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
  return panes.every((pane) => {
    const around = pane.getBoundingClientRect();
    return x >= around.left && x <= around.right && y >= around.top && y <= around.bottom;
  });
}

const lists = '[role="listbox"], [role="menu"], [role="tree"]';

/** Whether something else of the page, but for its own open list, lies over the middle of a field. */
function isCovered(field: Element): boolean {
  const { left, top, width, height } = field.getBoundingClientRect();
  const upmost = document
    .elementsFromPoint(left + width / 2, top + height / 2)
    .find((element) => !element.shadowRoot?.querySelector('[data-mailmend]'));
  if (!upmost || field.contains(upmost) || upmost.contains(field)) return false;
  return openListOf(field) === undefined || upmost.closest(lists) === null;
}

/** The list that the field has open: the one that it names, or else the only one that is shown. */
function openListOf(field: Element | undefined): Element | undefined {
  const expanded = '[aria-expanded="true"]';
  const opener = field?.matches(expanded) ? field : field?.querySelector(expanded);
  if (!opener) return undefined;
  const id = opener.getAttribute('aria-controls') ?? opener.getAttribute('aria-owns');
  const named = id ? document.getElementById(id) : null;
  const [shown, ...others] = named
    ? [named]
    : [...document.querySelectorAll(lists)].filter((one) => one.checkVisibility());
  let list: Element | null = others.length === 0 ? (shown ?? null) : null;
  // The list itself may be hidden, in a box that is not.
  while (list && list !== document.body && list.getBoundingClientRect().height < 2)
    list = list.parentElement;
  return list === document.body ? undefined : (list ?? undefined);
}

/** Whether two boxes have a point in common. */
const meet = (one: Box | undefined, other: Box) =>
  one !== undefined &&
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;

/** The box around the field and everything else that must stay in sight. */
function aroundAll(
  field: DOMRect | undefined,
  others: readonly (Element | undefined)[],
): Box | undefined {
  if (!field) return undefined;
  const boxes = others
    .filter((element) => element?.isConnected)
    .map((element) => (element as Element).getBoundingClientRect())
    .filter(
      ({ width, height, bottom, top }) =>
        width > 1 && height > 1 && bottom > 0 && top < innerHeight,
    );
  const all = [field, ...boxes];
  const left = Math.min(...all.map((box) => box.left));
  const top = Math.min(...all.map((box) => box.top));
  const right = Math.max(...all.map((box) => box.right));
  const bottom = Math.max(...all.map((box) => box.bottom));
  return { left, top, width: right - left, height: bottom - top };
}
