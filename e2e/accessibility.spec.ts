import type { Page } from '@playwright/test';
import { axe, expect, test } from './browser/chromium.ts';
import { addressOf } from './choices.ts';
import { cardIn, filledTo, findingIn, GB, letInto, stateIn, warningIn } from './parts.ts';
import type { MailboxPatch } from './webmail/server.ts';

const layer = ['html > [popover]', '[data-mailmend]'];

/** Every state in which the popup speaks of a mailbox, by what the page shows. */
const findings: [outcome: string, patch: MailboxPatch][] = [
  ['critical', { storage: filledTo(1) }],
  ['critical', { storage: filledTo(0.98) }],
  ['warning', { indicatorLiteral: 'Used: 92%' }],
  ['info', { storage: filledTo(0.85) }],
  ['fine', { storage: filledTo(0.4) }],
  ['fine', { storage: { used: 3 * GB, total: null } }],
  ['unclear', { indicatorLiteral: 'Used: -1 GB / Total: 10 GB' }],
];

/** Finds no fault in any colours or width, and nothing cut off. */
async function isSound(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axe(page)).toEqual([]);
  }
  for (const width of [320, 380, 1000]) {
    await page.setViewportSize({ width, height: 600 });
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess, `cut off at a width of ${width}`).toBeLessThanOrEqual(0);
  }
}

for (const uiLanguage of ['en', 'zh-CN'] as const) {
  test.describe(`in ${uiLanguage}`, () => {
    test.use({ uiLanguage });

    test('the warning and the card are sound, on a light page and on a dark one', async ({
      webmail,
      inbox,
    }) => {
      for (const theme of ['light', 'dark'] as const) {
        webmail.set({ theme, storage: filledTo(theme === 'light' ? 0.92 : 0.98) });
        const page = await inbox();
        await expect(warningIn(page)).toBeVisible();
        await expect(page.locator('[data-mailmend]')).toHaveAttribute('data-theme', theme);
        expect(await axe(page, { within: layer })).toEqual([]);
        await page.setViewportSize({ width: 320, height: 600 });
        expect((await warningIn(page).boundingBox())?.x).toBeGreaterThanOrEqual(0);
        await warningIn(page).getByRole('button').first().click();
        await expect(cardIn(page)).toBeVisible();
        expect(await axe(page, { within: layer })).toEqual([]);
        webmail.mailbox().storage = filledTo(0.5);
        await expect(cardIn(page).locator('[data-icon="fine"]')).toBeVisible();
        expect(await axe(page, { within: layer })).toEqual([]);
        await page.close();
      }
    });

    test('the popup is sound where it may not read, waits, or remembers', async ({
      context,
      webmail,
      inbox,
      extension,
    }) => {
      test.slow();
      webmail.set({ storage: filledTo(0.98), popEnabled: false });
      const popup = await extension.openPopup();
      const page = await inbox();
      await expect(findingIn(popup)).toHaveAttribute('data-severity', 'critical');
      await page.goto(addressOf('send'));
      await expect(popup.locator('[data-check="sent-copies-missing"]')).toHaveAttribute(
        'data-severity',
        'warning',
      );
      await page.goto(addressOf('pop'));
      await expect(popup.locator('[data-outcome="not-applicable"]')).toBeVisible();
      await isSound(popup);

      const key = Object.keys(await extension.storage.get()).find((key) => /^mailbox:/.test(key));
      await extension.storage.set({ [key ?? '']: { version: 0 } });
      await expect(popup.getByRole('note')).toBeVisible();
      await isSound(popup);

      await extension.storage.clear();
      await page.goto('https://qiye.aliyun.com/alimail/entries/v5.1/mail/inbox/all');
      await expect(findingIn(popup)).toHaveAttribute('data-severity', 'critical');
      await page.goto(addressOf('send'));
      await expect(popup.locator('[data-check="sent-copies-missing"]')).toHaveAttribute(
        'data-severity',
        'warning',
      );
      await page.close();
      await expect(stateIn(popup)).toHaveAttribute('data-state', 'no-tab');
      await expect(popup.locator('[data-check="sent-copies-missing"]')).toBeVisible();
      await isSound(popup);

      const slow = await context.newPage();
      await slow.route('**/stand-in/app-*.js', () => undefined);
      await slow.goto(addressOf('pop'), { waitUntil: 'commit' });
      await expect(stateIn(popup)).toHaveAttribute('data-state', 'loading');
      await isSound(popup);

      await letInto(context, extension.id, 'ON_CLICK');
      await expect(stateIn(popup)).toHaveAttribute('data-state', 'no-permission');
      await isSound(popup);
    });

    test('the popup is sound in every state, and so is the report', async ({
      context,
      webmail,
      inbox,
      extension,
    }) => {
      test.slow();
      const popup = await extension.openPopup();
      const is = async (state: string) => {
        await expect(stateIn(popup)).toHaveAttribute('data-state', state);
        await isSound(popup);
      };
      await is('no-tab');

      const page = await inbox();
      for (const [outcome, patch] of findings) {
        webmail.set(patch);
        const attribute = /fine|unclear/.test(outcome) ? 'data-outcome' : 'data-severity';
        await expect(findingIn(popup)).toHaveAttribute(attribute, outcome);
        await isSound(popup);
      }
      const report = await extension.openReport();
      await expect(report.locator('[data-report]')).toContainText('unclear');
      await isSound(report);
      await report.close();

      webmail.set({ signedIn: false });
      await page.reload();
      await is('signed-out');
      webmail.set({ ui: 'old' });
      await page.goto('https://qiye.aliyun.com/alimail/#h=WyJmbV8yIl0');
      await is('old');
      const unknown = 'https://qiye.aliyun.com/alimail/unheard-of/';
      await page.route(unknown, (route) =>
        route.fulfill({ contentType: 'text/html', body: 'Hello.' }),
      );
      await page.goto(unknown);
      await is('unrecognised');

      await extension.reload();
      const later = await extension.openPopup();
      await expect(stateIn(later)).toHaveAttribute('data-state', 'outdated');
      await isSound(later);
      await later.evaluate(`for (const api of [globalThis.chrome, globalThis.browser]) {
        if (api?.storage) api.storage.local.get = () => Promise.reject(new Error());
      }`);
      webmail.set({});
      await page.goto('https://qiye.aliyun.com/alimail/entries/v5.1/mail/inbox/all');
      await expect(stateIn(later)).toHaveAttribute('data-state', 'failed');
      await isSound(later);
      await context.clearPermissions();
    });
  });
}
