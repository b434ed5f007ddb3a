/** One click reads every page that checks need, in a tab beside, and says what it could not see. */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { startedMailbox } from '../tools/start/mailbox.ts';
import { axe, expect, test } from './browser/chromium.ts';
import type { UiLanguage } from './browser/webmail.ts';
import { letInto, stateIn } from './parts.ts';

const beginIn = (popup: Page) =>
  popup.getByRole('button', { name: /^(Check my mailbox|Check again|检查我的邮箱|重新检查)$/ });
const outcomeIn = (popup: Page) => popup.locator('.checkup [aria-live]');
const finding = (popup: Page, check: string): Locator => popup.locator(`[data-check="${check}"]`);

/** What the popup says of each check: its outcome or, where something is wrong, how grave it is. */
const verdictsIn = async (popup: Page): Promise<Record<string, string>> =>
  Object.fromEntries(
    await popup
      .locator('[data-check]')
      .evaluateAll((items) =>
        items.map((item) => [
          item.getAttribute('data-check') ?? '',
          item.getAttribute('data-severity') ?? item.getAttribute('data-outcome') ?? '',
        ]),
      ),
  );

/** The tab that the check-up works in; it comes and goes by itself. */
async function tabOf(context: BrowserContext, begin: () => Promise<void>): Promise<Page> {
  const [tab] = await Promise.all([context.waitForEvent('page'), begin()]);
  return tab;
}

/** Runs in the popup: the address of the tab in front. */
async function addressInFront(): Promise<string | undefined> {
  const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.url;
}

const everythingWrong = {
  'storage-nearly-full': 'critical',
  'pop-deletion-allowed': 'critical',
  'sent-copies-missing': 'critical',
  'rules-forward-mail': 'critical',
  'rules-remove-mail': 'critical',
  'rules-hide-mail': 'warning',
  'mail-forwarded-away': 'critical',
};

for (const uiLanguage of ['en', 'zh-CN'] satisfies UiLanguage[]) {
  test.describe(`in ${uiLanguage}`, () => {
    test.use({ uiLanguage });

    test('a fresh profile: one click, and every problem is listed', async ({
      webmail,
      context,
      inbox,
      extension,
    }) => {
      test.slow();
      webmail.set(startedMailbox(uiLanguage === 'en' ? 'en' : 'zh_CN'));
      const page = await inbox();
      const popup = await extension.openPopup();
      await expect(finding(popup, 'storage-nearly-full')).toHaveAttribute('data-outcome', 'wrong');
      await expect(finding(popup, 'pop-deletion-allowed')).toHaveAttribute(
        'data-outcome',
        'unseen',
      );
      const before = JSON.stringify(webmail.mailbox());

      await beginIn(popup).focus();
      const tab = await tabOf(context, () => popup.keyboard.press('Enter'));
      await expect(outcomeIn(popup).getByRole('progressbar')).toBeVisible();
      await expect(popup.getByRole('button', { name: /^(Stop|停止)$/ })).toBeFocused();
      expect(await axe(popup)).toEqual([]);
      await expect.poll(async () => (await extension.badge(page)).text).toMatch(/^\d\/5$/);
      // It takes nobody's place.
      expect(await popup.evaluate(addressInFront)).toBe(popup.url());

      await expect.poll(() => verdictsIn(popup), { timeout: 60_000 }).toEqual(everythingWrong);
      await expect(outcomeIn(popup)).toContainText(/every page was read|所有页面都已读取/);
      await expect.poll(() => tab.isClosed()).toBe(true);
      await expect.poll(async () => (await extension.badge(page)).text).toBe('7');
      expect(JSON.stringify(webmail.mailbox())).toBe(before);
      expect(await axe(popup)).toEqual([]);

      await outcomeIn(popup).getByRole('button').click();
      await expect(outcomeIn(popup)).toHaveText('');
    });
  });
}

