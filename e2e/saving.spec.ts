/** However a webmail saves: what is chosen is not yet so, and what failed never was. */
import type { Page } from '@playwright/test';
import { expect, test } from './browser/chromium.ts';
import {
  addressOf,
  type Check,
  cardOn,
  choose,
  controlOf,
  expectRing,
  findingIn,
  save,
} from './choices.ts';
import type { MailboxPatch } from './webmail/mailbox.ts';

interface Setting {
  check: Check;
  page: 'pop' | 'send';
  key: 'popDeletion' | 'saveToSent';
  label: string;
  before: string;
  target: string;
}

const pop: Setting = {
  check: 'pop-deletion-allowed',
  page: 'pop',
  key: 'popDeletion',
  label: 'Deletion by Receiving Software',
  before: 'Allowed',
  target: 'Not Allowed',
};
const sent: Setting = {
  check: 'sent-copies-missing',
  page: 'send',
  key: 'saveToSent',
  label: 'Save to Sent Email',
  before: 'Save only emails sent by WebMail',
  target: 'Save All',
};

const comfortable = { used: 1e9, total: 1e10 };

/** In ms: longer than a page is given to report that saving failed. */
const longEnough = 2500;

const finding = (popup: Page, { check }: Setting) => findingIn(popup, check);
const outcome = (popup: Page, setting: Setting, name: string) =>
  expect(finding(popup, setting)).toHaveAttribute('data-outcome', name);

/** Opens the page of a setting and has it shown. */
async function begin(page: Page, popup: Page, setting: Setting): Promise<void> {
  await page.goto(addressOf(setting.page));
  await outcome(popup, setting, 'wrong');
  await finding(popup, setting).getByRole('button', { name: 'Show me' }).click();
  await expect(cardOn(page)).toContainText(`Now: “${setting.before}”`);
}

/** Notes every outcome that the popup shows of a setting from now on, however short. */
async function watchOutcomes(popup: Page, { check }: Setting): Promise<() => Promise<string[]>> {
  await popup.evaluate((check) => {
    const shown = new Set<string>();
    Object.assign(window, { shown });
    new MutationObserver(() => {
      const finding = document.querySelector(`[data-check="${check}"]`);
      shown.add(finding?.getAttribute('data-outcome') ?? '');
    }).observe(document, { subtree: true, childList: true, attributes: true });
  }, check);
  return () => popup.evaluate('[...shown]') as Promise<string[]>;
}

async function expectUnsaved(page: Page, popup: Page, setting: Setting): Promise<void> {
  await expect(cardOn(page)).toContainText(`“${setting.target}” is chosen, but not saved yet.`);
  await expect(finding(popup, setting)).toContainText('not saved yet');
  await outcome(popup, setting, 'wrong');
}

