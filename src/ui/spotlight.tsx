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
    const panes = field ? scrollersOf(field) : [];
    let frame = 0;
    let frames = 0;
    let isNewView = true;
    let drawn = '';
    let size = '';
    /** The card's size, as it would like to be and as it was drawn. */
    let whole = { width: 0, height: 0 };
    let fitted = '';
    let covered = false;
    let list: Element | undefined;

    /** What is dear to ask, and seldom another, is asked now and then. */
    const measure = (sheet: HTMLElement) => {
      covered = field !== undefined && isCovered(field);
      list = openListOf(field);
      if (!isNewView && fitted === `${sheet.offsetWidth} ${sheet.offsetHeight}`) return;
      sheet.style.maxWidth = '';
      sheet.style.maxHeight = '';
      whole = { width: sheet.offsetWidth, height: sheet.offsetHeight };
      drawn = '';
    };
    const placeRing = (seen: DOMRect | undefined) => {
      if (!ring.current) return;
      const { style } = ring.current;
      style.display = seen ? 'block' : 'none';
      if (!seen) return;
      const off = margin + border;
      style.transform = `translate(${seen.left - off}px, ${seen.top - off}px)`;
      if (size === `${seen.width} ${seen.height}`) return;
      size = `${seen.width} ${seen.height}`;
      style.width = `${seen.width + 2 * off}px`;
      style.height = `${seen.height + 2 * off}px`;
    };
    const placeCard = (sheet: HTMLElement, clear: Box | undefined) => {
      const room = { width: innerWidth, height: innerHeight };
      const own = cornerBeside(undefined, whole, room);
      const stays = inCorner && !meet(clear, { ...own, ...whole });
      const corner = stays ? own : cornerBeside(clear, whole, room);
      const { style } = sheet;
      style.maxWidth = corner.width === undefined ? '' : `${corner.width}px`;
      style.maxHeight = corner.height === undefined ? '' : `${corner.height}px`;
      style.transform = `translate(${corner.left}px, ${corner.top}px)`;
      // Where there is no room beside an open list the card waits until it is closed.
      style.visibility = corner.covers && list ? 'hidden' : '';
    };
    const follow = () => {
      frame = requestAnimationFrame(follow);
      // At first, and when the window has changed; where the user scrolls to, he stays.
      const isHidden = (at: Element) =>
        !isInSight(at.getBoundingClientRect(), panes) || isCovered(at);
      if (isNewView && field && isHidden(field))
        field.scrollIntoView({ block: 'center', inline: 'nearest' });
      const sheet = card.current?.querySelector<HTMLElement>('.sheet');
      if (!sheet) return;
      const isMeasured = isNewView || frames++ % 6 === 0;
      if (isMeasured) measure(sheet);
      const box = field?.isConnected ? field.getBoundingClientRect() : undefined;
      const isSeen = box && box.width > 0 && box.height > 0 && !covered && isInSight(box, panes);
      const seen = isSeen ? box : undefined;
      const clear = aroundAll(seen, [...others.current, list]);
      const state = [seen, clear]
        .map((at) => at && [at.left, at.top, at.width, at.height].join())
        .join(';');
      if (state !== drawn) {
        placeRing(seen);
        placeCard(sheet, clear);
      }
      drawn = state;
      if (isMeasured) fitted = `${sheet.offsetWidth} ${sheet.offsetHeight}`;
      isNewView = false;
    };
    const resize = () => {
      isNewView = true;
    };
    addEventListener('resize', resize);
    follow();
    return () => {
      removeEventListener('resize', resize);
      cancelAnimationFrame(frame);
    };
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
  const middle = [left + width / 2, top + height / 2] as const;
  const isOurs = (element: Element) => element.shadowRoot?.querySelector('[data-mailmend]');
  // To be told all that lies there is far dearer than what lies uppermost.
  const first = document.elementFromPoint(...middle);
  const upmost =
    first && isOurs(first)
      ? document.elementsFromPoint(...middle).find((element) => !isOurs(element))
      : first;
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
