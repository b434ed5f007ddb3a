/** What a person finds of Mailmend and of the webmail, each part by its role and name. */
import type { BrowserContext, Page } from '@playwright/test';
import { wearOut } from './browser/wear.ts';

export const MB = 2 ** 20;
export const GB = 2 ** 30;
export const TB = 2 ** 40;

/** What the webmail has of a mailbox of 10 GB that is full to this share. */
export const filledTo = (share: number, total = 10 * GB) => ({ used: share * total, total });

/** How our words say so. */
export const usedAt = (share: number) => `${Math.round(share * 100) / 10} GB of 10 GB used`;

export const warningIn = (page: Page) =>
  page.getByRole('region', { name: /^Mailmend (warning|提醒)$/ });
export const cardIn = (page: Page) => page.getByRole('region', { name: /^Mailmend[:：]/ });
export const ringIn = (page: Page) => page.locator('[data-part="ring"]');
export const indicatorIn = (page: Page) => page.locator('.storage');

export const findingIn = (popup: Page) => popup.locator('[data-check="storage-nearly-full"]');
export const stateIn = (popup: Page) => popup.locator('.state');

/** Sets, as on the browser's own page of extensions, when the extension may read its sites. */
export async function letInto(
  context: BrowserContext,
  extensionId: string,
  hostAccess: 'ON_CLICK' | 'ON_ALL_SITES',
): Promise<void> {
  wearOut(context);
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId, hostAccess })})`,
  );
  await page.close();
}

/** Keeps a list of the warnings that appear in any page opened from now on, by their headings. */
export async function warningsIn(context: BrowserContext): Promise<string[]> {
  const appeared: string[] = [];
  await context.exposeFunction('noteWarning', (heading: string) => appeared.push(heading));
  await context.addInitScript(noteWarnings);
  return appeared;
}

/** Runs in the page. */
function noteWarnings(): void {
  const { noteWarning } = window as unknown as { noteWarning(heading: string): void };
  const follow = (root: ShadowRoot) => {
    let shown: Element | null = null;
    const look = () => {
      const now = root.querySelector('section[aria-label="Mailmend warning"]');
      if (now && now !== shown) noteWarning(now.querySelector('h2')?.textContent ?? '');
      shown = now;
    };
    new MutationObserver(look).observe(root, { childList: true, subtree: true });
    look();
  };
  const known = new Set<ShadowRoot>();
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      const root = node instanceof Element ? node.shadowRoot : null;
      if (!root || known.has(root)) continue;
      known.add(root);
      follow(root);
    }
  }).observe(document, { childList: true, subtree: true });
}
