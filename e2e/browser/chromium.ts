import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { findChromium, NO_CHROMIUM } from '../../tools/setup.mjs';
import { type ChromiumExtension, extensionIn } from './chromium-extension.ts';
import { collectFaults } from './chromium-faults.ts';
import { HOST, headless, INBOX, test as shared } from './webmail.ts';

export { expect } from '@playwright/test';
export { axe } from './axe.ts';

const dist = fileURLToPath(new URL('../../dist/chrome', import.meta.url));

interface Fixtures {
  profile: string;
  background: Worker;
  extension: ChromiumExtension;
  inbox: (host?: string) => Promise<Page>;
}

/** Playwright's test in a Chromium that has the extension and sees only the stand-in webmail. */
export const test = shared.extend<Fixtures>({
  /** An empty profile, removed afterwards. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see a pattern
  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'mailmend-chromium-'));
    await mkdir(join(folder, 'Default'));
    await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  context: async ({ profile, webmail, faults, uiLanguage, colorScheme, viewport }, use) => {
    const executablePath = findChromium();
    if (!executablePath) throw new Error(NO_CHROMIUM);
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless,
      args: [...quiet, `--lang=${uiLanguage}`, ...loading],
      chromiumSandbox: process.getuid?.() !== 0,
      // Linux takes the language from here, the others from --lang.
      env: { ...environment(), LANGUAGE: uiLanguage.replace('-', '_') },
      proxy: { server: webmail.proxy },
      ignoreHTTPSErrors: true,
      locale: uiLanguage,
      colorScheme,
      viewport,
    });
    await collectFaults(context, faults);
    await use(context);
    await context.close();
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

/** Without the developer mode an extension from a folder is off after its first reload. */
const preferences = { extensions: { ui: { developer_mode: true } } };

/** Keeps the browser's own questions to its maker out of the list of refused requests. */
const nowhere = 'https://127.0.0.1:9/';
const quiet = [`--gaia-url=${nowhere}`, `--component-updater=url-source=${nowhere}`];

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
