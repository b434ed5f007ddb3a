import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './browser/chromium.ts';
import { filledTo, findingIn, GB, warningIn } from './parts.ts';

const reportIn = async (page: Page) =>
  JSON.parse((await page.locator('[data-report]').textContent()) ?? '');

/** The findings of a mailbox whose settings were not looked at. */
const withUnseen = (storage: object) => [
  { check: 'pop-deletion-allowed', outcome: 'unseen' },
  storage,
  { check: 'rules-forward-mail', outcome: 'unseen' },
  { check: 'mail-forwarded-away', outcome: 'unseen' },
  { check: 'rules-remove-mail', outcome: 'unseen' },
  { check: 'rules-hide-mail', outcome: 'unseen' },
  { check: 'sent-copies-missing', outcome: 'unseen' },
];

test('the report says what a help desk needs, and nothing that is personal', async ({
  context,
  webmail,
  inbox,
  extension,
}) => {
  const page = await inbox();
  await expect(warningIn(page)).toBeVisible();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toBeVisible();
  const opened = context.waitForEvent('page');
  await popup.getByRole('link', { name: 'Report for the help desk' }).click();
  const report = await opened;

  await expect
    .poll(() => reportIn(report))
    .toEqual({
      report: 1,
      extension: {
        name: 'mailmend',
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        browser: expect.stringMatching(/^Chrome \d+$/),
      },
      mailbox: { host: 'qiye.aliyun.com', address: 'l***@example.com' },
      facts: {
        storage: {
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
          value: { used: expect.closeTo(9.8 * GB, -1), total: 10 * GB },
        },
      },
      findings: withUnseen({
        check: 'storage-nearly-full',
        outcome: 'wrong',
        severity: 'critical',
      }),
      fields: {
        storage: { outcome: 'read', at: expect.any(String), days: 0 },
        popDeletion: { outcome: 'unseen' },
        sentCopies: { outcome: 'unseen' },
        rules: { outcome: 'unseen' },
        forwarding: { outcome: 'unseen' },
      },
    });

  const shown = (await report.locator('[data-report]').textContent()) ?? '';
  const mails = webmail.mailbox().mails;
  const personal = [
    'lin.wei',
    'Lin Wei',
    ...mails.flatMap(({ subject, from }) => [subject, from.name]),
  ];
  expect(personal.filter((text) => shown.includes(text))).toEqual([]);

  const download = report.waitForEvent('download');
  await report.getByRole('button', { name: 'Save as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('mailmend-report.json');
  expect(await readFile(await file.path(), 'utf8')).toBe(shown);

  await context.grantPermissions(['clipboard-read']);
  await report.getByRole('button', { name: 'Copy' }).click();
  await expect(report.getByRole('status')).toHaveText('Copied.');
  expect(await report.evaluate(() => navigator.clipboard.readText())).toBe(shown);

  webmail.mailbox().storage = filledTo(0.5);
  await expect
    .poll(async () => (await reportIn(report)).findings)
    .toEqual(withUnseen({ check: 'storage-nearly-full', outcome: 'fine' }));
});

test('a report without a mailbox says so', async ({ extension }) => {
  const report = await extension.openReport();
  await expect(report.getByText('No mailbox was looked at yet')).toBeVisible();
  expect(await reportIn(report)).toMatchObject({
    mailbox: null,
    facts: {},
    findings: withUnseen({ check: 'storage-nearly-full', outcome: 'unseen' }),
  });
});

test('what could not be told is in the report with its reason', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ indicatorLiteral: 'Used: -1 GB / Total: 10 GB' });
  await inbox();
  const report = await extension.openReport();
  await expect
    .poll(() => reportIn(report))
    .toMatchObject({
      facts: { storage: { error: 'impossible' } },
      findings: withUnseen({ check: 'storage-nearly-full', outcome: 'unclear' }),
    });
});
