import { type Known, learn } from './facts.ts';
import type { MailboxRecord } from './schemas.ts';
import { shareOf } from './storage.ts';
import { fadedWarning } from './warning.ts';

/** What is kept of a mailbox after one more look at the webmail. */
export function afterLook(record: MailboxRecord, fresh: Known): MailboxRecord {
  const known = learn(record.known, fresh);
  const { warned, ...rest } = { ...record, known };
  const share =
    known.storage && 'value' in known.storage ? shareOf(known.storage.value) : undefined;
  const faded = warned && share !== undefined ? fadedWarning(share, warned) : warned;
  return faded ? { ...rest, warned: faded } : rest;
}
