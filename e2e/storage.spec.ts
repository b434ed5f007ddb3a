import { expect, test } from './browser/chromium.ts';
import {
  cardIn,
  filledTo,
  findingIn,
  GB,
  indicatorIn,
  MB,
  ringIn,
  TB,
  usedAt,
  warningIn,
} from './parts.ts';

test('a mailbox at 98 % is told of in the page, on the toolbar and in the popup', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.98) });
  const page = await inbox();

  const warning = warningIn(page);
  await expect(warning.getByRole('heading')).toHaveText('Storage is almost used up');
  await expect(warning).toContainText('Critical · 9.8 GB of 10 GB used');
  await expect(warning).toContainText('205 MB free. Remove at least 1.8 GB to get back under 80%.');
  await expect(warning).toContainText('Mailmend for Alibaba Mail');

  await expect
    .poll(() => extension.badge(page))
    .toEqual({
      text: '1',
      title: 'Mailmend: 1 thing needs attention (Critical). Not known yet: 6.',
      color: '#b3261eff',
    });

  const popup = await extension.openPopup();
  const finding = findingIn(popup);
  await expect(finding).toHaveAttribute('data-outcome', 'wrong');
  await expect(finding).toHaveAttribute('data-severity', 'critical');
  await expect(finding).toContainText('Storage is almost used up');
  await expect(finding).toContainText('205 MB free. Remove at least 1.8 GB');
  await expect(finding).toContainText('senders get an error 552');
  await expect(finding).toContainText(/Seen (just now|\d+ minutes? ago)/);
  await expect(popup.getByRole('status')).toHaveText('1 thing needs attention');
  await expect(popup.getByRole('banner')).toContainText('lin.wei@example.com');

  await finding.getByRole('button', { name: 'Show me' }).click();
  await expect(cardIn(page)).toBeVisible();
  await expect(ringIn(page)).toBeVisible();
  await expect(warning).toBeHidden();
  await expect(page.getByText('Empty Deleted Items. Mail in it still counts.')).toBeVisible();
});

test('each level has its severity, and speaks up in the page only above 90 %', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.5) });
  const page = await inbox();
  const popup = await extension.openPopup();
  const finding = findingIn(popup);
  const levels: [share: number, outcome: string, badge: string, isWarnedOf: boolean][] = [
    [0.79, 'fine', '?', false],
    [0.8, 'info', '1', false],
    [0.9, 'info', '1', false],
    [0.91, 'warning', '1', true],
    [0.95, 'critical', '1', true],
    [1, 'critical', '1', true],
    [1.04, 'critical', '1', true],
  ];
  for (const [share, outcome, badge, isWarnedOf] of levels) {
    await test.step(`${Math.round(share * 100)} %`, async () => {
      webmail.mailbox().storage = filledTo(share);
      await expect(popup.getByText(usedAt(share)).first()).toBeVisible();
      await expect(finding).toHaveAttribute(
        outcome === 'fine' ? 'data-outcome' : 'data-severity',
        outcome,
      );
      await expect(warningIn(page)).toBeVisible({ visible: isWarnedOf });
      await expect.poll(async () => (await extension.badge(page)).text).toBe(badge);
    });
  }
});

test('a full mailbox says that new mail is being refused', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(1.04) });
  const page = await inbox();
  const warning = warningIn(page);
  await expect(warning.getByRole('heading')).toHaveText(
    'Mailbox is full: new mail is being refused',
  );
  await expect(warning).toContainText('New mail is being refused (senders get 552)');
  await expect(warning).toContainText('0 B free. Remove at least 2.4 GB');
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toContainText('New mail is being refused (senders get 552)');
  await expect(findingIn(popup)).toHaveAttribute('data-severity', 'critical');
});

test('what the limit is comes from the page, never from us', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.98, 5 * MB) });
  const page = await inbox();
  await expect(warningIn(page)).toContainText('4.9 MB of 5 MB used');
  await expect(warningIn(page)).toContainText('102 KB free. Remove at least 922 KB');
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-severity', 'critical');

  const fine = async (storage: { used: number; total: number | null }, words: string) => {
    webmail.mailbox().storage = storage;
    await expect(popup.getByText(words).first()).toBeVisible();
    await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'fine');
    await expect(warningIn(page)).toBeHidden();
    await expect.poll(async () => (await extension.badge(page)).text).toBe('?');
  };
  await fine({ used: 11 * GB, total: 60 * GB }, '11 GB of 60 GB used');
  await fine({ used: 3.5 * GB, total: null }, '3.5 GB used, no limit');
  await fine({ used: 4.5 * GB, total: 10 * TB }, '4.5 GB used, no limit');
});

test('where only a percentage is shown, only the share is told', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ indicatorLiteral: 'Storage: 92% used' });
  const page = await inbox();
  await expect(warningIn(page)).toContainText('Warning · 92% used');
  await expect(warningIn(page)).toContainText(
    '8% free. Remove at least 12% of the storage to get back under 80%.',
  );
  await expect(warningIn(page)).not.toContainText(/\d [KMGT]?B\b/);
  await expect(findingIn(await extension.openPopup())).toHaveAttribute('data-severity', 'warning');
});

test('mail that is deleted is taken off the card, the badge and the popup at once', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.98) });
  const page = await inbox();
  await warningIn(page).getByRole('button', { name: 'Show me' }).click();
  const card = cardIn(page);
  await expect(card).toContainText('9.8 GB of 10 GB used');
  const popup = await extension.openPopup();

  const folder = page.getByRole('navigation').getByRole('link', { name: 'Deleted Items' });
  webmail.mailbox().mails = webmail.mailbox().mails.map((mail) => ({ ...mail, size: 0.9 * GB }));
  await folder.click();
  await page.getByRole('button', { name: 'Empty Folder' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(indicatorIn(page)).not.toContainText('Used: 9.8 GB');
  const shown = /Used: ([\d.]+ \wB)/.exec((await indicatorIn(page).textContent()) ?? '')?.[1] ?? '';
  await expect(card).toContainText(`${shown} of 10 GB used`);
  await expect(popup.getByText(`${shown} of 10 GB used`).first()).toBeVisible();

  webmail.mailbox().storage = filledTo(0.75);
  await expect(card).toContainText('Done. The storage is back under 80%.');
  await expect(card).toContainText('7.5 GB of 10 GB used');
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'fine');
  await expect(popup.getByRole('status')).toHaveText(
    'Nothing wrong seen, but not everything was checked',
  );
  await expect
    .poll(() => extension.badge(page))
    .toMatchObject({
      text: '?',
      title: 'Mailmend: nothing wrong was seen, but 6 could not be checked yet.',
    });
});
