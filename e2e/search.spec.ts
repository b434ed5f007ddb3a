/** The guided search: one scenario for each way in which a mail gets lost, from the question to its end. */
import type { Page } from '@playwright/test';
import { axe, expect, test } from './browser/chromium.ts';
import { HOST } from './browser/webmail.ts';
import { addressOf } from './choices.ts';
import { filledTo, GB } from './parts.ts';
import { isAt, pass, press, say, startSearch } from './searching.ts';
import type { MailboxPatch, Rule } from './webmail/mailbox.ts';

const room = filledTo(0.3);
/** Nothing in these settings makes mail go missing. */
const innocent: MailboxPatch = {
  storage: room,
  popDeletion: 'not-allowed',
  saveToSent: 'all',
  forwarding: null,
  rules: [],
};
const mail = { from: ['Anna Berg', 'anna@example.org'] as [string, string], subject: 'Order 4711' };

/** A rule that moves what Anna sends. */
const moving = (folder: string) => ({
  id: 'r1',
  name: 'Anna',
  enabled: true,
  match: 'all' as const,
  conditions: [{ field: 'from' as const, words: ['anna@example.org'] }],
  actions: [{ type: 'move' as const, folder }],
  stop: false,
});

/** The rows of the list that the webmail shows. */
const rows = (page: Page) => page.locator('.rows').first();

/** What the popup is at once nothing but settings is left to look at. */
async function lookEverywhere(popup: Page): Promise<void> {
  for (const step of ['everywhere', 'spam', 'deleted', 'folders']) {
    await isAt(popup, step);
    await say(popup, 'Not there');
  }
}

test('found by search: the webmail’s search is opened with the words', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ ...innocent, rules: [moving('101')] });
  expect(webmail.deliver(mail).went).toBe('folder-101');
  const page = await inbox();
  const popup = await extension.openPopup();
  await startSearch(popup, {
    way: 'Somebody sent it to me',
    who: 'anna@example.org',
    about: 'Order 4711',
  });
  await isAt(popup, 'everywhere');
  await press(popup, 'Search for “Order 4711”');
  await expect(page).toHaveURL(`https://${HOST}/alimail/entries/v5.1/search?keyword=Order%204711`);
  await expect(rows(page)).toContainText('Anna Berg');
  await press(popup, 'Search for “anna@example.org”');
  await expect(page).toHaveURL(/keyword=anna%40example\.org$/);
  await expect(rows(page)).toContainText('Order 4711');
  await say(popup, 'Found it');
  await isAt(popup, 'end-everywhere');
});

test('in Spam', async ({ webmail, inbox, extension }) => {
  webmail.set({ ...innocent });
  webmail.mailbox().preferences.blacklist = ['@example.org'];
  expect(webmail.deliver(mail).went).toBe('spam');
  const page = await inbox();
  const popup = await extension.openPopup();
  await startSearch(popup, { way: 'Somebody sent it to me', about: 'Order 4711' });
  await say(popup, 'Skip');
  await isAt(popup, 'spam');
  await press(popup, 'Open Spam');
  await expect(page).toHaveURL(/\/entries\/v5\.1\/mail\/spam\/all$/);
  await expect(rows(page)).toContainText('Order 4711');
  await say(popup, 'Found it');
  await isAt(popup, 'end-spam');
  await expect(popup.getByRole('main')).toContainText('Mark the mail as not spam');
  await expect(popup.locator('pre')).toHaveCount(0);
});

test('in Deleted', async ({ webmail, inbox, extension }) => {
  webmail.set({ ...innocent, rules: [moving('deleted')], version: 'v5.3' });
  expect(webmail.deliver(mail).went).toBe('deleted');
  const page = await inbox();
  await page.goto(`https://${HOST}/alimail/entries/v5.3/mail/inbox/all`);
  const popup = await extension.openPopup();
  await startSearch(popup, { way: 'Somebody sent it to me' });
  await isAt(popup, 'everywhere');
  await expect(popup.getByRole('main')).toContainText('Type words of the mail');
  await say(popup, 'Not there');
  await say(popup, 'Not there');
  await press(popup, 'Open Deleted Items');
  await expect(page).toHaveURL(/\/entries\/v5\.3\/mail\/deleted\/all$/);
  await expect(rows(page)).toContainText('Order 4711');
  await say(popup, 'Found it');
  await isAt(popup, 'end-deleted');
});

