/**
 * The shapes of all that crosses a border (page to background, storage to view), as schemas: what is
 * there is checked by them, and the types of the vocabulary are made of them.
 */
import * as v from 'valibot';
import { severities } from './check.ts';
import { readingErrors } from './facts.ts';
import { addressPattern } from './mailbox.ts';
import { hints, languagePattern, languages, signs } from './misses.ts';
import { places, settingsPages } from './place.ts';
import { isLine, most } from './skeleton.ts';
import { warningLevels } from './warning.ts';

const bytes = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(2 ** 60));

/** In ms since 1970. */
export const timeSchema = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15));

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

/** What a receiving rule can do with mail; `folder` is any but Inbox, Spam and Deleted. */
export const ruleActions = [
  'delete',
  'reject',
  'trash',
  'spam',
  'folder',
  'inbox',
  'read',
  'forward',
  'other',
] as const;

export const domainSchema = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u),
);

/** The ways to a page that were tried already. */
export const triedSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(120))), v.maxLength(8));

/** What a record is kept under: a salted hash, which names nobody. */
export const recordKeySchema = v.pipe(v.string(), v.regex(/^mailbox:[\da-f]{64}$/));

export const markSchema = v.pipe(v.string(), v.regex(/^[\da-f]{14}$/));

/**
 * One receiving rule, as far as the list shows it. Of its texts nothing is kept but the domains that it
 * forwards to: `mark` is a fingerprint of them, by which the rule is known again.
 */
const rule = v.strictObject({
  /** Its place in the list, from 1. */
  row: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  mark: markSchema,
  /** Absent where the list does not show it. */
  on: v.exactOptional(v.boolean()),
  /** Absent where its actions were not understood. */
  does: v.exactOptional(v.pipe(v.array(v.picklist(ruleActions)), v.maxLength(9))),
  to: v.pipe(v.array(domainSchema), v.maxLength(20)),
  /** What it catches: `narrow` names a sender, a recipient or words; absent where not understood. */
  when: v.exactOptional(v.picklist(['everything', 'broad', 'narrow'])),
  /** Its name is blank or one character, as intruders' rules have them. */
  oddName: v.exactOptional(v.literal(true)),
  /** It looks for words such as invoice, payment, password or bank. */
  sensitive: v.exactOptional(v.literal(true)),
  /** When it was first seen, if the list had been seen without it before. */
  since: v.exactOptional(timeSchema),
});
export type Rule = v.InferOutput<typeof rule>;

/** The receiving rules: how many the page lists, whether all of them were seen, and those that were. */
const rules = v.strictObject({
  listed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
  complete: v.boolean(),
  rules: v.pipe(v.array(rule), v.maxLength(1000)),
});

/** Automatic forwarding: the domains it goes to (none: it is off), and whether a copy stays here. */
const forwarding = v.strictObject({
  to: v.pipe(v.array(domainSchema), v.maxLength(20)),
  keepsCopy: v.exactOptional(v.boolean()),
});

export const factSchemas = { storage, popDeletion, sentCopies, rules, forwarding };

const readingOf = <T extends v.GenericSchema>(value: T) => {
  const was = v.exactOptional(v.strictObject({ value, at: timeSchema }));
  return v.union([
    v.strictObject({
      at: timeSchema,
      value,
      selected: v.exactOptional(value),
      unconfirmed: v.exactOptional(v.literal(true)),
      was,
    }),
    v.strictObject({
      at: timeSchema,
      error: v.picklist(readingErrors),
      last: v.exactOptional(v.strictObject({ value, was })),
    }),
  ]);
};

export const knownSchema = v.strictObject({
  storage: v.exactOptional(readingOf(storage)),
  popDeletion: v.exactOptional(readingOf(popDeletion)),
  sentCopies: v.exactOptional(readingOf(sentCopies)),
  rules: v.exactOptional(readingOf(rules)),
  forwarding: v.exactOptional(readingOf(forwarding)),
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99));

/** One look at one fact that gave no value; no text of the page but words of the lexicon, by their ids. */
const miss = v.strictObject({
  at: timeSchema,
  error: v.picklist(readingErrors),
  place: v.picklist(places),
  page: v.exactOptional(v.picklist(settingsPages)),
  sign: v.exactOptional(v.picklist(signs)),
  /** What the document names as its language, and that of the lexicon to which its words belong. */
  language: v.strictObject({
    page: v.exactOptional(v.pipe(v.string(), v.maxLength(11), v.regex(languagePattern))),
    words: v.exactOptional(v.picklist(languages)),
  }),
  /** How many texts name it, how many controls stand beside them, and how many of these were understood. */
  tried: v.strictObject({
    names: count,
    controls: count,
    values: count,
    path: v.picklist(hints),
  }),
  skeleton: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(100), v.check(isLine))),
    v.maxLength(most.lines),
  ),
});

export const missesSchema = v.strictObject({
  storage: v.exactOptional(miss),
  popDeletion: v.exactOptional(miss),
  sentCopies: v.exactOptional(miss),
  rules: v.exactOptional(miss),
  forwarding: v.exactOptional(miss),
});

/** The highest level that was warned of, and when it may be said again. */
const warnedSchema = v.strictObject({
  level: v.picklist(warningLevels),
  at: timeSchema,
  again: v.exactOptional(timeSchema),
});
export type Warned = v.InferOutput<typeof warnedSchema>;

/** Findings that the page has spoken up about, by their checks: how grave, and when it may again. */
const toldSchema = v.record(
  v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
  v.strictObject({
    severity: v.picklist(severities),
    at: timeSchema,
    again: v.exactOptional(timeSchema),
  }),
);
export type Told = v.InferOutput<typeof toldSchema>;

/** Rules that the user knows about, by their marks: since when, until when, and why. */
const acceptedSchema = v.record(
  markSchema,
  v.strictObject({
    at: timeSchema,
    until: v.exactOptional(timeSchema),
    reason: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  }),
);
export type Accepted = v.InferOutput<typeof acceptedSchema>;

const recordSchema = v.strictObject({
  version: v.literal(1),
  host: hostSchema,
  /** Masked; the whole address is never kept. */
  address: v.nullable(v.pipe(v.string(), v.maxLength(260))),
  known: knownSchema,
  misses: v.exactOptional(missesSchema),
  warned: v.exactOptional(warnedSchema),
  told: v.exactOptional(toldSchema),
  /** The user's own mail domains, where he has said so; else that of the address. */
  own: v.exactOptional(v.pipe(v.array(domainSchema), v.maxLength(50))),
  accepted: v.exactOptional(acceptedSchema),
  /** When data of this mailbox was found damaged and had to be set aside. */
  lost: v.exactOptional(timeSchema),
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
    forwarding: v.exactOptional(pathSchema),
    account: v.exactOptional(pathSchema),
  }),
);
export type Ways = v.InferOutput<typeof waysSchema>;
