/** What is kept of one mailbox, and how one more look changes it. */
import * as v from 'valibot';
import { type Known, knownSchema, learn } from './facts.ts';
import { shareOf } from './storage.ts';
import { fadedWarning, warnedSchema } from './warning.ts';

export const recordSchema = v.strictObject({
  version: v.literal(1),
  host: v.pipe(v.string(), v.maxLength(253)),
  /** Masked; the whole address is never kept. */
  address: v.nullable(v.pipe(v.string(), v.maxLength(260))),
  known: knownSchema,
  warned: v.exactOptional(warnedSchema),
  /** When data of this mailbox was found damaged and had to be set aside. */
  lost: v.exactOptional(v.pipe(v.number(), v.finite())),
});
export type MailboxRecord = v.InferOutput<typeof recordSchema>;

/** The stored value as a record; `undefined` if it is none, whoever wrote it. */
export function recordFrom(stored: unknown): MailboxRecord | undefined {
  const result = v.safeParse(recordSchema, stored);
  return result.success ? result.output : undefined;
}

/** The record after one more look at the webmail. */
export function afterLook(record: MailboxRecord, fresh: Known): MailboxRecord {
  const known = learn(record.known, fresh);
  const { warned, ...rest } = { ...record, known };
  const share =
    known.storage && 'value' in known.storage ? shareOf(known.storage.value) : undefined;
  const faded = warned && share !== undefined ? fadedWarning(share, warned) : warned;
  return faded ? { ...rest, warned: faded } : rest;
}