test('in a folder', async ({ webmail, inbox, extension }) => {
  webmail.set({ ...innocent, rules: [moving('101')] });
  expect(webmail.deliver(mail).went).toBe('folder-101');
  await inbox();
  const popup = await extension.openPopup();
  await startSearch(popup, {});
  for (const step of ['everywhere', 'spam', 'deleted']) {
    await isAt(popup, step);
    await say(popup, 'Not there');
  }
  await isAt(popup, 'folders');
  await say(popup, 'Found it');
  await isAt(popup, 'end-folders');
});

test('a rule that would catch it is named, whatever its name is', async ({
  context,
  webmail,
  extension,
}) => {
  const rule = (id: string, name: string, field: 'from' | 'body', word: string): Rule => ({
    id,
    name,
    enabled: true,
    match: 'all',
    conditions: [{ field, words: [word] }],
    actions: [{ type: 'move', folder: '101' }],
    stop: false,
  });
  const hostile = `<img src=x onerror=alert(1)>${'W'.repeat(10_000)}`;
  webmail.set({
    ...innocent,
    rules: [
      rule('r1', hostile, 'from', 'anna@example.org'),
      rule('r2', '', 'from', '@example.org'),
      rule('r3', 'News', 'body', 'weekly'),
      rule('r4', 'Reports', 'from', 'reports@example.net'),
    ],
  });
  const page = await context.newPage();
  await page.goto(addressOf('rules'));
  const popup = await extension.openPopup();
  await popup.setViewportSize({ width: 320, height: 600 });
  await expect(popup.locator('[data-rule]').first()).toBeVisible();
  await startSearch(popup, { way: 'Somebody sent it to me', who: 'anna@example.org' });
  await lookEverywhere(popup);
  await isAt(popup, 'rules');
  await expect(
    popup.getByRole('list', { name: 'These rules would catch' }).locator('li'),
  ).toHaveText([/^Rule 1: <img src=x onerror=alert\(1\)>W+…Show me$/, 'Rule 2Show me']);
  await expect(popup.getByRole('list', { name: 'could not be told' }).locator('li')).toHaveText([
    'Rule 3: NewsShow me',
  ]);
  const excess = await popup.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBeLessThanOrEqual(0);
  expect(await axe(popup)).toEqual([]);
  await say(popup, 'That explains it');
  await isAt(popup, 'end-rules');
  await expect(popup.locator('pre')).toContainText('Possible causes: Receiving rules');
});

test('a POP client deletes: known after a look at the setting, and shown', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ ...innocent, popDeletion: 'allowed' });
  const page = await inbox();
  const popup = await extension.openPopup();
  await startSearch(popup, { way: 'Somebody sent it to me' });
  await lookEverywhere(popup);
  await isAt(popup, 'rules');
  await expect(popup.getByRole('main')).toContainText('reads the rules while their page is open');
  await say(popup, 'Skip');
  await isAt(popup, 'pop');
  await expect(popup.getByRole('main')).toContainText('POP deletion was not looked at yet');
  await press(popup, 'Show me');
  await expect(page).toHaveURL(new RegExp(`${new URL(addressOf('pop')).pathname}$`));
  await expect(popup.getByRole('main')).toContainText('may remove your mail from the server');
  await say(popup, 'That explains it');
  await isAt(popup, 'end-pop');
  await expect(popup.locator('pre')).toContainText('Possible causes: Mail programs (POP)');
  await expect(popup.locator('pre')).toContainText('recycle bin');
});

