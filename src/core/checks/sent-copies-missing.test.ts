import { expect, test } from '@playwright/test';
import { verdictOf } from '../check.ts';
import { sentCopiesMissing } from './sent-copies-missing.ts';

const table: [webmail: boolean, clients: boolean, answer: string | undefined][] = [
  [true, true, undefined],
  [true, false, 'warning clients'],
  [false, true, 'warning webmail'],
  [false, false, 'critical neither'],
];

for (const [webmail, clients, answer] of table) {
  test(`copies of webmail: ${webmail}, of clients: ${clients} is ${answer ?? 'fine'}`, () => {
    const problem = sentCopiesMissing.problem({ sentCopies: { webmail, clients } }, { own: [] });
    expect(verdictOf(problem)).toBe(answer);
  });
}

test('its guide leads to the page of receiving and sending', () => {
  expect(sentCopiesMissing.page).toBe('sending');
  expect(sentCopiesMissing.guide.map(({ field }) => field)).toEqual([
    'settings',
    'more-settings',
    'sending-entry',
    'save-to-sent',
    'save',
  ]);
});
