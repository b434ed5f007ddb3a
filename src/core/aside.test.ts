import { expect, test } from '@playwright/test';
import { withAside } from './aside.ts';

test('what is damaged stands aside, with the time', () => {
  expect(withAside({ salt: 7, ways: [] }, { salt: 7 }, 5)).toEqual({
    added: { 'aside:salt': { at: 5, value: 7 } },
    dropped: [],
  });
});

test('the last five are kept, whoever wrote the others', () => {
  const stored: Record<string, unknown> = { 'aside:odd': 'no time', 'mailbox:1': {} };
  for (let at = 1; at <= 5; at++) stored[`aside:${at}`] = { at, value: null };
  expect(withAside(stored, { a: 1, b: 2 }, 9).dropped.sort()).toEqual([
    'aside:1',
    'aside:2',
    'aside:odd',
  ]);
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, nth) => [`mailbox:${nth}`, nth]));
  const { added, dropped } = withAside(stored, many, 9);
  expect(Object.keys(added)).toHaveLength(5);
  expect(dropped).toHaveLength(6);
});

test('what was set aside before is replaced, not kept twice', () => {
  const stored = { 'aside:a': { at: 1, value: 1 } };
  expect(withAside(stored, { a: 2 }, 9)).toEqual({
    added: { 'aside:a': { at: 9, value: 2 } },
    dropped: [],
  });
});

test('what is longer than a megabyte is not kept', () => {
  expect(withAside({}, { a: 'x'.repeat(2 ** 20) }, 9).added).toEqual({});
});
