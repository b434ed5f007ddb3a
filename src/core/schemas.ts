/**
 * The shapes of all that crosses a border (page to background, storage to view), as schemas: what is
 * there is checked by them, and the types of the vocabulary are made of them.
 */
import * as v from 'valibot';
import { readingErrors } from './facts.ts';
import { addressPattern } from './mailbox.ts';
import { warningLevels } from './warning.ts';

const bytes = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(2 ** 60));

/** In ms since 1970. */
const time = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15));

export const hostSchema = v.pipe(v.string(), v.maxLength(253));

export const addressSchema = v.pipe(v.string(), v.maxLength(254), v.regex(addressPattern));

/**
 * What the storage indicator shows, in bytes. `total: null` means that there is no limit; then the
 * used amount may be missing. `share` (1 = full) stands alone where the page shows a percentage only.
 */
const storage = v.union([
  v.strictObject({ used: bytes, total: v.pipe(bytes, v.minValue(1)) }),
  v.strictObject({ used: v.exactOptional(bytes), total: v.null() }),
  v.strictObject({ share: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100)) }),
]);

/** What a POP client may do with mail on the server once it has fetched it. */
const popDeletion = v.picklist(['allowed', 'not-allowed']);

/** Which sent mail is copied to Sent: mail written in the webmail, and mail sent from clients. */
const sentCopies = v.strictObject({ webmail: v.boolean(), clients: v.boolean() });

export const factSchemas = { storage, popDeletion, sentCopies };

const readingOf = <T extends v.GenericSchema>(value: T) => {
  const was = v.exactOptional(v.strictObject({ value, at: time }));
  return v.union([
    v.strictObject({
      at: time,
      value,
      selected: v.exactOptional(value),
      unconfirmed: v.exactOptional(v.literal(true)),
      was,
    }),
    v.strictObject({
      at: time,
      error: v.picklist(readingErrors),
      last: v.exactOptional(v.strictObject({ value, was })),
    }),
  ]);
};

export const knownSchema = v.strictObject({
  storage: v.exactOptional(readingOf(storage)),
  popDeletion: v.exactOptional(readingOf(popDeletion)),
  sentCopies: v.exactOptional(readingOf(sentCopies)),
});

/** The highest level that was warned of, and when it may be said again. */
const warnedSchema = v.strictObject({
  level: v.picklist(warningLevels),
  at: time,
  again: v.exactOptional(time),
});
export type Warned = v.InferOutput<typeof warnedSchema>;

const recordSchema = v.strictObject({
  version: v.literal(1),
  host: hostSchema,
  /** Masked; the whole address is never kept. */
  address: v.nullable(v.pipe(v.string(), v.maxLength(260))),
  known: knownSchema,
  warned: v.exactOptional(warnedSchema),
  /** When data of this mailbox was found damaged and had to be set aside. */
  lost: v.exactOptional(time),
});
export type MailboxRecord = v.InferOutput<typeof recordSchema>;

/** The stored value as a record; `undefined` if it is none, whoever wrote it. */
export function recordFrom(stored: unknown): MailboxRecord | undefined {
  const result = v.safeParse(recordSchema, stored);
  return result.success ? result.output : undefined;
}

/** Only a path of the webmail's settings; it names a page and nobody's mail. */
export const pathSchema = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(/^\/alimail\/entries\/v5[\w.-]*\/settings?\/[a-z][\w-]*(?:\/[a-z][\w-]*)?$/i),
);

export const waysSchema = v.record(
  hostSchema,
  v.strictObject({
    pop: v.exactOptional(pathSchema),
    sending: v.exactOptional(pathSchema),
    rules: v.exactOptional(pathSchema),
  }),
);
export type Ways = v.InferOutput<typeof waysSchema>;
