/** The way to a setting: one click from anywhere, and a ring and a card that keep to the field. */
import type { BrowserContext, Page } from '@playwright/test';
import { axe, expect, test } from './browser/chromium.ts';
import { wearOut } from './browser/wear.ts';
import { HOST, INBOX } from './browser/webmail.ts';
import {
  addressOf,
  type Check,
  cardOn,
  choose,
  controlOf,
  driftOf,
  expectRing,
  findingIn,
  openListOn,
  overlap,
  ringOn,
  save,
} from './choices.ts';
import type { MailboxPatch } from './webmail/mailbox.ts';
import type { Webmail } from './webmail/server.ts';
import { type Labels, wordsOf } from './webmail/words/index.ts';

const comfortable = { used: 1e9, total: 1e10 };
const pop: Check = 'pop-deletion-allowed';
const sent: Check = 'sent-copies-missing';
const popLabel = 'Deletion by Receiving Software';
const sentLabel = 'Save to Sent Email';

const showMe = (popup: Page, check: Check) =>
  findingIn(popup, check).getByRole('button', { name: 'Show me' }).click();

const settingsButton = (page: Page) =>
  page.getByRole('banner').getByRole('button', { name: 'Settings' });

const currentStep = (page: Page) => cardOn(page).locator('[aria-current="step"]');

/** Marks the document, so that a reload can be noticed. */
const mark = (page: Page) => page.evaluate('void (window.marked = true)');
const isMarked = (page: Page) => page.evaluate('window.marked === true');

/** The documents that were loaded, by path, without the webmail's own parts. */
const loads = (webmail: Webmail) =>
  webmail.requests.map(({ path }) => path).filter((path) => path.startsWith('/alimail/entries/'));

async function expectThere(page: Page, label: string) {
  await expect(cardOn(page)).toContainText('Now: “');
  await expectRing(page, controlOf(page, label));
}

test.beforeEach(({ webmail }) => webmail.set({ storage: comfortable }));

