import { expect, test } from '@playwright/test';
import { waysFrom, withWay } from './ways.ts';

const host = 'qiye.aliyun.com';
const path = '/alimail/entries/v5.1/setting/pop-setting';

test('a path that was seen is found again, on its own host only', () => {
  const ways = withWay(undefined, host, 'pop', path);
  expect(waysFrom(ways, host)).toEqual({ pop: path });
  expect(waysFrom(ways, 'mail.aliyun.com')).toEqual({});
});

test('a newer path replaces the older one and leaves the others', () => {
  const first = withWay(undefined, host, 'pop', path);
  const other = withWay(first, host, 'sending', `${path}-2`);
  const far = withWay(other, 'mail.aliyun.com', 'pop', path);
  const newer = withWay(far, host, 'pop', `${path}-3`);
  expect(newer).toEqual({
    [host]: { pop: `${path}-3`, sending: `${path}-2` },
    'mail.aliyun.com': { pop: path },
  });
});

test('what is known already is nothing new', () => {
  expect(withWay(withWay(undefined, host, 'pop', path), host, 'pop', path)).toBeUndefined();
});

test('only paths of the settings are kept', () => {
  const base = '/alimail/entries/v5.1/';
  const foreign = [
    '',
    '/',
    `${base}mail/inbox/all`,
    `${base}mail/inbox/all/eyJpZCI6IjEifQ`,
    `${base}compose?reply=1`,
    `${base}setting/`,
    `${base}setting/pop?token=1`,
    `${base}setting/pop#x`,
    `${base}setting/../mail`,
    `${base}setting/a/b/c`,
    `${base}setting/${'x'.repeat(120)}`,
    `//elsewhere.example${base}setting/pop`,
    `https://elsewhere.example${base}setting/pop`,
    'javascript:alert(1)',
    `${base}setting/pop\n`,
  ];
  expect(foreign.filter((one) => withWay(undefined, host, 'pop', one) !== undefined)).toEqual([]);
});

test('whatever is stored, only ways of ours come out', () => {
  const stored: unknown[] = [
    undefined,
    null,
    0,
    'x',
    [],
    [path],
    { [host]: path },
    { [host]: { pop: 1 } },
    { [host]: { pop: 'https://elsewhere.example/' } },
    { [host]: { pop: path, more: path } },
    { [host]: { pop: path }, 'mail.aliyun.com': { pop: 'javascript:alert(1)' } },
  ];
  for (const one of stored) expect(waysFrom(one, host)).toEqual({});
  for (const one of stored)
    expect(withWay(one, host, 'pop', path)).toEqual({ [host]: { pop: path } });
});

test('a host with the name of a built-in property has no ways', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(waysFrom({}, name)).toEqual({});
    expect(waysFrom(JSON.parse(`{"__proto__":{"pop":"${path}"}}`), name)).toEqual({});
  }
  expect(({} as { pop?: string }).pop).toBeUndefined();
});
