import type { Locator } from '@playwright/test';
import { expect, test } from './browser/chromium.ts';
import { cardIn, filledTo, findingIn, indicatorIn, ringIn, warningIn } from './parts.ts';

test('the ring follows the storage line wherever it moves', async ({ inbox, extension }) => {
  const page = await inbox();
  await warningIn(page).getByRole('button', { name: 'Show me' }).click();
  const surrounds = () =>
    expect.poll(() => isAround(ringIn(page), indicatorIn(page))).toBe('around');

  await surrounds();
  await page.setViewportSize({ width: 1000, height: 620 });
  await surrounds();
  await page.setViewportSize({ width: 760, height: 900 });
  await surrounds();
  const worker = await extension.worker();
  for (const zoom of [2, 0.5, 1]) {
    await worker.evaluate(zoomTo, zoom);
    await surrounds();
  }
  await page.evaluate(() => {
    document.body.style.height = '3000px';
    document.body.style.overflow = 'auto';
    document.documentElement.style.overflow = 'auto';
    scrollTo(0, 150);
  });
  await surrounds();
  await page.evaluate(() => {
    const line = document.querySelector<HTMLElement>('.storage');
    if (line) line.style.transform = 'translate(40px, -120px)';
  });
  await surrounds();
  expect(await overlap(cardIn(page), indicatorIn(page))).toBe(false);
});

test('a line that is scrolled out of sight in its pane has no ring until it is back', async ({
  inbox,
}) => {
  const page = await inbox();
  await expect(warningIn(page)).toBeVisible();
  const scrollPane = (top: number) =>
    page.evaluate((to) => document.querySelector('.sidebar')?.scrollTo(0, to), top);
  await page.evaluate(() => {
    const pane = document.querySelector<HTMLElement>('.sidebar');
    pane?.style.setProperty('overflow', 'auto');
    document.querySelector<HTMLElement>('.folders')?.style.setProperty('flex', '0 0 1200px');
  });
  await warningIn(page).getByRole('button', { name: 'Show me' }).click();
  await expect.poll(() => isAround(ringIn(page), indicatorIn(page))).toBe('around');
  await scrollPane(0);
  await expect(ringIn(page)).toBeHidden();
  await expect(cardIn(page)).toBeVisible();
  await scrollPane(2000);
  await expect.poll(() => isAround(ringIn(page), indicatorIn(page))).toBe('around');
});

test('a line that vanishes takes the ring with it, and the card says where it may be', async ({
  inbox,
  webmail,
}) => {
  const page = await inbox();
  await warningIn(page).getByRole('button', { name: 'Show me' }).click();
  await expect(ringIn(page)).toBeVisible();
  webmail.mailbox().indicator = 'nowhere';
  await expect(ringIn(page)).toBeHidden();
  await expect(cardIn(page)).toContainText('The storage line is not on this page');
  webmail.mailbox().indicator = 'lower-left';
  await expect.poll(() => isAround(ringIn(page), indicatorIn(page))).toBe('around');
  await cardIn(page).getByRole('button', { name: 'Close' }).first().click();
  await expect(cardIn(page)).toBeHidden();
  await expect(ringIn(page)).toBeHidden();
});

test('nothing is set on the webmail’s own elements', async ({ inbox }) => {
  const page = await inbox();
  await expect(warningIn(page)).toBeVisible();
  await page.evaluate(() => {
    const changes: string[] = [];
    Object.assign(window, { changes });
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) {
        changes.push(`${type} ${(target as Element).tagName} ${attributeName ?? ''}`);
      }
    }).observe(document.body, { attributes: true, childList: true, subtree: true });
  });
  await warningIn(page).getByRole('button', { name: 'Show me' }).click();
  await expect(ringIn(page)).toBeVisible();
  await cardIn(page).getByRole('button', { name: 'Close' }).first().click();
  await expect(cardIn(page)).toBeHidden();
  expect(await page.evaluate('changes')).toEqual([]);
});

test('the popup leads to the tab and to the line in it', async ({
  context,
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.85) });
  const page = await inbox();
  const elsewhere = await context.newPage();
  const popup = await extension.openPopup();
  await findingIn(popup).getByRole('button', { name: 'Show me' }).click();
  await expect(cardIn(page)).toContainText('8.5 GB of 10 GB used');
  await expect.poll(() => isAround(ringIn(page), indicatorIn(page))).toBe('around');
  await expect.poll(() => popup.evaluate(activeTab)).toBe(page.url());
  await elsewhere.close();
});

/** Runs in the popup: the address of the tab in front. */
async function activeTab(): Promise<string | undefined> {
  const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.url;
}

/** Runs in the background: zooms the tab in front. */
async function zoomTo(factor: number): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
  await chrome.tabs.setZoom(factor);
}

/** “around” if the ring stands off the field by the same few pixels on all sides. */
async function isAround(ring: Locator, field: Locator): Promise<string> {
  const [outer, inner] = await Promise.all([boxOf(ring), boxOf(field)]);
  if (!outer?.width || !inner?.width) return 'not shown';
  const gaps = [
    inner.left - outer.left,
    inner.top - outer.top,
    outer.right - inner.right,
    outer.bottom - inner.bottom,
  ];
  const off = gaps.filter((gap) => Math.abs(gap - 6) > 2);
  return off.length === 0 ? 'around' : `off by ${gaps.map(Math.round).join(', ')}`;
}

/** In the page's own pixels, whatever the zoom. */
async function boxOf(part: Locator): Promise<DOMRect | undefined> {
  const boxes = await part.evaluateAll((elements) =>
    elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect),
  );
  return boxes[0];
}

async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = await Promise.all([boxOf(one), boxOf(other)]);
  if (!a || !b) throw new Error('Both must be shown.');
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
