import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox, NO_FIREFOX } from '../../tools/setup.mjs';
import type { Extension } from './extension.ts';
import { chromeOf, type RunInChrome } from './firefox-chrome.ts';
import { extensionIn } from './firefox-extension.ts';
import { collectFaults } from './firefox-faults.ts';
import type { Untyped } from './firefox-untyped.ts';
import { HOST, headless, INBOX, test as shared } from './webmail.ts';

export { expect } from '@playwright/test';
export { axe } from './axe.ts';

const dist = fileURLToPath(new URL('../../dist/firefox', import.meta.url));

declare const Services: Untyped;

interface Fixtures {
  /** Preferences of the browser that a scenario needs to be otherwise. */
  prefs: Record<string, number>;
  firefox: Browser;
  chrome: RunInChrome;
  extension: Extension<Page>;
  inbox: (host?: string) => Promise<Page>;
}

/**
 * Playwright's test with a Firefox that has the extension and sees only the stand-in webmail.
 * Playwright's own Firefox takes no extensions, hence Puppeteer and its pages.
 */
export const test = shared.extend<Fixtures>({
  prefs: [{}, { option: true }],

  firefox: async ({ webmail, uiLanguage, prefs }, use) => {
    const executablePath = findFirefox();
    if (!executablePath) throw new Error(NO_FIREFOX);
    const firefox = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless,
      acceptInsecureCerts: true,
      defaultViewport: null,
      args: ['--width=1280', '--height=900', '--remote-allow-system-access'],
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
      extraPrefsFirefox: { ...preferences, ...through(webmail.proxy), ...prefs },
    });
    await speak(uiLanguage, await chromeOf(firefox));
    await use(firefox);
    await firefox.close();
  },

  /** Runs code with the rights of the browser itself. */
  chrome: async ({ firefox }, use) => {
    await use(await chromeOf(firefox));
  },

  extension: async ({ firefox, chrome, faults }, use) => {
    const settled = await collectFaults(chrome, faults);
    const id = await firefox.installExtension(dist);
    await use(extensionIn(firefox, chrome, id));
    await settled();
  },

  /** Opens the inbox on one of the webmail's hosts in a new tab. */
  inbox: async ({ firefox, extension: _ }, use) => {
    await use(async (host = HOST) => {
      const page = await firefox.newPage();
      await page.goto(`https://${host}${INBOX}`);
      return page;
    });
  },
});

/** Keeps the browser's own questions to its maker out of the list of refused requests. */
const preferences = { 'services.settings.server': 'data:,#remote-settings-dummy/v1' };

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
async function speak(language: string, chrome: RunInChrome): Promise<void> {
  await chrome(
    (wanted) => {
      Services.locale.availableLocales = [wanted, 'en-US'];
      Services.locale.requestedLocales = [wanted];
    },
    language === 'en' ? 'en-US' : language,
  );
}
