/** The check-up in Firefox, whose tab is never shown: its timers and frames are slowed there. */
import type { Page } from 'puppeteer-core';
import { startedMailbox } from '../../tools/start/mailbox.ts';
import { expect, test } from '../browser/firefox.ts';

const verdictsIn = async (popup: Page): Promise<Record<string, string>> =>
  Object.fromEntries(
    await popup.$$eval('[data-check]', (items) =>
      items.map((item): [string, string] => [
        item.getAttribute('data-check') ?? '',
        item.getAttribute('data-severity') ?? item.getAttribute('data-outcome') ?? '',
      ]),
    ),
  );

test('one click, and every problem is listed; the second time as well', async ({
  webmail,
  firefox,
  inbox,
  extension,
}) => {
  test.slow();
  webmail.set(startedMailbox('en'));
  await inbox();
  const popup = await extension.openPopup();
  const outcome = () => popup.$eval('.checkup [aria-live]', (it) => it.textContent ?? '');
  for (const name of ['Check my mailbox', 'Check again']) {
    const states: string[] = [];
    firefox.once('targetcreated', async (target) => {
      const page = await target.page();
      for (let tries = 0; page && tries < 50; tries += 1)
        states.push(await page.evaluate(() => document.visibilityState).catch(() => 'gone'));
    });
    await (await popup.waitForSelector(`.checkup button::-p-text(${name})`))?.click();
    await expect.poll(outcome).toContain('Page');
    await expect.poll(outcome, { timeout: 80_000 }).toContain('every page was read');
    expect(states).not.toContain('visible');
    expect(await verdictsIn(popup)).toEqual({
      'storage-nearly-full': 'critical',
      'pop-deletion-allowed': 'critical',
      'sent-copies-missing': 'critical',
      'rules-forward-mail': 'critical',
      'rules-remove-mail': 'critical',
      'rules-hide-mail': 'warning',
      'mail-forwarded-away': 'critical',
    });
    await (await popup.$('.checkup-outcome button'))?.click();
  }
});
