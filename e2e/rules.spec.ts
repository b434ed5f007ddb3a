/** Receiving rules and forwarding: read in every dress, judged, accepted, shown in place. */
import type { Page } from '@playwright/test';
import { axe, expect, test } from './browser/chromium.ts';
import { addressOf, cardOn, expectRing, ringOn } from './choices.ts';
import type { Mailbox } from './webmail/mailbox.ts';
import { ruleSets } from './webmail/rules.ts';
import type { Language } from './webmail/words/index.ts';

const comfortable = { used: 1e9, total: 1e10 };

const findingIn = (popup: Page, check: string) => popup.locator(`[data-check="${check}"]`);

/** What the popup says of each rule: "rules-hide-mail 3 info". */
async function saidIn(popup: Page): Promise<string[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-rule]')].map((rule) => {
      const { check } = rule.closest<HTMLElement>('[data-check]')?.dataset ?? {};
      return `${check} ${rule.dataset['rule']} ${rule.dataset['severity']}`;
    }),
  );
}

/** The row of a rule in the stand-in's list, by its place on the page. */
const rowOf = (page: Page, text: string) =>
  page.locator('tr.ant-table-row, .ant-list-item, .rule-block').filter({ hasText: text }).first();

const lists: Mailbox['ruleList'][] = ['table', 'cards', 'blocks'];

for (const language of ['en', 'zh_CN'] satisfies Language[]) {
  for (const ruleList of lists) {
    test(`sixty rules with known answers, as ${ruleList} in ${language}`, async ({
      webmail,
      context,
      extension,
    }) => {
      const judged = ruleSets.sixty(language);
      webmail.set({
        language,
        ruleList,
        rulesPerPage: 100,
        storage: comfortable,
        rules: judged.map(({ rule }) => rule),
        folders: ruleSets.folders(language),
      });
      const page = await context.newPage();
      await page.goto(addressOf('rules'));
      const popup = await extension.openPopup();
      const expected = judged.flatMap(({ verdicts }, index) =>
        verdicts.map(({ check, severity }) => `${check} ${index + 1} ${severity}`),
      );
      await expect.poll(async () => (await saidIn(popup)).sort()).toEqual(expected.sort());
      await expect(findingIn(popup, 'rules-hide-mail')).toContainText('60');
      const said = await saidIn(popup);
      const alarms = judged.flatMap(({ innocent }, index) =>
        innocent
          ? said.filter((one) => one.includes(` ${index + 1} `) && !one.endsWith('info'))
          : [],
      );
      expect(alarms).toEqual([]);
    });
  }
}

