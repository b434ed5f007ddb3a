import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import { type Known, learn } from './facts.ts';
import { knownSchema } from './schemas.ts';

const allowed = (at: number): Known => ({ popDeletion: { at, value: 'allowed' } });
const forbidden = (at: number): Known => ({ popDeletion: { at, value: 'not-allowed' } });

test('a setting that changed keeps what it was, and when it changed', () => {
  const known = learn(allowed(1), forbidden(5));
  expect(known.popDeletion).toEqual({
    at: 5,
    value: 'not-allowed',
    was: { value: 'allowed', at: 5 },
  });
});

test('reading it again keeps the past as it was', () => {
  const known = learn(learn(allowed(1), forbidden(5)), forbidden(9));
  expect(known.popDeletion).toMatchObject({ at: 9, was: { value: 'allowed', at: 5 } });
});

test('a setting that changes back has been the right one', () => {
  const known = learn(learn(allowed(1), forbidden(5)), allowed(9));
  expect(known.popDeletion).toEqual({
    at: 9,
    value: 'allowed',
    was: { value: 'not-allowed', at: 9 },
  });
});

test('two bits that are the same are the same value', () => {
  const both = (at: number): Known => ({
    sentCopies: { at, value: { webmail: true, clients: true } },
  });
  expect(learn(both(1), both(2)).sentCopies).not.toHaveProperty('was');
});

test('a choice that is not saved changes nothing, and goes when it is dropped', () => {
  const chosen: Known = { popDeletion: { at: 3, value: 'allowed', selected: 'not-allowed' } };
  const known = learn(allowed(1), chosen);
  expect(known.popDeletion).toEqual({ at: 3, value: 'allowed', selected: 'not-allowed' });
  expect(learn(known, allowed(4)).popDeletion).toEqual({ at: 4, value: 'allowed' });
});

test('a value that was saved is unconfirmed until it is read again', () => {
  const saved: Known = { popDeletion: { at: 3, value: 'not-allowed', unconfirmed: true } };
  const known = learn(allowed(1), saved);
  expect(known.popDeletion).toMatchObject({ unconfirmed: true, was: { value: 'allowed', at: 3 } });
  expect(learn(known, forbidden(4)).popDeletion).toEqual({
    at: 4,
    value: 'not-allowed',
    was: { value: 'allowed', at: 3 },
  });
});

test('a look that could not tell takes the value, but not the past', () => {
  const doubt = (at: number): Known => ({ popDeletion: { at, error: 'conflict' } });
  const known = learn(learn(allowed(1), doubt(2)), doubt(3));
  expect(known.popDeletion).toEqual({ at: 3, error: 'conflict', last: { value: 'allowed' } });
  const was = { value: 'allowed', at: 4 };
  const changed = learn(known, forbidden(4));
  expect(changed.popDeletion).toEqual({ at: 4, value: 'not-allowed', was });
  expect(learn(learn(changed, doubt(5)), forbidden(6)).popDeletion).toMatchObject({ was });
});

test('what is not on the page, or not yet, wipes out nothing', () => {
  for (const error of ['missing', 'loading'] as const)
    expect(learn(allowed(1), { popDeletion: { at: 2, error } })).toEqual(allowed(1));
});

test('storage has no past', () => {
  const one: Known = { storage: { at: 1, value: { used: 1, total: 10 } } };
  const two: Known = { storage: { at: 2, value: { used: 2, total: 10 } } };
  expect(learn(one, two)).toEqual(two);
});

test('nothing but readings passes the border', () => {
  const at = 1;
  const good: unknown[] = [
    {},
    { popDeletion: { at, value: 'allowed' } },
    { popDeletion: { at, error: 'switched-off' } },
    { sentCopies: { at, value: { webmail: true, clients: false }, unconfirmed: true } },
  ];
  const bad: unknown[] = [
    { popDeletion: { at, value: 'Allowed' } },
    { popDeletion: { at, value: 'allowed', selected: 'x' } },
    { popDeletion: { at, value: 'allowed', unconfirmed: false } },
    { popDeletion: { at, value: 'allowed', was: { value: 'allowed' } } },
    { popDeletion: { at, value: 'allowed', error: 'missing' } },
    { popDeletion: { at, error: 'because' } },
    { sentCopies: { at, value: { webmail: true } } },
    { sentCopies: { at, value: { webmail: true, clients: 1 } } },
  ];
  expect(good.filter((one) => !v.is(knownSchema, one))).toEqual([]);
  expect(bad.filter((one) => v.is(knownSchema, one))).toEqual([]);
});
