/** Two settings that make mail vanish: read in every language and control, saved, confirmed. */
import type { Page } from '@playwright/test';
import { axe, expect, test } from './browser/chromium.ts';
import type { Extension } from './browser/extension.ts';
import {
  addressOf,
  type Check,
  cardOn,
  choose,
  controlOf,
  expectRing,
  findingIn,
  ringOn,
  save,
} from './choices.ts';
import type { Mailbox } from './webmail/mailbox.ts';
import { type Labels, languages, wordsOf } from './webmail/words/index.ts';

const comfortable = { used: 1e9, total: 1e10 };
const pop: Check = 'pop-deletion-allowed';
const sent: Check = 'sent-copies-missing';
const popLabel = 'Deletion by Receiving Software';
const sentLabel = 'Save to Sent Email';

async function expectBadge(extension: Extension<Page>, page: Page, text: string) {
  await expect.poll(async () => (await extension.badge(page)).text).toBe(text);
}

async function openSettings(page: Page, entry: string) {
  await page.goto(addressOf('accountSecurity'));
  await page.getByRole('menuitem', { name: entry }).getByRole('link').click();
}

test('from two wrong settings to none, with the popup, the page and the badge agreeing', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: comfortable, rules: [] });
  const page = await inbox();
  const popup = await extension.openPopup();
  await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'unseen');
  await openSettings(page, 'POP Settings');
  await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
  await page.getByRole('link', { name: 'Receiving and Sending' }).click();
  await expect(popup.getByRole('status')).toHaveText('2 things need attention');
  await expect(findingIn(popup, pop)).toHaveAttribute('data-severity', 'critical');
  await expect(findingIn(popup, sent)).toHaveAttribute('data-severity', 'warning');
  await page.getByRole('link', { name: 'Back to Mailbox' }).click();
  await expectBadge(extension, page, '2');

  await findingIn(popup, pop).getByRole('button', { name: 'Show me' }).click();
  const card = cardOn(page);
  await expect(card).toHaveAccessibleName('Mailmend: Keep mail on the server');
  await expect(card).toContainText('Now: “Allowed”');
  await expect(card).toContainText(`Set “${popLabel}” to “Not Allowed”`);
  await expect(card).toContainText('The mail is then gone from the webmail.');
  await expect(card).toContainText('may fetch the same mail again');
  await expect(card).toContainText('the mailbox fills faster');
  await expect(card).toContainText('leave a copy on the server');
  await expectRing(page, controlOf(page, popLabel));

  await choose(page, popLabel, 'Not Allowed');
  await expect(card).toContainText('“Not Allowed” is chosen, but not saved yet.');
  await expect(findingIn(popup, pop)).toContainText('not saved yet');
  await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
  await save(page);
  await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'fine');
  await expect(findingIn(popup, pop)).toContainText('Saved, not yet confirmed');
  await expect(card).toContainText('Done: it is set to “Not Allowed”.');
  await expectBadge(extension, page, '1');

  await card.getByRole('button', { name: 'Reload the page' }).click();
  await expect(findingIn(popup, pop)).toContainText('Confirmed');
  await expect(findingIn(popup, pop)).toContainText(/Changed from “Allowed” on \S+ \S+ \d{4}\./);
  await expect(card).toContainText('Confirmed');

  await findingIn(popup, sent).getByRole('button', { name: 'Show me' }).click();
  await expect(card).toHaveAccessibleName('Mailmend: Keep a copy of all sent mail');
  await expect(card).toContainText('Now: “Save only emails sent by WebMail”');
  await expect(card).toContainText(`Set “${sentLabel}” to “Save All”`);
  await expect(card).toContainText('mail sent before the change is not filled in');
  await expect(card).toContainText('Keeping only mail from clients would be the lesser choice');
  await expectRing(page, controlOf(page, sentLabel));
  await choose(page, sentLabel, 'Save All');
  await expect(card).toContainText('“Save All” is chosen, but not saved yet.');
  await save(page);
  await expect(findingIn(popup, sent)).toHaveAttribute('data-outcome', 'fine');
  await expect(popup.getByRole('status')).toHaveText(
    'Nothing wrong seen, but not everything was checked',
  );
  await expectBadge(extension, page, '?');

  await page.reload();
  await expect(card).toContainText('Confirmed');
  await expect(findingIn(popup, sent)).toContainText('Confirmed');
  await expect(findingIn(popup, sent)).toContainText(
    'Changed from “only mail from the webmail” on',
  );
  await card.getByRole('button', { name: 'Close' }).first().click();
  await expect(card).toBeHidden();
  await expect(ringOn(page)).toBeHidden();

  await page.getByRole('link', { name: 'Incoming Mail Rules' }).click();
  await expect(popup.locator('[data-check="rules-hide-mail"]')).toHaveAttribute(
    'data-outcome',
    'fine',
  );
  await page.getByRole('link', { name: 'Email Forwarding' }).click();
  await expect(popup.getByRole('status')).toHaveText('Everything that is checked is fine');
  await expectBadge(extension, page, '');
});

