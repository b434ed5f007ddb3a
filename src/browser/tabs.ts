/** The webmail's tabs: which one the user is at, and how to get there. */
import browser from 'webextension-polyfill';
import { type CheckId, checkOf } from '../core/checks/index.ts';
import { isUnderWay } from '../core/checkup.ts';
import { maskedAddress } from '../core/mailbox.ts';
import { placeOfAddress } from '../core/place.ts';
import { baseOf, routeTo, type Target } from '../core/route.ts';
import type { Situation } from '../core/situation.ts';
import { checkup } from './checkups.ts';
import { keepGuide } from './guides.ts';
import { inTime, patience } from './in-time.ts';
import { sendToTab, type Whereabouts } from './messages.ts';
import { isUnsaved } from './saving.ts';
import { keptIn, recordIn, type Stored, storedInTime, waysOn } from './store.ts';

const origins = browser.runtime.getManifest().host_permissions ?? [];

/** The webmail's hosts, the most used first. */
export const hosts = origins.map((origin) => new URL(origin.replace('*', '')).hostname);

/** Whether an address is one at which the webmail or its sign-in page stands. */
const isWebmail = ({ pathname }: URL) =>
  /^\/(alimail|login)(\/|$)/.test(pathname) || pathname === '/';

/**
 * The webmail's tab that was most recently active and what can be said of it, and what is stored, all
 * being asked for at once; the tabs first, for the rest is needed later.
 */
export function inquire(): {
  situation: Promise<Situation>;
  stored: Promise<Stored | undefined>;
} {
  const open = browser.tabs.query({ url: origins });
  const stored = storedInTime();
  return { situation: situationWith(open, stored), stored };
}

async function situationWith(
  opening: Promise<browser.Tabs.Tab[]>,
  reading: Promise<Stored | undefined>,
): Promise<Situation> {
  const [open, checking, unsaved] = await Promise.all([
    opening,
    inTime(checkup(), patience.session),
    isUnsaved(),
  ]);
  const own = isUnderWay(checking) ? checking.tab : undefined;
  const tabs = open.filter(
    ({ id, url }) => id !== undefined && id !== own && url !== undefined && isWebmail(new URL(url)),
  );
  const [tab] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (tab?.id === undefined || tab.url === undefined) {
    const allowed = await allowedHosts();
    if (allowed.length === 0) return { kind: 'no-permission' };
    const stored = await reading;
    if (!stored) return { kind: 'failed' };
    const [last] = keptIn(stored);
    const isPartial = allowed.length < hosts.length;
    return { kind: 'no-tab', hosts: allowed, isPartial, record: last?.record, unsaved };
  }
  const address = new URL(tab.url);
  const at = { host: address.hostname, tab: tab.id };
  if (placeOfAddress(address) === 'signed-out') return { kind: 'signed-out', ...at };
  const asked = sendToTab(tab.id, { do: 'where' }) as Promise<Whereabouts | undefined>;
  // A tab that nobody answers for says so at once; one that is busy says nothing.
  const heard = await inTime(
    asked.then((answer) => ({ answer })),
    patience.tab,
  );
  if (!heard) return { kind: 'loading', ...at };
  const { answer } = heard;
  if (!answer) {
    // A tab that the browser put aside has nobody to answer; it only has to be loaded again.
    const isThere = tab.status === 'complete' || tab.discarded;
    return { kind: isThere ? 'outdated' : 'loading', ...at };
  }
  const { place } = answer;
  if (place === 'signed-out' || place === 'old' || place === 'unrecognised')
    return { kind: place, ...at };
  const mailbox = { host: at.host, address: answer.address };
  const stored = await reading;
  if (!stored) return { kind: 'failed' };
  const kept = await recordIn(stored, mailbox);
  const masked = mailbox.address && maskedAddress(mailbox.address);
  // When it was begun the page may not have said yet whose it is.
  const isOwn = checking?.host === mailbox.host && [masked, null].includes(checking.address);
  const shown = checking && (isOwn || isUnderWay(checking)) ? { checkup: checking } : {};
  return { kind: 'inside', mailbox, place, tab: tab.id, ...kept, unsaved, ...shown };
}