test.describe('getting there', () => {
  const ways: [name: string, mailbox: MailboxPatch][] = [
    ['entries that are links', { navigation: 'links' }],
    ['entries that are plain elements', { navigation: 'plain' }],
    ['entries without groups', { grouped: false }],
    ['the older labels', { labels: 'older' }],
    [
      'unknown paths',
      {
        slugs: {
          ...wordlessSlugs('x'),
          accountSecurity: 'account-security',
          accountInfo: 'account-information',
        },
      },
    ],
    ['another version of the interface', { version: 'v5.3' }],
    ['pages that take their time', { settingsDelay: 2500 }],
    ['native controls', { controls: 'native' }],
    ['radio buttons', { controls: 'radio' }],
    ["Fusion's selects", { controls: 'fusion' }],
    ['a switch', { controls: 'switch' }],
    ["Fusion's switch", { controls: 'fusion-switch' }],
  ];
  for (const [name, mailbox] of ways) {
    test(`from the inbox, through ${name}`, async ({ webmail, context, extension }) => {
      webmail.set({ storage: comfortable, ...mailbox });
      const page = await context.newPage();
      await page.goto(
        `https://${HOST}/alimail/entries/${webmail.mailbox().version}/mail/inbox/all`,
      );
      const popup = await extension.openPopup();
      await showMe(popup, pop);
      await expectThere(page, popLabel);
      await showMe(popup, sent);
      await expectThere(page, sentLabel);
    });
  }

  test('from an open mail, as from the inbox', async ({ inbox, extension }) => {
    const page = await inbox();
    await page.locator('[role="row"], .mail-row, article').first().click();
    await expect(page.locator('.reading iframe')).toBeVisible();
    await showMe(await extension.openPopup(), sent);
    await expectThere(page, sentLabel);
  });

  test('from another settings page, without a reload', async ({ context, extension }) => {
    const page = await context.newPage();
    await page.goto(addressOf('rules'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toBeVisible();
    await mark(page);
    await showMe(popup, pop);
    await expectThere(page, popLabel);
    await showMe(popup, sent);
    await expectThere(page, sentLabel);
    expect(await isMarked(page)).toBe(true);
  });

  test('already there, without a reload', async ({ context, extension }) => {
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    await mark(page);
    await showMe(popup, pop);
    await expectThere(page, popLabel);
    expect(await isMarked(page)).toBe(true);
  });

  test('when the tab is closed, the popup shows what was last seen and opens one', async ({
    context,
    extension,
  }) => {
    const page = await context.newPage();
    await page.goto(addressOf('send'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, sent)).toHaveAttribute('data-outcome', 'wrong');
    await page.close();
    await expect(popup.getByText(new RegExp(`Last seen in .*${HOST}`))).toBeVisible();
    await expect(findingIn(popup, sent)).toHaveAttribute('data-outcome', 'wrong');
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'unseen');
    const [opened] = await Promise.all([context.waitForEvent('page'), showMe(popup, pop)]);
    await expectThere(opened, popLabel);
  });

  test('by the path that was seen before, the second time', async ({
    webmail,
    inbox,
    extension,
  }) => {
    webmail.mailbox().slugs = { ...webmail.mailbox().slugs, pop: 'some-other-name' };
    const page = await inbox();
    await settingsButton(page).click();
    await page.getByRole('button', { name: 'View More Settings' }).click();
    await page.getByRole('link', { name: 'POP Settings' }).click();
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    await page.goto(`https://${HOST}${INBOX}`);
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    webmail.requests.length = 0;
    await showMe(popup, pop);
    await expectThere(page, popLabel);
    expect(loads(webmail)).toEqual(['/alimail/entries/v5.1/setting/some-other-name']);
  });

  test('a path that was seen before and leads nowhere now is no dead end', async ({
    webmail,
    context,
    extension,
  }) => {
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    await page.goto(`https://${HOST}${INBOX}`);
    webmail.mailbox().slugs = { ...webmail.mailbox().slugs, pop: 'moved' };
    await showMe(popup, pop);
    await expectThere(page, popLabel);
    expect(new URL(page.url()).pathname).toMatch(/moved$/);
  });

  test('never takes a half-written mail away, but opens another tab', async ({
    context,
    inbox,
    extension,
  }) => {
    const page = await inbox();
    await page.getByRole('button', { name: 'Compose' }).click();
    await page.getByRole('textbox', { name: 'Subject' }).fill('Half a letter');
    const popup = await extension.openPopup();
    const [opened] = await Promise.all([context.waitForEvent('page'), showMe(popup, pop)]);
    await expectThere(opened, popLabel);
    await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Half a letter');
    await expect(cardOn(page)).toBeHidden();
  });

  test('where the entry is folded away, the card says what to open', async ({
    webmail,
    inbox,
    extension,
  }) => {
    webmail.mailbox().groupsOpen = false;
    const page = await inbox();
    await showMe(await extension.openPopup(), pop);
    await expect(cardOn(page)).toContainText('The page did not show the setting.');
    await expect(currentStep(page)).toHaveText('Open “POP Settings” in the list of settings');
    await page.getByRole('menuitem', { name: 'Email Settings' }).click();
    await expectThere(page, popLabel);
  });

  test('where no path leads there, the card leads by hand and its steps advance', async ({
    webmail,
    inbox,
    extension,
  }) => {
    webmail.mailbox().groupsOpen = false;
    const page = await inbox();
    await leadHome(page, 'account-security');
    await showMe(await extension.openPopup(), pop);
    await expect(currentStep(page)).toHaveText('Press “Settings” at the upper right');
    await expectRing(page, settingsButton(page));
    await settingsButton(page).click();
    await expect(currentStep(page)).toHaveText('Choose “View More Settings”');
    const more = page.getByRole('button', { name: 'View More Settings' });
    await expectRing(page, more);
    expect(await overlap(cardOn(page), more)).toBe(false);
    await more.click();
    await expect(currentStep(page)).toHaveText('Open “POP Settings” in the list of settings');
    await page.getByRole('menuitem', { name: 'Email Settings' }).click();
    await expectThere(page, popLabel);
    await expect(currentStep(page)).toHaveText(`Set “${popLabel}” to “Not Allowed”`);
    await choose(page, popLabel, 'Not Allowed');
    await expect(currentStep(page)).toHaveText('Press “Save”');
    await save(page);
    await expect(cardOn(page)).toContainText('Done: it is set to “Not Allowed”.');
  });

  test('and without a quick panel it is one step less', async ({ webmail, inbox, extension }) => {
    webmail.mailbox().quickPanel = false;
    const page = await inbox();
    await leadHome(page, 'account-security');
    await showMe(await extension.openPopup(), sent);
    await expect(currentStep(page)).toHaveText('Press “Settings” at the upper right');
    await settingsButton(page).click();
    await expectThere(page, sentLabel);
  });

  for (const settingsPages of ['error', 'empty'] as const) {
    test(`a settings page that is ${settingsPages} is called so, until it works`, async ({
      webmail,
      inbox,
      extension,
    }) => {
      webmail.mailbox().settingsPages = settingsPages;
      const page = await inbox();
      const popup = await extension.openPopup();
      await showMe(popup, pop);
      await expect(cardOn(page)).toContainText('this setting was not found on it');
      await expect(ringOn(page)).toBeHidden();
      await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'unclear');
      webmail.mailbox().settingsPages = 'ok';
      await expectThere(page, popLabel);
      await expect(cardOn(page)).not.toContainText('not found');
    });
  }
});