test('a setting that is right is passed over, also while its step is shown', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set(innocent);
  await inbox();
  const popup = await extension.openPopup();
  await startSearch(popup, { way: 'Somebody sent it to me' });
  await lookEverywhere(popup);
  await say(popup, 'Skip');
  await isAt(popup, 'pop');
  await press(popup, 'Show me');
  await isAt(popup, 'forwarding');
  await expect(popup.locator('[data-step="pop"]')).toHaveAttribute('data-note', 'not-there');
  await expect(popup.getByRole('status')).toHaveText('Mail programs (POP): not the cause');
});

test('not kept in Sent', async ({ webmail, inbox, extension }) => {
  webmail.set({ ...innocent, saveToSent: 'webmail' });
  const page = await inbox();
  await page.goto(addressOf('send'));
  const popup = await extension.openPopup();
  await startSearch(popup, { way: 'I sent it', who: 'anna@example.org' });
  for (const step of ['everywhere', 'deleted', 'folders']) {
    await isAt(popup, step);
    await say(popup, 'Not there');
  }
  await isAt(popup, 'sent-copies');
  await expect(popup.getByRole('main')).toContainText('Mail sent from mail programs is not kept');
  await say(popup, 'That explains it');
  await isAt(popup, 'end-sent-copies');
  await expect(popup.locator('pre')).toContainText('Recipient: anna@example.org');
});

test('forwarded without a copy', async ({ webmail, inbox, extension }) => {
  webmail.set({ ...innocent, forwarding: { to: 'else@example.net', keepsCopy: false } });
  expect(webmail.deliver(mail)).toMatchObject({ went: 'removed', sentOn: ['else@example.net'] });
  const page = await inbox();
  await page.goto(addressOf('forwarding'));
  const popup = await extension.openPopup();
  await expect(popup.locator('[data-check="mail-forwarded-away"]')).toHaveAttribute(
    'data-severity',
    'critical',
  );
  await startSearch(popup, { way: 'Somebody sent it to me' });
  await lookEverywhere(popup);
  await pass(popup, ['rules', 'pop'], 'Skip');
  await isAt(popup, 'forwarding');
  await expect(popup.getByRole('main')).toContainText('no copy stays here');
  await say(popup, 'That explains it');
  await isAt(popup, 'end-forwarding');
});

test('refused by a full mailbox', async ({ webmail, inbox, extension }) => {
  webmail.set({ ...innocent, storage: { used: 10 * GB, total: 10 * GB } });
  expect(webmail.deliver(mail).went).toBe('refused');
  await inbox();
  const popup = await extension.openPopup();
  await startSearch(popup, { way: 'Somebody sent it to me' });
  await lookEverywhere(popup);
  await pass(popup, ['rules', 'pop', 'forwarding', 'filters'], 'Skip');
  await isAt(popup, 'storage');
  await expect(popup.getByRole('main')).toContainText('new mail is being refused');
  await say(popup, 'That explains it');
  await isAt(popup, 'end-storage');
});

test('never arrived: the message to the administrator', async ({
  context,
  webmail,
  inbox,
  extension,
}) => {
  webmail.set(innocent);
  await inbox();
  const popup = await extension.openPopup();
  await context.grantPermissions(['clipboard-read']);
  await startSearch(popup, {
    way: 'Somebody sent it to me',
    who: 'anna@example.org',
    about: 'Order 4711',
    date: '2026-11-20',
  });
  await lookEverywhere(popup);
  await pass(popup, ['rules', 'pop', 'forwarding'], 'Skip');
  await isAt(popup, 'filters');
  await say(popup, 'Not there');
  await isAt(popup, 'bounce');
  await expect(popup.locator('[data-step="storage"]')).toHaveAttribute('data-note', 'not-there');
  await say(popup, 'No');
  await isAt(popup, 'end-nothing');
  const message = await popup.locator('pre').innerText();
  for (const part of [
    'Mailbox: lin.wei@example.com',
    'Direction: received',
    'Sender: anna@example.org',
    'Subject: Order 4711',
    'Date: Nov 20, 2026',
    'mail log',
    'six months',
    'recycle bin',
    'mail rules',
  ]) {
    expect(message).toContain(part);
  }
  await press(popup, 'Copy the message');
  await expect(popup.getByText('Copied.')).toBeVisible();
  expect(await popup.evaluate(() => navigator.clipboard.readText())).toBe(message);
  await press(popup, 'Done');
  await expect(popup.getByRole('button', { name: /^A mail is missing/ })).toBeFocused();
  await expect(popup.getByRole('button', { name: /^A mail is missing/ })).toContainText(
    'step by step',
  );
});