for (const setting of [pop, sent]) {
  for (const savesAtOnce of [false, true]) {
    const way = savesAtOnce ? 'at once' : 'by a button';
    const change = async (page: Page) => {
      await choose(page, setting.label, setting.target);
      if (!savesAtOnce) await save(page);
    };

    test.describe(`${setting.label}, saved ${way}`, () => {
      const given = (patch: MailboxPatch) => ({ storage: comfortable, savesAtOnce, ...patch });

      test('is fine, and confirmed by a reload', async ({ webmail, context, extension }) => {
        webmail.set(given({}));
        const page = await context.newPage();
        const popup = await extension.openPopup();
        await begin(page, popup, setting);
        await change(page);
        await outcome(popup, setting, 'fine');
        await expect(finding(popup, setting)).toContainText('Saved, not yet confirmed');
        await expect(cardOn(page)).toContainText(`Done: it is set to “${setting.target}”.`);
        await page.reload();
        await expect(finding(popup, setting)).toContainText('Confirmed');
        await outcome(popup, setting, 'fine');
      });

      for (const latency of [20, 3000]) {
        test(`and failing is never fine, with answers that take ${latency} ms`, async ({
          webmail,
          context,
          extension,
        }) => {
          webmail.set(given({ saving: 'fails' }));
          const page = await context.newPage();
          const popup = await extension.openPopup();
          await begin(page, popup, setting);
          const outcomes = await watchOutcomes(popup, setting);
          webmail.mailbox().latency = latency;
          await change(page);
          await expect(page.getByText('Failed to save')).toBeVisible();
          await expect(cardOn(page)).toContainText('The page says that saving failed.');
          await expect(page.getByText('Failed to save')).toBeHidden();
          await page.waitForTimeout(longEnough);
          await expect(cardOn(page)).toContainText('The page says that saving failed.');
          await outcome(popup, setting, 'wrong');
          webmail.mailbox().latency = 20;
          await page.reload();
          await expect(cardOn(page)).toContainText(`Now: “${setting.before}”`);
          await outcome(popup, setting, 'wrong');
          await expect(finding(popup, setting)).not.toContainText('not saved yet');
          expect(await outcomes()).not.toContain('fine');
        });
      }

      test('and failing after it was believed ends as it was', async ({
        webmail,
        context,
        extension,
      }) => {
        webmail.set(given({ saving: 'fails' }));
        const page = await context.newPage();
        const popup = await extension.openPopup();
        await begin(page, popup, setting);
        webmail.mailbox().latency = 6000;
        await change(page);
        await expect(page.getByText('Failed to save')).toBeVisible();
        await expect(cardOn(page)).toContainText('The page says that saving failed.');
        await expect(cardOn(page)).not.toContainText('Done');
        await outcome(popup, setting, 'wrong');
      });

      test('and taken back by the webmail is open again, and says so', async ({
        webmail,
        context,
        extension,
      }) => {
        webmail.set(given({ saving: 'reverts' }));
        const page = await context.newPage();
        const popup = await extension.openPopup();
        await begin(page, popup, setting);
        await change(page);
        await outcome(popup, setting, 'fine');
        await expect(finding(popup, setting)).toContainText('Saved, not yet confirmed');
        await page.reload();
        await outcome(popup, setting, 'wrong');
        await expect(finding(popup, setting)).toContainText(
          'It was right before, but is not any more',
        );
        await expect(cardOn(page)).toContainText(`Now: “${setting.before}”`);
      });
    });
  }
}

for (const controls of ['fusion', 'switch', 'fusion-switch', 'radio', 'native'] as const) {
  test(`what is chosen with ${controls} is saved and confirmed`, async ({
    webmail,
    context,
    extension,
  }) => {
    webmail.set({ storage: comfortable, controls });
    const page = await context.newPage();
    const popup = await extension.openPopup();
    for (const setting of controls.includes('switch') ? [pop] : [pop, sent]) {
      await page.goto(addressOf(setting.page));
      await outcome(popup, setting, 'wrong');
      await choose(page, setting.label, setting.target);
      await expect(finding(popup, setting)).toContainText('not saved yet');
      await outcome(popup, setting, 'wrong');
      await save(page);
      await outcome(popup, setting, 'fine');
      await page.reload();
      await expect(finding(popup, setting)).toContainText('Confirmed');
    }
  });
}

