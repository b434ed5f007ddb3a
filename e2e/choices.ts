/** The two settings as a person handles them, whatever the webmail builds them with. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './browser/chromium.ts';
import { HOST } from './browser/webmail.ts';
import { settingsPages } from './webmail/mailbox.ts';

export type Check = 'pop-deletion-allowed' | 'sent-copies-missing';

/** The address of a page of the settings. */
export const addressOf = (page: keyof typeof settingsPages) =>
  `https://${HOST}/alimail/entries/v5.1/setting/${settingsPages[page]}`;

/** What the popup, in a tab of its own, says of a check. */
export const findingIn = (popup: Page, check: Check) => popup.locator(`[data-check="${check}"]`);

/** The card on the webmail's page. */
export const cardOn = (page: Page) => page.getByRole('region', { name: /Mailmend/ });

export const ringOn = (page: Page) => page.locator('[data-part="ring"]');

/** The control that stands beside its name. */
export function controlOf(page: Page, label: string): Locator {
  return page
    .locator('.settings-row, .ant-form-item')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator(
      'select, .ant-select-selector, .ant-radio-group, .ant-switch, .next-select, .next-switch',
    );
}

/** The list that a select of Ant Design or of Fusion has open. */
export const openListOn = (page: Page) =>
  page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden), .next-select-menu');

/** Chooses a value as a person does; a switch of two values is turned. */
export async function choose(page: Page, label: string, value: string): Promise<void> {
  const control = controlOf(page, label);
  const kind = await control.evaluate(({ tagName, className }) => `${tagName} ${className}`);
  if (kind.startsWith('SELECT')) await chooseByKeys(page, control, value);
  else if (kind.includes('radio')) await control.getByText(value, { exact: true }).click();
  else if (kind.includes('switch')) await control.click();
  else {
    await control.click();
    await openListOn(page)
      .locator('.ant-select-item-option, .next-menu-item', { hasText: exactly(value) })
      .click();
    await expect(openListOn(page)).toBeHidden();
  }
}

/** In a native select by its keys: what a script chooses is no choice of a person. */
async function chooseByKeys(page: Page, select: Locator, value: string): Promise<void> {
  const options = await select.locator('option').allTextContents();
  const steps =
    options.indexOf(value) - (await select.evaluate((it: HTMLSelectElement) => it.selectedIndex));
  await select.focus();
  for (let step = 0; step < Math.abs(steps); step++)
    await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  await expect(select.locator('option:checked')).toHaveText(value);
}

const exactly = (text: string) => new RegExp(`^${text.replace(/[()?.]/g, '\\$&')}$`);

/** Presses the page's own button; a button of two ideographs has a space between them. */
export async function save(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Save|OK|保 ?存|确 ?定|儲 ?存|確 ?定)$/ })
    .click();
}

/** How far, in CSS pixels, the ring is at most from where it belongs; infinite where there is none. */
export async function driftOf(ring: Locator, field: Locator): Promise<number> {
  if (!(await ring.isVisible()) || !(await field.isVisible())) return Number.POSITIVE_INFINITY;
  return ring.evaluate(
    (ring, field) => {
      if (!(field instanceof Element)) return Number.POSITIVE_INFINITY;
      const standOff = 6;
      const one = ring.getBoundingClientRect();
      const other = field.getBoundingClientRect();
      return Math.max(
        Math.abs(one.left + standOff - other.left),
        Math.abs(one.top + standOff - other.top),
        Math.abs(one.right - standOff - other.right),
        Math.abs(one.bottom - standOff - other.bottom),
      );
    },
    await field.elementHandle(),
  );
}

/** The ring comes to stand around the field. */
export async function expectRing(page: Page, field: Locator): Promise<void> {
  await expect
    .poll(() => driftOf(ringOn(page), field), { message: 'px from the ring to the field' })
    .toBeLessThanOrEqual(2);
}

/** Whether two things on the page cover each other. */
export async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()]);
  if (!a || !b) return false;
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
