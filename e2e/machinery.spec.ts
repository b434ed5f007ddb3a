import { axe, expect, test } from './browser/chromium.ts';

test('the extension is loaded and knows its id', async ({ extension }) => {
  expect(extension.id).toMatch(/^[a-p]{32}$/);
  expect(await extension.alive()).toBe(true);
});

test('the proxy leads to the stand-in webmail', async ({ inbox, webmail }) => {
  const page = await inbox();
  expect(new URL(page.url()).host).toBe('qiye.aliyun.com');
  expect(webmail.requests).toContainEqual(expect.objectContaining({ host: 'qiye.aliyun.com' }));
});

test('the badge of each tab can be read', async ({ inbox, extension }) => {
  const first = await extension.openReport();
  const second = await extension.openReport();
  const mail = await inbox();
  await second.evaluate(`chrome.tabs.getCurrent().then(({ id: tabId }) => Promise.all([
    chrome.action.setBadgeText({ tabId, text: 'test' }),
    chrome.action.setBadgeBackgroundColor({ tabId, color: '#112233' }),
  ]))`);
  expect(await extension.badge(second)).toMatchObject({ text: 'test', color: '#112233ff' });
  expect(await extension.badge(first)).not.toMatchObject({ text: 'test' });
  expect((await extension.badge(mail)).title).not.toBe('');
});

test('a killed background is dead until a message wakes it', async ({ extension }) => {
  const popup = await extension.openPopup();
  const worker = await extension.worker();
  await worker.evaluate('globalThis.fromBefore = true');
  await extension.kill();
  expect(await extension.alive()).toBe(false);
  await popup.evaluate('chrome.runtime.sendMessage({}).catch(() => undefined)');
  await expect.poll(extension.alive).toBe(true);
  expect(await (await extension.worker()).evaluate('globalThis.fromBefore')).toBeUndefined();
});

test('a killed background is woken by those who need it', async ({ extension }) => {
  await extension.storage.set({ machinery: [1, 2] });
  await extension.kill();
  expect(await extension.storage.get()).toMatchObject({ machinery: [1, 2] });
  await extension.storage.clear();
  expect(await extension.storage.get()).toEqual({});
});

test('the extension works after a reload', async ({ extension }) => {
  await extension.reload();
  expect(await extension.alive()).toBe(true);
  await expect((await extension.openPopup()).locator('body')).toBeAttached();
});

test('nobody but the webmail is asked', async ({ inbox, webmail }) => {
  await inbox();
  expect(webmail.refused).toEqual([]);
});

test('a request to anybody else is refused and listed', async ({ inbox, webmail, faults }) => {
  const page = await inbox();
  await page.evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined));
  expect(webmail.refused).toEqual(['elsewhere.example']);
  await expect.poll(() => faults).toHaveLength(1);
  faults.length = 0;
});

test('errors of pages and of the background are noticed', async ({ inbox, extension, faults }) => {
  const page = await inbox();
  await page.evaluate(() => console.error('written by a page'));
  await page.evaluate('void setTimeout(() => { throw new Error("thrown by a page") })');
  const popup = await extension.openPopup();
  await popup.evaluate('void setTimeout(() => { throw new Error("thrown by the popup") })');
  const worker = await extension.worker();
  await worker.evaluate('console.error("written by the background")');
  await worker.evaluate('void setTimeout(() => { throw new Error("thrown by the background") })');
  for (const source of ['written by a page', 'thrown by a page', 'thrown by the popup']) {
    await expect.poll(() => faults.join()).toContain(source);
  }
  await expect.poll(() => faults.join()).toContain('written by the background');
  await expect.poll(() => faults.join()).toContain('thrown by the background');
  faults.length = 0;
});

test('axe looks at extension pages and into shadow roots', async ({ extension }) => {
  const popup = await extension.openPopup();
  await popup.evaluate(() => {
    const host = document.body.appendChild(document.createElement('div'));
    host.attachShadow({ mode: 'open' }).append(document.createElement('button'));
  });
  expect(await axe(popup)).toContainEqual(expect.stringMatching(/^button-name .* >> button$/));
});

test.describe('in Chinese', () => {
  test.use({ uiLanguage: 'zh-CN' });

  test('the extension speaks Chinese', async ({ extension }) => {
    const popup = await extension.openPopup();
    const description = await popup.evaluate('chrome.i18n.getMessage("extensionDescription")');
    expect(String(description)).toMatch(/\p{Script=Han}/u);
  });
});
