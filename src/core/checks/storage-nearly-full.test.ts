import { expect, test } from '@playwright/test';
import { verdictOf } from '../check.ts';
import type { Known, Storage } from '../facts.ts';
import { storageNearlyFull } from './storage-nearly-full.ts';

const gib = 1024 ** 3;
const of = (used: number, total: number): Storage => ({ used: used * gib, total: total * gib });

const table: [storage: Storage, answer: string | undefined][] = [
  [of(0, 10), undefined],
  [of(7.99, 10), undefined],
  [of(8, 10), 'info filling'],
  [of(9, 10), 'info filling'],
  [of(9.01, 10), 'warning high'],
  [of(9.49, 10), 'warning high'],
  [of(9.5, 10), 'critical critical'],
  [of(9.99, 10), 'critical critical'],
  [of(10, 10), 'critical full'],
  [of(10.4, 10), 'critical full'],
  [of(0.0048, 0.005), 'critical critical'],
  [{ used: 900 * gib, total: null }, undefined],
  [{ total: null }, undefined],
  [{ share: 0.79 }, undefined],
  [{ share: 0.8 }, 'info filling'],
  [{ share: 0.91 }, 'warning high'],
  [{ share: 1 }, 'critical full'],
];

for (const [storage, answer] of table) {
  test(`${JSON.stringify(storage)} is ${answer ?? 'fine'}`, () => {
    const problem = storageNearlyFull.problem({ storage }, { own: [] });
    expect(verdictOf(problem)).toBe(answer);
  });
}

test('its guide is done once the share is under 80 %', () => {
  const [step] = storageNearlyFull.guide;
  const isDone = (known: Known) =>
    step?.until({ place: 'mail', page: undefined, fields: new Set(), known });
  expect(isDone({})).toBe(false);
  expect(isDone({ storage: { at: 0, error: 'missing' } })).toBe(false);
  expect(isDone({ storage: { at: 0, value: of(8, 10) } })).toBe(false);
  expect(isDone({ storage: { at: 0, value: of(7.9, 10) } })).toBe(true);
});
