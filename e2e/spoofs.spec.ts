import type { Page } from '@playwright/test';
import { expect, test } from './browser/chromium.ts';
import { filledTo, findingIn, usedAt } from './parts.ts';
import { sampleMails } from './webmail/mails/index.ts';

const lie = 'Used: 1 GB / Total: 10 GB';

/** Mails that say in every part what only the webmail itself may say. */
const lies = sampleMails('en').map((mail) => ({
  ...mail,
  from: { name: lie, address: mail.from.address },
  subject: lie,
  preview: `${lie} 已用 1G / 共 10G`,
  body: `<nav><h2>Inbox</h2><h2>Sent Items</h2><p>${lie}</p></nav>`,
  attachments: [{ name: lie, size: 2048 }],
}));

/** All the places at which a mail's words stand in the page, one after the other. */
async function* placesOfMail(page: Page): AsyncGenerator<string> {
  yield 'list';
  await page.getByRole('article').first().click();
  await expect(page.getByRole('heading', { name: lie })).toBeVisible();
  yield 'open mail';
  await page.getByRole('button', { name: /Reply$/ }).click();
  await expect(page.getByLabel('Subject')).toHaveValue(/Used: 1 GB/);
  yield 'reply';
  await page.getByRole('button', { name: /Compose$/ }).click();
  await page.getByLabel('Subject').fill(lie);
  const editor = page.frameLocator('iframe[title="Compose"]').locator('body');
  await editor.click();
  await page.keyboard.type(lie);
  await page.getByRole('combobox', { name: 'To' }).fill(lie);
  yield 'composer';
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByPlaceholder('Search mail').fill('Used:');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Search Results' })).toBeVisible();
  yield 'search';
}

test('no mail is taken for the storage line that stands beside it', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ mails: lies, storage: filledTo(0.9) });
  const page = await inbox();
  const popup = await extension.openPopup();
  let share = 0.9;
  for await (const where of placesOfMail(page)) {
    await test.step(where, async () => {
      share += 0.01;
      webmail.mailbox().storage = filledTo(share);
      await expect(popup.getByText(usedAt(share)).first()).toBeVisible();
      await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
    });
  }
});

for (const indicator of ['nowhere', 'account-panel'] as const) {
  test(`no mail is taken for a storage line that is not shown (${indicator})`, async ({
    webmail,
    inbox,
    extension,
  }) => {
    webmail.set({ mails: lies, folders: { '101': lie, '102': '已用 1G / 共 10G' }, indicator });
    const page = await inbox();
    const popup = await extension.openPopup();
    for await (const where of placesOfMail(page)) {
      await test.step(where, async () => {
        await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'unclear');
        await expect(popup.getByText('of 10 GB used')).toHaveCount(0);
      });
    }
    // A value once read is kept, so this shows that none was at any time.
    await page.reload();
    await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'unclear');
    await expect(popup.getByText('of 10 GB used')).toHaveCount(0);
  });
}