/** Each value differs from the one before it in what is said of it, so that an old answer cannot pass. */
const popValues: [value: Mailbox['popDeletion'], said: RegExp][] = [
  ['allowed', /^wrong critical Critical ?Mail programs may remove/],
  ['not-allowed', /^fine POP programs cannot remove/],
];
const sentValues: [value: Mailbox['saveToSent'], said: RegExp][] = [
  ['all', /^fine All sent mail is kept/],
  ['webmail', /^wrong warning Warning ?Mail sent from mail programs is not kept/],
  ['clients', /^wrong warning Warning ?Mail sent in the webmail is not kept/],
  ['none', /^wrong critical Critical ?No sent mail is kept/],
];

/** What the settings are made of; a switch is only where there are two values. */
const controls: Mailbox['controls'][] = ['antd', 'native', 'radio', 'fusion'];
const switches: Mailbox['controls'][] = ['switch', 'fusion-switch'];

for (const language of languages) {
  for (const labels of ['older', 'newer'] satisfies Labels[]) {
    test(`every value is judged right in ${labels} ${language}, with every kind of control`, async ({
      webmail,
      context,
      extension,
    }) => {
      const page = await context.newPage();
      const popup = await extension.openPopup();
      const said = (check: Check) => async () => {
        const finding = findingIn(popup, check);
        if ((await finding.count()) === 0) return '';
        const { outcome, severity } = await finding.evaluate(({ dataset }) => ({ ...dataset }));
        return [outcome, severity, await finding.getByRole('heading').textContent()]
          .filter(Boolean)
          .join(' ');
      };
      const given = { language, labels, settingsDelay: 0, storage: comfortable };
      const expectSaid = async (check: Check, what: string, answer: RegExp) => {
        // What a page does to a native control leaves no trace in the page.
        if (what.startsWith('native')) await page.reload();
        await expect.poll(said(check), { message: what, intervals: [50] }).toMatch(answer);
      };
      for (const kind of [...controls, ...switches]) {
        webmail.set({ ...given, controls: kind });
        await page.goto(addressOf('pop'));
        for (const [popDeletion, answer] of popValues) {
          webmail.mailbox().popDeletion = popDeletion;
          await expectSaid(pop, `${kind} ${popDeletion}`, answer);
        }
      }
      for (const kind of controls) {
        webmail.set({ ...given, controls: kind, saveToSent: 'all' });
        await page.goto(addressOf('send'));
        for (const [saveToSent, answer] of sentValues) {
          webmail.mailbox().saveToSent = saveToSent;
          await expectSaid(sent, `${kind} ${saveToSent}`, answer);
        }
      }
    });
  }
}

