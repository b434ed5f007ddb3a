/** What is kept in `storage.local`: one record for each mailbox. Only the background writes. */
import browser from 'webextension-polyfill';
import { isAside, withAside } from '../core/aside.ts';
import * as lessons from '../core/lessons.ts';
import { type Mailbox, maskedAddress } from '../core/mailbox.ts';
import type { SettingsPage } from '../core/place.ts';
import { type Kept, lastSeen, withoutFuture } from '../core/record.ts';
import { type MailboxRecord, recordFrom } from '../core/schemas.ts';
import { type HostWays, isDamaged, waysFrom, withoutHost, withWay } from '../core/ways.ts';
import { prefix, taughtKey } from './changes.ts';
import { inTime, patience } from './in-time.ts';
import { Queue } from './queue.ts';
import { noteSaving } from './saving.ts';

const { local } = browser.storage;
const isSalt = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{32}$/.test(value);

const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The key of a mailbox: a salted hash, so that what is stored does not name it. */
async function keyOf({ host, address }: Mailbox, salt: string): Promise<string> {
  const name = new TextEncoder().encode(`${salt}\n${host}\n${address ?? ''}`);
  return prefix + hex(new Uint8Array(await crypto.subtle.digest('SHA-256', name)));
}

/** All that is stored, as it was at one moment. */
export type Stored = Record<string, unknown>;

/** The same, if storage tells it in time. */
export const storedInTime = (): Promise<Stored | undefined> =>
  inTime(local.get(null), patience.storage);

/** What is stored of a mailbox. `damaged`: there is something, but it is no record of ours. */
export async function recordIn(
  stored: Stored,
  mailbox: Mailbox,
): Promise<{ key?: string; record: MailboxRecord | undefined; damaged: boolean }> {
  const { salt } = stored;
  if (salt === undefined) return { record: undefined, damaged: false };
  if (!isSalt(salt)) return { record: undefined, damaged: true };
  const key = await keyOf(mailbox, salt);
  const record = believed(stored[key]);
  return { key, record, damaged: stored[key] !== undefined && record === undefined };
}

/** Paths of settings pages that were seen on a host. */
export async function waysOn(host: string): Promise<HostWays> {
  return waysFrom((await local.get('ways')).ways, host);
}

/** Keeps the path of a settings page that was recognised; in the queue, like every other write. */
export function learnWay(host: string, page: SettingsPage, path: string): Promise<void> {
  return inTurn(async () => {
    const { ways: stored } = await local.get('ways');
    const ways = withWay(stored, host, page, path);
    await write(ways ? { ways } : {}, isDamaged(stored) ? { ways: stored } : {}, Date.now());
  });
}

/** What the user taught us on a host, in all languages: of what was read, or of what is stored now. */
export const lessonsIn = (stored: Stored, host: string): lessons.KeptLesson[] =>
  lessons.lessonsFrom(stored[taughtKey]).filter((kept) => kept.host === host);
export const lessonsOn = async (host: string) => lessonsIn(await local.get(taughtKey), host);

/** Sets aside what is stored as lessons and is none of ours. */
export function mendLessons(): Promise<void> {
  return inTurn(async () => {
    const stored = (await local.get(taughtKey))[taughtKey];
    if (lessons.isDamaged(stored))
      await write({ [taughtKey]: [] }, { [taughtKey]: stored }, Date.now());
  });
}

/** Changes what the user taught us; in the queue, like every other write. */
export function changeLessons(
  update: (all: readonly lessons.KeptLesson[]) => lessons.KeptLesson[],
): Promise<void> {
  return inTurn(async () => {
    const stored = (await local.get(taughtKey))[taughtKey];
    const damaged = lessons.isDamaged(stored) ? { [taughtKey]: stored } : {};
    await write({ [taughtKey]: update(lessons.lessonsFrom(stored)) }, damaged, Date.now());
  });
}

/** The records of all mailboxes, the one that was read last first. */
export function keptIn(stored: Stored): Kept[] {
  return Object.entries(recordsIn(stored))
    .flatMap(([key, value]) => {
      const record = believed(value);
      return record ? [{ key, record }] : [];
    })
    .sort((a, b) => lastSeen(b.record) - lastSeen(a.record));
}

