import { expect, test } from '@playwright/test';
import { isDamaged, type KeptLesson, lessonsFrom, withLesson, withoutLesson } from './lessons.ts';

const pop = (words: string, value: 'allowed' | 'not-allowed', name = '메일 삭제'): KeptLesson => ({
  host: 'qiye.aliyun.com',
  language: 'ko',
  at: 1,
  lesson: { fact: 'popDeletion', page: 'pop', name, kind: 'list', values: [{ words, value }] },
});
const line: KeptLesson = {
  host: 'qiye.aliyun.com',
  language: 'ko',
  at: 1,
  lesson: {
    fact: 'storage',
    place: 'column',
    words: '#b 중 #b 사용',
    slots: [{ is: 'total' }, { is: 'used' }],
  },
};

test('another value of the same setting is learned beside the first; the same one is corrected', () => {
  const both = withLesson(withLesson([], pop('허용', 'allowed')), pop('금지', 'not-allowed'));
  expect(both).toHaveLength(1);
  expect(both[0]?.lesson).toMatchObject({ values: [{ words: '허용' }, { words: '금지' }] });
  const corrected = withLesson(both, pop('허용', 'not-allowed'));
  expect(corrected[0]?.lesson).toMatchObject({
    values: [
      { words: '금지', value: 'not-allowed' },
      { words: '허용', value: 'not-allowed' },
    ],
  });
});

test('a setting that is called otherwise takes nothing over; other hosts and languages stay', () => {
  const before = [
    pop('허용', 'allowed'),
    { ...pop('허용', 'allowed'), language: 'fr' },
    { ...pop('허용', 'allowed'), host: 'mail.aliyun.com' },
    line,
  ];
  const after = withLesson(before, pop('아니요', 'not-allowed', '삭제 금지'));
  expect(after).toHaveLength(4);
  expect(after.at(-1)?.lesson).toMatchObject({ name: '삭제 금지', values: [{ words: '아니요' }] });
  const about = { host: 'qiye.aliyun.com', language: 'ko', fact: 'storage' } as const;
  expect(withoutLesson(after, about)).toHaveLength(3);
});

test('only words, roles and places are lessons', () => {
  expect(lessonsFrom([pop('허용', 'allowed'), line])).toHaveLength(2);
  const wrong: unknown[] = [
    {},
    [{ ...line, language: 'ko"]' }],
    [{ ...line, lesson: { ...line.lesson, selector: '#storage' } }],
    [{ ...line, lesson: { ...line.lesson, words: 'x'.repeat(81) } }],
    [{ ...line, lesson: { ...line.lesson, words: 'lin@example.com #b' } }],
    [pop('허용', 'perhaps' as 'allowed')],
    Array(301).fill(line),
  ];
  for (const stored of wrong) {
    expect(isDamaged(stored)).toBe(true);
    expect(lessonsFrom(stored)).toEqual([]);
  }
  expect(isDamaged(undefined)).toBe(false);
});