test.describe('saving', () => {
  /** Opens the setting's own page from the popup. */
  const show = async (popup: Page, check: Check, page: Page) => {
    await findingIn(popup, check).getByRole('button', { name: 'Show me' }).click();
    await expect(cardOn(page)).toContainText('Now:');
  };

  test('at once: fine without a button, and confirmed by a reload', async ({
    webmail,
    inbox,
    extension,
  }) => {
    webmail.set({ saving: 'at-once', storage: comfortable });
    const page = await inbox();
    const popup = await extension.openPopup();
    await show(popup, pop, page);
    await choose(page, popLabel, 'Not Allowed');
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'fine');
    await expect(findingIn(popup, pop)).toContainText('Saved, not yet confirmed');
    await expect(cardOn(page)).toContainText('Saved, not yet confirmed');
    await expect(cardOn(page)).not.toContainText('Press “Save”');
    await page.reload();
    await expect(findingIn(popup, pop)).toContainText('Confirmed');
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'fine');
  });

  test('by a button: a choice that is left unsaved changes nothing', async ({
    webmail,
    inbox,
    extension,
  }) => {
    webmail.set({ storage: comfortable });
    const page = await inbox();
    const popup = await extension.openPopup();
    await show(popup, sent, page);
    await choose(page, sentLabel, 'Save All');
    await expect(cardOn(page)).toContainText('“Save All” is chosen, but not saved yet.');
    await expectRing(page, page.getByRole('button', { name: 'Save', exact: true }));
    await expect(findingIn(popup, sent)).toContainText('not saved yet');
    await expect(findingIn(popup, sent)).toHaveAttribute('data-outcome', 'wrong');
    await page.getByRole('link', { name: 'POP Settings' }).click();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    await page.getByRole('link', { name: 'Receiving and Sending' }).click();
    await expect(cardOn(page)).toContainText('Now: “Save only emails sent by WebMail”');
    await expect(findingIn(popup, sent)).not.toContainText('not saved yet');
    await expect(findingIn(popup, sent)).toHaveAttribute('data-outcome', 'wrong');
    expect(webmail.mailbox().saveToSent).toBe('webmail');
  });

  test('that fails is never fine, and the card says so', async ({ webmail, inbox, extension }) => {
    webmail.set({ saving: 'fails', storage: comfortable });
    const page = await inbox();
    const popup = await extension.openPopup();
    await popup.evaluate(() => {
      const seen = new Set<string>();
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const finding = document.querySelector('[data-check="pop-deletion-allowed"]');
        seen.add(finding?.getAttribute('data-outcome') ?? '');
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    await show(popup, pop, page);
    await choose(page, popLabel, 'Not Allowed');
    await save(page);
    await expect(page.getByText('Failed to save')).toBeVisible();
    await expect(cardOn(page)).toContainText('The page says that saving failed.');
    await expect(page.getByText('Failed to save')).toBeHidden();
    await expect(cardOn(page)).toContainText('The page says that saving failed.');
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    await page.reload();
    await expect(cardOn(page)).toContainText('Now: “Allowed”');
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    await expect(findingIn(popup, pop)).not.toContainText('not saved yet');
    expect(await popup.evaluate('[...seen]')).not.toContain('fine');
  });

  test('that the webmail takes back reopens the finding and says so', async ({
    webmail,
    inbox,
    extension,
  }) => {
    webmail.set({ saving: 'reverts', storage: comfortable });
    const page = await inbox();
    const popup = await extension.openPopup();
    await show(popup, pop, page);
    await choose(page, popLabel, 'Not Allowed');
    await save(page);
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'fine');
    await expect(findingIn(popup, pop)).toContainText('Saved, not yet confirmed');
    await expect(findingIn(popup, pop)).not.toContainText('Confirmed');
    await page.reload();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    await expect(findingIn(popup, pop)).toContainText(
      'It was right before, but is not any more: seen on',
    );
    await expect(cardOn(page)).toContainText('Now: “Allowed”');
  });
});

test.describe('in two tabs of one mailbox', () => {
  test('each reads its own page, and both readings are kept', async ({
    webmail,
    context,
    extension,
  }) => {
    webmail.set({ storage: comfortable });
    const popup = await extension.openPopup();
    const [one, other] = [await context.newPage(), await context.newPage()];
    await Promise.all([one.goto(addressOf('pop')), other.goto(addressOf('send'))]);
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    await expect(findingIn(popup, sent)).toHaveAttribute('data-outcome', 'wrong');
    await choose(one, popLabel, 'Not Allowed');
    await save(one);
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'fine');
    await choose(other, sentLabel, 'Save All');
    await expect(findingIn(popup, sent)).toContainText('not saved yet');
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'fine');
    await save(other);
    const expectBothFine = async () => {
      await expect(findingIn(popup, sent)).toHaveAttribute('data-outcome', 'fine');
      await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'fine');
    };
    await expectBothFine();
    for (const page of [one, other]) {
      await page.reload();
      await page.bringToFront();
      await expectBothFine();
    }
    await expect(findingIn(popup, pop)).toContainText('Confirmed');
    await expect(findingIn(popup, sent)).toContainText('Confirmed');
  });

  const turns: [before: Mailbox['popDeletion'], outcome: string, after: Mailbox['popDeletion']][] =
    [
      ['allowed', 'fine', 'not-allowed'],
      ['not-allowed', 'wrong', 'allowed'],
    ];
  for (const [before, outcome, after] of turns) {
    test(`one that still shows ${before} does not overwrite what the other has read since`, async ({
      webmail,
      context,
      extension,
    }) => {
      webmail.set({ storage: comfortable, popDeletion: before });
      const popup = await extension.openPopup();
      const old = await context.newPage();
      // It hears of no change any more.
      await old.routeWebSocket('**/stand-in/live', () => undefined);
      await old.goto(addressOf('pop'));
      await expect(findingIn(popup, pop)).toHaveAttribute(
        'data-outcome',
        outcome === 'fine' ? 'wrong' : 'fine',
      );
      webmail.mailbox().popDeletion = after;
      const newer = await context.newPage();
      await newer.goto(addressOf('pop'));
      await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', outcome);

      await old.bringToFront();
      const field = controlOf(old, popLabel);
      await expect(field).toHaveText(before === 'allowed' ? 'Allowed' : 'Not Allowed');
      await field.click();
      await old.keyboard.press('Escape');
      await old.getByText('Synchronization Settings').click();
      await old.setViewportSize({ width: 1000, height: 700 });
      await old.waitForTimeout(6000);
      await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', outcome);
      await newer.bringToFront();
      await newer.reload();
      await expect(controlOf(newer, popLabel)).toBeVisible();
      await old.bringToFront();
      await old.waitForTimeout(1000);
      await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', outcome);
    });
  }
});

