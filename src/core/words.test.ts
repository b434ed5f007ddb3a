import { expect, test } from '@playwright/test';
import { agoIn, percentIn, sizeIn } from './words.ts';

const gib = 1024 ** 3;

test('sizes are binary and short', () => {
  expect(sizeIn('en', 9.8 * gib)).toBe('9.8 GB');
  expect(sizeIn('en', 10 * gib)).toBe('10 GB');
  expect(sizeIn('en', 0.2 * gib)).toBe('205 MB');
  expect(sizeIn('en', 0)).toBe('0 B');
  expect(sizeIn('en', 2000 * gib)).toBe('2 TB');
  expect(sizeIn('fr', 9.8 * gib)).toBe('9,8 GB');
});

test('what has to go is rounded up, or removing it would not do', () => {
  expect(sizeIn('en', 1.81 * gib, 'expand')).toBe('1.9 GB');
});

test('a percentage is never full before the mailbox is', () => {
  expect(percentIn('en', 0.9999)).toBe('99%');
  expect(percentIn('en', 0.98)).toBe('98%');
  expect(percentIn('zh-CN', 0.29)).toBe('29%');
  expect(percentIn('en', 0.111, 'up')).toBe('12%');
});

test('ages are said in words, and a clock set back gives none in the future', () => {
  expect(agoIn('en', 0, 30_000)).toBe('now');
  expect(agoIn('en', 0, 5 * 60_000)).toBe('5 minutes ago');
  expect(agoIn('en', 0, 49 * 3_600_000)).toBe('2 days ago');
  expect(agoIn('zh-CN', 0, 3 * 3_600_000)).toBe('3小时前');
  expect(agoIn('en', 60_000, 0)).toBe('now');
});
