import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import lines from '../../e2e/pages/lines.json' with { type: 'json' };
import { statementIn } from './storage-line.ts';

/** The statement in the form of the table: the value, or a word for what is no value. */
function said(text: string): object | string {
  const statement = statementIn(text);
  if (!statement) return 'silent';
  if ('error' in statement) return 'unclear';
  const { value } = statement;
  return 'share' in value ? { share: Math.round(value.share * 1e6) / 1e6 } : value;
}

const near = (value: unknown) =>
  typeof value === 'number' && value > 2 ? Math.round(value / 4) : value;
const rounded = (value: object | string) =>
  typeof value === 'string'
    ? value
    : Object.fromEntries(Object.entries(value).map(([key, number]) => [key, near(number)]));

test('reads every indicator line of the table as its answer', () => {
  const misread = lines.filter(({ text, expect: answer }) => {
    const got = said(text);
    if (answer === 'none') return typeof got !== 'string';
    return JSON.stringify(rounded(got)) !== JSON.stringify(rounded(answer as object | string));
  });
  expect(misread.map(({ text, expect: answer }) => ({ text, answer, got: said(text) }))).toEqual(
    [],
  );
});

const gib = 1024 ** 3;
const size = fc.integer({ min: 1, max: 9999 }).map((tenths) => tenths / 10);
const formats: ((used: string, total: string) => string)[] = [
  (used, total) => `Used: ${used} GB / Total: ${total} GB`,
  (used, total) => `${used} GB of ${total} GB used`,
  (used, total) => `已用 ${used}G / 共 ${total}G`,
  (used, total) => `共${total}GB，已用${used}GB`,
  (used, total) => `總容量 ${total} GB，已使用 ${used} GB`,
  (used, total) => `${total} GB 中 ${used} GB を使用`,
  (used, total) => `Storage ${used}GiB/${total}GiB`.normalize('NFKD'),
];

test('gives back what was printed, in any format, with a point or a comma', () => {
  fc.assert(
    fc.property(
      size,
      size,
      fc.constantFrom(...formats),
      fc.boolean(),
      (one, other, print, comma) => {
        const [used, total] = [Math.min(one, other), Math.max(one, other)];
        const printed = [used, total].map((value) =>
          comma ? value.toFixed(1).replace('.', ',') : value.toFixed(1),
        ) as [string, string];
        expect(statementIn(print(...printed))).toEqual({
          value: { used: Math.round(used * gib), total: Math.round(total * gib) },
        });
      },
    ),
    { numRuns: 2000 },
  );
});

test('never turns free into used', () => {
  fc.assert(
    fc.property(size, size, (one, other) => {
      const [free, total] = [Math.min(one, other), Math.max(one, other)];
      const used = Math.round(total * gib - free * gib);
      for (const text of [
        `${free} GB free of ${total} GB`,
        `剩余 ${free}GB / 共 ${total}GB`,
        `空き ${free} GB / 全体 ${total} GB`,
        `Total: ${total} GB, Remaining: ${free} GB`,
      ]) {
        const statement = statementIn(text);
        expect(statement && 'value' in statement && 'used' in statement.value).toBe(true);
        expect(Math.abs((statement as { value: { used: number } }).value.used - used)).toBeLessThan(
          2,
        );
      }
    }),
  );
});

test('answers any text at all with a possible value, "cannot be" or silence', () => {
  const pieces = fc.constantFrom(
    ...[
      'Used',
      'total',
      '已用',
      '共',
      '剩余',
      'of',
      '/',
      ':',
      '-',
      '9.2',
      '10',
      '1,024',
      '1.024',
      'GB',
    ],
    ...[
      'G',
      'MB',
      '%',
      '92%',
      '无限',
      'unlimited',
      '(',
      ')',
      '，',
      ' ',
      '\n',
      'drive',
      '中',
      '∞',
      '٣',
      '９',
    ],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const statement = statementIn(text);
      if (!statement || 'error' in statement) return;
      const { value } = statement;
      if ('share' in value) expect(value.share).toBeGreaterThanOrEqual(0);
      else if (value.used !== undefined) expect(value.used).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 20_000 },
  );
});