test('a page that is missing, and a word that is not known, spoil nothing else', async ({
  webmail,
  context,
  inbox,
  extension,
}) => {
  test.slow();
  webmail.set({
    ...startedMailbox('en'),
    forwardingPage: 'nowhere',
    words: { saveToSent: 'Retain a duplicate' },
  });
  await inbox();
  const popup = await extension.openPopup();
  await tabOf(context, () => beginIn(popup).click());
  await expect(outcomeIn(popup)).toContainText('not every page could be read', { timeout: 90_000 });
  await expect(outcomeIn(popup)).toContainText('forwarding: no way to this page was found');
  await expect(outcomeIn(popup)).toContainText('receiving and sending: the page was shown');
  expect(await verdictsIn(popup)).toEqual({
    ...everythingWrong,
    'sent-copies-missing': 'unclear',
    'mail-forwarded-away': 'unseen',
  });
  await expect(finding(popup, 'sent-copies-missing')).toContainText(
    'Its name does not stand there in any wording that Mailmend knows',
  );
  expect(await axe(popup)).toEqual([]);
});

test('what stops it is said, and what was read is kept', async ({
  webmail,
  context,
  inbox,
  extension,
}) => {
  test.slow();
  webmail.mailbox().settingsDelay = 1500;
  const page = await inbox();
  let popup = await extension.openPopup();
  const begin = async () => {
    const tab = await tabOf(context, () => beginIn(popup).click());
    await expect(outcomeIn(popup)).toContainText(/Page [2345] of 5/);
    return tab;
  };

  await test.step('the user stops it', async () => {
    const tab = await begin();
    await popup.getByRole('button', { name: 'Stop' }).click();
    await expect(outcomeIn(popup)).toContainText('You stopped the check-up');
    await expect.poll(() => tab.isClosed()).toBe(true);
    await expect.poll(async () => (await extension.badge(page)).text).not.toContain('/');
  });
  await test.step('the user closes its tab', async () => {
    const tab = await begin();
    await tab.close();
    await expect(outcomeIn(popup)).toContainText('The tab of the check-up was closed');
  });
  await test.step('the popup is closed, and the background ended: it goes on', async () => {
    const tab = await begin();
    await popup.close();
    await extension.kill();
    await expect.poll(() => tab.isClosed(), { timeout: 60_000 }).toBe(true);
    popup = await extension.openPopup();
    await expect(outcomeIn(popup)).toContainText('every page was read');
  });
  await test.step('the session ends half-way', async () => {
    webmail.mailbox().indicatorDelay = 2000;
    const tab = await tabOf(context, () => beginIn(popup).click());
    await tab.locator('article').first().waitFor();
    webmail.mailbox().signedIn = false;
    await expect(outcomeIn(popup)).toContainText('You were signed out', { timeout: 60_000 });
    await expect.poll(() => tab.isClosed()).toBe(true);
  });
  expect((await verdictsIn(popup))['storage-nearly-full']).toBe('critical');
});

test('access that is withdrawn half-way ends it', async ({
  webmail,
  context,
  inbox,
  extension,
}) => {
  webmail.mailbox().settingsDelay = 1500;
  const page = await inbox();
  const popup = await extension.openPopup();
  const tab = await tabOf(context, () => beginIn(popup).click());
  await expect(outcomeIn(popup)).toContainText(/Page [2345] of 5/);
  await letInto(context, extension.id, 'ON_CLICK');
  await expect(stateIn(popup)).toHaveAttribute('data-state', 'no-permission');
  await expect.poll(() => tab.isClosed()).toBe(true);

  await letInto(context, extension.id, 'ON_ALL_SITES');
  await page.reload();
  await expect(outcomeIn(popup)).toContainText('may not read the webmail any more');
  // What was read until then is kept; the page tells only after a while whose it is.
  await expect.poll(async () => (await verdictsIn(popup))['storage-nearly-full']).toBe('critical');
});
