/** Whose mailbox: two in two tabs, another in the same tab, and what is known of each, forgotten on request. */
import type { Page } from '@playwright/test';
import { axe, expect, test } from './browser/chromium.ts';
import type { ChromiumExtension } from './browser/chromium-extension.ts';
import { HOST, INBOX } from './browser/webmail.ts';
import { cardIn, filledTo, findingIn, GB, warningIn } from './parts.ts';
import { startSearch } from './searching.ts';

interface Kept {
  host: string;
  address: string | null;
  known: Record<string, { at: number; value?: unknown } | undefined>;
  own?: string[];
}

/** What is stored of mailboxes, by key. */
const recordsIn = async ({ storage }: ChromiumExtension) =>
  Object.entries(await storage.get()).filter(([key]) => key.startsWith('mailbox:')) as [
    string,
    Kept,
  ][];

const popIn = (popup: Page) => popup.locator('[data-check="pop-deletion-allowed"]');
const whoseIn = (popup: Page) => popup.locator('.whose');
const entryIn = (popup: Page) => popup.getByRole('button', { name: /^A mail is missing/ });
const listIn = (popup: Page) => popup.locator('.mailboxes');

const second = 'second';

test('two mailboxes on one host, in two tabs, never mix', async ({
  webmail,
  context,
  inbox,
  extension,
}) => {
  // Both addresses look the same when they are masked.
  webmail.set({ storage: filledTo(0.98), address: 'lin.wei@example.com' });
  webmail.set({ storage: filledTo(0.3), address: 'li.na@example.com' }, HOST, second);
  const tab = await inbox();
  await expect(warningIn(tab)).toBeVisible();
  const other = await context.newPage();
  await other.goto(`https://${HOST}${INBOX}?account=${second}`);
  const popup = await extension.openPopup();
  await expect(whoseIn(popup)).toContainText('li.na@example.com');
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'fine');
  await expect.poll(async () => (await extension.badge(tab)).text).toBe('1');
  await expect.poll(async () => (await extension.badge(other)).text).toBe('?');
  await expect(warningIn(other)).toBeHidden();

  await startSearch(popup, { who: 'anna@example.org' }, 'about');
  await tab.bringToFront();
  await expect(whoseIn(popup)).toContainText('lin.wei@example.com');
  await expect(entryIn(popup)).toContainText('step by step');
  await popup.locator('.own summary').click();
  await popup.getByRole('textbox', { name: 'Your own mail domains' }).fill('wei.example');
  await popup.locator('.own').getByRole('button').click();
  await findingIn(popup).getByRole('button', { name: 'Show me' }).click();
  await expect(cardIn(tab)).toBeVisible();
  await expect(cardIn(other)).toBeHidden();
  await other.bringToFront();
  await expect(popup.locator('.search')).toHaveAttribute('data-position', 'ask-about');
  await popup.getByRole('button', { name: 'Overview' }).click();

  const kept = async () =>
    (await recordsIn(extension)).map(([, { known, own }]) => {
      const { used } = known['storage']?.value as { used: number };
      return `${Math.round((used / GB) * 10) / 10} ${own?.join() ?? '-'}`;
    });
  for (let round = 1; round <= 4; round++) {
    webmail.mailbox(HOST, round % 2 ? second : '').storage = filledTo(round / 10);
    const [one, two] = round % 2 ? [round - 1 || 9.8, round] : [round, round - 1];
    await expect
      .poll(async () => (await kept()).sort())
      .toEqual([`${one} wei.example`, `${two} -`].sort());
  }

  await listIn(popup).locator('summary').click();
  await expect(listIn(popup).getByRole('listitem')).toHaveCount(2);
  await Promise.all([tab.close(), other.close()]);
  await expect(popup.getByText('Last seen in l***@example.com · qiye.aliyun.com')).toBeVisible();
});

test('another mailbox in the same tab begins anew', async ({ webmail, inbox, extension }) => {
  webmail.set({ storage: filledTo(0.98), address: 'lin.wei' });
  const page = await inbox();
  const popup = await extension.openPopup();
  const storage = (outcome: string) =>
    expect(findingIn(popup)).toHaveAttribute('data-outcome', outcome);
  const pop = (outcome: string) => expect(popIn(popup)).toHaveAttribute('data-outcome', outcome);
  await test.step('an address that is not known: the popup names the host', async () => {
    await expect(whoseIn(popup)).toHaveText(HOST);
    await storage('wrong');
  });

  await test.step('an address that becomes known: what was read is told under it', async () => {
    webmail.mailbox().address = 'lin.wei@example.com';
    await expect(whoseIn(popup)).toHaveText('lin.wei@example.com');
    await storage('wrong');
    await popIn(popup).getByRole('button', { name: 'Show me' }).click();
    await pop('wrong');
    await expect(cardIn(page)).toBeVisible();
  });

  await test.step('without a reload: no setting of the former is told of the new one', async () => {
    webmail.mailbox().address = 'mei@example.org';
    await expect(whoseIn(popup)).toHaveText('mei@example.org');
    await expect(cardIn(page)).toBeHidden();
    await pop('unseen');
    await storage('unseen');
    await page.getByRole('link', { name: 'Receiving and Sending' }).click();
    await expect(popup.locator('[data-check="sent-copies-missing"]')).toHaveAttribute(
      'data-outcome',
      'wrong',
    );
    await pop('unseen');
    await page.getByRole('link', { name: 'POP Settings' }).click();
    await pop('wrong');
  });

  await test.step('nor storage, until it has become another', async () => {
    await page.locator('.brand').click();
    await storage('wrong');
    await expect(warningIn(page)).toBeVisible();
    webmail.mailbox().address = 'kim@example.net';
    await expect(whoseIn(popup)).toHaveText('kim@example.net');
    await expect(warningIn(page)).toBeHidden();
    await storage('unseen');
    webmail.mailbox().storage = filledTo(0.4);
    await storage('fine');
    await pop('unseen');
  });

  await test.step('through the sign-in page: its guide does not go on', async () => {
    await popIn(popup).getByRole('button', { name: 'Show me' }).click();
    await pop('wrong');
    await expect(cardIn(page)).toBeVisible();
    webmail.mailbox().signedIn = false;
    await page.getByRole('link', { name: 'Receiving and Sending' }).click();
    await expect(popup.getByText('You are signed out')).toBeVisible();
    webmail.mailbox().address = 'ana@example.net';
    const form = page.frameLocator('.login_panel_iframe');
    await form.getByRole('button', { name: 'Sign In' }).click();
    await page.waitForURL('**/setting/**');
    await expect(whoseIn(popup)).toHaveText('ana@example.net');
    await pop('unseen');
    await expect(cardIn(page)).toBeHidden();
  });
  const kept = (await recordsIn(extension)).map(([, { address, known }]) => [
    address,
    'popDeletion' in known,
  ]);
  expect(Object.fromEntries(kept)).toEqual({
    null: false,
    'l***@example.com': true,
    'm***@example.org': true,
    'k***@example.net': true,
    'a***@example.net': false,
  });
});

