import type { BrowserContext } from '@playwright/test';
import { type Browsers, openMailbox, openWindow } from '../browser.ts';
import { killBackground, popupAddress } from '../extension.ts';
import { median } from '../statistics.ts';

const openings = { warm: 9, cold: 3 };

/** From opening to the first finding painted, in ms. */
export interface PopupTimes {
  warm: number;
  /** After the browser had ended the background. */
  cold: number;
  /** A popup of another extension that shows a line of text and nothing else. */
  empty: number;
}

/** How long the popup takes, beside a mailbox that is open in another window. */
export async function popup({ mailmend, empty }: Browsers): Promise<PopupTimes> {
  const page = await openMailbox(mailmend, { rows: 500, used: '9.8' });
  const address = await popupAddress(mailmend);
  const emptyAddress = await popupAddress(empty);
  const warm: number[] = [];
  const still: number[] = [];
  for (let i = 0; i <= openings.warm; i += 1) {
    still.push(await paintedAt(empty, emptyAddress));
    warm.push(await paintedAt(mailmend, address));
  }
  const cold: number[] = [];
  for (let i = 0; i < openings.cold; i += 1) {
    await killBackground(mailmend);
    cold.push(await paintedAt(mailmend, address));
  }
  await page.close();
  return {
    warm: median(warm.slice(1)),
    cold: median(cold),
    empty: median(still.slice(1)),
  };
}

async function paintedAt(context: BrowserContext, address: string): Promise<number> {
  const page = await openWindow(context);
  await page.addInitScript(() => {
    const painted = new MessageChannel();
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-check]')) return;
      observer.disconnect();
      // A message that is sent in a frame arrives after that frame was painted.
      requestAnimationFrame(() => painted.port2.postMessage(0));
    });
    observer.observe(document, { subtree: true, childList: true });
    painted.port1.onmessage = () => {
      document.documentElement.dataset['painted'] = String(performance.now());
    };
  });
  await page.goto(address);
  const painted = page.locator('html[data-painted]');
  const time = Number(await painted.getAttribute('data-painted'));
  await page.close();
  return time;
}