test.describe('a rule', () => {
  test.beforeEach(({ webmail }) =>
    webmail.set({ storage: comfortable, rules: ruleSets.many('en', 25), rulesPerPage: 10 }),
  );

  test('on another page of the list is led to, and ringed', async ({
    webmail,
    context,
    extension,
  }) => {
    const rules = ruleSets.many('en', 12);
    const last = rules[11];
    if (!last) throw new Error('There is no twelfth rule.');
    rules[11] = { ...last, name: 'Take it away', actions: [{ type: 'delete' }] };
    webmail.set({ storage: comfortable, rules, rulesPerPage: 10 });
    const page = await context.newPage();
    await page.goto(addressOf('rules'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, 'rules-remove-mail')).toContainText(
      'Only part of the list was seen',
    );
    await page.locator('.ant-pagination-item-2').click();
    const item = findingIn(popup, 'rules-remove-mail').locator('[data-rule="12"]');
    await expect(item).toContainText('Take it away');
    await expect(findingIn(popup, 'rules-remove-mail')).toContainText('12 listed, 12 understood.');
    await page.locator('.ant-pagination-item-1').click();
    await expect(rowOf(page, 'Take it away')).toBeHidden();
    await item.getByRole('button', { name: 'Show me' }).click();
    await expect(cardOn(page)).toContainText('Turn the pages of the list until the rule comes');
    await expect(ringOn(page)).toBeVisible();
    await page.locator('.ant-pagination-item-2').click();
    await expectRing(page, rowOf(page, 'Take it away'));
    await expect(cardOn(page)).toContainText('Rule 12 deletes mail.');
    await expect(cardOn(page)).toContainText('switch it off here');
  });

  test('that is new says so, and one that was changed is new', async ({
    webmail,
    context,
    extension,
  }) => {
    webmail.mailbox().rules = ruleSets.many('en', 3);
    const page = await context.newPage();
    await page.goto(addressOf('rules'));
    const popup = await extension.openPopup();
    await expect(findingIn(popup, 'rules-hide-mail')).toContainText('3 listed');
    await expect(popup.locator('[data-rule]').first()).toBeVisible();
    await expect(popup.getByText(/New since/)).toHaveCount(0);
    const [first, ...others] = webmail.mailbox().rules;
    if (!first) throw new Error('There is no rule.');
    webmail.mailbox().rules = [{ ...first, actions: [{ type: 'delete' }] }, ...others];
    await expect(findingIn(popup, 'rules-remove-mail').locator('[data-rule="1"]')).toContainText(
      /New since/,
    );
  });

  test('that the user knows about is accepted, and comes back when it changes', async ({
    webmail,
    context,
    extension,
  }) => {
    webmail.mailbox().rules = [
      {
        id: 'r1',
        name: 'To the archive',
        enabled: true,
        match: 'all',
        conditions: [{ field: 'from', words: ['news@paper.example.org'] }],
        actions: [{ type: 'forward', to: 'archive@elsewhere.example.net' }],
        stop: false,
      },
    ];
    const page = await context.newPage();
    await page.goto(addressOf('rules'));
    const popup = await extension.openPopup();
    const finding = findingIn(popup, 'rules-forward-mail');
    await expect(finding).toHaveAttribute('data-severity', 'critical');
    await expect(finding).toContainText('elsewhere.example.net');
    await finding.getByText('I know about this one').click();
    await finding.getByLabel('30 days').check();
    await finding.getByLabel('Reason').fill('Our press archive');
    await finding.getByRole('button', { name: 'Confirm' }).click();
    await expect(finding).toHaveAttribute('data-outcome', 'accepted');
    await expect(finding).toContainText('Our press archive');
    const [rule] = webmail.mailbox().rules;
    if (!rule) throw new Error('There is no rule.');
    webmail.mailbox().rules = [
      { ...rule, actions: [{ type: 'forward', to: 'x@third.example.net' }] },
    ];
    await expect(finding).toHaveAttribute('data-outcome', 'wrong');
    webmail.mailbox().rules = [rule];
    await expect(finding).toHaveAttribute('data-outcome', 'accepted');
    await finding.getByRole('button', { name: 'Mention it again' }).click();
    await expect(finding).toHaveAttribute('data-outcome', 'wrong');
    await popup.getByText('Your own mail domains').click();
    const own = popup.getByRole('textbox', { name: 'Your own mail domains' });
    await own.fill('no domain!');
    await popup.getByRole('button', { name: 'Keep' }).click();
    await expect(popup.getByText('That is no list of domains')).toBeVisible();
    await own.fill('example.com, elsewhere.example.net');
    await popup.getByRole('button', { name: 'Keep' }).click();
    await expect(finding).toHaveAttribute('data-severity', 'info');
  });
});

test('hostile names are shown as text, and what is stored has none of them', async ({
  webmail,
  context,
  extension,
}) => {
  const rules = ruleSets.hostile('en');
  webmail.set({ storage: comfortable, rules, rulesPerPage: null });
  const page = await context.newPage();
  await page.goto(addressOf('rules'));
  const popup = await extension.openPopup();
  await expect(popup.locator('[data-rule]').first()).toBeVisible();
  expect(
    await popup.locator('main script, main img:not([alt=""]), main b, main iframe').count(),
  ).toBe(0);
  const widest = await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(widest).toBeLessThanOrEqual(0);
  const kept = await popup.evaluate(async () =>
    JSON.stringify(
      await (
        globalThis as unknown as {
          chrome: { storage: { local: { get(key: null): Promise<object> } } };
        }
      ).chrome.storage.local.get(null),
    ),
  );
  const names = rules.map(({ name }) => name.trim()).filter((name) => name.length > 3);
  expect(names.filter((name) => kept.includes(JSON.stringify(name).slice(1, 40)))).toEqual([]);
});

