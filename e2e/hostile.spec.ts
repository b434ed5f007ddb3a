import type { Page } from '@playwright/test';
import { expect, test } from './browser/chromium.ts';
import { ourWorldIn } from './browser/chromium-world.ts';
import { cardIn, filledTo, findingIn, indicatorIn, ringIn, warningIn } from './parts.ts';

test('what a page’s script does to our buttons does nothing', async ({ inbox }) => {
  const page = await inbox();
  await expect(warningIn(page)).toBeVisible();
  const touched = await page.evaluate(() => {
    const root = [...document.documentElement.children].find(
      ({ shadowRoot }) => shadowRoot,
    )?.shadowRoot;
    const parts = [...(root?.querySelectorAll<HTMLElement>('*') ?? [])];
    const how = { bubbles: true, composed: true, cancelable: true };
    for (const part of parts) {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        part.dispatchEvent(new MouseEvent(type, how));
      }
      for (const key of ['Escape', 'Enter', ' ']) {
        part.dispatchEvent(new KeyboardEvent('keydown', { ...how, key }));
        part.dispatchEvent(new KeyboardEvent('keyup', { ...how, key }));
      }
      part.click?.();
    }
    return parts.filter(({ tagName }) => tagName === 'BUTTON').length;
  });
  expect(touched).toBe(3);
  await expect(warningIn(page)).toBeVisible();
  await expect(cardIn(page)).toBeHidden();

  await warningIn(page).getByRole('button', { name: 'Show me' }).click();
  await expect(ringIn(page)).toBeVisible();
});

test('a page that removes us is not fought with', async ({ webmail, inbox, extension }) => {
  webmail.set({ storage: filledTo(0.5) });
  const page = await inbox();
  await expect(indicatorIn(page)).toBeVisible();
  await page.evaluate(removeUs);
  webmail.mailbox().storage = filledTo(0.98);
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-severity', 'critical');
  await expect.poll(() => count(page, 'removed')).toBeGreaterThan(0);
  await expect.poll(() => count(page, 'stirred')).toBeGreaterThan(15);
  expect(await count(page, 'removed')).toBeLessThanOrEqual(4);

  await page.getByRole('link', { name: 'Sent Items' }).click();
  await expect(page.getByRole('heading', { name: 'Sent Items' })).toBeVisible();
  webmail.mailbox().storage = filledTo(0.5);
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'fine');
});

test('a page that hides us is not fought with either', async ({ inbox, extension }) => {
  const page = await inbox();
  await expect(warningIn(page)).toBeVisible();
  await page.evaluate(() => {
    Object.assign(window, { hidden: 0 });
    const host = document.querySelector<HTMLElement>('html > [popover]');
    const hide = () => {
      if (!host?.matches(':popover-open')) return;
      (window as unknown as { hidden: number }).hidden++;
      host.hidePopover();
    };
    host?.addEventListener('toggle', hide);
    hide();
  });
  await expect(findingIn(await extension.openPopup())).toHaveAttribute('data-outcome', 'wrong');
  await page.getByRole('link', { name: 'Sent Items' }).click();
  await expect(page.getByRole('heading', { name: 'Sent Items' })).toBeVisible();
  expect(await count(page, 'hidden')).toBeLessThanOrEqual(4);
});

test('under the page’s own modal dialog we wait', async ({ webmail, inbox, extension }) => {
  const page = await inbox();
  await warningIn(page).getByRole('button', { name: 'Show me' }).click();
  await page.evaluate(() => {
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.innerHTML = '<button>Understood</button>';
    dialog.showModal();
  });
  webmail.mailbox().storage = filledTo(1);
  await expect(findingIn(await extension.openPopup())).toContainText('senders get 552');
  await page.getByRole('button', { name: 'Understood' }).click();
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await expect(cardIn(page)).toContainText('10 GB of 10 GB used');
  await cardIn(page).getByRole('button', { name: 'Close' }).first().click();
  await expect(cardIn(page)).toBeHidden();
});

test('a strict policy of the page does not change how we look', async ({
  webmail,
  inbox,
  faults,
}) => {
  webmail.set({ storage: filledTo(0.5) });
  const page = await inbox();
  await expect(indicatorIn(page)).toBeVisible();
  await page.evaluate(() => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content =
      "script-src 'none'; style-src 'none'; img-src 'none'; font-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    document.head.append(policy);
  });
  webmail.mailbox().storage = filledTo(0.98);
  const warning = warningIn(page);
  await expect(warning).toBeVisible();
  await expect(warning).toHaveCSS('position', 'fixed');
  await expect(warning).toHaveCSS('border-radius', '12px');
  await warning.getByRole('button', { name: 'Show me' }).click();
  await expect(ringIn(page)).toHaveCSS('border-top-width', '3px');
  faults.length = 0;
});

test('a page cannot restyle or cover us up by its style sheet', async ({ inbox }) => {
  const page = await inbox();
  await page.addStyleTag({
    content: `html > div, div[popover] { display: none !important; opacity: 0 !important;
      visibility: hidden !important; transform: scale(0) !important; inset: 90% !important;
      pointer-events: none !important; }
      * { color: red !important; font-size: 3px !important; }`,
  });
  await expect(warningIn(page)).toBeVisible();
  const shown = await warningIn(page).boundingBox();
  expect(shown?.width).toBeGreaterThan(300);
  await warningIn(page).getByRole('button', { name: 'Show me' }).click();
  await expect(ringIn(page)).toBeVisible();
});

test('what is no message of ours changes nothing', async ({ context, inbox, extension }) => {
  const page = await inbox();
  await warningIn(page).getByRole('button', { name: 'Close' }).click();
  await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  const popup = await extension.openPopup();
  const before = await extension.storage.get();
  const lie = { at: Date.now() + 1000, value: { used: 1, total: 2 } };
  const look = {
    do: 'look',
    place: 'mail',
    path: '/alimail/',
    address: null,
    known: { storage: lie },
  };
  const malformed = [
    ...[
      null,
      0,
      '',
      'look',
      [],
      {},
      { do: 'look' },
      { do: 'warn' },
      { do: 'forget', address: null },
    ],
    { ...look, place: 'elsewhere' },
    { ...look, address: 'no address' },
    { ...look, address: `a@${'b'.repeat(300)}.example` },
    { ...look, host: 'mail.aliyun.com' },
    { ...look, known: [] },
    { ...look, known: { storage: { ...lie, value: { used: -1, total: 2 } } } },
    { ...look, known: { storage: { ...lie, text: 'more than is known' } } },
    { ...look, known: { weather: lie } },
  ];
  const say = (messages: unknown[]) => `Promise.all(
    ${JSON.stringify(messages)}.map((message) => chrome.runtime.sendMessage(message).catch(() => {})))`;
  await popup.evaluate(say([look, ...malformed]));
  const world = await ourWorldIn(context, page, extension.id);
  await world.evaluate(say(malformed));
  expect(await extension.storage.get()).toEqual(before);
  await world.evaluate(say([look]));
  expect(await extension.storage.get()).not.toEqual(before);
});

/** Runs in the page: removes what is added beside its body, and never comes to rest for long. */
function removeUs(): void {
  const counts = Object.assign(window, { removed: 0, stirred: 0 });
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof HTMLDivElement)) continue;
      counts.removed++;
      node.remove();
    }
  }).observe(document.documentElement, { childList: true });
  setInterval(() => {
    counts.stirred++;
    document.body.dataset['stirred'] = String(counts.stirred);
    document.body.className = `stirred-${counts.stirred}`;
  }, 400);
}

const count = (page: Page, name: string) => page.evaluate<number>(name);
