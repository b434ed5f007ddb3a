import { expect, test } from '@playwright/test';
import { afterLook, withoutFuture } from './record.ts';
import type { MailboxRecord } from './schemas.ts';

const now = Date.now();
const reading = (at: number, share: number) => ({ at, value: { share } });
const record = (at: number): MailboxRecord => ({
  version: 1,
  host: 'qiye.aliyun.com',
  address: null,
  known: { storage: reading(at, 0.98), popDeletion: { at: now, value: 'allowed' } },
  warned: { level: 'full', at },
});

test('what claims to come from the future is not believed', () => {
  expect(withoutFuture(record(now + 3_600_000), now)).toEqual({
    version: 1,
    host: 'qiye.aliyun.com',
    address: null,
    known: { popDeletion: { at: now, value: 'allowed' } },
  });
  expect(withoutFuture(record(now), now)).toEqual(record(now));
});

test('after a clock was set back the next look counts', () => {
  const before = withoutFuture(record(now + 365 * 86_400_000), now);
  expect(afterLook(before, { storage: reading(now, 0.5) }, now).known.storage).toEqual(
    reading(now, 0.5),
  );
});
