/** Runs a check-up: opens its tab, hears what that tells, minds the time, and closes it again. */
import browser from 'webextension-polyfill';
import {
  afterErrand,
  afterWait,
  type Checkup,
  type Ending,
  type Errand,
  type ErrandLook,
  end,
  isUnderWay,
  newCheckup,
  progressOf,
  stopOf,
} from '../core/checkup.ts';
import type { Mailbox } from '../core/mailbox.ts';
import { placeOfAddress } from '../core/place.ts';
import { badgeOf, progressBadge, showBadge } from './badge.ts';
import { changeCheckup, checkup } from './checkups.ts';
import { change } from './store.ts';
import { inboxOf } from './tabs.ts';

/** In ms: how often it is looked whether a page takes too long; it also keeps the background running. */
const beat = 1000;
let pulse: ReturnType<typeof setInterval> | undefined;

/** Begins a check-up of a mailbox in a tab of its own, beside the one that it is started from. */
export async function beginCheckup(mailbox: Mailbox, from: number): Promise<void> {
  const now = Date.now();
  if (isUnderWay(await checkup())) return;
  const { key, record } = await change(mailbox, now, (before) => before);
  const { host, address } = record;
  const begun = await changeCheckup((before) =>
    isUnderWay(before) ? before : newCheckup({ host, key, address }, from, now),
  );
  if (begun?.at !== now || begun.tab !== undefined) return;
  mind();
  try {
    const { index, windowId, url } = await browser.tabs.get(from);
    const place = { index: index + 1, ...(windowId !== undefined && { windowId }) };
    const { id } = await browser.tabs.create({ url: inboxOf(host, url), active: false, ...place });
    const opened = await changeCheckup((before) =>
      before && id !== undefined ? { ...before, tab: id } : before,
    );
    await show(opened);
    // It may have been cancelled while its tab was being opened.
    if (opened?.ended && id !== undefined) await close(id);
  } catch {
    await endCheckup('failed');
  }
}

/** Whether a check-up works in a tab. */
export async function checkupIn(tab: number): Promise<Checkup | undefined> {
  const now = await checkup();
  return isUnderWay(now) && now.tab === tab ? now : undefined;
}

/** What the tab of a check-up is to do after it has told how far it is, or that it is there. */
export async function nextErrand(
  tab: number,
  look: ErrandLook | undefined,
): Promise<Errand | undefined> {
  const after = await settle((now) =>
    now.tab === tab && look ? afterErrand(now, look, Date.now()) : now,
  );
  const stop = after?.tab === tab && !after.ended ? stopOf(after) : undefined;
  return after && stop && { stop, tried: after.tried };
}

export async function endCheckup(why: Ending): Promise<void> {
  await settle((now) => end(now, why, Date.now()));
}

/** Ends the check-up that works in a tab which the user has closed. */
export const endIn = (tab: number): Promise<unknown> =>
  settle((now) => (now.tab === tab ? end(now, 'closed', Date.now()) : now));

/** Goes on minding a check-up that an ended background left alone. */
export function mind(): void {
  clearInterval(pulse);
  pulse = setInterval(() => void lookAfter().catch(stopMinding), beat);
}

/** Looks after the time, and after what a tab does not tell: that it is gone, or asks to sign in. */
async function lookAfter(): Promise<void> {
  const now = await settle((one) => afterWait(one, Date.now()));
  if (!isUnderWay(now) || now.tab === undefined) return;
  const tab = await browser.tabs.get(now.tab).catch(() => undefined);
  if (!tab) await endIn(now.tab);
  else if (tab.url && placeOfAddress(new URL(tab.url)) === 'signed-out')
    await endCheckup('signed-out');
}

const stopMinding = () => clearInterval(pulse);

/** Changes the check-up that is under way, and does what follows from that. */
async function settle(update: (now: Checkup) => Checkup): Promise<Checkup | undefined> {
  let before: Checkup | undefined;
  const after = await changeCheckup((now) => {
    before = now;
    return isUnderWay(now) ? update(now) : now;
  });
  if (!isUnderWay(after)) stopMinding();
  if (after === before) return after;
  await show(after);
  if (after?.ended && after.tab !== undefined && after.ended.why !== 'closed')
    await close(after.tab);
  return after;
}

/** Closes the tab, unless the user has come to it: what he does there is his. */
async function close(tab: number): Promise<void> {
  try {
    const { active } = await browser.tabs.get(tab);
    if (!active) await browser.tabs.remove(tab);
  } catch {
    // It is gone already.
  }
}

/** The progress on the badges of both tabs; in the end what was found. */
async function show(now: Checkup | undefined): Promise<void> {
  if (!now) return;
  if (!now.ended) {
    for (const tab of [now.from, now.tab])
      if (tab !== undefined) await showBadge(tab, progressBadge(progressOf(now)));
    return;
  }
  const { record } = await change(now, Date.now(), (before) => before, now.key);
  await showBadge(now.from, badgeOf('mail', record));
}
