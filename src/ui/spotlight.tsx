import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { cornerBeside } from './beside.ts';

/** How far the ring stands off the field, in CSS pixels; its border is drawn outside of that. */
const margin = 3;
const border = 3;

interface Props {
  field: Element | undefined;
  children: ComponentChildren;
}

/**
 * Points at a field: a ring that follows its box once per frame, and a card beside it. Nothing is
 * set on the field itself; when it is gone or scrolled out of sight, so is the ring.
 */
export function Spotlight({ field, children }: Props) {
  const ring = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let frame = 0;
    let drawn = '';
    const panes = field ? scrollersOf(field) : [];
    if (field && !isInSight(field.getBoundingClientRect(), panes)) {
      field.scrollIntoView({ block: 'center', inline: 'nearest' });
    }
    const follow = () => {
      frame = requestAnimationFrame(follow);
      const box = field?.isConnected ? field.getBoundingClientRect() : undefined;
      const sheet = card.current?.querySelector<HTMLElement>('.sheet');
      if (!ring.current || !sheet) return;
      const seen =
        box && box.width > 0 && box.height > 0 && isInSight(box, panes) ? box : undefined;
      const size = { width: sheet.offsetWidth, height: sheet.offsetHeight };
      const state = [
        seen?.left,
        seen?.top,
        seen?.width,
        seen?.height,
        size.width,
        size.height,
        innerWidth,
        innerHeight,
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
      const corner = cornerBeside(seen, size, { width: innerWidth, height: innerHeight });
      sheet.style.transform = `translate(${corner.left}px, ${corner.top}px)`;
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [field]);

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
