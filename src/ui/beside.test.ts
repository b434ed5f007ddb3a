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
        const corner = { ...card, ...cornerBeside(field, card, view) };
        expect(corner.left).toBeGreaterThanOrEqual(8);
        expect(corner.top).toBeGreaterThanOrEqual(8);
        expect(corner.left + corner.width).toBeLessThanOrEqual(view.width - 8);
        expect(corner.width).toBeLessThanOrEqual(view.width - 16);
        const wide = view.height >= 136;
        const high = view.width >= 216;
        const room =
          (wide && view.width - field.left - field.width >= 224) ||
          (wide && field.left >= 224) ||
          (high && view.height - field.top - field.height >= 144) ||
          (high && field.top >= 144);
        const inView = field.top < view.height && field.top + field.height > 0;
        if (room && inView) expect(overlaps(corner, field)).toBe(false);
      },
    ),
  );
});
