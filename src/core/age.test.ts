import { expect, test } from '@playwright/test';
import { isStale } from './age.ts';
import { audit, wrongOf } from './audit.ts';
import type { Known } from './facts.ts';
import { reportOf } from './report.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const at = Date.UTC(2026, 0, 31, 12);

test('storage is so for a day, a setting for thirty, whatever the clock does', () => {
  const table: [name: 'storage' | 'popDeletion' | 'rules', age: number, stale: boolean][] = [
    ['storage', 0, false],
    ['storage', day, false],
    ['storage', day + 1, true],
    ['storage', -400 * day, false],
    ['popDeletion', 2 * day, false],
    ['popDeletion', 30 * day, false],
    ['popDeletion', 30 * day + 1, true],
    ['popDeletion', -minute, false],
    ['rules', 30 * day, false],
    ['rules', 31 * day, true],
  ];
  for (const [name, age, stale] of table) {
    expect(isStale(name, { at, error: 'missing' }, at + age), `${name} after ${age} ms`).toBe(
      stale,
    );
  }
});

const fine: Known = {
  storage: { at, value: { used: 1, total: 10 } },
  popDeletion: { at, value: 'not-allowed' },
};
const wrong: Known = {
  storage: { at, value: { used: 10, total: 10 } },
  popDeletion: { at, value: 'allowed' },
};
const outcomes = (known: Known, now: number) => {
  const findings = audit({ known, address: null }, now);
  return ['storage-nearly-full', 'pop-deletion-allowed'].map((id) => {
    const found = findings.find(({ check }) => check === id);
    return [found?.outcome, found && 'at' in found ? found.at : undefined];
  });
};

test('what was fine too long ago was not looked at, and is told with its time', () => {
  expect(outcomes(fine, at + minute)).toEqual([
    ['fine', at],
    ['fine', at],
  ]);
  expect(outcomes(fine, at + 2 * day)).toEqual([
    ['unseen', at],
    ['fine', at],
  ]);
  expect(outcomes(fine, at + 31 * day)).toEqual([
    ['unseen', at],
    ['unseen', at],
  ]);
  expect(outcomes(fine, at - 9 * day)).toEqual([
    ['fine', at],
    ['fine', at],
  ]);
});

test('what was wrong stays wrong, and what was unclear stays unclear', () => {
  const later = at + 400 * day;
  expect(wrongOf(audit({ known: wrong, address: null }, later))).toHaveLength(2);
  const unclear: Known = { storage: { at, error: 'conflict' } };
  expect(outcomes(unclear, later)[0]).toEqual(['unclear', at]);
});

test('a report says when it was looked at last', () => {
  const extension = { name: 'mailmend', version: '1', browser: 'Chrome 1' };
  const { findings } = reportOf(extension, null, { known: fine, address: null }, at + 2 * day);
  expect(findings.find(({ check }) => check === 'storage-nearly-full')).toEqual({
    check: 'storage-nearly-full',
    outcome: 'unseen',
    at: '2026-01-31T12:00:00.000Z',
  });
  expect(findings.find(({ check }) => check === 'rules-hide-mail')).toEqual({
    check: 'rules-hide-mail',
    outcome: 'unseen',
  });
});
