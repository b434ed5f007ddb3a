/** What the parts of the extension say to each other. Every message is data and is checked. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type CheckId, checkIds } from '../core/checks/index.ts';
import { knownSchema } from '../core/facts.ts';
import { addressSchema } from '../core/mailbox.ts';
import { type Place, places, settingsPages } from '../core/place.ts';

const address = v.nullable(addressSchema);

/** From a tab to the background: what was seen, what became of the warning, which guide it is in. */
const toBackground = v.variant('do', [
  v.strictObject({
    do: v.literal('look'),
    place: v.picklist(places),
    page: v.exactOptional(v.picklist(settingsPages)),
    address,
    known: knownSchema,
  }),
  v.strictObject({ do: v.literal('warn'), address }),
  v.strictObject({ do: v.literal('later'), address }),
  v.strictObject({
    do: v.literal('guide'),
    check: v.nullable(v.picklist(checkIds)),
    tried: v.pipe(v.array(v.pipe(v.string(), v.maxLength(120))), v.maxLength(8)),
  }),
  v.strictObject({ do: v.literal('resume') }),
]);
export type ToBackground = v.InferOutput<typeof toBackground>;

/** From our pages and the background to a tab. */
const toTab = v.variant('do', [
  v.strictObject({ do: v.literal('where') }),
  v.strictObject({ do: v.literal('show'), check: v.picklist(checkIds) }),
  v.strictObject({ do: v.literal('leave') }),
]);
export type ToTab = { do: 'where' } | { do: 'show'; check: CheckId } | { do: 'leave' };

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
  await new Promise((resolve) => setTimeout(resolve, pause));
  return isAlive() ? attempt() : undefined;
}

/** Sends to the webmail in a tab. Resolves to `undefined` when our part of that page does not answer. */
export async function sendToTab(tab: number, message: ToTab): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tab, message, { frameId: 0 });
  } catch {
    return undefined;
  }
}

/** Listens, in the background, to the top frames of tabs; `url` is the browser's word, not the page's. */
export function onTabMessage(
  answer: (
    message: ToBackground,
    tab: { id: number; url: string; path: string },
  ) => Promise<unknown>,
): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: browser.Runtime.MessageSender) => {
      if (sender.id !== browser.runtime.id || sender.frameId !== 0) return undefined;
      if (sender.tab?.id === undefined || !sender.url) return undefined;
      const result = v.safeParse(toBackground, message);
      return result.success
        ? answer(result.output, {
            id: sender.tab.id,
            url: sender.url,
            path: pathOf(sender.tab.url),
          })
        : undefined;
    },
  );
}

/** Where a tab is now; the address a message was sent from is that of the document's load. */
function pathOf(url: string | undefined): string {
  return url && URL.canParse(url) ? new URL(url).pathname : '';
}

/** Listens, in a tab, to our own pages and background. */
export function onExtensionMessage(
  answer: (message: ToTab) => Promise<unknown>,
  signal: AbortSignal,
): void {
  const listener = (message: unknown, sender: browser.Runtime.MessageSender) => {
    const result = v.safeParse(toTab, message);
    return sender.id === browser.runtime.id && result.success
      ? answer(result.output as ToTab)
      : undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    if (isAlive()) browser.runtime.onMessage.removeListener(listener);
  });
}