for (const uiLanguage of ['en', 'zh-CN'] as const) {
  test.describe(`in ${uiLanguage}`, () => {
    test.use({ uiLanguage });

    test('what is old counts as not looked at, and a mailbox is forgotten with all its data', async ({
      webmail,
      inbox,
      extension,
    }, info) => {
      const words = uiLanguage === 'en' ? english : chinese;
      webmail.set({ storage: filledTo(0.3), popDeletion: 'not-allowed' });
      webmail.set({ storage: filledTo(0.5), address: 'mei@example.org' }, 'mail.aliyun.com');
      const page = await inbox();
      const elsewhere = await inbox('mail.aliyun.com');
      await expect.poll(async () => (await recordsIn(extension)).length).toBe(2);
      await elsewhere.close();
      const [key, record] =
        (await recordsIn(extension)).find(([, { host }]) => host === HOST) ?? [];
      if (!key || !record) throw new Error('Nothing is kept.');

      const pop = (days: number) => ({ at: Date.now() - days * 86_400_000, value: 'not-allowed' });
      const write = (days: number) =>
        extension.storage.set({
          [key]: { ...record, known: { ...record.known, popDeletion: pop(days) } },
          [`aside:${key}`]: 'damaged',
          ways: { [HOST]: {}, 'mail.aliyun.com': {} },
        });
      const popup = await extension.openPopup();
      await write(29);
      await expect(popIn(popup)).toHaveAttribute('data-outcome', 'fine');
      await expect(popup.locator('[data-outcome="unseen"]')).toHaveCount(5);
      await write(31);
      await expect(popIn(popup)).toHaveAttribute('data-outcome', 'unseen');
      await expect(popIn(popup)).toContainText(words.aged);
      await expect.poll(async () => (await extension.badge(page)).title).toContain('6');
      await expect(popup.getByRole('button', { name: words.showMe })).toHaveCount(6);

      const list = listIn(popup);
      await list.locator('summary').click();
      await expect(list.getByRole('listitem')).toHaveCount(2);
      await expect(list.locator('[data-mailbox="at-hand"]')).toContainText('l***@example.com');
      await list.locator('[data-mailbox="other"]').getByRole('button').click();
      await expect(popup.getByRole('button', { name: words.keep })).toBeFocused();
      for (const colorScheme of ['light', 'dark'] as const) {
        await popup.emulateMedia({ colorScheme });
        expect(await axe(popup)).toEqual([]);
        await popup.setViewportSize({ width: 320, height: 600 });
        const excess = await popup.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(excess).toBeLessThanOrEqual(0);
        await list.scrollIntoViewIfNeeded();
        await popup.screenshot({
          path: info.outputPath(`list-${colorScheme}.png`),
          fullPage: true,
        });
      }
      await popup.keyboard.press('Enter');
      await expect(list.locator('[data-mailbox="other"]').getByRole('button')).toBeFocused();
      await popup.keyboard.press('Enter');
      await expect(popup.getByRole('button', { name: words.keep })).toBeFocused();
      await popup.keyboard.press('Tab');
      await popup.keyboard.press('Enter');
      await expect(list.getByRole('status')).toContainText('m***@example.org');
      await expect(list.locator('summary')).toBeFocused();
      await expect(list.getByRole('listitem')).toHaveCount(1);
      expect((await extension.storage.get())['ways']).toEqual({ [HOST]: {} });

      await list.getByRole('listitem').getByRole('button').click();
      await popup.getByRole('button', { name: words.forget, exact: true }).click();
      await expect(list.getByRole('status')).toContainText('l***@example.com');
      await expect(popIn(popup)).not.toContainText(words.aged);
      await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'fine');
      const stored = await extension.storage.get();
      expect(Object.keys(stored).sort()).toEqual([key, 'salt', 'ways']);
      expect(Object.keys((stored[key] as Kept).known)).toEqual(['storage']);
      expect(stored['ways']).toEqual({});
    });
  });
}

const english = {
  aged: 'Last seen 31 days ago',
  showMe: 'Show me',
  keep: 'Keep it',
  forget: 'Forget it',
};
const chinese = {
  aged: '上次查看是31天前',
  showMe: '带我去看',
  keep: '保留',
  forget: '确认删除',
};
