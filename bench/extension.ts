/** The running extension: its background, and what one can do only from there. */
import type { BrowserContext, Worker } from '@playwright/test';
import { browserOf } from './browser.ts';

/** The few calls that the benchmark makes in the background. */
interface Chrome {
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  storage: { local: { clear(): Promise<void> } };
  tabs: {
    query(filter: { url: string }): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
}
declare const chrome: Chrome;

const webmail = 'https://qiye.aliyun.com/alimail/*';

/** The extension's background, once it runs. */
export async function backgroundOf(context: BrowserContext): Promise<Worker> {
  const [running] = context.serviceWorkers();
  if (running) return running;
  return context.waitForEvent('serviceworker', { timeout: 10_000 }).catch(() => {
    throw new Error('The extension does not run: chrome://extensions, Load unpacked, says why.');
  });
}

/** Forgets every mailbox, so that a visit is like the first. */
export async function forget(context: BrowserContext): Promise<void> {
  await (await backgroundOf(context)).evaluate(() => chrome.storage.local.clear());
}

/** Asks the webmail's tab to point at the storage indicator, as the popup does. */
export async function showStorage(context: BrowserContext): Promise<void> {
  await (await backgroundOf(context)).evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    if (tab) await chrome.tabs.sendMessage(tab.id, { do: 'show', check: 'storage-nearly-full' });
  }, webmail);
}

/** The time (ms since 1970) at which the badge of the webmail's tab first shows something else. */
export async function badgeChange(context: BrowserContext): Promise<number> {
  return (await backgroundOf(context)).evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    const of = { tabId: tab?.id ?? 0 };
    const before = await chrome.action.getBadgeText(of);
    const patience = Date.now() + 5000;
    while ((await chrome.action.getBadgeText(of)) === before && Date.now() < patience) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return Date.now();
  }, webmail);
}

export async function popupAddress(context: BrowserContext): Promise<string> {
  return new URL('/popup.html', (await backgroundOf(context)).url()).href;
}

/** Ends the background as the browser does to save memory. */
export async function killBackground(context: BrowserContext): Promise<void> {
  const session = await browserOf(context).newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { type, targetId, url } of targetInfos) {
    if (type === 'service_worker' && url.startsWith('chrome-extension:')) {
      await session.send('Target.closeTarget', { targetId });
    }
  }
  await session.detach();
}
