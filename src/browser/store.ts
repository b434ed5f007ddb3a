/** What is kept in `storage.local`: one record for each mailbox. Only the background writes. */
import browser from 'webextension-polyfill';
import * as lessons from '../core/lessons.ts';
import { type Mailbox, maskedAddress } from '../core/mailbox.ts';
import type { SettingsPage } from '../core/place.ts';
import { type Kept, lastSeen } from '../core/record.ts';
import { type MailboxRecord, recordFrom } from '../core/schemas.ts';
import { type HostWays, isDamaged, waysFrom, withoutHost, withWay } from '../core/ways.ts';
import { prefix, taughtKey } from './changes.ts';

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

/** What is stored of a mailbox. `damaged`: there is something, but it is no record of ours. */
export async function recordOf(mailbox: Mailbox): Promise<{
  key?: string;
  record: MailboxRecord | undefined;
  damaged: boolean;
}> {
  const { salt } = await local.get('salt');
  if (salt === undefined) return { record: undefined, damaged: false };
  if (!isSalt(salt)) return { record: undefined, damaged: true };
  const key = await keyOf(mailbox, salt);
  const stored = (await local.get(key))[key];
  const record = recordFrom(stored);
  return { key, record, damaged: stored !== undefined && record === undefined };
}

/** Paths of settings pages that were seen on a host. */
export async function waysOn(host: string): Promise<HostWays> {
  return waysFrom((await local.get('ways')).ways, host);
}

/** Keeps the path of a settings page that was recognised; in the queue, like every other write. */
export function learnWay(host: string, page: SettingsPage, path: string): Promise<void> {
  const next = queue.then(async () => {
    const { ways: stored } = await local.get('ways');
    if (isDamaged(stored)) await setAside({ ways: stored });
    const ways = withWay(stored, host, page, path);
    if (ways) await local.set({ ways });
  });
  queue = next.catch(() => undefined);
  return next;
}

/** What the user taught us on a host, in all languages. */
export async function lessonsOn(host: string): Promise<lessons.KeptLesson[]> {
  const stored = (await local.get(taughtKey))[taughtKey];
  return lessons.lessonsFrom(stored).filter((kept) => kept.host === host);
}

/** Changes what the user taught us; in the queue, like every other write. */
export function changeLessons(
  update: (all: readonly lessons.KeptLesson[]) => lessons.KeptLesson[],
): Promise<void> {
  const next = queue.then(async () => {
    const stored = (await local.get(taughtKey))[taughtKey];
    if (lessons.isDamaged(stored)) await setAside({ [taughtKey]: stored });
    await local.set({ [taughtKey]: update(lessons.lessonsFrom(stored)) });
  });
  queue = next.catch(() => undefined);
  return next;
}

/** The records of all mailboxes, the one that was read last first. */
export async function allKept(): Promise<Kept[]> {
  const stored = Object.entries(await local.get(null)).filter(([key]) => key.startsWith(prefix));
  return stored
    .flatMap(([key, value]) => {
      const record = recordFrom(value);
      return record ? [{ key, record }] : [];
    })
    .sort((a, b) => lastSeen(b.record) - lastSeen(a.record));
}

/**
 * Removes all that is kept of a mailbox, and of its host where no other mailbox is left of it. Resolves
 * to that host, or to the one that stood for the mailbox because its address was not known.
 */
export function forget(key: string): Promise<string | undefined> {
  const next = queue.then(async () => {
    const all = await local.get(null);
    const aside = Object.keys(all).filter((one) => one.startsWith(`aside:${key}`));
    const { host, address } = recordFrom(all[key]) ?? {};
    const isLast = !(await allKept()).some((one) => one.key !== key && one.record.host === host);
    const ways = isLast ? withoutHost(all['ways'], host) : undefined;
    if (ways) await local.set({ ways });
    const taught = lessons.lessonsFrom(all[taughtKey]);
    const others = taught.filter((lesson) => lesson.host !== host);
    if (isLast && others.length < taught.length) await local.set({ [taughtKey]: others });
    await local.remove([key, ...aside]);
    return isLast || address === null ? host : undefined;
  });
  queue = next.catch(() => undefined);
  return next;
}

let queue: Promise<unknown> = Promise.resolve();

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
  const next = queue.then(() => changeNow(mailbox, now, update, key));
  queue = next.catch(() => undefined);
  return next;
}

async function changeNow(
  mailbox: Mailbox,
  now: number,
  update: (record: MailboxRecord) => MailboxRecord,
  given: string | undefined,
): Promise<Kept> {
  const { salt, lost } = await saltOf();
  const key = given ?? (await keyOf(mailbox, salt));
  const stored = (await local.get(key))[key];
  const before = recordFrom(stored);
  if (stored !== undefined && !before) await setAside({ [key]: stored });
  const fresh: MailboxRecord = {
    version: 1,
    host: mailbox.host,
    address: mailbox.address && maskedAddress(mailbox.address),
    known: {},
    ...((lost || (stored !== undefined && !before)) && { lost: now }),
  };
  const record = update(before ?? fresh);
  const unchanged = JSON.stringify(before ?? fresh) === JSON.stringify(record);
  if (!unchanged || fresh.lost) await local.set({ [key]: record });
  return { key, record };
}

async function saltOf(): Promise<{ salt: string; lost: boolean }> {
  const { salt } = await local.get('salt');
  if (isSalt(salt)) return { salt, lost: false };
  const made = hex(crypto.getRandomValues(new Uint8Array(16)));
  // Without its salt no record can be found again.
  const all = salt === undefined ? {} : await local.get(null);
  await setAside(all);
  await local.set({ salt: made });
  return { salt: made, lost: salt !== undefined };
}

async function setAside(values: Record<string, unknown>): Promise<void> {
  const damaged = Object.entries(values).filter(([key]) => !key.startsWith('aside:'));
  if (damaged.length === 0) return;
  await local.set(Object.fromEntries(damaged.map(([key, value]) => [`aside:${key}`, value])));
  await local.remove(damaged.map(([key]) => key));
}
