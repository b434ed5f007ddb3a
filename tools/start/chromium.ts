/** Chromium with the extension: as a person's browser, or driven by Playwright without a window. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { extensionIn } from '../../e2e/browser/chromium-extension.ts';
import { root } from '../build.ts';
import { findChromium, NO_CHROMIUM } from '../setup.mjs';
import { type Language, Refusal } from './options.ts';
import type { Driven } from './walk.ts';
import { cannotStart, type Shown, type Wanted } from './window.ts';

const dist = join(root, 'dist', 'chrome');
const loading = [`--disable-extensions-except=${dist}`, `--load-extension=${dist}`];
const isRoot = process.getuid?.() === 0;

function executable(): string {
  const path = findChromium();
  if (!path) throw new Refusal(NO_CHROMIUM);
  return path;
}

/** Linux takes the browser's language from here, the others from `--lang`. */
function environment(language: Language): Record<string, string> {
  const set = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(set), LANGUAGE: language };
}

const tagOf = (language: Language) => language.replace('_', '-');

/** Opens a window; no driver is attached, so that dialogs, downloads and sign-ins are as ever. */
export async function showChromium({ address, language, proxy }: Wanted): Promise<Shown> {
  const profile = await newProfile();
  const program = executable();
  const browser = spawn(
    program,
    [
      `--user-data-dir=${profile}`,
      ...loading,
      `--lang=${tagOf(language)}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-search-engine-choice-screen',
      '--password-store=basic',
      '--use-mock-keychain',
      '--window-size=1280,900',
      ...(isRoot ? ['--no-sandbox'] : []),
      // The stand-in's certificate is nobody's; --test-type keeps the bar away that warns of such options.
      ...(proxy ? [`--proxy-server=${proxy}`, '--ignore-certificate-errors', '--test-type'] : []),
      address,
    ],
    { env: environment(language), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  browser.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-4000);
  });
  let closing = false;
  const began = Date.now();
  const ended = new Promise<void>((resolve, reject) => {
    browser.once('error', reject);
    browser.once('close', (code) => {
      const failed = code !== 0 && !closing && Date.now() - began < 10_000;
      if (!failed) return resolve();
      const reason =
        said.split('\n').find((line) => /display|sandbox/i.test(line)) ?? `code ${code}`;
      reject(new Refusal(`${cannotStart(program)} (${reason.replace(/^\[.*?\] ?/, '')})`));
    });
  }).finally(() => rm(profile, { recursive: true, force: true, maxRetries: 10 }));
  await Promise.race([ended, rest(1500)]);
  return {
    ended,
    close() {
      closing = true;
      browser.kill();
    },
  };
}

/** A Chromium without a window, to be walked through. */
export async function driveChromium({ language, proxy }: Wanted): Promise<Driven> {
  const profile = await newProfile();
  const start = (chromiumSandbox: boolean) =>
    chromium.launchPersistentContext(profile, {
      executablePath: executable(),
      headless: true,
      args: [`--lang=${tagOf(language)}`, ...loading],
      chromiumSandbox,
      env: environment(language),
      ...(proxy ? { proxy: { server: proxy }, ignoreHTTPSErrors: true } : {}),
      locale: tagOf(language),
      viewport: { width: 1280, height: 800 },
    });
  // Some systems forbid the sandbox; nothing but the stand-in webmail is visited here.
  const context = await start(!isRoot).catch(() => start(false));
  const extension = await extensionIn(context, idOf(dist));
  const webmail = context.pages()[0] ?? (await context.newPage());
  return {
    webmail,
    badge: () => extension.badge(webmail),
    async open(path, width) {
      const page = await extension.open(path);
      // As low as it may be: what a page has below that is in its screenshot all the same.
      await page.setViewportSize({ width, height: 240 });
      return page;
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** An empty profile in which Mailmend's icon stands on the toolbar, not behind the puzzle piece. */
async function newProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'mailmend-'));
  const preferences = {
    extensions: { ui: { developer_mode: true }, pinned_extensions: [idOf(dist)] },
  };
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/** Chromium makes the id of an unpacked extension from its path. */
function idOf(folder: string): string {
  const path = Buffer.from(realpathSync(folder), process.platform === 'win32' ? 'utf16le' : 'utf8');
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return [...digest].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}
