/** What the parts of the extension say to each other. */
import browser from 'webextension-polyfill';
import type { CheckId } from '../core/checks/index.ts';
import type { Errand } from '../core/checkup.ts';
import type { KeptLesson } from '../core/lessons.ts';
import type { Place } from '../core/place.ts';
import type { Target } from '../core/route.ts';
import type { MailboxRecord } from '../core/schemas.ts';
import type { HostWays } from '../core/ways.ts';
import type { StoredGuide } from './guides.ts';
import type { FromPage, ToBackground } from './hearing.ts';

/** From our pages and the background to a tab. */
export type ToTab =
  | { do: 'where' }
  | { do: 'show'; check: CheckId; mark?: string; teach?: true }
  | { do: 'rules'; mail: Missing }
  | { do: 'go'; to: Target; keyword?: string }
  | { do: 'forget'; key: string }
  | { do: 'leave' };

/** What is known of a mail that is looked for; stays in memory. */
export interface Missing {
  from?: string;
  subject?: string;
}

/** A tab's answer to `rules`: the rules on its page, by name, and whether each would catch the mail. */
export type NamedRule = {
  row: number;
  mark: string;
  name: string;
  catches: boolean | undefined;
};

/** The background's answer to a look: what it keeps of the mailbox, and where the tab was going. */
export interface Answer {
  /** Under which the record is kept; it tells this mailbox from others, and names nobody. */
  key: string;
  record: MailboxRecord;
  ways: HostWays;
  lessons: KeptLesson[];
  guide: StoredGuide | undefined;
  /** What the page is to speak up about now. */
  due: CheckId | undefined;
  /** What the tab is to do for a check-up. */
  errand: Errand | undefined;
}

/** A tab's answer to `where`; the address stays in memory. */
export interface Whereabouts {
  place: Place;
  address: string | null;
}

/** Whether this copy of the extension still is the installed one; an orphan has lost its id. */
export function isAlive(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

/** How long a background that was ended in the middle is let rest before it is asked again, in ms. */
const pause = 500;

/**
 * Sends to the background, which always answers; once more if it was ended before it could.
 * Resolves to `undefined` when nobody can answer: an updated extension.
 */
export async function sendToBackground(message: ToBackground): Promise<unknown> {
  const send = async () => browser.runtime.sendMessage(message);
  const attempt = () => send().catch(() => undefined);
  const answer = await attempt();
  if (answer !== undefined) return answer;
  try {
    await new Promise((resolve) => setTimeout(resolve, pause));
  } catch {
    // Firefox sets no timer in a page that is gone.
    return undefined;
  }
  return isAlive() ? attempt() : undefined;
}

/** Sends from one of our own pages to the background; what it shall only keep, once more if it was ended. */
export async function askBackground(message: FromPage): Promise<unknown> {
  const send = async () => browser.runtime.sendMessage(message);
  // To open a tab twice would be worse than not at all.
  if (['open', 'go', 'checkup'].includes(message.do)) return send();
  const answer = await send().catch(() => undefined);
  if (answer !== undefined) return answer;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return send();
}

/** Sends to the webmail in a tab. Resolves to `undefined` when our part of that page does not answer. */
export async function sendToTab(tab: number, message: ToTab): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tab, message, { frameId: 0 });
  } catch {
    return undefined;
  }
}

/** Listens, in a tab, to our own pages and background. */
export function onExtensionMessage(
  answer: (message: ToTab) => Promise<unknown>,
  signal: AbortSignal,
): void {
  // Only our own pages and background can speak to a tab: the browser vouches for them.
  const listener = (message: unknown, sender: browser.Runtime.MessageSender) =>
    sender.id === browser.runtime.id ? answer(message as ToTab) : undefined;
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    if (isAlive()) browser.runtime.onMessage.removeListener(listener);
  });
}
