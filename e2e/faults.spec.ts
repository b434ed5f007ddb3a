/** Storage that does not do its work, access that is withdrawn, an update: what the user is told. */
import type { Page, Worker } from '@playwright/test';
import { expect, test } from './browser/chromium.ts';
import type { ChromiumExtension } from './browser/chromium-extension.ts';
import { filledTo, findingIn, letInto, stateIn, usedAt, warningIn } from './parts.ts';
import { isAt, press, say, startSearch } from './searching.ts';

const refusal = `() => Promise.reject(new Error('storage refuses'))`;
const silence = `() => new Promise(() => {})`;

/** Replaces what a method of an area of storage does, wherever it is evaluated. */
const instead = (area: string, method: string, work: string) => `
  for (const api of [globalThis.chrome, globalThis.browser]) {
    if (api?.storage) api.storage.${area}.${method} = ${work};
  }`;

/** Leaves not even the room for a word. */
const fill = (worker: Worker) =>
  worker.evaluate(`(async () => {
    let nth = 0;
    for (let size = 2 ** 20; size >= 1; )
      await chrome.storage.local.set({ ['ballast' + nth++]: 'x'.repeat(size) }).catch(() => { size /= 2; });
    for (let size = 1, isRoom = true; isRoom; size++)
      await chrome.storage.local.set({ ballast0: 'x'.repeat(2 ** 20 + size) }).catch(() => { isRoom = false; });
  })()`);

const unload = (worker: Worker) =>
  worker.evaluate(`chrome.storage.local.get(null).then((all) =>
    chrome.storage.local.remove(Object.keys(all).filter((key) => key.startsWith('ballast'))))`);

async function expectUnsaved(extension: ChromiumExtension, page: Page, popup: Page) {
  await expect(popup.getByRole('note')).toContainText('New results cannot be saved');
  await expect
    .poll(() => extension.badge(page))
    .toMatchObject({
      text: '!',
      title: 'Mailmend: new results cannot be saved in this browser.',
    });
  await expect(warningIn(page)).toBeHidden();
}

test('results that cannot be saved are told of, and saved when there is room again', async ({
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.5) });
  const page = await inbox();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'fine');

  await fill(await extension.worker());
  webmail.mailbox().storage = filledTo(0.91);
  await expectUnsaved(extension, page, popup);
  await unload(await extension.worker());
  webmail.mailbox().storage = filledTo(0.92);
  await expect(popup.getByText(usedAt(0.92)).first()).toBeVisible();
  await expect(popup.getByRole('note')).toHaveCount(0);
  await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  await warningIn(page).getByRole('button', { name: 'Close' }).click();

  for (const [fault, share] of [
    [refusal, 0.96],
    [silence, 0.98],
  ] as const) {
    const worker = await extension.worker();
    await worker.evaluate(instead('local', 'set', fault));
    webmail.mailbox().storage = filledTo(share);
    await expectUnsaved(extension, page, popup);
    await extension.kill();
    webmail.mailbox().storage = filledTo(share + 0.01);
    await expect(popup.getByText(usedAt(share + 0.01)).first()).toBeVisible();
    await expect(popup.getByRole('note')).toHaveCount(0);
    await warningIn(page).getByRole('button', { name: 'Close' }).click();
    webmail.mailbox().storage = filledTo(0.5);
    await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'fine');
  }
});

test('results that cannot be read are told of, in time', async ({
  context,
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.5) });
  const mail = await inbox();
  const open = async (fault: string) => {
    const popup = await context.newPage();
    await popup.addInitScript(fault);
    await popup.goto(`chrome-extension://${extension.id}/popup.html`);
    return popup;
  };
  for (const withTab of [true, false]) {
    if (!withTab) await mail.close();
    for (const [name, fault] of [
      ['refuses', refusal],
      ['hangs', silence],
    ] as const) {
      const popup = await open(instead('local', 'get', fault));
      await expect(stateIn(popup)).toHaveAttribute('data-state', 'failed', { timeout: 3000 });
      const ms = Math.round(await popup.evaluate(() => performance.now()));
      await expect(popup.getByRole('status')).toHaveText('Your saved results cannot be read');
      await expect(popup.locator('[data-check], [data-icon="fine"]')).toHaveCount(0);
      const where = withTab ? 'a tab of the webmail' : 'no tab';
      console.log(`storage that ${name}, with ${where}: said within ${ms} ms of opening the popup`);
      await popup.close();
    }
  }
});

test('what is kept for the session only may be silent: nothing else is', async ({
  context,
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.5) });
  const page = await inbox();
  const popup = await context.newPage();
  await popup.addInitScript(instead('session', 'get', silence));
  await popup.goto(`chrome-extension://${extension.id}/popup.html`);
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'fine');
  await (await extension.worker()).evaluate(instead('session', 'get', silence));
  webmail.mailbox().storage = filledTo(0.91);
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
  await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  await expect(warningIn(page)).toBeVisible();
});