test.describe('the ring', () => {
  test.describe('in a low window', () => {
    test.use({ viewport: { width: 1200, height: 330 } });

    test('follows the field as its pane scrolls, and goes when it is out of sight', async ({
      context,
      extension,
    }) => {
      const page = await context.newPage();
      await page.goto(addressOf('send'));
      const popup = await extension.openPopup();
      await showMe(popup, sent);
      const field = controlOf(page, sentLabel);
      await expectRing(page, field);
      const pane = page.getByRole('main');
      for (const top of [10, 45, 0]) {
        await pane.evaluate((pane, top) => pane.scrollTo({ top }), top);
        await expectRing(page, field);
        expect(await overlap(cardOn(page), field)).toBe(false);
      }
      await pane.evaluate((pane) => pane.scrollTo({ top: pane.scrollHeight }));
      await expect(ringOn(page)).toBeHidden();
      await pane.evaluate((pane) => pane.scrollTo({ top: 0 }));
      await expectRing(page, field);
    });

    test('follows the field to the header that stays above it, and goes beneath it', async ({
      webmail,
      context,
      extension,
    }) => {
      webmail.mailbox().stickyHeader = true;
      const page = await context.newPage();
      await page.goto(addressOf('send'));
      await showMe(await extension.openPopup(), sent);
      const field = controlOf(page, sentLabel);
      await expectRing(page, field);
      const header = page.getByRole('heading', { name: 'Receiving and Sending' });
      const belowHeader = async () => {
        const [above, box] = await Promise.all([header.boundingBox(), field.boundingBox()]);
        return (box?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0));
      };
      const pane = page.getByRole('main');
      const scroll = (by: number) =>
        pane.evaluate((pane, by) => pane.scrollBy({ top: by, behavior: 'instant' }), by);
      await scroll((await belowHeader()) - 12);
      expect(await belowHeader()).toBeCloseTo(12, 0);
      await expectRing(page, field);
      await scroll(12 + 36);
      await expect(field).toBeInViewport();
      await expect(ringOn(page)).toBeHidden();
      await scroll(-12 - 36);
      await expectRing(page, field);
      await scroll(12 + 36);
      await expect(ringOn(page)).toBeHidden();
    });

    test('brings a field into view that lies beneath a header', async ({
      webmail,
      context,
      extension,
    }) => {
      webmail.mailbox().stickyHeader = true;
      const page = await context.newPage();
      await page.goto(addressOf('send'));
      const field = controlOf(page, sentLabel);
      await expect(field).toBeVisible();
      const header = page.getByRole('heading', { name: 'Receiving and Sending' });
      await page.getByRole('main').evaluate((pane) => pane.scrollTo({ top: 90 }));
      expect(await overlap(header, field)).toBe(true);
      await showMe(await extension.openPopup(), sent);
      await expectRing(page, field);
      expect(await overlap(header, field)).toBe(false);
    });

    test('brings the field into view in whatever scrolls', async ({ context, extension }) => {
      const page = await context.newPage();
      await page.goto(addressOf('send'));
      const field = controlOf(page, sentLabel);
      await expect(field).toBeVisible();
      const pane = page.getByRole('main');
      await pane.evaluate((pane) => pane.scrollTo({ top: pane.scrollHeight }));
      await showMe(await extension.openPopup(), sent);
      await expectRing(page, field);
      await expect(field).toBeInViewport({ ratio: 1 });
    });
  });

  test('follows the field when the window changes its size', async ({ context, extension }) => {
    const page = await context.newPage();
    await page.goto(addressOf('send'));
    await showMe(await extension.openPopup(), sent);
    const field = controlOf(page, sentLabel);
    for (const size of [
      [1000, 600],
      [1500, 900],
      [760, 640],
      [420, 760],
    ] as const) {
      await page.setViewportSize({ width: size[0], height: size[1] });
      await expectRing(page, field);
      await expect.poll(() => overlap(cardOn(page), field), size.join()).toBe(false);
    }
  });

  test('follows the field through every zoom', async ({ context, extension }) => {
    wearOut(context);
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    const popup = await extension.openPopup();
    await showMe(popup, pop);
    const field = controlOf(page, popLabel);
    const width = await page.evaluate(() => innerWidth);
    for (const zoom of [0.5, 0.67, 1, 1.1, 1.5, 2]) {
      await popup.evaluate(`chrome.tabs.query({ url: 'https://${HOST}/*' })
        .then(([tab]) => chrome.tabs.setZoom(tab.id, ${zoom}))`);
      const zoomed = () => page.evaluate(() => [devicePixelRatio.toFixed(2), innerWidth]);
      await expect.poll(zoomed).toEqual([zoom.toFixed(2), Math.round(width / zoom)]);
      await expectRing(page, field);
      await expect.poll(() => overlap(cardOn(page), field), `${zoom}`).toBe(false);
    }
  });

  test('follows a field that is made anew, in other words or as another control', async ({
    webmail,
    context,
    extension,
  }) => {
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    await showMe(await extension.openPopup(), pop);
    await expectThere(page, popLabel);
    for (const controls of ['native', 'radio', 'fusion', 'switch', 'antd'] as const) {
      webmail.mailbox().controls = controls;
      await expectRing(page, controlOf(page, popLabel));
    }
    webmail.mailbox().language = 'zh_CN';
    await expectRing(page, controlOf(page, '收信软件删信'));
    await expect(cardOn(page)).toContainText('Now: “允许”');
    webmail.mailbox().labels = 'older';
    await expectRing(page, controlOf(page, '是否允许收信软件删信'));
    await expect(cardOn(page)).toContainText('“是否允许收信软件删信”');
  });

  test('is around the setting, not around its name in an open mail', async ({
    context,
    extension,
  }) => {
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    const quote = `<h3>POP Settings</h3><div class="quote">${popLabel}
      <select><option>Not Allowed</option></select></div>`;
    await page.locator('.view').evaluate((view, quote) => {
      const [row, mail, frame] = ['article', 'article', 'iframe'].map((tag) =>
        document.createElement(tag),
      ) as [HTMLElement, HTMLElement, HTMLIFrameElement];
      row.textContent = 'Deletion by Receiving Software';
      mail.innerHTML = quote;
      frame.srcdoc = quote;
      view.prepend(row, mail);
      mail.append(frame);
    }, quote);
    await expect(page.frameLocator('.view iframe').getByText(popLabel)).toBeVisible();
    await showMe(popup, pop);
    await expectThere(page, popLabel);
    await expect(cardOn(page)).toContainText('Now: “Allowed”');
    await choose(page, popLabel, 'Not Allowed');
    await expect(cardOn(page)).toContainText('“Not Allowed” is chosen, but not saved yet.');
    await save(page);
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'fine');
    await expect(findingIn(popup, pop)).toContainText('Changed from “Allowed”');
  });

  test('goes when the field goes, and comes with it', async ({ webmail, context, extension }) => {
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    await showMe(await extension.openPopup(), pop);
    await expectThere(page, popLabel);
    webmail.mailbox().settingsPages = 'empty';
    await expect(ringOn(page)).toBeHidden();
    webmail.mailbox().settingsPages = 'ok';
    await expectRing(page, controlOf(page, popLabel));
  });

  for (const controls of ['antd', 'fusion'] as const) {
    test(`leaves the open list of ${controls} free, and so does the card`, async ({
      webmail,
      context,
      extension,
    }) => {
      webmail.mailbox().controls = controls;
      const page = await context.newPage();
      await page.goto(addressOf('send'));
      await showMe(await extension.openPopup(), sent);
      const field = controlOf(page, sentLabel);
      await expectRing(page, field);
      await field.click();
      await expect(openListOn(page)).toBeVisible();
      await expectRing(page, field);
      for (const width of [1280, 900, 700]) {
        await page.setViewportSize({ width, height: 720 });
        await expect.poll(() => overlap(cardOn(page), openListOn(page)), `${width}`).toBe(false);
        expect(await overlap(cardOn(page), field)).toBe(false);
      }
      await openListOn(page).getByText('Save All', { exact: true }).click();
      await expect(cardOn(page)).toContainText('“Save All” is chosen, but not saved yet.');
    });
  }

  test('and the card change nothing of the webmail', async ({ context, extension }) => {
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    const webmailOf = () =>
      page.evaluate(() => {
        const { attributes } = document.documentElement;
        const own = [...attributes].map(({ name, value }) => `${name}=${value}`).join();
        return own + document.head.outerHTML + document.body.outerHTML;
      });
    const before = await webmailOf();
    await showMe(popup, pop);
    await expectThere(page, popLabel);
    expect(await webmailOf()).toBe(before);
    await cardOn(page).getByRole('button', { name: 'Close' }).first().click();
    await expect(ringOn(page)).toBeHidden();
    expect(await webmailOf()).toBe(before);
    const others = await page.evaluate(() => [...document.documentElement.children].length);
    expect(others).toBe(2);
  });
});

