import type { BrowserContext, Page } from '@playwright/test';
import { openMailbox, openWindow } from '../browser.ts';
import { badgeChange, forget, popupAddress } from '../extension.ts';
import { after, median } from '../statistics.ts';

const changes = ['9.8', '5.0', '9.6', '4.0', '9.7', '3.0'];

/** In ms, from a change of a resting page to what Mailmend says of it. */
export interface Reaction {
  badge: number;
  popup: number;
}

/** How soon the badge and an open popup show what the page has just shown. */
export async function reaction(context: BrowserContext): Promise<Reaction> {
  await forget(context);
  const page = await openMailbox(context, { rows: 500, used: '3.0' });
  const popup = await openWindow(context);
  await popup.goto(await popupAddress(context));
  await popup.locator('[data-check]').first().waitFor();
  const times: Reaction[] = [];
  for (const used of changes) {
    await after(1000);
    const shown = Promise.all([badgeChange(context), findingChange(popup)]);
    await after(300);
    const at = await page.evaluate((text) => window.driver.fill(text), used);
    const [badge, finding] = await shown;
    times.push({ badge: badge - at, popup: finding - at });
  }
  await popup.close();
  await page.close();
  return {
    badge: median(times.map((time) => time.badge)),
    popup: median(times.map((time) => time.popup)),
  };
}

/** The time (ms since 1970) at which the popup first says something else of the storage. */
function findingChange(popup: Page): Promise<number> {
  return popup.evaluate(async () => {
    const finding = '[data-check="storage-nearly-full"]';
    const before = document.querySelector(finding)?.getAttribute('data-outcome');
    while (document.querySelector(finding)?.getAttribute('data-outcome') === before) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return Date.now();
  });
}