test.describe('what a page leaves open is never a value', () => {
  test('POP that is off makes its setting not apply, and says why', async ({
    webmail,
    context,
    extension,
  }) => {
    webmail.set({ popEnabled: false, storage: comfortable });
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'not-applicable');
    await expect(findingIn(popup, pop)).toContainText('POP is switched off');
    await expect(popup.getByRole('heading', { name: 'Does not apply', exact: true })).toBeVisible();
  });

  test('a name that stands there twice is in doubt', async ({ webmail, context, extension }) => {
    webmail.set({
      words: { popRange: popLabel, popRangeAll: 'Not Allowed' },
      storage: comfortable,
    });
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'unclear');
    await expect(findingIn(popup, pop)).toContainText('more than once');
  });

  test('a value in unknown words is in doubt', async ({ webmail, context, extension }) => {
    webmail.set({
      words: { allowed: 'Sometimes', saveWebmail: 'The usual' },
      storage: comfortable,
    });
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'unclear');
    await expect(findingIn(popup, pop)).toContainText('a wording that Mailmend does not know');
    await page.goto(addressOf('send'));
    await expect(findingIn(popup, sent)).toHaveAttribute('data-outcome', 'unclear');
  });

  test('a page in an unknown language says nothing', async ({ webmail, context, extension }) => {
    webmail.set({
      storage: comfortable,
      words: {
        popPage: 'Paramètres POP',
        sendPage: 'Réception et envoi',
        syncSection: 'Synchronisation',
        popDeletion: 'Suppression par le logiciel de réception',
        allowed: 'Autorisée',
        notAllowed: 'Non autorisée',
        save: 'Enregistrer',
      },
    });
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    await expect(page.getByText('Autorisée')).toBeVisible();
    const popup = await extension.openPopup();
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'unseen');
    await expect(popup.locator('[data-check="storage-nearly-full"]')).toBeAttached();
    await expect(findingIn(popup, pop)).not.toHaveAttribute('data-outcome', /wrong|fine/);
  });

  test('a mail that quotes the help text says nothing', async ({ webmail, inbox, extension }) => {
    webmail.set({ storage: comfortable });
    const [first] = webmail.mailbox().mails;
    if (!first) throw new Error('The stand-in has no mail.');
    const quote = `<h1>POP Settings</h1><h3>Synchronization Settings</h3>
      <table><tr><td>${popLabel}</td><td><select><option>Not Allowed</option></select></td></tr>
      <tr><td>${sentLabel}</td><td><select><option>Save All</option></select></td></tr></table>`;
    webmail.mailbox().mails = [{ ...first, subject: `${popLabel}: Not Allowed`, body: quote }];
    const page = await inbox();
    await page.getByText(`${popLabel}: Not Allowed`).first().click();
    await expect(page.frameLocator('iframe').first().getByText('POP Settings')).toBeVisible();
    const popup = await extension.openPopup();
    await expect(popup.locator('[data-check="storage-nearly-full"]')).toHaveAttribute(
      'data-outcome',
      'fine',
    );
    await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'unseen');
    await expect(findingIn(popup, sent)).toHaveAttribute('data-outcome', 'unseen');
  });

  for (const settingsPages of ['error', 'empty'] as const) {
    test(`a settings page that is ${settingsPages} is unclear, and then it works`, async ({
      webmail,
      context,
      extension,
    }) => {
      webmail.set({ settingsPages, storage: comfortable });
      const page = await context.newPage();
      await page.goto(addressOf('pop'));
      const popup = await extension.openPopup();
      await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'unclear');
      await expect(findingIn(popup, pop)).toContainText('did not find this setting');
      webmail.mailbox().settingsPages = 'ok';
      await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
    });
  }
});

for (const [uiLanguage, colorScheme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  test.describe(`in ${uiLanguage}, ${colorScheme}`, () => {
    test.use({ uiLanguage, colorScheme });

    test('the popup with these findings is accessible', async ({ webmail, context, extension }) => {
      const language = uiLanguage === 'en' ? 'en' : 'zh_CN';
      const words = wordsOf(language, 'newer');
      webmail.set({ storage: comfortable, language });
      const page = await context.newPage();
      await page.goto(addressOf('pop'));
      const popup = await extension.openPopup();
      await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'wrong');
      expect(await axe(popup)).toEqual([]);
      await choose(page, words.popDeletion, words.notAllowed);
      await save(page);
      await expect(findingIn(popup, pop)).toHaveAttribute('data-outcome', 'fine');
      await page.goto(addressOf('send'));
      await expect(findingIn(popup, sent)).toHaveAttribute('data-outcome', 'wrong');
      expect(await axe(popup)).toEqual([]);
    });
  });
}
