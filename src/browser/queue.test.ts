import { expect, test } from '@playwright/test';
import { Queue } from './queue.ts';

test('work is done in turn, and a failure is its own only', async () => {
  const queue = new Queue(1000);
  const done: number[] = [];
  const works = [3, 1, 2].map((ms) =>
    queue.add(async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      done.push(ms);
      if (ms === 1) throw new Error('one fails');
    }),
  );
  const outcomes = await Promise.allSettled(works);
  expect(done).toEqual([3, 1, 2]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('who waits is told that nothing moves, and what lands late lands in its turn', async () => {
  const queue = new Queue(30);
  const done: string[] = [];
  let land = () => {};
  const hanging = queue.add(async () => {
    await new Promise<void>((resolve) => {
      land = resolve;
    });
    done.push('hanging');
  });
  const behind = queue.add(async () => void done.push('behind'));
  await expect(hanging).rejects.toThrow();
  await expect(behind).rejects.toThrow();
  expect(done).toEqual([]);
  land();
  await queue.add(async () => undefined);
  expect(done).toEqual(['hanging', 'behind']);
});

test('a long queue that moves is waited for', async () => {
  const queue = new Queue(60);
  const works = Array.from({ length: 30 }, () =>
    queue.add(() => new Promise((resolve) => setTimeout(resolve, 5))),
  );
  expect(await Promise.all(works)).toHaveLength(30);
});