test('refused: the code of the error message is in the message', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set(innocent);
  await inbox();
  const popup = await extension.openPopup();
  await startSearch(popup, {});
  await lookEverywhere(popup);
  await pass(popup, ['rules', 'pop', 'sent-copies', 'forwarding', 'filters'], 'Skip');
  await isAt(popup, 'bounce');
  await say(popup, 'Yes');
  await popup.getByRole('textbox').fill('550 5.7.1 <b>refused</b>');
  await say(popup, 'Next');
  await isAt(popup, 'end-bounce');
  await expect(popup.locator('pre')).toContainText('Error message: 550 5.7.1 <b>refused</b>');
});

test('leaving and coming back keeps the place; what is typed stays in the session', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set(innocent);
  await inbox();
  const first = await extension.openPopup();
  await startSearch(
    first,
    { way: 'Somebody sent it to me', who: 'anna.secret@example.org' },
    'about',
  );
  await first.getByRole('textbox').fill('half a wor');
  await first.close();

  const second = await extension.openPopup();
  await isAt(second, 'ask-about');
  await expect(second.getByRole('textbox')).toHaveValue('half a wor');
  await say(second, 'Next');
  await say(second, 'In the last few days');
  await say(second, 'Not there');
  await isAt(second, 'spam');
  await second.close();

  const third = await extension.openPopup();
  await isAt(third, 'spam');
  await press(third, 'Overview');
  await expect(third.locator('[data-check]').first()).toBeVisible();
  const entry = third.getByRole('button', { name: /^A mail is missing/ });
  await expect(entry).toBeFocused();
  await expect(entry).toContainText('Go on where you left off');
  await entry.press('Enter');
  await isAt(third, 'spam');
  await press(third, 'Back');
  await press(third, 'Back');
  await isAt(third, 'ask-when');
  await expect(third.getByRole('button', { name: 'In the last few days' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  const kept = JSON.stringify(await extension.storage.get());
  expect(kept).not.toContain('secret');
  expect(kept).not.toContain('half a wor');
  await press(third, 'Start over');
  await isAt(third, 'ask-way');
  const worker = await extension.worker();
  const session = await worker.evaluate('chrome.storage.session.get().then(JSON.stringify)');
  expect(session).not.toContain('secret');
});

test('damaged data starts afresh; another mailbox is shown nothing of it', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set(innocent);
  const page = await inbox();
  const worker = await extension.worker();
  await worker.evaluate(
    `chrome.storage.session.set({ 'search:${HOST}': { open: true, who: 7, notes: '<b>' } })`,
  );
  const popup = await extension.openPopup();
  const entry = popup.getByRole('button', { name: /^A mail is missing/ });
  await expect(entry).toContainText('step by step');
  await startSearch(popup, { who: 'anna@example.org' });
  await isAt(popup, 'everywhere');
  webmail.set({ ...innocent, address: 'mei@example.com' });
  await page.reload();
  await expect(popup.getByRole('banner')).toContainText('mei@example.com');
  await expect(entry).toContainText('step by step');
});

test('a half-written mail stays where it is: another tab is opened', async ({
  context,
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ ...innocent, version: 'v5.3' });
  const page = await inbox();
  await page.goto(`https://${HOST}/alimail/entries/v5.3/compose`);
  await expect(page.locator('iframe')).toBeVisible();
  const popup = await extension.openPopup();
  await startSearch(popup, { about: 'Order & more' });
  const opened = context.waitForEvent('page');
  await press(popup, 'Search for “Order & more”');
  await expect(await opened).toHaveURL(
    `https://${HOST}/alimail/entries/v5.3/search?keyword=Order%20%26%20more`,
  );
  await expect(page).toHaveURL(/\/compose$/);
});