/** Whether we may read one of the webmail's hosts; a user can withdraw each of them. */
export function isAllowed(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`https://${host}/*`] });
}

async function allowedHosts(): Promise<string[]> {
  const allowed = await Promise.all(hosts.map(isAllowed));
  return hosts.filter((_, index) => allowed[index]);
}

/** Calls back when tabs or permissions change so that the situation may be another. */
export function onTabs(callback: () => void): void {
  browser.tabs.onActivated.addListener(callback);
  browser.tabs.onRemoved.addListener(callback);
  browser.tabs.onUpdated.addListener(callback);
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
}

/** Brings the user to a tab. */
export async function focusTab(tab: number): Promise<void> {
  const { windowId } = await browser.tabs.update(tab, { active: true });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
}

export async function reloadTab(tab: number): Promise<void> {
  await browser.tabs.reload(tab);
}

/** Opens the webmail; it finds its own way to the inbox or to the sign-in page. */
export async function openWebmail(host: string): Promise<void> {
  await browser.tabs.create({ url: `https://${host}/alimail/` });
}

/** A path of the current webmail that is publicly known, by what a check is about. */
const attested = {
  settings: '/alimail/entries/v5.1/setting/account-security',
  mail: '/alimail/entries/v5.1/mail/inbox/all',
  base: '/alimail/entries/v5.1/',
};

/** The address of the inbox, in the version of the webmail that another address is of. */
export function inboxOf(host: string, url: string | undefined): string {
  const base = url && URL.canParse(url) ? baseOf(new URL(url).pathname) : undefined;
  return `https://${host}${base ? `${base}mail/inbox/all` : attested.mail}`;
}

/** Opens a tab of its own for what a check is about; our part of that page goes on from there. */
export async function openGuided(
  host: string,
  { check, mark, teach }: { check: CheckId; mark?: string; teach?: true },
): Promise<void> {
  const { page } = checkOf(check);
  const known = page && (await waysOn(host))[page];
  const path = known ?? attested[page ? 'settings' : 'mail'];
  const { id } = await browser.tabs.create({ url: `https://${host}${path}` });
  const what = { check, ...(mark && { mark }), ...(teach && { teach }) };
  if (id !== undefined) await keepGuide(id, { ...what, tried: [] });
}

/** Opens a tab of its own where a mail is looked for, in the version of the webmail that a tab shows. */
export async function openAt(
  host: string,
  tab: number,
  to: Target,
  keyword: string | undefined,
): Promise<void> {
  const { url = '' } = await browser.tabs.get(tab).catch(() => ({ url: '' }));
  const base = URL.canParse(url) ? baseOf(new URL(url).pathname) : undefined;
  const path = (base ?? attested.base) + routeTo(to, keyword);
  await browser.tabs.create({ url: `https://${host}${path}` });
}

/** Has each tab of the webmail put aside what it holds of a mailbox that is being forgotten. */
export async function forgetInTabs(key: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: origins });
  const told = tabs.map(({ id }) => id !== undefined && sendToTab(id, { do: 'forget', key }));
  await inTime(Promise.all(told), patience.tab);
}

/** Calls back after a tab was closed. */
export function onClosed(callback: (tab: number) => void): void {
  browser.tabs.onRemoved.addListener(callback);
}

/** Asks for access to the webmail's hosts; only a click of the user may do so. */
export function requestAccess(): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/**
 * Calls back, for each tab that may be the webmail's, when access to its host was withdrawn. The
 * script in such a page outlives the permission; it has to be told.
 */
export function onWithdrawn(callback: (tab: number) => void): void {
  browser.permissions.onRemoved.addListener(async () => {
    for (const { id, url } of await browser.tabs.query({})) {
      // A tab's address can be read exactly while its host is allowed.
      if (id !== undefined && url === undefined) callback(id);
    }
  });
}

/** Calls back, for each of the webmail's tabs, when access to more hosts was granted. */
export function onGranted(callback: (tab: number) => void): void {
  browser.permissions.onAdded.addListener(async () => {
    for (const { id } of await browser.tabs.query({ url: origins })) {
      if (id !== undefined) callback(id);
    }
  });
}
