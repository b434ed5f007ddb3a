/** What the webmail's own words do not tell, the user can: he points at it and says what it says. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe, expect, test } from './browser/chromium.ts';
import { HOST } from './browser/webmail.ts';
import { addressOf, controlOf, expectRing, findingIn, openListOn } from './choices.ts';
import { cardIn, GB, indicatorIn, ringIn, findingIn as storageIn } from './parts.ts';

const pop = 'pop-deletion-allowed';
const sent = 'sent-copies-missing';
const label = '수신 소프트웨어의 삭제';
const words = { popDeletion: label, allowed: '허용', notAllowed: '금지' };

const button = (page: Page, name: string) =>
  cardIn(page).getByRole('button', { name, exact: true });
const veilOn = (page: Page) => page.locator('[data-part="veil"]');
const pointOut = (popup: Page, check: typeof pop | typeof sent) =>
  findingIn(popup, check).getByRole('button', { name: 'Point it out' });

/** Counts what the page itself hears of presses on its elements. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'wheel'])
      document.body.addEventListener(type, (event) => heard.push(event.type), true);
  });
const heardOn = (page: Page) => page.evaluate('window.heard');

const isSound = async (page: Page) =>
  expect(await axe(page, { within: ['div[popover]', '[data-mailmend]'] })).toEqual([]);

test('a setting is taught by mouse, read, lost and forgotten', async ({
  webmail,
  context,
  extension,
}) => {
  test.slow();
  webmail.set({ words, storage: { used: GB, total: 10 * GB } });
  const page = await context.newPage();
  await page.goto(addressOf('pop'));
  const popup = await extension.openPopup();
  const finding = findingIn(popup, pop);
  await expect(finding).toHaveAttribute('data-outcome', 'unclear');
  await pointOut(popup, pop).click();

  await test.step('pointing presses nothing', async () => {
    await expect(veilOn(page)).toBeFocused();
    await listen(page);
    const control = controlOf(page, label);
    const box = await control.boundingBox();
    if (!box) throw new Error('no control');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await expectRing(page, control);
    await expect(cardIn(page)).toContainText(`${label}: 허용`);
    await isSound(page);
    await page.mouse.wheel(0, 10);
    await page.mouse.click(box.x + box.width + 300, 20);
    await expect(cardIn(page)).toContainText('There is nothing here that Mailmend could read.');
    await page.mouse.click(x, y);
    await expect(cardIn(page)).toContainText(`“${label}” shows “허용”.`);
    await isSound(page);
    await expect(openListOn(page)).toHaveCount(0);
    expect(await heardOn(page)).toEqual([]);
    expect(webmail.mailbox().popDeletion).toBe('allowed');
  });

  await button(page, 'Deleting by mail programs: Allowed').click();
  await expect(cardIn(page)).toContainText(`${label}: Allowed`);
  await expect(finding).toHaveAttribute('data-severity', 'critical');
  await expect(popup.getByText(`Deletion by mail programs: “${label}”`)).toBeVisible();
  await button(page, 'Close').first().click();

  await test.step('a value that was not taught is not guessed', async () => {
    webmail.mailbox().popDeletion = 'not-allowed';
    await page.reload();
    await expect(finding).toHaveAttribute('data-outcome', 'unclear');
    await expect(finding).toContainText('a wording that Mailmend does not know');
    await pointOut(popup, pop).click();
    await controlOf(page, label).hover({ force: true });
    await controlOf(page, label).click({ force: true });
    await button(page, 'Deleting by mail programs: Not Allowed').click();
    await expect(finding).toHaveAttribute('data-outcome', 'fine');
    webmail.mailbox().popDeletion = 'allowed';
    await page.reload();
    await expect(finding).toHaveAttribute('data-severity', 'critical');
  });

  await test.step('a name that is like it is not taken for it', async () => {
    webmail.mailbox().words = { ...words, popDeletion: `${label} 알림` };
    await page.reload();
    await expect(finding).toContainText('What you pointed at is no longer there');
    expect(await axe(popup)).toEqual([]);
    webmail.mailbox().words = words;
    await page.reload();
    await expect(finding).toHaveAttribute('data-severity', 'critical');
  });

  await test.step('what is forgotten is not read any more', async () => {
    await popup.getByRole('button', { name: 'Forget' }).click();
    await expect(popup.getByText('What you taught Mailmend')).toHaveCount(0);
    await expect(finding).not.toHaveAttribute('data-outcome', 'wrong');
    expect(await extension.storage.get()).toMatchObject({ taught: [] });
  });
});

/** Serves one of the whole pages in place of a page of the settings. */
async function serve(page: Page, file: string, path: string): Promise<void> {
  const body = readFileSync(new URL(file, import.meta.url), 'utf8');
  await page.route(`https://${HOST}${path}`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await page.goto(`https://${HOST}${path}`);
}

test('a setting on a page without one known word is taught by the keyboard alone', async ({
  context,
  extension,
}) => {
  const page = await context.newPage();
  const path = '/alimail/entries/v5.1/setting/account-security';
  await serve(page, 'settings/sent-fr.html', path);
  const popup = await extension.openPopup();
  await findingIn(popup, sent).getByRole('button', { name: 'Show me' }).click();
  await button(page, 'Point it out').focus();
  await page.keyboard.press('Enter');
  await button(page, 'Point it out now').focus();
  await page.keyboard.press('Enter');
  await expect(veilOn(page)).toBeFocused();

  const status = page.getByRole('status');
  await page.keyboard.press('Tab');
  await expect(status).toContainText('Annuler');
  await page.keyboard.press('ArrowDown');
  await expect(status).toContainText('Encodage');
  await page.keyboard.press('Shift+Tab');
  await expect(status).toContainText('Annuler');
  for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
  await expect(status).toContainText('Enregistrer dans les messages envoyés');
  await expectRing(page, page.locator('[data-k="1"] .ant-select-selector'));
  await page.keyboard.press('Enter');
  await expect(cardIn(page)).toContainText('What does it say now?');
  await button(page, 'Copies in Sent: nothing is saved').focus();
  await page.keyboard.press('Enter');
  await expect(findingIn(popup, sent)).toHaveAttribute('data-severity', 'critical');
  await page.keyboard.press('Escape');
  await expect(cardIn(page)).toHaveCount(0);

  const { taught } = (await extension.storage.get()) as { taught: unknown };
  expect(taught).toMatchObject([
    {
      host: HOST,
      language: 'fr',
      lesson: {
        fact: 'sentCopies',
        page: 'sending',
        name: 'enregistrer dans les messages envoyés',
        kind: 'list',
        values: [{ words: 'ne rien enregistrer', value: 'neither' }],
      },
    },
  ]);
  // The next document is read by it.
  await page.reload();
  await expect(findingIn(popup, sent)).toContainText('Seen just now');
});

test('the storage line is taught, but never by what a mail says', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({
    indicatorText: '{total} 중 {used} 사용',
    storage: { used: 9.8 * GB, total: 10 * GB },
  });
  const page = await inbox();
  const popup = await extension.openPopup();
  const finding = storageIn(popup);
  await expect(finding).toHaveAttribute('data-outcome', 'unclear');
  await finding.getByRole('button', { name: 'Point it out' }).click();
  await expect(veilOn(page)).toBeFocused();
  await page.getByRole('article').first().click({ force: true });
  await expect(cardIn(page)).toContainText('That is part of a mail');
  await indicatorIn(page).click({ force: true });
  await expect(cardIn(page)).toContainText('The line says “10 GB 중 9.8 GB 사용”.');
  await isSound(page);
  await button(page, '9.8 GB of 10 GB used').click();
  await expect(finding).toHaveAttribute('data-severity', 'critical');
  await button(page, 'Close').first().click();

  webmail.mailbox().storage = { used: 512 * 2 ** 20, total: 10 * GB };
  await expect(finding).toHaveAttribute('data-outcome', 'fine');
  await expect(finding).toContainText('512 MB of 10 GB used');
  await page.reload();
  webmail.mailbox().storage = { used: 9.1 * GB, total: 10 * GB };
  await expect(finding).toContainText('922 MB free');

  webmail.mailbox().indicatorText = '{total} 중 {used} 남음';
  await expect(finding).toContainText('What you pointed at is no longer there');
  await expect(ringIn(page)).toHaveCount(0);
});
