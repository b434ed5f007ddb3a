import { expect, test } from '@playwright/test';
import type { StorageLesson } from '../core/lessons.ts';
import { bare, cutAtNumbers, hasWords, offersOf, storageBy } from './taught-line.ts';

const GB = 2 ** 30;
type Slots = StorageLesson['slots'];

const cut = (text: string) => {
  const found = cutAtNumbers(text);
  if (!found) throw new Error(text);
  return found;
};
const readBy = (taught: string, slots: Slots, text: string) =>
  storageBy({ words: cut(taught).words, slots }, cut(text));

test('a line is cut at its numbers, and its units are known where they are', () => {
  expect(bare(cut('10GB 중 9.2 GB 사용').words)).toBe('#b중#b사용');
  expect(cut('9,8 Go sur 10 Go').words).toBe('# go sur # go');
  expect(cut('9,8 Go sur 10 Go').figures.map(({ after }) => after)).toEqual(['go', 'go']);
  expect(cut('사용량\n98 %').words).toBe('사용량 #%');
  expect(hasWords(cut('9.2GB / 10GB'))).toBe(false);
  expect(hasWords(cut('9.2GB 사용'))).toBe(true);
  for (const none of ['메일함', 'x'.repeat(90), 'lin@example.com 5']) {
    expect(cutAtNumbers(none), none).toBeUndefined();
  }
});

test('what was taught is read again with other numbers and units, and only in the same words', () => {
  const korean = '10GB 중 9.2GB 사용';
  const slots: Slots = [{ is: 'total' }, { is: 'used' }];
  expect(readBy(korean, slots, '10 GB 중 512 MB 사용')).toEqual({
    value: { used: GB / 2, total: 10 * GB },
  });
  for (const other of [
    '10GB 중 9.2GB 남음',
    '10GB 중 9.2GB',
    '드라이브 10GB 중 9.2GB 사용',
    '10 중 9.2GB 사용',
  ])
    expect(readBy(korean, slots, other), other).toBeUndefined();
  expect(readBy(korean, slots, '10GB 중 1.024GB 사용')).toEqual({ error: 'unknown-value' });
  expect(readBy(korean, slots, '0GB 중 9GB 사용')).toEqual({ error: 'impossible' });
  expect(readBy(korean, slots, '9.2GB 중 100GB 사용')).toEqual({ error: 'impossible' });
  expect(readBy(korean, slots, '10TB 중 9GB 사용')).toEqual({
    value: { used: 9 * GB, total: null },
  });

  const french: Slots = [
    { is: 'used', unit: 'g' },
    { is: 'total', unit: 'g' },
  ];
  const value = { used: Math.round(1.5 * GB), total: 10 * GB };
  expect(readBy('9,8 Go sur 10 Go', french, '1,5 Go sur 10 Go')).toEqual({ value });
  expect(readBy('9,8 Go sur 10 Go', french, '980 Mo sur 10 Go')).toBeUndefined();
});

test('a share and what is free are read as they were taught', () => {
  expect(readBy('남음 2%', [{ is: 'free-share' }], '남음 40%')).toEqual({ value: { share: 0.6 } });
  const slots: Slots = [{ is: 'free' }, { is: 'total' }];
  expect(readBy('남음 2GB / 10GB', slots, '남음 4GB / 10GB')).toEqual({
    value: { used: 6 * GB, total: 10 * GB },
  });
  const checked: Slots = [{ is: 'share' }, { is: 'used' }, { is: 'total' }];
  expect(readBy('사용 98% (9.8/10 GB)', checked, '사용 98% (9.8/10 GB)')).toEqual({
    error: 'unknown-value',
  });
  expect(readBy('사용 98% 9.8GB/10GB', checked, '사용 50% 5GB/10GB')).toEqual({
    value: { used: 5 * GB, total: 10 * GB },
  });
  expect(readBy('사용 98% 9.8GB/10GB', checked, '사용 50% 9GB/10GB')).toEqual({
    error: 'impossible',
  });
});

test('only what can be so is offered, and each offer reads its own line as it says', () => {
  const offered = (text: string, units = {}) =>
    offersOf(cut(text), units).map(({ slots, isFree }) => [
      slots.map(({ is }) => is).join(' '),
      isFree,
    ]);
  expect(offered('10GB 중 9.2GB 사용')).toEqual([
    ['total used', false],
    ['total free', true],
  ]);
  expect(offered('9,8 Go sur 10 Go')).toEqual([]);
  expect(offered('9,8 Go sur 10 Go', { go: 'g' })).toHaveLength(2);
  expect(offered('98% 9.8GB/10GB 사용')).toEqual([
    ['share used total', false],
    ['free-share free total', true],
  ]);
  expect(offered('98% 사용')).toEqual([
    ['share', false],
    ['free-share', true],
  ]);
  expect(offered('9.2GB 사용')).toEqual([['used', false]]);
  expect(offered('1.024GB 중 1.000GB')).toEqual([]);
  const [first] = offersOf(cut('9,8 Go sur 10 Go'), { go: 'g' });
  expect(first?.slots).toEqual([
    { is: 'used', unit: 'g' },
    { is: 'total', unit: 'g' },
  ]);
});
