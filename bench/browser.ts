/** The browsers that take part: with Mailmend, with an empty extension, with none. */
import { type BrowserContext, chromium, type Page, type Route } from '@playwright/test';
import { buildExtension, root } from '../tools/build.ts';
import { findChromium, NO_CHROMIUM } from '../tools/setup.mjs';
import { peerScripts, writeEmptyExtension } from './peers.ts';
import { addressOf, type Mailbox, origin, pageOf } from './webmail.ts';

/** The browsers of one run. */
export interface Browsers {
  plain: BrowserContext;
  empty: BrowserContext;
  mailmend: BrowserContext;
}

/** Builds the extensions, apart from `dist/chrome` that others may be using, and starts all browsers. */
export async function launchAll(): Promise<Browsers> {
  const folder = 'dist/bench';
  await buildExtension(folder);
  await writeEmptyExtension(`${root}/${folder}/empty`);
  return {
    plain: await launch(),
    empty: await launch(`${root}/${folder}/empty`),
    mailmend: await launch(`${root}/${folder}/chrome`),
  };
}

export async function closeAll(browsers: Browsers): Promise<void> {
  await Promise.all(Object.values(browsers).map((browser) => browser.close()));
}

/** Starts a browser of its own, perhaps with an unpacked extension; it is served the synthetic webmail. */
async function launch(extension?: string): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(NO_CHROMIUM);
  const context = await chromium.launchPersistentContext('', {
    executablePath,
    viewport: { width: 1280, height: 800 },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(extension
        ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
        : []),
    ],
  });
  await context.route(`${origin}/**`, serve);
  return context;
}

function serve(route: Route): Promise<void> {
  const { pathname, searchParams } = new URL(route.request().url());
  const script = peerScripts[pathname];
  if (script) return route.fulfill({ contentType: 'text/javascript', body: script });
  const page = pathname.startsWith('/alimail/') ? pageOf(searchParams) : blank;
  return route.fulfill({ contentType: 'text/html', body: page });
}

/** A page of the webmail's site that no extension looks at. */
const blank = '<!doctype html><title>Blank</title>';

/** Opens a tab at the webmail's site, in the process that the webmail will run in. */
export async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/blank`);
  return page;
}

/** Opens the webmail and waits until nobody has anything left to do about its loading. */
export async function openMailbox(context: BrowserContext, mailbox: Mailbox): Promise<Page> {
  const page = await openTab(context);
  await page.goto(addressOf(mailbox));
  await page.waitForTimeout(settling);
  return page;
}

/** In ms: until the extension's last look after a page has loaded (at 5 s) is over. */
export const settling = 5600;

/** A tab in a window of its own, as the popup is: the webmail's tab stays in sight. */
export async function openWindow(context: BrowserContext): Promise<Page> {
  const session = await browserOf(context).newBrowserCDPSession();
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    session.send('Target.createTarget', { url: 'about:blank', newWindow: true }),
  ]);
  await session.detach();
  return page;
}

/** The browser of a context; one that was launched as we do has one. */
export function browserOf(context: BrowserContext) {
  const browser = context.browser();
  if (!browser) throw new Error('The browser is gone.');
  return browser;
}
