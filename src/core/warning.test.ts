import { expect, test } from '@playwright/test';
import { afterLater, afterLook, afterWarning, dueIn } from './record.ts';
import type { MailboxRecord, Warned } from './schemas.ts';
import { day, dueWarning, fadedWarning } from './warning.ts';

/** Lives through a series of shares, an hour apart, and tells which warnings were given. */
function warnings(shares: readonly number[], hours = 1): string[] {
  let warned: Warned | undefined;
  return shares.map((share, index) => {
    const now = index * hours * 3_600_000;
    if (warned) warned = fadedWarning(share, warned);
    const level = dueWarning(share, warned, now);
    if (level) warned = { level, at: now };
    return level ?? '';
  });
}

test('warns once for each level, and only on the way up', () => {
  expect(warnings([0.79, 0.91, 0.89, 0.92])).toEqual(['', 'high', '', '']);
  expect(warnings([0.91, 0.95, 0.97, 1, 1.01])).toEqual(['high', 'critical', '', 'full', '']);
  expect(warnings([1, 0.96, 0.91, 0.85])).toEqual(['full', '', '', '']);
});

test('warns at once of the level it meets first', () => {
  expect(warnings([0.98])).toEqual(['critical']);
});

test('warns again of a level only after the share was well below it', () => {
  expect(warnings([0.91, 0.88, 0.91])).toEqual(['high', '', '']);
  expect(warnings([0.91, 0.86, 0.91])).toEqual(['high', '', 'high']);
  expect(warnings([0.96, 0.93, 0.96])).toEqual(['critical', '', '']);
  expect(warnings([0.96, 0.91, 0.96])).toEqual(['critical', '', 'critical']);
});

test('says once a day that the mailbox is full, but no lower level', () => {
  expect(warnings([1, 1, 1], 13)).toEqual(['full', '', 'full']);
  expect(warnings([0.96, 0.96, 0.96], 13)).toEqual(['critical', '', '']);
});

test('comes back after "Later", at the same level', () => {
  const warned: Warned = { level: 'high', at: 0, again: day };
  expect(dueWarning(0.92, warned, day - 1)).toBeUndefined();
  expect(dueWarning(0.92, warned, day)).toBe('high');
  expect(dueWarning(0.96, warned, 1)).toBe('critical');
});

test('speaks up once about anything else that is wrong, and anew when it was right meanwhile', () => {
  const pop = (value: 'allowed' | 'not-allowed', at: number) => ({ popDeletion: { at, value } });
  const empty: MailboxRecord = {
    version: 1,
    host: 'qiye.aliyun.com',
    address: null,
    known: {},
  };
  const check = 'pop-deletion-allowed';
  expect(dueIn(empty, 1)).toBeUndefined();
  const wrong = afterLook(empty, pop('allowed', 1), 1);
  expect(dueIn(wrong, 1)).toBe(check);
  const told = afterWarning(wrong, check, 2).record;
  expect(dueIn(told, 3)).toBeUndefined();
  expect(afterWarning(told, check, 3)).toEqual({ record: told, isDue: false });
  // The answer to who asked may have been lost.
  expect(afterWarning(told, check, 2)).toEqual({ record: told, isDue: true });

  const later = afterLater(told, check, 3);
  expect(dueIn(later, 3 + day - 1)).toBeUndefined();
  expect(dueIn(later, 3 + day)).toBe(check);

  const right = afterLook(told, pop('not-allowed', 4), 4);
  expect(dueIn(right, 4)).toBeUndefined();
  expect(dueIn(afterLook(right, pop('allowed', 5), 5), 5)).toBe(check);
});

test('speaks up again about what got worse, never about a mere note', () => {
  const sent = (webmail: boolean, clients: boolean, at: number) => ({
    sentCopies: { at, value: { webmail, clients } },
  });
  const empty: MailboxRecord = { version: 1, host: 'qiye.aliyun.com', address: null, known: {} };
  const check = 'sent-copies-missing';
  const told = afterWarning(afterLook(empty, sent(true, false, 1), 1), check, 1).record;
  expect(told.told?.[check]?.severity).toBe('warning');
  expect(dueIn(afterLook(told, sent(false, false, 2), 2), 2)).toBe(check);
  const filling = afterLook(empty, { storage: { at: 1, value: { share: 0.85 } } }, 1);
  expect(dueIn(filling, 1)).toBeUndefined();
});