/**
 * Removes all that is kept of a mailbox, and of its host where no other mailbox is left of it. Resolves
 * to that host, or to the one that stood for the mailbox because its address was not known.
 */
export function forget(key: string): Promise<string | undefined> {
  return inTurn(async () => {
    const all = await local.get(null);
    const aside = Object.keys(all).filter((one) => one.startsWith(`aside:${key}`));
    const { host, address } = recordFrom(all[key]) ?? {};
    const isLast = !keptIn(all).some((one) => one.key !== key && one.record.host === host);
    const ways = isLast ? withoutHost(all['ways'], host) : undefined;
    if (ways) await local.set({ ways });
    const taught = lessons.lessonsFrom(all[taughtKey]);
    const others = taught.filter((lesson) => lesson.host !== host);
    if (isLast && others.length < taught.length) await local.set({ [taughtKey]: others });
    await local.remove([key, ...aside]);
    return isLast || address === null ? host : undefined;
  });
}

const queue = new Queue(patience.queue);

/** Does one thing after the other; when it fails, that is remembered. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return queue.add(work).catch((fault) => {
    void noteSaving(false);
    throw fault;
  });
}

/**
 * Changes the record of a mailbox, one change after the other, and resolves to the new one. What is
 * stored but is no record is set aside under a key of its own, and a new record is begun. The record's
 * key is given where the address is known only masked.
 */
export function change(
  mailbox: Mailbox,
  now: number,
  update: (record: MailboxRecord) => MailboxRecord,
  key?: string,
): Promise<Kept> {
  return inTurn(() => changeNow(mailbox, now, update, key));
}

async function changeNow(
  mailbox: Mailbox,
  now: number,
  update: (record: MailboxRecord) => MailboxRecord,
  given: string | undefined,
): Promise<Kept> {
  const { salt: storedSalt } = await local.get('salt');
  const salt = isSalt(storedSalt) ? storedSalt : hex(crypto.getRandomValues(new Uint8Array(16)));
  const key = given ?? (await keyOf(mailbox, salt));
  const { [key]: stored } = await local.get(key);
  const before = believed(stored);
  const damaged = salt === storedSalt ? {} : await lostWith(storedSalt);
  if (stored !== undefined && !before) damaged[key] = stored;
  const isLost = Object.keys(damaged).length > 0;
  const fresh: MailboxRecord = {
    version: 1,
    host: mailbox.host,
    address: mailbox.address && maskedAddress(mailbox.address),
    known: {},
    ...(isLost && { lost: now }),
  };
  const record = update(before ?? fresh);
  const isNews = isLost || JSON.stringify(before ?? fresh) !== JSON.stringify(record);
  const news = { ...(salt !== storedSalt && { salt }), ...(isNews && { [key]: record }) };
  await write(news, damaged, now);
  return { key, record };
}

/** What is lost with a damaged salt: without it no record can be found again. */
async function lostWith(salt: unknown): Promise<Record<string, unknown>> {
  return { ...(salt !== undefined && { salt }), ...recordsIn(await local.get(null)) };
}

/** All that is stored as records, damaged or not. */
const recordsIn = (stored: Stored): Stored =>
  Object.fromEntries(Object.entries(stored).filter(([key]) => key.startsWith(prefix)));

/** A stored record, as far as it can be believed. */
function believed(stored: unknown): MailboxRecord | undefined {
  const record = recordFrom(stored);
  return record && withoutFuture(record, Date.now());
}

/**
 * Writes, in one stroke, what is new, and sets aside what is damaged: who is ended in the middle has done
 * all of it or nothing. Where there is no room, what was set aside is the first to go.
 */
async function write(
  news: Record<string, unknown>,
  damaged: Record<string, unknown>,
  now: number,
): Promise<void> {
  const gone = Object.keys(damaged).filter((key) => !Object.hasOwn(news, key));
  if (gone.length === 0 && Object.keys(news).length === 0) return;
  const isDamage = Object.keys(damaged).length > 0;
  const { added, dropped } = isDamage
    ? withAside(await local.get(null), damaged, now)
    : { added: {}, dropped: [] };
  await local.set({ ...added, ...news }).catch(async () => {
    await local.remove(Object.keys(await local.get(null)).filter(isAside));
    await local.set(news);
  });
  if (gone.length + dropped.length > 0) await local.remove([...gone, ...dropped]);
  void noteSaving(true);
}