test.describe('what is chosen and not saved', () => {
  test.beforeEach(({ webmail }) => webmail.set({ storage: comfortable }));

  test('stays so however long it is left alone', async ({ context, extension }) => {
    const page = await context.newPage();
    const popup = await extension.openPopup();
    await begin(page, popup, pop);
    await choose(page, pop.label, pop.target);
    await expectUnsaved(page, popup, pop);
    const outcomes = await watchOutcomes(popup, pop);
    await page.waitForTimeout(35_000);
    await expectUnsaved(page, popup, pop);
    expect(await outcomes()).not.toContain('fine');
  });

  test('stays so when the keyboard goes over Save and past it, until it presses it', async ({
    webmail,
    context,
    extension,
  }) => {
    const page = await context.newPage();
    const popup = await extension.openPopup();
    await begin(page, popup, sent);
    await choose(page, sent.label, sent.target);
    await expectUnsaved(page, popup, sent);
    const button = page.getByRole('button', { name: 'Save', exact: true });
    await page.getByRole('checkbox').focus();
    await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(button).not.toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(longEnough);
    await expect(finding(popup, sent)).toContainText('not saved yet');
    await outcome(popup, sent, 'wrong');
    expect(webmail.mailbox().saveToSent).toBe('webmail');
    await button.focus();
    await page.keyboard.press('Enter');
    await outcome(popup, sent, 'fine');
    expect(webmail.mailbox().saveToSent).toBe('all');
  });

  test('stays so when a spinner covers the page for a moment', async ({
    webmail,
    context,
    extension,
  }) => {
    const page = await context.newPage();
    const popup = await extension.openPopup();
    await begin(page, popup, sent);
    await choose(page, sent.label, sent.target);
    await expectUnsaved(page, popup, sent);
    const outcomes = await watchOutcomes(popup, sent);
    const spinner = page.getByRole('main').locator('.ant-spin-spinning');
    for (const ms of [300, longEnough]) {
      webmail.mailbox().covered = true;
      await expect(spinner).toBeVisible();
      await page.waitForTimeout(ms);
      webmail.mailbox().covered = false;
      await expect(spinner).toBeHidden();
      await page.waitForTimeout(longEnough);
      await expectUnsaved(page, popup, sent);
    }
    expect(await outcomes()).not.toContain('fine');
    await save(page);
    await outcome(popup, sent, 'fine');
  });

  test('stays so when another section of the page is saved', async ({
    webmail,
    context,
    extension,
  }) => {
    webmail.mailbox().saveButtons = 'sections';
    const page = await context.newPage();
    const popup = await extension.openPopup();
    await begin(page, popup, sent);
    await choose(page, sent.label, sent.target);
    await expectUnsaved(page, popup, sent);
    const [own, other] = await page.getByRole('button', { name: 'Save', exact: true }).all();
    if (!own || !other) throw new Error('Each of two sections has its own Save.');
    await expectRing(page, own);
    const outcomes = await watchOutcomes(popup, sent);
    await page.getByRole('checkbox').click();
    await other.click();
    await expect(page.getByText('Saved successfully')).toBeVisible();
    await expect(page.getByText('Saved successfully')).toBeHidden();
    await expectUnsaved(page, popup, sent);
    expect(await outcomes()).not.toContain('fine');
    expect(webmail.mailbox().preferences.quoteOriginal).toBe(false);
    expect(webmail.mailbox().saveToSent).toBe('webmail');
    await own.click();
    await outcome(popup, sent, 'fine');
    expect(webmail.mailbox().saveToSent).toBe('all');
  });

  test('is no fact when the session ends as Save is pressed', async ({
    webmail,
    context,
    extension,
  }) => {
    const page = await context.newPage();
    const popup = await extension.openPopup();
    await begin(page, popup, pop);
    await choose(page, pop.label, pop.target);
    await expectUnsaved(page, popup, pop);
    const outcomes = await watchOutcomes(popup, pop);
    webmail.mailbox().signedIn = false;
    await save(page);
    const form = page.frameLocator('.login_panel_iframe');
    await expect(popup.getByText('You are signed out')).toBeVisible();
    await form.getByRole('button', { name: 'Sign In' }).click();
    await page.waitForURL('**/setting/**');
    await expect(controlOf(page, pop.label)).toContainText(pop.before);
    await outcome(popup, pop, 'wrong');
    await expect(finding(popup, pop)).not.toContainText('not saved yet');
    expect(await outcomes()).not.toContain('fine');
  });
});

test('a native control that the page itself changes is read again', async ({
  webmail,
  context,
  extension,
}) => {
  webmail.set({ storage: comfortable, controls: 'native' });
  const page = await context.newPage();
  const popup = await extension.openPopup();
  await page.goto(addressOf('pop'));
  await outcome(popup, pop, 'wrong');
  // What was looked at again some time after the page was opened is behind us.
  await page.waitForTimeout(6000);
  webmail.mailbox().popDeletion = 'not-allowed';
  await expect(controlOf(page, pop.label).locator('option:checked')).toHaveText(pop.target);
  await outcome(popup, pop, 'fine');
});
