import { axe, expect, test } from '../browser/firefox.ts';

test('the extension is loaded and knows its id', async ({ extension }) => {
  expect(extension.id).toContain('@');
  await expect.poll(extension.alive).toBe(true);
});

test('the proxy leads to the stand-in webmail', async ({ inbox, webmail }) => {
  const page = await inbox();
  expect(new URL(page.url()).host).toBe('qiye.aliyun.com');
  expect(webmail.requests).toContainEqual(expect.objectContaining({ host: 'qiye.aliyun.com' }));
});

test('the sites of the manifest are granted', async ({ extension }) => {
  const popup = await extension.openPopup();
  const granted = await popup.evaluate('browser.permissions.getAll().then((all) => all.origins)');
  expect(granted).toContain('https://qiye.aliyun.com/*');
});

test('the badge of each tab can be read', async ({ inbox, extension }) => {
  const first = await extension.openReport();
  const second = await extension.openReport();
  const mail = await inbox();
  await second.evaluate(`browser.tabs.getCurrent().then(({ id: tabId }) => Promise.all([
    browser.action.setBadgeText({ tabId, text: 'test' }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#112233' }),
  ]))`);
  expect(await extension.badge(second)).toMatchObject({ text: 'test', color: '#112233ff' });
  expect(await extension.badge(first)).not.toMatchObject({ text: 'test' });
  expect((await extension.badge(mail)).title).not.toBe('');
});

test('a killed background is dead until a message wakes it', async ({ extension }) => {
  const popup = await extension.openPopup();
  await extension.kill();
  expect(await extension.alive()).toBe(false);
  await popup.evaluate('browser.runtime.sendMessage({}).catch(() => undefined)');
  await expect.poll(extension.alive).toBe(true);
});

test('storage is read and written while the background is dead', async ({ extension }) => {
  await extension.kill();
  await extension.storage.set({ machinery: [1, 2] });
  expect(await extension.storage.get()).toMatchObject({ machinery: [1, 2] });
  const popup = await extension.openPopup();
  expect(await popup.evaluate('browser.storage.local.get("machinery")')).toEqual({
    machinery: [1, 2],
  });
  await extension.storage.clear();
  expect(await extension.storage.get()).toEqual({});
});

test('the extension works after a reload', async ({ extension }) => {
  await extension.reload();
  expect(await extension.alive()).toBe(true);
  expect(await (await extension.openPopup()).$('body')).not.toBeNull();
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
  await popup.evaluate('console.error("written by the popup")');
  await popup.evaluate('void setTimeout(() => { throw new Error("thrown by the popup") })');
  for (const source of [
    'written by a page',
    'thrown by a page',
    'written by the popup',
    'thrown by the popup',
  ]) {
    await expect.poll(() => faults.join()).toContain(source);
  }
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
    const description = await popup.evaluate('browser.i18n.getMessage("extensionDescription")');
    expect(String(description)).toMatch(/\p{Script=Han}/u);
  });
});
