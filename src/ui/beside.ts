/** Where a card stands beside a field. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const gap = 16;
const edge = 8;

/**
 * The upper left corner of a card that does not cover the field: right of it, left, below or above,
 * whichever side has room; in a window that is too small, where it covers least. CSS pixels.
 */
export function cornerBeside(
  field: Box | undefined,
  card: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const keep = (value: number, size: number, room: number) =>
    Math.max(edge, Math.min(value, room - size - edge));
  if (!field) {
    return {
      left: keep(view.width, card.width, view.width),
      top: keep(view.height, card.height, view.height),
    };
  }
  const right = field.left + field.width + gap;
  const left = field.left - gap - card.width;
  const below = field.top + field.height + gap;
  const above = field.top - gap - card.height;
  const top = keep(field.top + field.height / 2 - card.height / 2, card.height, view.height);
  const middle = keep(field.left + field.width / 2 - card.width / 2, card.width, view.width);
  if (right + card.width + edge <= view.width)
    return { left: keep(right, card.width, view.width), top };
  if (left >= edge) return { left: keep(left, card.width, view.width), top };
  if (below + card.height + edge <= view.height) return { left: middle, top: below };
  if (above >= edge) return { left: middle, top: keep(above, card.height, view.height) };
  const low = field.top + field.height / 2 > view.height / 2;
  return { left: middle, top: low ? edge : view.height - card.height - edge };
}
