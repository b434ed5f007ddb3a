/** Pointing out a setting in Firefox: by mouse, read again after a reload, and forgotten. */
import type { Page } from 'puppeteer-core';
import { axe, expect, test } from '../browser/firefox.ts';

const label = '수신 소프트웨어의 삭제';
const check = '[data-check="pop-deletion-allowed"]';

const attribute = (popup: Page, name: string) =>
  popup.$eval(check, (finding, name) => finding.getAttribute(name), name);

/** The middle of a part of our layer, once it is there. */
const middleOf = async (page: Page, find: string) => {
  const box = () =>
    page.evaluate((find) => {
      const roots = [...(document.documentElement?.children ?? [])].map((one) => one.shadowRoot);
      const parts = roots.flatMap((root) => [...(root?.querySelectorAll('button, .card') ?? [])]);
      const part = parts.findLast((one) => one.textContent?.includes(find));
      const { x, y, width, height } = part?.getBoundingClientRect() ?? new DOMRect();
      return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
    }, find);
  await expect.poll(box, { message: find }).not.toBeNull();
  return (await box()) as { x: number; y: number };
};

test('a setting is pointed out, read after a reload, and forgotten', async ({
  webmail,
  firefox,
  extension,
}) => {
  webmail.set({
    words: { popDeletion: label, allowed: '허용', notAllowed: '금지' },
    storage: { used: 1e9, total: 1e10 },
  });
  const page = await firefox.newPage();
  await page.goto('https://qiye.aliyun.com/alimail/entries/v5.1/setting/pop-setting');
  const popup = await extension.openPopup();
  await popup.waitForSelector(`${check}[data-outcome="unclear"]`);
  await popup.locator(`${check} button:last-of-type`).click();
  await page.bringToFront();
  await middleOf(page, 'Nothing on the page is pressed');

  const control = await page.evaluate((label) => {
    const rows = [...document.querySelectorAll('.settings-row')];
    const row = rows.find((row) => row.textContent?.startsWith(label));
    const { x, y, width, height } =
      row?.querySelector('.ant-select-selector')?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, label);
  await page.mouse.move(control.x, control.y);
  await page.mouse.click(control.x, control.y);
  await middleOf(page, 'Deleting by mail programs: Allowed');
  expect(await axe(page, { within: ['div[popover]', '[data-mailmend]'] })).toEqual([]);
  expect(await page.$('.ant-select-dropdown')).toBeNull();
  // The card has come to its place by now.
  const answer = await middleOf(page, 'Deleting by mail programs: Allowed');
  await page.mouse.click(answer.x, answer.y);
  await middleOf(page, 'Mailmend has learned it');
  await expect.poll(() => attribute(popup, 'data-severity')).toBe('critical');

  await page.reload();
  await page.waitForSelector(`.ant-select-selection-item[title="허용"]`);
  // Only by what was taught can the new document tell that this value is not known.
  webmail.mailbox().popDeletion = 'not-allowed';
  await expect.poll(() => attribute(popup, 'data-outcome')).toBe('unclear');
  webmail.mailbox().popDeletion = 'allowed';
  await expect.poll(() => attribute(popup, 'data-severity')).toBe('critical');

  await popup.bringToFront();
  await popup.locator('.lessons button').click();
  await expect.poll(() => popup.$('.lessons')).toBeNull();
  await expect.poll(() => attribute(popup, 'data-outcome')).not.toBe('wrong');
});
