import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import { en } from '../site/lexicon/en.ts';
import { ja } from '../site/lexicon/ja.ts';
import { zhCN } from '../site/lexicon/zh-cn.ts';
import { zhTW } from '../site/lexicon/zh-tw.ts';
import type { Known } from './facts.ts';
import { afterMisses, type Miss, type Misses } from './misses.ts';
import { afterLook } from './record.ts';
import { reportOf } from './report.ts';
import { missesSchema, recordFrom } from './schemas.ts';
import { isLine, lineOf, meanings, most, roles, tags } from './skeleton.ts';

const missAt = (at: number, more: Partial<Miss> = {}): Miss => ({
  at,
  error: 'missing',
  place: 'settings',
  page: 'pop',
  sign: 'heading',
  language: { page: 'en', words: 'en' },
  tried: { names: 1, controls: 0, values: 0, path: 'here' },
  skeleton: ['main', ' h1 page:pop', ' div label:pop-deletion'],
  ...more,
});
const allowed = (at: number): Known => ({ popDeletion: { at, value: 'allowed' } });
const record = { version: 1, host: 'qiye.aliyun.com', address: null, known: {} } as const;

test('a miss is kept beside the value that was read before, and goes when one is read again', () => {
  const before = afterLook(record, allowed(1), 9);
  const missed = afterLook(before, allowed(1), 9, { popDeletion: missAt(5) });
  expect(missed.known).toEqual(before.known);
  expect(missed.misses).toEqual({ popDeletion: missAt(5) });
  expect(recordFrom(missed)).toEqual(missed);
  // Another tab says again what it saw before that.
  expect(afterLook(missed, allowed(2), 9).misses).toEqual(missed.misses);
  expect(afterLook(missed, allowed(6), 9)).not.toHaveProperty('misses');
});

test('what the page answers without a value ends a miss too, another failure does not', () => {
  const misses = { popDeletion: missAt(5) };
  const off: Known = { popDeletion: { at: 6, error: 'switched-off' } };
  const unknown: Known = { popDeletion: { at: 6, error: 'unknown-value' } };
  expect(afterMisses(misses, undefined, off)).toBeUndefined();
  expect(afterMisses(misses, undefined, unknown)).toEqual(misses);
});

test('the last miss of each fact is kept, and one says nothing of the others', () => {
  const old: Misses = { popDeletion: missAt(5), sentCopies: missAt(5, { page: 'sending' }) };
  const fresh = { popDeletion: missAt(9), sentCopies: missAt(3) };
  expect(afterMisses(old, fresh, {})).toEqual({ ...old, popDeletion: missAt(9) });
});

test('a skeleton has no words but those of three lists', () => {
  const good = [
    'div',
    '  div',
    ' div combobox',
    ' div combobox value:allowed',
    ' span text',
    'more',
  ];
  expect(good.filter((line) => !isLine(line))).toEqual([]);
  const odd = [
    '',
    ' ',
    'lin',
    'div lin',
    'div  text',
    'div text ',
    'div button text text',
    'div\n',
  ];
  const long = [
    'DIV',
    'div value:lin',
    `${' '.repeat(31)}div`,
    'x-lin',
    'div,',
    '\tdiv',
    'value:both',
  ];
  expect([...odd, ...long].filter(isLine)).toEqual([]);
  const lines = tags.flatMap((tag) =>
    roles.map((role, index) => lineOf(99, tag, role, meanings[index % meanings.length])),
  );
  expect(lines.filter((line) => !isLine(line) || line.length > 100)).toEqual([]);
});

test('what a tab tells of a miss is closed', () => {
  const isGood = (miss: unknown) => v.is(missesSchema, { popDeletion: miss });
  expect(isGood(missAt(1))).toBe(true);
  const bad: object[] = [
    { text: 'lin' },
    { error: 'melted' },
    { place: 'home' },
    { page: 'lin' },
    { sign: 'lin' },
    { language: { page: 'en-lin-wei' } },
    { language: { words: 'fr' } },
    { tried: { names: 1e3, controls: 0, values: 0, path: 'none' } },
    { tried: { names: 1, controls: 0, values: 0, path: '/alimail/' } },
    { skeleton: ['div lin'] },
    { skeleton: Array(most.lines + 1).fill('div') },
  ];
  expect(bad.filter((part) => isGood({ ...missAt(1), ...part }))).toEqual([]);
});

test('the report says of each fact what became of it, and stays short', () => {
  const day = 24 * 3_600_000;
  const skeleton = Array(most.lines).fill(`${' '.repeat(20)}div combobox label:pop-deletion`);
  const names = ['storage', 'popDeletion', 'sentCopies', 'rules', 'forwarding'] as const;
  const misses = Object.fromEntries(names.map((name) => [name, missAt(day, { skeleton })]));
  const extension = { name: 'mailmend', version: '1.0.0', browser: 'Chrome 1' };
  const evidence = { address: null, known: allowed(day), misses };
  const report = reportOf(extension, null, evidence, 3.5 * day);
  expect(JSON.stringify(report, null, 2).length).toBeLessThanOrEqual(8192);
  expect(report.fields['popDeletion']).toMatchObject({
    outcome: 'read',
    at: '1970-01-02T00:00:00.000Z',
    days: 2,
    missed: {
      reason: 'missing',
      at: '1970-01-02T00:00:00.000Z',
      days: 2,
      place: 'settings',
      page: 'pop',
      sign: 'heading',
      language: { page: 'en', words: 'en' },
      tried: { names: 1, controls: 0, values: 0, path: 'here' },
    },
  });
  expect(report.fields['popDeletion']?.missed?.skeleton.at(-1)).toBe('more');
  expect(report.fields['storage']).toMatchObject({ outcome: 'unseen', missed: { days: 2 } });
  const whole = reportOf(extension, null, { ...evidence, misses: { popDeletion: missAt(1) } }, day);
  expect(whole.fields['popDeletion']?.missed?.skeleton).toEqual(missAt(1).skeleton);
});

test('each meaning of the lexicon has its word in a skeleton', () => {
  const words = [en, zhCN, zhTW, ja].flatMap((lexicon) =>
    Object.entries({
      page: lexicon.pages,
      label: lexicon.labels,
      value: { ...lexicon.popDeletion, ...lexicon.sentCopies },
      entry: lexicon.entries,
      folder: lexicon.folders,
      forwarding: lexicon.forwarding,
    }).flatMap(([kind, group]) => Object.keys(group).map((meaning) => `${kind}:${meaning}`)),
  );
  expect(words.filter((word) => !isLine(`div ${word}`))).toEqual([]);
});
