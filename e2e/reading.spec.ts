import type { Page } from '@playwright/test';
import { expect, test } from './browser/chromium.ts';
import { filledTo, findingIn, GB, indicatorIn, warningIn } from './parts.ts';

const place = (page: Page, path: string) =>
  page.goto(`https://qiye.aliyun.com/alimail/entries/v5.1/${path}`);

test('what each wording says is what the popup says', async ({ webmail, inbox, extension }) => {
  await inbox();
  const popup = await extension.openPopup();
  const finding = findingIn(popup);
  const wordings: [line: string, outcome: string, words: string][] = [
    ['Used: 9.8 GB / Total: 10 GB', 'wrong', '9.8 GB of 10 GB used'],
    ['已用 9.2G / 共 10G', 'wrong', '9.2 GB of 10 GB used'],
    ['已使用：9.3GB（93%）总容量：10GB', 'wrong', '9.3 GB of 10 GB used'],
    ['9.4GB/10GB', 'wrong', '9.4 GB of 10 GB used'],
    ['5,1 GB of 10 GB', 'fine', '5.1 GB of 10 GB used'],
    ['512 MB / 5 GB', 'fine', '512 MB of 5 GB used'],
    ['１２．５ＧＢ／２０ＧＢ', 'fine', '12.5 GB of 20 GB used'],
    ['已使用 3.5 GB，總容量 10 GB', 'fine', '3.5 GB of 10 GB used'],
    ['使用量 4.5 GB / 合計 10 GB', 'fine', '4.5 GB of 10 GB used'],
    ['Used: 3 GB / Total: Unlimited', 'fine', '3 GB used, no limit'],
    ['已用 4 GB / 不限容量', 'fine', '4 GB used, no limit'],
    ['已使用 5 GB / 無限制', 'fine', '5 GB used, no limit'],
    ['使用量 6 GB / 無制限', 'fine', '6 GB used, no limit'],
    ['Used: 9.8 GB / Total: 10 TB', 'fine', '9.8 GB used, no limit'],
    ['Used: 96%', 'wrong', '96% used'],
    ['Used: 12 GB / Total: 10 GB', 'wrong', '12 GB of 10 GB used'],
    ['Used: -1 GB / Total: 10 GB', 'unclear', 'an amount that cannot be right'],
    ['Used: 4 GB / Total: 8 GB', 'fine', '4 GB of 8 GB used'],
    ['10 GB / 9.2 GB', 'unclear', 'an amount that cannot be right'],
  ];
  for (const [line, outcome, words] of wordings) {
    await test.step(line, async () => {
      webmail.mailbox().indicatorLiteral = line;
      await expect(popup.getByText(words).first()).toBeVisible();
      await expect(finding).toHaveAttribute('data-outcome', outcome);
    });
  }
});

for (const language of ['en', 'zh_CN'] as const) {
  test(`the storage line is found where it stands, in ${language}`, async ({
    webmail,
    inbox,
    extension,
  }) => {
    const page = await inbox();
    const isRead = async (share: number) => {
      webmail.mailbox().storage = filledTo(share);
      await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
      const popup = await extension.openPopup();
      await expect(popup.getByText(`${share * 10} GB of 10 GB used`)).toBeVisible();
      await popup.close();
    };
    for (const labels of ['newer', 'older'] as const) {
      webmail.set({ language, labels, indicator: 'lower-left', indicatorSplit: true });
      await page.reload();
      await isRead(0.96);
    }
    webmail.set({ language, indicator: 'account-panel' });
    await page.reload();
    await page.getByRole('button', { name: 'lin.wei@example.com' }).click();
    await isRead(0.95);
    webmail.set({ language, indicator: 'account-page' });
    await place(page, 'setting/account-information');
    await isRead(0.98);
  });
}

test('a line that comes late is read when it comes, and a placeholder is none', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ indicatorDelay: 8000, indicatorPlaceholder: 'Loading…' });
  const page = await inbox();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', /unseen|unclear/);
  await expect(popup.getByRole('status')).toHaveText('Nothing is known yet');
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
  await expect(warningIn(page)).toBeVisible();
});

test('a line that vanishes leaves its last reading and its age, and is read again when it is back', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.92) });
  const page = await inbox();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');

  webmail.mailbox().indicator = 'nowhere';
  await expect(indicatorIn(page)).toBeHidden();
  const stored = await extension.storage.get();
  const ofLongAgo = JSON.parse(JSON.stringify(stored), (key, value) =>
    key === 'at' ? Date.now() - 3 * 3_600_000 : value,
  );
  await page.reload();
  await extension.storage.set(ofLongAgo);
  await expect(findingIn(popup)).toContainText('Seen 3 hours ago');
  await expect(popup.getByText('9.2 GB of 10 GB used')).toBeVisible();

  webmail.mailbox().storage = filledTo(0.93);
  webmail.mailbox().indicator = 'lower-left';
  await expect(popup.getByText('9.3 GB of 10 GB used')).toBeVisible();
  await expect(findingIn(popup)).toContainText(/Seen just now/);
});

test('a line that stands nowhere is something that could not be told', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ indicator: 'nowhere' });
  const page = await inbox();
  const popup = await extension.openPopup();
  const finding = findingIn(popup);
  await expect(finding).toHaveAttribute('data-outcome', 'unclear');
  await expect(popup.getByRole('heading', { name: 'Could not tell' })).toBeVisible();
  await expect(finding).toContainText('No storage line was found.');
  await expect(popup.locator('[data-icon="fine"]')).toHaveCount(0);
  await expect
    .poll(() => extension.badge(page))
    .toMatchObject({
      text: '?',
      title: 'Mailmend: nothing wrong was seen, but 7 could not be checked yet.',
    });
  await expect(warningIn(page)).toBeHidden();
});

test('two lines that contradict each other are not believed', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: { used: 2 * GB, total: 10 * GB } });
  const page = await inbox();
  await expect(indicatorIn(page)).toBeVisible();
  await page.evaluate(() => {
    const line = document.querySelector('.storage');
    const other = line?.cloneNode(true) as HTMLElement;
    other.textContent = 'Used: 9.8 GB / Total: 10 GB';
    line?.after(other);
  });
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'unclear');
  await expect(findingIn(popup)).toContainText('contradict each other');
  await expect.poll(async () => (await extension.badge(page)).text).toBe('?');
});
