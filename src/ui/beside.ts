/** Where a card stands beside a field. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const gap = 16;
const edge = 8;

/** The least room for a card whose content scrolls. */
const least = { width: 180, height: 72 };

/**
 * Where a card stands; `width` and `height` where it has to be cut to the room there is, `covers` where
 * there is none, and it stands over what should stay in sight.
 */
export interface Spot {
  covers?: true;
  left: number;
  top: number;
  width?: number;
  height?: number;
}

/**
 * The upper left corner of a card that does not cover the field: right of it, left, below or above,
 * whichever side has room; cut to the largest room where none has enough. CSS pixels.
 */
export function cornerBeside(
  field: Box | undefined,
  card: { width: number; height: number },
  view: { width: number; height: number },
): Spot {
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
  const rooms = [
    { left: right, top: edge, width: view.width - right - edge, height: view.height - 2 * edge },
    { left: edge, top: edge, width: field.left - gap - edge, height: view.height - 2 * edge },
    { left: edge, top: below, width: view.width - 2 * edge, height: view.height - below - edge },
    { left: edge, top: edge, width: view.width - 2 * edge, height: field.top - gap - edge },
  ];
  const [room] = rooms
    .filter(({ width, height }) => width >= least.width && height >= least.height)
    .sort((a, b) => b.width * b.height - a.width * a.height);
  if (room) return room;
  const low = field.top + field.height / 2 > view.height / 2;
  return { left: middle, top: low ? edge : view.height - card.height - edge, covers: true };
}