test('by keyboard alone, each heading in focus', async ({ webmail, inbox, extension }) => {
  webmail.set(innocent);
  await inbox();
  const popup = await extension.openPopup();
  const focus = () => popup.evaluate(() => document.activeElement?.textContent);
  await popup.getByRole('button', { name: /^A mail is missing/ }).press('Enter');
  await expect.poll(focus).toBe('Was the mail sent to you, or by you?');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Enter');
  await expect.poll(focus).toBe('Who sent it?');
  await popup.keyboard.press('Tab');
  await popup.keyboard.type('anna');
  await popup.keyboard.press('Enter');
  await expect.poll(focus).toBe('What is it about?');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Enter');
  await expect.poll(focus).toBe('When was it sent?');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Space');
  await expect.poll(focus).toBe('Search all folders');
  await popup.keyboard.press('Tab');
  await expect.poll(focus).toBe('Search for “anna”');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Enter');
  await expect.poll(focus).toBe('Look in Spam');
  await expect(popup.getByRole('status')).toHaveText('Search: not there');
});

for (const uiLanguage of ['en', 'zh-CN'] as const) {
  test.describe(`in ${uiLanguage}`, () => {
    test.use({ uiLanguage });
    test('each kind of step is sound, in any colours and width', async ({
      webmail,
      inbox,
      extension,
    }) => {
      test.slow();
      webmail.set({
        ...innocent,
        language: uiLanguage === 'en' ? 'en' : 'zh_CN',
        popDeletion: 'allowed',
      });
      const page = await inbox();
      await page.goto(addressOf('pop'));
      const popup = await extension.openPopup();
      const sound = async (position: string) => {
        await isAt(popup, position);
        for (const colorScheme of ['light', 'dark'] as const) {
          await popup.emulateMedia({ colorScheme });
          expect(await axe(popup), `${position}, ${colorScheme}`).toEqual([]);
        }
        for (const width of [320, 380, 1000]) {
          await popup.setViewportSize({ width, height: 600 });
          const { scrollWidth, clientWidth } = await popup.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return { scrollWidth, clientWidth };
          });
          expect(scrollWidth, `${position} cut off at ${width}`).toBeLessThanOrEqual(clientWidth);
        }
      };
      /** Presses the nth button of the step's own row. */
      const nth = (index: number) => popup.locator('.search-buttons button').nth(index).click();
      await popup.locator('.search-entry').click();
      await sound('ask-way');
      await popup.locator('.search-answers button').first().click();
      await sound('ask-who');
      await popup.getByRole('textbox').fill('anna@a-very-long-domain-without-any-end.example.org');
      await nth(0);
      await sound('ask-about');
      await popup.getByRole('textbox').fill('订单 4711 '.repeat(20));
      await nth(0);
      await sound('ask-when');
      await popup.locator('input[type="date"]').fill('2026-11-20');
      await nth(0);
      await sound('everywhere');
      await nth(1);
      await sound('spam');
      await nth(1);
      await sound('deleted');
      await nth(1);
      await sound('folders');
      await nth(1);
      await sound('rules');
      await nth(2);
      await sound('pop');
      await nth(1);
      await sound('forwarding');
      await nth(0);
      await sound('filters');
      await nth(2);
      await sound('storage');
      await nth(0);
      await sound('bounce');
      await nth(0);
      await popup.getByRole('textbox').fill('550 5.7.1');
      await sound('bounce');
      await nth(0);
      await sound('end-bounce');
    });
  });
}
