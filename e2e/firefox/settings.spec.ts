/** The two settings in Firefox, each from its finding to the confirmed change. */
import type { Page } from 'puppeteer-core';
import type { Extension } from '../browser/extension.ts';
import { expect, test } from '../browser/firefox.ts';

interface Way {
  check: string;
  label: string;
  before: string;
  target: string;
}

const ways: Way[] = [
  {
    check: 'pop-deletion-allowed',
    label: 'Deletion by Receiving Software',
    before: 'Allowed',
    target: 'Not Allowed',
  },
  {
    check: 'sent-copies-missing',
    label: 'Save to Sent Email',
    before: 'Save only emails sent by WebMail',
    target: 'Save All',
  },
];

/** Clicks by the driver's own pointer: only what a person does counts. */
const clickShowMe = async (popup: Page, check: string) =>
  (await popup.waitForSelector(`[data-check="${check}"] button`))?.click();

const outcomeIn = (popup: Page, check: string) =>
  popup.$eval(`[data-check="${check}"]`, (finding) => finding.getAttribute('data-outcome'));
const textIn = (popup: Page, check: string) =>
  popup.$eval(`[data-check="${check}"]`, (finding) => finding.textContent);

const cardText = (page: Page) =>
  page.evaluate(() => {
    const layers = [...(document.documentElement?.children ?? [])].map(
      ({ shadowRoot }) => shadowRoot,
    );
    return layers.map((root) => root?.querySelector('.card')?.textContent ?? '').join('');
  });

/** How far, in CSS pixels, the ring is at most from where it belongs. */
const drift = (page: Page, label: string) =>
  page.evaluate((label) => {
    const layers = [...(document.documentElement?.children ?? [])].map(
      ({ shadowRoot }) => shadowRoot,
    );
    const ring = layers.map((root) => root?.querySelector('[data-part="ring"]')).find(Boolean);
    const rows = [...document.querySelectorAll('.settings-row, .ant-form-item')];
    const row = rows.find((row) => row.textContent?.startsWith(label));
    const field = row?.querySelector('select, .ant-select-selector');
    if (!ring || !field) return -1;
    const one = ring.getBoundingClientRect();
    const other = field.getBoundingClientRect();
    const standOff = 6;
    return Math.max(
      Math.abs(one.left + standOff - other.left),
      Math.abs(one.top + standOff - other.top),
      Math.abs(one.right - standOff - other.right),
      Math.abs(one.bottom - standOff - other.bottom),
    );
  }, label);

async function choose(page: Page, { label, target }: Way): Promise<void> {
  const field = await page.evaluateHandle((label) => {
    const rows = [...document.querySelectorAll('.settings-row, .ant-form-item')];
    const row = rows.find((row) => row.textContent?.startsWith(label));
    return row?.querySelector('.ant-select-selector') ?? document.body;
  }, label);
  await field.click();
  // The list unfolds; a locator waits until its options stand still.
  await page.locator(`.ant-select-item-option[title="${target}"]`).click();
}

async function expectBadge(extension: Extension<Page>, page: Page, text: string) {
  await expect.poll(async () => (await extension.badge(page)).text).toBe(text);
}

for (const way of ways) {
  test(`${way.check}: found, shown, put right and confirmed`, async ({
    webmail,
    inbox,
    extension,
  }) => {
    webmail.set({
      storage: { used: 1e9, total: 1e10 },
      popDeletion: way.target === 'Not Allowed' ? 'allowed' : 'not-allowed',
      saveToSent: way.target === 'Save All' ? 'webmail' : 'all',
    });
    const page = await inbox();
    const popup = await extension.openPopup();
    await popup.waitForSelector(`[data-check="${way.check}"][data-outcome="unseen"]`);
    await clickShowMe(popup, way.check);
    await expect.poll(() => cardText(page)).toContain(`Now: “${way.before}”`);
    await expect.poll(() => drift(page, way.label)).toBeGreaterThanOrEqual(0);
    await expect.poll(() => drift(page, way.label)).toBeLessThanOrEqual(2);
    await expect.poll(() => outcomeIn(popup, way.check)).toBe('wrong');
    await expectBadge(extension, page, '1');

    await choose(page, way);
    await expect.poll(() => cardText(page)).toContain('is chosen, but not saved yet');
    expect(await outcomeIn(popup, way.check)).toBe('wrong');
    await page.locator('main .ant-btn-primary').click();
    await expect.poll(() => outcomeIn(popup, way.check)).toBe('fine');
    expect(await textIn(popup, way.check)).toContain('Saved, not yet confirmed');
    await expect.poll(() => cardText(page)).toContain(`Done: it is set to “${way.target}”.`);

    await page.reload();
    await expect.poll(() => textIn(popup, way.check)).toContain('Confirmed');
    expect(await textIn(popup, way.check)).toContain('Changed from');
    await expect.poll(() => cardText(page)).toContain('Confirmed');
  });
}

test('Tab leads from the field to the card and past it', async ({ webmail, inbox, extension }) => {
  webmail.set({ storage: { used: 1e9, total: 1e10 }, controls: 'native' });
  const page = await inbox();
  const popup = await extension.openPopup();
  await clickShowMe(popup, 'pop-deletion-allowed');
  await expect.poll(() => cardText(page)).toContain('Now: “Allowed”');
  const focus = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      const inner = activeElement?.shadowRoot?.activeElement;
      return inner ? `card: ${inner.className}` : activeElement?.tagName;
    });
  await page.bringToFront();
  await page.evaluate(() => document.querySelectorAll('select')[1]?.focus());
  await page.keyboard.press('Tab');
  await expect.poll(focus).toBe('card: ');
  await page.keyboard.press('Tab');
  await expect.poll(focus).toBe('card: close');
  await page.keyboard.press('Tab');
  await expect.poll(focus).toBe('BUTTON');
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  await expect.poll(focus).toBe('SELECT');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect.poll(() => cardText(page)).toBe('');
  await expect.poll(focus).toBe('SELECT');
});
