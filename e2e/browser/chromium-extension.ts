import { type BrowserContext, expect, type Page, type Worker } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import { type Badge, type Extension, hexOf } from './extension.ts';
import { wearOut } from './wear.ts';

/** What the code inside the worker finds there. */
declare const chrome: Browser;

export interface ChromiumExtension extends Extension<Page> {
  /** The service worker; wakes it if it is dead. */
  worker(): Promise<Worker>;
}

/** The extension with this id, as a scenario handles it. */
export async function extensionIn(context: BrowserContext, id: string): Promise<ChromiumExtension> {
  const browser = context.browser();
  if (!browser) throw new Error('A persistent context without a browser.');
  const devtools = await browser.newBrowserCDPSession();
  const origin = `chrome-extension://${id}/`;

  const target = async () => {
    const { targetInfos } = await devtools.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
  };
  const alive = async () => (await target()) !== undefined;

  async function worker(): Promise<Worker> {
    if (!(await alive())) await wake();
    return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  }

  /** Asks again as long as it takes: a worker that is just ending does not start. */
  async function wake(): Promise<void> {
    const page = context.pages()[0];
    if (!page) throw new Error('Waking the background takes an open page.');
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    const awake = async () => {
      await session.send('ServiceWorker.startWorker', { scopeURL: origin });
      return alive();
    };
    await expect.poll(awake, { intervals: [20, 50, 100] }).toBe(true);
    await session.detach();
  }

  async function open(path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${origin}${path}`);
    return page;
  }

  return {
    id,
    worker,
    open,
    alive,
    openPopup: () => open('popup.html'),
    openReport: () => open('report.html'),

    async badge(page) {
      const place = context.pages().indexOf(page);
      const shown = await (await worker()).evaluate(badgeOfTab, place);
      return { ...shown, color: hexOf(shown.color) } satisfies Badge;
    },

    /** Asks again as long as it takes: a worker that is just starting survives the first time. */
    async kill() {
      const dead = async () => {
        const running = await target();
        if (running) await devtools.send('Target.closeTarget', { targetId: running.targetId });
        return !(await alive());
      };
      await expect.poll(dead, { intervals: [20, 50, 100] }).toBe(true);
    },

    async reload() {
      wearOut(context);
      const next = context.waitForEvent('serviceworker');
      const reloaded = (await worker()).evaluate(() => chrome.runtime.reload());
      await Promise.all([next, reloaded.catch(() => 'the worker ends before it can answer')]);
    },

    storage: {
      get: async () => (await worker()).evaluate(() => chrome.storage.local.get()),
      set: async (items) =>
        (await worker()).evaluate((all) => chrome.storage.local.set(all), items),
      clear: async () => {
        for (const area of ['local', 'session'] as const)
          await (await worker()).evaluate((name) => chrome.storage[name].clear(), area);
      },
    },
  };
}

/** Runs in the worker. Pages and tabs come in the order of their creation, so places match. */
async function badgeOfTab(place: number) {
  const ids = (await chrome.tabs.query({})).flatMap((tab) => tab.id ?? []).sort((a, b) => a - b);
  const tabId = ids[place];
  if (tabId === undefined) throw new Error('This page is no tab.');
  const [text, title, color] = await Promise.all([
    chrome.action.getBadgeText({ tabId }),
    chrome.action.getTitle({ tabId }),
    chrome.action.getBadgeBackgroundColor({ tabId }),
  ]);
  return { text, title, color };
}
