import { expect, test } from '@playwright/test';
import { tableOf } from './start/findings.ts';
import { optionsOf, Refusal } from './start/options.ts';

const storage = {
  check: 'storage-nearly-full',
  title: 'Storage is almost used up',
  outcome: 'wrong',
  severity: 'critical',
  text: ['205 MB free. Remove at least 1.8 GB to get back under 80%.'],
};

test('the findings are a table', () => {
  const unseen = { ...storage, outcome: 'unseen', severity: '', title: 'Rules', text: [] };
  expect(tableOf([storage, unseen], 56).split('\n')).toEqual([
    'Outcome  Severity  Finding',
    '─'.repeat(56),
    'wrong    critical  Storage is almost used up',
    '                   205 MB free. Remove at least 1.8 GB',
    '                   to get back under 80%.',
    'unseen             Rules',
  ]);
});

test('Chinese takes two columns a character and breaks between words', () => {
  const text = ['剩余 205 MB。至少再清理 1.8 GB，才能回到 80% 以下。'];
  expect(
    tableOf([{ ...storage, text }], 50)
      .split('\n')
      .slice(3),
  ).toEqual([
    '                   剩余 205 MB。至少再清理 1.8 GB，',
    '                   才能回到 80% 以下。',
  ]);
});

test('without arguments the stand-in is shown in Chromium', () => {
  const options = optionsOf(['--language', 'en'], true);
  expect(options).toEqual({ browser: 'chromium', language: 'en', live: false, headless: false });
});

test('without a display nothing is shown', () => {
  expect(optionsOf([], false)?.headless).toBe(true);
  expect(optionsOf(['--headless'], true)?.headless).toBe(true);
  expect(() => optionsOf(['--live'], false)).toThrow(Refusal);
});

test('browser and language go by several names', () => {
  const { browser, language } = optionsOf(['--browser=chrome', '--language=zh-CN'], true) ?? {};
  expect([browser, language]).toEqual(['chromium', 'zh_CN']);
});

for (const args of [['--browser', 'opera'], ['--language', 'fr'], ['--lively'], ['extra']]) {
  test(`${args.join(' ')} is refused in words`, () => {
    expect(() => optionsOf(args, true)).toThrow(Refusal);
  });
}
