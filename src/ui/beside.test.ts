import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { cornerBeside } from './beside.ts';

const overlaps = (
  a: { left: number; top: number; width: number; height: number },
  b: { left: number; top: number; width: number; height: number },
) =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

test('a card stands in the window and, where a side has room, does not cover the field', () => {
  const number = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(
      fc.record({ left: number(1300), top: number(800), width: number(500), height: number(300) }),
      fc.record({
        width: fc.integer({ min: 320, max: 2000 }),
        height: fc.integer({ min: 240, max: 1400 }),
      }),
      (field, view) => {
        const card = { width: Math.min(340, view.width - 16), height: 220 };
        const corner = cornerBeside(field, card, view);
        expect(corner.left).toBeGreaterThanOrEqual(8);
        expect(corner.top).toBeGreaterThanOrEqual(8);
        expect(corner.left + card.width).toBeLessThanOrEqual(view.width - 8);
        const room =
          view.width - field.left - field.width >= card.width + 24 || field.left >= card.width + 24;
        const inView = field.top < view.height && field.top + field.height > 0;
        if (room && inView) expect(overlaps({ ...corner, ...card }, field)).toBe(false);
      },
    ),
  );
});