test('five hundred rules are read, and a list that changes meanwhile too', async ({
  webmail,
  context,
  extension,
}) => {
  webmail.set({
    storage: comfortable,
    rules: ruleSets.many('en', 500),
    rulesPerPage: null,
    rulesChange: 1500,
  });
  const page = await context.newPage();
  await page.goto(addressOf('rules'));
  const popup = await extension.openPopup();
  const finding = findingIn(popup, 'rules-remove-mail');
  await expect(finding).toContainText('500 listed, 500 understood.', { timeout: 60_000 });
  await expect(finding.locator('[data-rule]')).toHaveCount(50);
});

test.describe('forwarding', () => {
  const cases: [name: string, mailbox: Partial<Mailbox>, said: string][] = [
    ['off', { forwarding: null }, 'fine '],
    [
      'outside, with a copy',
      { forwarding: { to: 'x@out.example.net', keepsCopy: true } },
      'wrong critical',
    ],
    ['inside, with a copy', { forwarding: { to: 'x@example.com', keepsCopy: true } }, 'wrong info'],
    ['inside, without', { forwarding: { to: 'x@example.com', keepsCopy: false } }, 'wrong warning'],
  ];
  for (const language of ['en', 'zh_CN'] satisfies Language[]) {
    for (const forwardingPage of ['switch', 'radio'] as const) {
      test(`is read and judged, with a ${forwardingPage} in ${language}`, async ({
        webmail,
        context,
        extension,
      }) => {
        const page = await context.newPage();
        const popup = await extension.openPopup();
        for (const [name, mailbox, answer] of cases) {
          webmail.set({
            language,
            forwardingPage,
            storage: comfortable,
            settingsDelay: 0,
            ...mailbox,
          });
          await page.goto(addressOf('forwarding'));
          const finding = findingIn(popup, 'mail-forwarded-away');
          await expect
            .poll(
              async () =>
                (await finding.count()) === 0
                  ? ''
                  : finding.evaluate(
                      ({ dataset }) => `${dataset['outcome']} ${dataset['severity'] ?? ''}`,
                    ),
              { message: name },
            )
            .toBe(answer);
        }
      });
    }
  }

  test('is led to, and ringed', async ({ webmail, inbox, extension }) => {
    webmail.set({ storage: comfortable, forwarding: { to: 'x@out.example.net', keepsCopy: true } });
    const page = await inbox();
    const popup = await extension.openPopup();
    await findingIn(popup, 'mail-forwarded-away').getByRole('button', { name: 'Show me' }).click();
    await expect(cardOn(page)).toContainText('Check where your mail goes');
    await expect(ringOn(page)).toBeVisible();
    await expect(findingIn(popup, 'mail-forwarded-away')).toContainText('To out.example.net.');
  });
});

for (const [uiLanguage, colorScheme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  test.describe(`in ${uiLanguage}, ${colorScheme}`, () => {
    test.use({ uiLanguage, colorScheme });

    test('the popup with rules, and the card beside one, are accessible', async ({
      webmail,
      context,
      extension,
    }) => {
      const language = uiLanguage === 'en' ? 'en' : 'zh_CN';
      webmail.set({ language, storage: comfortable, rules: ruleSets.many(language, 10) });
      const page = await context.newPage();
      await page.goto(addressOf('rules'));
      const popup = await extension.openPopup();
      const rule = popup.locator('[data-rule]').first();
      await expect(rule).toBeVisible();
      await rule.locator('summary').click();
      expect(await axe(popup)).toEqual([]);
      await popup.screenshot({
        path: `test-results/shots/rules-popup-${uiLanguage}-${colorScheme}.png`,
        fullPage: true,
      });
      await rule.getByRole('button').first().click();
      await expect(cardOn(page)).toBeVisible();
      await expect(ringOn(page)).toBeVisible();
      await page.screenshot({
        path: `test-results/shots/rules-card-${uiLanguage}-${colorScheme}.png`,
      });
      expect(await axe(page, { within: ['html > [popover]', '[data-mailmend]'] })).toEqual([]);
    });
  });
}
