import { expect, test } from './browser/chromium.ts';
import { filledTo, findingIn, warningIn } from './parts.ts';

test('no request of ours leaves the browser', async ({ webmail, inbox, extension }) => {
  const page = await inbox();
  await warningIn(page).getByRole('button', { name: 'Show me' }).click();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toBeVisible();
  const report = await extension.openReport();
  await expect(report.locator('[data-report]')).toContainText('storage-nearly-full');
  // Chromium itself asks its maker what forms are for, also without us.
  const ours = webmail.refused.filter((host) => host !== 'content-autofill.googleapis.com');
  expect(ours).toEqual([]);
  const others = webmail.requests.filter(
    ({ host, path }) =>
      host !== 'qiye.aliyun.com' || !/^\/(stand-in|alimail\/entries)\//.test(path),
  );
  expect(others).toEqual([]);
});

test('the pages and the background of the extension cannot reach anybody', async ({
  webmail,
  extension,
  faults,
}) => {
  const attempts = `(async () => {
    const reached = [];
    const tried = (name, attempt) => attempt.then(() => reached.push(name), () => {});
    for (const url of ['https://qiye.aliyun.com/alimail/', 'https://elsewhere.example/']) {
      await tried('fetch ' + url, fetch(url, { mode: 'no-cors' }));
      await tried('socket ' + url, new Promise((open, fail) => {
        const socket = new WebSocket(url.replace('https', 'wss'));
        socket.onopen = open;
        socket.onerror = fail;
      }));
      if (!globalThis.document) continue;
      await tried('image ' + url, new Promise((load, fail) => {
        Object.assign(new Image(), { src: url, onload: load, onerror: fail });
      }));
    }
    return reached;
  })()`;
  const popup = await extension.openPopup();
  expect(await popup.evaluate(attempts)).toEqual([]);
  const worker = await extension.worker();
  expect(await worker.evaluate(attempts)).toEqual([]);
  expect(webmail.refused).toEqual([]);
  expect(webmail.requests).toEqual([]);
  faults.length = 0;
});

test('the page cannot tell that we are there while nothing is shown', async ({
  webmail,
  inbox,
  extension,
  faults,
}) => {
  webmail.set({ storage: filledTo(0.5) });
  const page = await inbox();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'fine');
  const traces = await page.evaluate(() => ({
    parts: [...document.documentElement.children].map(({ tagName }) => tagName),
    names: Object.getOwnPropertyNames(window).filter((name) =>
      /mailmend|preact|^browser$/i.test(name),
    ),
    markup: /mailmend|chrome-extension/i.exec(document.documentElement.outerHTML)?.[0],
    resources: performance
      .getEntries()
      .map(({ name }) => name)
      .filter((name) => name.startsWith('chrome-extension:')),
    styles: [...document.styleSheets, ...document.adoptedStyleSheets]
      .map(({ href }) => href ?? '')
      .filter((href) => href.startsWith('chrome-extension:')),
  }));
  expect(traces).toEqual({
    parts: ['HEAD', 'BODY'],
    names: [],
    markup: undefined,
    resources: [],
    styles: [],
  });

  const files = [
    'popup.html',
    'report.html',
    'content.js',
    'pages.css',
    'manifest.json',
    'icons/16.png',
  ];
  const readable = await page.evaluate(
    async (urls) => {
      const answers = await Promise.all(
        urls.map((url) =>
          fetch(url)
            .then(() => url)
            .catch(() => undefined),
        ),
      );
      return answers.filter(Boolean);
    },
    files.map((file) => `chrome-extension://${extension.id}/${file}`),
  );
  expect(readable).toEqual([]);
  faults.length = 0;
});