test('a search that takes long to be read goes on once it is, but not over a new one', async ({
  context,
  webmail,
  inbox,
  extension,
}) => {
  webmail.set({ storage: filledTo(0.5) });
  await inbox();
  const first = await extension.openPopup();
  await startSearch(first, { who: 'left@example.org' }, 'about');
  // What is written as a page closes may not arrive.
  const kept = async () =>
    (await extension.worker()).evaluate(`chrome.storage.session.get(null).then(JSON.stringify)`);
  await expect.poll(kept).toContain('left@example.org');
  await first.close();
  // Longer than the popup waits for it, long enough to begin another.
  const slow = `((get) => (...keys) => asked.then(() => get(...keys)))(
    api.storage.session.get.bind(api.storage.session))`;
  const open = async () => {
    const popup = await context.newPage();
    await popup.addInitScript(`const asked = new Promise((resolve) => { globalThis.answer = resolve; });
      ${instead('session', 'get', slow)}`);
    await popup.goto(`chrome-extension://${extension.id}/popup.html`);
    await expect(findingIn(popup)).toBeVisible();
    return popup;
  };
  const late = await open();
  await late.evaluate('answer()');
  await isAt(late, 'ask-about');
  await late.close();

  const other = await open();
  await startSearch(other, {}, 'who');
  await other.evaluate('answer()');
  await other.getByRole('textbox').fill('new@example.org');
  await say(other, 'Next');
  await isAt(other, 'ask-about');
  await expect.poll(kept).toContain('new@example.org');
  await other.close();
  const last = await extension.openPopup();
  await isAt(last, 'ask-about');
  await press(last, 'Back');
  await expect(last.getByRole('textbox')).toHaveValue('new@example.org');
});

test('access that is withdrawn is told of and can be asked for, and the page is left alone', async ({
  context,
  inbox,
  extension,
}) => {
  const page = await inbox();
  const popup = await extension.openPopup();
  for (const isAsleep of [false, true]) {
    await expect(page.locator('html > div')).toHaveCount(isAsleep ? 0 : 1);
    if (isAsleep) {
      await findingIn(popup).getByRole('button', { name: 'Show me' }).click();
      await expect(page.locator('html > div')).toHaveCount(1);
      await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
      await extension.kill();
    }
    await letInto(context, extension.id, 'ON_CLICK');
    await expect(page.locator('html > div')).toHaveCount(0, { timeout: 2000 });
    await expect(stateIn(popup)).toHaveAttribute('data-state', 'no-permission');
    await expect(popup.getByRole('status')).toHaveText('Mailmend may not read your webmail');
    await expect(popup.getByRole('button', { name: 'Allow access' })).toBeVisible();
    await expect
      .poll(() => extension.badge(page))
      .toMatchObject({ text: '!', title: 'Mailmend: its access to the webmail was withdrawn.' });

    await letInto(context, extension.id, 'ON_ALL_SITES');
    await expect(stateIn(popup)).toHaveAttribute('data-state', 'outdated');
    await expect.poll(async () => (await extension.badge(page)).title).toContain('reload');
    await popup.getByRole('button', { name: 'Reload the page' }).click();
    await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
    await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  }
  console.log('access withdrawn, background awake and ended: the layer left within 2 s, 2 of 2');
});

test('after an update the old tabs are quiet until they are reloaded', async ({
  inbox,
  extension,
  webmail,
  faults,
}) => {
  const hosts = ['qiye.aliyun.com', 'mail.aliyun.com', 'mail.sg.aliyun.com'];
  const pages: Page[] = [];
  for (const host of hosts) pages.push(await inbox(host));
  for (const page of pages) await expect(warningIn(page)).toBeVisible();
  await extension.openPopup();
  await extension.reload();
  for (const host of hosts) webmail.mailbox(host).storage = filledTo(1);
  for (const page of pages) {
    await expect(page.locator('.storage')).toContainText('Used: 10 GB');
    await expect(page.locator('html > div')).toHaveCount(0);
  }
  const popup = await extension.openPopup();
  for (const page of pages.toReversed()) {
    await page.bringToFront();
    await expect(stateIn(popup)).toHaveAttribute('data-state', 'outdated');
    await expect(popup.getByRole('status')).toHaveText('Reload the webmail once');
    await popup.getByRole('button', { name: 'Reload the page' }).click();
    await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
    await expect(warningIn(page)).toContainText('new mail is being refused');
    await expect(page.locator('html > div')).toHaveCount(1);
  }
  expect(faults).toEqual([]);
  console.log('reloaded with three tabs open: one layer a tab at most, no error in any console');
});
