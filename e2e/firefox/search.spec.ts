/** The guided search in Firefox: from the question over Spam to the end, left and taken up again. */
import type { Page } from 'puppeteer-core';
import { expect, test } from '../browser/firefox.ts';

const positionIn = (popup: Page) =>
  popup.$eval('.search', (search) => search.getAttribute('data-position')).catch(() => null);
const isAt = (popup: Page, position: string) => expect.poll(() => positionIn(popup)).toBe(position);

/** Clicks by the driver's own pointer: only what a person does counts. */
async function press(popup: Page, name: string): Promise<void> {
  const button = await popup.waitForSelector(`::-p-xpath(//button[contains(., "${name}")])`);
  await button?.click();
}

test('a mail in Spam: the search leads there, and is where it was after the popup was closed', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: { used: 1e9, total: 1e10 }, rules: [] });
  webmail.mailbox().preferences.blacklist = ['@example.org'];
  const mail = webmail.deliver({ from: ['Anna Berg', 'anna@example.org'], subject: 'Order 4711' });
  expect(mail.went).toBe('spam');
  const page = await inbox();
  const popup = await extension.openPopup();
  await press(popup, 'A mail is missing');
  await isAt(popup, 'ask-way');
  await press(popup, 'Somebody sent it to me');
  await isAt(popup, 'ask-who');
  await popup.type('.search input', 'anna@example.org');
  await press(popup, 'Next');
  await isAt(popup, 'ask-about');
  await press(popup, 'Skip');
  await isAt(popup, 'ask-when');
  await press(popup, 'Today');
  await isAt(popup, 'everywhere');
  await press(popup, 'Search for “anna@example.org”');
  await expect.poll(() => page.url()).toMatch(/\/v5\.1\/search\?keyword=anna%40example\.org$/);
  await press(popup, 'Not there');
  await isAt(popup, 'spam');
  await popup.close();

  const again = await extension.openPopup();
  await isAt(again, 'spam');
  await press(again, 'Open Spam');
  await expect.poll(() => page.url()).toMatch(/\/v5\.1\/mail\/spam\/all$/);
  await page.waitForSelector('::-p-text(Order 4711)');
  await press(again, 'Found it');
  await isAt(again, 'end-spam');
  expect(JSON.stringify(await extension.storage.get())).not.toContain('anna');
});
