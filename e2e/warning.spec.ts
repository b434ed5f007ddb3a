import type { Page } from '@playwright/test';
import { axe, expect, test } from './browser/chromium.ts';
import { HOST, INBOX } from './browser/webmail.ts';
import { addressOf } from './choices.ts';
import {
  cardIn,
  filledTo,
  findingIn,
  indicatorIn,
  ringIn,
  usedAt,
  warningIn,
  warningsIn,
} from './parts.ts';

const high = 'Storage is nearly full';
const critical = 'Storage is almost used up';

test('a warning comes once for each level, and only on the way up', async ({
  context,
  webmail,
  inbox,
  extension,
}) => {
  const appeared = await warningsIn(context);
  webmail.set({ storage: filledTo(0.79) });
  const page = await inbox();
  const popup = await extension.openPopup();
  const reaches = async (share: number) => {
    webmail.mailbox().storage = filledTo(share);
    await expect(popup.getByText(usedAt(share)).first()).toBeVisible();
  };
  const close = () => warningIn(page).getByRole('button', { name: 'Close' }).click();

  await reaches(0.79);
  await reaches(0.91);
  await close();
  await reaches(0.89);
  await reaches(0.92);
  expect(appeared).toEqual([high]);
  await reaches(0.96);
  await close();
  await page.reload();
  await expect(indicatorIn(page)).toContainText('9.6 GB');
  await reaches(0.97);
  expect(appeared).toEqual([high, critical]);
  await expect(findingIn(popup)).toHaveAttribute('data-severity', 'critical');
});

test('of two tabs one gets the warning', async ({ context, inbox, extension }) => {
  const appeared = await warningsIn(context);
  const [first, second] = await Promise.all([inbox(), inbox()]);
  for (const page of [first, second]) {
    await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  }
  await expect.poll(() => appeared).toEqual([critical]);
  await second.reload();
  await first.reload();
  await expect(indicatorIn(first)).toContainText('9.8 GB');
  await expect.poll(async () => (await extension.badge(first)).text).toBe('1');
  expect(appeared).toEqual([critical]);
});

test('what one tab learns is on the badge of the other', async ({ webmail, inbox, extension }) => {
  webmail.set({ indicator: 'account-panel' });
  const first = await inbox();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'unclear');
  const second = await inbox();
  await second.getByRole('button', { name: 'lin.wei@example.com' }).click();
  for (const page of [first, second]) {
    await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  }
});

test('“Later” is a day later', async ({ context, inbox, extension, webmail }) => {
  const appeared = await warningsIn(context);
  const page = await inbox();
  await warningIn(page).getByRole('button', { name: 'Later' }).click();
  await expect(warningIn(page)).toBeHidden();
  await page.reload();
  await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  expect(appeared).toHaveLength(1);

  const stored = await extension.storage.get();
  const ofYesterday = JSON.parse(JSON.stringify(stored), (key, value) =>
    key === 'again' ? Date.now() - 1 : value,
  );
  await extension.storage.set(ofYesterday);
  await expect(warningIn(page)).toBeVisible();
  expect(appeared).toHaveLength(2);

  await warningIn(page).getByRole('button', { name: 'Close' }).click();
  webmail.mailbox().storage = filledTo(1);
  await expect(warningIn(page)).toContainText('new mail is being refused');
});

test('nobody is warned who is not reading mail', async ({ webmail, inbox, extension }) => {
  webmail.set({ indicator: 'account-panel', storage: filledTo(0.98) });
  const page = await inbox();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'View More Settings' }).click();
  await page.getByRole('button', { name: /lin\.wei/ }).click();
  await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  await expect(warningIn(page)).toBeHidden();
});

test('a warning can be answered with the keyboard alone', async ({ inbox, webmail }) => {
  const page = await inbox();
  const warning = warningIn(page);
  const button = (name: string) => warning.getByRole('button', { name });
  await expect(warning).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Mailmend warning' })).toHaveText(
    /Critical\. Storage is almost used up/,
  );

  const before = await tabTo(page, 'Show me');
  await expect(button('Show me')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button('Later')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button('Close')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(warning).toBeHidden();
  expect(await focused(page)).toBe(before);

  webmail.mailbox().storage = filledTo(1);
  await expect(warning).toBeVisible();
  await tabTo(page, 'Show me');
  await page.keyboard.press('Enter');
  await expect(ringIn(page)).toBeVisible();
  await expect(cardIn(page).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cardIn(page)).toBeHidden();
  await expect(ringIn(page)).toBeHidden();
  expect(await focused(page)).toBe(before);
});

test('keys are left to the page while its own parts have the focus', async ({ inbox }) => {
  const page = await inbox();
  await expect(warningIn(page)).toBeVisible();
  await page.getByPlaceholder('Search mail').click();
  await page.keyboard.press('Escape');
  await page.keyboard.type('lease');
  await expect(warningIn(page)).toBeVisible();
  await expect(page.getByPlaceholder('Search mail')).toHaveValue('lease');
});

/** Presses Tab until our button has the focus; answers what had it before. */
async function tabTo(page: Page, name: string): Promise<string> {
  for (let presses = 0; presses < 100; presses++) {
    const before = await focused(page);
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return before;
  }
  throw new Error(`Tab never came to “${name}”.`);
}

/** What has the focus, by its words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    const inner = activeElement?.shadowRoot?.activeElement ?? activeElement;
    return inner?.textContent ?? '';
  });
}

test('a setting that is wrong is told of once while mail is read, and shown on request', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.5) });
  const page = await inbox();
  await page.goto(addressOf('pop'));
  await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  await expect(warningIn(page)).toHaveCount(0);
  await page.goto(`https://${HOST}${INBOX}`);
  await expect(warningIn(page)).toContainText('Mail programs may remove your mail from the server');
  expect(await axe(page, { within: ['html > div:last-child', 'section'] })).toEqual([]);

  await warningIn(page).getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await expect(indicatorIn(page)).toContainText('5 GB');
  await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  await expect(warningIn(page)).toHaveCount(0);

  // Put right and wrong again: that is worth a word.
  for (const popDeletion of ['not-allowed', 'allowed'] as const) {
    webmail.mailbox().popDeletion = popDeletion;
    await page.goto(addressOf('pop'));
    await expect
      .poll(async () => (await extension.badge(page)).text)
      .toBe(popDeletion === 'allowed' ? '1' : '?');
  }
  await page.goto(`https://${HOST}${INBOX}`);
  await warningIn(page).getByRole('button', { name: 'Show me' }).click();
  await expect(ringIn(page)).toBeVisible();
  await expect(cardIn(page)).toContainText('Set “Deletion by Receiving Software” to “Not Allowed”');
});
