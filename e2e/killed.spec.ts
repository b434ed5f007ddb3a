/** What it must survive, in Chromium; the same in Firefox is in `firefox/faults.spec.ts`. */
import type { Page } from '@playwright/test';
import { expect, test } from './browser/chromium.ts';
import { ourWorldIn } from './browser/chromium-world.ts';
import { call } from './faults/in-popup.ts';
import { findingsIn, type Hands, killAtMoments } from './faults/session.ts';
import { expectAllKept, listen, pairs, tellingsOf, tellMany } from './faults/two-tabs.ts';

test('a background that is killed at any moment loses nothing', async ({
  webmail,
  context,
  extension,
}) => {
  test.setTimeout(900_000);
  const page = await context.newPage();
  const popup = await extension.openPopup();
  for (const one of [page, popup]) one.setDefaultTimeout(20_000);
  // A tab that is not in sight takes its time.
  const front = async (one: Page) => {
    await one.bringToFront();
    return one;
  };
  const hands: Hands = {
    go: async (address) => void (await (await front(page)).goto(address)),
    run: (expression) => page.evaluate(expression),
    press: async (selector) => (await front(page)).locator(selector).click(),
    pressInPopup: async (selector) => (await front(popup)).locator(selector).first().click(),
    seeInPopup: (selector) => popup.locator(selector).first().waitFor(),
    findings: () => popup.evaluate(findingsIn),
  };
  await killAtMoments(hands, page, { webmail, extension });
});

test('of 200 readings that two tabs tell at once none is lost', async ({
  context,
  webmail,
  inbox,
  extension,
}) => {
  const popup = await extension.openPopup();
  for (const hosts of pairs) {
    const pages: Page[] = [];
    for (const host of hosts) pages.push(await inbox(host));
    const worlds = await Promise.all(pages.map((page) => ourWorldIn(context, page, extension.id)));
    await expect.poll(async () => (await extension.badge(pages[1] ?? popup)).text).toBe('1');
    await popup.evaluate(`(${listen})()`);
    const tellings = tellingsOf(webmail.mailbox().address);
    const answers = await Promise.all(
      tellings.map((telling, nth) => worlds[nth]?.evaluate(call(tellMany, telling))),
    );
    expect(answers).toEqual([100, 100]);
    const seen = await popup.evaluate<Record<string, string[]>>('seen');
    expectAllKept(seen, hosts);
    for (const page of pages) await page.close();
  }
});
