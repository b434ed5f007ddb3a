import { expect, test } from '@playwright/test';
import { audit as auditOf, canPointOut, wrongOf } from './audit.ts';
import { type Known, learn } from './facts.ts';
import { afterLook } from './record.ts';
import { recordFrom } from './schemas.ts';

const audit = (known: Known) => auditOf({ known, address: null }, 10);

const full: Known = { storage: { at: 5, value: { used: 10, total: 10 } } };

test('what was never looked at is unseen, never fine', () => {
  expect(audit({}).every(({ outcome }) => outcome === 'unseen')).toBe(true);
});

test('a look that could not tell is unclear, with its reason and time', () => {
  expect(audit({ storage: { at: 7, error: 'conflict' } })).toContainEqual({
    check: 'storage-nearly-full',
    outcome: 'unclear',
    at: 7,
    error: 'conflict',
  });
});

test('the user can point out what was not found, and only what can be taught', () => {
  const pointable = (known: Known) =>
    audit(known)
      .filter(canPointOut)
      .map(({ check }) => check);
  expect(pointable({})).toEqual([]);
  expect(
    pointable({
      storage: { at: 1, error: 'missing' },
      popDeletion: { at: 1, error: 'lost' },
      sentCopies: { at: 1, error: 'loading' },
      rules: { at: 1, error: 'missing' },
    }),
  ).toEqual(['pop-deletion-allowed', 'storage-nearly-full']);
  expect(pointable({ ...full, popDeletion: { at: 1, error: 'switched-off' } })).toEqual([]);
});

test('a problem is wrong, and its absence is fine', () => {
  expect(wrongOf(audit(full)).map(({ check }) => check)).toEqual(['storage-nearly-full']);
  expect(audit({ storage: { at: 5, value: { used: 1, total: 10 } } })).toContainEqual({
    check: 'storage-nearly-full',
    outcome: 'fine',
    at: 5,
  });
});

test('what is missing from one page does not wipe out what another showed', () => {
  expect(learn(full, { storage: { at: 9, error: 'missing' } })).toEqual(full);
  expect(learn({}, { storage: { at: 9, error: 'missing' } }).storage).toEqual({
    at: 9,
    error: 'missing',
  });
});

test('a contradiction on the page replaces what was known before', () => {
  const known = learn(full, { storage: { at: 9, error: 'conflict' } });
  expect(known.storage).toEqual({ at: 9, error: 'conflict' });
});

test('an older reading never replaces a newer one', () => {
  expect(learn(full, { storage: { at: 4, value: { used: 1, total: 10 } } })).toEqual(full);
});

test('a record takes nothing that is not its own', () => {
  const record = { version: 1, host: 'qiye.aliyun.com', address: null, known: full };
  expect(recordFrom(record)).toEqual(record);
  const foreign: unknown[] = [
    undefined,
    null,
    0,
    'x',
    [],
    {},
    { ...record, version: 2 },
    { ...record, extra: 1 },
    { ...record, known: { storage: { at: 5, value: { used: -1, total: 10 } } } },
    { ...record, known: { storage: { at: Number.NaN, value: { used: 1, total: 10 } } } },
    { ...record, known: { storage: { at: 5, value: { used: 1, total: 0 } } } },
    { ...record, known: { storage: { at: 5, value: 'full', error: 'missing' } } },
    { ...record, known: { rules: [] } },
    JSON.parse('{"version":1,"host":"h","address":null,"known":{"__proto__":{"storage":1}}}'),
  ];
  expect(foreign.map(recordFrom).filter((value) => value !== undefined)).toEqual([]);
});

test('a warning fades when the share has fallen', () => {
  const record = {
    version: 1,
    host: 'h',
    address: null,
    known: full,
    warned: { level: 'full', at: 1 },
  } as const;
  const look = (used: number) =>
    afterLook(record, { storage: { at: 9, value: { used, total: 10 } } }, 9);
  expect(look(10).warned).toEqual({ level: 'full', at: 1 });
  expect(look(9.3).warned).toEqual({ level: 'critical', at: 1 });
  expect(look(5).warned).toBeUndefined();
});
