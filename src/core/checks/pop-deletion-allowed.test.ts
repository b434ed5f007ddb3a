import { expect, test } from '@playwright/test';
import { verdictOf } from '../check.ts';
import type { Facts } from '../facts.ts';
import { popDeletionAllowed } from './pop-deletion-allowed.ts';

const table: [value: Facts['popDeletion'], answer: string | undefined][] = [
  ['allowed', 'critical allowed'],
  ['not-allowed', undefined],
];

for (const [popDeletion, answer] of table) {
  test(`POP deletion that is ${popDeletion} is ${answer ?? 'fine'}`, () => {
    const problem = popDeletionAllowed.problem({ popDeletion }, { own: [] });
    expect(verdictOf(problem)).toBe(answer);
  });
}

test('its guide leads to the POP page', () => {
  expect(popDeletionAllowed.page).toBe('pop');
  expect(popDeletionAllowed.guide.map(({ field }) => field)).toEqual([
    'settings',
    'more-settings',
    'pop-entry',
    'pop-deletion',
    'save',
  ]);
});
