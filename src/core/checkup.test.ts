import { expect, test } from '@playwright/test';
import {
  afterErrand,
  afterWait,
  type Checkup,
  type ErrandLook,
  end,
  newCheckup,
  patience,
  progressOf,
  type Stop,
  stopOf,
} from './checkup.ts';
import type { Known } from './facts.ts';

const begun = 1_700_000_000_000;
const fresh = newCheckup(
  { host: 'qiye.aliyun.com', key: `mailbox:${'a'.repeat(64)}`, address: 'l***@example.com' },
  7,
  begun,
);
const at = begun + 1000;
const known: Known = {
  storage: { at, value: { share: 0.5 } },
  popDeletion: { at, value: 'allowed' },
  sentCopies: { at, value: { webmail: true, clients: true } },
  rules: { at, value: { listed: 0, complete: true, rules: [] } },
  forwarding: { at, value: { to: [] } },
};

const look = (stop: Stop, more: Partial<ErrandLook> = {}): ErrandLook => ({
  stop,
  tried: [],
  place: 'settings',
  isOther: false,
  known,
  settled: false,
  lost: false,
  ...more,
});

const told = (checkup: Checkup, more: Partial<ErrandLook> = {}) =>
  afterErrand(checkup, look(stopOf(checkup) ?? 'mail', more), at);

test('goes from page to page, and is done after the last', () => {
  let checkup = fresh;
  const way: (Stop | undefined)[] = [];
  while (!checkup.ended) {
    way.push(stopOf(checkup));
    checkup = told(checkup);
  }
  expect(way).toEqual(['mail', 'pop', 'sending', 'rules', 'forwarding']);
  expect(checkup.ended.why).toBe('done');
  expect(checkup.visited.every(({ result }) => result === 'read')).toBe(true);
  expect(progressOf(fresh)).toEqual({ at: 1, of: 5 });
});

test('asks the account for the storage only where the inbox does not show it', () => {
  let checkup = told(fresh, { known: { storage: { at, error: 'missing' } }, settled: true });
  expect(checkup.visited).toEqual([{ stop: 'mail', result: 'not-understood' }]);
  for (let count = 0; count < 4; count++) checkup = told(checkup);
  expect(stopOf(checkup)).toBe('account');
  expect(told(checkup).ended?.why).toBe('done');
});

test('waits for a page to have its say before it gives it up', () => {
  const cases: [Partial<ErrandLook>, string | undefined][] = [
    [{ known: {} }, undefined],
    [{ known: {}, settled: true }, undefined],
    [{ known: { storage: { at, error: 'unknown-value' } } }, undefined],
    [{ known: { storage: { at, error: 'unknown-value' } }, settled: true }, 'not-understood'],
    [{ known: { storage: { at, error: 'loading' } }, settled: true }, undefined],
    [{ known: { storage: { at, error: 'switched-off' } } }, 'read'],
    [{ known: {}, lost: true }, 'not-found'],
    [{ known: {}, place: 'unrecognised' }, undefined],
    [{ place: 'unrecognised', settled: true }, 'not-found'],
    // What was read on another page is no word of this one.
    [{ stop: 'pop' }, undefined],
  ];
  for (const [more, result] of cases)
    expect(told(fresh, more).visited[0]?.result, JSON.stringify(more)).toBe(result);
});

test('is stopped by what makes it pointless, and once', () => {
  expect(told(fresh, { place: 'signed-out' }).ended?.why).toBe('signed-out');
  expect(told(fresh, { isOther: true }).ended?.why).toBe('other-mailbox');
  const cancelled = end(fresh, 'cancelled', at);
  expect(end(cancelled, 'closed', at + 1)).toBe(cancelled);
  expect(told(cancelled)).toBe(cancelled);
  expect(afterWait(cancelled, at + 2 * patience.all)).toBe(cancelled);
});

test('keeps the ways that were tried for as long as the page is the same', () => {
  const tried = ['/alimail/entries/v5.1/setting/account-security'];
  const onWay = told(
    { ...fresh, visited: [{ stop: 'mail', result: 'read' }] },
    { known: {}, tried },
  );
  expect(onWay.tried).toEqual(tried);
  expect(told(onWay).tried).toEqual([]);
});

test('gives a page twenty seconds, and all of them two minutes', () => {
  expect(afterWait(fresh, begun + patience.stop - 1)).toBe(fresh);
  const late = afterWait(fresh, begun + patience.stop);
  expect(late.visited).toEqual([{ stop: 'mail', result: 'late' }]);
  expect(late.since).toBe(begun + patience.stop);
  expect(afterWait(late, begun + patience.all).ended?.why).toBe('late');
  let silent = fresh;
  let now = begun;
  for (; !silent.ended; now += 1000) silent = afterWait(silent, now);
  expect(now - begun).toBeLessThanOrEqual(patience.all + 1000);
});
