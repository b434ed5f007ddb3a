/** What is looked for in vain: said with its reason, kept with what was tried, and without any text. */
import type { Page } from '@playwright/test';
import { axe, expect, test } from './browser/chromium.ts';
import { addressOf } from './choices.ts';
import { filledTo } from './parts.ts';
import { wordsOf } from './webmail/words/index.ts';

const finding = (popup: Page, check: string) => popup.locator(`[data-check="${check}"]`);
const pop = 'pop-deletion-allowed';

const reportIn = async (page: Page) =>
  JSON.parse((await page.locator('[data-report]').textContent()) ?? '');

const renamed = { popDeletion: 'Fate of fetched mail', syncSection: 'Fetching' };

test('a setting that is not found is told with its reason, and spoils no other', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ documentLanguage: 'en-US', storage: filledTo(0.4), words: renamed });
  const page = await inbox();
  const [popup, report] = [await extension.openPopup(), await extension.openReport()];
  const fields = async () => (await reportIn(report)).fields;
  await expect(finding(popup, 'storage-nearly-full')).toHaveAttribute('data-outcome', 'fine');
  await page.goto(addressOf('pop'));
  const missed = finding(popup, pop);
  await expect(missed).toHaveAttribute('data-outcome', 'unclear');
  await expect(missed).toContainText(
    "looked on the webmail's POP settings page and did not find this setting. Its name does not",
  );
  await expect
    .poll(async () => (await fields()).popDeletion)
    .toEqual({
      outcome: 'missing',
      at: expect.any(String),
      days: 0,
      missed: {
        reason: 'missing',
        at: expect.any(String),
        days: 0,
        place: 'settings',
        page: 'pop',
        sign: 'heading',
        language: { page: 'en-US', words: 'en' },
        tried: { names: 0, controls: 0, values: 0, path: expect.stringMatching(/^(none|here)$/) },
        skeleton: expect.arrayContaining([
          'main',
          expect.stringMatching(/^ +h1 page:pop$/),
          expect.stringMatching(/^ +div text$/),
          expect.stringMatching(/^ +input combobox/),
          expect.stringMatching(/^ +span value:allowed$/),
          expect.stringMatching(/^ +span entry:save$/),
        ]),
      },
    });
  const { skeleton } = (await fields()).popDeletion.missed;
  expect(skeleton.filter((line: string) => /page:(sending|rules)/.test(line))).toEqual([]);

  await page.getByRole('link', { name: 'Receiving and Sending' }).click();
  await expect(finding(popup, 'sent-copies-missing')).toHaveAttribute('data-severity', 'warning');
  await expect(missed).toHaveAttribute('data-outcome', 'unclear');
  await expect(finding(popup, 'storage-nearly-full')).toHaveAttribute('data-outcome', 'fine');
  expect((await fields()).sentCopies).not.toHaveProperty('missed');

  // The name alone stands there: no control that could be read.
  webmail.mailbox().words = { ...renamed, syncSection: 'Deletion by Receiving Software' };
  await page.goto(addressOf('pop'));
  await expect(missed).toContainText('Its name is there, but nothing beside it');
  expect((await fields()).popDeletion.missed).toMatchObject({ sign: 'label', tried: { names: 1 } });
  for (const shown of [popup, report]) expect(await axe(shown)).toEqual([]);

  // Read well, it is no miss any more; gone again, what was read stays.
  webmail.mailbox().words = {};
  await expect(missed).toHaveAttribute('data-severity', 'critical');
  await expect.poll(async () => (await fields()).popDeletion).not.toHaveProperty('missed');
  webmail.mailbox().words = renamed;
  await page.goto(addressOf('pop'));
  await expect(missed).toContainText(/Looked for again .+ and not found there/);
  await expect(missed).toHaveAttribute('data-outcome', 'wrong');
  expect((await fields()).popDeletion).toMatchObject({
    outcome: 'read',
    missed: { reason: 'missing', tried: { path: 'here' } },
  });
});

test('a page whose words are all unknown is expected at the path it was seen at', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.4), indicator: 'nowhere' });
  const page = await inbox();
  const [popup, report] = [await extension.openPopup(), await extension.openReport()];
  const fields = async () => (await reportIn(report)).fields;
  await expect
    .poll(async () => (await fields()).storage.missed)
    .toMatchObject({
      reason: 'missing',
      place: 'mail',
      language: { words: 'en' },
      tried: { controls: 0, path: 'none' },
      skeleton: expect.arrayContaining(['nav', '  span text']),
    });
  await page.goto(addressOf('send'));
  await expect(finding(popup, 'sent-copies-missing')).toHaveAttribute('data-severity', 'warning');
  webmail.set({ documentLanguage: 'fr', storage: filledTo(0.4), words: unknown });
  await page.goto(addressOf('send'));
  await expect
    .poll(async () => (await fields()).sentCopies)
    .toMatchObject({
      outcome: 'missing',
      missed: {
        page: 'sending',
        sign: 'path',
        language: { page: 'fr' },
        tried: { names: 0, path: 'here' },
      },
    });
  expect((await fields()).sentCopies.missed.language).not.toHaveProperty('words');
  await expect(finding(popup, 'sent-copies-missing')).toContainText(
    'The page has no words that Mailmend knows',
  );
});

/** A language that no lexicon has. */
const unknown = Object.fromEntries(
  Object.keys(wordsOf('en', 'newer')).map((key) => [key, `Mot ${key}`]),
);
