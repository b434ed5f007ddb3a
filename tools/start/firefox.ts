/** Firefox with the extension, driven by Puppeteer: Playwright's own Firefox takes no extensions. */
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromeOf, type RunInChrome } from '../../e2e/browser/firefox-chrome.ts';
import { extensionIn } from '../../e2e/browser/firefox-extension.ts';
import type { Untyped } from '../../e2e/browser/firefox-untyped.ts';
import { root } from '../build.ts';
import { findFirefox, NO_FIREFOX } from '../setup.mjs';
import { type Language, Refusal } from './options.ts';
import type { Driven } from './walk.ts';
import { cannotStart, type Shown, type Wanted } from './window.ts';

declare const Services: Untyped;
declare const ChromeUtils: Untyped;

const dist = join(root, 'dist', 'firefox');

/** Opens a window; the profile is Puppeteer's own and is removed with it. */
export async function showFirefox(wanted: Wanted): Promise<Shown> {
  const { firefox } = await launch(wanted, false);
  const page = (await firefox.pages())[0] ?? (await firefox.newPage());
  // A page that cannot be reached is for the user to see.
  await page.goto(wanted.address).catch(() => undefined);
  const ended = new Promise<void>((resolve) => firefox.once('disconnected', () => resolve()));
  return { ended, close: () => void firefox.close().catch(() => undefined) };
}

/** A Firefox without a window, to be walked through. */
export async function driveFirefox(wanted: Wanted): Promise<Driven> {
  const { firefox, chrome, id } = await launch(wanted, true);
  const extension = extensionIn(firefox, chrome, id);
  const webmail = (await firefox.pages())[0] ?? (await firefox.newPage());
  return {
    webmail,
    badge: () => extension.badge(webmail),
    async open(path, width) {
      const page = await extension.open(path);
      // As low as it may be: what a page has below that is in its screenshot all the same.
      await page.setViewport({ width, height: 240 });
      return page;
    },
    close: () => firefox.close(),
  };
}

/** A Firefox with an unpacked extension, and the rights to open its pages. */
export async function launch(
  { language, proxy }: Pick<Wanted, 'language' | 'proxy'>,
  headless: boolean,
  extension = dist,
) {
  const executablePath = findFirefox();
  if (!executablePath) throw new Refusal(NO_FIREFOX);
  const launched = puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    acceptInsecureCerts: proxy !== undefined,
    defaultViewport: null,
    args: ['--width=1280', '--height=800', '--remote-allow-system-access'],
    extraPrefsFirefox: proxy ? through(proxy) : {},
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const firefox = await launched.catch(() => {
    throw new Refusal(cannotStart(executablePath));
  });
  try {
    const chrome = await chromeOf(firefox);
    await chrome(allowNames);
    await speak(language, chrome);
    const id = await firefox.installExtension(extension);
    if (!headless) await chrome(pin, id);
    return { firefox, chrome, id };
  } catch (error) {
    await firefox.close();
    throw error;
  }
}

function through(proxy: string) {
  const { hostname, port } = new URL(proxy);
  return {
    'network.proxy.type': 1,
    'network.proxy.http': hostname,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': hostname,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': '',
  };
}

/** Declares the language available: extensions bring their own words, so no language pack is needed. */
async function speak(language: Language, chrome: RunInChrome): Promise<void> {
  const tag = language === 'en' ? 'en-US' : 'zh-CN';
  await chrome((wanted) => {
    Services.locale.availableLocales = [wanted, 'en-US'];
    Services.locale.requestedLocales = [wanted];
  }, tag);
}

// All below runs in the browser's own window.

/** tsx marks functions with a helper of its own that no browser has. */
function allowNames(): void {
  const helpers = [['__name', (work: unknown) => work]] as const;
  Object.assign(globalThis, Object.fromEntries(helpers));
}

/** Puts the extension's icon on the toolbar, not behind the puzzle piece. */
function pin(addon: string): void {
  const at = 'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs';
  const { CustomizableUI } = ChromeUtils.importESModule(at);
  const widget = `${addon.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
  CustomizableUI.addWidgetToArea(widget, 'nav-bar');
}