test.describe('the card', () => {
  test('is reached from the field by Tab, left by Shift+Tab, and closed by Escape', async ({
    webmail,
    context,
    extension,
  }) => {
    for (const controls of ['native', 'antd'] as const) {
      webmail.set({ storage: comfortable, controls });
      const page = await context.newPage();
      await page.goto(addressOf('pop'));
      const popup = await extension.openPopup();
      await showMe(popup, pop);
      await expectThere(page, popLabel);
      const field = controlOf(page, popLabel);
      const control = controls === 'native' ? field : field.locator('input');
      const close = cardOn(page).getByRole('button', { name: 'Close' });
      await control.focus();
      await page.keyboard.press('Tab');
      await expect(close.first()).toBeFocused();
      await page.keyboard.press('Shift+Tab');
      await expect(control).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await expect(close.last()).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeFocused();
      await page.keyboard.press('Shift+Tab');
      await expect(control).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(close.first()).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(cardOn(page)).toBeHidden();
      await expect(control).toBeFocused();
      await popup.close();
      await page.close();
    }
  });

  test("speaks the webmail's own words", async ({ webmail, context, extension }) => {
    webmail.set({ storage: comfortable, language: 'zh_CN', labels: 'older', controls: 'native' });
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    await showMe(await extension.openPopup(), pop);
    await expect(currentStep(page)).toHaveText('Set “是否允许收信软件删信” to “禁止”');
    await expect(cardOn(page)).toContainText('Press “确定”');
    webmail.mailbox().language = 'en';
    await expect(cardOn(page)).toContainText('Press “OK”');
  });

  test('takes no focus by itself, and is announced once', async ({ context, extension }) => {
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    const field = controlOf(page, popLabel).locator('input');
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    await field.focus();
    await showMe(popup, pop);
    await expectThere(page, popLabel);
    await expect(field).toBeFocused();
    const status = page.getByRole('status').filter({ hasText: 'Keep mail on the server' });
    await expect(status).toHaveText(
      'Keep mail on the server. Now: “Allowed”. Set “Deletion by Receiving Software” to “Not Allowed”',
    );
    await status.evaluate((status) => {
      const said: (string | null)[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(status.textContent)).observe(status, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    await page.getByText('Synchronization Settings').click();
    await page.setViewportSize({ width: 900, height: 700 });
    await expectRing(page, controlOf(page, popLabel));
    await choose(page, popLabel, 'Not Allowed');
    await expect(status).toContainText('not saved yet');
    expect(await page.evaluate('said.length')).toBe(1);
  });

  test('follows the user who leaves, and is gone for good when it is closed', async ({
    context,
    extension,
  }) => {
    const page = await context.newPage();
    await page.goto(addressOf('accountSecurity'));
    const popup = await extension.openPopup();
    await showMe(popup, pop);
    await expectThere(page, popLabel);
    await page.getByRole('link', { name: 'Back to Mailbox' }).click();
    await expect(currentStep(page)).toHaveText('Press “Settings” at the upper right');
    await expectRing(page, settingsButton(page));
    await page.getByRole('button', { name: 'Compose' }).click();
    await page.getByRole('textbox', { name: 'Subject' }).fill('A letter');
    await expectRing(page, settingsButton(page));
    await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('A letter');
    await cardOn(page).getByRole('button', { name: 'Close' }).first().click();
    await expect(cardOn(page)).toBeHidden();
    await page.goto(addressOf('pop'));
    await expect(controlOf(page, popLabel)).toBeVisible();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    await expect(cardOn(page)).toBeHidden();
  });

  test('stays through a reload of its page', async ({ context, extension }) => {
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    await showMe(await extension.openPopup(), pop);
    await expectThere(page, popLabel);
    await page.reload();
    await expectThere(page, popLabel);
  });

  test('is silent where the session has ended, and goes on after signing in', async ({
    webmail,
    context,
    extension,
  }) => {
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    const popup = await extension.openPopup();
    await showMe(popup, pop);
    await expectThere(page, popLabel);
    webmail.mailbox().signedIn = false;
    await page.getByRole('link', { name: 'Receiving and Sending' }).click();
    const form = page.frameLocator('.login_panel_iframe');
    await expect(form.getByRole('button', { name: 'Sign In' })).toBeVisible();
    await expect(popup.getByText('You are signed out')).toBeVisible();
    await expect(cardOn(page)).toBeHidden();
    await form.getByRole('button', { name: 'Sign In' }).click();
    await page.waitForURL('**/setting/**');
    await expect(currentStep(page)).toHaveText('Open “POP Settings” in the list of settings');
    await page.getByRole('link', { name: 'POP Settings' }).click();
    await expectThere(page, popLabel);
  });
});

test.describe('on the way there', () => {
  /** Leads by hand, because no path leads there, and waits for the first step. */
  const beginByHand = async (webmail: Webmail, page: Page, popup: Page) => {
    webmail.mailbox().groupsOpen = false;
    await leadHome(page, 'account-security');
    // The first step stands there before the page has gone and come back, too.
    const isBack = page.waitForEvent('load');
    await showMe(popup, pop);
    await isBack;
    await expect(currentStep(page)).toHaveText('Press “Settings” at the upper right');
  };

  test('the session may end: silence until it goes on', async ({ webmail, inbox, extension }) => {
    const page = await inbox();
    const popup = await extension.openPopup();
    await beginByHand(webmail, page, popup);
    webmail.mailbox().signedIn = false;
    await page.getByRole('link', { name: 'Sent Items' }).click();
    const form = page.frameLocator('.login_panel_iframe');
    await expect(popup.getByText('You are signed out')).toBeVisible();
    await expect(cardOn(page)).toBeHidden();
    await expect(ringOn(page)).toBeHidden();
    await form.getByRole('button', { name: 'Sign In' }).click();
    await page.waitForURL('**/mail/**');
    await expect(currentStep(page)).toHaveText('Press “Settings” at the upper right');
    await expectRing(page, settingsButton(page));
  });

  test('the user may go elsewhere: the steps follow, and nobody is fetched back', async ({
    webmail,
    inbox,
    extension,
  }) => {
    const page = await inbox();
    await beginByHand(webmail, page, await extension.openPopup());
    await settingsButton(page).click();
    await page.getByRole('button', { name: 'View More Settings' }).click();
    await expect(currentStep(page)).toHaveText('Open “POP Settings” in the list of settings');
    await mark(page);
    await page.getByRole('menuitem', { name: 'Account and Security' }).click();
    await page.getByRole('link', { name: 'Account Information' }).click();
    await expect(page.getByRole('heading', { name: 'Account Information' })).toBeVisible();
    await expect(currentStep(page)).toHaveText('Open “POP Settings” in the list of settings');
    await page.getByRole('link', { name: 'Back to Mailbox' }).click();
    await expect(currentStep(page)).toHaveText('Press “Settings” at the upper right');
    await expectRing(page, settingsButton(page));
    await page.getByRole('link', { name: 'Sent Items' }).click();
    await expect(currentStep(page)).toHaveText('Press “Settings” at the upper right');
    expect(await isMarked(page)).toBe(true);
    expect(new URL(page.url()).pathname).toMatch(/sentitems/);
  });
});

test.describe('in Chinese', () => {
  test.use({ uiLanguage: 'zh-CN' });

  const show = (popup: Page, check: Check) =>
    findingIn(popup, check).getByRole('button', { name: '带我去看' }).click();

  for (const labels of ['older', 'newer'] satisfies Labels[]) {
    const words = wordsOf('zh_CN', labels);

    test(`from the inbox to both settings, with the ${labels} labels`, async ({
      webmail,
      inbox,
      extension,
    }) => {
      webmail.set({ storage: comfortable, language: 'zh_CN', labels });
      const page = await inbox();
      const popup = await extension.openPopup();
      await show(popup, pop);
      await expect(cardOn(page)).toContainText('当前：“允许”');
      await expectRing(page, controlOf(page, words.popDeletion));
      // What the closed list has to offer, and how it is called, nobody can see yet.
      await expect(currentStep(page)).toContainText(`将“${words.popDeletion}”设为“`);
      await choose(page, words.popDeletion, words.notAllowed);
      await expect(currentStep(page)).toHaveText(`点击“${words.save}”`);
      await save(page);
      await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'fine');
      await expect(cardOn(page)).toContainText(`完成：已设为“${words.notAllowed}”。`);
      await show(popup, sent);
      await expect(cardOn(page)).toContainText(`当前：“${words.saveWebmail}”`);
      await expectRing(page, controlOf(page, words.saveToSent));
      await choose(page, words.saveToSent, words.saveAll);
      await save(page);
      await expect(findingIn(popup, sent)).toHaveAttribute('data-outcome', 'fine');
      await page.reload();
      await expect(findingIn(popup, sent)).toContainText('已确认');
    });

    for (const [check, page, label] of [
      [pop, 'popPage', 'popDeletion'],
      [sent, 'sendPage', 'saveToSent'],
    ] as const) {
      test(`by hand to ${words[label]}, where no path leads there`, async ({
        webmail,
        inbox,
        extension,
      }) => {
        webmail.set({ storage: comfortable, language: 'zh_CN', labels, groupsOpen: false });
        const tab = await inbox();
        await leadHome(tab, 'account-security');
        await show(await extension.openPopup(), check);
        await expect(currentStep(tab)).toHaveText(`点击右上角的“${words.settings}”`);
        const settings = tab.getByRole('banner').getByRole('button', { name: words.settings });
        await expectRing(tab, settings);
        await settings.click();
        if (webmail.mailbox().quickPanel) {
          await expect(currentStep(tab)).toHaveText(`选择“${words.moreSettings}”`);
          await tab.getByRole('button', { name: words.moreSettings }).click();
        }
        // What a folded entry is called nobody can see yet.
        await expect(currentStep(tab)).toContainText('在设置列表中打开“');
        await tab.getByRole('menuitem', { name: words.mailGroup }).click();
        await tab.getByRole('link', { name: words[page], exact: true }).click();
        await expect(cardOn(tab)).toContainText('当前：“');
        await expectRing(tab, controlOf(tab, words[label]));
      });
    }
  }
});

test.describe('Mailmend presses nothing but the way', () => {
  /** Notes every click in the page that no person made. */
  const watchClicks = (context: BrowserContext) =>
    context.addInitScript(() => {
      // An empty tab or a frame that shows a mail has no storage.
      if (location.protocol !== 'https:') return;
      const clicks = JSON.parse(sessionStorage.getItem('clicks') ?? '[]') as string[];
      addEventListener(
        'click',
        ({ isTrusted, target }) => {
          if (isTrusted) return;
          const at = target as HTMLElement;
          clicks.push(`${at.closest('nav')?.className ?? 'no nav'}: ${at.innerText}`);
          sessionStorage.setItem('clicks', JSON.stringify(clicks));
        },
        true,
      );
    });
  const clicksOn = (page: Page) =>
    page.evaluate(() => JSON.parse(sessionStorage.getItem('clicks') ?? '[]') as string[]);

  test('not a folder, a mail or a rule of that name, not the setting, not Save', async ({
    webmail,
    context,
    inbox,
    extension,
  }) => {
    const { mails, rules } = webmail.mailbox();
    webmail.mailbox().folders = { '101': 'POP Settings', '102': 'Settings' };
    webmail.mailbox().mails = mails.map((mail) => ({ ...mail, subject: 'POP Settings' }));
    webmail.mailbox().rules = rules.map((rule) => ({ ...rule, name: 'POP Settings' }));
    await watchClicks(context);
    const page = await inbox();
    const popup = await extension.openPopup();
    await showMe(popup, pop);
    await expectThere(page, popLabel);
    await choose(page, popLabel, 'Not Allowed');
    await save(page);
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'fine');
    expect(await clicksOn(page)).toEqual(['settings-nav: POP Settings']);
    await page.getByRole('link', { name: 'Incoming Mail Rules' }).click();
    await expect(page.getByRole('main').getByText('POP Settings').first()).toBeVisible();
    await showMe(popup, sent);
    await expectThere(page, sentLabel);
    expect(await clicksOn(page)).toEqual([
      'settings-nav: POP Settings',
      'settings-nav: Receiving and Sending',
    ]);
  });

  test('not an entry that leads to another site', async ({ webmail, context, extension }) => {
    webmail.mailbox().words = { popPage: 'Something else' };
    await watchClicks(context);
    const page = await context.newPage();
    await page.goto(addressOf('rules'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toBeVisible();
    await page.getByRole('navigation').evaluate((navigation) => {
      const link = document.createElement('a');
      link.href = 'https://elsewhere.example/';
      link.textContent = 'POP Settings';
      navigation.append(link);
    });
    await showMe(popup, pop);
    await expect(cardOn(page)).toContainText('Open “POP Settings” in the list of settings');
    await expect(cardOn(page)).toContainText('The page did not show the setting.');
    expect(await clicksOn(page)).toEqual([]);
    expect(webmail.refused).not.toContain('elsewhere.example');
  });
});

for (const [uiLanguage, theme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  test.describe(`in ${uiLanguage}, ${theme}`, () => {
    test.use({ uiLanguage, colorScheme: theme });

    test('the card is accessible from the first step to the last', async ({
      webmail,
      context,
      extension,
    }) => {
      const language = uiLanguage === 'en' ? 'en' : 'zh_CN';
      const words = wordsOf(language, 'newer');
      webmail.set({ storage: comfortable, language, theme });
      const page = await context.newPage();
      await page.goto(addressOf('pop'));
      const popup = await extension.openPopup();
      await findingIn(popup, pop).getByRole('button').click();
      const card = cardOn(page);
      const faultsOf = async () => {
        const faults = await axe(page, { within: [':root > div:last-child', '.sheet'] });
        return faults;
      };
      await expect(card).toContainText(`“${words.allowed}”`);
      expect(await faultsOf()).toEqual([]);
      await choose(page, words.popDeletion, words.notAllowed);
      await expectRing(page, page.getByRole('main').getByRole('button'));
      expect(await faultsOf()).toEqual([]);
      await save(page);
      await expect(card.getByRole('button')).toHaveCount(3);
      expect(await faultsOf()).toEqual([]);
      webmail.mailbox().saving = 'fails';
      await choose(page, words.popDeletion, words.allowed);
      await save(page);
      await expect(card).toContainText(/失败|failed/);
      expect(await faultsOf()).toEqual([]);
      expect(await driftOf(ringOn(page), card)).toBeGreaterThan(2);
    });
  });
}

/** Leads a page that is asked for to the inbox, as a webmail does that does not have it. */
async function leadHome(page: Page, slug: string) {
  await page.route(`**/setting/${slug}`, (route) =>
    route.fulfill({ status: 302, headers: { location: INBOX } }),
  );
}

/** Paths that say nothing of their pages. */
function wordlessSlugs(prefix: string) {
  const pages = ['accountInfo', 'accountSecurity', 'display', 'pop', 'send', 'rules'] as const;
  const more = ['vacation', 'forwarding', 'lists', 'spam'] as const;
  const all = [...pages, ...more].map((page, index) => [page, `${prefix}${index}`]);
  return Object.fromEntries(all) as Record<(typeof pages | typeof more)[number], string>;
}
