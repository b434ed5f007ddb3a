import type { Page } from 'puppeteer-core';
import { expect, test } from '../browser/firefox.ts';
import { HOST, INBOX } from '../browser/webmail.ts';
import { filledTo } from '../parts.ts';

const textIn = (popup: Page, selector: string) =>
  popup.$eval(selector, (part) => part.textContent ?? '').catch(() => '');
const press = async (popup: Page, selector: string) =>
  (await popup.waitForSelector(selector))?.click();
const outcome = (popup: Page) =>
  popup
    .$eval('[data-check="storage-nearly-full"]', (part) => part.getAttribute('data-outcome'))
    .catch(() => '');

test('two mailboxes in two tabs never mix, and one of them is forgotten', async ({
  webmail,
  firefox,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.98), address: 'lin.wei@example.com' });
  webmail.set({ storage: filledTo(0.3), address: 'li.na@example.com' }, HOST, 'second');
  const page = await inbox();
  const other = await firefox.newPage();
  await other.goto(`https://${HOST}${INBOX}?account=second`);
  const popup = await extension.openPopup();
  await expect.poll(() => textIn(popup, '.whose')).toBe('li.na@example.com');
  await expect.poll(() => outcome(popup)).toBe('fine');
  await page.bringToFront();
  await expect.poll(() => textIn(popup, '.whose')).toBe('lin.wei@example.com');
  await expect.poll(() => outcome(popup)).toBe('wrong');
  await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  await expect.poll(async () => (await extension.badge(other)).text).toBe('?');

  await other.close();
  await popup.bringToFront();
  await press(popup, '.mailboxes summary');
  await press(popup, '[data-mailbox="other"] button');
  await press(popup, '.mailbox-question .grave');
  await expect.poll(() => textIn(popup, '.mailboxes [role="status"]')).toContain('was forgotten');
  const mailboxes = async () =>
    Object.keys(await extension.storage.get()).filter((key) => key.startsWith('mailbox:'));
  await expect.poll(async () => (await mailboxes()).length).toBe(1);
  await expect.poll(() => outcome(popup)).toBe('wrong');
});
