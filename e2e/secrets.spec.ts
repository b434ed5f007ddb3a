/** Two hundred secrets in a mailbox: none is in the report, in what is kept, in a badge, a title or a console. */
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { expect, test } from './browser/chromium.ts';
import type { ChromiumExtension } from './browser/chromium-extension.ts';
import { HOST } from './browser/webmail.ts';
import { addressOf } from './choices.ts';
import { GB } from './parts.ts';
import { plantIn, secretsIn } from './secrets.ts';

declare const chrome: { storage: { session: { get(): Promise<object> } } };

/** The pages of the settings on which secrets stand. */
const settings = [
  'accountInfo',
  'pop',
  'send',
  'rules',
  'vacation',
  'forwarding',
  'lists',
] as const;

/** All that is written to any console from now on. */
function consolesOf(context: BrowserContext): string[] {
  const written: string[] = [];
  const listen = (worker: Worker) =>
    worker.on('console', (message) => written.push(message.text()));
  context.on('console', (message) => written.push(message.text()));
  context.on('serviceworker', listen);
  context.serviceWorkers().forEach(listen);
  return written;
}

/** All in which a secret would be told: the report, what is kept, badges, titles and our own drawings. */
async function toldBy(extension: ChromiumExtension, pages: Page[], own: Page[]): Promise<string[]> {
  const worker = await extension.worker();
  const badges = await Promise.all(pages.map((page) => extension.badge(page)));
  const drawn = await Promise.all(
    pages.map((page) =>
      page.evaluate(
        () => document.querySelector('html > [popover]')?.shadowRoot?.textContent ?? '',
      ),
    ),
  );
  return [
    JSON.stringify(await extension.storage.get()),
    JSON.stringify(await worker.evaluate(() => chrome.storage.session.get())),
    ...badges.map(({ text, title }) => `${text} ${title}`),
    ...drawn,
    ...(await Promise.all(own.map((page) => page.title()))),
  ];
}

test('no secret leaves its page', async ({ context, webmail, inbox, extension }) => {
  test.slow();
  const written = consolesOf(context);
  const { secrets, own, rules, typed } = plantIn(webmail);
  expect(new Set(secrets).size).toBe(200);
  const first = await inbox();
  const open = async (url: string) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  const pages = [first];
  for (const name of settings) pages.push(await open(addressOf(name)));
  const base = `https://${HOST}/alimail/entries/v5.1/`;
  pages.push(await open(`${base}search?keyword=${encodeURIComponent(typed[0] ?? '')}`));
  const composer = await open(`${base}compose`);
  pages.push(composer);
  await composer.locator('input[role="combobox"]').first().fill(`${typed[1]}@mail.example`);
  await composer.keyboard.press('Enter');
  await composer.getByRole('textbox', { name: 'Subject' }).fill(typed[2] ?? '');
  await composer
    .frameLocator('iframe')
    .locator('body')
    .fill(typed[3] ?? '');
  await first.bringToFront();
  await first.locator('a.row').first().click();

  const report = await extension.openReport();
  const shown = async () => (await report.locator('[data-report]').textContent()) ?? '';
  const fields = async () =>
    Object.entries<{ outcome: string; missed?: object }>(JSON.parse(await shown()).fields);
  const known = async () =>
    (await fields()).filter(([, { outcome }]) => outcome === 'read').map(([name]) => name);
  const facts = ['storage', 'popDeletion', 'sentCopies', 'rules', 'forwarding'];
  await expect.poll(known).toEqual(facts);
  const { facts: values } = JSON.parse(await shown());
  expect(values.storage.value).toEqual({ used: expect.closeTo(9.8 * GB, -1), total: 10 * GB });

  const expectNone = async () => {
    const popup = await extension.openPopup();
    await expect(popup.locator('[data-check="pop-deletion-allowed"]')).toBeVisible();
    const told = await toldBy(extension, pages, [popup, report]);
    expect(secretsIn([...told, ...written].join('\n'), secrets)).toEqual([]);
    // The popup says whose mailbox it is, and names the rules of a tab that shows them.
    const rest = secrets.filter((secret) => secret !== own && !rules.includes(secret));
    expect(secretsIn((await popup.locator('body').textContent()) ?? '', rest)).toEqual([]);
    expect(secretsIn((await report.locator('body').textContent()) ?? '', secrets)).toEqual([]);
    await popup.close();
  };
  await expectNone();

  // The same with nothing understood any more: names of settings, of pages and of folders.
  const missed = async () =>
    (await fields()).filter(([, { missed }]) => missed).map(([name]) => name);
  const [a, b, c] = typed;
  webmail.mailbox().indicator = 'nowhere';
  webmail.mailbox().words = {
    ...{ popDeletion: a ?? '', saveToSent: b ?? '', forwardOn: c ?? '', forwardNone: c ?? '' },
    ...{
      edit: a ?? '',
      delete: b ?? '',
      ruleSentence: '{conditions} {actions}',
      ruleDoes: b ?? '',
    },
    ...{ ruleName: a ?? '', ruleStatus: c ?? '', ruleConditions: c ?? '', operation: a ?? '' },
  };
  webmail.mailbox().ruleList = 'blocks';
  webmail.mailbox().ruleMark = 'text';
  await Promise.all(pages.filter((page) => page !== composer).map((page) => page.reload()));
  await expect
    .poll(missed)
    .toEqual(expect.arrayContaining(['storage', 'popDeletion', 'sentCopies', 'forwarding']));
  await expectNone();
  expect((await shown()).length).toBeLessThanOrEqual(8192);
  // The test itself would find what a page shows.
  expect(secretsIn(await first.content(), secrets).length).toBeGreaterThan(20);
});
