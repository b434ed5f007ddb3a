import type { BrowserContext } from '@playwright/test';
import { expect, test } from './browser/chromium.ts';
import { wearOut } from './browser/wear.ts';
import { cardIn, filledTo, findingIn, stateIn, warningIn } from './parts.ts';
import { hosts } from './webmail/server.ts';

test('without a webmail tab there is a button for each known host', async ({
  context,
  extension,
}) => {
  const popup = await extension.openPopup();
  await expect(stateIn(popup)).toHaveAttribute('data-state', 'no-tab');
  await expect(popup.getByRole('status')).toHaveText('No Alibaba Mail tab is open');
  await popup.getByText('Other addresses').click();
  for (const host of hosts) {
    await expect(popup.getByRole('button', { name: host, exact: true })).toBeVisible();
  }
  const opened = context.waitForEvent('page');
  await popup.getByRole('button', { name: 'mail.sg.aliyun.com' }).click();
  await expect(await opened).toHaveURL(/^https:\/\/mail\.sg\.aliyun\.com\/alimail\/entries\//);
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
});

test('signed out, old and unknown pages have a sentence of their own, and nothing is judged', async ({
  context,
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ signedIn: false });
  const page = await inbox();
  const popup = await extension.openPopup();
  const is = async (state: string, title: string, badge: string) => {
    await expect(stateIn(popup)).toHaveAttribute('data-state', state);
    await expect(popup.getByRole('status')).toHaveText(title);
    await expect(popup.getByRole('main').getByRole('button')).toHaveCount(1);
    await expect(popup.locator('[data-check], [data-icon="fine"]')).toHaveCount(0);
    await expect.poll(async () => (await extension.badge(page)).text).toBe(badge);
    await expect(warningIn(page)).toBeHidden();
  };
  await is('signed-out', 'You are signed out', '');

  webmail.set({ ui: 'old' });
  await page.goto('https://qiye.aliyun.com/alimail/#h=WyJmbV8yIixbIjIiLCIiLHt9XV0');
  await is('old', 'This is the old webmail', '?');

  const unknown = 'https://qiye.aliyun.com/alimail/unheard-of/';
  await page.route(unknown, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Unheard of</title>Hello.' }),
  );
  await page.goto(unknown);
  await is('unrecognised', 'This page was not recognised', '?');

  webmail.set({});
  const opened = context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Open the inbox' }).click();
  await expect(await opened).toHaveURL(/\/mail\/inbox\//);
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
});

test('a session that ends leaves no findings behind', async ({ webmail, inbox, extension }) => {
  const page = await inbox();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
  webmail.mailbox().signedIn = false;
  await page.getByRole('link', { name: 'Sent Items' }).click();
  await expect(stateIn(popup)).toHaveAttribute('data-state', 'signed-out');
  await expect(warningIn(page)).toBeHidden();
  await expect.poll(async () => (await extension.badge(page)).text).toBe('');
});

test('a page that is too busy to answer is waited for', async ({ inbox, extension }) => {
  const page = await inbox();
  await expect(warningIn(page)).toBeVisible();
  const busy = page.evaluate(() => {
    const end = performance.now() + 5000;
    while (performance.now() < end);
  });
  const popup = await extension.openPopup();
  await expect(popup.getByRole('status')).toHaveText('The webmail is still loading');
  await busy;
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
});

test('the popup is about the webmail’s tab that was active last', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.3), address: 'mei@example.org' }, 'mail.aliyun.com');
  const first = await inbox();
  const second = await inbox('mail.aliyun.com');
  const popup = await extension.openPopup();
  const whose = popup.getByRole('banner');
  await expect(whose).toContainText('mei@example.org');
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'fine');
  await first.bringToFront();
  await expect(whose).toContainText('lin.wei@example.com');
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
  await second.bringToFront();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'fine');
  await second.close();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
});

test('the toolbar’s own popup leads to a tab behind another one', async ({
  context,
  inbox,
  extension,
}) => {
  const page = await inbox();
  await expect(warningIn(page)).toBeVisible();
  const elsewhere = await context.newPage();
  await elsewhere.bringToFront();
  const worker = await extension.worker();
  wearOut(context);
  const click = `
    const button = document.querySelector('[data-check] button');
    button?.click();
    button?.textContent`;
  // It closes by itself when its window loses the focus, and a window may do so as it opens.
  const opened = () => worker.evaluate('chrome.action.openPopup().catch(() => undefined)');
  await expect.poll(async () => (await inRealPopup(context, click)) ?? opened()).toBe('Show me');
  await expect(cardIn(page)).toBeVisible();
});

/** Evaluates in the popup under the toolbar button, which is none of the context's pages. */
async function inRealPopup(context: BrowserContext, expression: string): Promise<unknown> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('A persistent context without a browser.');
  const { targetInfos } = await session.send('Target.getTargets');
  const popup = targetInfos.find(({ url }) => url.endsWith('/popup.html'));
  if (!popup) return undefined;
  const { targetId } = popup;
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const answered = new Promise<unknown>((resolve) => {
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message);
      if (id === 1) resolve(result?.result?.value);
    });
  });
  const message = { id: 1, method: 'Runtime.evaluate', params: { expression } };
  await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify(message) });
  const answer = await answered;
  await session.detach();
  return answer;
}
