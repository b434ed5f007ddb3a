import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BrowserContext,
  chromium,
  type Page,
  type PlaywrightTestOptions,
  type Worker,
} from '@playwright/test';
import { findChromium, NO_CHROMIUM } from '../../tools/setup.mjs';
import { type ChromiumExtension, extensionIn } from './chromium-extension.ts';
import { collectFaults } from './chromium-faults.ts';
import { isWorn, noteWear } from './wear.ts';
import { HOST, headless, INBOX, test as shared } from './webmail.ts';

export { expect } from '@playwright/test';
export { axe } from './axe.ts';

const dist = fileURLToPath(new URL('../../dist/chrome', import.meta.url));

interface Fixtures {
  background: Worker;
  extension: ChromiumExtension;
  inbox: (host?: string) => Promise<Page>;
}

/** Playwright's test in a Chromium that has the extension and sees only the stand-in webmail. */
export const test = shared.extend<Fixtures, { browsers: Browsers }>({
  /** The browser that the tests of a worker share. */
  browsers: [
    async ({ webmailServer }, use) => {
      const browsers = new Browsers(webmailServer.proxy);
      await use(browsers);
      await browsers.close();
    },
    { scope: 'worker' },
  ],

  /** A browser without a page and without anything kept; it may have served other tests. */
  context: async (
    { browsers, webmail: _, faults, uiLanguage, colorScheme, viewport },
    use,
    info,
  ) => {
    const { context } = await browsers.take({ uiLanguage, colorScheme, viewport }, faults);
    await use(context);
    await browsers.giveBack(info.status === info.expectedStatus);
  },

  /** The service worker, once it runs. */
  background: async ({ context }, use) => {
    await use(await firstWorker(context));
  },

  extension: async ({ context, background }, use) => {
    await use(await extensionIn(context, new URL(background.url()).host));
  },

  /** Opens the inbox on one of the webmail's hosts in a new tab. */
  inbox: async ({ context, background: _ }, use) => {
    await use(async (host = HOST) => {
      const page = await context.newPage();
      await page.goto(`https://${host}${INBOX}`);
      return page;
    });
  },
});

interface Wanted {
  uiLanguage: string;
  colorScheme: PlaywrightTestOptions['colorScheme'];
  viewport: PlaywrightTestOptions['viewport'];
}

/** A running browser: what it was started with, and where its faults go. */
interface Running {
  key: string;
  profile: string;
  context: BrowserContext;
  faults: { push(fault: string): void };
}

/**
 * The browser of one worker. Starting one takes longer than most tests, so it is used again by the next
 * test that wants the same, emptied; a test that failed or that bent the browser itself leaves none.
 */
class Browsers {
  readonly #proxy: string;
  #running: Running | undefined;

  constructor(proxy: string) {
    this.#proxy = proxy;
  }

  async take(wanted: Wanted, faults: string[]): Promise<Running> {
    const key = JSON.stringify(wanted);
    if (this.#running?.key !== key) await this.close();
    this.#running ??= await start(key, wanted, this.#proxy);
    this.#running.faults.push = (fault) => faults.push(fault);
    return this.#running;
  }

  async giveBack(isSound: boolean): Promise<void> {
    if (!this.#running) return;
    this.#running.faults.push = () => undefined;
    const { context } = this.#running;
    const isEmpty = isSound && !isWorn(context) && (await empty(context).catch(() => false));
    if (!isEmpty) await this.close();
  }

  async close(): Promise<void> {
    const { context, profile } = this.#running ?? {};
    this.#running = undefined;
    await context?.close();
    if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function start(key: string, wanted: Wanted, proxy: string): Promise<Running> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(NO_CHROMIUM);
  const { uiLanguage, colorScheme, viewport } = wanted;
  const profile = await mkdtemp(join(tmpdir(), 'mailmend-chromium-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    args: [...quiet, ...trusting, `--lang=${uiLanguage}`, ...loading],
    chromiumSandbox: process.getuid?.() !== 0,
    // Linux takes the language from here, the others from --lang.
    env: { ...environment(), LANGUAGE: uiLanguage.replace('-', '_') },
    proxy: { server: proxy },
    ignoreHTTPSErrors: true,
    locale: uiLanguage,
    colorScheme: colorScheme ?? null,
    viewport: viewport ?? null,
  });
  const faults = { push: (_: string): void => undefined };
  await collectFaults(context, faults);
  noteWear(context);
  return { key, profile, context, faults };
}

/** Closes all pages, ends the background with what it was about, and forgets what is kept. */
async function empty(context: BrowserContext): Promise<boolean> {
  const pages = context.pages();
  await context.newPage();
  await Promise.all(pages.map((page) => page.close()));
  await context.clearCookies();
  await context.clearPermissions();
  const worker = context.serviceWorkers()[0];
  if (!worker) return false;
  const extension = await extensionIn(context, new URL(worker.url()).host);
  await extension.kill();
  await extension.storage.clear();
  return context.pages().length === 1;
}

/** Without the developer mode an extension from a folder is off after its first reload. */
const preferences = { extensions: { ui: { developer_mode: true } } };

/** Keeps the browser's own questions to its maker out of the list of refused requests. */
const nowhere = 'https://127.0.0.1:9/';
const quiet = [`--gaia-url=${nowhere}`, `--component-updater=url-source=${nowhere}`];

/** A tab that the extension opens is under way before Playwright can say so. */
const trusting = ['--ignore-certificate-errors'];

const loading = [`--disable-extensions-except=${dist}`, `--load-extension=${dist}`];

function environment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

async function firstWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}
